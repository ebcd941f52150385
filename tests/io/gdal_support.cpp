#include "gdal_support.hpp"

#include <catch2/catch.hpp>
#include <cpl_string.h>
#include <gdal.h>
#include <libdeflate.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace salient::io {

namespace {

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i, value >>= 8U) {
        out.push_back(static_cast<char>(value & 0xFFU));
    }
}

}  // namespace

TestFolder::TestFolder() {
    static int next = 0;
    path_ = std::filesystem::temp_directory_path()
            / ("salient-gdal-" + std::to_string(::getpid()) + "-" + std::to_string(next++));
    std::filesystem::create_directories(path_);
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::string read_bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_points(
    const std::filesystem::path& path,
    const std::string& driver,
    int epsg,
    const std::vector<std::string>& layer_options) {
    GDALAllRegister();
    GDALDatasetH dataset = GDALCreate(
        GDALGetDriverByName(driver.c_str()),
        path.c_str(),
        0,
        0,
        0,
        GDT_Unknown,
        nullptr);
    REQUIRE(dataset != nullptr);
    OGRSpatialReferenceH reference = nullptr;
    if (epsg != 0) {
        reference = OSRNewSpatialReference(nullptr);
        OSRImportFromEPSG(reference, epsg);
        OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    }
    char** options = nullptr;
    for (const std::string& option : layer_options) {
        options = CSLAddString(options, option.c_str());
    }
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, "points", reference, wkbPoint, options);
    CSLDestroy(options);
    for (const auto& [name, type] :
         {std::pair("name", OFTString),
          std::pair("day", OFTDate),
          std::pair("count", OFTInteger)}) {
        OGRFieldDefnH field = OGR_Fld_Create(name, type);
        OGR_L_CreateField(layer, field, 1);
        OGR_Fld_Destroy(field);
    }
    for (int i = 0; i < 3; ++i) {
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        OGR_F_SetFieldString(feature, 0, ("point " + std::to_string(i)).c_str());
        OGR_F_SetFieldDateTime(feature, 1, 2022, 3, 5 + i, 0, 0, 0, 0);
        OGR_F_SetFieldInteger(feature, 2, i);
        OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
        OGR_G_SetPoint_2D(point, 0, 30 + i, 50 + i);
        if (epsg == 3857) {
            OGR_G_SetPoint_2D(point, 0, (30 + i) * 111319.49079327358, 6446275.841017161);
        }
        OGR_F_SetGeometryDirectly(feature, point);
        REQUIRE(OGR_L_CreateFeature(layer, feature) == OGRERR_NONE);
        OGR_F_Destroy(feature);
    }
    if (reference != nullptr) {
        OSRRelease(reference);
    }
    GDALClose(dataset);
}

void write_sheet(
    const std::filesystem::path& path,
    const std::string& driver,
    const std::vector<std::vector<std::string>>& rows) {
    GDALAllRegister();
    GDALDatasetH dataset = GDALCreate(
        GDALGetDriverByName(driver.c_str()),
        path.c_str(),
        0,
        0,
        0,
        GDT_Unknown,
        nullptr);
    REQUIRE(dataset != nullptr);
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, "sheet", nullptr, wkbNone, nullptr);
    for (const std::string& name : rows.front()) {
        OGRFieldDefnH field = OGR_Fld_Create(name.c_str(), OFTString);
        OGR_L_CreateField(layer, field, 1);
        OGR_Fld_Destroy(field);
    }
    for (std::size_t row = 1; row < rows.size(); ++row) {
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        for (std::size_t i = 0; i < rows[row].size(); ++i) {
            if (!rows[row][i].empty()) {
                OGR_F_SetFieldString(feature, static_cast<int>(i), rows[row][i].c_str());
            }
        }
        REQUIRE(OGR_L_CreateFeature(layer, feature) == OGRERR_NONE);
        OGR_F_Destroy(feature);
    }
    GDALClose(dataset);
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string out;
    std::string directory;
    for (const auto& [name, bytes] : files) {
        const std::uint32_t checksum = libdeflate_crc32(0, bytes.data(), bytes.size());
        const std::size_t offset = out.size();
        std::string shared;
        put(shared, 20, 2);
        put(shared, 0, 2);
        put(shared, 0, 2);
        put(shared, 0, 4);
        put(shared, checksum, 4);
        put(shared, bytes.size(), 4);
        put(shared, bytes.size(), 4);
        put(shared, name.size(), 2);
        put(shared, 0, 2);
        out += "PK\x03\x04" + shared + name + bytes;
        directory += "PK\x01\x02";
        put(directory, 20, 2);
        directory += shared;
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, offset, 4);
        directory += name;
    }
    const std::size_t start = out.size();
    out += directory + "PK\x05\x06";
    put(out, 0, 4);
    put(out, files.size(), 2);
    put(out, files.size(), 2);
    put(out, directory.size(), 4);
    put(out, start, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace salient::io
