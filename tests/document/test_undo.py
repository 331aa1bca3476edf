"""Random edits, then all undone, then all redone: the start and the end again."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from paintassist.core.palette import PaletteEntry, Role
from paintassist.document.document import Document
from paintassist.document.frame import DecisionState
from tests.document.drawings import make_document, make_sheet, proposals, remove_sheet

FRAMES, SEGMENTS = 2, 4
frame_indices = st.integers(0, FRAMES - 1)
id_lists = st.lists(st.integers(1, SEGMENTS), max_size=SEGMENTS)
channels = st.tuples(*[st.integers(0, 3)] * 3, st.sampled_from([0, 255]))


def picture(document: Document) -> Any:
    """Everything that undo must bring back."""
    return (
        [(frame.decided.tolist(), frame.decided_color.tolist()) for frame in document.frames],
        document.palette.copy(),
        [(sheet.name, sheet.colors.tolist()) for sheet in document.sheets],
    )


class Painter(RuleBasedStateMachine):
    """Edits, undoes and redoes at random; remembers what each point in history looked like."""

    @initialize()
    def start(self) -> None:
        self.document = make_document(FRAMES, SEGMENTS, colors=2)
        self.past = [picture(self.document)]
        self.here = 0

    def edited(self) -> None:
        if len(self.document.history.done) == self.here:
            assert picture(self.document) == self.past[self.here]
            return
        self.here += 1
        self.past[self.here :] = [picture(self.document)]

    @rule(frame=frame_indices, ids=id_lists, color=st.integers(0, 30))
    def paint(self, frame: int, ids: list[int], color: int) -> None:
        if len(self.document.palette):
            self.document.paint(frame, ids, color % len(self.document.palette))
        self.edited()

    @rule(frame=frame_indices, ids=st.none() | id_lists)
    def accept(self, frame: int, ids: list[int] | None) -> None:
        self.document.accept(frame, ids)
        self.edited()

    @rule(frame=frame_indices, ids=id_lists)
    def clear(self, frame: int, ids: list[int]) -> None:
        self.document.clear(frame, ids)
        self.edited()

    @rule(strokes=st.lists(st.tuples(frame_indices, id_lists, st.integers(0, 30)), max_size=4))
    def gesture(self, strokes: list[tuple[int, list[int], int]]) -> None:
        with self.document.gesture("stroke"):
            for frame, ids, color in strokes:
                if len(self.document.palette):
                    self.document.paint(frame, ids, color % len(self.document.palette))
        self.edited()

    @rule(color=channels)
    def add_color(self, color: tuple[int, int, int, int]) -> None:
        self.document.paints.find_or_add(color, "new")
        self.edited()

    @rule(index=st.integers(0, 30), color=channels, name=st.sampled_from(["a", "b"]))
    def change_color(self, index: int, color: tuple[int, int, int, int], name: str) -> None:
        if len(self.document.palette):
            index %= len(self.document.palette)
            self.document.paints.update(index, PaletteEntry(color, name))
        self.edited()

    @rule(part=st.sampled_from(["", "hair"]), role=st.sampled_from(Role), loud=st.booleans())
    def add_to_part(self, part: str, role: Role, loud: bool) -> None:
        self.document.paints.add([PaletteEntry((1, 1, 1, 255), "tone", part, role, loud)])
        self.edited()

    @rule(name=st.sampled_from(["hair", "skin"]))
    def rename_part(self, name: str) -> None:
        self.document.paints.rename_part("hair", name)
        self.edited()

    @rule(seed=st.integers(0, 2**32 - 1))
    def order_colors(self, seed: int) -> None:
        order = np.random.default_rng(seed).permutation(len(self.document.palette))
        self.document.paints.set_order(order.tolist())
        self.edited()

    @rule(name=st.sampled_from(["night", "dusk"]), colors=st.none() | st.lists(channels))
    def add_variant(self, name: str, colors: list[tuple[int, int, int, int]] | None) -> None:
        self.document.paints.add_variant(name, colors, "day")
        self.edited()

    @rule(number=st.integers(0, 9), what=st.sampled_from(["show", "rename", "remove", "recolor"]))
    def change_variant(self, number: int, what: str) -> None:
        paints, palette = self.document.paints, self.document.palette
        number %= len(palette.variants.items)
        if what == "show":
            paints.show_variant(number)
        elif what == "rename":
            paints.rename_variant(number, "noon")
        elif what == "remove":
            paints.remove_variant(number)
        elif len(palette):
            paints.recolor_variant(number, {0: (7, 7, 7, 255)})
        self.edited()

    @rule(name=st.sampled_from(["s", "t"]), colors=st.lists(channels, min_size=1, max_size=3))
    def add_sheet(self, name: str, colors: list[tuple[int, int, int, int]]) -> None:
        self.document.add_sheet(make_sheet(name, colors))
        self.edited()

    @rule(index=st.integers(0, 3))
    def remove_sheet(self, index: int) -> None:
        if index < len(self.document.sheets):
            remove_sheet(self.document, index)
        self.edited()

    @rule(frame=frame_indices, seed=st.integers(0, 2**32 - 1))
    def propose(self, frame: int, seed: int) -> None:
        colors = np.random.default_rng(seed).integers(-1, len(self.document.palette), SEGMENTS)
        self.document.apply_proposals(proposals(f"f{frame}", colors.tolist()))

    @rule(steps=st.integers(1, 5))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            if self.document.undo():
                self.here -= 1
            assert picture(self.document) == self.past[self.here]

    @rule(steps=st.integers(1, 5))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            if self.document.redo():
                self.here += 1
            assert picture(self.document) == self.past[self.here]

    @invariant()
    def shown_is_decided_or_proposed(self) -> None:
        for frame in self.document.frames:
            open_ = frame.decided == 0
            np.testing.assert_array_equal(frame.color[~open_], frame.decided_color[~open_])
            np.testing.assert_array_equal(frame.color[open_], frame.proposed[open_])
            proposed = frame.state == DecisionState.PROPOSED
            np.testing.assert_array_equal(proposed, open_ & (frame.proposed >= 0))
            assert frame.color.max() < max(len(self.document.palette), 1)

    def teardown(self) -> None:
        if not hasattr(self, "document"):
            return
        end = picture(self.document)
        redone = len(self.document.history.done)
        while self.document.undo():
            pass
        assert picture(self.document) == self.past[0]
        for _ in range(redone):
            self.document.redo()
        assert picture(self.document) == end


TestPainter = Painter.TestCase
TestPainter.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
