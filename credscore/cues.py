"""Document -> cues: where the words of the lexicons and the names of outlets stand, each with its rule."""

from __future__ import annotations

from dataclasses import dataclass

from credscore.document import Document
from credscore.language import NamedEntry
from credscore.patterns import Match

_ATTRIBUTION_TABLES = ("cues", "verbs", "nouns")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cues:
    """What the lexicons find in one document.

    ``attributions`` are verbs, nouns and citing phrases by their first token, of several the longest; ``hedges``,
    ``boosters`` and ``anonymity`` are in text order without overlaps. ``names`` are outlets and actors by their first
    token: (end, entry); ``roles`` the nouns of several words that name a source, by their first token.
    """

    attributions: dict[int, Match]
    hedges: tuple[Match, ...]
    boosters: tuple[Match, ...]
    anonymity: tuple[Match, ...]
    names: dict[int, tuple[int, NamedEntry]]
    roles: dict[int, Match]


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
    return Cues(
        attributions=_attribution_cues(by_table),
        hedges=_longest(by_table.get("hedges", [])),
        boosters=_longest(by_table.get("boosters", [])),
        anonymity=_longest(by_table.get("anonymity", [])),
        names=_find_names(document),
        roles={match.start: match for match in _longest(by_table.get("descriptors", []))},
    )


def _attribution_cues(by_table: dict[str, list[Match]]) -> dict[int, Match]:
    """One cue a first token; a cue inside a longer one is left out."""
    candidates = [match for table in _ATTRIBUTION_TABLES for match in by_table.get(table, [])]
    return {match.start: match for match in _longest(candidates)}


def _longest(matches: list[Match]) -> tuple[Match, ...]:
    """The matches in text order, of overlapping ones the one that begins first, then the longest."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return tuple(kept)


def _find_names(document: Document) -> dict[int, tuple[int, NamedEntry]]:
    """Outlets and actors: the longest name that begins at each token and lies in no earlier one."""
    words, known = document.words, document.language.names
    found: dict[int, tuple[int, NamedEntry]] = {}
    free = 0
    for token in [i for i, word in enumerate(words) if word in known]:
        if token < free:
            continue
        for form, entry in known[words[token]]:
            if len(form) == 1 or tuple(words[token : token + len(form)]) == form:
                free = token + len(form)
                found[token] = (free, entry)
                break
    return found
