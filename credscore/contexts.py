"""Hedge words whose neighbours decide: possibility against permission, hearsay against plan, doubt against "rather"."""

from __future__ import annotations

from collections.abc import Callable

from credscore.document import Document
from credscore.patterns import Match
from credscore.words import WordClass as W

MAX_SUBJECT_TOKENS = 5
MAX_COMPARED_TOKENS = 4


def is_in_context(document: Document, match: Match) -> bool:
    """Whether a hedge word hedges where it stands."""
    decide = _CONTEXTS.get(match.rule.context)
    if decide is not None and not decide(document, match):
        return False
    return match.rule.kind != "weasel" or _is_authority(document, match)


def is_infinitive(document: Document, token: int) -> bool:
    """Whether a Polish word is an infinitive, by its ending."""
    word = document.lower[token]
    return len(word) > 2 and word.endswith(("ć", "óc", "ec")) and not document.classes[token] & (W.HEAD | W.ADV)


def _modal(document: Document, match: Match) -> bool:
    """Possibility: not negated ability or permission, not the month or the noun."""
    lower, before = document.lower, match.start - 1
    if document.language.code == "pl":
        is_negated = before >= 0 and lower[before] == "nie"
        is_past_ability = lower[match.start] in ("mógł", "mogła", "mogło", "mogli", "mogły")
        if is_negated or (is_past_ability and not _any_after(document, match, ("być", "zostać", "dojść"))):
            return False
        return not _is_permission(document, match)
    word = document.words[match.start]
    begins = document.begins_sentence(match.start) or (before >= 0 and document.classes[before] & W.MARK)
    if word in ("May", "Might") and not begins:
        return False
    after = lower[match.end] if match.end < len(lower) else "."
    no_verb = W.NUM | W.PREP | W.DET | W.CAPITAL | (W.TIME if word[0].isupper() else 0)  # "may fall" is no season
    is_verb_next = after.isalpha() and not document.classes[match.end] & no_verb
    if before >= 0 and document.classes[before] & (W.DET | W.POSS | W.PREP):
        return False
    return bool(is_verb_next) and not (lower[match.start] == "could" and after in ("not", "n't", "'t", "see", "hear"))


def _is_permission(document: Document, match: Match) -> bool:
    """Whether people may do what follows: a role noun is the subject, and the infinitive is a deed of theirs."""
    if document.lower[match.start] not in ("może", "mogą") or _any_after(document, match, _STATES):
        return False
    heads, low = (
        document.language.heads,
        max(document.sentence_bounds(match.start)[0], match.start - MAX_SUBJECT_TOKENS),
    )
    for token in range(match.start - 1, low - 1, -1):
        if document.classes[token] & (W.COMMA | W.THAT | W.QUOTE):
            return False
        if document.classes[token] & W.HEAD and document.classes[token] & W.NOMINATIVE:
            return heads[document.lower[token]].kind == "person"
    return False


_STATES = ("być", "zostać", "dojść", "mieć", "stać", "okazać", "stracić", "oznaczać", "zginąć", "trafić", "ponieść")


def _is_authority(document: Document, match: Match) -> bool:
    """Vague people who speak: they begin a clause or stand after "zdaniem"; they are no objects."""
    is_noun = document.language.code == "en" and document.lower[match.start] not in _QUANTITIES
    if is_noun or match.end - match.start > 1:
        return True
    before = match.start - 1
    if before < 0 or document.begins_sentence(match.start):
        return True
    word_class = document.classes[before]
    return bool(word_class & (W.COMMA | W.THAT | W.COORD | W.SUBORD | W.DASH)) or document.lower[before] in _CITING


_QUANTITIES = frozenset("some many most few several".split())
_CITING = frozenset("zdaniem według wg opinii ocenie większość część to but though".split())


def _any_after(document: Document, match: Match, words: tuple[str, ...]) -> bool:
    return any(word in words for word in document.lower[match.end : match.end + 3])


def _hearsay_infinitive(document: Document, match: Match) -> bool:
    """Hearsay: past or conditional of "mieć" before an infinitive; "is said" before "to"."""
    if document.language.code == "en":
        return match.end < len(document.lower) and document.lower[match.end] == "to"
    word = document.lower[match.start]
    before = document.lower[max(0, match.start - 2) : match.start]
    if word in ("ma", "mają") or "nie" in before or "będzie" in before:
        return False
    at = match.start - 1
    while at > 0 and document.classes[at] & W.ADV and not document.classes[at] & W.REL:
        at -= 1
    if at >= 0 and document.classes[at] & W.REL:  # "loty, które miały się odbyć": a plan
        return False
    for token in range(match.end, min(match.end + 4, len(document.lower))):
        if document.classes[token] & (W.COMMA | W.STOP):
            return False
        if is_infinitive(document, token):
            return True
    return False


def _verb(document: Document, match: Match) -> bool:
    """Only beside a verb that it can soften, and in no comparison: "raczej upór niż talent"."""
    after = document.lower[match.end : match.end + MAX_COMPARED_TOKENS]
    if not _THAN.isdisjoint(after):
        return False
    if after[:1] == ["nie"]:
        return True
    low, high = max(0, match.start - 2), min(len(document.lower), match.end + 2)
    near = [document.classes[t] for t in range(low, high) if not match.start <= t < match.end]
    is_verb_itself = any(document.classes[t] & W.FINITE for t in range(match.start, match.end))
    return is_verb_itself or document.language.code == "en" or any(c & (W.FINITE | W.AUX) for c in near)


_THAN = frozenset({"niż", "aniżeli"})


def _predicate(document: Document, match: Match) -> bool:
    """Said of a clause, "it is possible that"; not of a noun, "a possible sale"."""
    after = document.lower[match.end : match.end + 3]
    return bool(after) and (after[0] in ("jest", "że", "też", "także", "również", "iż") or "że" in after)


def _clause(document: Document, match: Match) -> bool:
    """Only before a clause."""
    after = document.classes[match.end] if match.end < len(document.lower) else W.STOP
    return bool(after & (W.COMMA | W.THAT | W.SUBORD | W.PRONOUN))


_CONTEXTS: dict[str, Callable[[Document, Match], bool]] = {
    "modal": _modal,
    "hearsay_inf": _hearsay_infinitive,
    "verb": _verb,
    "clause": _clause,
    "predicate": _predicate,
}
