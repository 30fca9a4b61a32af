"""Places in a text -> how far back one noun phrase reaches, and which of its outer words do not belong to it."""

from __future__ import annotations

from credscore.document import Document
from credscore.words import WordClass as W

MAX_PHRASE_TOKENS = 24

BARRIER = W.STOP | W.COLON | W.THAT | W.REL | W.SUBORD | W.AUX
"""What stands inside no noun phrase."""

WEAK_PRONOUNS = {
    "pl": frozenset("się mu jej im mi nam mnie go ją to".split()),
    "en": frozenset("him her them me us himself herself themselves itself".split()),
}
"""Pronouns that lean on a verb rather than being its subject."""


def phrase_start(document: Document, end: int, floor: int) -> int:
    """The first token of the stretch before ``end`` that holds nothing which ends a noun phrase."""
    classes, lower = document.classes, document.lower
    start = end
    lowest = max(floor, end - MAX_PHRASE_TOKENS)
    weak = WEAK_PRONOUNS[document.language.code]
    while start > lowest:
        word_class = classes[start - 1]
        if word_class & (BARRIER | W.COMMA | W.DASH) and not word_class & W.DET:
            break
        if word_class & W.QUOTE and start - 1 not in document.name_marks:
            break
        if is_clause_verb(document, start - 1) or lower[start - 1] == "according":
            break
        if word_class & W.COORD and _is_clause_joint(document, start - 1, lowest):
            break
        if lower[start - 1] in weak and start != end and not word_class & W.POSS:
            break
        if lower[start - 1] == "to" and (start == end or _leads_no_noun(document, start - 1)):
            break
        start -= 1
    return start


def _leads_no_noun(document: Document, to: int) -> bool:
    """Whether an English "to" opens an infinitive or ends "according to", and is in no noun phrase."""
    is_noun = document.classes[to + 1] & W.HEAD and "base" not in document.tags(to + 1, to + 2)
    is_infinitive = not (is_noun or document.classes[to + 1] & (W.DET | W.POSS | W.NUM | W.CAPITAL))
    return is_infinitive or (to > 0 and document.lower[to - 1] == "according")


def is_clause_verb(document: Document, token: int) -> bool:
    """Whether a token is a verb that no noun phrase holds: not the participle in "two unnamed officials"."""
    word_class = document.classes[token]
    if not word_class & W.FINITE or word_class & (W.HEAD | W.CAPITAL):
        return False
    is_participle = document.language.code == "en" and document.lower[token].endswith("ed")
    if not is_participle or token == 0 or token + 1 >= len(document.words):
        return True
    if document.lower[token - 1] in _ARTICLES:
        return False
    is_led = document.classes[token - 1] & (W.DET | W.NUM | W.POSS | W.PREP)
    return not (is_led and document.classes[token + 1] & (W.HEAD | W.CAPITAL))


_ARTICLES = frozenset({"a", "an", "the"})


def _is_clause_joint(document: Document, joint: int, floor: int) -> bool:
    """Whether a conjunction joins clauses: a verb stands shortly before it, in the same clause."""
    for token in range(joint - 1, max(floor, joint - 6) - 1, -1):
        word_class = document.classes[token]
        if word_class & W.THAT:
            return False
        if word_class & (W.FINITE | W.AUX) and not word_class & W.HEAD:
            return True
    return False


def trim_lead(document: Document, start: int, end: int) -> int:
    """The start of a phrase without leading adverbs, conjunctions, times and prepositional phrases."""
    classes = document.classes
    while start < end:
        word_class = classes[start]
        if word_class & (W.COORD | W.TIME | W.MARK | W.PARTICLE | W.NEG) and not (
            word_class & W.QUOTE and start in document.name_marks
        ):
            start += 1
        elif word_class & W.ADV and not word_class & (W.DET | W.NUM) and not _names_a_place(document, start, end):
            start += 1
        elif word_class & W.PREP and not _is_rounded(document, start, end):
            if _is_year(document, start + 1, end):
                return start + 2
            start = after_prepositional(document, start, end)
        else:
            break
    return start


def _is_rounded(document: Document, token: int, end: int) -> bool:
    """Whether a preposition rounds a number rather than leading a phrase: "about two percent", "over 90 residents"."""
    if token + 1 >= end:
        return False
    is_limit = document.lower[token] == "at" and document.lower[token + 1] in ("least", "most")
    return is_limit or (document.lower[token] in _ROUNDING and bool(document.classes[token + 1] & W.NUM))


def _is_year(document: Document, token: int, end: int) -> bool:
    """Whether a year stands there with more behind it: "In 2012 Brandt"."""
    word = document.lower[token] if token + 1 < end else ""
    return len(word) == 4 and word.isdigit() and word.startswith(("1", "2"))


_ROUNDING = frozenset("about around over under near ponad około blisko prawie".split())


def _names_a_place(document: Document, token: int, end: int) -> bool:
    """Whether a capitalised adverb within a sentence is part of a name: "South Korean media"."""
    has_name = token + 1 < end and document.classes[token] & document.classes[token + 1] & W.CAPITAL
    return bool(has_name) and not document.begins_sentence(token)


