"""Cues that say something is only heard -> frames without a source: allegedly, is expected to, thought to be."""

from __future__ import annotations

from credscore.clauses import clause_end, outer_clause
from credscore.document import Document
from credscore.frames import Construction, Frame, Reading, ranges
from credscore.patterns import Match
from credscore.phrases import phrase_end
from credscore.spans import Range
from credscore.words import WordClass as W

_MANNERS = frozenset({"nieoficjalnie", "unofficially"})
"""Hearsay that right before a verb of speech only says in what manner somebody spoke: "nieoficjalnie ostrzegł"."""


def read_hearsay(reading: Reading, match: Match) -> Frame | None:
    """The frame of hearsay that names no source: the clause around the cue, or the noun of a Polish adjective."""
    document = reading.document
    low, high = reading.bounds(match.start)
    classes = document.classes
    if document.lower[match.start] in _MANNERS and reading.is_verb(match.end):
        return None
    if match.start - low > 1 and classes[match.end - 1] & (W.THAT | W.SUBORD) and reading.cue_at.get(match.start - 2):
        return None  # "nie sugerował, jakoby": a conjunction
    is_adjective = match.end - match.start == 1 and reading.has_tag(match, "sg:", "pl:")  # "za rzekomą zdradę"
    if is_adjective or _softens_noun(document, match, low):
        return _hearsay_frame(match, match.end, ranges(document, (match.end, phrase_end(document, match.end, high))))
    if reading.is_polish and "o" in document.lower[match.end - 1 : match.end + 1]:  # "od lat mówi się o sprzedaży"
        return _hearsay_frame(match, match.end, ranges(document, (match.end, clause_end(reading, match.end, high))))
    cue_end = next((t for t in range(match.start + 1, match.end) if document.lower[t] in _HEARD_FROM), match.end)
    if _is_reduced(document, match):
        return _hearsay_frame(match, cue_end, ranges(document, (cue_end, _reduced_end(document, match, high))))
    start = _hearsay_start(reading, match, low)
    end = _hearsay_end(reading, match, start, low, high)
    return _hearsay_frame(match, cue_end, ranges(document, (start, match.start), (cue_end, end)))


def _softens_noun(document: Document, match: Match, low: int) -> bool:
    """Whether an English adverb of hearsay stands within a noun phrase: "his allegedly failing shop"."""
    if document.language.code != "en" or match.end - match.start > 1 or match.start <= low:
        return False
    before = match.start - 1
    return bool(document.classes[before] & (W.DET | W.POSS)) or document.lower[before] in ("'s", "'")


def _hearsay_start(reading: Reading, match: Match, low: int) -> int:
    """Where what is heard begins: behind the verb, conjunction or comma before the cue."""
    classes = reading.document.classes
    joins = match.start > low and classes[match.start - 1] & W.COORD  # "and is said to"
    if not reading.is_polish and (joins or reading.document.lower[match.end - 1] == "of"):  # "is accused of"
        return match.start
    for token in range(match.start - 1, low - 1, -1):
        said = reading.cue_at.get(token)
        if said is not None and not reading.is_polish and said.rule.kind in ("say", "add") and token > low:
            return said.end
        if classes[token] & (W.THAT | W.REL | W.SUBORD) or (classes[token] & W.COMMA and match.start - token > 8):
            return token + 1
        if not reading.is_polish and classes[token] & W.COMMA and classes[token + 1] & W.COORD:
            return token + 2
    return low


def _hearsay_end(reading: Reading, match: Match, start: int, low: int, high: int) -> int:
    """Where what is heard ends: with its clause, which in English a conjunction of contrast or a comma may close."""
    if match.end >= high:
        return high
    classes, lower = reading.document.classes, reading.document.lower
    if reading.is_polish:
        return clause_end(reading, match.end, high)
    end = clause_end(reading, match.end, outer_clause(reading, (match.start, match.end), match.end, high))
    is_relative = any(c & W.REL for c in classes[max(low, start - 2) : start])
    if is_relative or (start == match.start and start > low and classes[start - 1] & W.THAT):  # ", which reportedly …,"
        end = next((token for token in range(match.end, end) if classes[token] & W.COMMA), end)
    return next((t for t in range(match.end + MIN_HEARD_TOKENS, end) if lower[t] in _CONTRASTS), end)


_HEARD_FROM = frozenset("to at by during in on next this today tomorrow tonight within".split())
"""Words of an English pattern of hearsay with which its content begins: "is expected | in May", "is said | to be"."""


def _is_reduced(document: Document, match: Match) -> bool:
    """Whether an English participle of hearsay belongs to the noun before it: "a man believed to be a diver"."""
    tags = document.tags(match.start, match.start + 1)
    return document.language.code == "en" and match.end - match.start > 1 and "ppart" in tags


def _reduced_end(document: Document, match: Match, high: int) -> int:
    """The end of what a participle says of its noun: at a mark, or before the verb of the noun."""
    ends = W.COMMA | W.DASH | W.BRACKET | W.STOP | W.AUX | W.REL
    return next((t for t in range(match.end + 1, high) if document.classes[t] & ends), high)


MIN_HEARD_TOKENS = 2
_CONTRASTS = frozenset("although though while but whereas".split())
"""English conjunctions behind which the article goes on in its own voice."""


def _hearsay_frame(match: Match, cue_end: int, content: tuple[Range, ...]) -> Frame | None:
    if not content:
        return None
    return Frame(
        cue=(match.start, cue_end),
        rule=match.rule,
        content=content,
        source=None,
        construction=Construction.HEARSAY,
    )
