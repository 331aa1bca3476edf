"""The palette dock in a real window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QLineEdit
from pytestqt.qtbot import QtBot

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import Palette, PaletteEntry, Role
from paintassist.ui.color_words import entry_label
from paintassist.ui.panels.palette.card import EntryCard
from paintassist.ui.panels.palette.rows import FIRST_TONE, NAME, USE, Row, order_after_move, rows_of
from tests.ui.clip import BLUE, GREEN, RED, centres
from tests.ui.panels.palettes import LEFT, NONE, index_of, palette_of, type_into

GREY = (9, 9, 9, 255)


def make_part(driver) -> tuple[int, int]:
    """Make red and green two tones of the bow."""
    red, green = index_of(driver, RED), index_of(driver, GREEN)
    entries = palette_of(driver).entries
    driver.window.workspace.document.paints.update_all(
        {
            red: replace(entries[red], part="bow", role=Role.NORMAL),
            green: replace(entries[green], part="bow", role=Role.SHADOW_1),
        }
    )
    return red, green


def click(driver, row: int, column: int, double: bool = False) -> None:
    view = driver.window.palette_panel.view
    middle = view.visualRect(view.model().index(row, column)).center()
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle)
    if double:
        QTest.mouseDClick(view.viewport(), LEFT, NONE, middle)


# Rows


def test_rows_follow_the_sheet_and_search_reads_everything():
    palette = Palette(
        [
            PaletteEntry(RED, "bow"),
            PaletteEntry(GREY, "", "hair", Role.NORMAL),
            PaletteEntry(GREY, "pin", "hair"),
        ],
        order=[1, 0],
    )
    hair, pin = Row("hair", (NO_COLOR, 1, NO_COLOR, NO_COLOR)), Row("hair", single=2)
    bow = Row("", single=0)
    assert rows_of(palette) == [hair, pin, bow]
    for words, found in (
        ("HAIR", [hair, pin]),
        ("hair normal", [hair]),
        ("#dc28", [bow]),
        ("pin", [pin]),
        ("red", []),
    ):
        assert rows_of(palette, words) == found
    assert [hair.column_of(1), pin.column_of(2), hair.main] == [FIRST_TONE + 1, NAME, 1]
    assert order_after_move(palette, bow, hair) == [0, 1, 2]
    assert order_after_move(palette, hair, None) == [0, 2, 1]


def test_parts_are_rows_with_their_tones(driver):
    red, green = make_part(driver)
    view, model = driver.window.palette_panel.view, driver.window.palette_panel.model
    place = model.place_of(red)
    assert model.index(place.row(), NAME).data() == "bow"
    assert model.place_of(green) == model.index(place.row(), FIRST_TONE + 2)
    assert view.horizontalHeader().isVisible()
    click(driver, place.row(), FIRST_TONE + 2)
    assert driver.window.desk.color_index == green
    click(driver, place.row(), NAME)
    assert driver.window.desk.color_index == red
    assert entry_label(palette_of(driver).entries[green]) == "bow Shadow 1"
    text = model.place_of(red).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert "bow, Normal" in text
    assert "4 in all frames" in text


def test_what_a_part_lacks_gets_a_temporary_colour(driver):
    red, _ = make_part(driver)
    row = driver.window.palette_panel.model.place_of(red).row()
    click(driver, row, FIRST_TONE, double=True)
    entry = palette_of(driver).entries[-1]
    assert (entry.part, entry.role, entry.temporary) == ("bow", Role.HIGHLIGHT, True)
    assert driver.window.desk.color_index == len(palette_of(driver)) - 1
    type_into(driver.window.palette_panel.card.value, "250, 128, 0")
    entry = palette_of(driver).entries[-1]
    assert (entry.color, entry.temporary) == ((250, 128, 0, 255), False)


# The entry in the hand


def test_an_edited_colour_goes_to_every_frame_and_back(driver):
    red, at = index_of(driver, RED), centres(0)["square"]
    driver.take(RED)
    card = driver.window.palette_panel.card
    assert card.value.text() == "#DC281E"
    type_into(card.value, "#112233")
    assert [driver.color_at(frame, centres(0)["square"]) for frame in (0, 1)] == [
        (17, 34, 51, 255)
    ] * 2
    driver.hover((3, 3))
    shown = driver.window.canvas.grab().toImage().pixelColor(driver.widget_pos(at))
    assert shown.getRgb() == (17, 34, 51, 255)
    driver.window.desk.undo()
    assert palette_of(driver).entries[red].color == RED
    assert card.value.text() == "#DC281E"


def test_words_that_are_no_colour_change_nothing(driver):
    driver.take(RED)
    card, said = driver.window.palette_panel.card, []
    driver.window.desk.noted.connect(said.append)
    type_into(card.value, "reddish")
    assert "reddish is no colour" in said[0]
    assert card.value.text() == "#DC281E"
    assert palette_of(driver).entries[index_of(driver, RED)].color == RED


def test_part_and_tone_are_chosen_in_the_card(driver):
    driver.take(RED)
    card = driver.window.palette_panel.card
    type_into(card.part.lineEdit(), "bow")
    card.role.setCurrentIndex(card.role.findText("Shadow 2"))
    card.role.activated.emit(card.role.currentIndex())
    entry = palette_of(driver).entries[index_of(driver, RED)]
    assert (entry.part, entry.role) == ("bow", Role.SHADOW_2)
    driver.take(GREEN)
    assert card.part.findText("bow") > 0
    driver.window.actions_by_id["copy_hex"].trigger()
    assert QGuiApplication.clipboard().text() == "#1EA03C"


def test_rename_in_place(driver):
    red, _ = make_part(driver)
    panel = driver.window.palette_panel
    place = panel.model.place_of(red)
    panel.view.setCurrentIndex(place)
    panel.view.edit(place)
    editor = panel.view.viewport().findChild(QLineEdit)
    assert editor.width() > 100
    QTest.keyClicks(editor, "crimson")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    driver.qtbot.waitUntil(lambda: palette_of(driver).entries[red].name == "crimson")
    panel.model.setData(panel.model.index(place.row(), NAME), "ribbon")
    assert palette_of(driver).entries[red].part == "ribbon"


def test_search_hides_rows_and_keeps_the_hand(driver):
    driver.take(RED)
    panel = driver.window.palette_panel
    driver.window.actions_by_id["search_color"].trigger()
    QTest.keyClicks(panel.search, "#1ea0")
    assert [row.main for row in panel.model.rows] == [index_of(driver, GREEN)]
    assert driver.window.desk.color_index == index_of(driver, RED)
    driver.window.findChild(QDockWidget, "palette").hide()
    driver.window.actions_by_id["search_color"].trigger()
    assert panel.isVisible()
    assert panel.search.hasFocus()
    panel.search.clear()
    assert panel.view.currentIndex() == panel.model.place_of(index_of(driver, RED))


# Order


def test_rows_move_by_key_and_by_drag(driver):
    driver.take(BLUE)
    actions, model = driver.window.actions_by_id, driver.window.palette_panel.model
    before = [row.main for row in model.rows]
    blue = index_of(driver, BLUE)
    actions["color_up"].trigger()
    place = before.index(blue)
    after = [*before]
    after[place - 1 : place + 1] = [blue, before[place - 1]]
    assert palette_of(driver).order == after
    actions["color_down"].trigger()
    assert palette_of(driver).order == before
    data = model.mimeData([model.place_of(blue)])
    assert model.dropMimeData(data, Qt.DropAction.CopyAction, 0, 0, model.index(-1, -1))
    assert palette_of(driver).order[0] == blue
    other = driver.window.palette_panel.model.mimeData([model.index(0, 0)])
    other.setData(model.mimeTypes()[0], b"1 2 0 0")
    assert not model.dropMimeData(other, Qt.DropAction.CopyAction, 0, 0, model.index(-1, -1))


def test_a_drop_on_a_tone_assigns(driver):
    red, _ = make_part(driver)
    model, blue = driver.window.palette_panel.model, index_of(driver, BLUE)
    data = model.mimeData([model.place_of(blue)])
    tone = model.index(model.place_of(red).row(), FIRST_TONE + 3)
    assert model.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, tone)
    entry = palette_of(driver).entries[blue]
    assert (entry.part, entry.role) == ("bow", Role.SHADOW_2)


# Where a colour is used


def test_a_click_on_the_count_rings_the_segments(driver):
    panel, canvas = driver.window.palette_panel, driver.window.canvas
    place = panel.model.place_of(index_of(driver, GREEN))
    assert panel.model.index(place.row(), USE).data() == "2 / 8"
    plain = canvas.grab().toImage()
    click(driver, place.row(), USE)
    assert panel.card.show_usage.isChecked()
    assert panel.card.usage.text() == "2 here, 8 in all frames"
    ringed = canvas.grab().toImage()
    x, y = centres(0)["disc"]
    rim = driver.widget_pos((x + 25, y))
    assert ringed.pixelColor(rim).getRgb() == (0xB4, 0xF0, 0, 255)
    inside = driver.widget_pos((x, y))
    assert ringed.pixelColor(inside) == plain.pixelColor(inside)
    driver.window.actions_by_id["show_usage"].trigger()
    assert canvas.grab().toImage().pixelColor(rim) == plain.pixelColor(rim)


def test_the_next_frame_that_uses_a_colour(driver):
    window = driver.window
    driver.take(BLUE)
    document = window.workspace.document
    for frame in (1, 2):
        document.swap_color(window.desk.color_index, index_of(driver, RED), [frame])
    window.actions_by_id["next_use"].trigger()
    assert window.desk.frame_index == 3
    window.actions_by_id["next_use"].trigger()
    assert window.desk.frame_index == 0
    window.actions_by_id["add_temporary"].trigger()
    said = []
    window.desk.noted.connect(said.append)
    window.actions_by_id["next_use"].trigger()
    assert said == ["No frame uses this colour"]


def test_the_menu_of_the_dock(driver):
    panel = driver.window.palette_panel
    place = panel.model.place_of(index_of(driver, BLUE))
    middle = panel.view.visualRect(place).center()
    panel.view.customContextMenuRequested.emit(QPoint(middle))
    assert driver.window.desk.color_index == index_of(driver, BLUE)
    names = [action.objectName() for action in panel.menu_button.menu().actions()]
    assert {"edit_color", "add_temporary", "add_scene", "import_palette"} <= set(names)
    panel.menu_button.menu().close()


def test_the_field_of_a_part_has_a_name_where_its_text_is_typed(qtbot: QtBot) -> None:
    card = EntryCard()
    qtbot.addWidget(card)
    line = card.part.lineEdit()
    assert line is not None
    assert line.accessibleName() == card.part.accessibleName() != ""


def test_a_hand_in_a_hurry_takes_the_colour_and_drags_nothing(driver, monkeypatch):
    view, desk = driver.window.palette_panel.view, driver.window.desk
    dragged: list[object] = []
    monkeypatch.setattr(view, "startDrag", dragged.append)
    wanted = index_of(driver, GREEN)
    place = view.visualRect(view.model().place_of(wanted)).center()
    assert desk.color_index != wanted
    QTest.mousePress(view.viewport(), LEFT, NONE, place)
    assert desk.color_index == wanted, "the press counts, not where the hand lets go"

    def move(way: int) -> None:
        # Twice, as a hand does: Qt begins a drag with the second one.
        for _ in range(2):
            at = QPointF(place.x() + way, place.y())
            there = view.viewport().mapToGlobal(at)
            event = QMouseEvent(QEvent.Type.MouseMove, at, there, LEFT, LEFT, NONE)
            QGuiApplication.sendEvent(view.viewport(), event)

    move(QGuiApplication.styleHints().startDragDistance() + 5)
    assert not dragged
    move(60)
    assert dragged, "who means it can drag"
    QTest.mouseRelease(view.viewport(), LEFT, NONE, place)
