"""Work on what comes next while the caller is busy with what is there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Value = TypeVar("Value")

# Reading and segmenting take about as long as the rest of a frame; more threads only wait.
THREADS = 2
# So many results wait at most; each may be a label map of 64 MB.
DEPTH = 4


def ahead(
    items: Iterable[Item],
    work: Callable[[Item], Value],
    *,
    threads: int = THREADS,
    depth: int = DEPTH,
) -> Generator[tuple[Item, Value], None, None]:
    """Yield each item with the result of `work` on it, in order; the next are under way.

    An error of `work` is raised when its item's turn comes. What has not begun when the
    caller stops early is never done.

    Parameters
    ----------
    work : function
        Runs in other threads, several at once.
    depth : int
        How many items are taken ahead at most.
    """
    source = iter(items)
    waiting: deque[tuple[Item, Future[Value]]] = deque()
    pool = ThreadPoolExecutor(threads, "ahead")
    try:
        for item in islice(source, depth):
            waiting.append((item, pool.submit(work, item)))
        while waiting:
            item, future = waiting.popleft()
            value = future.result()
            for later in islice(source, 1):
                waiting.append((later, pool.submit(work, later)))
            yield item, value
    finally:
        pool.shutdown(cancel_futures=True)


class Behind:
    """Finishes things in another thread, one after the other, while the caller goes on.

    As a context manager: leaving waits for all of them; an error inside drops those that
    have not begun.

    Parameters
    ----------
    depth : int
        How many wait at most; then `put` blocks.
    """

    def __init__(self, depth: int = DEPTH) -> None:
        self._pool = ThreadPoolExecutor(1, "behind")
        self._waiting: deque[Future[None]] = deque()
        self._depth = depth

    def __enter__(self) -> Behind:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._pool.shutdown(cancel_futures=kind is not None)
        if kind is None:
            self._settle(0)

    def put(self, work: Callable[[], None]) -> None:
        """Do something later.

        Raises
        ------
        Exception
            What an earlier one failed with; nothing after it is begun by the caller.
        """
        self._settle(self._depth - 1)
        self._waiting.append(self._pool.submit(work))

    def _settle(self, depth: int) -> None:
        while self._waiting and (len(self._waiting) > depth or self._waiting[0].done()):
            self._waiting.popleft().result()
