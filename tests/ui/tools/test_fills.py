"""Bucket, lasso, rectangle and swap in a real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.clip import BLUE, GREEN, RED, centres
from tests.ui.tools.strokes import CTRL, LEFT, NONE, SHIFT, drag


def colors(driver, frame: int, shift: int) -> dict[str, tuple[int, ...]]:
    return {name: driver.color_at(frame, at) for name, at in centres(shift).items()}


def test_a_stroke_fills_all_it_crosses_and_is_one_undo(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    at, document = centres(0), driver.window.workspace.document
    before = colors(driver, 0, 0)
    driver.take(BLUE)
    drag(driver, at["square"], at["disc"])
    found = colors(driver, 0, 0)
    assert (found["square"], found["disc"]) == (BLUE, BLUE)
    # The background between the two was crossed as well; the others were not.
    assert driver.color_at(0, (78, 42)) == BLUE
    assert len(document.history.done) == 1
    driver.window.desk.undo()
    driver.settle()
    assert colors(driver, 0, 0) == before
    assert not document.history.done


def test_shift_fills_what_has_the_clicked_colour(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    at = centres(0)
    driver.take(GREEN)
    driver.click(at["bar"])
    assert colors(driver, 0, 0)["bar"] == colors(driver, 0, 0)["disc"] == GREEN
    driver.take(BLUE)
    drag(driver, at["disc"], held=SHIFT)
    found = colors(driver, 0, 0)
    assert (found["bar"], found["disc"], found["square"]) == (BLUE, BLUE, RED)


def test_alt_is_the_eyedropper_while_held(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    driver.take(BLUE)
    driver.click(centres(0)["square"], alt=True)
    desk = driver.window.desk
    assert desk.entry(desk.color_index).color == RED
    assert not driver.window.workspace.document.history.done
    driver.click(centres(0)["disc"])
    assert colors(driver, 0, 0)["disc"] == RED


def test_lasso_and_rectangle(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    driver.take(BLUE)
    driver.key(Qt.Key.Key_R)
    drag(driver, (10, 10), (100, 40), (139, 75))
    found = colors(driver, 0, 0)
    assert (found["square"], found["disc"]) == (BLUE, BLUE)
    assert driver.color_at(0, (5, 5)) != BLUE
    assert [edit.name for edit in document.history.done] == ["Paint 2 segments"]
    driver.take(GREEN)
    driver.key(Qt.Key.Key_S)
    at = centres(0)["bar"]
    loop = [(at[0] - 45, at[1] - 12), (at[0] + 45, at[1] - 12), (at[0] + 45, at[1] + 12)]
    before = window.canvas.grab().toImage()
    QTest.mousePress(window.canvas, LEFT, NONE, driver.widget_pos(loop[0]))
    for point in loop[1:]:
        QTest.mouseMove(window.canvas, driver.widget_pos(point))
    assert window.canvas.grab().toImage() != before
    end = driver.widget_pos((at[0] - 45, at[1] + 12))
    QTest.mouseRelease(window.canvas, LEFT, NONE, end)
    assert colors(driver, 0, 0)["bar"] == GREEN
    assert len(document.history.done) == 2


def test_fill_unpainted_only(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    document, star = driver.window.workspace.document, centres(0)["star"]
    frame = document.frames[0]
    segment = int(document.segments(0).labels[star[1], star[0]])
    # The engine may propose for the star; without its proposal it is unpainted.
    frame.proposed[segment] = -1
    frame._combine()
    driver.window.desk._refresh()
    before = colors(driver, 0, 0)
    driver.take(BLUE)
    driver.key(Qt.Key.Key_U)
    driver.click(centres(0)["square"])
    drag(driver, centres(0)["square"], centres(0)["star"])
    assert colors(driver, 0, 0) == before | {"star": BLUE}


def test_swap_here_onward_everywhere(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    shifts = (0, 6, 12, 18)

    def squares() -> list[tuple[int, ...]]:
        return [colors(driver, index, shift)["square"] for index, shift in enumerate(shifts)]

    window.desk.accept_frame()
    driver.settle()
    assert squares() == [RED] * 4
    window.desk.show_frame(1)
    driver.take(BLUE)
    driver.key(Qt.Key.Key_X)
    drag(driver, centres(6)["square"], held=SHIFT)
    assert squares() == [RED, BLUE, BLUE, BLUE]
    window.desk.undo()
    driver.settle()
    window.desk.show_frame(1)
    drag(driver, centres(6)["square"], held=CTRL)
    # The accepted one of the first frame too: it was asked for.
    assert squares() == [BLUE] * 4
    assert document.history.undo_name.startswith("Swap colour of")


def test_ctrl_carries_the_colour_along_the_stroke(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    at = centres(0)
    document, desk = driver.window.workspace.document, driver.window.desk
    driver.take(BLUE)
    drag(driver, at["disc"], at["square"], held=CTRL)
    found = colors(driver, 0, 0)
    assert (found["disc"], found["square"], found["bar"]) == (GREEN, GREEN, BLUE)
    assert document.palette.entries[desk.color_index].color == GREEN
    frame = document.frames[0]
    begun = int(document.segments(0).labels[at["disc"][1], at["disc"][0]])
    assert frame.decided[begun] == 0, "where the stroke begins nothing is decided"
    assert len(document.history.done) == 1
