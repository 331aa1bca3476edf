"""Every kind of atom goes to bytes and comes back, whatever it holds."""

from __future__ import annotations

import types
import typing
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from paintassist.document.edits import Atom, DecisionAtom
from paintassist.document.fitting import CHECKS
from paintassist.document.packing import PackedSegments
from paintassist.io.project_codec import Encoded, decode, encode
from paintassist.io.project_history import ATOMS


def strategy(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a declared type, drawn from the type alone."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*[st.none() if part is type(None) else strategy(part) for part in parts])
    if origin in (np.ndarray, NDArray):
        # numpy 2.5's alias has X itself, before that it is dtype[X].
        item = parts[0] if origin is NDArray else typing.get_args(parts[1])[0]
        return hnp.arrays(np.dtype(item), st.integers(0, 5))
    if origin is tuple:
        if parts[1:] == (Ellipsis,):
            return st.lists(strategy(parts[0]), max_size=3).map(tuple)
        return st.tuples(*map(strategy, parts))
    if is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        return st.builds(hint, **{f.name: strategy(hints[f.name]) for f in fields(hint) if f.init})
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    if issubclass(hint, Path):
        return st.text("abc/", min_size=1).map(Path)
    return {
        int: st.integers(-(2**40), 2**40),
        bool: st.booleans(),
        float: st.floats(allow_nan=False),
        str: st.text(),
        bytes: st.binary(),
    }[hint]


def plain(thing: Any) -> Any:
    """A value that can be compared."""
    if isinstance(thing, np.ndarray):
        return thing.dtype.str, thing.tolist()
    if isinstance(thing, tuple):
        return [plain(part) for part in thing]
    if is_dataclass(thing):
        return type(thing), [plain(getattr(thing, f.name)) for f in fields(thing)]
    return thing


def test_every_kind_of_atom_has_its_name_and_its_check() -> None:
    kinds = set(typing.get_args(Atom))
    assert set(ATOMS.values()) == kinds
    assert len(ATOMS) == len(kinds)
    assert set(CHECKS) == kinds


@pytest.mark.parametrize("kind", ATOMS.values(), ids=list(ATOMS))
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_round_trip(kind: type, data: st.DataObject) -> None:
    atoms = tuple(data.draw(st.lists(strategy(kind), min_size=1, max_size=3)))
    encoded = encode(atoms, ATOMS)
    assert plain(decode(encoded, ATOMS)) == plain(atoms)
    assert encode(atoms, ATOMS).data == encoded.data


def decision(count: int = 3) -> DecisionAtom:
    ids, state, color = np.arange(1, count + 1), np.ones(count, np.uint8), np.zeros(count, np.int32)
    return DecisionAtom("f0", ids, state, color, state, color)


def test_decisions_on_everything_are_small() -> None:
    atom = decision(18_000)
    assert len(encode((atom,), ATOMS).data) < 2000


def contents() -> Iterator[bytes]:
    """What is inside of an edit, changed in ways that only a stranger would."""
    whole = zlib.decompress(encode((decision(),), ATOMS).data[1:])
    length = int.from_bytes(whole[:4], "little")
    head, tail = whole[4 : 4 + length], whole[4 + length :]
    for old, new in (
        (b"decision", b"os.system"),
        (b'"f0"', b"7"),
        (b"[3]", b"[4]"),
        (b"[3]", b"[-1]"),
        (b"[3]", b"[99999999999]"),
        (b"[3]", b"3"),
        (b'"frame"', b'"farme"'),
        (b'"frame":"f0",', b""),
        (head, b"[" * 100_000),
        (head, b"{}"),
        (head, b'[["decision"]]'),
    ):
        changed = head.replace(old, new)
        assert changed != head
        yield len(changed).to_bytes(4, "little") + changed + tail
    yield whole + b"\0"
    yield whole[:-1]
    yield whole[:2]
    yield b"\xff\xff\xff\xff" + whole[4:]


@pytest.mark.parametrize("content", list(contents()))
def test_what_we_never_wrote_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(Encoded(b"\x01" + zlib.compress(content)), ATOMS)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_refused(data: bytes) -> None:
    for bad in (data, b"\x01" + data, b"\x01" + zlib.compress(data)):
        with pytest.raises(ValueError, match=r"."):
            decode(Encoded(bad), ATOMS)


def test_a_field_that_came_later_takes_its_default() -> None:
    @dataclass(frozen=True)
    class Old:
        name: str

    @dataclass(frozen=True)
    class New:
        name: str
        part: str = "hair"

    assert decode(encode((Old("a"),), {"x": Old}), {"x": New}) == (New("a", "hair"),)
    with pytest.raises(ValueError, match="no field part"):
        decode(encode((New("a"),), {"x": New}), {"x": Old})


def test_types_that_cannot_be_kept_are_named() -> None:
    @dataclass(frozen=True)
    class Odd:
        thing: object

    @dataclass(frozen=True)
    class Either:
        thing: int | str

    for value in (Odd(1), Either(1)):
        with pytest.raises(TypeError, match="cannot be kept"):
            encode((value,), {"x": type(value)})
    with pytest.raises(TypeError, match="has no name"):
        encode((Odd(1),), ATOMS)


def test_label_maps_and_paths_are_handed_out() -> None:
    @dataclass(frozen=True)
    class Holder:
        path: Path | None
        first: PackedSegments
        numbers: NDArray[np.int32]
        second: PackedSegments

    one, other = PackedSegments(1, 1, 0, b"a", b"b"), PackedSegments(1, 1, 0, b"c", b"d")
    encoded = encode(
        (Holder(Path("x/y"), one, np.arange(2, dtype=np.int32), other),), {"h": Holder}
    )
    assert (encoded.paths, encoded.maps) == ([Path("x/y")], [one, other])
    again = decode(encoded, {"h": Holder})[0]
    assert (again.path, again.first, again.second) == (Path("x/y"), one, other)
    with pytest.raises(ValueError, match="not there"):
        decode(Encoded(encoded.data, [Path("x")], [one]), {"h": Holder})
