"""Models that can be fetched: where their parts lie and what they must be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from paintassist.core.errors import InputError, reason

FILE = "catalogue.json"


@dataclass(frozen=True)
class Remote:
    """A file somewhere else.

    Attributes
    ----------
    file : str
        Its name here.
    url : str
    page : str
        Where people get it by hand.
    licence : str
    size : int or None
        Bytes, where they are known beforehand.
    sha256 : str or None
        Where it is known beforehand; else that of the first download counts from then on.
    """

    file: str
    url: str
    page: str
    licence: str
    size: int | None = None
    sha256: str | None = None


@dataclass(frozen=True)
class Entry:
    """A model that can be fetched.

    Attributes
    ----------
    name, title : str
    parts : mapping of str to Remote
        By role: "dacon", "dino".
    """

    name: str
    title: str
    parts: Mapping[str, Remote]

    def facts(self) -> dict[str, object]:
        """Return what a bundle's manifest says of where it comes from."""
        parts = self.parts.values()
        return {
            "licence": ", ".join(f"{part.file}: {part.licence}" for part in parts),
            "fetched_from": {part.file: part.url for part in parts},
        }


def read_catalogue(folder: Path) -> dict[str, Entry]:
    """Read the catalogue of a folder of models.

    Raises
    ------
    InputError
        If it is missing or not sound.
    """
    path = folder / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        entries = {
            str(name): Entry(
                str(name),
                str(facts["title"]),
                {role: Remote(**part) for role, part in facts["parts"].items()},
            )
            for name, facts in content["models"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{path} is damaged ({reason(error)}); install PaintAssist again"
        ) from error
    for entry in entries.values():
        for part in entry.parts.values():
            if urlsplit(part.url).scheme != "https" or Path(part.file).name != part.file:
                raise InputError(f"{path} names a place that is not allowed ({part.url})")
    return entries
