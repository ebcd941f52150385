#pragma once

#include "toponym/matcher.hpp"

#include <cstdint>
#include <unordered_map>

namespace salient::toponym {

/// Words that the text uses as names of people: "Jordan Smith", "Mr. London".
class People {
public:
    People(const Reading& reading, Matcher& matcher);

    /// How often the word with this key ends a person's name in the text.
    [[nodiscard]] int count(std::uint64_t key_hash) const;
    /// True when piece `i` is part of a person's name right there.
    [[nodiscard]] bool is_part(std::uint32_t i) const { return parts_[i]; }

private:
    std::unordered_map<std::uint64_t, int> surnames_;
    std::vector<bool> parts_;
};

}  // namespace salient::toponym
