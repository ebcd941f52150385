#include "extract/confidence.hpp"

#include "base/resources.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace salient::extract {

namespace {

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    return is_whole && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

}  // namespace

base::Result<ConfidenceScale> ConfidenceScale::load(const std::filesystem::path& path) {
    const base::Result<std::string> bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    ConfidenceScale scale;
    std::size_t line_number = 0;
    for (std::size_t at = 0; at < bytes->size();) {
        const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
        const std::string_view line = std::string_view(*bytes).substr(at, end - at);
        at = end + 1;
        ++line_number;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::size_t tab = std::min(line.find('\t'), line.size() - 1);
        const auto score = number(line.substr(0, tab));
        const auto share = number(line.substr(tab + 1));
        const Point last = scale.points_.empty() ? Point() : scale.points_.back();
        if (!score || !share || *score <= last.score || *share < last.share) {
            return base::Error{
                base::ErrorCode::BadFormat,
                "Expected a score and a share between 0 and 1, both rising",
                path.string() + ":" + std::to_string(line_number)};
        }
        scale.points_.push_back({*score, *share});
    }
    return scale;
}

double ConfidenceScale::of(double score) const {
    if (points_.empty()) {
        return score;
    }
    Point before;
    for (const Point& point : points_) {
        if (score <= point.score) {
            const double way = (score - before.score) / (point.score - before.score);
            return before.share + way * (point.share - before.share);
        }
        before = point;
    }
    return before.share;
}

}  // namespace salient::extract
