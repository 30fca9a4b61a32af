"""Verbs and prepositions -> which words a verb governs: what it says, rather than when, where and to whom."""

from __future__ import annotations

from credscore.document import Document
from credscore.frames import Reading
from credscore.patterns import Match
from credscore.words import WordClass as W

GOVERNED = {
    "o": frozenset("say ask add reply demand think feel want".split()),
    "do": frozenset({"demand"}),
    "za": frozenset({"judge"}),
    "z": frozenset({"judge"}),
    "przeciw": frozenset({"judge"}),
    "przeciwko": frozenset({"judge"}),
}
"""Polish prepositions that lead what is said, and the kinds of verbs that govern them."""
CIRCUMSTANCES = frozenset("w we podczas przez po u bez pod przy między wśród mimo poza spod sprzed".split())
"""Prepositions of when, where and how; in English they may as well lead what is said."""


def behind_circumstance(reading: Reading, match: Match, start: int, high: int) -> int:
    """Where a Polish object begins behind a time, a place or whom it was told: "wezwał w piątek gminę do pomocy"."""
    document = reading.document
    if not reading.is_polish:
        return start
    at = start
    while at < high and _is_time_next(document, at, high):
        at += 2
    has_more = at < high and not document.classes[at] & W.MARK
    if not has_more or "pp" not in match.rule.frames or governs(match, document.lower[at]):
        return at if has_more else start
    if "to" not in match.rule.frames and document.lower[at] not in CIRCUMSTANCES:
        return at if "np" in match.rule.frames else start
    for token in range(at + 1, min(high, at + MAX_ADDRESSEE_TOKENS)):
        if governs(match, document.lower[token]):
            return token
        if document.classes[token] & (W.MARK | W.THAT | W.REL | W.AUX | W.COORD) or reading.is_verb(token):
            break
    return start


MAX_ADDRESSEE_TOKENS = 9
"""So many tokens may name whom a verb addresses and where, before what it is about."""


def _is_time_next(document: Document, token: int, high: int) -> bool:
    """Whether a preposition leads a time: "w piątek"."""
    is_inside = token + 1 < high and bool(document.classes[token] & W.PREP)
    return is_inside and bool(document.classes[token + 1] & W.TIME)


def governs(match: Match, preposition: str) -> bool:
    """Whether a preposition leads what a Polish verb says."""
    return match.rule.kind in GOVERNED.get(preposition, ())


def is_circumstance(preposition: str, match: Match) -> bool:
    """Whether a preposition behind a verb leads no object; "od" does so of demands alone: "zażądał od gminy ciszy"."""
    if preposition in ("z", "ze", "do"):  # "tłumaczyć się z błędu", but not "powiedział z uśmiechem do gościa"
        return match.rule.kind in ("say", "add", "reply") and match.end - match.start == 1
    return preposition in CIRCUMSTANCES or (preposition == "od" and match.rule.kind != "demand")


def instrumental_after(reading: Reading, match: Match, start: int, high: int) -> int | None:
    """Where what a Polish verb threatens with begins: "grożą strajkiem", "zagroził mu zwolnieniem".

    In the present singular things threaten more often than people do: "grozi utratą pracy".
    """
    document = reading.document
    if match.rule.kind == "want" and reading.has_tag(match, "fin:sg"):
        return None
    for token in range(start, min(high, start + MAX_BETWEEN_TOKENS)):
        if document.classes[token] & (W.MARK | W.PREP | W.AUX | W.THAT | W.COORD):
            return None
        if document.lower[token].endswith(_INSTRUMENTAL) and not document.classes[token] & W.FINITE:
            return token
    return None


MAX_BETWEEN_TOKENS = 4
"""So many tokens may name whom a verb threatens before what it threatens with."""
_INSTRUMENTAL = ("em", "ami", "ą", "ymi", "imi")
