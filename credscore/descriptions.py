"""Source phrases -> what their words say: the role noun they are about, listed names, capitals, names of outlets."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace

from credscore.document import Document
from credscore.frames import Reading
from credscore.language import Head, NamedEntry
from credscore.names import ORGANIZATION_WORDS, honorifics_of, is_called, is_organization_name
from credscore.persons import Person, PersonIndex
from credscore.roles import ONE_OF, head_at, is_owner
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_OUTLET_TOKENS = 5
MAX_MENTIONS = 50
"""So many mentions of outlets before and after a place are looked at for the one meant."""

_OUTLET_KINDS = {
    "agency": "agencja agency wire",
    "newspaper": "gazeta dziennik bulwarówka tabloid newspaper paper daily broadsheet",
    "magazine": "tygodnik magazyn miesięcznik kwartalnik dwutygodnik czasopismo magazine weekly journal",
    "portal": "portal serwis strona blog website site",
    "broadcaster": "stacja telewizja kanał radio rozgłośnia nadawca broadcaster network station television channel",
}
_NO_HEAD = Head("person", False, None)
_KIND_OF_WORD = {word: kind for kind, words in _OUTLET_KINDS.items() for word in words.split()}
"""The kind of outlet that a noun says: no newspaper is meant again by "the station"."""


@dataclass(frozen=True, slots=True)
class Described:
    """The role noun that a phrase is about, and its token."""

    head: Head
    token: int


def described_by(reading: Reading, phrase: Range, number: str | None) -> Described | None:
    """The role noun that a phrase is about: the first in Polish, in English the last before a preposition.

    Args:
        reading: the reading of the document.
        phrase: the phrase.
        number: that of the verb of which it is the subject ("sg", "pl"), if known.
    """
    document = reading.document
    heads, lower, classes = document.language.heads, document.lower, document.classes
    found: Described | None = None
    for token in range(*phrase):
        if (
            found is not None
            and token > phrase[0]
            and (classes[token] & (W.PREP | W.COMMA | W.REL) or _is_ing(reading, token))
        ):
            break
        role = reading.roles.get(token)
        if role is not None:
            inner = [heads[word] for word in lower[role.start : role.end] if word in heads] or [_NO_HEAD]
            is_plural = role.rule.kind == "group" or any(noun.is_plural for noun in inner)
            noun = inner[0 if reading.is_polish else -1]
            return Described(replace(noun, kind=role.rule.kind, is_plural=is_plural), token)
        head = heads.get(lower[token]) if classes[token] & W.HEAD else None
        is_name = (
            classes[token] & W.CAPITAL and token and (classes[token - 1] & W.FIRST_NAME or _is_quoted(document, token))
        )
        if head is None or is_name:
            continue
        is_plural = head.is_plural or (reading.is_polish and _is_plural(document, phrase, token, number))
        found = Described(replace(head, is_plural=is_plural), token)
        if reading.is_polish:
            break
    return found


def _is_ing(reading: Reading, token: int) -> bool:
    """Whether an English participle leads what belongs to a noun before it: "a lawyer representing the fund"."""
    document = reading.document
    return not reading.is_polish and document.lower[token].endswith("ing") and not document.classes[token] & W.HEAD


def institution_in(document: Document, phrase: Range) -> str | None:
    """The English institution whose name a phrase is from end to end: "the Kessel School Board of Orr County"."""
    start = bare_start(document, phrase)
    tokens = range(start, phrase[1])
    is_name = all(document.classes[t] & W.CAPITAL or document.lower[t] in _JOINTS for t in tokens)
    known = not ORGANIZATION_WORDS.isdisjoint(document.words[start : phrase[1]])
    return document.text[slice(*document.span(start, phrase[1]))] if is_name and known and len(tokens) > 1 else None


_JOINTS = frozenset("of for and the on in &".split())


def _is_quoted(document: Document, token: int) -> bool:
    """Whether a token begins a short quotation, as the names of outlets do."""
    return token - 1 in document.name_marks


def _is_plural(document: Document, phrase: Range, token: int, number: str | None) -> bool:
    """Whether a Polish noun that may be either is a plural here: "źródła podają", "trzy osoby"."""
    tags = document.tags(token, token + 1)
    if not any(tag.startswith("pl:nom") for tag in tags):
        return False
    if any(tag.startswith("sg:nom") for tag in tags):
        return number == "pl"
    counts = range(phrase[0], token)
    is_counted = any(document.classes[t] & W.NUM and document.lower[t] not in ONE_OF for t in counts)
    return number == "pl" or is_counted


def before_examples(document: Document, phrase: Range) -> Range:
    """A phrase without the examples it ends with: "leaders including Ada Brandt" are leaders, whoever she is."""
    start, end = phrase
    lower = document.lower
    for token in range(start + 1, end - 1):
        if lower[token] == "including" or (lower[token], lower[token + 1]) in _EXAMPLES:
            return start, token
    return phrase


_EXAMPLES = frozenset({("such", "as"), ("among", "them"), ("w", "tym"), ("takich", "jak"), ("między", "innymi")})
"""The first words of examples, beside "including"."""


def bare_start(document: Document, phrase: Range) -> int:
    """The first token of a phrase behind an article and quotation marks."""
    start, end = phrase
    while start < end and (document.classes[start] & W.QUOTE or document.lower[start] == "the"):
        start += 1
    return start


def listed_whole(reading: Reading, phrase: Range) -> NamedEntry | None:
    """The outlet or actor whose name a phrase is from end to end, an article and quotation marks aside."""
    known = reading.names.get(phrase[0]) or reading.names.get(bare_start(reading.document, phrase))
    is_whole = known is not None and all(c & W.QUOTE for c in reading.document.classes[known[0] : phrase[1]])
    return known[1] if known is not None and is_whole else None


def listed_in(reading: Reading, phrase: Range) -> NamedEntry | None:
    """The first outlet or actor that a phrase names, unless its name only begins a longer one: "Polski Klub Barki"."""
    document = reading.document
    for token in range(*phrase):
        known = reading.names.get(token)
        if known is None or known[0] > phrase[1] + 1:
            continue
        end, entry = known
        goes_on = end < phrase[1] and document.classes[end] & W.CAPITAL and not document.classes[end] & W.FIRST_NAME
        if entry.is_outlet or end - token > 1 or not goes_on:
            return entry
    return None


def names_as_written(reading: Reading) -> dict[str, str]:
    """The names of listed outlets and actors as the article has them: "AP" where it never says "Associated Press".

    An inflected form stands for the name of the list ("Reutera": Reuters), which shares its first letters with it.
    """
    written: dict[str, set[str]] = {}
    text = reading.document.text
    for token, (end, entry) in reading.names.items():
        form = text[slice(*reading.document.span(token, end))]
        is_whole = entry.name.startswith("The ")
        written.setdefault(entry.name, set()).add(form if is_whole else form.removeprefix("the ").removeprefix("The "))
    return {name: _shown_name(name, forms, reading.is_polish) for name, forms in written.items()}


def _shown_name(name: str, forms: set[str], is_inflected: bool) -> str:
    known = {*name.split()}
    plain = [form for form in forms if not is_inflected or known.issuperset(form.split())]
    if name not in forms and plain:
        return max(plain, key=lambda form: (len(form), form))
    stems = {word[:3].lower() for word in name.split()}
    words = (word for form in forms if "." not in form.strip(".") for word in form.split())
    if name in forms or any(len(word) > 2 and word[:3].lower() in stems for word in words):
        return name
    return max(forms, key=lambda form: (len(form), form))


def person_in(
    reading: Reading, persons: PersonIndex, phrase: Range, described: Described | None, *, is_nominative: bool
) -> Person | None:
    """The person whose name a phrase is about: none whose lawyer, government or supporters it speaks of."""
    document = reading.document
    for begin, stop in persons.runs_in(phrase):
        start = next((t for t in range(begin, stop) if document.classes[t] & W.FIRST_NAME), begin)
        if stop > phrase[1] or is_organization_name(document, (start, stop)):
            continue
        if _is_aside(reading, phrase, (start, stop), described, is_nominative):
            continue
        has_surname = stop - start > 1 and document.classes[start] & W.FIRST_NAME
        for token in range(stop - 1, start - 1 + bool(has_surname), -1):
            person = persons.find(document.words[token], token + 1)
            if person is not None:
                return person
    return None


def _is_aside(reading: Reading, phrase: Range, name: Range, described: Described | None, is_nominative: bool) -> bool:
    """Whether a name in a phrase is not that of the source, but of one whose aide, office or report it is."""
    document, (start, end) = reading.document, name
    if described is None or name == phrase:
        return False
    head, at = described.head, described.token
    is_thing = head.kind in ("organization", "group", "document")
    if at >= end:  # "Anna Howe of the ministry" is a person, "the Howe ministry" is none
        follows = document.classes[end] & (W.COMMA | W.PREP | W.BRACKET)
        return not follows and (is_thing or not reading.is_polish)
    if reading.is_polish:
        is_object = bool(document.classes[start - 1] & W.PREP)
        return is_thing or is_object or is_owner(document, name, head, is_nominative)
    if (end < phrase[1] and document.lower[end] in ("'s", "'")) or head.kind == "document":
        return True
    before = start - 1 - (head_at(document, start - 1) is not None)
    return before > at and bool(document.classes[before] & W.PREP)


_NO_NAME = W.DET | W.PREP | W.POSS | W.PRONOUN | W.FIRST_PERSON


def capitals_in(reading: Reading, phrase: Range, after_head: bool = False) -> str | None:
    """The capitalised words of a phrase that are its name; after a role only those right behind it."""
    document = reading.document
    heads = document.language.heads
    found: list[str] = []
    for token in range(*phrase):
        word_class = document.classes[token]
        is_name = word_class & W.CAPITAL and not word_class & (_NO_NAME | W.UPPER * after_head)
        is_name = is_name and document.lower[token] not in honorifics_of(document) and document.words[token] != "."
        begins = document.begins_sentence(token) and token + 1 < phrase[1]
        is_adjective = begins and not document.classes[token + 1] & (W.CAPITAL | W.PREP | W.MARK | W.COORD)
        if is_adjective and not word_class & W.FIRST_NAME:
            continue
        if is_name and document.lower[token] not in heads and token not in reading.names:
            is_apposed = token - phrase[0] > 1 and document.classes[token - 1] & W.COMMA
            before = document.lower[token - 1 - bool(is_apposed)] if token > phrase[0] else ""
            role = heads[before] if before in heads and heads[before].kind == "person" else None
            if not after_head or found or (role is not None and (is_apposed or is_called(document, token, role))):
                found.append(document.words[token])
        elif found:
            break
    return " ".join(found) if found else None


@dataclass(frozen=True, slots=True, eq=False)
class OutletMentions:
    """The outlets that a document mentions, in text order: (token, name, kind or None), and those that it introduces.

    ``introduced`` holds the names of outlets that no list has, by their words, where the article calls them so: 'the
    newspaper "Kessel Today"'.
    """

    mentions: list[tuple[int, str, str | None]] = field(default_factory=list)
    introduced: dict[tuple[str, ...], str] = field(default_factory=dict)

    def meant_by(self, head: Head, token: int) -> str | None:
        """The outlet meant again by its kind: the last one before a token that can be so called, else the next."""
        kind = _KIND_OF_WORD.get(head.lemma)
        number = bisect_left(self.mentions, token, key=_place)
        before = reversed(self.mentions[max(0, number - MAX_MENTIONS) : number])
        near = (*before, *self.mentions[number : number + MAX_MENTIONS])
        return next((name for _, name, other in near if kind is None or other in (kind, None)), None)


def find_outlets(reading: Reading) -> OutletMentions:
    """The outlets that a document mentions, by name or by introducing them."""
    document = reading.document
    found = OutletMentions()
    for token, (_, entry) in reading.names.items():
        if entry.is_outlet:
            found.mentions.append((token, entry.name, entry.kind))
    heads = document.language.heads
    for token in document.tokens_of(W.HEAD):
        head = heads.get(document.lower[token])
        is_in_name = document.classes[token] & W.CAPITAL and not document.begins_sentence(token)
        named = _name_behind(reading, token + 1) if head is not None and head.kind == "outlet" else None
        if head is not None and named is not None and not is_in_name:
            words = tuple(document.words[slice(*named)])
            name = found.introduced.setdefault(words, " ".join(words))
            found.mentions.append((token, name, _KIND_OF_WORD.get(head.lemma)))
    found.mentions.sort(key=_place)
    return found


def _place(mention: tuple[int, str, str | None]) -> int:
    return mention[0]


def _name_behind(reading: Reading, start: int) -> Range | None:
    """The name of an unlisted outlet behind the noun for it: within quotation marks, or in capitals."""
    document = reading.document
    count = len(document.words)
    is_quoted = start < count and start in document.name_marks
    start += is_quoted
    end = start
    while end < min(count, start + MAX_OUTLET_TOKENS) and end not in document.name_marks:
        if end in reading.names or not (is_quoted or document.classes[end] & W.CAPITAL):
            break
        end += 1
    is_name = start < end and document.classes[start] & W.CAPITAL and not document.classes[start] & W.FIRST_NAME
    is_closed = not is_quoted or (end < count and end in document.name_marks)
    return (start, end) if is_name and is_closed and start not in reading.names else None


def outlet_in(reading: Reading, outlets: OutletMentions, phrase: Range) -> str | None:
    """The outlet, introduced somewhere in the article, that a phrase names: 'brytyjska gazeta „Głos Barki”'."""
    if not outlets.introduced:
        return None
    document = reading.document
    for token in range(*phrase):
        if document.classes[token] & W.CAPITAL:
            for end in range(min(phrase[1], token + MAX_OUTLET_TOKENS), token, -1):
                name = outlets.introduced.get(tuple(document.words[token:end]))
                if name is not None:
                    return name
    return None
