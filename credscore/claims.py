"""Noun cues -> frames: claims, promises, demands and questions with the clause that says what they hold."""

from __future__ import annotations

from credscore.clauses import NEWS_THAT, PURPOSE, clause_end, subject_clause
from credscore.document import Document
from credscore.frames import Construction, Frame, Reading, ranges, trim
from credscore.patterns import Match
from credscore.phrases import phrase_before, phrase_end
from credscore.spans import Range
from credscore.stretches import is_clause_verb
from credscore.words import WordClass as W

MAX_OWNER_TOKENS = 8
"""So many tokens may stand between a noun and its clause: whose claim it is."""

_WHETHER = frozenset("czy kto komu jak dlaczego co whether how why who".split())


def read_noun(reading: Reading, match: Match) -> Frame | None:
    """The frame of a noun with a clause: "informacje Reutersa, że …", "the company's claim that …", "a plan to …"."""
    low, high = reading.bounds(match.start)
    joint = _joint(reading, match, high)
    if joint is not None:
        end = clause_end(reading, joint[1], subject_clause(reading, match.start, joint[1], high))
    elif (joint := _preposition(reading, match, high)) is not None:
        end = phrase_end(reading.document, joint[1], high)
    else:
        return None
    owner = _owner_of(reading, match, low, joint[0])
    content = ranges(reading.document, (joint[1], _main_verb(reading, joint, end)))
    is_that = joint[1] > joint[0]
    if not content or (owner is None and not is_that and not _speaks_alone(reading, match, joint[0])):
        return None
    return Frame(
        cue=(match.start, match.end),
        rule=match.rule,
        content=content,
        source=owner or (match.start, match.end),
        construction=Construction.INDIRECT,
    )


def _joint(reading: Reading, match: Match, high: int) -> Range | None:
    """Where the clause of a noun begins: its conjunction, or an empty range before a word that belongs to it."""
    document = reading.document
    classes, frames = document.classes, match.rule.frames
    has_owner = match.end < high and document.lower[match.end] in _OWNING
    for token in range(match.end, min(high, match.end + MAX_OWNER_TOKENS)):
        word_class, word = classes[token], document.lower[token]
        follows = token == match.end or bool(classes[token - 1] & W.COMMA)
        if (
            word in NEWS_THAT
            and word_class & (W.THAT | W.SUBORD)
            and "that" in frames
            and not _is_time(document, token + 1)
        ):
            is_joined = reading.is_polish or token == match.end or bool(classes[match.end] & W.PREP)
            return (token, token + 1) if is_joined else None
        if word in PURPOSE and follows and frames & {"aby", "that"} and reading.is_polish:
            return token, token + 1
        is_led = token - 1 == match.end and _is_topic(document, match.end)
        if word in _WHETHER and "wh" in frames and (follows or is_led):
            return token, token
        if word == "to" and (follows or has_owner) and "inf" in frames and _opens_infinitive(document, token):
            return token, token
        if word_class & (W.FINITE | W.AUX) and not word_class & W.HEAD:
            return None
        if word_class & (W.STOP | W.COLON | W.QUOTE) or reading.is_verb(token):
            return None
        if word_class & W.COMMA and not _is_joint_next(document, token):
            return None
    return None


def _main_verb(reading: Reading, joint: Range, end: int) -> int:
    """Where an English infinitive ends and its sentence goes on: "his decision to leave the club | will hurt it"."""
    document = reading.document
    if joint[1] >= end or document.lower[joint[1]] != "to":
        return end
    for token in range(joint[1] + 2, end):
        word_class = document.classes[token]
        if word_class & (W.THAT | W.REL | W.SUBORD | W.COMMA):
            return end
        if word_class & W.AUX and not word_class & W.HEAD:
            return token
    return end


