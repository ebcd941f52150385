#include "io/gpx_handler.hpp"

#include "io/position_text.hpp"

namespace salient::io {

namespace {

std::string_view row_kind(std::string_view name) {
    return name == "wpt" ? "waypoint" : name == "trk" ? "track" : name == "rte" ? "route" : "";
}

bool is_point(std::string_view name) {
    return name == "wpt" || name == "trkpt" || name == "rtept";
}

std::string_view trimmed_text(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

void GpxHandler::start(std::string_view name, const XmlAttributes& attributes, std::size_t line) {
    path_.emplace_back(name);
    text_.clear();
    if (!row_kind(name).empty()) {
        open_ = true;
        line_ = line;
        shape_ = ShapeBuilder();
        track_ = TrackText();
        cells_.clear();
    }
    if (open_ && is_point(name)) {
        time_.clear();
        add_point(attributes);
    }
    if (open_ && name == "link") {
        for (const auto& [key, value] : attributes) {
            if (key == "href") {
                cells_.emplace_back("link", value);
            }
        }
    }
}

void GpxHandler::add_point(const XmlAttributes& attributes) {
    std::optional<double> lon;
    std::optional<double> lat;
    for (const auto& [key, value] : attributes) {
        if (key == "lon") {
            lon = read_number(value);
        } else if (key == "lat") {
            lat = read_number(value);
        }
    }
    if (!lon || !lat) {
        shape_.spoil();
        return;
    }
    shape_.add(*lon, *lat);
    track_.add_vertex(*lon, *lat);
}

void GpxHandler::text(std::string_view piece) {
    if (text_.size() + piece.size() <= options_.limits.field_bytes) {
        text_ += piece;
    }
}

base::Status GpxHandler::may_go_on() {
    if (stop_.stop_requested()) {
        return base::Error{base::ErrorCode::Cancelled, "Reading was cancelled", ""};
    }
    if (table_.row_count() > options_.limits.features) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The file has more than " + std::to_string(options_.limits.features)
                + " rows; raise --max-features to read it",
            ""};
    }
    return base::Done{};
}

void GpxHandler::end(std::string_view name) {
    if (!path_.empty()) {
        path_.pop_back();
    }
    if (!open_) {
        return;
    }
    const std::string_view parent = path_.empty() ? std::string_view() : path_.back();
    const std::string_view value = trimmed_text(text_);
    if (name == "time" && is_point(parent)) {
        time_ = value;
    } else if (is_point(name)) {
        track_.add_time(time_);
    } else if (!row_kind(parent).empty() && !value.empty()) {
        cells_.emplace_back(name, value);
    }
    if (!row_kind(name).empty()) {
        end_row(row_kind(name));
    }
    text_.clear();
}

void GpxHandler::end_row(std::string_view kind) {
    open_ = false;
    table_.begin_row(line_);
    std::vector<std::uint32_t> used;
    const auto add = [this, &used](std::string_view column, std::string_view text) {
        const std::uint32_t index = table_.column_index(column);
        if (!text.empty() && std::find(used.begin(), used.end(), index) == used.end()) {
            used.push_back(index);
            table_.add_copy(index, text);
        }
    };
    for (const auto& [column, text] : cells_) {
        add(column, text);
    }
    add("kind", kind);
    const KmlTime time = track_.range();
    add("time begin", time.begin);
    if (kind != "waypoint") {
        add("time end", time.end);
        if (!time.empty()) {
            add("track", track_.text());
        }
    }
    table_.shapes.push_back(shape_.finish());
}

void GpxHandler::finish() {
    if (open_) {
        out_.reject(line_, "The row is cut off", "");
    }
    out_.tables.push_back(std::move(table_));
}

}  // namespace salient::io
