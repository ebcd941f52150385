#include "scene/page_layout.hpp"

namespace salient::scene {

namespace {

// Cuts code points from the end until the text with an ellipsis fits.
std::string
shortened(std::string text, const std::function<float(std::string_view)>& width, float most_px) {
    while (!text.empty() && width(text + "…") > most_px) {
        do {
            text.pop_back();
        } while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U);
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) {
            text.pop_back();  // the lead byte of a character whose rest is gone
        }
    }
    return text + "…";
}

}  // namespace

void PageLayout::credits(const std::string& words) {
    if (words.empty()) {
        return;
    }
    const float size = px(kSmallPx);
    const float full = static_cast<float>(view_.size_px.width) - insets_.left - insets_.right;
    const auto lines = wrap(words, FontWeight::Regular, size, full - 2 * px(kMargin));
    const float step = size * 1.35F;
    const float height = std::ceil(step * static_cast<float>(lines.size()) + px(7));
    if (height > free_.height / 3) {
        return;
    }
    const RectPx strip = {
        insets_.left,
        static_cast<float>(view_.size_px.height) - insets_.bottom - height,
        full,
        height};
    PanelDraw back;
    back.rect = strip;
    back.fill = style_.theme().panel;
    page_.items.emplace_back(back);
    page_.taken.push_back(strip);
    float y = strip.y + px(3.5F) + size * 1.02F;
    for (const std::string& line : lines) {
        text(
            line,
            {strip.x + px(kMargin), y},
            FontWeight::Regular,
            size,
            style_.theme().text_quiet);
        y += step;
    }
    free_.height -= height;
}

void PageLayout::title(const PageContent& content) {
    struct Line {
        std::string text;
        FontWeight weight;
        float size;
        Color color;
    };
    std::vector<Line> lines;
    const Theme& theme = style_.theme();
    const float most = std::min(free_.width, std::max(px(430), free_.width * 0.42F)) - 2 * px(kPad);
    const auto add = [&](const std::string& words, FontWeight weight, float size, Color color) {
        for (std::string& line : wrap(words, weight, size, most)) {
            lines.push_back({std::move(line), weight, size, color});
        }
    };
    if (!content.headline.empty()) {
        add(content.headline, FontWeight::Bold, px(17), theme.text);
    }
    add(content.date, FontWeight::Bold, px(content.headline.empty() ? 23 : 17), theme.text);
    for (const std::string& note : content.notes) {
        add(note, FontWeight::Regular, px(kTextPx), theme.text_quiet);
    }
    float widest = 0;
    float height = 2 * px(kPad) - px(5);
    for (const Line& line : lines) {
        widest = std::max(widest, width(line.text, line.weight, line.size));
        height += line.size * 1.36F;
    }
    if (height > free_.height) {
        return;
    }
    const RectPx rect = {free_.x, free_.y, std::ceil(widest + 2 * px(kPad)), std::ceil(height)};
    panel(rect);
    float y = rect.y + px(kPad) - px(3);
    for (const Line& line : lines) {
        text(
            line.text,
            {rect.x + px(kPad), y + line.size * 1.02F},
            line.weight,
            line.size,
            line.color);
        y += line.size * 1.36F;
    }
}

std::vector<std::string> wrap_text(
    const std::string& text,
    const std::function<float(std::string_view)>& width,
    float most_px,
    std::size_t most_lines) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        std::string longer = line;
        longer += line.empty() ? "" : " ";
        longer += word;
        if (line.empty() || width(longer) <= most_px) {
            line = longer;
        } else {
            if (lines.size() + 1 == most_lines) {
                lines.push_back(shortened(line, width, most_px));
                return lines;
            }
            lines.push_back(line);
            line = word;
        }
        if (width(line) > most_px) {
            line = shortened(line, width, most_px);
        }
        at = end + 1;
    }
    if (!line.empty()) {
        lines.push_back(line);
    }
    return lines;
}

}  // namespace salient::scene
