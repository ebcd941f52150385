#include "app/result_stream.hpp"

#include "app/output.hpp"

#include <filesystem>
#include <iostream>
#include <system_error>

namespace salient::app {

namespace {

std::string unfinished(const std::string& path) {
    return path + ".part";
}

}  // namespace

base::Result<ResultStream> ResultStream::open(const Output& output) {
    if (auto status = check_output(output); !status) {
        return status.error();
    }
    ResultStream stream;
    stream.path_ = output.path;
    if (output.path != "-") {
        stream.file_ = std::make_unique<std::ofstream>(unfinished(output.path), std::ios::binary);
        if (!*stream.file_) {
            return base::Error{base::ErrorCode::Io, "Cannot write here", output.path};
        }
    }
    return stream;
}

std::ostream& ResultStream::out() {
    return file_ == nullptr ? std::cout : *file_;
}

base::Status ResultStream::close() {
    out().flush();
    if (!out()) {
        return base::Error{
            base::ErrorCode::Io,
            "Writing failed",
            file_ == nullptr ? "standard output" : path_};
    }
    if (file_ != nullptr) {
        file_->close();
        std::error_code error;
        std::filesystem::rename(unfinished(path_), path_, error);
        if (error) {
            return base::Error{base::ErrorCode::Io, "Cannot write here: " + error.message(), path_};
        }
    }
    return base::Done{};
}

}  // namespace salient::app
