"""Values to bytes and back by the types that their classes declare; strict, and runs no code.

A dataclass says its fields once, in its definition; from those the codec knows how to write
and what to accept. Written is one byte of format, then zlib of a JSON text and, behind it,
the elements of all arrays and bytes in the order in which the text speaks of them. Paths and
label maps are handed out beside: the project file keeps them where it keeps all others.
"""

from __future__ import annotations

import json
import struct
import types
import typing
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paintassist.document.packing import PackedSegments

FORMAT = 1
LEVEL = 1
# No edit of ours comes near; what a hostile file claims to inflate to is not believed.
MOST_BYTES = 512 * 1024 * 1024
_LENGTH = struct.Struct("<I")


@dataclass
class Encoded:
    """A value as bytes, with what is kept elsewhere.

    Attributes
    ----------
    data : bytes
    paths : sequence of Path or None
        None where a path could not be trusted.
    maps : sequence of PackedSegments
    """

    data: bytes = b""
    paths: Sequence[Path | None] = field(default_factory=list)
    maps: Sequence[PackedSegments] = field(default_factory=list)


def encode(values: Sequence[object], kinds: Mapping[str, type]) -> Encoded:
    """Write objects of some kinds.

    Parameters
    ----------
    values : sequence of objects
        Each of one of the classes of `kinds`.
    kinds : mapping of str to type
        Dataclasses by the name that stands for them in the bytes.

    Raises
    ------
    TypeError
        If a value or one of its fields is of a type that the codec does not know.
    """
    writer = _Writer()
    names = {kind: name for name, kind in kinds.items()}
    content = []
    for value in values:
        if type(value) not in names:
            raise TypeError(f"{type(value).__name__} cannot be kept: it has no name")
        content.append([names[type(value)], writer.plain(value, type(value))])
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    head = text.encode()
    body = zlib.compress(b"".join([_LENGTH.pack(len(head)), head, *writer.tail]), LEVEL)
    return Encoded(bytes([FORMAT]) + body, writer.paths, writer.maps)


def decode(encoded: Encoded, kinds: Mapping[str, type]) -> tuple[Any, ...]:
    """Undo `encode`.

    Raises
    ------
    ValueError
        If the bytes are anything but what `encode` writes of these kinds.
    """
    if encoded.data[:1] != bytes([FORMAT]):
        raise ValueError("unknown format of an edit")
    plain = _inflate(encoded.data[1:])
    if len(plain) < _LENGTH.size:
        raise ValueError("an edit is cut off")
    start = _LENGTH.size + _LENGTH.unpack_from(plain)[0]
    try:
        content = json.loads(plain[_LENGTH.size : start])
    except RecursionError as error:
        raise ValueError("an edit is nested too deep") from error
    reader = _Reader(plain, start, encoded)
    values = []
    for item in _expect(content, list):
        if len(_expect(item, list)) != 2 or item[0] not in kinds:
            raise ValueError("an edit of an unknown kind")
        values.append(reader.value(item[1], kinds[item[0]]))
    if reader.at != len(plain):
        raise ValueError("an edit has bytes left over")
    return tuple(values)


