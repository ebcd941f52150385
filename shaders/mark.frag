#version 330 core
// Signed distance to the shape's outline; outline lies on it, casing beyond.
flat in vec4 mark;
flat in vec4 fill_color;
flat in vec4 outline_color;
flat in vec4 casing_color;
flat in vec2 dashes;
in vec2 from_center_px;
uniform vec2 corners[176];   // 11 shapes of up to 16 points, radius 1
uniform int corner_count[11];
out vec4 result;

// Distance to a polygon, negative inside. Source: Inigo Quilez, "2D distance functions" (formula).
float polygon(vec2 p, int first, int count) {
    vec2 start = corners[first];
    float nearest = dot(p - start, p - start);
    float side = 1.0;
    for (int i = 0, j = count - 1; i < count; j = i, ++i) {
        vec2 c = corners[first + i];
        vec2 e = corners[first + j] - c;
        vec2 w = p - c;
        vec2 d = w - e * clamp(dot(w, e) / dot(e, e), 0.0, 1.0);
        nearest = min(nearest, dot(d, d));
        bvec3 test = bvec3(p.y >= c.y, p.y < corners[first + j].y, e.x * w.y > e.y * w.x);
        if (all(test) || all(not(test))) side = -side;
    }
    return side * sqrt(nearest);
}

vec4 over(vec4 top, vec4 below) { return top + below * (1.0 - top.a); }
vec4 shade(vec4 color, float cover) { float a = color.a * cover; return vec4(color.rgb * a, a); }

void main() {
    int shape = int(mark.w + 0.5);
    float d = shape == 0 ? length(from_center_px) - mark.x
                         : mark.x * polygon(from_center_px / mark.x, shape * 16, corner_count[shape]);
    float half_outline = 0.5 * mark.y;
    float rim = clamp(half_outline - abs(d) + 0.5, 0.0, 1.0) * min(1.0, mark.y);
    if (dashes.x > 0.0) {
        float s = mod((atan(from_center_px.y, from_center_px.x) + 3.14159265) * mark.x, dashes.x + dashes.y);
        rim *= clamp(min(s, dashes.x - s) + 0.5, 0.0, 1.0);
    }
    vec4 color = shade(casing_color, clamp(half_outline + mark.z - d + 0.5, 0.0, 1.0) * (mark.z > 0.0 ? 1.0 : 0.0));
    color = over(shade(fill_color, clamp(0.5 - d, 0.0, 1.0)), color);
    color = over(shade(outline_color, rim), color);
    if (color.a <= 0.0) discard;
    result = color;
}
