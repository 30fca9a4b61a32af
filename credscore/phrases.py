"""Places in a sentence -> the noun phrases and clauses that begin or end there, by word classes alone.

There is no parser: a phrase is what lies between words that cannot stand inside one. All bounds are tokens.
"""

from __future__ import annotations

from credscore.agreement import RELATIVES, agreeing_start, is_adjective
from credscore.document import Document
from credscore.marks import is_spaced_dash
from credscore.spans import Range
from credscore.stretches import (
    BARRIER,
    MAX_PHRASE_TOKENS,
    WEAK_PRONOUNS,
    after_prepositional,
    circumstance_start,
    is_clause_verb,
    is_time_next,
    phrase_start,
    raising_start,
    trim_lead,
)
from credscore.words import WordClass as W

MAX_APPOSITION_TOKENS = 14
MAX_ADJECTIVES = 2
"""So many adjectives may stand before the role that begins a Polish apposition."""

_LIGHT = W.ADV | W.AUX | W.NEG | W.PARTICLE
_INNER_PREPS = {
    "pl": frozenset("z ze od ds dla do przy ws przeciw przeciwko".split()),
    "en": frozenset("of for from at with to in on".split()),
}


def phrase_before(document: Document, at: int, floor: int) -> Range | None:
    """The noun phrase that ends before a verb group which begins at ``at``, looking back no further than ``floor``.

    An apposition between commas belongs to it; a relative clause between commas is passed over.
    """
    classes, lower = document.classes, document.lower
    end = skip_light_back(document, at, floor)
    if end <= floor:
        return None
    last = classes[end - 1]
    if last & W.COORD:
        return None
    if last & W.REL:
        return _antecedent(document, end - 1, floor)
    if last & W.COMMA:
        return _before_insertion(document, end - 1, floor)
    if last & W.MARK and not last & (W.BRACKET | W.QUOTE) and lower[end - 1] != "%":
        return None
    start = trim_lead(document, begin := phrase_start(document, end, floor), end)
    opener = begin + (lower[begin] in _FOCUS)  # "even as he said"
    if start >= end and opener + 1 < end and lower[opener] in _CLAUSE_PREPOSITIONS:  # "after one resident said"
        start = opener + 1
    if start >= end and begin > floor and lower[begin - 1] in RELATIVES:  # "który od lat mówi"
        return _antecedent(document, begin - 1, floor)
    if start >= end:
        return _with_participle(document, begin, end, floor)
    return start, circumstance_start(document, start, end) if document.language.code == "pl" else end


_CLAUSE_PREPOSITIONS = frozenset("after before until till since as than".split())
_FOCUS = frozenset("even just only shortly soon long days weeks hours".split())
"""English prepositions that may as well open a clause, its subject right behind them, and what goes before them."""


def _with_participle(document: Document, begin: int, end: int, floor: int) -> Range | None:
    """The phrase that a participle with its own phrase belongs to: "a study published in Nature"."""
    verb = begin - 1
    is_participle = (
        document.language.code == "en"
        and verb > floor
        and document.classes[verb] & W.FINITE
        and document.classes[begin] & W.PREP
        and document.classes[verb - 1] & W.HEAD
    )
    if not is_participle:
        return None
    start = trim_lead(document, phrase_start(document, verb, floor), verb)
    return (start, end) if start < verb else None


def skip_light_back(document: Document, at: int, floor: int) -> int:
    """The end of what stands before the adverbs, auxiliaries and times that lean on a verb."""
    classes = document.classes
    end = at
    while end > floor:
        word_class = classes[end - 1]
        if word_class & W.MARK:
            break
        if document.lower[end - 1] == "to" and (raising := raising_start(document, end - 1)) is not None:
            end = max(raising, floor)
            continue
        if word_class & W.CAPITAL and end - 1 > floor and classes[end - 2] & W.CAPITAL:
            break
        if word_class & (_LIGHT | W.TIME) or _leans_on_verb(document, end - 1, floor):
            if word_class & W.TIME and word_class & W.CAPITAL and end - 1 == floor:
                break
            end -= 1
        elif word_class & W.PREP and end < at and classes[end] & W.TIME:
            end -= 1
        else:
            break
    return end


