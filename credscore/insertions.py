"""A verb -> its subject, past the appositions and clauses that stand between the two.

Polish sets every insertion between two commas, which ``phrases`` passes over. An English subject may carry several, and
a relative clause without any: "Ada Brandt, a baker from Kessel, who was there, said", "people who saw it said".
"""

from __future__ import annotations

from credscore.document import Document
from credscore.phrases import antecedent_start, phrase_before, skip_light_back
from credscore.spans import Range
from credscore.stretches import MAX_PHRASE_TOKENS, is_clause_verb, phrase_start, trim_lead
from credscore.words import WordClass as W

MAX_INSERTIONS = 5
MAX_RELATIVE_TOKENS = 16

_NAMES = W.HEAD | W.CAPITAL | W.DET | W.NUM | W.POSS
_CLAUSE_OPENER = W.REL | W.SUBORD
_RESTRICTIVE = frozenset("who whose whom which that".split())
_PARTICIPLES = ("ąc", "ący", "ąca", "ące", "any", "ana", "ani", "ane", "ony", "ona", "eni", "one")


def subject_before(document: Document, at: int, floor: int) -> Range | None:
    """The noun phrase that is the subject of a verb group which begins at ``at``, looked for from ``floor`` on."""
    found = phrase_before(document, at, floor)
    if at <= floor:
        return found
    end = skip_light_back(document, at, floor)
    if document.language.code != "en":
        return _polish_subject(document, end, floor, found)
    if end > floor and document.classes[end - 1] & (W.BRACKET | W.DASH):
        return (
            subject_before(document, opening, floor) if (opening := _opening_mark(document, end - 1, floor)) else found
        )
    if end > floor and document.lower[end - 1] == "that":
        return _before_that(document, end - 1, floor)
    if end > floor and document.classes[end - 1] & W.COMMA:
        comma = end - 1
        return _before_insertions(document, comma, floor) or found or _before_stray_comma(document, comma, floor)
    if found is None or found[0] > floor:
        return _before_relative(document, end, floor) or found
    return found


def _polish_subject(document: Document, end: int, floor: int, found: Range | None) -> Range | None:
    """The phrase before a Polish verb, or the one that opens its clause with nothing but insertions behind it.

    The second comma of the last one may be missing: "Jan Kos, dyrektor portu w Łebie powiedział".
    """
    classes = document.classes
    if end > floor and classes[end - 1] & W.COMMA:
        return _before_insertions(document, end - 1, floor) or found or _before_stray_comma(document, end - 1, floor)
    if found is None or found[0] <= floor + 1:
        return found
    before = found[0] - 1
    if is_clause_verb(document, before):
        return _before_unclosed(document, before, floor) or found
    if classes[before] & W.COMMA and classes[found[0]] & W.HEAD:
        start = trim_lead(document, phrase_start(document, before, floor), before)
        is_named = start < before and _opens_clause(document, start, floor) and classes[start] & W.FIRST_NAME
        return (start, found[1]) if is_named else found
    return found


def _before_unclosed(document: Document, verb: int, floor: int) -> Range | None:
    """The phrase before the relative clause of a verb that no comma closes: "Ludzie, którzy widzieli pożar mówią"."""
    for token in range(verb - 1, max(floor, verb - MAX_RELATIVE_TOKENS), -1):
        if document.classes[token] & W.REL and document.classes[token - 1] & W.COMMA:
            start = trim_lead(document, phrase_start(document, token - 1, floor), token - 1)
            return (start, token - 1) if start < token - 1 and _opens_clause(document, start, floor) else None
        if document.classes[token] & (W.MARK | W.FINITE | W.AUX):
            return None
    return None


def _opens_clause(document: Document, at: int, floor: int) -> bool:
    """Whether nothing but a conjunction or a mark stands before a token in its clause."""
    return at == floor or bool(document.classes[at - 1] & (W.THAT | W.MARK | W.COORD | W.SUBORD))


def _opening_mark(document: Document, mark: int, floor: int) -> int | None:
    """The bracket or dash that opened what a second one closes."""
    wanted = document.classes[mark] & (W.BRACKET | W.DASH)
    near = range(mark - 1, max(floor, mark - MAX_PHRASE_TOKENS), -1)
    return next((token for token in near if document.classes[token] & wanted), None)


def _before_that(document: Document, that: int, floor: int) -> Range | None:
    """The phrase that a relative "that" refers to: "a campaign that attacked him"; None after a verb, "said that"."""
    start = antecedent_start(document, that, floor)
    is_noun = start < that and not document.classes[that - 1] & (W.FINITE | W.AUX | W.ADV | W.PREP | W.MARK)
    return (start, that) if is_noun else None


