#version 330 core
// Distance to the segment; each pixel near a joint belongs to one segment only, so translucent lines don't darken there.
flat in vec2 a;
flat in vec2 b;
flat in vec2 previous_px;
flat in vec2 next_px;
flat in float along_px;
in vec2 position_px;
uniform vec4 color;
uniform float half_width_px;
uniform vec2 dash_px;        // dash and gap; dash 0 is solid
out vec4 result;
void main() {
    vec2 line = b - a;
    float length_px = max(length(line), 1e-6);
    vec2 direction = line / length_px;
    float t = dot(position_px - a, direction);
    // At a joint the bisector decides; at an end of the line the stroke is butt.
    vec2 incoming = a - previous_px;
    if (dot(incoming, incoming) > 1e-9) {
        vec2 bisector = normalize(incoming) + direction;
        if (dot(bisector, bisector) > 1e-6 && dot(position_px - a, bisector) < 0.0) discard;
    } else if (t < 0.0) {
        discard;
    }
    vec2 outgoing = next_px - b;
    if (dot(outgoing, outgoing) > 1e-9) {
        vec2 bisector = normalize(outgoing) + direction;
        if (dot(bisector, bisector) > 1e-6 && dot(position_px - b, bisector) >= 0.0) discard;
    } else if (t > length_px) {
        discard;
    }
    float away = length(position_px - a - direction * clamp(t, 0.0, length_px));
    float cover = clamp(half_width_px - away + 0.5, 0.0, 1.0) * min(1.0, 2.0 * half_width_px);
    if (dash_px.x > 0.0) {
        float period = dash_px.x + dash_px.y;
        float s = mod(along_px + t, period);
        cover *= clamp(min(s, dash_px.x - s) + 0.5, 0.0, 1.0);
    }
    if (cover <= 0.0) discard;
    float alpha = color.a * cover;
    result = vec4(color.rgb * alpha, alpha);
}
