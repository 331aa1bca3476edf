"""What waits for the worker: in which order, and what a reset or a cancel leaves."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from paintassist.core.lines import LineSettings
from paintassist.document.queue import RequestQueue, rank
from paintassist.document.requests import (
    LoadFrame,
    LoadSheet,
    PassOn,
    Refresh,
    Request,
    Reset,
    SetReference,
    Warm,
)


def test_the_queue_orders_by_urgency_and_replaces() -> None:
    queue = RequestQueue()
    colors = np.zeros(3, np.int32)
    lines = LineSettings()
    requests: list[Request] = [
        Warm("a"),
        PassOn(("a",)),
        Refresh(),
        LoadFrame("a", None, lines),
        LoadFrame("b", None, lines, urgent=True),
        LoadSheet("s", Path("s"), None, lines),
        SetReference("frame:a", colors),
        SetReference("frame:a", colors + 1),
    ]
    for request in requests:
        queue.put(request)
    assert len(queue) == 7
    taken = [queue.take(0) for _ in range(7)]
    assert [rank(request) for request in taken if request] == [1, 2, 3, 4, 5, 6, 7]
    assert isinstance(taken[0], SetReference)
    assert taken[0].colors is not None
    assert taken[0].colors.tolist() == [1, 1, 1]
    assert queue.take(0) is None


def test_a_reset_forgets_what_waits_and_cancels_what_runs() -> None:
    queue = RequestQueue()
    queue.put(Refresh())
    queue.put(Reset(1))
    assert queue.cancel.is_set()
    assert queue.take_urgent() is None
    assert queue.take(0) == Reset(1)
    assert not queue.cancel.is_set()
    assert queue.take(0) is None
    queue.put(Refresh())
    queue.clear()
    assert len(queue) == 0
    queue.close()
    queue.put(Refresh())
    assert queue.take() is None


def test_a_reset_outlives_a_cancel() -> None:
    queue = RequestQueue()
    for request in (Reset(1), Refresh(), SetReference("frame:a", None, generation=1)):
        queue.put(request)
    queue.clear()
    assert queue.take(0) == Reset(1)
    kept = queue.take(0)
    assert isinstance(kept, SetReference)
    assert kept.quiet
    assert queue.take(0) is None
