"""Damage to files: of bytes, of numbers in texts, of members of archives, of rows of projects."""

from __future__ import annotations

import io
import re
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing, suppress

import numpy as np

Random = np.random.Generator
Mutate = Callable[[bytes, Random], bytes]

# Numbers at which readers stumble.
ODD_NUMBERS = (0, 1, 2, 7, 127, 128, 255, 256, 0x7FFF, 0x8000, 0xFFFF, 100_000, 2**24)
ODD_NUMBERS += (0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 2**63 - 1, 2**64 - 1)
ODD_WORDS = (
    *(str(number).encode() for number in ODD_NUMBERS),
    *(b"-1", b"1e999", b"-0.0", b"nan", b"inf", b"NaN", b"Infinity", b"0x10", b"", b"\0"),
    *(b"../../x", b"/etc/passwd", b"C:\\x", "线".encode(), b"\xff\xfe", b"\xed\xa0\x80"),
    *(b"[" * 3000, b"9" * 5000, b"null", b"true", b"{}", b"[]", b'"', b"'", b"<", b"&x;", b"%s"),
)


def damage_bytes(data: bytes, random: Random) -> bytes:
    """Damage a file somewhere without knowing what it is."""
    changed = data
    for _ in range(int(random.choice([1, 1, 2, 3]))):
        changed = BYTE_DAMAGES[int(random.integers(len(BYTE_DAMAGES)))](changed, random)
    return changed


def _place(data: bytes, random: Random) -> int:
    """Somewhere; half of the time near the beginning, where sizes and counts are."""
    end = len(data) if random.random() < 0.5 else min(len(data), 96)
    return int(random.integers(0, end + 1))


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(int(random.integers(1, 12)) if data else 0):
        changed[_place(data, random) % len(data)] ^= 1 << int(random.integers(8))
    return bytes(changed)


def _random_bytes(data: bytes, random: Random) -> bytes:
    at, size = _place(data, random), int(random.integers(1, 16))
    return data[:at] + random.bytes(size) + data[at + size :]


def _number(data: bytes, random: Random) -> bytes:
    at = _place(data, random)
    number = int(random.choice(np.array(ODD_NUMBERS, np.uint64)))
    form = str(random.choice(["<B", "<H", ">H", "<I", ">I", "<Q", ">Q"]))
    size = struct.calcsize(form)
    return data[:at] + struct.pack(form, number % (1 << 8 * size)) + data[at + size :]


def _word(data: bytes, random: Random) -> bytes:
    word = ODD_WORDS[int(random.integers(len(ODD_WORDS)))]
    found = list(re.finditer(rb"-?[0-9][0-9.eE+-]*|[A-Za-z_]{3,}", data[:20_000]))
    if not found:
        at = _place(data, random)
        return data[:at] + word + data[at:]
    match = found[int(random.integers(len(found)))]
    return data[: match.start()] + word + data[match.end() :]


def _cut(data: bytes, random: Random) -> bytes:
    return data[: _place(data, random)]


def _hole(data: bytes, random: Random) -> bytes:
    at, size = _place(data, random), int(random.integers(1, 600))
    return data[:at] + bytes(len(data[at : at + size])) + data[at + size :]


def _repeat(data: bytes, random: Random) -> bytes:
    start, end = sorted((_place(data, random), _place(data, random)))
    return data[:end] + data[start:end] * int(random.integers(1, 4)) + data[end:]


def _drop(data: bytes, random: Random) -> bytes:
    start, end = sorted((_place(data, random), _place(data, random)))
    return data[:start] + data[end:]


BYTE_DAMAGES: Sequence[Mutate] = (
    _flip, _flip, _random_bytes, _number, _number, _word, _word, _cut, _hole, _repeat, _drop,
)  # fmt: skip


def damage_png(data: bytes, random: Random) -> bytes:
    """Damage the inside of one chunk of a PNG and make its checksum right again."""
    chunks, at = [], 8
    while at + 12 <= len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + size]))
        at += 12 + size
    if not chunks:
        return damage_bytes(data, random)
    pick = int(random.integers(len(chunks)))
    kind, inside = chunks[pick]
    if kind == b"IDAT" and random.random() < 0.7:
        with suppress(zlib.error):
            inside = zlib.compress(damage_bytes(zlib.decompress(inside), random))
    else:
        inside = damage_bytes(inside, random)
    chunks[pick] = kind, inside
    if random.random() < 0.2:
        chunks.insert(int(random.integers(len(chunks))), chunks[pick])
    return data[:8] + b"".join(
        struct.pack(">I", len(inside))
        + kind
        + inside
        + struct.pack(">I", zlib.crc32(kind + inside))
        for kind, inside in chunks
    )


def damage_zip(data: bytes, random: Random) -> bytes:
    """Damage one member of an archive, or its name, and pack it anew."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info, archive.read(info)) for info in archive.infolist()]
    pick = int(random.integers(len(members)))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for index, (info, inside) in enumerate(members):
            if index == pick:
                what = random.random()
                if what < 0.1:
                    continue
                if what < 0.2:
                    info.filename = str(random.choice(["../out", "/out", "a" * 300, "C:\\out"]))
                elif inside.startswith(b"\x89PNG") and what < 0.7:
                    inside = damage_png(inside, random)
                else:
                    inside = damage_bytes(inside, random)
            archive.writestr(info.filename, inside, info.compress_type)
    return stream.getvalue()


def damage_project(data: bytes, random: Random) -> bytes:
    """Write odd values into a sound database: what the pages hold is right, what it says is not."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]
        for _ in range(int(random.choice([1, 1, 2, 3]))):
            table = tables[int(random.integers(len(tables)))]
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            column = columns[int(random.integers(len(columns)))]
            rows = connection.execute(f"SELECT {column} FROM {table}").fetchall()
            value = rows[int(random.integers(len(rows)))][0] if rows else None
            with suppress(sqlite3.Error, OverflowError):
                if random.random() < 0.1:
                    connection.execute(f"DELETE FROM {table} WHERE {column} IS ?", (value,))
                else:
                    connection.execute(
                        f"UPDATE {table} SET {column} = ? WHERE {column} IS ?",
                        (_odd_value(value, random), value),
                    )
        connection.commit()
        return connection.serialize()


def _odd_value(value: object, random: Random) -> object:
    if isinstance(value, int) and random.random() < 0.8:
        near = value + int(random.integers(-2, 3))
        return near if random.random() < 0.3 else int(random.choice([-1, 0, 1, 99_999, 2**62]))
    if isinstance(value, str) and random.random() < 0.8:
        return damage_bytes(value.encode(), random).decode("utf-8", "replace")
    if isinstance(value, bytes) and random.random() < 0.8:
        with suppress(zlib.error):
            return zlib.compress(damage_bytes(zlib.decompress(value), random))
        return damage_bytes(value, random)
    return [None, "", b"", 0, -5, "x" * 5000][int(random.integers(6))]
