#!/usr/bin/env bash
# Make a Debian package of a built folder: `bash packaging/linux/deb.sh build/slim/dist/PaintAssist`.
#
# Usage: deb.sh FOLDER [OUT_FOLDER]; icons are drawn by the Python of the build, or PYTHON.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
folder="$(cd "${1:?name the folder of a build}" && pwd)"
out="${2:-$root/dist}"
# The environment that the folder was built from lies beside it: build/FLAVOUR/venv.
work="$(dirname "$(dirname "$folder")")"
flavour="$(basename "$work")"
python="${PYTHON:-$work/venv/bin/python}"
version="$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/paintassist/__init__.py")"
architecture="$(dpkg --print-architecture)"
stage="$(mktemp -d)"
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"

share="$stage/usr/share"
mkdir -p "$stage/DEBIAN" "$stage/opt" "$stage/usr/bin" "$share/applications" \
    "$share/mime/packages" "$share/doc/paintassist"
cp -a "$folder" "$stage/opt/paintassist"
ln -s /opt/paintassist/paintassist "$stage/usr/bin/paintassist"
install -m 644 "$here/paintassist.desktop" "$share/applications/"
install -m 644 "$here/paintassist.xml" "$share/mime/packages/"
ln -s /opt/paintassist/_internal/THIRD-PARTY-LICENCES.txt "$share/doc/paintassist/"
install -m 644 "$root/LICENSE" "$share/doc/paintassist/copyright"

"$python" -I "$root/packaging/icons.py" "$stage/icons" >/dev/null
for size in 16 24 32 48 64 128 256 512; do
    place="$share/icons/hicolor/${size}x${size}"
    install -Dm 644 "$stage/icons/paintassist-$size.png" "$place/apps/paintassist.png"
    install -Dm 644 "$stage/icons/project-$size.png" "$place/mimetypes/application-x-paintassist.png"
done
install -Dm 644 "$root/resources/icons/paintassist.svg" \
    "$share/icons/hicolor/scalable/apps/paintassist.svg"
rm -rf "$stage/icons"

# What the folder leaves to the desktop; t64 is Debian 13's name for some.
glibc="$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)"
cat >"$stage/DEBIAN/control" <<CONTROL
Package: paintassist
Version: $version
Architecture: $architecture
Section: graphics
Priority: optional
Maintainer: The PaintAssist team <paintassist@localhost>
Installed-Size: $(du -sk "$stage" | cut -f1)
Depends: libc6 (>= $glibc), libegl1, libgl1, libx11-6, libx11-xcb1, libfontconfig1, libfreetype6,
 libdbus-1-3, libglib2.0-0 | libglib2.0-0t64
Recommends: fonts-noto-cjk, shared-mime-info, desktop-file-utils
Description: colours for anime cels, proposed segment by segment ($flavour build)
 PaintAssist proposes a colour for every segment of a line-art cel, from the
 colour design sheet and the frames already done, and learns from each
 correction. It brings its own Python, model and sample, and needs no network.
CONTROL
mkdir -p "$out"
file="$out/paintassist_${version}_${flavour}_${architecture}.deb"
dpkg-deb --root-owner-group -Zxz -z3 --build "$stage" "$file" >/dev/null
echo "$file"
