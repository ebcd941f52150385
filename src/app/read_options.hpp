#pragma once

#include "app/options.hpp"
#include "io/read_events.hpp"

namespace salient::app {

/// How event files are read under these bounds: regions are looked up in the gazetteer, which is loaded when the first one is asked
/// for, and mappings that a person has chosen before are used again.
[[nodiscard]] io::ReadOptions event_read_options(
    const Limits& limits,
    const ImportChoices& choices = {});

/// Whether --crs names a coordinate system. @errors BadValue: it does not
[[nodiscard]] base::Status check_crs(const std::string& crs);

}  // namespace salient::app
