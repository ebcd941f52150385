#version 330 core
uniform vec4 rect_px;        // left, top, width, height
uniform vec2 size_px;
out vec2 at;
void main() {
    vec2 corner = vec2((gl_VertexID & 1) == 0 ? 0.0 : 1.0, (gl_VertexID & 2) == 0 ? 0.0 : 1.0);
    at = corner * rect_px.zw;
    vec2 px = rect_px.xy + corner * rect_px.zw;
    gl_Position = vec4(px.x * 2.0 / size_px.x - 1.0, 1.0 - px.y * 2.0 / size_px.y, 0.0, 1.0);
}
