"""Three rooms side by side; a spot of dust lies in the third."""

from __future__ import annotations

from tests.drawing import cel

ROOMS = cel("""
    ....................
    .##################.
    .#....#.....#.....#.
    .#....#.....#..#..#.
    .#....#.....#.....#.
    .##################.
    ....................
""")
