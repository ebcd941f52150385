#include "io/kml_handler.hpp"

#include "io/json_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace salient::io {

namespace {

constexpr std::size_t kMaxLinks = 1000;
constexpr std::string_view kBlanks = " \t\r\n";

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_container(std::string_view name) {
    return is_one_of<4>(name, {"Document", "Folder", "kml", "Update"});
}

/// Elements whose times, positions and texts are not a placemark's own.
bool is_hidden(std::string_view name) {
    return is_one_of<9>(
        name,
        {"Camera",
         "LookAt",
         "GroundOverlay",
         "ScreenOverlay",
         "NetworkLink",
         "Style",
         "StyleMap",
         "Region",
         "Tour"});
}

bool is_text_element(std::string_view name) {
    return is_one_of<7>(
        name,
        {"name", "description", "address", "phoneNumber", "Snippet", "snippet", "styleUrl"});
}

std::string_view trimmed_text(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string_view attribute(const XmlAttributes& attributes, std::string_view name) {
    for (const auto& [key, value] : attributes) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

}  // namespace

void TrackText::add_vertex(double lon, double lat) {
    vertices_.push_back(number_text(lon) + ' ' + number_text(lat));
}

std::string TrackText::text() const {
    std::string out;
    for (std::size_t i = 0; i < std::min(times_.size(), vertices_.size()); ++i) {
        out += times_[i] + ' ' + vertices_[i] + '\n';
    }
    return out;
}

KmlTime TrackText::range() const {
    KmlTime time;
    for (const std::string& at : times_) {
        if (at.empty()) {
            continue;
        }
        if (time.begin.empty()) {
            time.begin = at;
        }
        time.end = at;
    }
    return time;
}

void add_kml_coordinates(std::string_view text, ShapeBuilder& shape) {
    const auto skip_blanks = [&text] {
        text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    };
    skip_blanks();
    while (!text.empty()) {
        std::array<double, 3> ordinates{};
        std::size_t count = 0;
        while (true) {
            if (text.starts_with('+')) {
                text.remove_prefix(1);
            }
            double value = 0;
            const auto [end, error] =
                std::from_chars(text.data(), text.data() + text.size(), value);
            if (error != std::errc()) {
                shape.spoil();
                return;
            }
            if (count < ordinates.size()) {
                ordinates.at(count) = value;
            }
            ++count;
            text.remove_prefix(static_cast<std::size_t>(end - text.data()));
            skip_blanks();
            if (!text.starts_with(',')) {
                break;
            }
            text.remove_prefix(1);
            skip_blanks();
        }
        if (count < 2) {
            shape.spoil();
            return;
        }
        shape.add(ordinates[0], ordinates[1]);
    }
}

KmlHandler::KmlHandler(const ReadOptions& options, Tables& out, const std::stop_token& stop)
    : options_(options),
      out_(out),
      stop_(stop) {
    containers_.emplace_back();
    open_.push_back(0);
}

std::string_view KmlHandler::parent() const {
    return path_.size() < 2 ? std::string_view() : std::string_view(path_[path_.size() - 2]);
}

void KmlHandler::start(std::string_view name, const XmlAttributes& attributes, std::size_t line) {
    path_.emplace_back(name);
    if (description_at_ != 0) {
        return;  // markup that was not put into CDATA
    }
    text_.clear();
    description_at_ = name == "description" ? path_.size() : 0;
    if (is_hidden(name)) {
        ++hidden_;
    } else if (hidden_ > 0) {
        return;
    } else if (is_container(name)) {
        start_container(name);
    } else if (name == "Placemark" || name == "PhotoOverlay") {
        placemark_ = Placemark();
        placemark_->line = line;
        placemark_->container = open_.back();
        if (const std::string_view id = attribute(attributes, "id"); !id.empty()) {
            add_cell("id", id);
        }
    } else if (name == "TimeStamp" || name == "TimeSpan") {
        time_ = KmlTime();
    } else if (name == "Data" || name == "SimpleData") {
        data_name_ = attribute(attributes, "name");
    }
}

void KmlHandler::start_container(std::string_view name) {
    if (name == "kml" || name == "Update") {
        return;
    }
    containers_.push_back({open_.back(), "", {}});
    open_.push_back(containers_.size() - 1);
}

void KmlHandler::text(std::string_view piece) {
    if (text_.size() + piece.size() > options_.limits.field_bytes) {
        too_long_ = true;
        return;
    }
    text_ += piece;
}

base::Status KmlHandler::may_go_on() {
    if (stop_.stop_requested()) {
        return base::Error{base::ErrorCode::Cancelled, "Reading was cancelled", ""};
    }
    if (placemarks_.size() > options_.limits.features) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The file has more than " + std::to_string(options_.limits.features)
                + " placemarks; raise --max-features to read it",
            ""};
    }
    if (too_long_) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "A text is longer than " + std::to_string(options_.limits.field_bytes) + " bytes",
            ""};
    }
    return base::Done{};
}

