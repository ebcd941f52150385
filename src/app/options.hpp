#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace salient::app {

/// Bounds that protect the program from a stranger's file; a flag raises each.
struct Limits {
    std::uint64_t max_bytes = std::uint64_t{2} << 30U;  ///< decompressed
    std::uint64_t max_features = 20'000'000;
    std::uint64_t max_vertices = 100'000'000;
    std::uint64_t max_field_bytes = std::uint64_t{256} << 20U;
    std::uint64_t max_nesting = 1000;  ///< of JSON
};

/// Where a command's result goes.
struct Output {
    std::string path = "-";  ///< "-" is standard output
    bool overwrite = false;  ///< an existing file is replaced
};

/// What both the window and a picture show. Texts are as typed; they are read when the command runs.
struct ViewOptions {
    std::vector<std::string> files;
    std::optional<std::string> at;         ///< a day
    std::optional<std::string> from;       ///< first day of the window
    std::optional<std::string> to;         ///< last day of the window, inclusive
    std::optional<std::string> view;       ///< a place name or W,S,E,N
    std::optional<std::string> bookmark;   ///< of the workspace among the files
    std::optional<std::string> published;  ///< publication date of articles that do not state one
    std::string theme = "light";
    std::string zone = "UTC";
    std::string labels = "english";
    std::string crs;  ///< of event files that do not say theirs and do not count in degrees
    bool default_events = true;           ///< the bundled articles are read
    std::vector<std::string> gazetteers;  ///< the user's own tables of places
    Limits limits;
};

struct ShotOptions {
    ViewOptions view;
    std::string size = "1920x1080";
    double scale = 0;  ///< of text and lines; 0 chooses by size
    std::string title;
    Output output;
};

struct WindowOptions {
    ViewOptions view;
    std::optional<std::string> script;  ///< a file of commands, run one a frame
    std::optional<std::string> size;    ///< of the window, WxH
};

struct SaveOptions {
    ViewOptions view;
    Output output;  ///< a GeoPackage or the address of a database
};

struct ExtractOptions {
    std::vector<std::string> inputs;
    std::optional<std::string> published;
    std::string scheme = "plain";  ///< of the property `type`: plain or salient
    bool theatre_bias = true;
    bool propose_groups =
        false;  ///< say which events of different articles may be one; keeps all in memory
    std::vector<std::string> gazetteers;  ///< the user's own tables of places
    Output output;
};

struct AnnotateOptions {
    std::vector<std::string> inputs;      ///< "-" or nothing: standard input
    std::vector<std::string> gazetteers;  ///< the user's own tables of places
    Output output;
};

struct TextOptions {
    std::vector<std::string> inputs;
    Output output;
};

/// What a person says about an event file that its rows do not.
struct ImportChoices {
    bool swap_axes = false;
    std::string crs;         ///< of files that do not say theirs and do not count in degrees
    std::string date_order;  ///< "day", "month" or empty
    std::vector<std::string> layers;  ///< those to read, by name; empty: all
};

struct InfoOptions {
    std::vector<std::string> inputs;
    bool json = false;
    std::string rejected;    ///< a CSV file for the rejected rows; empty: none
    bool overwrite = false;  ///< an existing file of rejected rows is replaced
    ImportChoices choices;
    Limits limits;
};

struct ConvertOptions {
    std::string input;
    Output output;
    std::string format;  ///< empty: by the output's ending
    ImportChoices choices;
    Limits limits;
};

struct ControlOptions {
    std::vector<std::string> inputs;
    std::optional<std::string> region_layer;  ///< a file of named polygons
    bool by_region = false;                   ///< by the bundled regions, unless there is a layer
    std::optional<std::string> from;          ///< first day listed and compared
    std::optional<std::string> to;            ///< last day listed and compared
    std::optional<std::string> at;  ///< one day: what holds on it; two sources are compared
    bool json = false;
    std::optional<std::string> polygons;  ///< file for the ground that differs, GeoJSON
    bool overwrite = false;
    std::string crs;  ///< of files that do not say theirs and do not count in degrees
    Limits limits;
};

}  // namespace salient::app