def _inflate(data: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise ValueError(f"an edit is damaged: {error}") from error
    if not inflater.eof or inflater.unused_data:
        raise ValueError("an edit is damaged: wrong size")
    return plain


@cache
def _is_optional(hint: Any) -> bool:
    return typing.get_origin(hint) in (typing.Union, types.UnionType)


def _needed(hint: Any) -> Any:
    """Return X of X | None; no other unions are kept."""
    parts = [part for part in typing.get_args(hint) if part is not type(None)]
    if len(parts) != 1:
        raise TypeError(f"{hint} cannot be kept: only X | None can")
    return parts[0]


@cache
def _dtype(hint: Any) -> np.dtype[Any] | None:
    """Return the dtype of NDArray[X], None for other types."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    # From numpy 2.5 on NDArray is a type alias, whose only argument is X.
    if origin is NDArray:
        return np.dtype(parts[0]).newbyteorder("<")
    if origin is np.ndarray:
        return np.dtype(typing.get_args(parts[1])[0]).newbyteorder("<")
    return None


@cache
def _fields(kind: Any) -> tuple[dict[str, Field[Any]], dict[str, Any]]:
    return {item.name: item for item in fields(kind) if item.init}, typing.get_type_hints(kind)


def _item_hints(hint: Any, count: int) -> Sequence[Any]:
    """Return the type of each item of a tuple type."""
    parts = typing.get_args(hint)
    if len(parts) == 2 and parts[1] is Ellipsis:
        return [parts[0]] * count
    if len(parts) != count:
        raise ValueError("a tuple of another length")
    return parts


class _Writer:
    def __init__(self) -> None:
        self.tail: list[bytes] = []
        self.paths: list[Path | None] = []
        self.maps: list[PackedSegments] = []

    def plain(self, value: Any, hint: Any) -> Any:
        """Return a value as JSON; arrays go to the tail."""
        if _is_optional(hint):
            return None if value is None else self.plain(value, _needed(hint))
        dtype = _dtype(hint)
        if dtype is not None:
            return self._array(value, dtype)
        if typing.get_origin(hint) is tuple:
            items = zip(value, _item_hints(hint, len(value)), strict=True)
            return [self.plain(item, kind) for item, kind in items]
        if not isinstance(hint, type):
            raise TypeError(f"{hint} cannot be kept")
        if hint is PackedSegments:
            self.maps.append(value)
            return len(self.maps) - 1
        if issubclass(hint, Path):
            self.paths.append(value)
            return len(self.paths) - 1
        if is_dataclass(hint):
            if type(value) is not hint:
                raise TypeError(f"{value} is no {hint.__name__}")
            known, hints = _fields(type(value))
            return {name: self.plain(getattr(value, name), hints[name]) for name in known}
        if issubclass(hint, Enum):
            return hint(value).value
        if hint is bytes:
            self.tail.append(value)
            return len(value)
        if hint in (bool, int, float, str):
            return hint(value)
        raise TypeError(f"{hint} cannot be kept")

    def _array(self, value: NDArray[Any], dtype: np.dtype[Any]) -> list[int]:
        array = np.ascontiguousarray(value, dtype)
        flat = array.ravel()
        if dtype.kind == "i":
            # Neighbours are alike: their differences are small and compress to nothing.
            flat = flat.copy()
            flat[1:] -= array.ravel()[:-1]
        self.tail.append(flat.tobytes())
        return list(array.shape)


class _Reader:
    def __init__(self, plain: bytes, start: int, encoded: Encoded) -> None:
        self.plain, self.at, self._encoded = plain, start, encoded

    def value(self, content: Any, hint: Any) -> Any:
        """Return the value that JSON stands for; raises `ValueError` if it is not of the type."""
        if _is_optional(hint):
            return None if content is None else self.value(content, _needed(hint))
        dtype = _dtype(hint)
        if dtype is not None:
            return self._array(content, dtype)
        if typing.get_origin(hint) is tuple:
            items = _expect(content, list)
            kinds = _item_hints(hint, len(items))
            return tuple(self.value(item, kind) for item, kind in zip(items, kinds, strict=True))
        if hint is PackedSegments:
            return _pick(self._encoded.maps, content)
        if isinstance(hint, type) and issubclass(hint, Path):
            return _pick(self._encoded.paths, content)
        if is_dataclass(hint):
            return self._object(_expect(content, dict), hint)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return hint(content)
        if hint is bytes:
            return self._take(_size(content))
        if hint is float and type(content) is int:
            return float(content)
        return _expect(content, hint)

    def _object(self, content: Mapping[str, Any], kind: Any) -> Any:
        known, hints = _fields(kind)
        strange = content.keys() - known.keys()
        if strange:
            raise ValueError(f"{kind.__name__} has no field {min(strange)}")
        values = {}
        # In the order of the class: that is the order of the tail.
        for name, item in known.items():
            if name in content:
                values[name] = self.value(content[name], hints[name])
            elif item.default is MISSING and item.default_factory is MISSING:
                raise ValueError(f"{kind.__name__} lacks {name}")
        return kind(**values)

    def _array(self, content: Any, dtype: np.dtype[Any]) -> NDArray[Any]:
        shape = [_size(side) for side in _expect(content, list)]
        count = 1
        for side in shape:
            count *= side
        if len(shape) > 4:
            raise ValueError("an array with too many sides")
        flat = np.frombuffer(self._take(count * dtype.itemsize), dtype)
        if dtype.kind == "i":
            flat = np.cumsum(flat, dtype=dtype.newbyteorder("="))
        return flat.astype(dtype.newbyteorder("="), copy=True).reshape(shape)

    def _take(self, size: int) -> bytes:
        if size > len(self.plain) - self.at:
            raise ValueError("an edit is cut off")
        self.at += size
        return self.plain[self.at - size : self.at]


def _expect(content: Any, kind: Any) -> Any:
    if type(content) is not kind:
        raise ValueError(f"{type(content).__name__} where {kind} is due")
    return content


def _size(content: Any) -> int:
    if type(content) is not int or not 0 <= content <= MOST_BYTES:
        raise ValueError("a size that cannot be")
    return content


def _pick(things: Sequence[Any], content: Any) -> Any:
    index = _size(content)
    if index >= len(things):
        raise ValueError("a path or label map that is not there")
    return things[index]
