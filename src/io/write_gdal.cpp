#include "io/event_properties.hpp"
#include "io/event_writer.hpp"
#include "io/flat_features.hpp"
#include "io/gdal_geometry.hpp"
#include "io/gdal_handles.hpp"
#include "io/gdal_memory.hpp"

#include <unistd.h>

#include <array>
#include <charconv>

namespace salient::io {

namespace {

base::Error gdal_failure() {
    const std::string reason = CPLGetLastErrorMsg();
    return {
        base::ErrorCode::Io,
        "The file cannot be written"
            + (reason.empty() ? std::string() : " (" + reason.substr(0, 200) + ")")
            + "; an older one is unchanged",
        ""};
}

OGRFieldType field_type(Property::Kind kind) {
    switch (kind) {
        case Property::Kind::Number:
            return OFTReal;
        case Property::Kind::Day:
            return OFTDate;
        case Property::Kind::Text:
        case Property::Kind::Json:
            break;
    }
    return OFTString;
}

struct FieldDeleter {
    void operator()(OGRFieldDefnH field) const { OGR_Fld_Destroy(field); }
};

bool create_fields(OGRLayerH layer) {
    for (const PropertyColumn& column : kEventColumns) {
        // "id" is taken by the feature number in some programs, not by GDAL: it can be kept.
        const std::unique_ptr<std::remove_pointer_t<OGRFieldDefnH>, FieldDeleter> field(
            OGR_Fld_Create(std::string(column.name).c_str(), field_type(column.kind)));
        if (OGR_L_CreateField(layer, field.get(), 1) != OGRERR_NONE) {
            return false;
        }
    }
    return true;
}

void set_field(OGRFeatureH feature, int index, const Property& property) {
    if (property.kind == Property::Kind::Number) {
        double value = 0;
        std::from_chars(property.text.data(), property.text.data() + property.text.size(), value);
        OGR_F_SetFieldDouble(feature, index, value);
        return;
    }
    std::string text = property.text;
    for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at)) {
        text.replace(at, 1, "\uFFFD");
    }
    OGR_F_SetFieldString(feature, index, text.c_str());
}

bool add_event(OGRLayerH layer, const events::Event& event) {
    const Feature feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
    const std::vector<Property> properties = event_properties(event, TypeScheme::Plain);
    auto next = properties.begin();
    for (std::size_t i = 0; i < kEventColumns.size() && next != properties.end(); ++i) {
        if (next->name == kEventColumns.at(i).name) {
            set_field(feature.get(), static_cast<int>(i), *next);
            ++next;
        }
    }
    if (has_position(event)) {
        const Geometry point(OGR_G_CreateGeometry(wkbPoint));
        OGR_G_SetPoint_2D(
            point.get(),
            0,
            event.location->point.lon_deg,
            event.location->point.lat_deg);
        OGR_F_SetGeometry(feature.get(), point.get());
    }
    return OGR_L_CreateFeature(layer, feature.get()) == OGRERR_NONE;
}

bool fill(GDALDatasetH dataset, EventFormat format, const events::EventList& events) {
    const Reference wgs84(OSRNewSpatialReference(nullptr));
    OSRImportFromEPSG(wgs84.get(), 4326);
    OSRSetAxisMappingStrategy(wgs84.get(), OAMS_TRADITIONAL_GIS_ORDER);
    // FlatGeobuf's index would change the order of the events.
    std::string index = "SPATIAL_INDEX=NO";
    std::array<char*, 2> flat_options = {index.data(), nullptr};
    OGRLayerH layer = GDALDatasetCreateLayer(
        dataset,
        "events",
        wgs84.get(),
        wkbPoint,
        format == EventFormat::FlatGeobuf ? flat_options.data() : nullptr);
    if (layer == nullptr || !create_fields(layer)) {
        return false;
    }
    const bool flat = format == EventFormat::FlatGeobuf;
    const bool transaction = GDALDatasetStartTransaction(dataset, 0) == OGRERR_NONE;
    for (const events::Event& event : events) {
        if ((!flat || has_position(event)) && !add_event(layer, event)) {
            return false;
        }
    }
    return !transaction || GDALDatasetCommitTransaction(dataset) == OGRERR_NONE;
}

std::size_t count_placed(const events::EventList& events) {
    std::size_t count = 0;
    for (const events::Event& event : events) {
        count += has_position(event) ? 1U : 0U;
    }
    return count;
}

/// Reads the file again.
std::size_t count_features(const std::filesystem::path& path) {
    const Dataset dataset = open_with(path.string(), "FlatGeobuf");
    OGRLayerH layer = dataset ? GDALDatasetGetLayer(dataset.get(), 0) : nullptr;
    std::size_t count = 0;
    while (layer != nullptr) {
        const Feature feature{OGR_L_GetNextFeature(layer)};
        if (!feature) {
            break;
        }
        ++count;
    }
    return count;
}

base::Error not_whole() {
    return {base::ErrorCode::Io, "The file cannot be written to its end; is the disk full?", ""};
}

}  // namespace

base::Status write_with_gdal(
    const std::filesystem::path& path,
    EventFormat format,
    const events::EventList& events) {
    start_gdal();
    CPLErrorReset();
    ::unlink(path.c_str());
    GDALDriverH driver =
        GDALGetDriverByName(format == EventFormat::FlatGeobuf ? "FlatGeobuf" : "GPKG");
    if (driver == nullptr) {
        return base::Error{
            base::ErrorCode::Unsupported,
            "This GDAL cannot write the format; install the whole of it",
            ""};
    }
    Dataset dataset(GDALCreate(driver, path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    const bool filled = dataset && fill(dataset.get(), format, events);
    dataset.reset();
    if (!filled || CPLGetLastErrorType() >= CE_Failure) {
        return gdal_failure();
    }
    if (format != EventFormat::FlatGeobuf) {
        return base::Done{};
    }
    // GDAL does not notice a disk that is full when it writes this format.
    return count_features(path) == count_placed(events) ? append_unplaced(path, events)
                                                        : base::Status(not_whole());
}

}  // namespace salient::io
