from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.errors import InputError
from paintassist.core.layers import Layer
from paintassist.io.export.formats import ImageFormat
from paintassist.io.export.pattern import (
    FIELDS,
    CelName,
    is_in,
    name_cel,
    read_pattern,
    read_ranges,
    split_name,
)

PNG, TGA = ImageFormat.PNG, ImageFormat.TGA
CEL = CelName("c012", "A", "A12", 12, 3)


def expand(text: str, image_format: ImageFormat = PNG, cel: CelName = CEL) -> str:
    return str(read_pattern(text, (image_format,)).expand(cel, Layer.PAINT, image_format))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{name}", "A12.png"),
        ("{cut}/{cel}/{cel}{frame:04d}", "c012/A/A0012.png"),
        ("{cut}/{cel}/{cel}{frame:04d}.png", "c012/A/A0012.png"),
        ("{layer}/{name}.{ext}", "paint/A12.png"),
        ("{cel}.{frame:04}", "A.0012.png"),
        ("v1.5 {index:3d}", "v1.5   3.png"),
        ("{{{name}}}", "{A12}.png"),
    ],
)
def test_fields_are_filled_in(text: str, expected: str) -> None:
    assert expand(text) == expected


def test_the_conventional_name() -> None:
    assert expand("{cut}/{cel}/{cel}{frame:04d}.tga", TGA) == "c012/A/A0012.tga"
    assert expand("{name}.tif", ImageFormat.TIFF) == "A12.tif"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("/etc/{name}", "inside the export folder"),
        ("C:/{name}", "inside the export folder"),
        ("a\\{name}", "inside the export folder"),
        ("{name}/", "inside the export folder"),
        ("{cut}", "the same name"),
        ("", "the same name"),
        ("{name", "brace"),
        ("{name}}", "brace"),
        ("{nom}", r"unknown field \{nom\}"),
        ("{name.__class__}", "unknown field"),
        ("{name[0]}", "unknown field"),
        ("{0}", "unknown field"),
        ("{}", "unknown field"),
        ("{name!r}", "unknown field"),
        ("{name:>9999}", "width"),
        ("{frame:0100d}", "width"),
        ("{frame:{index}}", "width"),
        ("{name}.tga", "png would be written"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(text: str, about: str) -> None:
    with pytest.raises(InputError, match=about):
        read_pattern(text, (PNG,))


@pytest.mark.parametrize(
    "text", ["../{name}", "a/../../{name}", "con/{name}", "a./{name}", " {name}/x {name} /y{name}"]
)
def test_names_that_are_none_everywhere_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="cannot be a file name"):
        expand(text)


def test_a_name_of_dots_and_blanks_becomes_one_that_is_seen() -> None:
    assert expand("{cel}/{name}", PNG, CelName(" .. ", "A", "A0001", 1, 1)) == "A/A0001.png"
    assert expand("{cut}/{name}", PNG, CelName(" .. ", "A", "A0001", 1, 1)) == "_/A0001.png"


def test_a_tree_that_is_too_deep_is_refused() -> None:
    assert expand(7 * "a/" + "{name}")
    with pytest.raises(InputError, match="too deep"):
        expand(8 * "a/" + "{name}")


@given(
    text=st.lists(
        st.sampled_from(
            [*(f"{{{field}}}" for field in FIELDS), "/", "..", ".", "a", "\0", "\n", "~"]
        ),
        max_size=6,
    ).map("".join),
    name=st.text(max_size=12),
)
def test_no_pattern_and_no_name_leads_out_of_the_folder(text: str, name: str) -> None:
    cel = CelName(name, name, name, 1, 1)
    try:
        path = PurePosixPath(expand(text, PNG, cel))
    except InputError:
        return
    assert not path.is_absolute()
    assert ".." not in path.parts
    assert "\0" not in str(path)
    assert Path("/out", path).resolve().is_relative_to("/out")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("A0012", ("A", 12)),
        ("A12", ("A", 12)),
        ("c1_B_0003", ("c1_B", 3)),
        ("B.0003", ("B", 3)),
        ("0007", ("", 7)),
        ("title", ("title", None)),
        ("彩色5", ("彩色", 5)),
    ],
)
def test_names_tell_cel_and_number(name: str, parts: tuple[str, int | None]) -> None:
    assert split_name(name) == parts


def test_a_name_that_is_a_number_alone_takes_the_folder_as_its_cel() -> None:
    assert name_cel("0007", 1, "c1", Path("/x/B/0007.png")) == CelName("c1", "B", "0007", 7, 1)
    assert name_cel("0007", 1, "c1", Path("/x/B/line/0007.png")).cel == "B"
    assert name_cel("0007", 1, "c1", None).cel == "c1"
    assert name_cel("0007", 1, "", None).cel == "A"
    assert name_cel("A7", 1, "c1", None, "LO_A").cel == "LO_A"
    assert name_cel("title", 4, "c1", Path("/x/B/title.png")) == CelName("c1", "B", "title", 4, 4)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("", range(10)),
        ("3", [3]),
        ("2-4, 7", [2, 3, 4, 7]),
        ("8-", [8, 9]),
        (" 1 - 2 ,", [1, 2]),
    ],
)
def test_ranges_of_frames(text: str, inside: list[int]) -> None:
    ranges = read_ranges(text)
    assert [number for number in range(10) if is_in(number, ranges)] == list(inside)


@pytest.mark.parametrize("text", ["a", "4-2", "-3", "1;2", "1-2-3", "٣-x"])
def test_what_is_no_range_is_told(text: str) -> None:
    with pytest.raises(InputError, match="is no range"):
        read_ranges(text)
