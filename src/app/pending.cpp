// Links the program while its parts are being written; each definition goes when the part arrives.
#include "app/commands.hpp"
#include "app/content.hpp"
#include "app/output.hpp"

namespace salient::app {

namespace {
base::Error not_there(const char* what) {
    return {base::ErrorCode::Unsupported, what, ""};
}
int refuse(const char* what) {
    report(not_there(what));
    return 1;
}
}  // namespace

int run_convert(const ConvertOptions& /*options*/) {
    return refuse("convert is not built in");
}
}  // namespace salient::app
