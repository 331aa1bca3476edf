"""A whole clip at a real window: every step of the work by mouse and keys, and what came of it.

``python -m tests.e2e.whole_clip CLIP`` plays it on any folder that the window opens (offscreen;
``QT_QPA_PLATFORM=xcb xvfb-run -a python -m tests.e2e.whole_clip CLIP`` on an X server), with the
bundled sample by default. Each step checks the document before the next one begins.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from paintassist.core.matching import NO_COLOR
from paintassist.core.palette import PaletteEntry
from paintassist.document.document import Document
from paintassist.document.frame import DecisionState
from paintassist.document.packing import PackedSegments
from paintassist.document.review import doubtful_ids
from paintassist.io.layouts import find_clip
from paintassist.resources import sample_folder
from paintassist.ui.tools.gap_dialog import GapDialog
from paintassist.ui.workspace import MakeEngine
from tests.e2e.hand import CTRL, LEFT, SHIFT, Hand, open_window
from tests.e2e.truth import UNKNOWN, Truth

Key = Qt.Key
FrameState = tuple[str, PackedSegments | None, bytes, bytes]
State = tuple[tuple[FrameState, ...], tuple[PaletteEntry, ...]]

# The painter goes back so far; as many edits are made before.
STEPS_BACK = 20


def state_of(document: Document) -> State:
    """Return everything that the painter decided, to be compared."""
    frames = tuple(
        (frame.name, frame.packed, frame.decided.tobytes(), frame.decided_color.tobytes())
        for frame in document.frames
    )
    return frames, tuple(document.palette.entries)


class WholeClip:
    """One painter, one clip, from opening to reopening."""

    def __init__(self, hand: Hand, clip: Path, project: Path) -> None:
        self.hand, self.clip, self.project = hand, clip, project
        self.truth = Truth(clip)
        self.trail: list[State] = []
        self.spread = 0

    @property
    def document(self) -> Document:
        """The open document."""
        return self.hand.document

    def steps(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what to do in one window, in order."""
        return [
            ("open", self.open),
            ("propose", self.look_at_proposals),
            ("walk the doubtful", self.walk),
            ("correct", self.correct),
            ("close a gap", self.close_a_gap),
            ("close gaps by width", self.close_gaps_by_width),
            ("swap a colour", self.swap),
            ("paint on", self.paint_on),
            (f"undo {STEPS_BACK} steps", self.undo),
            ("redo", self.redo),
            ("save", self.save),
            ("paint on after saving", self.paint_once),
        ]

    def note_edit(self) -> None:
        """Take down what an edit made of the document; it must have been one undo item."""
        self.hand.settle()
        done = len(self.document.history.done)
        assert done == len(self.trail), f"{done} edits are done, {len(self.trail)} were made"
        assert state_of(self.document) != self.trail[-1], "the edit changed nothing"
        self.trail.append(state_of(self.document))

    # Steps

    def open(self) -> None:
        """Open the folder as Ctrl+O does."""
        self.hand.answers.frames = self.clip
        self.hand.key(Key.Key_O, CTRL)
        self.hand.settle()
        wanted = [frame.name for frame in find_clip(self.clip).frames if frame.line]
        assert [frame.name for frame in self.document.frames] == wanted
        assert not [frame.problem for frame in self.document.frames if frame.problem]
        assert self.document.sheets
        assert not self.hand.window.isWindowModified()
        self.trail = [state_of(self.document)]

    def look_at_proposals(self) -> None:
        """See that everything has a proposal, and nothing is decided yet."""
        for frame in self.document.frames:
            assert frame.count > 0
            assert (frame.proposed[1:] != NO_COLOR).mean() > 0.9, frame.name
            assert not frame.decided.any()
            assert ((frame.confidence >= 0) & (frame.confidence <= 1)).all()
            shown = [segment for segment in range(1, frame.count + 1) if frame.source(segment)]
            assert shown, "no proposal says where it comes from"

    def walk(self) -> None:
        """Go through some doubtful segments: accept two and go on, go back, accept one."""
        hand, canvas = self.hand, self.hand.window.canvas
        assert any(len(doubtful_ids(frame)) for frame in self.document.frames)
        hand.key(Key.Key_N)
        for _ in range(2):
            frame, segment = self._doubtful_here()
            color = int(self.document.frames[frame].color[segment])
            hand.key(Key.Key_Return)
            accepted = self.document.frames[frame]
            assert accepted.decided[segment] == DecisionState.ACCEPTED
            assert accepted.decided_color[segment] == color
            self.note_edit()
        before = self._doubtful_here()
        hand.key(Key.Key_N)
        assert self._doubtful_here() != before
        # Not always where it came from: what is learned meanwhile changes the order.
        hand.key(Key.Key_P)
        frame, segment = self._doubtful_here()
        hand.key(Key.Key_Space)
        assert canvas.current_segment == segment, "Space must not move on"
        assert self.document.frames[frame].decided[segment] == DecisionState.ACCEPTED
        self.note_edit()

    def _doubtful_here(self) -> tuple[int, int]:
        window = self.hand.window
        segment = window.canvas.current_segment
        assert segment in doubtful_ids(self.hand.frame), f"segment {segment} is not doubtful"
        assert self.hand.hits(segment), "the walk does not show where it is"
        return window.desk.frame_index, segment

    def correct(self) -> None:
        """Correct until a correction was seen to spread; decisions must stand."""
        hand = self.hand
        hand.key(Key.Key_K)
        hand.key(Key.Key_Z, SHIFT)
        for _ in range(12):
            segment, color = self._mistake()
            before = [
                (frame.decided.copy(), frame.decided_color.copy(), frame.proposed.copy())
                for frame in self.document.frames
            ]
            hand.take(color)
            hand.click(segment)
            index = hand.window.desk.frame_index
            assert hand.frame.decided[segment] == DecisionState.CORRECTED
            assert hand.frame.decided_color[segment] == color
            self.note_edit()
            for number, (frame, old) in enumerate(zip(self.document.frames, before, strict=True)):
                decided, decided_color, proposed = old
                stood = decided > 0
                if number == index:
                    stood[segment] = False
                assert (frame.decided[stood] == decided[stood]).all()
                assert (frame.decided_color[stood] == decided_color[stood]).all()
                self.spread += int(((frame.proposed != proposed) & (frame.decided == 0)).sum())
            if self.spread:
                return
        raise AssertionError("twelve corrections spread nowhere")

    def _mistake(self) -> tuple[int, int]:
        """Return a segment of this frame and the colour that it should have.

        Without ground truth, or where all is right already, the largest open segment gets
        its second choice: a painter may want what no sheet says.
        """
        frame = self.hand.frame
        truth = self.truth.colors(self.document, self.hand.window.desk.frame_index)
        area = self.hand.segments.area
        wrong = np.flatnonzero((truth != UNKNOWN) & (frame.color != truth) & (frame.decided == 0))
        if len(wrong):
            segment = int(wrong[area[wrong].argmax()])
            return segment, int(truth[segment])
        free = np.flatnonzero((frame.decided == 0) & (frame.runners_up[:, 0] != NO_COLOR))
        free = free[free > 0]
        assert len(free), "no segment is left to correct"
        order = free[np.argsort(-area[free])]
        # The largest is the background.
        segment = int(order[min(1, len(order) - 1)])
        return segment, int(frame.runners_up[segment, 0])

    def close_a_gap(self) -> None:
        """Part the largest part of the figure by a stroke of the gap pen."""
        hand = self.hand
        count, decided = hand.frame.count, int(np.count_nonzero(hand.frame.decided))
        area = hand.segments.area.copy()
        area[0] = 0
        figure = int(np.argsort(area)[-2])
        x, y = hand.inside(figure)
        row = np.flatnonzero(hand.segments.labels[y] == figure)
        hand.key(Key.Key_B)
        hand.drag([(int(row.min()) - 2, y), (x, y), (int(row.max()) + 2, y)])
        hand.wait_until(lambda: hand.frame.count > count, "the barrier parts nothing")
        assert np.count_nonzero(hand.frame.decided) >= decided
        self.note_edit()
        hand.key(Key.Key_K)

    def close_gaps_by_width(self) -> None:
        """Close gaps of up to three pixels in the dialog, by keys and a click."""
        hand, window = self.hand, self.hand.window
        hand.key(Key.Key_G, CTRL)
        dialog = window.findChild(GapDialog)
        assert dialog is not None
        # A window manager would do so; offscreen there is none.
        dialog.activateWindow()
        dialog.slider.setFocus()
        hand.wait_until(dialog.slider.hasFocus, "the dialog does not get the keyboard")
        for _ in range(3):
            hand.key(Key.Key_Right, at=dialog.slider)
        QTest.qWait(200)
        apply = dialog.buttons.button(QDialogButtonBox.StandardButton.Apply)
        QTest.mouseClick(apply, LEFT)
        hand.wait_until(
            lambda: len(self.document.history.done) == len(self.trail), "no gap was closed"
        )
        hand.settle()
        self.trail.append(state_of(self.document))
        hand.key(Key.Key_Escape, at=dialog)
        hand.wait_until(lambda: window.findChild(GapDialog) is None, "the dialog stays")
        window.activateWindow()
        window.canvas.setFocus()

    def swap(self) -> None:
        """Swap the most used colour of the figure for another, from the next frame on."""
        hand = self.hand
        hand.key(Key.Key_G)
        hand.settle()
        here = hand.window.desk.frame_index
        visible = [
            int(color)
            for color in np.unique(hand.frame.color)
            if color != NO_COLOR and self.document.palette.entries[color].color[3]
        ]
        used = {color: int(np.count_nonzero(hand.frame.color == color)) for color in visible}
        old = max(visible, key=used.__getitem__)
        new = next(color for color in visible if color != old)
        before = [frame.color.copy() for frame in self.document.frames]
        hand.take(new)
        hand.key(Key.Key_X)
        segments = np.flatnonzero(hand.frame.color == old)
        hand.click(int(segments[hand.segments.area[segments].argmax()]), SHIFT)
        for number, (frame, colors) in enumerate(zip(self.document.frames, before, strict=True)):
            of_old = colors == old
            if number >= here:
                assert (frame.decided_color[of_old] == new).all()
            else:
                assert (frame.color[of_old] == old).all()
        self.note_edit()
        hand.key(Key.Key_K)

    def paint_on(self) -> None:
        """Paint single segments until there are enough edits to take back."""
        while len(self.trail) <= STEPS_BACK + 2:
            self.paint_once()

    def paint_once(self) -> None:
        """Give an open segment the colour of its second choice by bucket or key."""
        hand = self.hand
        frame = hand.frame
        free = np.flatnonzero((frame.decided == 0) & (frame.runners_up[:, 0] != NO_COLOR))
        free = free[free > 0]
        if not len(free):
            hand.key(Key.Key_G)
            hand.settle()
            return
        segment = int(free[hand.segments.area[free].argmax()])
        color = int(frame.runners_up[segment, 0])
        if len(self.trail) % 2:
            hand.point(segment)
            hand.key(Key.Key_2)
        else:
            hand.take(color)
            hand.click(segment)
        assert hand.frame.decided[segment] == DecisionState.CORRECTED
        assert hand.frame.decided_color[segment] == color
        self.note_edit()

    def undo(self) -> None:
        """Go back step by step; each must be exactly as it was."""
        for back in range(1, STEPS_BACK + 1):
            self.hand.key(Key.Key_Z, CTRL)
            assert state_of(self.document) == self.trail[-1 - back], f"undo {back}"
        self.hand.settle()

    def redo(self) -> None:
        """Go forth again; each step must be as it was."""
        for step in range(STEPS_BACK - 1, -1, -1):
            self.hand.key(Key.Key_Y, CTRL)
            assert state_of(self.document) == self.trail[-1 - step], f"redo, {step} left"
        self.hand.settle()

    def save(self) -> None:
        """Save; from now on every edit is in the file at once."""
        self.hand.answers.save_path = self.project
        self.hand.key(Key.Key_S, CTRL)
        self.hand.wait_until(self.project.exists, "the project is not written")
        self.hand.settle()
        assert not self.hand.window.isWindowModified()

    def reopen(self, hand: Hand) -> None:
        """Open the project in another window: everything must be there, undo as well."""
        hand.answers.project = self.project
        hand.key(Key.Key_O, CTRL, SHIFT)
        hand.settle()
        assert hand.document.store is not None, hand.window.messages.messages
        assert state_of(hand.document) == self.trail[-1]
        for back in range(1, STEPS_BACK + 1):
            hand.key(Key.Key_Z, CTRL)
            assert state_of(hand.document) == self.trail[-1 - back], f"undo {back} after reopening"
        for _ in range(STEPS_BACK):
            hand.key(Key.Key_Y, CTRL)
        assert state_of(hand.document) == self.trail[-1]
        hand.settle()


def play(
    clip: Path, project: Path, make_engine: MakeEngine, tell: Callable[[str], object] = str
) -> WholeClip:
    """Work through a clip in one window, and open what was saved in another."""
    with open_window(make_engine) as hand:
        work = WholeClip(hand, clip, project)
        for name, step in work.steps():
            step()
            tell(f"{name}: done")
    with open_window(make_engine) as hand:
        work.reopen(hand)
        tell("reopen: done")
    return work


def main() -> None:
    """Play the clip that the command line names."""
    from paintassist.ui.app import make_application, make_project_engine

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clip", type=Path, nargs="?", default=sample_folder())
    options = parser.parse_args()
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(Path(folder) / name.lower())
        project = Path(folder) / "whole.paintassist"
        work = play(options.clip, project, make_project_engine, print)
    effort = work.hand.effort
    print(
        f"{len(work.trail) - 1} edits, {effort.clicks} clicks, {effort.drags} strokes, "
        f"{effort.keys} keys; {work.spread} proposals changed by a correction"
    )


if __name__ == "__main__":
    main()
