from __future__ import annotations

import threading
from contextlib import closing

import pytest

from paintassist.jobs.ahead import Behind, ahead


def test_results_come_in_order_whichever_is_done_first() -> None:
    second = threading.Event()

    def work(item: int) -> int:
        if item == 1:
            assert second.wait(10)
        elif item == 2:
            second.set()
        return item * item

    assert list(ahead([1, 2, 3], work)) == [(1, 1), (2, 4), (3, 9)]


def test_no_more_is_taken_ahead_than_was_allowed() -> None:
    taken: list[int] = []

    def items():
        for item in range(9):
            taken.append(item)
            yield item

    with closing(ahead(items(), lambda item: item, depth=2)) as found:
        next(found)
        # Its own place is filled when it goes out.
        assert taken == [0, 1, 2]


def test_an_error_comes_in_its_turn() -> None:
    def work(item: int) -> int:
        return 1 // item

    with closing(ahead([1, 0, 1], work)) as found:
        assert next(found) == (1, 1)
        with pytest.raises(ZeroDivisionError):
            next(found)


def test_who_stops_early_leaves_no_thread() -> None:
    found = ahead(range(100), lambda item: item)
    next(found)
    found.close()

    assert not [thread for thread in threading.enumerate() if thread.name.startswith("ahead")]


def test_work_is_finished_in_order_before_leaving() -> None:
    done: list[int] = []
    with Behind(depth=2) as writer:
        for item in range(7):
            writer.put(lambda item=item: done.append(item))

    assert done == list(range(7))


def test_an_error_behind_reaches_the_caller() -> None:
    def fail() -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"), Behind() as writer:
        writer.put(fail)


def test_an_error_in_front_drops_what_has_not_begun() -> None:
    begun, go = threading.Event(), threading.Event()
    done: list[str] = []

    def first() -> None:
        begun.set()
        assert go.wait(10)
        done.append("first")

    def leave() -> None:
        with Behind() as writer:
            writer.put(first)
            writer.put(lambda: done.append("second"))
            begun.wait(10)
            threading.Timer(0.05, go.set).start()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        leave()

    assert done == ["first"]