def after_prepositional(document: Document, start: int, end: int) -> int:
    """The first token after the prepositional phrase that begins at ``start``."""
    classes = document.classes
    at = start + 1
    if at < end and classes[at] & (W.DET | W.POSS | W.NUM):
        at += 1
    at, doubtful = min(at + 1, end), None
    while at < end and not (doubtful is not None and classes[at] & _APART):
        if _begins_phrase(document, at):
            if not _may_be_genitive(document, at):
                return at
            doubtful = at if doubtful is None else doubtful
        at += 1
    return at if doubtful is None else doubtful


_APART = W.MARK | W.COORD | W.FINITE | W.AUX


def _may_be_genitive(document: Document, token: int) -> bool:
    """Whether a Polish name may as well belong to the noun before it: "po głosowaniu Rady Kos", "Rady głosowały"."""
    is_name = (
        document.language.code == "pl" and document.classes[token] & W.HEAD and document.classes[token] & W.CAPITAL
    )
    return bool(is_name) and any(tag.startswith("sg:gen") for tag in document.tags(token, token + 1))


def _begins_phrase(document: Document, token: int) -> bool:
    """Whether a new noun phrase may begin here, after a prepositional one."""
    word_class, before = document.classes[token], document.classes[token - 1]
    if word_class & W.QUOTE and not before & W.CAPITAL:
        return token in document.name_marks
    if word_class & W.FIRST_NAME and not before & W.FIRST_NAME:
        return True
    if word_class & (W.DET | W.PRONOUN) and not before & W.PREP:
        return True
    if word_class & W.HEAD and word_class & W.NOMINATIVE:
        return True
    if document.language.code == "en":
        is_apart = not before & (W.CAPITAL | W.PREP) or (before & W.TIME and not word_class & W.TIME)
        return bool(word_class & W.CAPITAL and is_apart)
    is_apart = bool(word_class & W.CAPITAL) and not before & (W.CAPITAL | W.PREP | W.QUOTE)
    return is_apart and not document.lower[token].endswith(_OBLIQUE)


_OBLIQUE = ("ii", "ji", "ego", "emu", "iej", "nej", "ych", "ich", "ów", "owi", "om", "ami", "ach", "ą", "ę")
"""Endings that Polish nouns and names have in other cases than the nominative."""


def circumstance_start(document: Document, start: int, end: int) -> int:
    """The end of a Polish phrase without a time or occasion behind its noun: "Kos w czasie wiecu", "od dawna"."""
    if document.lower[start].endswith(_PARTICIPLES):  # "opublikowany w piątek raport"
        return end
    for token in range(start + 1, end - 1):
        if document.classes[token] & W.PREP and _is_circumstance(document, token, end):
            rest = document.classes[token + 1 : end]
            return end if any(c & (W.FIRST_NAME | W.NOMINATIVE) for c in rest) else token
    return end


_PARTICIPLES = ("any", "ana", "ane", "ani", "ony", "ona", "one", "eni", "ęty", "ęta", "ęte", "ęci", "ący", "ąca", "ące")


def _is_circumstance(document: Document, preposition: int, end: int) -> bool:
    """Whether a Polish preposition leads when or on what occasion something was said."""
    lower = document.lower
    if lower[preposition] in _TEMPORAL or is_time_next(document, preposition, end):
        return True
    return lower[preposition] in _LOCAL and not _OCCASIONS.isdisjoint(
        lower[preposition + 1 : min(preposition + 3, end)]
    )


_TEMPORAL = frozenset("podczas po przed mimo pomimo wobec wskutek".split())
_LOCAL = frozenset("w we na przy za".split())
_OCCASIONS = frozenset(
    "czasie trakcie toku wyniku odpowiedzi wywiadzie rozmowie przemówieniu wystąpieniu oświadczeniu komunikacie "
    "liście artykule orędziu expose konferencji spotkaniu briefingu debacie programie studiu antenie łamach wiecu "
    "wiecach posiedzeniu przesłuchaniu procesie sądzie komentarzu wpisie tweecie twitterze facebooku reakcji".split()
)
"""Occasions to speak, and the places of speech that no noun phrase is attached to."""


def is_time_next(document: Document, token: int, limit: int) -> bool:
    """Whether a word for a time is one of the two next tokens."""
    return any(word_class & W.TIME for word_class in document.classes[token + 1 : min(token + 3, limit)])


def raising_start(document: Document, to: int) -> int | None:
    """Where a verb begins that leads an infinitive of the same subject: "went on to", "seemed to", "was quick to".

    None where another word than such a verb goes before the "to", as in "a plan to argue".
    """
    if to < 1 or document.lower[to] != "to":
        return None
    before = document.lower[to - 1]
    if before == "on" and to > 1 and document.lower[to - 2] in _GOING:
        return to - 2
    return to - 1 if before in _RAISING else None


_GOING = frozenset("go goes going gone went".split())
_RAISING = frozenset(
    "continue continues continued continuing seem seems seemed seeming appear appears appeared appearing begin begins "
    "began begun beginning start starts started starting tend tends tended quick swift fond rushed hastened proceeded "
    "forced compelled obliged".split()
)
