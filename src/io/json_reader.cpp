#include "io/json_reader.hpp"

#include "io/json_feature.hpp"
#include "io/json_scan.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace salient::io {

namespace {

namespace dom = simdjson::dom;

base::Error bad_json(const std::string& message) {
    return {base::ErrorCode::BadFormat, message, ""};
}

constexpr std::size_t kSampledElements = 4000;

/// The parser of one thread.
struct JsonState : RowState {
    dom::parser parser;
};

simdjson::simdjson_result<dom::element> parse_element(
    dom::parser& parser,
    std::string_view element,
    std::string_view whole,
    std::uint64_t nesting) {
    const std::size_t depth =
        std::max<std::size_t>(nesting + 1, 16);  // the parser counts the outermost level too
    if (parser.max_depth() != depth || parser.capacity() < element.size()) {
        const simdjson::error_code error =
            parser.allocate(std::max(element.size(), std::size_t{1} << 16U), depth);
        if (error != simdjson::SUCCESS) {
            return error;
        }
    }
    const char* end = element.data() + element.size();
    const bool padded = end + simdjson::SIMDJSON_PADDING <= whole.data() + whole.size();
    return parser.parse(element.data(), element.size(), !padded);
}

std::string parse_problem(simdjson::error_code error, std::uint64_t nesting) {
    if (error == simdjson::DEPTH_ERROR) {
        return "Nested deeper than " + std::to_string(nesting)
               + " levels; raise --max-nesting to read it";
    }
    return std::string("Not valid JSON: ") + simdjson::error_message(error);
}

/// Objects of one text, each parsed when it is asked for.
class JsonSource : public RowSource {
public:
    struct Text {
        std::string_view whole;
        std::vector<std::string_view> elements;
        ReadLimits limits;
        ToLonLat transform;
    };
    JsonSource(std::shared_ptr<const Text> text, const std::vector<std::string>& columns)
        : text_(std::move(text)),
          rows_(columns, text_->transform) {}

    [[nodiscard]] std::size_t row_count() const override { return text_->elements.size(); }
    void read(std::size_t index, RowScratch& out) const override;
    [[nodiscard]] std::string_view text(std::size_t index) const override {
        return text_->elements[index];
    }
    [[nodiscard]] std::size_t line(std::size_t index, RowScratch& scratch) const override {
        return line_at(
            text_->whole,
            static_cast<std::size_t>(text_->elements[index].data() - text_->whole.data()),
            scratch);
    }
    [[nodiscard]] bool has_shapes() const override { return true; }
    [[nodiscard]] bool is_thread_safe() const override { return !rows_.transforms(); }
    [[nodiscard]] std::shared_ptr<const RowSource> with_columns(
        const std::vector<std::string>& columns) const override {
        return std::make_shared<JsonSource>(text_, columns);
    }

private:
    std::shared_ptr<const Text> text_;
    JsonRows rows_;
};

void JsonSource::read(std::size_t index, RowScratch& out) const {
    if (!out.state) {
        out.state = std::make_unique<JsonState>();
    }
    auto* state = dynamic_cast<JsonState*>(out.state.get());
    const std::string_view element = text_->elements[index];
    out.cells.clear();
    out.new_columns.clear();
    out.problem.clear();
    if (element.size() > text_->limits.field_bytes) {
        out.problem = "The feature has more than " + std::to_string(text_->limits.field_bytes)
                      + " bytes; raise --max-field-bytes to read it";
        return;
    }
    const auto parsed = parse_element(state->parser, element, text_->whole, text_->limits.nesting);
    if (parsed.error() != simdjson::SUCCESS) {
        out.problem = parse_problem(parsed.error(), text_->limits.nesting);
    } else if (!rows_.read(parsed.value_unsafe(), out)) {
        out.problem = "Expected a feature or an object";
    }
}

/// Reads one file.
class JsonRead {
public:
    JsonRead(
        const ReadOptions& options,
        Tables& out,
        Progress* progress,
        const std::stop_token& stop)
        : options_(options),
          out_(out),
          progress_(progress),
          stop_(stop),
          system_(typed_to_lonlat(options.crs)) {}

