#version 330 core
// A tint with parallel strokes that stick to the map.
uniform vec4 color;          // straight alpha
uniform vec4 hatch_color;
uniform vec4 hatch;          // spacing px, width px, sine and cosine of the angle
uniform vec2 phase_px;       // where the pattern starts, from the bottom left as gl_FragCoord
out vec4 result;
void main() {
    vec4 tint = vec4(color.rgb * color.a, color.a);
    if (hatch_color.a > 0.0) {
        vec2 p = gl_FragCoord.xy - phase_px;
        float across = p.x * hatch.z - p.y * hatch.w;
        float distance_px = abs(mod(across + 0.5 * hatch.x, hatch.x) - 0.5 * hatch.x);
        float cover = clamp(0.5 * hatch.y - distance_px + 0.5, 0.0, 1.0) * hatch_color.a;
        tint = vec4(hatch_color.rgb * cover, cover) + tint * (1.0 - cover);
    }
    result = tint;
}
