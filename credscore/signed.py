"""Statements that a name signs -> frames: "“We never sleep.” — Ada Brandt" in lists, and posts within the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from credscore.document import Document
from credscore.frames import Construction, Frame, Reading, trim
from credscore.patterns import Rule
from credscore.spans import Range
from credscore.words import WordClass as W

SIGNED_RULE = Rule(id="signed", table="signed", pattern="-", kind="say")

MIN_QUOTED_TOKENS = 4
MAX_SIGNATURE_TOKENS = 8


def read_signed(reading: Reading, frames: Sequence[Frame]) -> Iterator[Frame]:
    """The frames of quotations and posts that a dash and a name follow, in which no other cue has its content."""
    taken = {token for frame in frames for start, end in frame.content for token in (start, end - 1)}
    document = reading.document
    signed = [(quotation.start, quotation.end, quotation.close + 1) for quotation in document.quotations]
    for start, end, dash in (*signed, *_posts(document)):
        if end - start >= MIN_QUOTED_TOKENS and taken.isdisjoint((start, end - 1)):
            frame = _signed(document, (start, end), dash)
            if frame is not None:
                yield frame


def _posts(document: Document) -> Iterator[tuple[int, int, int]]:
    """The posts of a network that stand in the text as paragraphs of their own: "It rains. — Ada Brandt (@ada) May 1".

    Each is its first token, the end of what it says, and the dash before its name.
    """
    at = document.text.find("(@")
    while at >= 0:
        bracket = bisect_left(document.starts, at)
        low, _ = document.paragraph_bounds(bracket)
        near = range(bracket - 1, max(low, bracket - MAX_SIGNATURE_TOKENS), -1)
        dash = next((token for token in near if document.classes[token] & W.DASH), None)
        post = None if dash is None else trim(document, low, dash, W.QUOTE | W.DASH)
        if dash is not None and post is not None:
            yield *post, dash
        at = document.text.find("(@", at + 2)


def _signed(document: Document, content: Range, dash: int) -> Frame | None:
    if dash + 1 >= len(document.words) or not document.classes[dash] & W.DASH:
        return None
    end = _signature_end(document, dash + 1)
    if end is None:
        return None
    return Frame(
        cue=(dash, dash + 1),
        rule=SIGNED_RULE,
        content=(content,),
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
