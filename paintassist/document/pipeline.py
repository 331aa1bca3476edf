"""What the worker does, without threads: read, segment, encode, match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from paintassist.core.errors import InputError
from paintassist.core.marks import marks_of
from paintassist.core.segments import Segments, mirror
from paintassist.document.loading import ReadImage, load_frame, load_sheet
from paintassist.document.matcher import Matcher
from paintassist.document.packing import unpack_segments
from paintassist.document.pages import NO_ROWS
from paintassist.document.proposals import FrameProposals
from paintassist.document.requests import (
    LoadedFrame,
    LoadFrame,
    LoadSheet,
    PassOn,
    Progress,
    Refresh,
    Request,
    Result,
    SetReference,
    SetTones,
    SheetResult,
    Warm,
    frame_page,
)
from paintassist.engines.ahead import encode_ahead
from paintassist.engines.base import Engine, Features
from paintassist.engines.keys import content_key

# Drawings that are compared ahead of time in one go: some 40 ms with optical flow.
WARM_PAIRS = 4
# And so many pieces of a relay, which are such comparisons or less.
RELAY_PIECES = 4
# Frames that are read and segmented while another is encoded, at most.
READERS = 2


class Cancelled(Exception):  # noqa: N818 - giving up is no error
    """The work was given up because nobody waits for it any more."""


class CancelToken(Protocol):
    """What `threading.Event` is."""

    def is_set(self) -> bool:
        """Return whether to stop."""
        ...


class Proposer:
    """Answers requests one after the other; owns the engine, the features and the scores.

    Not thread-safe: it lives in the worker. Between two results of one request another
    request may be answered. Bad input becomes a `problem` in the result.

    Parameters
    ----------
    engine : Engine
    read : ReadImage
    """

    def __init__(self, engine: Engine, read: ReadImage) -> None:
        self.engine = engine
        self.read = read
        self._matcher = Matcher(engine)
        self._cache: dict[str, Features] = {}
        self._features: dict[str, Features] = {}
        # The newest colours of every page, which may come before its features do, and the
        # serial of the request that brought them.
        self._colors: dict[str, NDArray[np.int32]] = {}
        self._serials: dict[str, int] = {}
        # Of each frame the serial of the request that brought its segments.
        self._maps: dict[str, int] = {}
        # What is read ahead, by the identity of its request: a newer one reads anew.
        self._coming: dict[int, tuple[LoadFrame, Future[LoadedFrame]]] = {}
        self._pool: ThreadPoolExecutor | None = None
        self._closed = False

    def read_ahead(self, requests: Sequence[LoadFrame]) -> None:
        """Begin to read and segment frames that will be asked for next, in other threads."""
        if not requests or self._closed:
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(READERS, "read-ahead")
        wanted = {id(request): request for request in requests}
        for key in [key for key in self._coming if key not in wanted]:
            # Nobody waits for it any more.
            self._coming.pop(key)[1].cancel()
        for key, request in wanted.items():
            if key not in self._coming:
                self._coming[key] = request, self._pool.submit(load_frame, request, self.read)

    def _read_already(self) -> list[Segments]:
        """Return what was read ahead and is not encoded, for engines that take several."""
        done = [future for _, future in self._coming.values() if future.done()]
        loaded = [future.result() for future in done if future.exception() is None]
        return [item.segments for item in loaded if item.segments is not None]

    def close(self) -> None:
        """Let the reading threads go."""
        self._closed = True
        self._coming.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def run(self, request: Request, cancel: CancelToken | None = None) -> Iterator[Result]:
        """Answer one request, piece by piece.

        Raises
        ------
        Cancelled
            Between two pieces, once `cancel` is set. What was not handed over is made
            good by the next request.
        """
        if isinstance(request, LoadFrame):
            yield from self._load_frame(request, cancel)
        elif isinstance(request, LoadSheet):
            yield self._load_sheet(request)
        elif isinstance(request, SetReference):
            self._set_reference(request)
            if not request.quiet:
                yield from self._refresh(request.order, request.generation, cancel)
        elif isinstance(request, SetTones):
            self._matcher.set_tones(request.tones)
            yield from self._refresh(request.order, request.generation, cancel)
        elif isinstance(request, Refresh):
            yield from self._refresh(request.order, request.generation, cancel)
        elif isinstance(request, PassOn):
            yield from self._pass_on(request, cancel)
        elif isinstance(request, Warm):
            yield from self._warm(request)
        else:
            self._reset()

    def _load_frame(self, request: LoadFrame, cancel: CancelToken | None) -> Iterator[Result]:
        page = frame_page(request.frame)
        if request.colors is not None:
            self._note_colors(page, request.colors, request.serial)
        _check(cancel)
        coming = self._coming.pop(id(request), None)
        loaded = load_frame(request, self.read) if coming is None else coming[1].result()
        yield loaded
        if loaded.segments is None:
            return
        _check(cancel)
        encode_ahead(self.engine, [loaded.segments, *self._read_already()])
        features = self._features[page] = self._encode(loaded.segments)
        marks = marks_of(loaded.segments, request.lines, request.retouch.marks)
        self._matcher.add_target(request.frame, features, marks)
        self._maps[request.frame] = request.serial
        self._put_page(page)
        _check(cancel)
        self._matcher.update(request.frame)
        yield self._proposals(request.frame, request.generation)

    def _load_sheet(self, request: LoadSheet) -> SheetResult:
        try:
            sheet = load_sheet(request, self.read)
        except InputError as error:
            return SheetResult(request.name, problem=str(error), generation=request.generation)
        return SheetResult(request.name, sheet, generation=request.generation)

    def _set_reference(self, request: SetReference) -> None:
        page = request.page
        if request.colors is None:
            self._colors.pop(page, None)
            self._matcher.remove_reference(page)
            return
        self._note_colors(page, request.colors, request.serial)
        if request.packed is not None:
            segments = unpack_segments(request.packed)
            self._features[page] = self._encode(mirror(segments) if request.mirrored else segments)
        self._put_page(page, request.view)

    def _note_colors(self, page: str, colors: NDArray[np.int32], serial: int) -> None:
        """Remember the colours of a page, unless a request made later brought newer ones."""
        if serial >= self._serials.get(page, 0):
            self._serials[page] = serial
            self._colors[page] = colors

    def _put_page(self, page: str, view: str = "") -> None:
        """Tell the matcher what is known of a page, once colours and features are."""
        features, colors = self._features.get(page), self._colors.get(page)
        if features is None or colors is None or features.count != len(colors):
            return
        self._matcher.set_reference(page, features, colors, view)

    def _encode(self, segments: Segments) -> Features:
        key = content_key(segments)
        features = self._cache.get(key)
        if features is None:
            features = self._cache[key] = self.engine.encode(segments)
        return features

    def _refresh(
        self, order: tuple[str, ...], generation: int, cancel: CancelToken | None
    ) -> Iterator[Result]:
        targets = dict.fromkeys(self._matcher.targets)
        for name in [name for name in order if name in targets] + list(targets.keys() - set(order)):
            _check(cancel)
            if self._matcher.update(name).any():
                yield self._proposals(name, generation)

    def _proposals(self, name: str, generation: int) -> FrameProposals:
        found = self._matcher.proposals(name)
        page, segment = self._matcher.locate(found.source)
        return FrameProposals(
            name,
            found.color,
            found.confidence,
            found.runners_up,
            page,
            segment,
            self._matcher.page_names,
            generation,
            self._maps.get(name, 0),
        )

    def _pass_on(self, request: PassOn, cancel: CancelToken | None) -> Iterator[Result]:
        chain = [(name, frame_page(name)) for name in request.chain]
        for piece, (done, total) in enumerate(self._matcher.relay(chain), 1):
            _check(cancel)
            if piece == RELAY_PIECES:
                yield Progress("relay", done, total, request.generation)
                return
        yield from self._refresh(request.order, request.generation, cancel)

    def _warm(self, request: Warm) -> Iterator[Result]:
        """Let engines that remember pairs of drawings meet those that will be asked for."""
        reference = self._features.get(frame_page(request.frame))
        targets = self._matcher.targets
        if reference is None:
            return
        end = min(request.start + WARM_PAIRS, len(targets))
        for name in targets[request.start : end]:
            features = self._features[frame_page(name)]
            self.engine.similarity(features, reference, NO_ROWS)
        yield Progress("warm", end, len(targets), request.generation)

    def _reset(self) -> None:
        self._matcher = Matcher(self.engine)
        self._features.clear()
        self._colors.clear()
        self._serials.clear()


def _check(cancel: CancelToken | None) -> None:
    if cancel is not None and cancel.is_set():
        raise Cancelled
