// salient-pack-places: writes the gazetteer as the program maps it (Gazetteer::load_packed).

#include "places/gazetteer.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <vector>

namespace {

namespace base = salient::base;
using Paths = std::vector<std::filesystem::path>;

/// A row that is left out is told whenever the tables are read; of a packed gazetteer nobody would hear of it.
base::Status pack(const std::filesystem::path& to, const Paths& tables) {
    base::Diagnostics diagnostics;
    const auto gazetteer = salient::places::Gazetteer::load(tables, diagnostics);
    if (!gazetteer) {
        return gazetteer.error();
    }
    if (!diagnostics.empty()) {
        const base::Diagnostic& first = diagnostics.items().front();
        return base::Error{base::ErrorCode::BadFormat, first.message, first.where};
    }
    return gazetteer->pack(to, tables);
}

int run(const std::filesystem::path& to, const Paths& tables) {
    if (const auto packed = pack(to, tables); !packed) {
        std::fprintf(stderr, "%s\n", packed.error().text().c_str());
        return 1;
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(
            stderr,
            "Usage: salient-pack-places OUTPUT TABLE…\n"
            "Example: salient-pack-places gazetteer.pack gazetteer.tsv\n");
        return 2;
    }
    try {
        return run(argv[1], Paths(argv + 2, argv + argc));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "Unexpected: %s\n", error.what());
        return 1;
    }
}
