"""English verb cues -> what they report in a clause behind them that no conjunction opens: "said it rained"."""

from __future__ import annotations

from credscore.clauses import clause_end, outer_clause
from credscore.document import Document
from credscore.frames import Finding, Reading, ranges, wording_of
from credscore.insertions import subject_before
from credscore.outlets import staff_end
from credscore.patterns import Match
from credscore.phrases import phrase_after
from credscore.spans import Range
from credscore.stretches import is_clause_verb
from credscore.verbforms import is_reporting
from credscore.words import WordClass as W

MAX_SUBJECT_TOKENS = 24
"""So many tokens may stand before the verb of a clause that no conjunction opens."""


def bare_clause(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """English only: X said CONTENT; X told Y CONTENT."""
    _, high = bounds
    document = reading.document
    if reading.is_polish or "that" not in match.rule.frames:
        return None
    start = skip_addressee(reading, match, high)
    needs_that = match.rule.kind == "say" and "quote" not in match.rule.frames  # "held a trial"
    if needs_that or start >= high - 1 or document.classes[start] & W.MARK or _leads_no_clause(document, start):
        return None
    end = clause_end(reading, start, outer_clause(reading, (match.start, match.end), start, high))
    window = range(start, _subject_limit(document, match, start, end))
    has_verb = any(document.classes[token] & W.AUX or _is_verb(reading, token) for token in window)
    begins = document.lower[start] in _SUBJECT_PRONOUNS  # "said he came": not every past form is known
    if end - start < 3 or not (has_verb or begins or _says_a_clause(reading, match, start, end)):
        return None
    return Finding(ranges(document, (start, end)), wording_of(document, start, end), None, (match.end, start))


def _leads_no_clause(document: Document, start: int) -> bool:
    """Whether a preposition leads an object or circumstance of a verb, and rounds no number: "about 40 men"."""
    is_rounded = document.lower[start] in ("about", "over") and bool(document.classes[start + 1] & W.NUM)
    return document.lower[start] in _NO_SUBJECT and not is_rounded


def _says_a_clause(reading: Reading, match: Match, start: int, end: int) -> bool:
    """Whether what follows "say" can only be a clause, though no word in it is known as a verb: "say poor kids pay"."""
    if match.rule.id != "say" or end - start < MIN_CLAUSE_TOKENS:
        return False
    after = reading.document.lower[match.end]
    is_apart = reading.document.classes[match.end] & (W.PREP | W.ADV | W.NUM | W.MARK | W.REL) or after in _SAYABLE
    before = subject_before(reading.document, match.start, reading.bounds(match.start)[0])
    return not is_apart and (before is not None or reading.has_tag(match, "ing"))


MIN_CLAUSE_TOKENS = 4
"""Fewer words after "say" may as well be its object: "said a short prayer"."""

_SAYABLE = frozenset("something anything nothing everything so yes no thanks goodbye hello grace".split())
"""What opens an object of "say"."""

_NO_SUBJECT = frozenset("to by from with about against of for over into as during".split())
"""Prepositions that lead an object or circumstance of a verb, and no clause."""


def _subject_limit(document: Document, match: Match, start: int, end: int) -> int:
    """Where the verb of a bare clause must stand before, if what begins at ``start`` is one and no mere object."""
    classes = document.classes
    is_speech = match.rule.kind in ("say", "add")
    for token in range(start + 1, limit := min(start + (MAX_SUBJECT_TOKENS if is_speech else 14), end)):
        if classes[token - 1] & W.COMMA and classes[token] & (W.PREP | W.SUBORD | W.REL):
            return token  # "posted a parcel, after she moved"
        if classes[token] & W.COORD and match.rule.kind in ("demand", "judge", "want", "feel"):
            return token  # "demanded an inquiry and the mayor resigned"
    return limit


def _is_verb(reading: Reading, token: int) -> bool:
    return is_clause_verb(reading.document, token) or is_reporting(reading, token) or _is_third_person(reading, token)


def _is_third_person(reading: Reading, token: int) -> bool:
    """Whether an unknown English word in -s is a verb by what follows it: "poses no threat", "depends on"."""
    classes, word = reading.document.classes, reading.document.lower[token]
    if (
        not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
        or len(word) < 4
        or classes[token] & (W.CAPITAL | W.HEAD)
    ):
        return False
    after = classes[token + 1] if token + 1 < len(classes) else 0
    return bool(after & (W.DET | W.NEG | W.POSS)) and not classes[token - 1] & (W.DET | W.PREP | W.POSS)


def _behind_title(document: Document, at: int, high: int) -> int:
    """The first token behind the comma and mark that close the title of a programme, if one ends here."""
    close = next((t for t in range(at, min(at + 2, high)) if not document.classes[t] & W.COMMA), at)
    return close + 1 if close < high and close in document.name_marks else at


def _addressee_end(document: Document, start: int, end: int) -> int:
    """The end of a phrase that names whom a verb tells, before what begins another: "told reporters | the dam"."""
    for token in range(start + 1, end):
        is_subject = document.lower[token] in _SUBJECT_PRONOUNS
        if is_subject or (document.classes[token] & (W.DET | W.POSS) and not document.classes[token - 1] & W.DET):
            return token
    return end


_SUBJECT_PRONOUNS = frozenset("i he she it we they there".split())


def skip_addressee(reading: Reading, match: Match, high: int) -> int:
    """The first token after whom it was told and when."""
    document = reading.document
    classes = document.classes
    at = match.end
    if "to" in match.rule.frames:
        name = reading.names.get(at) or reading.names.get(at + 1)
        if name:
            at = _behind_title(document, staff_end(document, name[0], high), high)
        elif at < high and document.classes[at] & W.PRONOUN:
            at += 1
        else:
            phrase = phrase_after(document, at, min(at + 3, high))
            at = _addressee_end(document, *phrase) if phrase else at
    elif at + 1 < high and document.lower[at] == "to" and (name := reading.names.get(at + 1)):
        at = name[0]
    while at < high and (classes[at] & W.TIME or (classes[at] & W.PREP and at + 1 < high and classes[at + 1] & W.TIME)):
        at += 1 if classes[at] & W.TIME else 2
    return at
