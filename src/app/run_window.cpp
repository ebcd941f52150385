#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/window_loop.hpp"

namespace salient::app {

int run_window(const WindowOptions& options) {
    const base::Status status = show_window(options);
    if (!status) {
        report(status.error());
        return 1;
    }
    return 0;
}

}  // namespace salient::app
