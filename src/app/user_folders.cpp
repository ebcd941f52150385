#include "app/user_folders.hpp"

#include "base/resources.hpp"

#include <cstdlib>
#include <optional>
#include <string_view>

namespace salient::app {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

/// The value of a line such as XDG_PICTURES_DIR="$HOME/Pictures".
std::optional<fs::path> configured(const std::string& key, const std::string& home) {
    const fs::path config = variable("XDG_CONFIG_HOME") ? fs::path(*variable("XDG_CONFIG_HOME"))
                                                        : fs::path(home) / ".config";
    const auto text = base::read_file(config / "user-dirs.dirs", 100'000);
    if (!text) {
        return std::nullopt;
    }
    const std::string start = key + "=\"";
    const std::size_t at = text->find(start);
    if (at == std::string::npos) {
        return std::nullopt;
    }
    const std::size_t begin = at + start.size();
    std::string value = text->substr(begin, text->find('"', begin) - begin);
    const std::string_view home_word = "$HOME";
    if (value.rfind(home_word, 0) == 0) {
        value.replace(0, home_word.size(), home);
    }
    return fs::path(value);
}

fs::path user_folder(const char* key, const char* usual) {
    std::error_code ignored;
    const auto home = variable("HOME");
    if (!home) {
        return fs::current_path(ignored);
    }
    if (const auto named = variable(key); named && fs::is_directory(*named, ignored)) {
        return *named;
    }
    const auto set = configured(key, *home);
    if (set && fs::is_directory(*set, ignored)) {
        return *set;
    }
    const fs::path common = fs::path(*home) / usual;
    return fs::is_directory(common, ignored) ? common : fs::path(*home);
}

}  // namespace

fs::path pictures_folder() {
    return user_folder("XDG_PICTURES_DIR", "Pictures");
}

fs::path documents_folder() {
    return user_folder("XDG_DOCUMENTS_DIR", "Documents");
}

fs::path unused_name(const fs::path& folder, const std::string& stem, const std::string& ending) {
    fs::path path = folder / (stem + ending);
    std::error_code ignored;
    for (int i = 2; fs::exists(path, ignored); ++i) {
        std::string name = stem;
        name.append("-").append(std::to_string(i)).append(ending);
        path = folder / name;
    }
    return path;
}

}  // namespace salient::app
