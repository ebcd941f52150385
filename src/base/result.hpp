#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace salient::base {

/// What went wrong, coarse enough for a caller to decide on.
enum class ErrorCode {
    NotFound,       ///< a file, name or id that does not exist
    Io,             ///< reading or writing failed (permissions, full disk)
    BadFormat,      ///< the input is not what it claims to be
    BadValue,       ///< one value is out of its range
    Unsupported,    ///< understood, and deliberately not done
    LimitExceeded,  ///< larger than the bound that protects the program
    Cancelled,      ///< stopped by the user
};

/// A failure that a user can act on.
struct Error {
    ErrorCode code = ErrorCode::BadFormat;
    std::string
        message;  ///< what was expected, what was found, what to do; no trailing full stop needed
    std::string where;  ///< `path`, `path:line` or `path@byte`; empty when there is no place

    /// "message: where", the form that is shown to a user.
    [[nodiscard]] std::string text() const {
        return where.empty() ? message : message + ": " + where;
    }
    friend bool operator==(const Error&, const Error&) = default;
};

/// A value or an Error. Like std::expected of C++23; asserts when the wrong side is asked for.
template <class T>
class [[nodiscard]] Result {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): `return value;` is the point
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    // NOLINTNEXTLINE(google-explicit-constructor): `return Error{…};` is the point
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] const T& value() const& {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T& value() & {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() && {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] const Error& error() const {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, Error> state_;
};

/// Success without a value.
struct Done {
    friend bool operator==(Done, Done) = default;
};
using Status = Result<Done>;

}  // namespace salient::base
