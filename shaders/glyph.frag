#version 330 core
in vec2 at;
in vec4 ink;
uniform sampler2D atlas;     // coverage, one texel a pixel
out vec4 result;
void main() {
    float alpha = ink.a * texelFetch(atlas, ivec2(at), 0).r;
    if (alpha <= 0.0) discard;
    result = vec4(ink.rgb * alpha, alpha);
}