def _before_insertions(document: Document, comma: int, floor: int) -> Range | None:
    """The phrase that begins its clause and has only insertions after it; with those that are appositions."""
    classes, is_english = document.classes, document.language.code == "en"
    best, end, name_end = None, comma, comma
    for _ in range(MAX_INSERTIONS):
        opening = _comma_before(document, end, floor)
        if opening is None or not _is_insertion(document, opening + 1, end):
            break
        if not _is_apposition(document, opening + 1, end):
            name_end = opening
        begin = phrase_start(document, opening, floor)
        start = trim_lead(document, begin, opening)
        is_object = begin > floor and bool(classes[begin - 1] & (W.FINITE | W.AUX | W.PREP))
        is_subject = start < opening and not is_object
        if is_english and not is_subject:
            break
        best, end = (start, name_end) if is_subject else best, opening
    return best


def _comma_before(document: Document, end: int, floor: int) -> int | None:
    """The last comma before a token, with neither another mark between them nor too many words."""
    for token in range(end - 1, max(floor, end - MAX_PHRASE_TOKENS), -1):
        if document.classes[token] & W.COMMA:
            return token
        if document.classes[token] & (W.STOP | W.COLON):
            return None
    return None


def _is_insertion(document: Document, start: int, end: int) -> bool:
    """Whether a stretch between commas can stand between a subject and its verb."""
    if start >= end:
        return False
    if document.language.code == "pl" and document.classes[start] & W.THAT:
        return any(word_class & (W.FINITE | W.AUX) for word_class in document.classes[start:end])
    is_clause = document.classes[start] & _INSERTION_OPENERS[document.language.code] or _is_participle(document, start)
    return bool(is_clause) or _is_apposition(document, start, end)


_INSERTION_OPENERS = {"en": _CLAUSE_OPENER | W.PREP | W.FINITE, "pl": _CLAUSE_OPENER | W.PREP}


def _is_participle(document: Document, token: int) -> bool:
    """Whether a word ends as the participles do that open an insertion: "Kos, mieszkający w Łebie, powiedział"."""
    return document.lower[token].endswith("ing" if document.language.code == "en" else _PARTICIPLES)


def _is_apposition(document: Document, start: int, end: int) -> bool:
    """Whether a stretch between commas is a noun phrase: a role, a place, an age."""
    classes = document.classes
    if classes[start] & (_CLAUSE_OPENER | W.PREP | W.COORD | W.PRONOUN | W.TIME):
        return False
    verbs = (t for t in range(start, end) if classes[t] & (W.AUX | W.QUOTE | W.REL) or is_clause_verb(document, t))
    verb = next(verbs, end)
    if _is_participle(document, start) and not classes[start] & _NAMES:
        return False
    return verb == end or bool(classes[verb] & W.REL)


def _before_relative(document: Document, at: int, floor: int) -> Range | None:
    """The phrase before a relative clause without commas that ends at ``at``: "people who saw the fire said"."""
    classes = document.classes
    has_verb = False
    for token in range(at - 1, max(floor, at - MAX_RELATIVE_TOKENS), -1):
        word_class = classes[token]
        if document.lower[token] in _RESTRICTIVE and has_verb:
            if not classes[token - 1] & (W.HEAD | W.CAPITAL | W.DET | W.NUM) or is_clause_verb(document, token - 1):
                return None
            start = trim_lead(document, phrase_start(document, token, floor), token)
            return (start, token) if start < token else None
        if word_class & (W.MARK | W.SUBORD):
            return None
        has_verb = has_verb or bool(word_class & W.AUX) or is_clause_verb(document, token)
    return None


def _before_stray_comma(document: Document, comma: int, floor: int) -> Range | None:
    """A long subject with a comma behind it that no other comma opens: "The results published today, show"."""
    first = document.classes[floor]
    is_subject = first & (W.DET | W.HEAD | W.CAPITAL) and not first & (W.PREP | W.SUBORD | W.ADV | W.TIME | W.PRONOUN)
    has_verb = any(c & (W.AUX | W.THAT | W.QUOTE) for c in document.classes[floor:comma])
    is_sure = document.language.code == "en" or bool(first & W.NOMINATIVE)
    return None if has_verb or not (is_subject and is_sure) or comma - floor > MAX_PHRASE_TOKENS else (floor, comma)
