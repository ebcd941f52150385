#pragma once

#include <cstdint>
#include <string_view>

namespace salient::io {

/// What the first bytes of a file say.
enum class ContentKind : std::uint8_t {
    Gzip,
    Zip,  ///< an archive or a spreadsheet
    ZippedKml,
    Database,  ///< SQLite: GeoPackage
    FlatGeobuf,
    Shapefile,
    OldSpreadsheet,  ///< before XLSX
    Binary,          ///< another kind with zero bytes
    Kml,             ///< KML or GPX
    Html,
    Xml,  ///< other XML
    Json,
    Text,
};

[[nodiscard]] ContentKind content_kind(std::string_view bytes);

}  // namespace salient::io
