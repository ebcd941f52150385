#version 330 core
// Triangles of a mesh: world offsets to the screen.
layout(location = 0) in vec2 offset;
uniform float scale_px;      // device pixels for one world unit
uniform vec2 translate_px;   // where the mesh origin stands, from the top left
uniform vec2 size_px;
void main() {
    vec2 px = translate_px + offset * scale_px;
    gl_Position = vec4(px.x * 2.0 / size_px.x - 1.0, 1.0 - px.y * 2.0 / size_px.y, 0.0, 1.0);
}
