"""What is kept of the painter's steps, and what is forgotten."""

from __future__ import annotations

import numpy as np

from paintassist.document.bytesize import SMALL, bytes_of
from paintassist.document.edits import DecisionAtom, Edit
from paintassist.document.history import History


def edit(name: str, count: int = 100) -> Edit:
    ids, state, color = np.arange(count), np.zeros(count, np.uint8), np.zeros(count, np.int32)
    return Edit(name, (DecisionAtom("A1", ids, state, color, state, color),))


def names(history: History) -> list[str]:
    return [history.name(step) for step in range(history.count)]


def test_an_edit_weighs_what_its_arrays_hold():
    arrays = 100 * (8 + 1 + 4 + 1 + 4)
    assert arrays < edit("a").nbytes < arrays + 20 * SMALL
    assert bytes_of(("ab", b"abc", 1, None)) == 5 * SMALL + 5


def test_names_go_on_where_undone_ones_begin():
    history = History()
    for name in "abcd":
        history.push(edit(name))
    history.undone.append(history.done.pop())
    history.undone.append(history.done.pop())
    assert (names(history), history.undo_name, history.redo_name) == (list("abcd"), "b", "c")
    history.push(edit("e"))
    assert names(history) == list("abe")


def test_the_oldest_are_forgotten_beyond_the_budget():
    history = History(budget=3 * edit("a").nbytes)
    for name in "abcde":
        history.push(edit(name))
    assert (names(history), history.forgotten) == (list("cde"), 2)
    history.push(edit("huge", 10_000))
    assert (names(history), history.forgotten) == (["huge"], 5)


def test_a_gesture_stays_one_item_though_it_breaks_the_budget():
    history = History(budget=3 * edit("a").nbytes)
    history.push(edit("before"))
    with history.gesture("stroke"):
        for name in "abcde":
            history.push(edit(name))
    assert (names(history), history.forgotten) == (["stroke"], 1)
    assert len(history.done[0].atoms) == 5


def test_the_budget_holds_however_lists_change():
    history = History(budget=3 * edit("a").nbytes)
    for name in "abc":
        history.push(edit(name))
    for _ in range(2):
        history.undone.append(history.done.pop())
    history.push(edit("d"))
    history.push(edit("e"))
    assert (names(history), history.forgotten) == (list("ade"), 0)
    history.push(edit("f"))
    assert (names(history), history.forgotten) == (list("def"), 1)
    history.clear()
    for name in "ghij":
        history.push(edit(name))
    assert (names(history), history.forgotten) == (list("hij"), 1)
