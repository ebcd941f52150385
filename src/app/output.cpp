#include "app/output.hpp"

#include "base/resources.hpp"
#include "base/utf8.hpp"
#include "workspace/database.hpp"

#include <filesystem>
#include <iostream>
#include <map>
#include <system_error>

namespace salient::app {

namespace {}  // namespace

base::Status check_output(const Output& output) {
    std::error_code ignored;
    if (output.path != "-" && !output.overwrite && std::filesystem::exists(output.path, ignored)) {
        return base::Error{
            base::ErrorCode::BadValue,
            "The file exists; give --overwrite to replace it",
            output.path};
    }
    return base::Done{};
}

base::Status write_output(const Output& output, std::string_view bytes) {
    if (output.path != "-") {
        return base::write_file_atomically(output.path, bytes);
    }
    std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return flush_output();
}

base::Status flush_output() {
    std::cout.flush();
    if (!std::cout) {
        return base::Error{base::ErrorCode::Io, "Standard output cannot be written", ""};
    }
    return base::Done{};
}

void report(const base::Error& error) {
    std::cerr << "salient: " << base::printable(workspace::without_credentials(error.text()))
              << '\n';
}

void report(const base::Diagnostics& diagnostics, std::size_t per_code) {
    std::map<std::string, std::size_t> shown;
    for (const base::Diagnostic& item : diagnostics.items()) {
        if (item.severity == base::Severity::Note || ++shown[item.code] > per_code) {
            continue;
        }
        std::cerr << "salient: " << base::severity_id(item.severity) << ": "
                  << base::printable(item.message);
        if (!item.where.empty()) {
            std::cerr << ": " << base::printable(item.where);
        }
        std::cerr << '\n';
    }
    for (const auto& [code, count] : shown) {
        const std::size_t total = diagnostics.count(code);
        if (total > per_code) {
            std::cerr << "salient: " << total - per_code << " more like the last (" << code
                      << ")\n";
        }
    }
}

}  // namespace salient::app
