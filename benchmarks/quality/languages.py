"""Articles of known language -> the share recognised as what they are."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.tally import Tally
from benchmarks.table import read_rows
from credscore import analyze


def measure_language(path: Path, expected: str | None) -> Tally:
    """How many articles of a file come out as the expected language, or as not supported for None."""
    tally = Tally()
    for row in read_rows(path):
        tally.add({f"recognised as {expected}": (analyze(row["text"]).language == expected, 1)})
    return tally
