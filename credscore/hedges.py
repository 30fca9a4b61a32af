"""Hedge cues + attributions -> hedges: who is unsure, and how likely the hedged statement is made to sound."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from credscore.chains import MAX_NEARBY_FRAMES, Attribution
from credscore.contexts import is_in_context
from credscore.document import Document
from credscore.frames import Construction
from credscore.patterns import Match
from credscore.spans import Span, length_of

MIN_CONFIDENCE = 0.5
"""From this confidence on an attribution is likelier right than wrong."""


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


def find_hedges(document: Document, matches: Sequence[Match], attributions: Sequence[Attribution]) -> tuple[Hedge, ...]:
    """The hedges of a document, in text order.

    A hedge inside the content of attributions is held by the source of the innermost one that is likelier right than
    wrong; else by the author. Cues of hearsay are held by whoever uses the word, not by the hearsay itself.
    """
    found = []
    for match in matches:
        if not is_in_context(document, match):
            continue
        span = document.span(match.start, match.end)
        number = _innermost(span, attributions, match.rule.kind == HedgeKind.EVIDENTIAL)
        found.append(
            Hedge(
                span=span,
                kind=HedgeKind(match.rule.kind),
                holder=Holder.AUTHOR if number is None else Holder.SOURCE,
                strength=match.rule.strength,
                attribution=number,
            )
        )
    return tuple(found)


def _innermost(span: Span, attributions: Sequence[Attribution], is_hearsay: bool) -> int | None:
    """The attribution with the shortest content around a span, of which the span is not itself the cue."""
    best: tuple[int, int] | None = None
    here = bisect_left(attributions, span[0], key=lambda attribution: attribution.cue[0])
    for number in range(max(0, here - MAX_NEARBY_FRAMES), min(len(attributions), here + MAX_NEARBY_FRAMES)):
        attribution = attributions[number]
        is_cue = attribution.cue[0] < span[1] and span[0] < attribution.cue[1]
        if is_cue or attribution.confidence < MIN_CONFIDENCE:
            continue
        if is_hearsay and attribution.construction is Construction.HEARSAY:
            continue
        if any(start <= span[0] and span[1] <= end for start, end in attribution.content):
            size = length_of(attribution.content)
            best = min(best, (size, number)) if best else (size, number)
    return best[1] if best else None
