#include "ui/highlights.hpp"

#include <algorithm>
#include <utility>

namespace salient::ui {

namespace {

std::optional<Highlight> kind_of(std::string_view field) {
    if (field == "sentence") {
        return Highlight::Sentence;
    }
    if (field == "date") {
        return Highlight::Date;
    }
    if (field == "place") {
        return Highlight::Place;
    }
    if (field == "type") {
        return Highlight::Type;
    }
    if (field.substr(0, 8) == "quantity") {
        return Highlight::Quantity;
    }
    if (field == "claimed_by") {
        return Highlight::ClaimedBy;
    }
    if (field.starts_with("actor.")) {
        return Highlight::Actor;
    }
    return std::nullopt;
}

/// Fields win over the sentence, shorter stretches over longer ones: paints in that order, then reads runs off.
std::vector<HighlightRun> flatten(std::vector<HighlightRun> marks) {
    const auto weight = [](const HighlightRun& run) {
        return run.kind == Highlight::Sentence ? std::size_t{1} << 62U : run.end - run.begin;
    };
    std::stable_sort(marks.begin(), marks.end(), [&](const auto& a, const auto& b) {
        return weight(a) > weight(b);
    });
    std::vector<std::size_t> edges;
    for (const HighlightRun& mark : marks) {
        edges.push_back(mark.begin);
        edges.push_back(mark.end);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<HighlightRun> runs;
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const auto top = std::find_if(marks.rbegin(), marks.rend(), [&](const HighlightRun& mark) {
            return mark.begin <= edges[i - 1] && mark.end >= edges[i];
        });
        if (top == marks.rend()) {
            continue;
        }
        if (!runs.empty() && runs.back().end == edges[i - 1] && runs.back().kind == top->kind) {
            runs.back().end = edges[i];
        } else {
            runs.push_back({edges[i - 1], edges[i], top->kind});
        }
    }
    return runs;
}

/// The evidence that stands in the text, else the sentence looked for by its words.
std::vector<HighlightRun> marks_in(const events::Event& event, std::string_view text) {
    std::vector<HighlightRun> marks;
    for (const events::Evidence& evidence : event.evidence) {
        const auto kind = kind_of(evidence.field);
        const bool lies_inside = evidence.begin < evidence.end && evidence.end <= text.size();
        if (kind && lies_inside
            && text.substr(evidence.begin, evidence.end - evidence.begin) == evidence.text) {
            marks.push_back({evidence.begin, evidence.end, *kind});
        }
    }
    if (marks.empty() && !event.source_text.empty()) {
        const std::size_t at = text.find(event.source_text);
        if (at != std::string_view::npos) {
            marks.push_back({at, at + event.source_text.size(), Highlight::Sentence});
        }
    }
    return marks;
}

}  // namespace

std::vector<HighlightRun> highlight_runs(const events::Event& event, std::string_view text) {
    return flatten(marks_in(event, text));
}

std::optional<HighlightRun> source_run(const events::Event& event, std::string_view text) {
    const std::vector<HighlightRun> marks = marks_in(event, text);
    const auto sentence = std::find_if(marks.begin(), marks.end(), [](const HighlightRun& mark) {
        return mark.kind == Highlight::Sentence;
    });
    if (sentence != marks.end()) {
        return *sentence;
    }
    const auto first =
        std::min_element(marks.begin(), marks.end(), [](const auto& a, const auto& b) {
            return a.begin < b.begin;
        });
    return first == marks.end() ? std::nullopt : std::optional(*first);
}

}  // namespace salient::ui
