#pragma once

#include "io/kml_handler.hpp"

/// The rows of a GPX document. For .cpp files of this module only.
namespace salient::io {

/// A waypoint, track or route each gives a row.
class GpxHandler final : public XmlHandler {
public:
    GpxHandler(const ReadOptions& options, Tables& out, const std::stop_token& stop)
        : options_(options),
          out_(out),
          stop_(stop) {}

    void start(std::string_view name, const XmlAttributes& attributes, std::size_t line) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;
    [[nodiscard]] base::Status may_go_on() override;
    void finish();

private:
    const ReadOptions& options_;
    Tables& out_;
    const std::stop_token& stop_;
    Table table_;
    std::vector<std::string> path_;
    bool open_ = false;  ///< a row is
    std::size_t line_ = 0;
    ShapeBuilder shape_;
    TrackText track_;
    std::string time_;  ///< of the open point
    std::string text_;
    std::vector<std::pair<std::string, std::string>> cells_;

    void add_point(const XmlAttributes& attributes);
    void end_row(std::string_view kind);
};

}  // namespace salient::io
