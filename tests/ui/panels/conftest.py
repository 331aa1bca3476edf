"""A window with a clip open."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def driver(make_driver, clip: Path):
    driver = make_driver()
    driver.open(clip)
    return driver
