#!/usr/bin/env bash
# Install PaintAssist into .venv and start its main job on the bundled sample.
#
# With a display this opens the window. Without one (a container, a server) it colours the
# sample headless and says where the pictures are.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_system_packages
install_paintassist .
check_qt
if has_display; then
    say "opening the sample"
    exec "$VENV/bin/paintassist" --sample
fi
OUT="${PAINTASSIST_SAMPLE_OUT:-$ROOT/build/sample-out}"
# The sample as it was installed, not as it lies here: -I keeps this folder off the path.
SAMPLE="$("$VENV/bin/python" -I -c \
    'from paintassist.resources import sample_folder; print(sample_folder())')"
"$VENV/bin/paintassist" colorize "$SAMPLE" --out "$OUT" --overwrite
say "no display here, so no window: the coloured sample is in $OUT"