def _leans_on_verb(document: Document, token: int, floor: int) -> bool:
    """Whether a weak pronoun, an adverb of manner or a quantifier off its noun stands there: "they have all said"."""
    word = document.lower[token]
    if word in WEAK_PRONOUNS[document.language.code] or _is_manner(document, token):
        return True
    return word in _QUANTIFIERS and token > floor and bool(document.classes[token - 1] & _QUANTIFIED)


_QUANTIFIERS = frozenset("all both each once since".split())
"""Words that lean on a verb behind a subject or auxiliary: "the unions both said", "she has since said"."""

_QUANTIFIED = W.AUX | W.PRONOUN | W.HEAD | W.CAPITAL


def _is_manner(document: Document, token: int) -> bool:
    """Whether an English word in -ly that no lexicon knows tells how something was done: "abruptly said"."""
    is_word = document.language.code == "en" and not document.classes[token] and document.lower[token].endswith("ly")
    return is_word and token > 0 and not document.classes[token - 1] & (W.DET | W.POSS | W.PREP)


def _antecedent(document: Document, relative: int, floor: int) -> Range | None:
    """The noun phrase that a relative pronoun refers to."""
    end = relative
    while end > floor and document.classes[end - 1] & (W.COMMA | W.PREP):
        end -= 1
    start = agreeing_start(document, document.lower[relative], phrase_start(document, end, floor), end)
    start = antecedent_start(document, end, floor) if start is None else start
    return (start, end) if start < end else None


def antecedent_start(document: Document, end: int, floor: int) -> int:
    """Where the noun phrase begins that ends at ``end`` and that a relative clause is about.

    Behind nothing but prepositional phrases it is the last one's: "the calls came from a child, who said".
    """
    begin = phrase_start(document, end, floor)
    start = trim_lead(document, begin, end)
    if start < end:
        return start
    return next((t + 1 for t in range(end - 1, begin - 1, -1) if document.classes[t] & W.PREP), end)


def _before_insertion(document: Document, comma: int, floor: int) -> Range | None:
    """The phrase that an insertion between commas follows, with the insertion when it is an apposition."""
    classes = document.classes
    opening = comma - 1
    while opening > floor and not classes[opening] & W.COMMA:
        if comma - opening > MAX_PHRASE_TOKENS or classes[opening] & (W.STOP | W.COLON):
            return None
        opening -= 1
    if opening <= floor:
        return None
    start = trim_lead(document, phrase_start(document, opening, floor), opening)
    if start >= opening:
        return None
    inserted = classes[opening + 1 : comma]
    if not inserted or any(word_class & W.QUOTE for word_class in inserted):
        return None
    names = W.HEAD | W.CAPITAL | W.DET | W.NUM | W.POSS
    is_clause = any(c & (W.REL | W.AUX | W.THAT | W.SUBORD) or (c & W.FINITE and not c & names) for c in inserted)
    return (start, opening) if is_clause or not inserted[0] & names else (start, comma)


def phrase_after(document: Document, at: int, ceiling: int) -> Range | None:
    """The noun phrase that begins after a verb group or preposition ending at ``at``, up to ``ceiling``.

    Adverbs, times and prepositional phrases before it are passed over.
    """
    start = _skip_light_forward(document, at, ceiling)
    if start >= ceiling:
        return None
    end = phrase_end(document, start, ceiling)
    return (start, end) if start < end else None


def _skip_light_forward(document: Document, at: int, ceiling: int) -> int:
    classes, lower = document.classes, document.lower
    while at < ceiling:
        word_class = classes[at]
        if lower[at] in ("jeden", "jedna", "one"):
            break
        if word_class & W.NUM and (lower[at + 1 : at + 2] == ["proc"] or _counts_heads(classes, at + 1, ceiling)):
            break
        if word_class & (W.ADV | W.AUX | W.NEG | W.PARTICLE | W.TIME | W.NUM) and not word_class & (W.DET | W.CAPITAL):
            at += 1
        elif word_class & W.TIME and not word_class & W.FIRST_NAME:
            at += 1
        elif lower[at] in WEAK_PRONOUNS[document.language.code] or _is_addressee(document, at):
            at += 1
        elif word_class & W.PREP:
            at = after_prepositional(document, at, ceiling)
        else:
            break
    return at


