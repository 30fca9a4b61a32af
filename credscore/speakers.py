"""Who has spoken so far -> whom a pronoun, a dropped subject or another word for somebody means."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from credscore.descriptions import Described, described_by, person_in
from credscore.document import Document
from credscore.frames import Reading
from credscore.language import Head
from credscore.persons import Person, PersonIndex
from credscore.roles import head_at, held_with, is_compatible, is_introduced_with, is_title, means_anybody
from credscore.spans import Range, Span
from credscore.subjects import sentence_subject
from credscore.words import WordClass as W


class SourceKind(StrEnum):
    """What a source is; the values are those of the JSON form."""

    NAMED_PERSON = "named_person"
    NAMED_ORGANIZATION = "named_organization"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNNAMED_PERSON = "unnamed_person"
    UNNAMED_GROUP = "unnamed_group"
    UNSPECIFIED = "unspecified"


Known: TypeAlias = tuple[SourceKind, str | None]
"""The kind of a source, and its name if it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One link of a chain: the words that name the source, its kind, and its fullest known name.

    ``name`` is None for a source that the article does not name. ``confidence`` is the probability that a careful
    reader would have this link too, the attribution being right; 1 where nobody has judged it.
    """

    span: Span
    kind: SourceKind
    name: str | None = None
    confidence: float = 1.0


MAX_REMEMBERED_SPEAKERS = 8
MAX_CALLED_TOKENS = 4
"""A longer phrase is no mere other word for somebody who has just spoken."""

_MANY = (SourceKind.UNNAMED_GROUP, SourceKind.NAMED_ORGANIZATION)
_GENDER_OF_POSSESSIVE = {"jego": "m", "jej": "f", "ich": "pl", "his": "m", "her": "f", "their": "pl", "its": "n"}


@dataclass(slots=True, eq=False)
class Speakers:
    """Those who have spoken so far in one article, in the order of their statements.

    ``unnamed`` are the lemmas of the roles by which people without a name were called, ``called`` those by which known
    ones were; ``introduced`` those by which an English indefinite article introduces somebody ("a guard"), with the
    token of the first.
    """

    reading: Reading
    persons: PersonIndex
    noted: list[Source] = field(default_factory=list)
    unnamed: set[str] = field(default_factory=set)
    called: dict[str, Known] = field(default_factory=dict)
    introduced: dict[str, int] = field(default_factory=dict)

    @property
    def last(self) -> Source | None:
        """Who spoke last."""
        return self.noted[-1] if self.noted else None

    def note(self, source: Source) -> None:
        """Remember who has spoken."""
        self.noted.append(source)

    def of_dropped_subject(self, cue: Range) -> Known:
        """Who is the subject of a Polish verb that has none."""
        return self.of_subject(cue[0], *self.reading.subject_of(cue))

    def of_subject(self, token: int, number: str | None, gender: str | None) -> Known:
        """Who is meant by words that show no more than number and gender.

        That is the subject of their sentence, else the last speaker if one has spoken since the sentence before began,
        else the subject of that sentence, else an earlier speaker, else the last person named.
        """
        low = self.reading.document.sentence_bounds(token)[0]
        found = self._subject_of(low, token, gender) if number != "pl" and low < token else None
        found = found or self._since(token, number, gender)
        found = found or (self._subject_before(token, gender) if number != "pl" else None)
        found = found or self._since(None, number, gender)
        found = found or (self._last_person(token, gender) if number != "pl" else None)
        return found or (SourceKind.UNNAMED_GROUP if number == "pl" else SourceKind.UNNAMED_PERSON, None)

    def of_pronoun(self, token: int) -> Known:
        """Whom a pronoun stands for: the last speaker where number and gender allow it, else the last such person."""
        document, speaker = self.reading.document, self.last
        gender = document.language.pronouns.get(document.lower[token])
        if document.classes[token] & W.POSS or gender is None:
            gender = _GENDER_OF_POSSESSIVE.get(document.lower[token])
        if gender in ("pl", "n") and speaker is not None and speaker.kind is not SourceKind.NAMED_PERSON:
            return speaker.kind, speaker.name
        if gender == "pl":
            return SourceKind.UNNAMED_GROUP, None
        low = document.sentence_bounds(token)[0]
        found = self._subject_of(low, token, gender) if token > low and not self.reading.is_polish else None
        if found is None and (self.reading.is_polish or token == low) and self._since(token, "sg", gender) is None:
            found = self._subject_before(token, gender)
        found = found or self._since(None, "sg", gender) or self._last_person(token, gender)
        if found is None and speaker is not None:
            found = speaker.kind, speaker.name
        return found or (SourceKind.UNNAMED_PERSON, None)

    def of_role(self, phrase: Range, described: Described) -> Known | None:
        """Whom a phrase with a role noun means: the one given that role, else one who can be called by it as well.

        "the biologist added": the expert who has just spoken; "the woman said": the woman mentioned last.
        """
        document, head = self.reading.document, described.head
        held = held_with(document, described.token, *phrase)
        for role in (head.lemma, *self._offices(phrase, described)):
            person = self.persons.by_role(role, phrase[0], held)
            if person is not None:
                return SourceKind.NAMED_PERSON, person.name
        classes = document.classes[slice(*phrase)]
        has_more = any(c & (W.PREP | W.COMMA | W.POSS) for c in classes) or len(classes) > MAX_CALLED_TOKENS
        if has_more or self.introduced.get(head.lemma, phrase[0]) < phrase[0]:
            return None
        if head.lemma in self.unnamed and not is_title(document, head.lemma):
            return None
        found = self._called(phrase, head, is_bare=bool(classes[-1] & W.HEAD)) or self.called.get(head.lemma)
        if found is not None:
            self.called[head.lemma] = found
        return found

    def _called(self, phrase: Range, head: Head, *, is_bare: bool) -> Known | None:
        """The last speaker, or else the person mentioned last, who can be called by a role noun."""
        document, speaker = self.reading.document, self.last
        is_named = speaker is not None and speaker.kind is SourceKind.NAMED_PERSON
        if speaker is not None and is_named and self._can_be_called(self._person_of(speaker), head, is_bare):
            return speaker.kind, speaker.name
        for person in self.persons.last_named(phrase[0]) if is_bare else ():
            is_like = person.gender is not None if means_anybody(document, head) else bool(person.roles)
            if is_like and self._can_be_called(person, head, is_bare):
                return SourceKind.NAMED_PERSON, person.name
        return None

    def _since(self, token: int | None, number: str | None, gender: str | None) -> Known | None:
        """The last speaker who agrees with a verb; only since the sentence before a token began, if one is given."""
        document = self.reading.document
        since = document.starts[document.sentences[max(0, document.sentence_of[token] - 1)]] if token is not None else 0
        for speaker in reversed(self.noted[-MAX_REMEMBERED_SPEAKERS:]):
            if speaker.span[0] < since:
                return None
            if self._agrees(speaker, number, gender):
                return speaker.kind, speaker.name
        return None

    def _last_person(self, before: int, gender: str | None) -> Known | None:
        person = self.persons.last(gender, before)
        return (SourceKind.NAMED_PERSON, person.name) if person is not None else None

    def _subject_before(self, token: int, gender: str | None) -> Known | None:
        """The named person who is the subject of the sentence before; in Polish, of the same paragraph."""
        document = self.reading.document
        number = document.sentence_of[token] - 1
        if number < 0:
            return None
        is_apart = document.paragraph_of[document.sentences[number]] != document.paragraph_of[token]
        if is_apart and self.reading.is_polish:
            return None
        return self._subject_of(document.sentences[number], document.sentences[number + 1], gender)

    def _subject_of(self, low: int, high: int, gender: str | None) -> Known | None:
        """The named person who is the subject of a stretch that opens with no quotation."""
        document = self.reading.document
        phrase = sentence_subject(document, low, high)
        if document.classes[low] & (W.QUOTE | W.DASH):
            return None
        person = None
        if phrase is not None and not document.in_quotation[phrase[0]]:
            described = described_by(self.reading, phrase, None)
            person = person_in(self.reading, self.persons, phrase, described, is_nominative=True)
        elif phrase is None and self.reading.is_polish:
            person = self.persons.only_subject(low, high)
        if person is None or person.gender not in (gender, None):
            return None
        return SourceKind.NAMED_PERSON, person.name

    def _agrees(self, speaker: Source, number: str | None, gender: str | None) -> bool:
        """Whether a verb of a number and gender can have a speaker as its subject."""
        if number == "pl":
            return speaker.kind in _MANY
        if speaker.kind is SourceKind.NAMED_PERSON:
            return gender is None or self._gender_of(speaker) in (gender, None)
        if speaker.kind is SourceKind.NAMED_ORGANIZATION and speaker.name and self.reading.is_polish:
            return gender is None or _gender_of_noun(speaker.name.split()[0]) in (gender, None)
        if speaker.kind is SourceKind.OUTLET and speaker.name and speaker is self.last:
            return gender is None or _gender_of_noun(speaker.name.split()[0]) == gender
        return speaker.kind is SourceKind.UNNAMED_PERSON

    def _person_of(self, speaker: Source) -> Person | None:
        """The person who has spoken."""
        return self.persons.named(speaker.name) if speaker.name else None

    def _gender_of(self, speaker: Source) -> str | None:
        """The gender of a person who has spoken, if known."""
        known = self._person_of(speaker)
        return known.gender if known is not None else None

    def _can_be_called(self, person: Person | None, head: Head, is_bare: bool) -> bool:
        """Whether a role noun, with or without more words, can mean a person again."""
        document = self.reading.document
        gender, roles = (person.gender, person.roles) if person is not None else (None, dict[str, frozenset[str]]())
        if head.gender not in (gender, None) and (gender is not None or head.gender != "m"):
            return False
        if means_anybody(document, head):
            return not any(is_title(document, role) for role in roles)
        if roles:
            return head.lemma not in roles and is_compatible(document, head, roles.keys())
        if person is not None and len(person.words) == 1 and is_title(document, head.lemma, "leader"):
            return True  # everybody knows whom a mere surname names: "Tusk ... przewodniczący Rady"
        return is_bare and (not is_introduced_with(document, head) or head.lemma in self.unnamed)

    def _offices(self, phrase: Range, described: Described) -> tuple[str, ...]:
        """The offices that a Polish head of a government or ministry holds: "szefowa rządu", "szef MSZ"."""
        document = self.reading.document
        if described.head.lemma not in ("szef", "szefowa"):
            return ()
        for token in range(described.token + 1, phrase[1]):
            word = document.words[token]
            if word in _OFFICE_OF or (word.isupper() and word.startswith("M")):
                return _OFFICE_OF.get(word, _MINISTERS)
        return ()


def introduced_roles(document: Document) -> dict[str, int]:
    """The lemmas of the English roles that an indefinite article introduces, each with its first token."""
    found: dict[str, int] = {}
    for token in document.tokens_of(W.HEAD) if document.language.code == "en" else ():
        head = head_at(document, token)
        if head is not None and not _INDEFINITE.isdisjoint(document.lower[max(0, token - 3) : token]):
            found.setdefault(head.lemma, token)
    return found


_INDEFINITE = frozenset({"a", "an", "another"})
_MINISTERS = ("minister", "ministra")
_OFFICE_OF = {
    "rządu": ("premier", "kanclerz"),
    "gabinetu": ("premier", "kanclerz"),
    "państwa": ("prezydent",),
    **dict.fromkeys(("resortu", "ministerstwa", "dyplomacji"), _MINISTERS),
}


def _gender_of_noun(word: str) -> str | None:
    """The gender that the ending of a Polish noun shows in the nominative; None for acronyms."""
    if word.isupper():
        return None
    return {"a": "f", "o": "n", "e": "n"}.get(word[-1], "m" if word[-1] not in "iyuąęó" else None)
