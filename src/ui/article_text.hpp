#pragma once

#include "events/event.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImFont;

namespace salient::ui {

struct Look;

/// What a stretch of an article was read as; decides its colour.
enum class Highlight : std::uint8_t { Sentence, Date, Place, Type, Quantity, ClaimedBy };

/// A stretch of text with one background. Bytes, end exclusive.
struct HighlightRun {
    std::size_t begin = 0;
    std::size_t end = 0;
    Highlight kind = Highlight::Sentence;
    friend bool operator==(const HighlightRun&, const HighlightRun&) = default;
};

/// The highlights of an event in its article, in text order, not overlapping: a field's words lie over the sentence. Evidence
/// that lies outside the text, or whose words are not what stands there, is left out. Without any, the sentence is looked for by
/// its words.
[[nodiscard]] std::vector<HighlightRun> highlight_runs(
    const events::Event& event,
    std::string_view text);

/// A wrapped line of the article: bytes, end exclusive.
struct TextLine {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// An article laid out in lines, kept between frames.
class ArticleText {
public:
    /// Draws the text in the current ImGui window, with its highlights; only visible lines cost.
    /// @param scroll_to_first  the first highlight is brought into view
    void draw(
        const Look& look,
        std::string_view article_id,
        std::string_view text,
        std::span<const HighlightRun> runs,
        bool scroll_to_first);

private:
    std::string id_;
    std::size_t size_ = 0;
    float width_ = 0;
    const ImFont* font_ = nullptr;
    std::vector<TextLine> lines_;
    void lay_out(ImFont* font, std::string_view text, float width);
};

}  // namespace salient::ui