    base::Status whole(std::string_view text);
    base::Status lines(std::string_view text);
    void finish(std::string_view format) {
        out_.format = format;
        out_.tables.push_back(std::move(table_));
    }

private:
    const ReadOptions& options_;
    Tables& out_;
    Progress* progress_;
    const std::stop_token& stop_;
    Table table_;
    ToLonLat system_;
    dom::parser parser_;
    RowScratch scratch_;
    std::string_view whole_;

    [[nodiscard]] simdjson::simdjson_result<dom::element> parse(std::string_view text) {
        return parse_element(parser_, text, whole_, options_.limits.nesting);
    }
    /// @param complete  the elements are all there and well separated
    base::Status add_elements(std::vector<std::string_view> elements, bool complete);
    void add_row(const JsonRows& rows, dom::element element, std::size_t line);
    base::Status collection(std::string_view text, std::size_t features_at);
    base::Status list(std::string_view text);
    base::Status single(std::string_view text);
    bool add_layers(dom::element root);
    bool add_nested(dom::element element, int depth);
    void use_crs(dom::element outer);
    void assume_system(const std::string& problem);
    [[nodiscard]] ToLonLat transform() const;
    base::Status check_rest(const std::string& outer, const ArrayScan& scan);
};

base::Status JsonRead::add_elements(std::vector<std::string_view> elements, bool complete) {
    if (elements.size() > options_.limits.features) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The file has more than " + std::to_string(options_.limits.features)
                + " features; raise --max-features to read it",
            ""};
    }
    if (stop_.stop_requested()) {
        return base::Error{base::ErrorCode::Cancelled, "Reading was cancelled", ""};
    }
    const std::size_t step = std::max<std::size_t>(1, elements.size() / kSampledElements);
    const auto text = std::make_shared<const JsonSource::Text>(
        JsonSource::Text{whole_, std::move(elements), options_.limits, transform()});
    const JsonSource nameless(text, {});
    RowScratch scratch;
    std::size_t good = 0;
    std::string problem;
    for (std::size_t i = 0; i < text->elements.size(); i += step) {
        nameless.read(i, scratch);
        const bool has_content =
            !scratch.new_columns.empty() || scratch.shape.state != Shape::State::None;
        good += scratch.problem.empty() && has_content ? 1U : 0U;
        problem = problem.empty() ? scratch.problem : problem;
        for (const std::string& name : scratch.new_columns) {
            (void)table_.column_index(name);
        }
    }
    if (good == 0 && !complete) {
        return bad_json(problem.empty() ? "Not valid JSON: the list is cut off" : problem);
    }
    table_.source = std::make_shared<JsonSource>(text, table_.columns);
    return base::Done{};
}

void JsonRead::add_row(const JsonRows& rows, dom::element element, std::size_t line) {
    if (rows.read(element, scratch_)) {
        // The rows know no columns: every cell is new, in the order of its name in this row.
        table_.begin_row(line);
        for (std::size_t i = 0; i < scratch_.new_columns.size(); ++i) {
            table_.add_copy(table_.column_index(scratch_.new_columns[i]), scratch_.cells[i]);
        }
        table_.shapes.push_back(scratch_.shape);
    } else {
        out_.reject(line, "Expected an object", cell_text(element));
    }
}

/// What is done to each position: its axes are swapped first, when they are.
ToLonLat JsonRead::transform() const {
    if (!options_.swap_axes) {
        return system_;
    }
    return [system = system_](double& x, double& y) {
        std::swap(x, y);
        return !system || system(x, y);
    };
}

/// The file names a system that is not understood.
void JsonRead::assume_system(const std::string& problem) {
    out_.diagnostics.warn(
        "position.crs",
        problem
            + (options_.crs.empty() ? "; degrees on WGS 84 are assumed unless --crs names another"
                                    : "; the one named with --crs was used"));
}

