"""What the window needs from the system, checked before Qt ends the process without a word."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

from paintassist.core.errors import InputError

# Library and the Debian package that brings it.
BASE_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
X_LIBRARIES: Mapping[str, str] = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def check_display(
    environment: Mapping[str, str] | None = None,
    platform: str = sys.platform,
    can_load: Callable[[str], bool] = _can_load,
) -> None:
    """Make sure that Qt can open a window here.

    Raises
    ------
    InputError
        If there is no display, or libraries are missing; with the remedy.
    """
    environment = os.environ if environment is None else environment
    if not platform.startswith("linux"):
        return
    plugin = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    wayland, x11 = environment.get("WAYLAND_DISPLAY"), environment.get("DISPLAY")
    if not (plugin or wayland or x11):
        raise InputError(
            "there is no display to open the window on; run it on a desktop, "
            "or without one by 'xvfb-run paintassist' (apt-get install -y xvfb)"
        )
    needed = dict(BASE_LIBRARIES)
    if plugin == "xcb" or (not plugin and not wayland):
        needed |= X_LIBRARIES
    missing = [package for library, package in needed.items() if not can_load(library)]
    if missing:
        raise InputError(
            f"the window needs system libraries that are missing; "
            f"on Debian or Ubuntu run: apt-get install -y {' '.join(missing)}"
        )
