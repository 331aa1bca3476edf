"""Finding a colour that jumps, in a real window."""

from __future__ import annotations

from pathlib import Path

from tests.ui.clip import BLUE, centres


def check(driver) -> list[str]:
    window = driver.window
    window.flicker_check.start()
    driver.qtbot.waitUntil(lambda: not window.flicker_check.is_running, timeout=20_000)
    rows = window.flicker_panel.list
    return [rows.item(row).text() for row in range(rows.count())]


def test_a_flash_is_listed_and_a_click_goes_there(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, document = driver.window, driver.window.workspace.document
    assert len(check(driver)) == 1
    for frame in range(4):
        document.accept(frame)
    segment = int(document.segments(2).labels[centres(12)["disc"][::-1]])
    blue = [entry.color for entry in document.palette].index(BLUE)
    document.paint(2, [segment], blue)
    driver.settle()
    texts = check(driver)
    name = document.frames[2].name
    assert texts[0].startswith(name)
    assert str(segment) in texts[0]
    assert len(texts) == 1
    window.flicker_panel.list.itemClicked.emit(window.flicker_panel.list.item(0))
    assert window.desk.frame_index == 2
    assert window.canvas.current_segment == segment


def test_the_list_follows_the_language(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window = driver.window
    assert check(driver) == ["No colour jumps"]
    window.actions_by_id["language_ja"].trigger()
    rows = window.flicker_panel.list
    driver.qtbot.waitUntil(lambda: rows.item(0).text() == "色パカはありません")
    window.actions_by_id["language_en"].trigger()
    driver.qtbot.waitUntil(lambda: rows.item(0).text() == "No colour jumps")
    window.workspace.new()
    window.actions_by_id["language_zh_CN"].trigger()
    driver.qtbot.waitUntil(lambda: window.flicker_panel.list.accessibleName() == "颜色跳变的区域")
    assert rows.count() == 0
    window.actions_by_id["language_en"].trigger()


def test_another_document_empties_the_list(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    assert check(driver)
    driver.window.workspace.new()
    assert driver.window.flicker_panel.list.count() == 0
    check(driver)


def test_the_status_bar_tells_how_long_the_rest_takes(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    counts = driver.window.status.counts
    assert counts.text() == "20 of 20 segments left"
    document = driver.window.workspace.document
    for frame, segment in ((0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (1, 3)):
        document.accept(frame, [segment])
        driver.qtbot.wait(60)
    assert counts.text() == "14 of 20 segments left, about 1 minute"