void KmlHandler::end(std::string_view name) {
    if (path_.size() > description_at_ && description_at_ != 0) {
        path_.pop_back();
        return;
    }
    description_at_ = 0;
    if (name == "href") {
        list_link(trimmed_text(text_));
    }
    if (is_hidden(name)) {
        --hidden_;
        if (name == "GroundOverlay" || name == "ScreenOverlay") {
            out_.not_followed.push_back(
                "a " + std::string(name == "GroundOverlay" ? "ground" : "screen") + " overlay");
        }
    } else if (hidden_ == 0) {
        if (name == "when" || name == "begin" || name == "end" || name == "TimeStamp"
            || name == "TimeSpan") {
            end_time(name);
        } else if (placemark_) {
            end_in_placemark(name);
        } else if (name == "name") {
            containers_[open_.back()].name = trimmed_text(text_);
        } else if ((name == "Document" || name == "Folder") && open_.size() > 1) {
            open_.pop_back();
        }
    }
    if (!path_.empty()) {
        path_.pop_back();
    }
    text_.clear();
}

void KmlHandler::end_time(std::string_view name) {
    const std::string value(trimmed_text(text_));
    if (name == "when" && parent() == "Track") {
        if (placemark_) {
            placemark_->track.add_time(value);
        }
    } else if (name == "when" || name == "begin") {
        time_.begin = value;
    } else if (name == "end") {
        time_.end = value;
    } else {
        time_.is_span = name == "TimeSpan";
        (placemark_ ? placemark_->time : containers_[open_.back()].time) = time_;
    }
}

void KmlHandler::end_in_placemark(std::string_view name) {
    if (name == "Placemark" || name == "PhotoOverlay") {
        placemarks_.push_back(std::move(*placemark_));
        placemark_.reset();
        return;
    }
    const bool own = parent() == "Placemark" || parent() == "PhotoOverlay";
    if (name == "coordinates" || name == "coord" || parent() == "Location") {
        end_geometry(name);
    } else if (own && is_text_element(name)) {
        add_cell(name, name == "description" ? std::string_view(text_) : trimmed_text(text_));
        if (name == "styleUrl" && text_.find("://") != std::string::npos) {
            list_link(trimmed_text(text_));
        }
    } else if ((name == "value" && parent() == "Data") || name == "SimpleData") {
        add_cell(data_name_, text_);
    } else if (parent() == "ExtendedData" && name != "Data" && name != "SchemaData") {
        add_cell(name, trimmed_text(text_));
    }
}

void KmlHandler::end_geometry(std::string_view name) {
    if (name == "coordinates") {
        add_kml_coordinates(text_, placemark_->builder);
        return;
    }
    if (name != "coord") {
        if (name == "longitude" || name == "latitude") {
            add_cell(name, trimmed_text(text_));
        }
        return;
    }
    // gx:coord separates its numbers by blanks.
    std::string_view rest = trimmed_text(text_);
    double lon = 0;
    double lat = 0;
    const auto first = std::from_chars(rest.data(), rest.data() + rest.size(), lon);
    rest = trimmed_text(rest.substr(static_cast<std::size_t>(first.ptr - rest.data())));
    const auto second = std::from_chars(rest.data(), rest.data() + rest.size(), lat);
    if (first.ec != std::errc() || second.ec != std::errc()) {
        placemark_->builder.spoil();
        return;
    }
    placemark_->builder.add(lon, lat);
    placemark_->track.add_vertex(lon, lat);
}

void KmlHandler::add_cell(std::string_view column, std::string_view value) {
    if (value.empty() || column.empty()) {
        return;
    }
    auto& cells = placemark_->cells;
    const auto taken = [&cells](std::uint32_t index) {
        return std::any_of(cells.begin(), cells.end(), [index](const auto& cell) {
            return cell.first == index;
        });
    };
    std::uint32_t index = table_.column_index(column);
    for (int copy = 2; taken(index); ++copy) {
        index = table_.column_index(std::string(column) + " (" + std::to_string(copy) + ")");
    }
    cells.emplace_back(index, value);
}

void KmlHandler::list_link(std::string_view address) {
    if (!address.empty() && followed_.size() < kMaxLinks
        && followed_.emplace(address.substr(0, 500)).second) {
        out_.not_followed.emplace_back(address.substr(0, 500));
    }
}

}  // namespace salient::io
