#version 330 core
// A symbol or ring: a square around its position.
layout(location = 0) in vec2 center_px;
layout(location = 1) in vec4 size;      // radius, outline, casing px; shape number
layout(location = 2) in vec4 fill;
layout(location = 3) in vec4 outline;
layout(location = 4) in vec4 casing;
layout(location = 5) in vec2 dash_px;
uniform vec2 size_px;
flat out vec4 mark;
flat out vec4 fill_color;
flat out vec4 outline_color;
flat out vec4 casing_color;
flat out vec2 dashes;
out vec2 from_center_px;
void main() {
    mark = size;
    fill_color = fill;
    outline_color = outline;
    casing_color = casing;
    dashes = dash_px;
    float reach = size.x + size.y + size.z + 1.5;
    vec2 corner = vec2((gl_VertexID & 1) == 0 ? -1.0 : 1.0, (gl_VertexID & 2) == 0 ? -1.0 : 1.0);
    from_center_px = corner * reach;
    vec2 px = center_px + from_center_px;
    gl_Position = vec4(px.x * 2.0 / size_px.x - 1.0, 1.0 - px.y * 2.0 / size_px.y, 0.0, 1.0);
}
