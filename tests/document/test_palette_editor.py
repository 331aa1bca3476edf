"""Changes of the palette: linked to every frame, and taken back as one."""

from dataclasses import replace

from paintassist.core.palette import BACKGROUND, Palette, PaletteEntry, Role, Variant, Variants
from paintassist.document.changes import ChangeKind
from paintassist.document.document import Document
from paintassist.document.sheet_editor import ImportedSheet
from tests.document.drawings import make_document, make_sheet, proposals

RED, BLUE = (255, 0, 0, 255), (0, 0, 255, 255)
NIGHT = [(90, 0, 30, 255), (0, 0, 60, 255)]


def colors(document):
    return [entry.color for entry in document.palette]


def day_with_night() -> Document:
    """A sheet's colours by day, which is shown, and by night."""
    document = make_document(colors=0)
    document.add_sheet(make_sheet("day", [RED, BLUE]))
    document.paints.add_variant("night", NIGHT, "day")
    document.paints.show_variant(0)
    return document


def test_entries_of_one_colour_can_be_added_apart():
    document = make_document(colors=0)
    hair = PaletteEntry(RED, "hair", " head ", Role.NORMAL)
    assert document.paints.add([hair, PaletteEntry(RED, "bow")]) == [0, 1]
    assert document.palette.entries[0].part == "head"
    assert document.paints.find_or_add(RED) == 0
    assert document.undo() == "Add 2 colours"
    assert len(document.palette) == 0


def test_nothing_changed_is_no_edit():
    document = make_document(colors=2)
    old = document.palette.entries[1]
    assert not document.paints.update(1, old)
    assert not document.paints.set_order([0, 1])
    assert not document.paints.rename_part("", "hair")
    assert not document.paints.show_variant(0)
    assert not document.paints.remove_variant(0)
    assert document.paints.add([]) == []
    assert document.history.count == 0


def test_edits_say_what_they_did():
    document = make_document(colors=2)
    paints = document.paints
    paints.update(0, PaletteEntry(RED, "bow", "head"))
    paints.update(0, PaletteEntry(RED, "ribbon", "head"))
    paints.update(0, PaletteEntry(RED, "ribbon", "head", Role.SHADOW_2))
    paints.rename_part("head", "hat")
    paints.set_order([1])
    assert [edit.name for edit in document.history.done] == [
        "Change colour bow",
        "Rename colour ribbon",
        "Assign colour ribbon",
        "Rename part head",
        "Order colours",
    ]
    assert document.palette.entries[0].part == "hat"
    assert document.palette.order == [1, 0]


def test_a_scene_recolours_every_frame_and_moves_no_index():
    document = make_document(frames=2, segments=3, colors=3)
    document.paint(0, [1], 0)
    document.apply_proposals(proposals("f1", [2, 1, 0]))
    day, told = colors(document), []
    shown = [frame.color.tolist() for frame in document.frames]
    document.changed.connect(lambda change: told.append(change.kind))
    assert document.paints.add_variant("night", [BLUE, RED], "day") == 1
    assert colors(document) == [BLUE, RED, day[2]]
    assert set(told) == {ChangeKind.PALETTE, ChangeKind.HISTORY}
    document.paints.update(2, PaletteEntry((1, 2, 3, 4)))
    document.paints.show_variant(0)
    assert colors(document) == day
    assert [variant.name for variant in document.palette.variants.items] == ["day", "night"]
    assert [frame.color.tolist() for frame in document.frames] == shown
    assert document.undo() == "Show variant day"
    assert colors(document) == [BLUE, RED, (1, 2, 3, 4)]


def test_removing_the_shown_variant_shows_its_neighbour():
    document = make_document(colors=1)
    day = colors(document)
    document.paints.add_variant("night", [BLUE], "day")
    document.paints.add_variant("dusk", [RED])
    document.paints.remove_variant(0)
    assert (document.palette.active, colors(document)) == (1, [RED])
    document.paints.remove_variant(1)
    assert (document.palette.active, colors(document)) == (0, [BLUE])
    document.undo()
    document.undo()
    document.paints.show_variant(0)
    assert colors(document) == day


def test_a_scene_that_is_not_shown_can_be_coloured():
    document = make_document(colors=2)
    day = colors(document)
    document.paints.add_variant("night", None, "day")
    document.paints.show_variant(0)
    document.paints.recolor_variant(1, {1: (9, 9, 9, 0)})
    assert colors(document) == day
    document.paints.show_variant(1)
    assert colors(document) == [day[0], BACKGROUND]


def test_a_sheet_of_the_night_finds_its_entries_by_day():
    document = day_with_night()
    document.add_sheet(make_sheet("night", NIGHT))
    assert document.sheets[1].colors.tolist() == [-1, 0, 1]
    assert len(document.palette) == 2


def test_another_palette_names_what_is_there_and_adds_the_rest():
    document = make_document(colors=0)
    paints = document.paints
    paints.add([PaletteEntry(BLUE), PaletteEntry(RED), PaletteEntry(RED, "bow", "head")])
    other = Palette(
        [
            PaletteEntry(RED, "bow", "head"),
            PaletteEntry(RED, "shoe"),
            PaletteEntry(RED, "nail"),
            PaletteEntry(BLUE, "eye", "face", Role.NORMAL),
        ],
        order=[3, 0, 1, 2],
    )
    with document.gesture("Import palette x"):
        paints.take_in(other)
    assert [entry.name for entry in document.palette] == ["eye", "shoe", "bow", "nail"]
    assert document.palette.order == [0, 2, 1, 3]
    document.undo()
    assert [entry.name for entry in document.palette] == ["", "", "bow"]


def test_scenes_come_in_by_name_and_the_one_shown_stays():
    document = make_document(colors=0)
    paints = document.paints
    paints.add([PaletteEntry(RED, "bow")])
    other = Palette([PaletteEntry(RED, "bow"), PaletteEntry(BLUE, "eye")])
    scenes = (Variant("day"), Variant("night", (BLUE, RED)), Variant("dusk", (RED, RED)))
    other = other.with_variants(Variants((replace(scenes[0], colors=(RED, BLUE)), *scenes[1:])))
    paints.take_in(other)
    names = [variant.name for variant in document.palette.variants.items]
    assert (names, document.palette.active) == (["day", "night", "dusk"], 0)
    assert document.palette.variants.items[1].colors == (BLUE, RED)
    paints.take_in(other.with_variants(replace(other.variants, active=2)))
    assert [variant.name for variant in document.palette.variants.items] == names
    assert colors(document)[:2] == [RED, BLUE]


def test_swatches_and_figures_of_the_night_find_their_entries_by_day():
    document = day_with_night()
    swatches = tuple(
        PaletteEntry(color, name) for color, name in zip(NIGHT, ("bow", "eye"), strict=True)
    )
    figures = (make_sheet("front", NIGHT), make_sheet("back", NIGHT[1:]))
    document.figures.add(ImportedSheet("night", swatches, figures))
    assert [(entry.color, entry.name) for entry in document.palette] == [
        (RED, "bow"),
        (BLUE, "eye"),
    ]
    assert [sheet.colors.tolist() for sheet in document.sheets[1:]] == [[-1, 0, 1], [-1, 1]]
