"""English verbs in relative clauses -> what they report: "what she called CONTENT", "CONTENT that the union wants"."""

from __future__ import annotations

from credscore.document import Document
from credscore.frames import Construction, Finding, Reading, ranges, wording_of
from credscore.insertions import subject_before
from credscore.objects import object_end
from credscore.patterns import Match
from credscore.phrases import antecedent_start
from credscore.spans import Range
from credscore.verbforms import is_reporting
from credscore.words import WordClass as W

MAX_RELATIVE_TOKENS = 12
"""So far before its verb a relative word is looked for, the subject between them."""

_NAMING = frozenset("as is was are were".split())
"""Words between a verb and what it takes something for: "what he described as", "what he says is"."""


def free_relative(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """What X described as CONTENT; what X says is CONTENT; what X considers to be CONTENT."""
    low, high = bounds
    document = reading.document
    opener = _relative_before(reading, match, low)
    if opener is None or document.lower[opener] != "what":
        return None
    start = match.end
    while start < high and document.classes[start] & (W.ADV | W.TIME) and document.lower[start] not in _NAMING:
        start += 1
    if document.lower[start : start + 2] == ["to", "be"]:
        start += 2
    elif start < high and document.lower[start] in _NAMING:
        start += 1
    elif "as" not in match.rule.frames or start >= high or document.classes[start] & (W.MARK & ~W.QUOTE | W.PREP):
        return None
    end = object_end(reading, match, start, low, high)
    return Finding(ranges(document, (start, end)), wording_of(document, start, end), (opener + 1, match.start))


_OBJECTS = frozenset({"as", "np", "topic"})


def relative_object(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """CONTENT that X promised; CONTENT, which X has described as CONTENT."""
    low, high = bounds
    document = reading.document
    if match.rule.frames.isdisjoint(_OBJECTS) or match.rule.kind not in _KINDS:
        return None
    opener = _relative_before(reading, match, low)
    if opener is None or document.lower[opener] not in ("that", "which", "whom"):
        return None
    is_named = match.end < high and document.lower[match.end] == "as" and "as" in match.rule.frames
    if match.end < high and not is_named and not document.classes[match.end] & (W.MARK | W.TIME):
        return None
    noun_end = opener - bool(document.classes[opener - 1] & W.COMMA)
    is_joint = document.lower[opener] == "that" and document.classes[opener - 1] & _NO_NOUN
    if is_joint or is_reporting(reading, opener - 1):  # "showed that", "said on Friday that"
        return None
    noun = (_noun_start(document, antecedent_start(document, noun_end, low), noun_end), noun_end)
    rest = (match.end, object_end(reading, match, match.end, low, high)) if is_named else None
    source = subject_before(document, match.start, opener + 1)
    if noun[0] >= noun[1] or source is None:
        return None
    return Finding(ranges(document, noun, rest), Construction.INDIRECT, source)


def _noun_start(document: Document, start: int, end: int) -> int:
    """The last article or possessor of a stretch, where its noun phrase begins: "signed | the bill"."""
    return next((t for t in range(end - 2, start, -1) if document.classes[t] & (W.DET | W.POSS)), start)


_NO_NOUN = W.AUX | W.ADV | W.PREP | W.MARK | W.TIME
_KINDS = frozenset("judge want demand".split())


def _relative_before(reading: Reading, match: Match, low: int) -> int | None:
    """The relative word that opens the clause of an English verb, with its subject between the two."""
    document = reading.document
    if reading.is_polish:
        return None
    for token in range(match.start - 2, max(low, match.start - MAX_RELATIVE_TOKENS) - 1, -1):
        word_class = document.classes[token]
        if document.lower[token] in _OPENERS:
            return token if token > low or document.lower[token] == "what" else None
        if word_class & (W.STOP | W.COLON | W.QUOTE | W.THAT | W.SUBORD | W.FINITE) and not word_class & W.HEAD:
            return None
    return None


_OPENERS = frozenset("what that which whom".split())