def _preposition(reading: Reading, match: Match, high: int) -> Range | None:
    """Where a preposition leads what a noun is about: "apel o spokój", "obawy mieszkańców przed powodzią".

    An English one belongs to the content: "her call for calm", "the union's criticism of the plan".
    """
    document = reading.document
    if "pp" not in match.rule.frames or match.end >= high:
        return None
    if not reading.is_polish:
        at = match.end
        if document.lower[at] in _OWNING:
            at = _owner_end(document, at + 1, high)
        is_led = at + 1 < high and _is_topic(document, at) and document.lower[at + 1] != "comment"
        is_told = document.lower[at : at + 1] == ["to"] and match.rule.kind in ("say", "ask", "demand")
        return (at, at) if is_led and not is_told else None
    for token in range(match.end, min(high - 1, match.end + MAX_OWNER_TOKENS)):
        if document.lower[token] in _LEADING:
            return token, token + 1
        if document.classes[token] & (W.MARK | W.PREP | W.FINITE | W.AUX | W.COORD):
            return None
    return None


def _owner_end(document: Document, start: int, high: int) -> int:
    """The first preposition behind an owner that leads a topic: "concern among nurses | about the wards"."""
    near = range(start + 1, min(high, start + MAX_OWNER_TOKENS))
    return next((t for t in near if document.classes[t] & (W.PREP | W.MARK | W.AUX)), high)


def _is_topic(document: Document, token: int) -> bool:
    """Whether an English preposition stands there that leads what a noun is about."""
    return document.lower[token] in _TOPIC_PREPOSITIONS


def _opens_infinitive(document: Document, to: int) -> bool:
    """Whether "to" may open an infinitive: not "a request to the board"."""
    after = document.classes[to + 1] if to + 1 < len(document.classes) else W.STOP
    return not after & (W.DET | W.POSS | W.CAPITAL | W.PRONOUN | W.MARK & ~W.QUOTE)


def _speaks_alone(reading: Reading, match: Match, joint: int) -> bool:
    """Whether an English noun says by itself that somebody speaks, whoever it is: "calls for calm"."""
    leads = _ALONE.get(match.rule.kind, frozenset())
    return not reading.is_polish and "pp" in match.rule.frames and reading.document.lower[joint] in leads


_LEADING = frozenset({"o", "przed"})
_OWNING = frozenset({"among", "by", "from"})
"""English prepositions that lead whose claim it is."""

_TOPIC_PREPOSITIONS = frozenset("about against for of on over regarding to toward towards with".split())
_ALONE = {
    "say": frozenset({"about", "of", "over", "regarding", "whether", "how"}),
    "feel": frozenset({"about", "of", "over", "regarding", "for"}),
    "judge": frozenset({"about", "of", "over", "regarding", "to"}),
    "demand": frozenset({"for", "to"}),
    "ask": frozenset({"whether", "how", "why", "who"}),
}
"""What leads the content of a noun that needs no owner, by the kind of the noun."""


def _is_time(document: Document, token: int) -> bool:
    """Whether a word for a time stands there: "that night" is no clause."""
    return token < len(document.classes) and bool(document.classes[token] & W.TIME)


def _is_joint_next(document: Document, token: int) -> bool:
    after = document.lower[token + 1 : token + 2]
    return bool(after) and after[0] in NEWS_THAT | PURPOSE | _WHETHER


def _owner_of(reading: Reading, match: Match, low: int, joint: int) -> Range | None:
    """Whose claim it is: a genitive or by-phrase after the noun, a possessor before it."""
    document = reading.document
    after = trim(document, match.end, joint)
    if after is not None:
        start = after[0] + 1 if document.classes[after[0]] & W.PREP else after[0]
        return (start, after[1]) if start < after[1] else None
    before = match.start - 1
    if before > low and document.lower[before] in ("'s", "'"):
        return _possessor(document, before, low)
    if before >= low and document.classes[before] & W.POSS:
        return before, match.start
    return None


def _possessor(document: Document, end: int, low: int) -> Range | None:
    """The noun phrase before a possessive mark, with no verb or preposition in it: "in a report on | the mayor's"."""
    classes = document.classes
    if document.language.code == "pl":
        return phrase_before(document, end, low)
    start = end
    while start > max(low, end - MAX_OWNER_TOKENS) and not classes[start - 1] & _BEFORE_POSSESSOR:
        if is_clause_verb(document, start - 1):
            break
        start -= 1
        if classes[start] & (W.DET | W.POSS):
            break
    return (start, end) if start < end else None


_BEFORE_POSSESSOR = W.PREP | W.MARK | W.AUX | W.THAT | W.REL | W.SUBORD | W.COORD | W.ADV
