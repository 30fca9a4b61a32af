"""Sets of positions -> counts of what was found, and the pairing of found things with true ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Positions = AbstractSet[int]
Ratio = tuple[int, int]
"""Numerator and denominator of a figure over one article; those of several articles add up."""


@dataclass(slots=True)
class Counts:
    """How many were right, how many there are in the gold, and how many were found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, right: int, gold: int, found: int) -> None:
        """Counts one more article."""
        self.right += right
        self.gold += gold
        self.found += found

    @property
    def f1(self) -> Ratio:
        """Harmonic mean of precision and recall."""
        return 2 * self.right, self.gold + self.found

    @property
    def precision(self) -> Ratio:
        """Share of what was found that is right."""
        return self.right, self.found

    @property
    def recall(self) -> Ratio:
        """Share of what is there that was found."""
        return self.right, self.gold


@dataclass(slots=True)
class Share:
    """How many of the cases were right."""

    right: int = 0
    cases: int = 0

    def add(self, *, is_right: bool) -> None:
        """Counts one more case."""
        self.right += is_right
        self.cases += 1

    @property
    def value(self) -> Ratio:
        """The share of right cases."""
        return self.right, self.cases


def overlap(a: Positions, b: Positions) -> float:
    """Jaccard overlap of two sets, 0 to 1."""
    union = len(a | b)
    return len(a & b) / union if union else 0.0


def pair_up(gold: Sequence[Positions], found: Sequence[Positions], floor: float) -> list[tuple[int, int]]:
    """One-to-one pairs (gold index, found index) of overlap at least ``floor``, the best overlaps served first.

    Equal overlaps are served in order of gold, then of found. Sets that share nothing are never paired.
    """
    candidates = [(overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    candidates = [c for c in candidates if c[0] > 0 and c[0] >= floor]
    candidates.sort(key=lambda c: (-c[0], c[1], c[2]))
    pairs: dict[int, int] = {}
    for _, i, j in candidates:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def union(sets: Iterable[Positions]) -> set[int]:
    """All positions of all sets."""
    return set().union(*sets)
