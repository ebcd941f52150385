#include "app/articles.hpp"
#include "app/base_data.hpp"
#include "app/commands.hpp"
#include "app/extraction.hpp"
#include "app/output.hpp"
#include "extract/groups.hpp"
#include "io/write_events.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace salient::app {

namespace {

/// Where events go as they come: a GeoJSON collection on a stream, closed at the end.
class FeatureStream {
public:
    FeatureStream(std::ostream& out, io::TypeScheme scheme) : out_(out), scheme_(scheme) {
        out_ << io::kGeoJsonStart;
    }
    void add(const events::Event& event) {
        line_.assign(is_first_ ? std::string_view() : io::kGeoJsonBetween);
        io::append_geojson_feature(line_, event, scheme_);
        out_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
        is_first_ = false;
    }
    void close() {
        out_ << io::kGeoJsonEnd;
        out_.flush();
    }

private:
    std::ostream& out_;
    io::TypeScheme scheme_;
    std::string line_;
    bool is_first_ = true;
};

base::Result<std::optional<time::Span>> published_of(const ExtractOptions& options) {
    if (!options.published) {
        return std::optional<time::Span>();
    }
    auto span = time::parse_typed(*options.published);
    if (!span) {
        return base::Error{
            base::ErrorCode::BadValue,
            "--published: " + span.error().message,
            span.error().where};
    }
    return std::optional<time::Span>(*span);
}

/// Writes the number of its group and the independent sources into each event that is in one.
void name_groups(std::vector<events::Event>& events) {
    std::size_t number = 0;
    for (const extract::EventGroup& group : extract::propose_groups(events)) {
        ++number;
        for (const std::size_t member : group.members) {
            auto& extras = events[member].extras;
            extras.emplace_back("group", std::to_string(number));
            extras.emplace_back("independent_sources", std::to_string(group.independent_sources));
        }
    }
}

/// Hands over all events: as they come, or with their groups when the last is known.
ExtractionCounts for_each_event(
    const ExtractOptions& options,
    const ExtractionSetup& setup,
    const std::function<void(const events::Event&)>& take) {
    std::vector<events::Event> all;
    const ExtractionCounts counts =
        extract_articles(options.inputs, setup, [&](std::vector<events::Event> events) {
            if (options.propose_groups) {
                std::move(events.begin(), events.end(), std::back_inserter(all));
            } else {
                std::for_each(events.begin(), events.end(), take);
            }
        });
    name_groups(all);
    std::for_each(all.begin(), all.end(), take);
    return counts;
}

base::Status
extract_to(const ExtractOptions& options, const ExtractionSetup& setup, std::ostream& out) {
    FeatureStream features(
        out,
        options.scheme == "salient" ? io::TypeScheme::Salient : io::TypeScheme::Plain);
    const ExtractionCounts counts =
        for_each_event(options, setup, [&](const events::Event& event) { features.add(event); });
    features.close();
    if (!out) {
        return base::Error{base::ErrorCode::Io, "Writing failed", options.output.path};
    }
    if (counts.read == 0) {
        return base::Error{base::ErrorCode::BadFormat, "No article could be read", ""};
    }
    return base::Done{};
}

/// CSV, KML, GeoPackage…: by the ending of the output.
base::Status extract_to_table(
    const ExtractOptions& options,
    const ExtractionSetup& setup,
    io::EventFormat format) {
    std::vector<events::Event> all;
    const ExtractionCounts counts =
        for_each_event(options, setup, [&](const events::Event& event) { all.push_back(event); });
    if (counts.read == 0) {
        return base::Error{base::ErrorCode::BadFormat, "No article could be read", ""};
    }
    return io::write_events(options.output.path, format, all);
}

base::Status extract_to_file(const ExtractOptions& options, const ExtractionSetup& setup) {
    const std::filesystem::path path = options.output.path;
    const auto format = io::event_format(path.extension().string());
    if (format && *format != io::EventFormat::GeoJson) {
        return extract_to_table(options, setup, *format);
    }
    const std::filesystem::path part = path.string() + ".part";
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    if (!file) {
        return base::Error{base::ErrorCode::Io, "Cannot write here", path.string()};
    }
    base::Status status = extract_to(options, setup, file);
    file.close();
    std::error_code error;
    if (status) {
        std::filesystem::rename(part, path, error);
    } else {
        std::filesystem::remove(part, error);
        return status;
    }
    if (error) {
        return base::Error{base::ErrorCode::Io, "Cannot write here", path.string()};
    }
    return base::Done{};
}

base::Status extract(const ExtractOptions& options) {
    if (auto status = check_output(options.output); !status) {
        return status;
    }
    auto published = published_of(options);
    if (!published) {
        return published.error();
    }
    base::Diagnostics diagnostics;
    auto gazetteer = load_gazetteer(options.gazetteers, diagnostics);
    if (!gazetteer) {
        return gazetteer.error();
    }
    report(diagnostics);
    auto finder = load_finder(*gazetteer);
    if (!finder) {
        return finder.error();
    }
    auto models = load_event_models();
    if (!models) {
        return models.error();
    }
    ExtractionSetup setup{**finder, *models, *published, {}};
    setup.options.theatre_bias = options.theatre_bias;
    if (options.output.path == "-") {
        return extract_to(options, setup, std::cout);
    }
    return extract_to_file(options, setup);
}

}  // namespace

int run_extract(const ExtractOptions& options) {
    std::ios::sync_with_stdio(false);
    if (auto status = extract(options); !status) {
        report(status.error());
        return 1;
    }
    return 0;
}

}  // namespace salient::app
