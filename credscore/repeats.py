"""Attributions -> those that add something: of two that say the same, the likelier.

"He said he wants peace" is one statement of his, by the guide of the gold, and not a wish within a statement. Where the
inner one has a further source ("Reuters has learned that an official said ..."), both are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from credscore.chains import Attribution
from credscore.spans import length_of, overlap

ALIKE = 0.6
"""Two contents that overlap more than this (Jaccard, of code points) say the same."""

_REACH = 6
"""So many attributions on either side of one are looked at for the same content."""


def without_repeats(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in their order, without those that a likelier one nearby makes superfluous."""
    kept: set[int] = set()
    for number in sorted(range(len(attributions)), key=lambda number: -attributions[number].confidence):
        near = range(number - _REACH, number + _REACH + 1)
        if not any(other in kept and _is_repeat(attributions, number, other) for other in near):
            kept.add(number)
    if len(kept) == len(attributions):
        return tuple(attributions)
    places = {number: place for place, number in enumerate(sorted(kept))}
    return tuple(replace(attributions[n], parent=_parent_in(places, attributions, n)) for n in places)


def _is_repeat(attributions: Sequence[Attribution], number: int, other: int) -> bool:
    """Whether two attributions have much the same content, and neither is the other's with a further source."""
    first, second = attributions[number], attributions[other]
    shared = sum(overlap(part, beside) for part in first.content for beside in second.content)
    if shared <= ALIKE * (length_of(first.content) + length_of(second.content) - shared):
        return False
    inner, outer = (first, second) if first.parent == other else (second, first)
    is_nested = first.parent == other or second.parent == number
    return not (is_nested and len(inner.chain) > len(outer.chain))


def _parent_in(places: dict[int, int], attributions: Sequence[Attribution], number: int) -> int | None:
    """The new number of the nearest attribution around one that is kept."""
    parent = attributions[number].parent
    while parent is not None and parent not in places:
        parent = attributions[parent].parent
    return None if parent is None else places[parent]
