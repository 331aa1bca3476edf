"""Palettes of other programs: there and back, and what is wrong in one sentence."""

import struct
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.errors import InputError
from paintassist.core.palette import Palette, PaletteEntry, Role, Variant, Variants
from paintassist.io.palettes import PALETTE_SUFFIXES, read_palette, write_palette
from paintassist.io.palettes.codec import PaletteError, one_line
from paintassist.io.palettes.files import CODECS

RED, BLUE = (255, 0, 0, 255), (0, 0, 255, 255)

channels = st.integers(0, 255)
opaque = st.tuples(channels, channels, channels, st.just(255))
seen = st.tuples(channels, channels, channels, st.integers(1, 255))
# Any text that fits on a line; and words that formats use for themselves.
words = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(one_line),
    st.sampled_from(["_5", "5", "_", "|x", "@x", '"', "a\\'b", "</style>", "髪 影1", "#1", "7 up"]),
)
# GIMP has a word for no name, OpenToonz one for the page of those on none.
names = words.filter(lambda word: word != "Untitled")
parts = words.filter(lambda word: word != "colors")


def entries(color, **fields):
    return st.lists(st.builds(PaletteEntry, color, names, **fields), min_size=1, max_size=6)


def back(suffix, palette):
    codec = CODECS[suffix]
    found, notes = codec.decode(codec.encode(palette))
    assert not notes
    return found


@given(entries(opaque))
def test_gimp_and_photoshop_keep_colours_and_names(given_entries):
    palette = Palette(given_entries)
    assert back(".gpl", palette) == palette
    assert back(".aco", palette) == palette


def grouped(given_entries):
    """A name for those that have none: an entry of a part is told apart by it."""
    return Palette(replace(entry, name=entry.name or "x") for entry in given_entries)


@given(entries(opaque, part=parts))
def test_swatch_exchange_keeps_parts(given_entries):
    palette = grouped(given_entries)
    assert back(".ase", palette) == palette


@given(entries(seen, part=parts))
def test_opentoonz_keeps_parts_and_alpha(given_entries):
    palette = grouped(given_entries)
    assert back(".tpl", palette) == palette


@given(
    entries(seen, part=words, role=st.sampled_from(Role), temporary=st.booleans()),
    st.lists(st.tuples(words, st.lists(seen, max_size=6)), max_size=2),
    words,
)
def test_tables_keep_everything(given_entries, others, name):
    variants = [Variant(name), *(Variant(other, tuple(colors)) for other, colors in others)]
    palette = Palette(given_entries, Variants(tuple(variants)))
    assert back(".csv", palette) == palette


@pytest.mark.parametrize("suffix", PALETTE_SUFFIXES)
def test_files_are_in_sheet_order_and_told_by_their_bytes(tmp_path: Path, suffix: str):
    palette = Palette([PaletteEntry(RED, "bow"), PaletteEntry(BLUE, "eye")], order=[1, 0])
    path = tmp_path / f"sheet{suffix}"
    assert write_palette(path, palette) == ()
    if suffix != ".csv":
        path = path.rename(tmp_path / "named wrongly.gpl")
    assert [entry.name for entry in read_palette(path).palette] == ["eye", "bow"]


def test_no_paint_is_left_out_where_it_cannot_be_told(tmp_path: Path):
    palette = Palette([PaletteEntry((0, 0, 0, 0), "background"), PaletteEntry(RED)])
    for suffix, count in ((".gpl", 1), (".aco", 1), (".ase", 1), (".tpl", 2), (".csv", 2)):
        write_palette(tmp_path / f"a{suffix}", palette)
        assert len(read_palette(tmp_path / f"a{suffix}").palette) == count


def test_other_scenes_are_told_to_be_left_out(tmp_path: Path):
    palette = Palette([PaletteEntry(RED)], Variants((Variant("day"), Variant("night", (BLUE,))), 0))
    assert write_palette(tmp_path / "a.csv", palette) == ()
    (note,) = write_palette(tmp_path / "a.gpl", palette)
    assert note == "a.gpl holds the variant 'day' only; a .csv file holds all"


def test_an_entry_without_a_name_is_called_by_part_and_role(tmp_path: Path):
    write_palette(tmp_path / "a.gpl", Palette([PaletteEntry(RED, "", "hair", Role.SHADOW_1)]))
    assert read_palette(tmp_path / "a.gpl").palette.entries[0].name == "hair shadow 1"


# What the programs themselves write.

