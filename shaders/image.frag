#version 330 core
in vec2 at;
uniform sampler2D picture;   // premultiplied, one texel a pixel
out vec4 result;
void main() {
    result = texelFetch(picture, ivec2(at), 0);
}
