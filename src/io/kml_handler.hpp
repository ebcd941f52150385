#pragma once

#include "io/read_events.hpp"
#include "io/shape_builder.hpp"
#include "io/table.hpp"
#include "io/xml_parser.hpp"

#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// The rows of a KML document. For .cpp files of this module only.
namespace salient::io {

/// Begin and end as KML writes them; both empty when nothing is said.
struct KmlTime {
    std::string begin;
    std::string end;
    bool is_span = false;  ///< an empty begin or end is then open
    [[nodiscard]] bool empty() const { return begin.empty() && end.empty(); }
};

/// Vertices with the times they were passed at.
class TrackText {
public:
    void add_time(std::string_view when) { times_.emplace_back(when); }
    void add_vertex(double lon, double lat);
    [[nodiscard]] bool empty() const { return times_.empty(); }
    /// "time lon lat", one a line; as many as there are of both.
    [[nodiscard]] std::string text() const;
    /// The first and last time that is not empty.
    [[nodiscard]] KmlTime range() const;

private:
    std::vector<std::string> times_;
    std::vector<std::string> vertices_;
};

/// Adds `lon,lat[,height]` positions; spoils the shape when they are malformed.
void add_kml_coordinates(std::string_view text, ShapeBuilder& shape);

class KmlHandler final : public XmlHandler {
public:
    KmlHandler(const ReadOptions& options, Tables& out, const std::stop_token& stop);

    void start(std::string_view name, const XmlAttributes& attributes, std::size_t line) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;
    [[nodiscard]] base::Status may_go_on() override;

    /// Gives the rows to the tables; a placemark that was cut off is rejected.
    void finish();

private:
    struct Container {
        std::size_t parent = 0;
        std::string name;
        KmlTime time;
    };
    struct Placemark {
        std::size_t line = 0;
        std::size_t container = 0;
        KmlTime time;
        std::vector<std::pair<std::uint32_t, std::string>> cells;
        ShapeBuilder builder;
        TrackText track;
    };

    const ReadOptions& options_;
    Tables& out_;
    const std::stop_token& stop_;
    Table table_;
    std::vector<Container> containers_;
    std::vector<Placemark> placemarks_;
    std::vector<std::string> path_;       ///< names of the open elements
    std::vector<std::size_t> open_;       ///< containers around
    std::optional<Placemark> placemark_;  ///< the open one
    int hidden_ = 0;  ///< open elements that are no placemark: views, overlays, links, styles
    std::size_t description_at_ = 0;  ///< depth of the open description; 0 when there is none
    KmlTime time_;
    std::string text_;
    std::string data_name_;
    std::set<std::string> followed_;
    bool too_long_ = false;

    void start_container(std::string_view name);
    void end_placemark();
    void end_in_placemark(std::string_view name);
    void end_geometry(std::string_view name);
    void end_time(std::string_view name);
    void add_cell(std::string_view column, std::string_view value);
    void list_link(std::string_view address);
    [[nodiscard]] std::string_view parent() const;
    [[nodiscard]] const KmlTime& time_of(const Placemark& placemark) const;
    [[nodiscard]] std::string folder_of(const Placemark& placemark) const;
    [[nodiscard]] std::string content_of(const Placemark& placemark) const;
    void emit(Placemark& placemark);
};

}  // namespace salient::io
