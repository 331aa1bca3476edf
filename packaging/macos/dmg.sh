#!/usr/bin/env bash
# Put the built bundle on a disk image: `bash packaging/macos/dmg.sh build/slim/dist/PaintAssist.app`.
#
# Signs it with the identity in CODESIGN_IDENTITY and has Apple notarise it with the keychain
# profile in NOTARY_PROFILE, where they are given; else it is signed for this machine only.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
bundle="${1:?name the bundle}"
out="${2:-$root/dist}"
flavour="$(basename "$(dirname "$(dirname "$bundle")")")"
version="$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/paintassist/__init__.py")"
stage="$(mktemp -d)"
trap 'rm -rf "$stage"' EXIT

options=(--force --deep --sign "${CODESIGN_IDENTITY:--}")
[ -z "${CODESIGN_IDENTITY:-}" ] || options+=(--options runtime --timestamp \
    --entitlements "$root/packaging/macos/entitlements.plist")
codesign "${options[@]}" "$bundle"
codesign --verify --deep --strict "$bundle"

cp -R "$bundle" "$stage/"
ln -s /Applications "$stage/Applications"
mkdir -p "$out"
file="$out/paintassist-$version-$flavour-macos-$(uname -m).dmg"
hdiutil create -quiet -ov -volname PaintAssist -srcfolder "$stage" -format UDZO "$file"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$file" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$file"
fi
echo "$file"
