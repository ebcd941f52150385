#include "workspace/paths.hpp"

#include "workspace/database.hpp"
#include "workspace/workspace.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_set>

namespace salient::workspace {

namespace {

namespace fs = std::filesystem;

/// Every path that the contents name, in order.
void for_each_path(Contents& contents, const std::function<void(std::string&)>& visit) {
    std::for_each(contents.files.begin(), contents.files.end(), visit);
    std::for_each(contents.control_sources.begin(), contents.control_sources.end(), visit);
    for (Layer& layer : contents.layers) {
        visit(layer.path);
    }
    for (Article& article : contents.articles) {
        visit(article.path);
    }
}

bool is_address(std::string_view path) {
    return is_database(path) || path.find("://") != std::string_view::npos
           || path.starts_with("/vsi");
}

std::string normal(const fs::path& path) {
    std::string text = path.lexically_normal().string();
    if (text.size() > 1 && text.back() == '/') {
        text.pop_back();
    }
    return text;
}

/// The new name of `path` when `from`, or a folder above it, moved to `to`.
std::string moved(const std::string& path, const std::string& from, const std::string& to) {
    const std::string old = normal(path);
    if (old == from) {
        return to;
    }
    if (old.starts_with(from + "/")) {
        return to + old.substr(from.size());
    }
    return path;
}

}  // namespace

Contents without_events(const Contents& contents) {
    Contents others;
    others.articles = contents.articles;
    others.decisions = contents.decisions;
    others.edits = contents.edits;
    others.layers = contents.layers;
    others.control_sources = contents.control_sources;
    others.files = contents.files;
    others.state = contents.state;
    others.bookmarks = contents.bookmarks;
    others.mappings = contents.mappings;
    return others;
}

void hide_credentials(Contents& contents) {
    for_each_path(contents, [](std::string& path) {
        if (is_address(path)) {
            path = without_credentials(path);
        }
    });
}

void make_relative(Contents& contents, const fs::path& folder) {
    for_each_path(contents, [&folder](std::string& path) {
        if (is_address(path)) {
            path = without_credentials(path);
        } else if (fs::path(path).is_absolute()) {
            path = fs::path(path).lexically_normal().lexically_relative(folder).string();
        }
    });
}

void make_absolute(Contents& contents, const fs::path& folder, base::Diagnostics& diagnostics) {
    for_each_path(contents, [&](std::string& path) {
        if (is_address(path)) {
            diagnostics.warn(
                "file.address",
                "The workspace names an address; it is not followed, open it yourself",
                without_credentials(path));
            path.clear();
        } else if (!path.empty()) {
            path = normal(folder / path);
        }
    });
    std::erase(contents.files, "");
    std::erase(contents.control_sources, "");
}

std::vector<std::string> missing_files(const Contents& contents) {
    Contents names;
    names.files = contents.files;
    names.control_sources = contents.control_sources;
    names.layers = contents.layers;
    for (const Article& article : contents.articles) {
        names.articles.emplace_back().path = article.path;
    }
    std::vector<std::string> missing;
    std::unordered_set<std::string> seen;
    for_each_path(names, [&](std::string& path) {
        std::error_code failed;
        if (!path.empty() && !is_address(path) && seen.insert(path).second
            && !fs::exists(path, failed)) {
            missing.push_back(path);
        }
    });
    return missing;
}

std::size_t relocate(Contents& contents, const fs::path& from, const fs::path& to) {
    const std::string old_name = normal(from);
    const std::string new_name = normal(fs::absolute(to));
    std::size_t changed = 0;
    for_each_path(contents, [&](std::string& path) {
        std::string name = path.empty() ? path : moved(path, old_name, new_name);
        if (name != path) {
            path = std::move(name);
            ++changed;
        }
    });
    return changed;
}

}  // namespace salient::workspace
