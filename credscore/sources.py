"""Source phrases -> sources: of which kind each one is, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass, field

from credscore.declension import is_plainly_oblique
from credscore.descriptions import (
    Described,
    OutletMentions,
    bare_start,
    before_examples,
    capitals_in,
    described_by,
    find_outlets,
    institution_in,
    listed_in,
    listed_whole,
    names_as_written,
    outlet_in,
    person_in,
)
from credscore.frames import Reading
from credscore.language import Head, NamedEntry
from credscore.names import is_organization_name
from credscore.outlets import unlisted_outlet
from credscore.persons import PersonIndex, index_persons
from credscore.roles import ONE_OF
from credscore.spans import Range
from credscore.speakers import MAX_CALLED_TOKENS, Known, Source, SourceKind, Speakers, introduced_roles
from credscore.subjects import ASKED
from credscore.words import WordClass as W

__all__ = ["Source", "SourceKind", "SourceReader", "read_sources"]

_NAMED = {True: SourceKind.OUTLET, False: SourceKind.NAMED_ORGANIZATION}


@dataclass(slots=True, eq=False)
class SourceReader:
    """Tells sources of one article apart; ``written`` are the names of outlets and actors as the article has them."""

    reading: Reading
    persons: PersonIndex
    speakers: Speakers
    outlets: OutletMentions
    written: dict[str, str]
    ordinary: set[str] = field(default_factory=set)

    def identify(self, phrase: Range, number: str | None = None) -> Source:
        """The source that a phrase names or refers back to; ``number`` is that of its verb ("sg", "pl"), if known."""
        kind, name = self._kind_and_name(before_examples(self.reading.document, phrase), number)
        return Source(span=self.reading.document.span(*phrase), kind=kind, name=name)

    def resume(self, cue: Range) -> Source:
        """The source of a Polish cue whose subject is dropped."""
        kind, name = self.speakers.of_dropped_subject(cue)
        return Source(span=self.reading.document.span(*cue), kind=kind, name=name)

    def _kind_and_name(self, phrase: Range, number: str | None) -> Known:
        document = self.reading.document
        if phrase[1] - phrase[0] == 1 and document.classes[phrase[0]] & (W.PRONOUN | W.POSS | W.REL):
            return self.speakers.of_pronoun(phrase[0])
        whole = listed_whole(self.reading, phrase)
        if whole is not None:
            return self._listed(whole)
        gender = self._gender_of_participle(phrase)
        if gender is not None:
            return self.speakers.of_subject(phrase[0], "sg", gender)
        described = described_by(self.reading, phrase, number)
        outlet = self._outlet_named(phrase, described)
        if outlet is not None:
            return SourceKind.OUTLET, outlet
        person = person_in(self.reading, self.persons, phrase, described, is_nominative=number is not None)
        if person is not None:
            return SourceKind.NAMED_PERSON, person.name
        institution = institution_in(document, phrase)
        if institution is not None:
            return SourceKind.NAMED_ORGANIZATION, institution
        if described is not None:
            return self._by_head(phrase, described)
        known = listed_in(self.reading, phrase)
        return self._listed(known) if known is not None else self._by_shape(phrase, number)

    def _gender_of_participle(self, phrase: Range) -> str | None:
        """The gender of a Polish participle that stands for a dropped subject: "Zapytany o to, odpowiedział"."""
        document = self.reading.document
        word, after = document.lower[phrase[0]], document.classes[phrase[0] + 1 : phrase[1]]
        if not self.reading.is_polish or document.classes[phrase[0]] & (W.HEAD | W.FIRST_NAME) or not after:
            return None
        is_participle = word.startswith(_ASKED) and after[0] & (W.PREP | W.SUBORD | W.COMMA)
        return {"y": "m", "a": "f"}.get(word[-1]) if is_participle else None

    def _listed(self, entry: NamedEntry) -> Known:
        return _NAMED[entry.is_outlet], self.written.get(entry.name, entry.name)

    def _outlet_named(self, phrase: Range, described: Described | None) -> str | None:
        """The outlet that no list has, but which the form of a phrase or another place of the article shows."""
        outlet = unlisted_outlet(self.reading.document, phrase)
        if (
            outlet is None
            and listed_in(self.reading, phrase) is None
            and (described is None or described.head.kind == "outlet")
        ):
            start = bare_start(self.reading.document, phrase)
            outlet = outlet_in(self.reading, self.outlets, (start, phrase[1]))
        return outlet

    def _by_head(self, phrase: Range, described: Described) -> Known:
        document, head = self.reading.document, described.head
        if head.kind == "person":
            return self._role(phrase, described)
        if head.kind == "group":
            return SourceKind.UNNAMED_GROUP, None
        if head.kind == "document":
            return SourceKind.DOCUMENT, None
        ends = (t for t in range(described.token, phrase[1]) if head.is_plural and document.classes[t] & W.PREP)
        known = listed_in(self.reading, (phrase[0], next(ends, phrase[1])))
        if head.kind == "outlet":
            return self._outlet(phrase, described, known)
        if known is not None and self._is_apposed(described.token + 1, known):
            return self._listed(known)
        speaker = self.speakers.last
        is_back = document.lower[slice(*phrase)] == ["the", "agency"]
        if is_back and speaker is not None and speaker.kind is SourceKind.OUTLET:
            return speaker.kind, speaker.name
        if (
            head.is_plural
            and capitals_in(self.reading, phrase) is None
            and document.lower[described.token] not in _AUTHORITIES
        ):
            return SourceKind.UNNAMED_GROUP, None
        return SourceKind.NAMED_ORGANIZATION, document.text[slice(*document.span(*phrase))]

    def _is_apposed(self, token: int, known: NamedEntry) -> bool:
        """Whether a listed name stands right behind a noun in its own form: "firma Ryanair", not "rząd Rosji"."""
        named = self.reading.names.get(token)
        if named is None or named[1] is not known:
            return False
        words = self.reading.document.words[token : named[0]]
        return words == known.name.split() or all(word.isupper() for word in words)

    def _outlet(self, phrase: Range, described: Described, known: NamedEntry | None) -> Known:
        """The outlet that a noun for one names, or means again: "the paper", but not "Peruvian state television"."""
        document = self.reading.document
        if known is not None and known.is_outlet:
            return self._listed(known)
        name = capitals_in(self.reading, phrase)
        if name is None and described.head.is_plural:
            return SourceKind.UNNAMED_GROUP, None
        has_more = phrase[1] > described.token + 1 or described.token > phrase[0] + 1
        has_more = has_more and document.lower[phrase[0]] != "the"
        name = name or (None if has_more else self.outlets.meant_by(described.head, phrase[0]))
        return SourceKind.OUTLET, self.written.get(name, name) if name else None

    def _role(self, phrase: Range, described: Described) -> Known:
        """Somebody called by role: one named in the phrase or given that role before, else unnamed."""
        document, head = self.reading.document, described.head
        words = document.lower[phrase[0] : phrase[1]]
        is_one_of = words[0] in ONE_OF or (len(words) > 1 and words[1] in ONE_OF)
        if (head.is_plural and not is_one_of) or self._are_two(phrase):
            return SourceKind.UNNAMED_GROUP, None
        capitals = capitals_in(self.reading, phrase, after_head=True)
        if capitals is not None:
            return SourceKind.NAMED_PERSON, capitals
        is_headline = document.sentence_of[phrase[0]] == 0  # it calls people by a role before the text names them
        has_no_article = self.reading.is_polish or (is_headline and not document.classes[phrase[0]] & W.DET)
        is_definite = words[0] in _DEFINITE or (has_no_article and _INDEFINITE.isdisjoint(words[:2]))
        if is_definite and not is_one_of and len(words) <= MAX_CALLED_TOKENS + 1:
            found = self.speakers.of_role(phrase, described)
            if found is not None:
                return found
        if not (is_definite and is_headline):
            self.speakers.unnamed.add(head.lemma)
        return SourceKind.UNNAMED_PERSON, None

    def _by_shape(self, phrase: Range, number: str | None) -> Known:
        """The kind of a phrase without a known noun or name, by capitals, numbers and endings."""
        document = self.reading.document
        calling = self._calling(phrase)
        if calling is not None:
            return self._role(phrase, Described(calling, phrase[0]))
        classes = [document.classes[token] for token in range(*phrase)]
        name = capitals_in(self.reading, phrase)
        if name is None:
            is_first = any(c & W.FIRST_PERSON for c in classes) or (number == "sg" and all(c & W.NUM for c in classes))
            return (SourceKind.UNNAMED_PERSON if is_first else SourceKind.UNNAMED_GROUP), None
        run = name.split()
        if len(run) == 1 == len(classes) and (number == "pl" or self._is_ordinary(phrase[0])):
            return (SourceKind.UNNAMED_GROUP if number == "pl" else SourceKind.UNNAMED_PERSON), None
        if any(c & W.UPPER for c in classes) and len(run) == 1:
            return SourceKind.NAMED_ORGANIZATION, name
        if any(c & (W.COORD | W.NUM) for c in classes) and len(run) < 2:
            return SourceKind.UNNAMED_GROUP, None
        first = next(token for token in range(*phrase) if document.words[token] == run[0])
        if self.reading.is_polish and self._is_no_name(phrase, (first, first + len(run))):
            return SourceKind.UNNAMED_GROUP, None
        is_institution = len(run) == 1 and run[0] in self.persons.institutions
        if is_institution or len(run) > 3 or is_organization_name(document, (first, first + len(run))):
            return SourceKind.NAMED_ORGANIZATION, name
        return SourceKind.NAMED_PERSON, self.persons.add((first, first + len(run))).name

    def _are_two(self, phrase: Range) -> bool:
        """Whether an English phrase joins two people, each with an article: "a guard and a driver"."""
        document = self.reading.document
        joints = (t for t in range(phrase[0] + 1, phrase[1] - 1) if document.classes[t] & W.COORD)
        return not self.reading.is_polish and any(document.lower[joint + 1] in ("a", "an", "the") for joint in joints)

    def _calling(self, phrase: Range) -> Head | None:
        """The Polish word for somebody's calling that no list has, by its ending: "toksykolog", "harfiści"."""
        document = self.reading.document
        word, is_name = document.lower[phrase[0]], document.classes[phrase[0]] & W.CAPITAL
        is_long = self.reading.is_polish and phrase[1] - phrase[0] == 1 and len(word) >= MIN_CALLING_LETTERS
        if not is_long or not word.endswith(_CALLINGS) or (is_name and not document.begins_sentence(phrase[0])):
            return None
        return Head("person", word.endswith(_MANY), "f" if word.endswith(_WOMEN) else "m", word)

    def _is_no_name(self, phrase: Range, run: Range) -> bool:
        """Whether Polish capitals name nobody: an abstract noun, or whose something is that no list knows."""
        last = self.reading.document.words[run[1] - 1]
        is_thing = run[1] - run[0] == 1 and last.endswith(_ABSTRACT)
        is_owner = run[0] > phrase[0] and (is_plainly_oblique(last) or last.endswith(("ych", "ich", "ów")))
        return is_thing or is_owner

    def _is_ordinary(self, token: int) -> bool:
        """Whether a word is capitalised only for beginning its sentence: it stands in lower case elsewhere."""
        document = self.reading.document
        word = document.lower[token]
        if not document.begins_sentence(token) or len(word) < 4:
            return False
        if not self.ordinary:
            self.ordinary.update(word for word in document.words if word.islower())
        return any(stem + ending in self.ordinary for stem in (word, word[:-1]) for ending in _NOUN_ENDINGS)


_NOUN_ENDINGS = ("", "a", "owi", "em", "u", "y", "i", "ów", "om", "ie", "ą", "ę", "s")
_ASKED = (*ASKED, "cytowan")
MIN_CALLING_LETTERS = 8
_MANY, _WOMEN = ("czycy", "iści", "yści", "lodzy"), ("lożka", "istka", "ystka", "anka")
_CALLINGS = ("log", "ista", "ysta", "anin", *_MANY, *_WOMEN)
_ABSTRACT = ("stwo", "ość", "cja", "enie", "anie", "izm")
_DEFINITE = frozenset("the that this".split())
_INDEFINITE = frozenset(
    "pewien pewna jakiś jakaś inny inna kolejny kolejna drugi druga trzeci trzecia anonimowy anonimowa każdy każda "
    "żaden żadna".split()
)
_AUTHORITIES = frozenset("władze authorities linie".split())


def read_sources(reading: Reading) -> SourceReader:
    """A reader of sources for one document."""
    taken = {token: entry[0] for token, entry in reading.names.items()}
    persons = index_persons(reading.document, taken)
    speakers = Speakers(reading, persons, introduced=introduced_roles(reading.document))
    return SourceReader(reading, persons, speakers, find_outlets(reading), names_as_written(reading))
