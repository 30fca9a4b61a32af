"""Articles of known language -> the share recognised as what they are."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.counts import Share
from benchmarks.table import read_rows
from credscore import analyze


def measure_language(path: Path, expected: str | None) -> Share:
    """How many articles of a file come out as the expected language, or as not supported for None."""
    share = Share()
    for row in read_rows(path):
        share.add(is_right=analyze(row["text"]).language == expected)
    return share
