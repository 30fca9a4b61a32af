"""Hedge cues + attributions -> hedges: who is unsure, and how likely the hedged statement is made to sound."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credscore.spans import Span


class HedgeKind(StrEnum):
    """What sort of doubt a hedge expresses; the values are those of the JSON form."""

    EPISTEMIC = "epistemic"
    EVIDENTIAL = "evidential"
    WEASEL = "weasel"
    UNVERIFIED = "unverified"


class Holder(StrEnum):
    """Who hedges: the article itself, or a source inside its attributed statement."""

    AUTHOR = "author"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """Words that make a statement less than certain.

    ``strength`` is the interval of probability, in [0, 1], in which people put a statement worded so, or None.
    ``attribution`` is the index of the attribution in whose content the hedge stands, or None.
    """

    span: Span
    kind: HedgeKind
    holder: Holder
    strength: tuple[float, float] | None = None
    attribution: int | None = None
    in_title: bool = False
