# shellcheck shell=bash
# Label fonts: Noto Sans cut down to Latin, Greek, Cyrillic and punctuation. Sourced by ../build.sh.

FONT_RANGES="U+0020-024F,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+20A0-20BF,U+2116"

subset_fonts() {
  local target=$1 source=$WORK/x/fonts-noto-core/usr/share style
  mkdir -p "$target"
  for style in Regular Bold; do
    "$PYTHON" -m fontTools.subset "$source/fonts/truetype/noto/NotoSans-$style.ttf" --unicodes="$FONT_RANGES" \
      --layout-features='*' --no-hinting --output-file="$target/NotoSans-$style.ttf"
  done
  {
    printf 'Noto Sans (Regular, Bold)\nCopyright 2010, 2012-2020 Google Inc.; 2015-2020 Google LLC.\n'
    printf 'Subset of the upstream fonts (Latin, Greek, Cyrillic); no Reserved Font Name.\n\n'
    printf 'SIL OPEN FONT LICENSE Version 1.1\n\n'
    # The third licence paragraph of that name holds the full text.
    awk '/^License: OFL-1.1$/ && ++n == 3 {f = 1; next} f && /^(License|Files):/ {exit} f' \
      "$source/doc/fonts-noto-core/copyright" | sed 's/^ //; s/^\.$//'
  } >"$target/NotoSans-LICENSE.txt"
}
