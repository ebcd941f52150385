#include "scene/theme.hpp"

#include <algorithm>
#include <cmath>

namespace salient::scene {

namespace {

constexpr Color rgb(std::uint32_t hex, int alpha = 255) {
    return {
        static_cast<std::uint8_t>(hex >> 16U),
        static_cast<std::uint8_t>((hex >> 8U) & 0xFFU),
        static_cast<std::uint8_t>(hex & 0xFFU),
        static_cast<std::uint8_t>(alpha)};
}

Theme light_theme() {
    Theme t;
    t.name = session::Theme::Light;
    t.water = rgb(0xC8D9E3);
    t.land = rgb(0xEDEBE6);
    t.land_ukraine = rgb(0xFBFAF6);
    t.land_russia = rgb(0xF0EDE8);
    t.coast = rgb(0x9DB6C4);
    t.river = rgb(0xA9C5D4);
    t.lake = rgb(0xC8D9E3);
    t.border = rgb(0x77727C);
    t.border_casing = rgb(0xFFFFFF, 150);
    t.region_border = rgb(0xC4BFBA);
    t.halo = rgb(0xFFFFFF, 225);
    t.country = {17, FontWeight::Bold, rgb(0x8B8791), 4.5F, true};
    t.region = {11, FontWeight::Regular, rgb(0x97929A), 1.6F, true};
    t.water_name = {13, FontWeight::Regular, rgb(0x5C8299), 1.2F, false};
    t.capital = {15, FontWeight::Bold, rgb(0x22252B), 0, false};
    t.city = {13, FontWeight::Regular, rgb(0x2B2F36), 0, false};
    t.town = {11.5F, FontWeight::Regular, rgb(0x454A53), 0, false};
    t.place_dot = rgb(0x3A3E46);
    t.front_casing = rgb(0xFFFFFF, 200);
    t.event_outline = rgb(0x1B1E24);
    t.event_casing = rgb(0xFFFFFF, 235);
    t.selection = rgb(0x111418);
    t.badge = rgb(0x22252B);
    t.badge_text = rgb(0xFFFFFF);
    t.panel = rgb(0xFFFFFF, 236);
    t.panel_border = rgb(0xBDBAB6);
    t.text = rgb(0x1D2026);
    t.text_quiet = rgb(0x5A5F69);
    return t;
}

Theme dark_theme() {
    Theme t;
    t.name = session::Theme::Dark;
    t.water = rgb(0x141A21);
    t.land = rgb(0x262A30);
    t.land_ukraine = rgb(0x32373F);
    t.land_russia = rgb(0x272A2F);
    t.coast = rgb(0x33434F);
    t.river = rgb(0x2A3B48);
    t.lake = rgb(0x18212A);
    t.border = rgb(0x8E939C);
    t.border_casing = rgb(0x14171B, 140);
    t.region_border = rgb(0x484E57);
    t.halo = rgb(0x15181D, 225);
    t.country = {17, FontWeight::Bold, rgb(0x7C838E), 4.5F, true};
    t.region = {11, FontWeight::Regular, rgb(0x838A95), 1.6F, true};
    t.water_name = {13, FontWeight::Regular, rgb(0x5F8AA3), 1.2F, false};
    t.capital = {15, FontWeight::Bold, rgb(0xF1F3F5), 0, false};
    t.city = {13, FontWeight::Regular, rgb(0xDDE1E6), 0, false};
    t.town = {11.5F, FontWeight::Regular, rgb(0xB9BFC8), 0, false};
    t.place_dot = rgb(0xC9CED6);
    t.front_casing = rgb(0x14171B, 200);
    t.event_outline = rgb(0x0C0E11);
    t.event_casing = rgb(0xF1F3F5, 230);
    t.selection = rgb(0xFFFFFF);
    t.badge = rgb(0xF1F3F5);
    t.badge_text = rgb(0x15181D);
    t.panel = rgb(0x1A1E24, 238);
    t.panel_border = rgb(0x474D57);
    t.text = rgb(0xF1F3F5);
    t.text_quiet = rgb(0xA8AFBA);
    return t;
}

bool is_dark(const Theme& theme) {
    return theme.name == session::Theme::Dark;
}

Hatch hatch(Color color, float angle_deg) {
    return {.color = color, .spacing_px = 7, .width_px = 1.3F, .angle_deg = angle_deg};
}

}  // namespace

const Theme& theme(session::Theme name) {
    static const Theme kLight = light_theme();
    static const Theme kDark = dark_theme();
    return name == session::Theme::Dark ? kDark : kLight;
}

EventStyle event_style(const Theme& theme, events::EventType type) {
    using events::EventType;
    const bool dark = is_dark(theme);
    switch (type) {
        case EventType::GroundCombat:
            return {rgb(0xD55E00), Shape::Cross};
        case EventType::Strike:
            return {rgb(0xE69F00), Shape::TriangleDown};
        case EventType::Shelling:
            return {rgb(dark ? 0xF0E442 : 0xC7B300), Shape::Hexagon};  // legible on white
        case EventType::Capture:
            return {rgb(dark ? 0x3D9BD8 : 0x0072B2), Shape::Square};
        case EventType::ControlChange:
            return {rgb(0x009E73), Shape::Diamond};
        case EventType::Casualties:
            return {rgb(dark ? 0xE6E8EB : 0x2B2E33), Shape::Plus};
        case EventType::Deployment:
            return {rgb(0x56B4E9), Shape::TriangleUp};
        case EventType::Aid:
            return {rgb(0x7CC4A4), Shape::Pentagon};
        case EventType::Statement:
            return {rgb(0xCC79A7), Shape::Circle};
        case EventType::Protest:
            return {rgb(dark ? 0xB8577F : 0x882255), Shape::Star};
        case EventType::Other:
            break;
    }
    return {rgb(dark ? 0xA3A8B0 : 0x8A8F98), Shape::Bar};
}

ControlStyle
control_style(const Theme& theme, control::Holder holder, control::AreaClass area_class) {
    using control::AreaClass;
    const bool dark = is_dark(theme);
    ControlStyle style;
    if (area_class == AreaClass::Contested || holder == control::Holder::Contested) {
        const Color grey = rgb(dark ? 0xB9BFC8 : 0x5A5F69);
        style = {faded(grey, 0.10F), hatch(faded(grey, 0.55F), -45), grey, 1.2F};
        return style;
    }
    if (holder == control::Holder::Russia) {
        const bool before = area_class == AreaClass::OccupiedBefore;
        const Color red = rgb(dark ? 0xE0655A : 0xBF3B32);
        const Color wine = rgb(dark ? 0xA65A6C : 0x8A3B4C);
        style.fill = faded(before ? wine : red, before ? 0.26F : 0.17F);
        style.hatch = before ? Hatch{} : hatch(faded(red, 0.34F), 45);
        style.line = rgb(dark ? 0xF0756A : 0xA8211A);
        style.line_px = 2.6F;
        return style;
    }
    if (holder == control::Holder::Ukraine) {
        const Color blue = rgb(dark ? 0x5AA2E6 : 0x1F63B5);
        style.fill = faded(blue, 0.20F);
        style.hatch = hatch(faded(blue, 0.36F), -45);
        style.line = rgb(dark ? 0x74B5F2 : 0x134A91);
        style.line_px = 2.6F;
        return style;
    }
    const Color grey = rgb(dark ? 0xA3A8B0 : 0x70757E);
    style = {faded(grey, 0.15F), hatch(faded(grey, 0.3F), 0), grey, 1.2F};
    return style;
}

std::string_view
control_label(control::Holder holder, control::AreaClass area_class, bool tells_before) {
    using control::AreaClass;
    using control::Holder;
    if (area_class == AreaClass::Contested || holder == Holder::Contested) {
        return "Contested or unclear";
    }
    switch (area_class) {
        case AreaClass::OccupiedBefore:
            return "Russian-held before 24 February 2022";
        case AreaClass::Liberated:
            return "Retaken by Ukraine";
        case AreaClass::Incursion:
            return holder == Holder::Ukraine ? "Ukrainian-held inside Russia"
                                             : "Russian-held inside Ukraine";
        case AreaClass::Editorial:
            return "Marked by the source";
        case AreaClass::Occupied:
        case AreaClass::Contested:
        case AreaClass::Home:
            break;
    }
    switch (holder) {
        case Holder::Ukraine:
            return "Ukrainian-held";
        case Holder::Russia:
            return tells_before ? "Russian-held since 24 February 2022" : "Russian-held";
        case Holder::Contested:
        case Holder::Other:
            break;
    }
    return "Held by others";
}

Color faded(Color color, float factor) {
    const float alpha = static_cast<float>(color.alpha) * std::clamp(factor, 0.0F, 1.0F);
    color.alpha = static_cast<std::uint8_t>(std::lround(alpha));
    return color;
}

}  // namespace salient::scene
