"""Cycles are freed, and never in another thread than the window's."""

from __future__ import annotations

import gc
import threading

from paintassist.ui.collecting import Collector


class Ring:
    """A cycle that says where it was freed."""

    freed_in: list[int] = []  # noqa: RUF012 - the test reads it

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        self.freed_in.append(threading.get_ident())


def allocate() -> None:
    kept = [[number] for number in range(50_000)]
    assert len(kept) == 50_000


def test_cycles_are_collected_here_alone(qtbot):
    gc.collect()
    Ring.freed_in.clear()
    collector = Collector()
    Ring()
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert Ring.freed_in == []
    qtbot.waitUntil(lambda: len(Ring.freed_in) == 1, timeout=10_000)
    assert Ring.freed_in == [threading.get_ident()]
    collector.close()
    assert gc.isenabled()
