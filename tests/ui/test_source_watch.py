"""Line art that is moved, changed or gone, at a real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtTest import QTest

from paintassist.document.sources import NO_STAMP
from tests.ui.clip import BLUE, RED, centres, draw, paint, write


def kept(driver, clip: Path) -> Path:
    """Open a clip, paint the disc of the first frame, and keep it in a project beside it."""
    driver.open(clip)
    path = clip / "cut.paintassist"
    driver.window.workspace.save_as(path)
    driver.take(RED)
    driver.click(centres(0)["disc"])
    driver.settle()
    return path


def look(driver, qtbot) -> None:
    """Wait until all files were looked at."""
    driver.settle()
    helper = driver.window.workspace.helper
    qtbot.waitUntil(lambda: not helper.is_asked("sources"))
    driver.settle()


def reopened(driver, qtbot, path: Path) -> None:
    driver.open(path)
    look(driver, qtbot)


def test_files_that_were_looked_at_have_their_stamps(make_driver, qtbot, clip: Path):
    driver = make_driver()
    path = kept(driver, clip)
    reopened(driver, qtbot, path)
    document = driver.window.workspace.document
    assert all(frame.stamp != NO_STAMP for frame in document.frames)
    reopened(driver, qtbot, path)
    assert all(frame.stamp != NO_STAMP for frame in document.frames)
    assert not driver.window.messages.offers


def test_moved_files_are_found_in_the_projects_folder(make_driver, qtbot, clip: Path):
    driver = make_driver()
    path = kept(driver, clip)
    driver.window.workspace.new()
    (clip / "line").rename(clip / "cleaned")
    (clip / "cleaned" / "A2.png").rename(clip / "cleaned" / "second.png")
    reopened(driver, qtbot, path)
    window = driver.window
    paths = [frame.path for frame in window.workspace.document.frames]
    assert paths[:2] == [clip / "cleaned" / "A1.png", clip / "cleaned" / "second.png"]
    assert not window.messages.offers
    assert driver.color_at(0, centres(0)["disc"]) == RED


def test_missing_files_are_asked_for_once_a_folder(make_driver, qtbot, clip: Path, tmp_path: Path):
    driver = make_driver()
    path = kept(driver, clip)
    driver.window.workspace.new()
    (clip / "line").rename(tmp_path / "far away")
    reopened(driver, qtbot, path)
    window = driver.window
    assert "4 drawings are not in" in window.messages.messages[0]
    assert driver.color_at(0, centres(0)["disc"]) == RED
    find, _ = window.messages.offers
    driver.dialogs.folder = clip / "ref"
    find.click()
    look(driver, qtbot)
    assert "none of the drawings is in" in " ".join(window.messages.messages)
    find, _ = window.messages.offers
    driver.dialogs.folder = tmp_path / "far away"
    find.click()
    look(driver, qtbot)
    assert not window.messages.offers
    assert driver.dialogs.asked.count(str(clip / "line")) == 2
    frames = window.workspace.document.frames
    assert [frame.path for frame in frames] == [
        tmp_path / "far away" / f"A{number}.png" for number in (1, 2, 3, 4)
    ]


def test_not_now_is_an_answer(make_driver, qtbot, clip: Path, tmp_path: Path):
    driver = make_driver()
    path = kept(driver, clip)
    driver.window.workspace.new()
    (clip / "line").rename(tmp_path / "far away")
    reopened(driver, qtbot, path)
    window = driver.window
    window.messages.offers[1].click()
    look(driver, qtbot)
    window.sources.check()
    look(driver, qtbot)
    assert not window.messages.isVisible()


def test_a_changed_drawing_is_taken_over_and_the_rest_is_listed(make_driver, qtbot, clip: Path):
    driver = make_driver()
    path = kept(driver, clip)
    window, at = driver.window, centres(0)
    driver.take(BLUE)
    driver.click(at["star"])
    driver.settle()
    driver.window.workspace.new()
    line = draw(0)
    # The disc is cut in two along its middle; the rest is as it was.
    y = at["disc"][1]
    line[y, at["disc"][0] - 25 : at["disc"][0] + 26, :3] = 0
    write(clip / "line" / "A1.png", line)
    reopened(driver, qtbot, path)
    assert "A1 was changed" in window.messages.messages[0]
    assert driver.color_at(0, at["star"]) == BLUE
    before = window.workspace.document.frames[0].count
    window.messages.offers[0].click()
    look(driver, qtbot)
    frame = window.workspace.document.frames[0]
    assert frame.count == before + 1
    assert driver.color_at(0, at["star"]) == BLUE
    assert frame.decided[np.flatnonzero(frame.decided)].size == 1
    assert (
        window.history_panel.model()
        .data(window.history_panel.currentIndex())
        .startswith("Take over changed drawing A1")
    )
    panel = window.lost_panel
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    assert panel.isVisible()
    window.desk.show_frame(2)
    panel.list.itemClicked.emit(panel.list.item(0))
    assert window.desk.frame_index == 0
    (lost,) = frame.lost
    segments = window.workspace.document.segments(0)
    place = int(segments.labels[lost.y, lost.x])
    assert window.canvas.current_segment == place
    if place:
        driver.take(RED)
        window.desk.paint([place], window.desk.color_index)
        qtbot.waitUntil(lambda: panel.list.count() == 0)
        window.desk.undo()
    qtbot.waitUntil(lambda: panel.list.count() == 1)
    panel.clear_button.click()
    qtbot.waitUntil(lambda: panel.list.count() == 0)
    window.desk.undo()
    window.desk.undo()
    assert window.workspace.document.frames[0].count == before
    assert driver.color_at(0, at["disc"]) == RED
    assert not window.workspace.document.frames[0].lost
    # The painter took it back: it is not offered again before the next opening.
    QTest.qWait(50)


def test_a_drawing_changed_while_the_window_is_open_is_noticed(make_driver, qtbot, clip: Path):
    driver = make_driver()
    kept(driver, clip)
    window = driver.window
    window.sources.check()
    look(driver, qtbot)
    write(clip / "line" / "A2.png", draw(30))
    write(clip / "line" / "A3.png", draw(30))
    window.sources.check()
    look(driver, qtbot)
    assert "2 drawings were changed" in window.messages.messages[0]
    window.messages.offers[1].click()
    look(driver, qtbot)
    window.sources.check()
    look(driver, qtbot)
    assert not window.messages.offers
    (clip / "line" / "A2.png").write_bytes(b"no image")
    window.sources.check()
    look(driver, qtbot)
    window.messages.offers[0].click()
    look(driver, qtbot)
    assert any("A2.png" in message for message in window.messages.messages)
    assert window.workspace.document.frames[1].ready


def test_a_changed_sheet_can_be_read_again(make_driver, qtbot, clip: Path):
    driver = make_driver()
    path, at = kept(driver, clip), centres(0)
    driver.window.workspace.new()
    line = draw(0, star=False)
    painted = paint(line, {at["square"]: BLUE, at["disc"]: RED, at["bar"]: BLUE})
    write(clip / "ref" / "gt" / "design.png", painted)
    reopened(driver, qtbot, path)
    window = driver.window
    assert "Sheet design was changed" in window.messages._label.text()
    before = window.workspace.document.sheets[0].content_hash
    window.messages.offers[0].click()
    look(driver, qtbot)
    qtbot.waitUntil(lambda: driver.color_at(2, centres(12)["square"]) == BLUE)
    assert window.workspace.document.sheets[0].content_hash != before
    window.desk.undo()
    driver.settle()
    window.sources.check()
    look(driver, qtbot)
    assert window.workspace.document.sheets[0].content_hash == before
    assert not window.messages.offers


def test_a_moved_sheet_is_found_with_its_line_art(make_driver, qtbot, clip: Path):
    driver = make_driver()
    path = kept(driver, clip)
    before = driver.window.workspace.document.sheets[0]
    assert (before.painting, before.line) == (
        clip / "ref" / "gt" / "design.png",
        clip / "ref" / "line" / "design.png",
    )
    driver.window.workspace.new()
    (clip / "ref").rename(clip / "sheets")
    for kind in ("gt", "line"):
        (clip / "sheets" / kind / "design.png").rename(clip / "sheets" / kind / "hero.png")
    reopened(driver, qtbot, path)
    window = driver.window
    assert not window.messages.offers
    posted = window.workspace.session._posted_sheets["design"]
    for _ in range(2):
        sheet = window.workspace.document.sheets[0]
        assert sheet.painting == clip / "sheets" / "gt" / "hero.png"
        assert sheet.line == clip / "sheets" / "line" / "hero.png"
        # The next look is at the file that was found, and the worker need not hear of it.
        assert sheet.reads_like(posted)
        window.sources.check()
        look(driver, qtbot)
    driver.window.workspace.new()
    (clip / "sheets" / "gt" / "hero.png").unlink()
    reopened(driver, qtbot, path)
    sheet = driver.window.workspace.document.sheets[0]
    assert sheet.painting == clip / "sheets" / "gt" / "hero.png"
    assert not window.messages.offers
