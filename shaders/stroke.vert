#version 330 core
// One segment of a line with its neighbours, as a box around it.
layout(location = 0) in vec2 before;   // previous point, equal to `from` at an end
layout(location = 1) in vec2 from;
layout(location = 2) in vec2 to;
layout(location = 3) in vec2 behind;   // next point, equal to `to` at an end
layout(location = 4) in float along;   // length of the line up to `from`, world units
uniform float scale_px;
uniform vec2 translate_px;
uniform vec2 size_px;
uniform float half_width_px;
flat out vec2 a;
flat out vec2 b;
flat out vec2 previous_px;
flat out vec2 next_px;
flat out float along_px;
out vec2 position_px;
void main() {
    a = translate_px + from * scale_px;
    b = translate_px + to * scale_px;
    previous_px = translate_px + before * scale_px;
    next_px = translate_px + behind * scale_px;
    along_px = along * scale_px;
    vec2 direction = b - a;
    float length_px = length(direction);
    direction = length_px > 0.0 ? direction / length_px : vec2(1.0, 0.0);
    vec2 normal = vec2(-direction.y, direction.x);
    float reach = half_width_px + 1.0;
    float side = (gl_VertexID & 1) == 0 ? -1.0 : 1.0;
    bool end = (gl_VertexID & 2) != 0;
    position_px = (end ? b + direction * reach : a - direction * reach) + normal * side * reach;
    gl_Position = vec4(position_px.x * 2.0 / size_px.x - 1.0, 1.0 - position_px.y * 2.0 / size_px.y, 0.0, 1.0);
}