void JsonRead::use_crs(dom::element outer) {
    std::string_view name;
    std::string_view type;
    std::int64_t wkid = 0;
    dom::object crs;
    if (outer.at_pointer("/spatialReference/latestWkid").get(wkid) == simdjson::SUCCESS
        || outer.at_pointer("/spatialReference/wkid").get(wkid) == simdjson::SUCCESS) {
        const std::string code = "EPSG:" + std::to_string(wkid == 102100 ? 3857 : wkid);
        if (auto transform = to_lonlat(code)) {
            system_ = std::move(transform).value();
        }
        return;
    }
    if (outer["crs"].get(crs) != simdjson::SUCCESS) {
        return;
    }
    if (crs["properties"]["name"].get(name) != simdjson::SUCCESS) {
        if (crs["type"].get(type) == simdjson::SUCCESS && type == "link") {
            out_.not_followed.emplace_back("the coordinate system's link");
        }
        assume_system("The file names its coordinate system in an unknown form");
        return;
    }
    auto transform = to_lonlat(name);
    if (transform) {
        system_ = std::move(transform).value();
    } else {
        assume_system(transform.error().message);
    }
}

/// The document around the features has to be JSON too; when it is not, what could be read is kept and it is said.
base::Status JsonRead::check_rest(const std::string& outer, const ArrayScan& scan) {
    simdjson::padded_string padded(outer);
    dom::parser parser;
    const auto parsed = parser.parse(padded);
    if (parsed.error() == simdjson::SUCCESS) {
        use_crs(parsed.value_unsafe());
    }
    if (parsed.error() == simdjson::SUCCESS && scan.complete) {
        return base::Done{};
    }
    const std::string reason =
        scan.complete ? simdjson::error_message(parsed.error())
                      : "the list of features is damaged or cut off in line "
                            + std::to_string(line_at(whole_, scan.first_fault, scratch_));
    if (scan.elements.empty()) {
        return bad_json("Not valid JSON: " + reason);
    }
    out_.diagnostics.error(
        "json.damaged",
        "Not valid JSON: " + reason + "; what could be read was kept");
    return base::Done{};
}

base::Status JsonRead::collection(std::string_view text, std::size_t features_at) {
    if (text[features_at] != '[') {
        auto parsed = parse(text);
        if (parsed.error() != simdjson::SUCCESS) {
            return bad_json(
                std::string("Not valid JSON: ") + simdjson::error_message(parsed.error()));
        }
        return bad_json("Expected a list in 'features'");
    }
    ArrayScan scan = scan_array(text, features_at);
    std::string outer(text.substr(0, scan.open));
    outer += "[]";
    outer += text.substr(scan.close);
    if (base::Status status = check_rest(outer, scan); !status) {
        return status;
    }
    return add_elements(std::move(scan.elements), scan.complete);
}

base::Status JsonRead::list(std::string_view text) {
    ArrayScan scan = scan_array(text, 0);
    const bool objects =
        std::any_of(scan.elements.begin(), scan.elements.end(), [](std::string_view element) {
            return element.front() == '{';
        });
    if (!objects) {
        return single(text);
    }
    std::string outer = "[]";
    outer += text.substr(scan.close);
    if (base::Status status = check_rest(outer, scan); !status) {
        return status;
    }
    return add_elements(std::move(scan.elements), scan.complete);
}

/// Finds the rows of an object that wraps them: a collection, or a list of objects.
bool JsonRead::add_nested(dom::element element, int depth) {
    dom::array array;
    dom::object object;
    if (element.get(array) == simdjson::SUCCESS) {
        const JsonRows rows({}, transform());
        std::size_t number = 0;
        for (const dom::element item : array) {
            add_row(rows, item, ++number);
        }
        return true;
    }
    if (element.get(object) != simdjson::SUCCESS || depth > 4) {
        return false;
    }
    dom::element features;
    if (object["features"].get(features) == simdjson::SUCCESS && features.is_array()) {
        use_crs(element);
        return add_nested(features, depth + 1);
    }
    for (const auto [key, value] : object) {
        dom::array items;
        dom::element first;
        if (value.get(items) == simdjson::SUCCESS && items.at(0).get(first) == simdjson::SUCCESS
            && first.is_object()) {
            return add_nested(value, depth + 1);
        }
    }
    return std::any_of(object.begin(), object.end(), [this, depth](const auto& member) {
        return member.value.is_object() && add_nested(member.value, depth + 1);
    });
}

