#include "extract_support.hpp"

#include "events/types.hpp"
#include "extract/extract.hpp"
#include "prose/language.hpp"
#include "test_paths.hpp"
#include "time/text.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>

namespace salient::extract::test {

namespace fs = std::filesystem;

namespace {

/// The data directory as the build stages it, made of links to the sources.
class DataDirectory {
public:
    DataDirectory()
        : path_(fs::temp_directory_path() / ("salient-extract-" + std::to_string(::getpid()))) {
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

toponym::Finder load_finder() {
    const DataDirectory data;
    const fs::path geodata = salient::tests::source_dir() / "geodata";
    const std::array files = {
        geodata / "gazetteer.tsv",
        geodata / "gazetteer-supplement.tsv",
        geodata / "gazetteer-world.tsv"};
    base::Diagnostics diagnostics;
    auto gazetteer = places::Gazetteer::load(files, diagnostics);
    REQUIRE(gazetteer);
    auto made = toponym::Finder::load(
        std::make_shared<const places::Gazetteer>(std::move(gazetteer).value()),
        data.path());
    REQUIRE(made);
    return std::move(made).value();
}

Models load() {
    auto models = load_models(salient::tests::source_dir() / "assets");
    REQUIRE(models);
    return std::move(models).value();
}

std::string number_text(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

std::string told_of(const events::Event& event) {
    std::string text(events::type_id(event.type));
    text += ' ' + (event.time ? time::iso_text(*event.time) : "-");
    text += ' ' + (event.location ? event.location->name : "-");
    for (const events::Quantity& quantity : event.quantities) {
        text += ' ' + quantity.role + '=' + number_text(quantity.value);
    }
    text += ' ' + std::string(events::assertion_id(event.assertion));
    return event.claimed_by.empty() ? text : text + " (" + event.claimed_by + ')';
}

}  // namespace

const toponym::Finder& finder() {
    static const toponym::Finder instance = load_finder();
    return instance;
}

const Models& models() {
    static const Models instance = load();
    return instance;
}

page::Article article(std::string_view text, std::string_view published) {
    page::Article made;
    made.id = "own";
    made.text = std::string(text);
    made.blocks.push_back({page::BlockKind::Paragraph, 0, made.text.size()});
    made.language = prose::detect_language(text);
    if (!published.empty()) {
        made.published = time::parse_iso(published).value();
    }
    return made;
}

std::vector<events::Event> events_of(std::string_view text, std::string_view published) {
    return extract_events(article(text, published), finder(), models());
}

std::vector<std::string> told(std::string_view text, std::string_view published) {
    std::vector<std::string> out;
    for (const events::Event& event : events_of(text, published)) {
        out.push_back(told_of(event));
    }
    return out;
}

std::vector<fs::path> bundled_articles() {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry :
         fs::directory_iterator(salient::tests::source_dir() / "assets" / "articles")) {
        if (entry.path().filename() != "README.md") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace salient::extract::test