GIMP = (
    "GIMP Palette\nName: Bears\nColumns: 16\n#\n  8   8   8\tgrey3\n100 44 44\tUntitled\n\n 1 2 3\n"
)
ASEPRITE = "GIMP Palette\nChannels: RGBA\n#\n8 8 8 128\tglass\n"
OPENTOONZ = r"""<palette name="girl">
  <version>
    71 0
  </version>
  <refImgPath>
    "+drawings\\a.tif"
  </refImgPath>
  <styles>
    <style>
      color_0 3 255 255 255 0
    </style>
    <style>
      color_1 2002 0 0 0 255 0 0 0 255 0 50 70 10
    </style>
    <style pickedpos="12,40">
      "hair \"top\""3 90 60 40 255
    </style>
    <style>
      _1 "|01-100-3""@@skin tone" _0skin 3 250 220 200 255
    </style>
    <style>
      glow 1116 0.5 2 255 0 0 255
    </style>
    <style>
      deleted 3 1 1 1 255
    </style>
    </styles>
  <stylepages>
    <page>
      <name>
        colors
      </name>
      <indices>
        0 1 4
      </indices>
      </page>
    <page>
      <name>
        "front hair"
      </name>
      <indices>
        3 2
      </indices>
      </page>
    </stylepages>
  <shortcuts>
    -1 0 1 2 3 4 5 6 7 8
  </shortcuts>
  </palette>
"""


def read(tmp_path: Path, name: str, data: bytes | str):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_palette(path)


def test_what_gimp_writes(tmp_path: Path):
    found = read(tmp_path, "a.gpl", GIMP.replace("\n", "\r\n"))
    assert found.palette == Palette(
        [
            PaletteEntry((8, 8, 8, 255), "grey3"),
            PaletteEntry((100, 44, 44, 255)),
            PaletteEntry((1, 2, 3, 255)),
        ]
    )
    glass = read(tmp_path, "b.gpl", ASEPRITE).palette.entries
    assert glass == [PaletteEntry((8, 8, 8, 128), "glass")]


def test_what_opentoonz_writes(tmp_path: Path):
    found = read(tmp_path, "a.tpl", OPENTOONZ)
    assert found.palette.entries == [
        PaletteEntry((0, 0, 0, 255), "color_1"),
        PaletteEntry((250, 220, 200, 255), "0skin", "front hair"),
        PaletteEntry((90, 60, 40, 255), 'hair "top"', "front hair"),
    ]
    assert found.notes == ("a.tpl: style 'glow' is no plain colour and was left out",)


def test_old_swatches_without_names(tmp_path: Path):
    data = struct.pack(">HH5H", 1, 1, 0, 65535, 32768, 0, 0)
    assert read(tmp_path, "a.aco", data).palette.entries == [PaletteEntry((255, 128, 0, 255))]


def test_tables_of_others(tmp_path: Path):
    table = "Name;R;G;B;Role\n髪;90;60;40;影1\n\n目;1;2;3;\n".encode("cp932")
    assert read(tmp_path, "a.csv", table).palette.entries == [
        PaletteEntry((90, 60, 40, 255), "髪", "", Role.SHADOW_1),
        PaletteEntry((1, 2, 3, 255), "目"),
    ]
    scenes = "color 昼\tname\tcolor 夜\n#FF0000\tbow\t0000ff\n".encode("utf-16")
    assert read(tmp_path, "b.csv", scenes).palette == Palette(
        [PaletteEntry(RED, "bow")], Variants((Variant("昼"), Variant("夜", (BLUE,))))
    )


