"""English participles of reporting verbs with a by-phrase -> what is said of their subject, and by whom."""

from __future__ import annotations

from credscore.clauses import clause_end
from credscore.document import Document
from credscore.frames import Construction, Finding, Reading, ranges
from credscore.insertions import subject_before
from credscore.patterns import Match
from credscore.phrases import phrase_after
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_TITLE_TOKENS = 5
"""So many words may name what something was called, between the participle and by whom."""

_REST = frozenset("as of for to".split())
"""What leads the rest of a content behind the by-phrase: "was accused by X of fraud"."""


def passive(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """CONTENT was proposed by X; CONTENT, described by X as CONTENT; CONTENT was called CONTENT by X."""
    low, high = bounds
    document = reading.document
    by = None if reading.is_polish else _by_phrase(document, match, high)
    if by is None or not _takes_agent(reading, match):
        return None
    source = phrase_after(document, by + 1, high)
    named = subject_before(document, match.start, low)
    if source is None or named is None or not _is_agent(document, source):
        return None
    goes_on = source[1] < high and document.lower[source[1]] in _REST
    rest = (source[1], _rest_end(reading, source[1], high)) if goes_on else None
    title = (match.end, by) if by > match.end else None
    return Finding(ranges(document, named, title, rest), Construction.INDIRECT, source)


_KINDS = frozenset("say ask demand think judge".split())


def _takes_agent(reading: Reading, match: Match) -> bool:
    """Whether a cue is one participle of a verb that says something of its subject, not "contested by two runners"."""
    is_single = match.end - match.start == 1 and reading.has_tag(match, "ppart")
    return is_single and match.rule.kind in _KINDS and not match.rule.frames <= {"that", "wh", "np"}


def _is_agent(document: Document, phrase: Range) -> bool:
    """Whether a by-phrase names somebody, not the means: "by the mayor", not "by three brackets"."""
    return any(c & (W.HEAD | W.CAPITAL | W.PRONOUN | W.FIRST_NAME) for c in document.classes[slice(*phrase)])


def _rest_end(reading: Reading, start: int, high: int) -> int:
    """The end of what follows the by-phrase: at the comma that closes it, or with its clause."""
    end = clause_end(reading, start, high)
    return next((token for token in range(start, end) if reading.document.classes[token] & W.COMMA), end)


def _by_phrase(document: Document, match: Match, high: int) -> int | None:
    """The "by" that follows a participle, or the short title that it gives."""
    reach = MAX_TITLE_TOKENS if "as" in match.rule.frames else 0
    for token in range(match.end, min(match.end + reach + 1, high)):
        if document.lower[token] == "by":
            return token
        if document.classes[token] & (W.MARK | W.PREP | W.AUX | W.COORD):
            return None
    return None
