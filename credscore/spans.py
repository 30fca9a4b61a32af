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


def overlap(first: Span | Range, second: Span | Range) -> int:
    """How many code points or tokens two stretches share.

    >>> overlap((0, 5), (3, 9)), overlap((0, 3), (3, 9))
    (2, 0)
    """
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))
