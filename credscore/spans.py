"""Spans and ranges: where words stand in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""[start, end) in code points of the text as given."""

Range: TypeAlias = tuple[int, int]
"""[start, end) in tokens of a document."""


def length_of(parts: Iterable[Span] | Iterable[Range]) -> int:
    """How many code points or tokens the parts hold together."""
    return sum(end - start for start, end in parts)
