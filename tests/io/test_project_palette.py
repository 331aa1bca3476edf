"""The palette in the project file, and in files from before it had parts and scenes."""

import sqlite3
from contextlib import closing

from paintassist.core.palette import Palette, PaletteEntry, Role, Variant, Variants
from paintassist.io.project_file import open_project, save_as
from paintassist.io.project_palette import read_palette, write_entry, write_palette
from paintassist.io.project_schema import migrate
from tests.document.drawings import make_document
from tests.io.projects import reopened

RED, BLUE = (255, 0, 0, 255), (0, 0, 255, 255)


def new_file(version=None):
    connection = sqlite3.connect(":memory:")
    migrate(connection, 0, *([] if version is None else [version]))
    return closing(connection)


def test_an_older_palette_keeps_its_entries_and_their_order():
    with new_file(version=2) as connection:
        rows = [(index, 255, 0, 0, 255, f"red {index}") for index in range(12)]
        connection.executemany("INSERT INTO palette VALUES (?, ?, ?, ?, ?, ?)", rows)
        migrate(connection, 2)
        assert read_palette(connection) == Palette(PaletteEntry(RED, row[-1]) for row in rows)


def test_a_palette_with_everything():
    palette = Palette(
        [PaletteEntry(RED, "赤", "髪", Role.NORMAL), PaletteEntry(BLUE, temporary=True)],
        Variants((Variant("night", (BLUE, RED)), Variant("day"), Variant("dusk")), active=1),
        order=[1, 0],
    )
    with new_file() as connection:
        write_palette(connection, palette)
        assert read_palette(connection) == palette


def test_an_entry_that_comes_has_its_colour_in_all_scenes():
    night = Variants((Variant("day"), Variant("night", (BLUE,))))
    palette = Palette([PaletteEntry(RED)], night)
    with new_file() as connection:
        write_palette(connection, palette)
        write_entry(connection, 1, PaletteEntry(RED, "bow"))
        write_entry(connection, 0, PaletteEntry(BLUE, "hair"))
        assert read_palette(connection).variants.items[1].colors == (BLUE, RED)
        write_entry(connection, 1, None)
        assert read_palette(connection) == palette.with_entries([PaletteEntry(BLUE, "hair")])


def test_scenes_parts_and_order_are_undone_after_reopening(tmp_path):
    document = make_document(frames=1, segments=2, colors=3)
    save_as(document, tmp_path / "a.paintassist")
    start = document.palette.copy()
    document.paints.add([PaletteEntry(RED, "bow", "head", Role.SHADOW_1, True)])
    document.paints.add_variant("night", [BLUE, RED], "day")
    document.paints.update(3, PaletteEntry(BLUE, "bow", "head"))
    document.paints.set_order([3, 1])
    document.paints.show_variant(0)
    document.paints.remove_variant(1)
    end = document.palette.copy()
    document.store.close()
    again = open_project(tmp_path / "a.paintassist")
    assert again.palette == end
    while again.undo():
        pass
    assert again.palette == start
    while again.redo():
        pass
    assert again.palette == end
    again.store.close()
    assert reopened(again).palette == end