/// A map of several layers, each a collection: uMap. Its own geometry is where the map opens.
bool JsonRead::add_layers(dom::element root) {
    dom::array layers;
    if (root["layers"].get(layers) != simdjson::SUCCESS) {
        return false;
    }
    bool any = false;
    for (const dom::element layer : layers) {
        dom::element features;
        if (layer["features"].get(features) == simdjson::SUCCESS && features.is_array()) {
            any = add_nested(features, 0) || any;
        }
    }
    return any;
}

base::Status JsonRead::single(std::string_view text) {
    auto parsed = parse(text);
    if (parsed.error() != simdjson::SUCCESS) {
        return bad_json(std::string("Not valid JSON: ") + simdjson::error_message(parsed.error()));
    }
    const dom::element root = parsed.value_unsafe();
    dom::object object;
    std::string_view type;
    if (root.get(object) == simdjson::SUCCESS) {
        const bool typed = object["type"].get(type) == simdjson::SUCCESS;
        const bool geometry = object["geometry"].error() == simdjson::SUCCESS;
        if (add_layers(root)) {
            return base::Done{};
        }
        if (geometry || (typed && (type == "Feature" || is_geometry_type(type)))) {
            use_crs(root);
            add_row(JsonRows({}, transform()), root, 1);
            return base::Done{};
        }
        if (typed && type == "FeatureCollection") {
            return bad_json("Expected a list in 'features', found none");
        }
        if (add_nested(root, 0)) {
            return base::Done{};
        }
    }
    return bad_json("Expected GeoJSON or a list of objects, found other JSON");
}

base::Status JsonRead::whole(std::string_view text) {
    whole_ = text;
    if (progress_ != nullptr) {
        progress_->total = text.size();
    }
    if (text.front() == '[') {
        return list(text);
    }
    const std::size_t features_at = find_member(text, "features");
    return features_at != std::string_view::npos ? collection(text, features_at) : single(text);
}

base::Status JsonRead::lines(std::string_view text) {
    whole_ = text;
    std::vector<std::string_view> elements;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        at = end + 1;
        while (!line.empty() && (line.front() == '\x1E' || line.front() == ' ')) {
            line.remove_prefix(1);
        }
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) {
            line.remove_suffix(1);
        }
        if (!line.empty()) {
            elements.push_back(line);
        }
    }
    return elements.empty() ? base::Status(bad_json("Expected one JSON object a line, found none"))
                            : add_elements(std::move(elements), false);
}

/// Several objects, one a line, the first of them complete.
bool is_sequence(std::string_view text) {
    if (text.front() == '\x1E') {
        return true;
    }
    if (text.front() != '{') {
        return false;
    }
    const std::size_t end = skip_value(text, 0);
    const std::size_t line_end = text.find('\n');
    const std::size_t next = skip_blanks(text, end);
    return line_end != std::string_view::npos && end <= line_end && next < text.size()
           && (text[next] == '{' || text[next] == '\x1E')
           && find_member(text.substr(0, end), "features") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(skip_blanks(text, 0));
    while (!text.empty()
           && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r'
               || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

}  // namespace

base::Status read_json(
    std::string_view text,
    const ReadOptions& options,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop) {
    text = trimmed(text);
    if (text.empty()) {
        return bad_json("Expected JSON, found only blanks");
    }
    JsonRead read(options, out, progress, stop);
    const bool sequence = is_sequence(text);
    if (base::Status status = sequence ? read.lines(text) : read.whole(text); !status) {
        return status;
    }
    const bool collection = sequence || find_member(text, "type") != std::string_view::npos;
    read.finish(sequence ? "GeoJSONSeq" : collection ? "GeoJSON" : "JSON");
    return base::Done{};
}

bool is_topology(std::string_view text) {
    const std::size_t at = find_member(text, "type");
    return at != std::string_view::npos && text.substr(at, 10) == "\"Topology\"";
}

}  // namespace salient::io
