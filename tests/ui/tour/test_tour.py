"""The tour: offered once, points at real widgets, in the way of nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtTest import QTest

from paintassist.ui.tour.steps import STEPS, with_keys
from tests.ui.clip import BLUE, centres


def rect_of(driver, widget) -> QRect:
    return QRect(widget.mapTo(driver.window, widget.rect().topLeft()), widget.size())


def test_every_step_points_at_something_and_hides_little_of_it(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window, tour = driver.window, driver.window.tour
    tour.start()
    titles = set()
    for step in STEPS[1:]:
        tour.card.on.click()
        driver.qtbot.wait(30)
        target = step.target(window)
        assert target.isVisible()
        assert window.rect().contains(rect_of(driver, target))
        assert window.rect().contains(tour.card.geometry())
        if target is not window.canvas:
            assert not tour.card.geometry().intersects(rect_of(driver, target))
        assert "%" not in tour.card.text.text()
        titles.add(tour.card.title.text())
    assert len(titles) == len(STEPS) - 1
    tour.card.on.click()
    assert tour.card is None


def test_it_is_offered_once_and_opens_the_sample(make_driver):
    driver = make_driver()
    tour = driver.window.tour
    tour._preferences.remove("tour/seen")
    tour.offer()
    assert tour.card is not None
    tour.card.on.click()
    driver.settle()
    assert driver.window.workspace.document.frames
    QTest.keyClick(tour.card, Qt.Key.Key_Escape)
    assert tour.card is None
    tour.offer()
    assert tour.card is None


def test_the_window_works_meanwhile_and_keys_are_those_of_now(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    window = driver.window
    window.actions_by_id["tour"].trigger()
    window.tour.card.on.click()
    driver.take(BLUE)
    driver.click(centres(0)["star"])
    assert driver.color_at(0, centres(0)["star"]) == BLUE
    window.actions_by_id.keys.assign("later", ("F9",))
    assert with_keys("a %later% b", window) == "a F9 b"
    window.resize(900, 640)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    driver.qtbot.waitUntil(lambda: window.rect().contains(window.tour.card.geometry()))
    window.tour.leave()
    window.tour.leave()