def ase(model: bytes, values: str, name: str = "ink"):
    text = f"{name}\0".encode("utf-16-be")
    block = struct.pack(">H", len(text) // 2) + text + model + bytes.fromhex(values) + b"\0\2"
    return b"ASEF" + struct.pack(">HHLHL", 1, 0, 1, 1, len(block)) + block


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.gpl", b"", "is no GIMP palette"),
        ("a.gpl", GIMP[:57] + "300 1 1 x", "is damaged in line 6"),
        ("a.gpl", "GIMP Palette\n#\n1 2", "is damaged in line 3"),
        ("a.gpl", "GIMP Palette\n#\n", "holds no colours"),
        ("a.gpl", b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        ("a.aco", b"8BPS\0\1", "is a Photoshop drawing"),
        ("a.aco", b"\0\1\0\2\0\0\xff\xff", "ends too early"),
        ("a.aco", struct.pack(">HH5H", 1, 1, 2, 0, 0, 0, 0), r"has colour 1 as CMYK"),
        ("a.aco", struct.pack(">HH5H", 1, 1, 7, 0, 0, 0, 0), r"has colour 1 as Lab"),
        ("a.aco", struct.pack(">HH5H", 1, 1, 99, 0, 0, 0, 0), r"another colour space"),
        (
            "a.aco",
            struct.pack(">HH5HL", 2, 1, 1, 0, 0, 0, 0, 4) + "ink\0".encode("utf-16-be"),
            r"has colour 1 \('ink'\) as HSB",
        ),
        ("a.aco", b"hello there", "holds no Adobe swatches"),
        ("a.ase", b"hello there", "holds no Adobe swatches"),
        ("a.ase", b"\x99\x99\0\0\xe0\xa5\1\0", "is a drawing of Aseprite"),
        ("a.ase", ase(b"CMYK", "00" * 16), "has 'ink' as CMYK"),
        ("a.ase", ase(b"LAB ", "00" * 12), "has 'ink' as LAB"),
        ("a.ase", ase(b"Gray", "00" * 4), "has 'ink' as Gray"),
        ("a.ase", ase(b"RGB ", "40000000" * 3), "is damaged at 'ink'"),
        ("a.ase", ase(b"RGB ", "7fc00000" * 3), "is damaged at 'ink'"),
        ("a.ase", ase(b"RGB ", "00" * 12)[:-4], "ends too early"),
        ("a.tpl", OPENTOONZ[:400], "ends too early"),
        ("a.tpl", OPENTOONZ.replace("3 2\n", "3 99\n"), "page 'front hair' shows a style"),
        ("a.tpl", OPENTOONZ.replace("90 60 40", "900 60 40"), "is damaged at style 'hair \"top\"'"),
        ("a.tpl", OPENTOONZ.replace("</styles>", "</style>"), "is damaged at 'style'"),
        ("a.tpl", "<svg></svg>", "is no OpenToonz palette"),
        ("a.csv", "name,part\nbow,head\n", "has no colours: its first line must name"),
        ("a.csv", "color\nred\n", "says 'red' in line 2, which is no colour"),
        ("a.csv", "r,g,b\n1,2,256\n", "says '256' for blue in line 2"),
        ("a.csv", "color,role\n#FF0000,dark\n", "says 'dark' in line 2, which is no role"),
        ("a.csv", b"PK\x03\x04", "is a packed file"),
        ("a.csv", b"color\n\0\0", "is no text"),
        ("a.xyz", "hello", "is no palette; choose one of"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, name, data, sentence):
    with pytest.raises(InputError, match=sentence) as caught:
        read(tmp_path, name, data)
    assert str(caught.value).startswith(f"{name} ")


@pytest.mark.parametrize("suffix", [".aco", ".ase", ".tpl"])
def test_a_file_cut_anywhere_is_refused(suffix: str):
    codec = CODECS[suffix]
    whole = Palette([PaletteEntry(RED, "bow", "head"), PaletteEntry(BLUE, "eye")])
    data = codec.encode(whole if suffix != ".aco" else Palette([PaletteEntry(RED)]))
    plain = 4 + 10
    for length in range(len(data.rstrip())):
        if suffix == ".aco" and plain <= length < plain + 4:
            # An old file without names, and complete.
            continue
        with pytest.raises(ValueError, match=r"early|no Adobe|no OpenToonz|damaged"):
            codec.decode(data[:length])


@given(st.sampled_from(PALETTE_SUFFIXES), st.binary(max_size=80))
def test_no_bytes_are_our_fault(suffix, data):
    codec = CODECS[suffix]
    start = codec.encode(Palette([PaletteEntry(RED, "bow", "head")]))
    for mixed in (data, start[: len(data)] + data, data + start):
        # Anything else that is raised would pass through.
        with suppress(PaletteError):
            codec.decode(mixed)


@pytest.mark.parametrize(
    ("name", "palette", "sentence"),
    [
        ("a.xyz", Palette([PaletteEntry(RED)]), "give it one of the endings .gpl, .aco"),
        ("a.gpl", Palette(), "would be empty"),
        ("a.gpl", Palette([PaletteEntry((0, 0, 0, 0))]), "would be empty"),
        ("a.ase", Palette([PaletteEntry((1, 2, 3, 4), "glass")]), "half transparent .* 'glass'"),
        ("a.aco", Palette([PaletteEntry(RED)] * 65536), "can hold 65,535 colours only"),
    ],
)
def test_what_does_not_fit_is_not_written(tmp_path: Path, name, palette, sentence):
    with pytest.raises(InputError, match=sentence):
        write_palette(tmp_path / name, palette)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file(tmp_path: Path):
    with pytest.raises(InputError, match=r"gone\.gpl cannot be read"):
        read_palette(tmp_path / "gone.gpl")
