#include "io/shapefile_files.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace salient::io {

namespace {

constexpr std::array<std::string_view, 5> kEndings = {"shp", "shx", "dbf", "prj", "cpg"};
constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kIndexBytes = 8;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return text;
}

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint32_t value = 0;
    for (std::size_t i = length; i > 0; --i) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    }
    return value;
}

std::uint32_t big(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

std::string_view member(const std::vector<Member>& members, std::string_view ending) {
    for (const Member& candidate : members) {
        if (candidate.ending == ending) {
            return candidate.view();
        }
    }
    return {};
}

}  // namespace

base::Result<ShapefileFiles> open_side_files(const std::filesystem::path& path) {
    ShapefileFiles out;
    std::error_code error;
    const std::filesystem::path folder =
        path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::filesystem::path& candidate = entry.path();
        std::string ending = lower(candidate.extension().string());
        ending.erase(0, ending.empty() ? 0 : 1);
        if (candidate.stem() != path.stem() || ending == "shp"
            || std::find(kEndings.begin(), kEndings.end(), ending) == kEndings.end()) {
            continue;
        }
        auto bytes = FileBytes::open(candidate);
        if (!bytes && bytes.error().code == base::ErrorCode::BadFormat) {
            continue;  // empty
        }
        if (!bytes) {
            return bytes.error();
        }
        out.files.push_back(std::move(bytes).value());
        FileBytes& file = out.files.back();
        out.members.push_back({ending, file.data(), file.view().size()});
    }
    return out;
}

void check_shapefile(const std::vector<Member>& members, Tables& out) {
    const std::string_view shapes = member(members, "shp");
    const std::string_view index = member(members, "shx");
    const std::string_view table = member(members, "dbf");
    if (shapes.size() >= kHeaderBytes && std::uint64_t{big(shapes, 24)} * 2 > shapes.size()) {
        out.diagnostics.error(
            "shapefile.truncated",
            "The .shp file should have " + std::to_string(std::uint64_t{big(shapes, 24)} * 2)
                + " bytes and has " + std::to_string(shapes.size()) + ": it is cut off");
    }
    if (table.size() < 32) {
        out.diagnostics.warn(
            "shapefile.no_table",
            "The .dbf file with the attributes is missing or damaged; only the shapes are read");
        return;
    }
    const std::uint64_t rows = little(table, 4, 4);
    const std::uint64_t stated = little(table, 8, 2) + rows * little(table, 10, 2);
    if (stated > table.size() + 1) {
        out.diagnostics.error(
            "shapefile.truncated",
            "The .dbf file should have " + std::to_string(stated) + " bytes and has "
                + std::to_string(table.size()) + ": it is cut off");
    }
    const std::uint64_t indexed =
        index.size() < kHeaderBytes ? rows : (index.size() - kHeaderBytes) / kIndexBytes;
    if (indexed != rows) {
        out.diagnostics.error(
            "shapefile.counts",
            "The file has " + std::to_string(indexed) + " shapes and " + std::to_string(rows)
                + " rows of attributes: one of them is cut off or from another file");
    }
}

std::string shapefile_encoding(const std::vector<Member>& members) {
    const std::string_view table = member(members, "dbf");
    constexpr std::size_t language_at = 29;
    if (!member(members, "cpg").empty() || table.size() <= 32 || table[language_at] != '\0') {
        return {};
    }
    const std::size_t start = std::min<std::size_t>(little(table, 8, 2), table.size());
    std::string sample;
    for (const char c : table.substr(start, std::size_t{1} << 20U)) {
        if (c != '\0') {
            sample.push_back(c);
        }
    }
    const bool plain = std::all_of(sample.begin(), sample.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80;
    });
    if (plain) {
        return {};
    }
    const std::string found = decode_text(sample).encoding;
    return found == "windows-1251" ? "CP1251" : found == "windows-1252" ? "CP1252" : "UTF-8";
}

}  // namespace salient::io
