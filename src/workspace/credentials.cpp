#include "workspace/database.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace salient::workspace {

namespace {

constexpr std::string_view kHidden = "***";

/// Names of libpq parameters whose value is a secret. @source PostgreSQL 15 manual, 34.1.2
constexpr std::array<std::string_view, 3> kSecrets = {"sslpassword", "password", "passwd"};

char lower(char letter) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

bool starts_with_folded(std::string_view text, std::string_view start) {
    return text.size() >= start.size()
           && std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) {
                  return a == lower(b);
              });
}

bool is_space(char letter) {
    return std::isspace(static_cast<unsigned char>(letter)) != 0;
}

/// Length of the value that begins here: quoted as libpq does it, or up to white space or the next parameter of a URL.
std::size_t value_length(std::string_view text) {
    if (!text.empty() && (text.front() == '\'' || text.front() == '"')) {
        const char quote = text.front();
        for (std::size_t i = 1; i < text.size(); ++i) {
            if (text[i] == '\\') {
                ++i;
            } else if (text[i] == quote) {
                return i + 1;
            }
        }
        return text.size();
    }
    std::size_t length = 0;
    while (length < text.size() && !is_space(text[length]) && text[length] != '&') {
        length += text[length] == '\\' && length + 1 < text.size() ? 2U : 1U;
    }
    return length;
}

/// Length of `password = ` at the start of the text; 0 when it does not begin so.
std::size_t secret_name_length(std::string_view text) {
    for (const std::string_view name : kSecrets) {
        if (!starts_with_folded(text, name)) {
            continue;
        }
        std::size_t at = name.size();
        while (at < text.size() && is_space(text[at])) {
            ++at;
        }
        if (at == text.size() || text[at] != '=') {
            continue;
        }
        ++at;
        while (at < text.size() && is_space(text[at])) {
            ++at;
        }
        return at;
    }
    return 0;
}

/// Replaces the password of `scheme://user:password@host`.
std::string without_url_passwords(std::string_view text) {
    std::string result;
    std::size_t from = 0;
    for (std::size_t at = text.find("://"); at != std::string_view::npos;
         at = text.find("://", at)) {
        at += 3;
        const std::size_t end = std::min(text.find_first_of("/?# \t\n\"'", at), text.size());
        const std::size_t sign = text.substr(0, end).rfind('@');
        const std::size_t colon = text.find(':', at);
        if (sign != std::string_view::npos && sign >= at && colon < sign) {
            result += text.substr(from, colon + 1 - from);
            result += kHidden;
            from = sign;
        }
    }
    result += text.substr(from);
    return result;
}

}  // namespace

bool is_database(std::string_view text) {
    return starts_with_folded(text, "pg:") || starts_with_folded(text, "postgresql://")
           || starts_with_folded(text, "postgres://");
}

std::string without_credentials(std::string_view text) {
    const std::string urls_hidden = without_url_passwords(text);
    const std::string_view rest = urls_hidden;
    std::string result;
    for (std::size_t at = 0; at < rest.size();) {
        const std::size_t name = secret_name_length(rest.substr(at));
        if (name == 0) {
            result += rest[at++];
            continue;
        }
        result += rest.substr(at, name);
        result += kHidden;
        at += name;
        at += value_length(rest.substr(at));
    }
    return result;
}

}  // namespace salient::workspace
