"""Polish nouns -> the words that agree with them: the adjectives before, and the relative pronoun behind."""

from __future__ import annotations

from credscore.document import Document
from credscore.words import WordClass as W


def agreeing_start(document: Document, relative: str, begin: int, end: int) -> int | None:
    """Where the noun begins, with its adjectives, that a Polish relative pronoun agrees with in number and gender.

    "gwałtowne protesty rolników, którzy" are rolnicy; None where no noun's form is known to agree.
    """
    wanted = RELATIVES.get(relative, ())
    for token in range(begin, end) if wanted else ():
        if not document.classes[token] & W.HEAD:
            continue
        tags = (tag.split(":") for tag in document.tags(token, token + 1))
        if any(len(tag) > 2 and (tag[0], tag[2]) in wanted for tag in tags):
            start, endings = token, _NOMINATIVES if document.classes[token] & W.NOMINATIVE else _OBLIQUES
            while start > begin and is_adjective(document, start - 1) and document.lower[start - 1].endswith(endings):
                start -= 1
            return start
    return None


RELATIVES: dict[str, frozenset[tuple[str, str]]] = {
    "które": frozenset(),
    "który": frozenset({("sg", "m1"), ("sg", "m2"), ("sg", "m3")}),
    "która": frozenset({("sg", "f")}),
    "którzy": frozenset({("pl", "m1")}),
}
"""The number and gender of nouns that the nominatives of the relative pronoun go with, where only one does."""


def is_adjective(document: Document, token: int) -> bool:
    """Whether a Polish word can be an adjective by its ending, being no word of grammar and no role."""
    is_plain = not document.classes[token] & (_NO_ADJECTIVE | W.HEAD)
    return is_plain and document.lower[token].endswith(_NOMINATIVES + _OBLIQUES)


_NO_ADJECTIVE = W.MARK | W.PREP | W.AUX | W.FINITE | W.COORD | W.SUBORD | W.ADV | W.PRONOUN | W.TIME
_NOMINATIVES = ("y", "i", "a", "e")
_OBLIQUES = ("ego", "ej", "ych", "ich", "emu", "ym", "im", "ą", "ymi", "imi")
