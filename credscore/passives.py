"""Polish passives -> frames: "krytykowany za CONTENT", "CONTENT został potępiony przez X", "pytany, czy CONTENT"."""

from __future__ import annotations

from credscore.document import Document
from credscore.frames import Construction, Frame, Reading, ranges
from credscore.patterns import Match
from credscore.phrases import phrase_after, phrase_before
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_AUXILIARY_TOKENS = 4
"""So many tokens may part a participle from its auxiliary: "został w sobotę ostro skrytykowany"."""

_AUXILIARIES = ("jest", "są", "był", "została", "zostało", "został", "zostan", "zosta", "bywa")
_LEADING = frozenset({"o", "za", "jako"})
"""Words that lead what somebody is accused of, blamed for or taken for."""


def read_passive(reading: Reading, match: Match) -> Frame | None:
    """The frame of a stance in the passive: what it is about follows a preposition, or is its subject."""
    document = reading.document
    if not reading.has_tag(match, "ppas"):
        return None
    low, high = reading.bounds(match.start)
    if match.rule.kind == "ask":
        return _frame(match, ranges(document, _question(reading, match.end, high)), None)
    if match.rule.kind not in ("judge", "think"):
        return None
    auxiliary = _auxiliary_before(document, match.start, low)
    if auxiliary is None:
        return None
    start = match.end
    while start < high and document.classes[start] & (W.ADV | W.PARTICLE):
        start += 1
    agent = next((t for t in range(start, high) if document.lower[t] == "przez"), None)
    content: Range | None
    if start < high and document.lower[start] in _LEADING:
        content = _object_from(document, start + 1, agent if agent is not None and agent > start else high)
    elif agent == start:
        content = phrase_before(document, auxiliary, low)
    else:
        return None
    source = phrase_after(document, agent + 1, high) if agent is not None else None
    return _frame(match, ranges(document, content), source)


def _frame(match: Match, content: tuple[Range, ...], source: Range | None) -> Frame | None:
    if not content:
        return None
    return Frame(
        cue=(match.start, match.end),
        rule=match.rule,
        content=content,
        source=source,
        construction=Construction.INDIRECT,
    )


def _question(reading: Reading, start: int, high: int) -> Range | None:
    """What somebody is asked, up to the main clause: "pytany, czy wróci, odparł", "zapytany o cenę odparł"."""
    document = reading.document
    first = start + 1 if start < high and document.classes[start] & W.COMMA else start
    is_topic = first < high and document.lower[first] == "o"
    if is_topic:
        first += 1
    elif first >= high or document.lower[first] not in _QUESTIONS:
        return None
    ends = (t for t in range(first + 1, high) if document.classes[t] & W.COMMA or (is_topic and reading.is_verb(t)))
    return first, next(ends, high)


_QUESTIONS = frozenset("czy jak dlaczego kiedy ile co kto gdzie".split())


def _object_from(document: Document, start: int, high: int) -> Range:
    """What somebody is accused of or taken for: up to a comma, or the clause behind "o to, że"."""
    comma = next((token for token in range(start, high) if document.classes[token] & W.COMMA), high)
    is_clause = comma == start + 1 and comma + 2 < high and bool(document.classes[comma + 1] & W.THAT)
    return (comma + 2, high) if is_clause else (start, comma)


def _auxiliary_before(document: Document, at: int, low: int) -> int | None:
    """The form of "być" or "zostać" that goes with a participle."""
    for token in range(at - 1, max(low, at - MAX_AUXILIARY_TOKENS - 1) - 1, -1):
        if document.classes[token] & W.MARK:
            return None
        if document.lower[token].startswith(_AUXILIARIES):
            return token
    return None
