#include "io/json_reader.hpp"

#include "io/json_feature.hpp"
#include "io/json_scan.hpp"

#include <algorithm>
#include <cstring>

namespace salient::io {

namespace {

namespace dom = simdjson::dom;

base::Error bad_json(const std::string& message) {
    return {base::ErrorCode::BadFormat, message, ""};
}

/// Reads one file; holds the parser and counts lines as it goes.
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
          rows_(table_) {}

    base::Status whole(std::string_view text);
    base::Status lines(std::string_view text);
    void finish(std::string_view format) {
        out_.format = format;
        out_.tables.push_back(std::move(table_));
    }
    [[nodiscard]] bool empty() const { return table_.row_count() == 0; }

private:
    const ReadOptions& options_;
    Tables& out_;
    Progress* progress_;
    const std::stop_token& stop_;
    Table table_;
    JsonRows rows_;
    dom::parser parser_;
    std::string_view whole_;
    std::size_t counted_to_ = 0;
    std::size_t line_ = 1;

    std::size_t line_of(const char* at);
    simdjson::simdjson_result<dom::element> parse(std::string_view text);
    base::Status add_element(std::string_view element);
    base::Status add_scanned(const ArrayScan& scan);
    base::Status collection(std::string_view text, std::size_t features_at);
    base::Status list(std::string_view text);
    base::Status single(std::string_view text);
    bool add_nested(dom::element element, int depth);
    void use_crs(dom::element outer);
    base::Status check_rest(const std::string& outer, const ArrayScan& scan);
};

std::size_t JsonRead::line_of(const char* at) {
    const auto offset = static_cast<std::size_t>(at - whole_.data());
    if (offset >= counted_to_) {
        line_ += static_cast<std::size_t>(std::count(
            whole_.begin() + static_cast<std::ptrdiff_t>(counted_to_),
            whole_.begin() + static_cast<std::ptrdiff_t>(offset),
            '\n'));
        counted_to_ = offset;
    }
    return line_;
}

simdjson::simdjson_result<dom::element> JsonRead::parse(std::string_view text) {
    const char* end = text.data() + text.size();
    const bool padded = end + simdjson::SIMDJSON_PADDING <= whole_.data() + whole_.size();
    return parser_.parse(text.data(), text.size(), !padded);
}

base::Status JsonRead::add_element(std::string_view element) {
    const std::size_t line = line_of(element.data());
    if (element.size() > options_.limits.field_bytes) {
        out_.reject(line, "The feature is larger than the limit for one value", element);
        return base::Done{};
    }
    auto parsed = parse(element);
    if (parsed.error() != simdjson::SUCCESS) {
        out_.reject(
            line,
            std::string("Not valid JSON: ") + simdjson::error_message(parsed.error()),
            element);
        return base::Done{};
    }
    if (!rows_.add(parsed.value_unsafe(), line)) {
        out_.reject(line, "Expected a feature or an object", element);
    }
    if (table_.row_count() > options_.limits.features) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The file has more than " + std::to_string(options_.limits.features)
                + " features; raise the limit to read it",
            ""};
    }
    if (table_.row_count() % 1024 == 0) {
        if (stop_.stop_requested()) {
            return base::Error{base::ErrorCode::Cancelled, "Reading was cancelled", ""};
        }
        if (progress_ != nullptr) {
            progress_->done = static_cast<std::uint64_t>(element.data() - whole_.data());
        }
    }
    return base::Done{};
}

base::Status JsonRead::add_scanned(const ArrayScan& scan) {
    for (const std::string_view element : scan.elements) {
        if (const base::Status status = add_element(element); !status) {
            return status;
        }
    }
    return base::Done{};
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
            rows_.set_transform(std::move(transform).value());
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
        out_.diagnostics.warn(
            "position.crs",
            "The file names its coordinate system in an unknown form; degrees on WGS 84 are "
            "assumed");
        return;
    }
    auto transform = to_lonlat(name);
    if (transform) {
        rows_.set_transform(std::move(transform).value());
    } else {
        out_.diagnostics.warn(
            "position.crs",
            transform.error().message + "; degrees on WGS 84 are assumed");
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
                            + std::to_string(line_of(whole_.data() + scan.first_fault));
    counted_to_ = 0;
    line_ = 1;
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
    const ArrayScan scan = scan_array(text, features_at);
    std::string outer(text.substr(0, scan.open));
    outer += "[]";
    outer += text.substr(scan.close);
    if (const base::Status status = check_rest(outer, scan); !status) {
        return status;
    }
    return add_scanned(scan);
}

base::Status JsonRead::list(std::string_view text) {
    const ArrayScan scan = scan_array(text, 0);
    const bool objects =
        std::any_of(scan.elements.begin(), scan.elements.end(), [](std::string_view element) {
            return element.front() == '{';
        });
    if (!objects) {
        return single(text);
    }
    std::string outer = "[]";
    outer += text.substr(scan.close);
    if (const base::Status status = check_rest(outer, scan); !status) {
        return status;
    }
    return add_scanned(scan);
}

/// Finds the rows of an object that wraps them: a collection, or a list of objects.
bool JsonRead::add_nested(dom::element element, int depth) {
    dom::array array;
    dom::object object;
    if (element.get(array) == simdjson::SUCCESS) {
        std::size_t number = 0;
        for (const dom::element item : array) {
            ++number;
            if (!rows_.add(item, number)) {
                out_.reject(number, "Expected an object", cell_text(item));
            }
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
        if (geometry || (typed && (type == "Feature" || is_geometry_type(type)))) {
            use_crs(root);
            rows_.add(root, 1);
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
    if (progress_ != nullptr) {
        progress_->total = text.size();
    }
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
        if (line.empty()) {
            continue;
        }
        if (const base::Status status = add_element(line); !status) {
            return status;
        }
    }
    return empty() ? base::Status(bad_json("Expected one JSON object a line, found none"))
                   : base::Status(base::Done{});
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
    if (const base::Status status = sequence ? read.lines(text) : read.whole(text); !status) {
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
