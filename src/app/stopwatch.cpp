#include "app/stopwatch.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

namespace salient::app {

namespace {

/// Seconds after boot at which this process began. @source proc(5), field 22 of /proc/self/stat
double process_start_s() {
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text);
    std::size_t at = text.rfind(')');
    if (at == std::string::npos) {
        return 0;
    }
    const int fields_after_name = 20;
    for (int field = 0; field < fields_after_name && at != std::string::npos; ++field) {
        at = text.find(' ', at + 1);
    }
    const double ticks = at == std::string::npos ? 0 : std::strtod(text.c_str() + at, nullptr);
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

void print_timing(const char* what) {
    static const char* const kWanted = std::getenv("SALIENT_TIMING");
    if (kWanted == nullptr) {
        return;
    }
    std::timespec now = {};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double seconds =
        static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
    std::fprintf(stderr, "salient: %s after %.2f s\n", what, seconds - process_start_s());
}

}  // namespace salient::app
