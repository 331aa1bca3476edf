"""The log file: rotating, in the user's own folder. Knows no Qt."""

from __future__ import annotations

import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

NAME = "paintassist.log"
CRASHES = "crashes.log"
MOST_BYTES = 1_000_000
OLD_ONES = 3
FORM = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def log_folder() -> Path:
    """Return the user's folder for logs; it may not exist."""
    from platformdirs import user_log_path

    return user_log_path("paintassist", appauthor=False)


class LogFile:
    """Everything worth a warning goes into the log file while this is open.

    A disk that cannot be written costs the log and nothing else.

    Parameters
    ----------
    folder : Path
        Made if missing.

    Attributes
    ----------
    path : Path
        The newest log.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._handler: RotatingFileHandler | None = None
        self._crashes: TextIO | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._handler = _Quiet(
                self.path, maxBytes=MOST_BYTES, backupCount=OLD_ONES, encoding="utf-8"
            )
            # What kills the process outright still says where it was.
            self._crashes = (folder / CRASHES).open("w", encoding="utf-8")
        except OSError as error:
            logging.getLogger(__name__).warning("no log file: %s", error)
        if self._handler is not None:
            self._handler.setLevel(logging.WARNING)
            self._handler.setFormatter(logging.Formatter(FORM))
            logging.getLogger().addHandler(self._handler)
        self._was_enabled = faulthandler.is_enabled()
        if self._crashes is not None and not self._was_enabled:
            faulthandler.enable(self._crashes)

    def close(self) -> None:
        """Let go of the files."""
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
        if self._crashes is not None:
            if not self._was_enabled:
                faulthandler.disable()
            self._crashes.close()


class _Quiet(RotatingFileHandler):
    """Says nothing where the disk is full; the painter hears of that from the project."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Drop the line."""
