"""Throw damaged files at every reader; a process of its own, because it may crash.

Run as ``python -m tests.fuzz.run FOLDER COUNT SEED [READER...]``. The file that is being read lies
in FOLDER, so it is still there after a crash. What is no clear error and no right result ends the
run with the file's place and a traceback; so do five seconds of processor time and two gigabytes.
"""

from __future__ import annotations

import faulthandler
import json
import re
import resource
import signal
import sys
import traceback
import warnings
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from paintassist.core.errors import InputError
from tests.fuzz.readers import READERS, Reader

MOST_SECONDS = 5
MOST_BYTES = 2 << 30


def peak_bytes() -> int:
    """Return the most memory since `forget_peak`; the most ever where that is not known."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    except OSError:
        found = None
    return int(found[1]) * 1024 if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def forget_peak() -> None:
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return


def fuzz(reader: Reader, folder: Path, count: int, random: np.random.Generator) -> Counter[str]:
    """Read damaged files; the first ones are the sound examples themselves."""
    examples = reader.examples(folder)
    outcomes: Counter[str] = Counter()
    for number in range(-len(examples), count):
        sound = number < 0
        data = examples[number] if sound else examples[number % len(examples)]
        if not sound:
            damage = reader.damages[int(random.integers(len(reader.damages)))]
            data = damage(data, random)
        path = folder / f"{reader.name.replace(' ', '_')}_{number}{reader.suffix}"
        path.write_bytes(data)
        forget_peak()
        before = peak_bytes()
        # Of processor time, and deadly also inside of C: a busy machine is no hang.
        signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
        try:
            reader.read(path)
            outcomes["right"] += not sound
        except InputError as error:
            if sound:
                raise
            check_sentence(str(error))
            outcomes["refused"] += 1
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        used = peak_bytes() - before
        outcomes["most bytes"] = max(outcomes["most bytes"], used)
        assert used < MOST_BYTES, f"{used:,} bytes for {path.name}"
        path.unlink(missing_ok=True)
    return outcomes


def check_sentence(words: str) -> None:
    assert words.strip(), "an error without a sentence"
    assert len(words) < 1000, f"no sentence: {words[:300]}..."
    assert "\n" not in words.strip(), f"more than a line: {words}"


def main(words: Sequence[str]) -> int:
    folder, count, seed, *names = Path(words[0]), int(words[1]), int(words[2]), *words[3:]
    faulthandler.enable()
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    warnings.simplefilter("ignore")
    # Beyond this the machine is in danger, and the reader at fault all the same.
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (16 << 30, 16 << 30))
    chosen = [reader for reader in READERS if not names or reader.name in names]
    told: dict[str, dict[str, int]] = {}
    for index, reader in enumerate(chosen):
        share = count * (index + 1) // len(chosen) - count * index // len(chosen)
        try:
            told[reader.name] = dict(
                fuzz(reader, folder, share, np.random.default_rng([seed, index]))
            )
        except BaseException:
            print(f"{reader.name} failed on the newest file in {folder}", file=sys.stderr)
            traceback.print_exc()
            return 1
        print(json.dumps({reader.name: told[reader.name]}), file=sys.stderr, flush=True)
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