def _counts_heads(classes: list[int], start: int, ceiling: int) -> bool:
    return any(word_class & W.HEAD for word_class in classes[start : min(start + 2, ceiling)])


def _is_addressee(document: Document, token: int) -> bool:
    """Whether a Polish role noun stands in the dative only: "dziennikarzom"."""
    if not document.classes[token] & W.HEAD or document.classes[token] & W.NOMINATIVE:
        return False
    return any(":dat" in tag for tag in document.tags(token, token + 1))


def phrase_end(document: Document, start: int, ceiling: int) -> int:
    """The end of the noun phrase that begins at ``start``; an apposition after a comma belongs to it."""
    classes = document.classes
    at = start
    limit = min(ceiling, start + MAX_PHRASE_TOKENS)
    while at < limit:
        if classes[at] & W.COMMA:
            return apposition_end(document, at, limit) or at
        if _ends_phrase(document, at, start, limit):
            break
        at += 1
    while at > start and classes[at - 1] & _HANGING and not classes[at - 1] & W.CAPITAL:
        at -= 1
    return at


_HANGING = W.PREP | W.COORD | W.ADV | W.DET | W.NEG
"""Words that no noun phrase ends with."""


def _ends_phrase(document: Document, at: int, start: int, limit: int) -> bool:
    """Whether a token cannot stand in the noun phrase that begins at ``start``."""
    word_class = document.classes[at]
    if word_class & BARRIER and not word_class & W.DET:
        return True
    if word_class & W.DASH:
        return is_spaced_dash(document, at) or at + 1 == limit
    if word_class & W.QUOTE:
        return at not in document.name_marks
    if is_clause_verb(document, at):
        return True
    if at == start:
        return False
    if word_class & W.PREP:
        is_inner = document.lower[at] in _INNER_PREPS[document.language.code] or _is_before_name(document, at, limit)
        return not is_inner or is_time_next(document, at, limit)
    is_time = word_class & W.TIME and (document.language.code == "en" or not word_class & W.CAPITAL)
    is_time = is_time and not _is_in_name(document, at)
    return bool(is_time or word_class & W.BRACKET)


def _is_in_name(document: Document, token: int) -> bool:
    """Whether a word for a time is part of a name: "the Evening Lamp"."""
    after = document.classes[token + 1] if token + 1 < len(document.classes) else 0
    return bool(document.classes[token] & after & W.CAPITAL) and not after & W.TIME


def _is_before_name(document: Document, preposition: int, limit: int) -> bool:
    """Whether a Polish place goes between an office and its holder: "rzecznik straży w Łomży Jan Kos"."""
    if document.language.code != "pl":
        return False
    for token in range(preposition + 1, min(preposition + 4, limit)):
        if document.classes[token] & W.FIRST_NAME and token > preposition + 1:
            return True
        if not document.classes[token] & W.CAPITAL:
            return False
    return False


def apposition_end(document: Document, comma: int, limit: int) -> int | None:
    """The end of the apposition that a comma opens, or None when something else follows."""
    classes = document.classes
    first = comma + 1
    if first >= limit or classes[first] & (W.THAT | W.REL | W.PRONOUN) or not _opens_apposition(document, first, limit):
        return None
    at = first
    while at < min(limit, first + MAX_APPOSITION_TOKENS):
        word_class = classes[at]
        if word_class & (W.COMMA | W.STOP | W.DASH | W.COLON | W.QUOTE):
            return at
        if word_class & (W.AUX | W.REL | W.THAT) or (word_class & W.FINITE and not word_class & (W.HEAD | W.CAPITAL)):
            return None
        at += 1
    return at if at == limit else None


def _opens_apposition(document: Document, first: int, limit: int) -> bool:
    """Whether an apposition may begin at a token: a noun, a name, or in Polish an adjective or two before a role."""
    if document.classes[first] & (W.HEAD | W.CAPITAL | W.DET):
        return True
    last = min(first + MAX_ADJECTIVES, limit - 1) if document.language.code == "pl" else first
    nouns = (token for token in range(first, last + 1) if document.classes[token] & W.HEAD)
    noun = next(nouns, None)
    return noun is not None and all(is_adjective(document, token) for token in range(first, noun))
