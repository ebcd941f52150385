#include "workspace/utc_text.hpp"

#include "session/apply.hpp"
#include "time/text.hpp"

namespace salient::workspace {

namespace {
std::string two_digits(time::UnixSeconds number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}
}  // namespace

std::string utc_text(time::UnixSeconds at) {
    const std::chrono::sys_days day = time::day_of(at);
    const time::UnixSeconds second = at - time::seconds_of(day);
    return time::iso_day(day) + "T" + two_digits(second / 3600) + ":" + two_digits(second / 60 % 60)
           + ":" + two_digits(second % 60) + "Z";
}

Value utc_value(time::UnixSeconds at) {
    if (at < session::kFirstSecond || at > session::kLastSecond) {
        return {};
    }
    std::string text = utc_text(at);
    text.insert(text.size() - 1, ".000");  // GeoPackage wants the milliseconds
    return text;
}

}  // namespace salient::workspace
