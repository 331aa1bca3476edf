#!/usr/bin/env bash
# Cut files that are too large for a release (GitHub takes less than 2 GiB) into parts, in place:
# `bash packaging/parts.sh FOLDER [BYTES]`. `cat NAME.part* >NAME` puts one together again.
set -euo pipefail
folder="${1:?name the folder}"
most="${2:-2000000000}"
find "$folder" -type f -size "+${most}c" ! -name '*.part[0-9][0-9]' -print0 |
    while IFS= read -r -d '' file; do
        split --bytes="$most" --numeric-suffixes "$file" "$file.part"
        rm "$file"
        echo "$(basename "$file"): cut into parts"
    done
