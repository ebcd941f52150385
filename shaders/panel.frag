#version 330 core
// A rounded rectangle with a border inside and, where asked, strokes on the fill.
in vec2 from_center_px;
uniform vec4 rect_px;
uniform vec4 fill;
uniform vec4 border;
uniform vec2 edge_px;        // border width, corner radius
uniform vec4 hatch_color;
uniform vec4 hatch;          // spacing px, width px, sine and cosine of the angle
out vec4 result;
void main() {
    vec2 q = abs(from_center_px) - 0.5 * rect_px.zw + edge_px.y;
    float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - edge_px.y;
    float inside = clamp(0.5 - d, 0.0, 1.0);
    vec4 color = vec4(fill.rgb * fill.a, fill.a);
    if (hatch_color.a > 0.0) {
        vec2 p = from_center_px + 0.5 * rect_px.zw;
        float across = p.x * hatch.z + p.y * hatch.w;
        float distance_px = abs(mod(across + 0.5 * hatch.x, hatch.x) - 0.5 * hatch.x);
        float cover = clamp(0.5 * hatch.y - distance_px + 0.5, 0.0, 1.0) * hatch_color.a;
        color = vec4(hatch_color.rgb * cover, cover) + color * (1.0 - cover);
    }
    float rim = clamp(d + edge_px.x + 0.5, 0.0, 1.0) * border.a * (edge_px.x > 0.0 ? 1.0 : 0.0);
    color = vec4(border.rgb * rim, rim) + color * (1.0 - rim);
    result = color * inside;
}
