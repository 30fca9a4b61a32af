"""Figures -> the floors below which they must not fall: a committed file that only goes up.

Each corpus has the digest of the files that its floors were measured on; on other files they say nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from math import floor
from pathlib import Path
from typing import TypedDict

FLOORS = Path(__file__).parent / "floors.json"
_STEPS = 1000  # floors are whole thousandths, rounded down


class CorpusFloors(TypedDict):
    """What one corpus must reach."""

    digest: str
    figures: dict[str, float]


Floors = dict[str, CorpusFloors]
Values = Mapping[str, tuple[str, Mapping[str, float]]]
"""Corpus -> digest of its files, and the value of each figure."""


def digest_of(files: Iterable[Path]) -> str:
    """A digest of names and bytes, whatever the order of the files and the folder they lie in."""
    digest = sha256()
    for path in sorted(files, key=lambda path: path.name):
        digest.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors of a file; none where there is no file."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return floors


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Writes the floors, one a line and in order, so that a diff shows which moved."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def faults_of(values: Values, floors: Floors) -> Sequence[str]:
    """What is wrong with the figures measured: one below its floor, one missing, floors of other files."""
    faults: list[str] = []
    for corpus, (digest, figures) in values.items():
        known = floors.get(corpus)
        if known is None:
            continue
        if known["digest"] != digest:
            faults.append(f"{corpus}: the floors were measured on other files ({known['digest']}, here {digest})")
            continue
        for name, least in known["figures"].items():
            if name not in figures:
                faults.append(f"{corpus}: {name} is no longer measured; its floor is {least:.3f}")
            elif figures[name] < least:
                faults.append(f"{corpus}: {name} is {figures[name]:.4f}, below its floor {least:.3f}")
    return faults


def raised(values: Values, floors: Floors) -> Floors:
    """The floors moved up to the figures measured, never down; those of other files are left as they are."""
    higher: Floors = dict(floors)
    for corpus, (digest, figures) in values.items():
        known = floors.get(corpus, CorpusFloors(digest=digest, figures={}))
        if known["digest"] == digest:
            moved = {
                name: max(floor(v * _STEPS) / _STEPS, known["figures"].get(name, 0.0)) for name, v in figures.items()
            }
            higher[corpus] = CorpusFloors(digest=digest, figures=known["figures"] | moved)
    return higher
