"""Names -> the role nouns that stand around them, and whether a name is that of the one so called.

"minister Jan Kos" and "Jan Kos, minister" give Jan Kos a role; in "adwokat Jana Kosa" and "rzecznik Kosa" he is the one
whose lawyer or spokesman somebody else is.

The classes of ``roles.tsv``: ``close`` is a role towards a person (a wife, a lawyer), ``post`` one that is held with a
firm or party, ``title`` an office that its holder is introduced with, ``anybody`` a word for whomever ("the woman");
the others are families of roles, in which a ``generic`` word can stand for the rest ("the politician": a mayor).
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from credscore.declension import is_plainly_oblique
from credscore.document import Document
from credscore.language import Head
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_ROLE_TOKENS = 8
"""So far before a name its role is looked for: "minister do spraw religii i mniejszości"."""
MAX_APPOSED_TOKENS = 4
"""So far behind the comma after a name: "Jan Kos, były już minister"."""

ONE_OF = frozenset("jeden jedna one".split())


def head_at(document: Document, token: int, kind: str = "person") -> Head | None:
    """The role noun of a kind that a token is, in the singular."""
    head = document.language.heads.get(document.lower[token])
    return head if head is not None and head.kind == kind and not head.is_plural else None


def is_oblique(document: Document, name: Range) -> bool:
    """Whether the forms of a Polish name show that it stands in another case than the nominative."""
    first = document.language.first_names.get(document.words[name[0]])
    if first is not None and first[0] != document.words[name[0]]:
        return True
    return any(is_plainly_oblique(word) for word in document.words[slice(*name)])


def roles_before(document: Document, name: Range) -> Iterator[tuple[int, Head]]:
    """The role nouns before a name that go with it in case, nearest first, each with its token.

    In Polish one in the nominative is not the role of an oblique name, nor the other way round: of "doradca prezydenta
    Jana Kosa" only "prezydenta" is his. In English a preposition parts them: "a friend of Peter Orr".
    """
    is_polish = document.language.code == "pl"
    low = max(document.sentence_bounds(name[0])[0], name[0] - MAX_ROLE_TOKENS)
    breaks = W.STOP | W.DASH | W.QUOTE | W.AUX | W.REL | W.THAT | W.SUBORD | W.COLON | W.PREP * (not is_polish)
    is_name_oblique = is_polish and is_oblique(document, name)
    for token in range(name[0] - 1, low - 1, -1):
        word_class = document.classes[token]
        if word_class & breaks:
            return
        if word_class & W.FINITE and not word_class & (W.HEAD | W.CAPITAL):
            return
        if _heads_phrase(document, token):
            return
        head = head_at(document, token)
        if head is None:
            continue
        if not is_polish or (
            can_be_oblique(document, token) if is_name_oblique else can_be_nominative(document, token)
        ):
            yield token, head


def _heads_phrase(document: Document, token: int) -> bool:
    """Whether a noun that is no role governs a name as a subject: "bank inwestycyjny Brzask"."""
    head = document.language.heads.get(document.lower[token]) if document.language.code == "pl" else None
    return head is not None and head.kind != "person" and can_be_nominative(document, token)


def can_be_nominative(document: Document, token: int) -> bool:
    """Whether a Polish noun can be a nominative of the singular."""
    tags = document.tags(token, token + 1)
    return any(tag.startswith("sg:nom") for tag in tags) or not any(tag.startswith("sg") for tag in tags)


def can_be_oblique(document: Document, token: int) -> bool:
    """Whether a Polish noun can be another case of the singular."""
    tags = document.tags(token, token + 1)
    return any(tag.startswith("sg") and ":nom" not in tag for tag in tags) or not tags


def roles_after(document: Document, name: Range) -> Iterator[tuple[int, Head]]:
    """The role nouns of the apposition behind a name, each with its token: "Anna Howe, a former mayor of Kessel"."""
    end, high = name[1], document.sentence_bounds(name[0])[1]
    if end >= high or not document.classes[end] & W.COMMA:
        return
    for token in range(end + 1, min(end + 2 + MAX_APPOSED_TOKENS, high)):
        word_class = document.classes[token]
        if word_class & (W.MARK | W.REL | W.AUX | W.THAT | W.PREP):
            return
        if document.lower[token] in ONE_OF:
            yield token, Head("person", False, None)
            return
        head = head_at(document, token)
        if head is not None:
            yield token, head


def held_with(document: Document, role: int, low: int, high: int) -> frozenset[str]:
    """What a role is held with, as the first letters of the capitals about it: "premier Peru", "the Peruvian premier".

    Args:
        document: the article.
        role: the token of the role noun.
        low: the first token of the phrase with the role.
        high: the first token behind it; of the name, where it follows.
    """
    near = range(role + 1, high) if document.language.code == "pl" else range(low, min(high, role + MAX_APPOSED_TOKENS))
    words = (document.words[token] for token in near if token != role and document.classes[token] & W.CAPITAL)
    return frozenset(word[:_STEM].lower() for word in words if len(word) >= _STEM and word not in _RANKS)


_STEM = 4
_RANKS = frozenset("Prime Vice Deputy Foreign Former Secretary Minister Acting Interim".split())


def is_post(document: Document, head: Head) -> bool:
    """Whether a role is mostly followed by the firm, party or the like that it is held with: "rzecznik Orlenu"."""
    return "post" in document.language.roles.get(head.lemma, ())


def is_close(document: Document, head: Head) -> bool:
    """Whether a role is one towards a person: kin, friends, aides, lawyers."""
    return "close" in document.language.roles.get(head.lemma, ())


def is_title(document: Document, lemma: str, *others: str) -> bool:
    """Whether a role is an office that its holder is introduced with, or of one of the other classes given."""
    return not document.language.roles.get(lemma, frozenset()).isdisjoint(("title", *others))


def is_introduced_with(document: Document, head: Head) -> bool:
    """Whether one is introduced with a role, an office or kinship: it is no other word for somebody without one."""
    return is_title(document, head.lemma) or is_close(document, head)


def means_anybody(document: Document, head: Head) -> bool:
    """Whether a word means somebody of whatever role again: "kobieta", "the man"."""
    return "anybody" in document.language.roles.get(head.lemma, ())


def is_compatible(document: Document, head: Head, roles: Set[str]) -> bool:
    """Whether somebody of known roles can be called by another role as well: an economist "the expert".

    Both are of one family, and one of them is a general word: no mayor is called "the minister".
    """
    classes, none = document.language.roles, frozenset[str]()
    own = classes.get(head.lemma, none)
    for role in roles:
        other = classes.get(role, none)
        if role == head.lemma or (own & other - _NO_FAMILIES and "generic" in own | other):
            return True
    return False


_NO_FAMILIES = frozenset({"close", "post", "title", "anybody", "generic"})


def is_owner(document: Document, name: Range, head: Head | None, is_nominative: bool) -> bool:
    """Whether a Polish name behind a role noun is that of the one whose lawyer, aide or wife somebody is.

    Args:
        document: the article.
        name: the name.
        head: the role noun that the phrase with the name is about.
        is_nominative: whether the phrase is known to stand in the nominative.
    """
    if document.language.code != "pl" or head is None or head.kind != "person":
        return False
    if is_nominative and is_oblique(document, name):
        return True
    if not is_close(document, head):
        return False
    is_known = name[1] - name[0] > 1 and document.classes[name[0]] & W.FIRST_NAME
    return not is_nominative or (not is_known and document.words[name[1] - 1][-1] in "eiouy")
