#pragma once

#include "app/options.hpp"
#include "base/result.hpp"

#include <fstream>
#include <iosfwd>
#include <memory>
#include <string>

namespace salient::app {

/// Where a command writes a result piece by piece: standard output, or a file that gets its name when all is written.
class ResultStream {
public:
    /// @errors BadValue: the file exists and `overwrite` is off; Io: it cannot be written.
    [[nodiscard]] static base::Result<ResultStream> open(const Output& output);

    [[nodiscard]] std::ostream& out();
    /// @errors Io: something could not be written.
    [[nodiscard]] base::Status close();

private:
    std::string path_;                     // "-" is standard output
    std::unique_ptr<std::ofstream> file_;  // null for standard output
};

}  // namespace salient::app
