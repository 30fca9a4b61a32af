"""Document -> cues: where the words of the lexicons and the names of outlets stand, each with its rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from credscore.document import Document
from credscore.language import NamedEntry
from credscore.patterns import Match
from credscore.words import WordClass as W


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cues:
    """What the lexicons find in one document.

    ``attributions`` are verbs, nouns and citing phrases by their first token, of several the longest; ``hedges``,
    ``boosters`` and ``anonymity`` are in text order without overlaps. ``names`` are outlets and actors by their first
    token: (end, entry); ``roles`` the nouns of several words that name a source, by their first token. ``credits`` are
    the words of credit lines ("źródło:", "h/t", "photo").
    """

    attributions: dict[int, Match]
    hedges: tuple[Match, ...]
    boosters: tuple[Match, ...]
    anonymity: tuple[Match, ...]
    names: dict[int, tuple[int, NamedEntry]]
    roles: dict[int, Match]
    credits: tuple[Match, ...] = ()


def find_cues(document: Document) -> Cues:
    """The cues of a document.

    >>> from credscore.document import read_document
    >>> from credscore.language import load_language
    >>> cues = find_cues(read_document("The mayor said it was over.", load_language("en")))
    >>> [match.rule.id for match in cues.attributions.values()]
    ['say']
    """
    by_table: dict[str, list[Match]] = {}
    for match in document.language.patterns.matches(document.lower):
        by_table.setdefault(match.rule.table, []).append(match)
    names = _find_names(document)
    return Cues(
        attributions=_outside_names(_attribution_cues(document, by_table), names),
        hedges=_longest(by_table.get("hedges", [])),
        boosters=tuple(match for match in _longest(by_table.get("boosters", [])) if not _is_negated(document, match)),
        anonymity=_longest(by_table.get("anonymity", [])),
        names=names,
        roles={match.start: match for match in _longest(by_table.get("descriptors", []))},
        credits=_longest(by_table.get("credits", [])),
    )


def _attribution_cues(document: Document, by_table: dict[str, list[Match]]) -> dict[int, Match]:
    """One cue a first token; a cue inside a longer one is left out, and so is a verb where it is a noun."""
    nouns = {match.start for match in by_table.get("nouns", ())}
    verbs = [
        match
        for match in by_table.get("verbs", ())
        if not (_is_noun(document, match) if match.start in nouns else _is_finite_next(document, match))
    ]
    cues = (match for match in by_table.get("cues", ()) if not _is_comparison(document, match))
    candidates = [*cues, *verbs, *by_table.get("nouns", ())]
    return {match.start: match for match in _first_of_sentences(document, _longest(candidates))}


def _is_comparison(document: Document, match: Match) -> bool:
    """Whether an English "as" with a verb near it cites nobody: "as secure as he says", "as secretary of state"."""
    if document.language.code != "en" or match.rule.kind != "as" or match.slot is None:
        return False
    start, end = match.slot
    classes = document.classes
    is_inserted = document.begins_sentence(match.start) or classes[match.start - 1] & (W.MARK | W.COORD)
    is_name = bool(classes[end] & W.CAPITAL and not classes[match.start] & W.CAPITAL)
    is_open = classes[end - 1] & (W.PREP | W.DET | W.POSS | W.COORD)
    return not is_inserted or is_name or bool(is_open) or document.lower[start] in ("well", "if", "though")


def _first_of_sentences(document: Document, matches: Sequence[Match]) -> Iterator[Match]:
    """The first matches of each sentence, up to the number that people write in one; ``matches`` are in text order."""
    for _, of_sentence in groupby(matches, key=lambda match: document.sentence_of[match.start]):
        yield from islice(of_sentence, MAX_CUES_OF_SENTENCE)


def _outside_names(cues: dict[int, Match], names: dict[int, tuple[int, NamedEntry]]) -> dict[int, Match]:
    """The cues without those that are part of a name: "Sky News", "Financial Times"."""
    inside = {token for start, (end, _) in names.items() for token in range(start, end)}
    return {start: match for start, match in cues.items() if start not in inside or match.rule.table == "cues"}


def _is_noun(document: Document, match: Match) -> bool:
    """Whether a word that is a verb or a noun is the noun: by its neighbour in English, by its endings in Polish."""
    if document.language.code == "pl":
        return not any(tag.startswith(_VERB_TAGS) for tag in document.tags(match.start, match.start + 1))
    if _is_finite_next(document, match):
        return True
    is_plural = "pres:3" in document.tags(match.start, match.start + 1)
    if not match.start or document.begins_sentence(match.start):  # "Calls for calm went unheard."
        return is_plural
    before, word = document.classes[match.start - 1], document.lower[match.start - 1]
    leads = before & W.POSS or (before & (W.DET | W.PREP) and not before & W.PRONOUN and word != "to")
    return bool(leads) or word in ("'s", "'") or _has_object(document, match.start - 1, is_plural)


def _has_object(document: Document, token: int, is_plural: bool) -> bool:
    """Whether a noun must follow an English word: "fuelled fears of a strike", "amid growing calls", "new claims"."""
    word, word_class = document.lower[token], document.classes[token]
    if word_class & (W.HEAD | W.CAPITAL | W.AUX | W.MARK | W.ADV) and not document.begins_sentence(token):
        return False
    tags = document.tags(token, token + 1)
    is_verb = any(tag.startswith(("past", "ppart", "ing")) for tag in tags) or word.endswith(("ing", "ed"))
    is_infinitive = is_plural and tags == ("base",)
    return is_verb or is_infinitive or (not word_class and not tags and word.endswith(_ADJECTIVE_ENDINGS))


_ADJECTIVE_ENDINGS = tuple("al ive ous ful less ic able ible ish ary new".split())


MAX_CUES_OF_SENTENCE = 40
"""What comes after so many cues of one sentence is a repeated pattern, and not read: the cost stays that of prose."""


def _is_finite_next(document: Document, match: Match) -> bool:
    """Whether an English verb follows a word that may be a noun: "the emails show", "a signal had been"."""
    if document.language.code != "en" or match.end >= len(document.words):
        return False
    if match.start and document.classes[match.start - 1] & (W.COMMA | W.QUOTE):  # ", says retired colonel X"
        return False
    if (
        "what" in document.lower[max(0, match.start - MAX_WHAT_TOKENS) : match.start]
    ):  # "what the guild wants is a mill"
        return False
    next_class = document.classes[match.end]
    if not next_class & (W.AUX | W.FINITE) or next_class & (W.HEAD | W.CAPITAL):
        return False
    return not any(tag.startswith("past") for tag in document.tags(match.start, match.start + 1))


MAX_WHAT_TOKENS = 6
_VERB_TAGS = ("fin", "praet", "cond", "imps", "pcon", "inf", "impt")


def _longest(matches: list[Match]) -> tuple[Match, ...]:
    """The matches in text order, of overlapping ones the one that begins first, then the longest."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return tuple(kept)


def _is_negated(document: Document, match: Match) -> bool:
    """Whether "not" stands at most two words before: "nie wiem na pewno", "not for certain"."""
    return any(document.classes[token] & W.NEG for token in range(max(0, match.start - 2), match.start))


def _find_names(document: Document) -> dict[int, tuple[int, NamedEntry]]:
    """Outlets and actors: the longest name that begins at each token and lies in no earlier one."""
    words, known = document.words, document.language.names
    found: dict[int, tuple[int, NamedEntry]] = {}
    free = 0
    for token, by_second in enumerate(map(known.get, words)):
        if by_second is None or token < free:
            continue
        second = words[token + 1] if token + 1 < len(words) else ""
        for form, entry in (*by_second.get(second, ()), *by_second.get("", ())):
            if tuple(words[token : token + len(form)]) == form:
                free = token + len(form)
                found[token] = (free, entry)
                break
    return found
