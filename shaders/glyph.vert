#version 330 core
layout(location = 0) in vec2 position_px;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 color;
uniform vec2 size_px;
out vec2 at;
out vec4 ink;
void main() {
    at = texel;
    ink = color;
    gl_Position = vec4(position_px.x * 2.0 / size_px.x - 1.0, 1.0 - position_px.y * 2.0 / size_px.y, 0.0, 1.0);
}
