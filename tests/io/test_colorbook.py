from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paintassist.core.errors import InputError
from paintassist.core.palette import PaletteEntry, Role
from paintassist.io.colorbook import ROLES, read_colorbook, write_colorbook

BOOK = """
fringe on hair: [[255, 240, 200], [200, 150, 90], [150, 100, 60], null]
face on skin: [null, [255, 230, 210, 255]]
"""


def test_rows_become_entries_in_order(tmp_path: Path) -> None:
    path = tmp_path / "colorbook.yml"
    path.write_text(BOOK, "utf-8")
    assert [(e.part, e.role, e.color) for e in read_colorbook(path)] == [
        ("fringe on hair", Role.HIGHLIGHT, (255, 240, 200, 255)),
        ("fringe on hair", Role.NORMAL, (200, 150, 90, 255)),
        ("fringe on hair", Role.SHADOW_1, (150, 100, 60, 255)),
        ("face on skin", Role.NORMAL, (255, 230, 210, 255)),
    ]


channel = st.integers(0, 255)
entries = st.builds(
    lambda color, part, role: PaletteEntry(color, part, part, role),
    st.tuples(channel, channel, channel, st.integers(1, 255)),
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1),
    st.sampled_from(ROLES),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(entries, unique_by=lambda entry: (entry.part, entry.role)))
def test_what_is_written_is_read(tmp_path: Path, book: list[PaletteEntry]) -> None:
    path = tmp_path / "colorbook.yml"
    write_colorbook(path, book)
    found = read_colorbook(path)
    assert sorted(map(repr, found)) == sorted(map(repr, book))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("- 1\n- 2", "no colour book"),
        ("hair: 3", "needs one to four colours"),
        ("hair: [[1, 2], [3, 4, 5]]", "highlight of 'hair' is no colour"),
        ("hair: [[1, 2, 300]]", "is no colour"),
        ("hair: [[1, 2, 3]", "cannot be read"),
        ("!!python/object/apply:os.getcwd []", "cannot be read"),
    ],
)
def test_bad_books_are_told(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "colorbook.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=sentence) as told:
        read_colorbook(path)
    assert str(path) in str(told.value)


def test_a_missing_book_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_colorbook(tmp_path / "colorbook.yml")
