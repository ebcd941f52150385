#include "finder_support.hpp"

#include "prose/sentences.hpp"
#include "prose/tokens.hpp"
#include "test_paths.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <array>
#include <filesystem>

namespace salient::toponym::test {

namespace fs = std::filesystem;

namespace {

/// The data directory as the build stages it, made of links to the sources.
class DataDirectory {
public:
    DataDirectory() {
        path_ = fs::temp_directory_path() / ("salient-toponym-" + std::to_string(::getpid()));
        fs::remove_all(path_);
        fs::create_directories(path_);
        const fs::path source = salient::tests::source_dir();
        fs::create_directory_symlink(source / "assets" / "models", path_ / "models");
        for (const char* file : {"abbreviations.tsv", "demonyms.tsv"}) {
            fs::create_symlink(source / "geodata" / file, path_ / file);
        }
    }
    ~DataDirectory() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    DataDirectory(const DataDirectory&) = delete;
    DataDirectory& operator=(const DataDirectory&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

Finder load() {
    const DataDirectory data;
    const fs::path geodata = salient::tests::source_dir() / "geodata";
    const std::array files = {
        geodata / "gazetteer.tsv",
        geodata / "gazetteer-supplement.tsv",
        geodata / "gazetteer-world.tsv"};
    base::Diagnostics diagnostics;
    auto gazetteer = places::Gazetteer::load(files, diagnostics);
    REQUIRE(gazetteer);
    auto made = Finder::load(
        std::make_shared<const places::Gazetteer>(std::move(gazetteer).value()),
        data.path());
    REQUIRE(made);
    return std::move(made).value();
}

}  // namespace

const Finder& finder() {
    static const Finder instance = load();
    return instance;
}

std::vector<Toponym> toponyms(std::string_view text, const Options& options) {
    const auto tokens = prose::tokenize(text);
    return finder().find(text, tokens, prose::split_sentences(text, tokens), options);
}

std::vector<std::string> found(std::string_view text, const Options& options) {
    std::vector<std::string> out;
    for (const Toponym& toponym : toponyms(text, options)) {
        out.push_back(
            std::string(text.substr(toponym.begin, toponym.end - toponym.begin)) + " = "
            + places::describe(finder().gazetteer(), toponym.place));
    }
    return out;
}

}  // namespace salient::toponym::test
