"""Quotations -> frames where a name signs them: "“We never sleep.” — Ada Brandt", in lists and under mottoes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credscore.document import Document
from credscore.frames import Construction, Frame, Reading
from credscore.patterns import Rule
from credscore.quotations import Quotation
from credscore.words import WordClass as W

SIGNED_RULE = Rule(id="signed", table="signed", pattern="-", kind="say")

MIN_QUOTED_TOKENS = 4
MAX_SIGNATURE_TOKENS = 8


def read_signed(reading: Reading, frames: Sequence[Frame]) -> Iterator[Frame]:
    """The frames of quotations that a dash and a name follow, in which no other cue has its content."""
    taken = {token for frame in frames for start, end in frame.content for token in (start, end - 1)}
    for quotation in reading.document.quotations:
        if quotation.length >= MIN_QUOTED_TOKENS and taken.isdisjoint((quotation.start, quotation.end - 1)):
            frame = _signed(reading.document, quotation)
            if frame is not None:
                yield frame


def _signed(document: Document, quotation: Quotation) -> Frame | None:
    dash = quotation.close + 1
    if dash + 1 >= len(document.words) or not document.classes[dash] & W.DASH:
        return None
    end = _signature_end(document, dash + 1)
    if end is None:
        return None
    return Frame(
        cue=(dash, dash + 1),
        rule=SIGNED_RULE,
        content=((quotation.start, quotation.end),),
        source=(dash + 1, end),
        construction=Construction.QUOTED,
    )


def _signature_end(document: Document, start: int) -> int | None:
    """Where a signature that begins at ``start`` ends: a name, and nothing else up to the next mark or paragraph."""
    classes, words = document.classes, document.words
    high = min(document.paragraph_bounds(start)[1], start + MAX_SIGNATURE_TOKENS)
    end = start
    while end < high and (classes[end] & W.CAPITAL or (end > start and words[end] in _LINKS)):
        end += 1
    if end == start or words[end - 1] in _LINKS:
        return None
    is_last = end >= document.paragraph_bounds(start)[1] or bool(classes[end] & (W.QUOTE | W.COMMA | W.BRACKET))
    return end if is_last else None


_LINKS = frozenset(("of", "de", "von", "van", "z", "i", "and", ".", "al", "da"))
"""What may stand between the capitalised words of a signature."""
