"""All examinations in their order; one that fails is a finding itself."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from paintassist.installed import remedy_for_broken
from paintassist.jobs.doctor.finding import Finding, State

Examiner = Callable[[], Sequence[Finding]]
_ROOM = "paintassist.jobs.doctor"
# By the name of what they examine. Imported one by one when their turn comes: where a package is
# broken, what needs it fails, and the rest still tells.
EXAMINERS: Mapping[str, str] = {
    "program": f"{_ROOM}.parts:examine_program",
    "packages": f"{_ROOM}.parts:examine_packages",
    "computer": f"{_ROOM}.machine:examine_computer",
    "disk": f"{_ROOM}.machine:examine_folders",
    "GPU": f"{_ROOM}.gpu:examine_gpu",
    "models": f"{_ROOM}.models:examine_models",
    "sample": f"{_ROOM}.models:examine_sample",
    "proposing": f"{_ROOM}.proposing:examine_proposing",
}


def examine(more: Mapping[str, Examiner] | None = None) -> Iterator[Finding]:
    """Yield what is found, as it is found.

    Parameters
    ----------
    more : mapping of str to function, optional
        Further examinations, done last: those that this room must not know.
    """
    examiners: dict[str, Examiner] = {
        subject: _load_later(place) for subject, place in EXAMINERS.items()
    }
    for subject, examiner in (examiners | dict(more or {})).items():
        try:
            yield from examiner()
        except Exception as error:
            # Whatever a broken package raises: the examination of the others goes on.
            words = " ".join(f"{type(error).__name__}: {error}".split())
            yield Finding(subject, State.BROKEN, words, remedy_for_broken())


def _load_later(place: str) -> Examiner:
    def run() -> Sequence[Finding]:
        module, _, name = place.partition(":")
        examiner: Examiner = getattr(importlib.import_module(module), name)
        return examiner()

    return run
