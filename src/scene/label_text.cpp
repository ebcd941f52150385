#include "scene/label_text.hpp"

#include "base/utf8.hpp"
#include "events/fold.hpp"

#include <cmath>

namespace salient::scene {

namespace {

// Above, names of villages are set smaller than those of towns.
constexpr double kVillageZoom = 8.5;
constexpr double kTownRank = 4.4;  // 25,000 people, or in the news
// From here on, each place with an event is named where there is room.
constexpr double kMarkedZoom = 7;

std::string upper_case(const std::string& text) {
    std::string result;
    std::size_t offset = 0;
    while (offset < text.size()) {
        const char32_t value = base::decode_utf8(text, offset);
        base::append_utf8(result, events::capital(value));
    }
    return result;
}

// Around a dot, with room for an event's mark on it; the later ones also for the mark's badge.
std::vector<RectPx> boxes_around(const RectPx& size, float halo_px, const TextStyle& style) {
    const float gap = style.px(10.5F) - halo_px;
    const float wide = style.px(20) - halo_px;
    const float middle = -size.height * 0.52F;
    const float above = -gap - size.height * 0.92F;
    const float below = gap - size.height * 0.08F;
    const std::vector<PointPx> corners = {
        {gap, middle},
        {-gap - size.width, middle},
        {-size.width / 2, above},
        {-size.width / 2, below},
        {gap * 0.6F, -gap * 0.4F - size.height * 0.9F},
        {gap * 0.6F, gap * 0.4F - size.height * 0.1F},
        {wide, middle},
        {gap * 0.4F, below},
        {-gap * 0.4F - size.width, below},
        {-gap * 0.4F - size.width, above}};
    std::vector<RectPx> boxes;
    boxes.reserve(corners.size());
    for (const PointPx& corner : corners) {
        boxes.push_back({corner.x, corner.y, size.width, size.height});
    }
    return boxes;
}

bool is_city(const MapPlace& place) {
    return place.is_region_capital || place.population >= 250'000;
}

LabelStyle place_style(const MapPlace& place, double zoom, const Theme& theme) {
    // On a map of the world capitals are many, and countries matter more.
    if (place.is_capital && zoom >= kWorldZoom) {
        return theme.capital;
    }
    if (place.is_capital || is_city(place)) {
        return theme.city;
    }
    LabelStyle style = theme.town;
    if (place.name.rank >= kTownRank) {
        style.color = theme.city.color;
    } else if (zoom > kVillageZoom) {
        style.size_px -= 1;
    }
    return style;
}

}  // namespace

double zoom_of(const View& view, const TextStyle& style) {
    return std::log2(view.pixels_per_world / double{style.layer.pixel_scale}) - 8;
}

const std::string& in_language(const MapName& name, session::LabelLanguage language) {
    return language == session::LabelLanguage::Local ? name.name_local : name.name;
}

TextDraw label_text(const std::string& words, const LabelStyle& look, const TextStyle& style) {
    TextDraw draw;
    draw.text = look.upper_case ? upper_case(words) : words;
    draw.weight = look.weight;
    draw.size_px = style.px(look.size_px);
    draw.spacing_px = style.px(look.spacing_px);
    draw.color = look.color;
    draw.halo = style.theme().halo;
    draw.halo_px = style.px(1.6F);
    return draw;
}

RectPx extent(const TextDraw& draw, const TextStyle& style) {
    const float width = style.measure(draw.text, draw.weight, draw.size_px, draw.spacing_px);
    return {
        0,
        0,
        width - draw.spacing_px + 2 * draw.halo_px,
        (kAscent + kDescent) * draw.size_px + 2 * draw.halo_px};
}

bool names_marked_places(const View& view, const TextStyle& style) {
    return zoom_of(view, style) >= kMarkedZoom;
}

MapLabel make_place_label(
    const MapPlace& place,
    session::LabelLanguage language,
    const View& view,
    const TextStyle& style) {
    const LabelStyle look = place_style(place, zoom_of(view, style), style.theme());
    MapLabel label;
    label.name_id = place.name.id;
    label.anchor = place.name.point;
    label.is_capital = place.is_capital;
    label.is_city = place.is_capital || is_city(place);
    label.dot_px = style.px(place.is_capital ? 3.4F : label.is_city ? 2.6F : 2);
    label.text = label_text(in_language(place.name, language), look, style);
    label.boxes = boxes_around(extent(label.text, style), label.text.halo_px, style);
    return label;
}

}  // namespace salient::scene
