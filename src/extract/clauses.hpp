#pragma once

#include "extract/reading.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace salient::extract {

/// Who says something, and the words that say so. Tokens, end exclusive.
struct Report {
    std::uint32_t verb = 0;  ///< the token of "said"; of "according" likewise
    std::uint32_t speaker_first = 0;
    std::uint32_t speaker_end = 0;  ///< equal to speaker_first: unnamed ("he said")
    bool is_denial = false;
    bool is_negated = false;  ///< "did not say when …"
};

/// How a sentence falls into clauses, without a parser: by its commas, dashes, openers and report verbs.
class Clauses {
public:
    Clauses(const Reading& reading, const Passage& passage);

    /// Number of the token's clause, from 0.
    [[nodiscard]] std::uint32_t clause(std::size_t token) const { return clause_[token - first_]; }
    [[nodiscard]] std::size_t begin(std::uint32_t clause) const { return begins_[clause]; }
    [[nodiscard]] std::size_t end(std::uint32_t clause) const { return begins_[clause + 1]; }
    [[nodiscard]] std::size_t first() const { return first_; }
    [[nodiscard]] std::size_t last() const { return first_ + clause_.size(); }
    [[nodiscard]] const std::vector<Report>& reports() const { return reports_; }
    /// The report that covers a token ("X said that … token …"); nullptr when the article itself says so.
    [[nodiscard]] const Report* report_of(std::size_t token) const;
    /// One of the tokens stands in a clause about a thing or a place ("where Ukrainian troops have been fighting"), the other before
    /// or outside of it.
    [[nodiscard]] bool is_relative_between(std::size_t a, std::size_t b) const;
    /// How far apart two tokens are in words, clause borders counting much.
    [[nodiscard]] int distance(std::size_t a, std::size_t b) const;

private:
    std::size_t first_ = 0;
    std::vector<bool> is_relative_;  // one a clause
    std::vector<std::uint32_t> clause_;
    std::vector<std::size_t> begins_;
    std::vector<Report> reports_;

    void cut(const Reading& reading, const Passage& passage);
    void find_reports(const Reading& reading, const Passage& passage);
    Report speaker_before(const Reading& reading, const Passage& passage, std::size_t verb) const;
    Report speaker_after(const Reading& reading, const Passage& passage, std::size_t verb) const;
};

}  // namespace salient::extract
