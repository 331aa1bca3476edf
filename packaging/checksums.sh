#!/usr/bin/env bash
# Write SHA256SUMS of all files in a folder and sign it: `bash packaging/checksums.sh dist [KEY]`.
#
# KEY is a GnuPG key or address; the default key without one; PAINTASSIST_UNSIGNED=1 leaves the
# signature out. `bash packaging/checksums.sh --check dist` verifies both, as whoever downloads does.
set -euo pipefail
if [ "${1:-}" = --check ]; then
    cd "${2:?name the folder}"
    if [ -f SHA256SUMS.asc ]; then
        gpg --verify SHA256SUMS.asc SHA256SUMS
    elif [ "${PAINTASSIST_UNSIGNED:-}" != 1 ]; then
        echo "SHA256SUMS is not signed: do not trust it" >&2
        exit 1
    fi
    exec sha256sum --check --strict SHA256SUMS
fi
cd "${1:?name the folder}"
rm -f SHA256SUMS SHA256SUMS.asc
part="$(mktemp SHA256SUMS.XXXXXX)"
trap 'rm -f "$part"' EXIT
find . -type f ! -name 'SHA256SUMS*' -printf '%P\0' | LC_ALL=C sort -z | xargs -0 -r sha256sum >"$part"
[ -s "$part" ] || { echo "there is nothing in $PWD" >&2; exit 1; }
chmod 644 "$part"
mv "$part" SHA256SUMS
if [ "${PAINTASSIST_UNSIGNED:-}" != 1 ]; then
    gpg --yes --armor --detach-sign ${2:+--local-user "$2"} --output SHA256SUMS.asc SHA256SUMS
fi
echo "$(wc -l <SHA256SUMS) files in $PWD/SHA256SUMS"
