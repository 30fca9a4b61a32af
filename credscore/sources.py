"""Source phrases -> sources: of which kind each one is, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from credscore.frames import Reading
from credscore.language import Head
from credscore.media import unlisted_outlet
from credscore.names import Person, PersonIndex, index_persons
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


@dataclass(slots=True, eq=False)
class SourceReader:
    """Tells sources of one article apart, remembering who spoke and which outlet was named last."""

    reading: Reading
    persons: PersonIndex
    speakers: list[Source] = field(default_factory=list)
    last_outlet: str | None = None
    ordinary: set[str] = field(default_factory=set)

    @property
    def last_speaker(self) -> Source | None:
        """Who spoke last."""
        return self.speakers[-1] if self.speakers else None

    def identify(self, phrase: Range, number: str | None = None) -> Source:
        """The source that a phrase names or refers back to; ``number`` is that of its verb ("sg", "pl"), if known."""
        kind, name = self._kind_and_name(phrase, number)
        source = Source(span=self.reading.document.span(*phrase), kind=kind, name=name)
        if kind is SourceKind.OUTLET:
            self.last_outlet = name
        return source

    def resume(self, cue: Range) -> Source:
        """The source of a Polish cue whose subject is dropped: the last speaker that its number and gender allow."""
        span = self.reading.document.span(*cue)
        number, gender = self.reading.subject_of(cue)
        subject = self._subject_before(cue, gender) if number != "pl" else None
        if subject is not None:
            return Source(span=span, kind=SourceKind.NAMED_PERSON, name=subject.name)
        for speaker in reversed(self.speakers[-MAX_REMEMBERED_SPEAKERS:]):
            if self._agrees(speaker, number, gender):
                return Source(span=span, kind=speaker.kind, name=speaker.name)
        person = self.persons.last(gender, cue[0]) if number != "pl" else None
        if person is not None:
            return Source(span=span, kind=SourceKind.NAMED_PERSON, name=person.name)
        return Source(span=span, kind=SourceKind.UNNAMED_GROUP if number == "pl" else SourceKind.UNNAMED_PERSON)

    def _subject_before(self, cue: Range, gender: str | None) -> Person | None:
        """The named person who is the subject of the sentence before, when nobody has spoken since it began."""
        document = self.reading.document
        number = document.sentence_of[cue[0]] - 1
        if number < 0 or document.paragraph_of[document.sentences[number]] != document.paragraph_of[cue[0]]:
            return None
        low, high = document.sentences[number], document.sentences[number + 1]
        if self.last_speaker is not None and self.last_speaker.span[0] >= document.starts[low]:
            return None
        phrase = sentence_subject(document, low, high)
        person = self._person_in(phrase) if phrase is not None else None
        return person if person is not None and person.gender in (gender, None) else None

    def _agrees(self, speaker: Source, number: str | None, gender: str | None) -> bool:
        """Whether a verb of a number and gender can have a speaker as its subject."""
        if number == "pl":
            return speaker.kind in (SourceKind.UNNAMED_GROUP, SourceKind.NAMED_ORGANIZATION)
        if speaker.kind is SourceKind.NAMED_PERSON and speaker.name and gender:
            known = self.persons.find(speaker.name.split()[-1])
            return known is None or known.gender in (gender, None)
        return speaker.kind not in (SourceKind.UNNAMED_GROUP, SourceKind.OUTLET, SourceKind.DOCUMENT)

    def _kind_and_name(self, phrase: Range, number: str | None) -> tuple[SourceKind, str | None]:
        document = self.reading.document
        if phrase[1] - phrase[0] == 1 and document.classes[phrase[0]] & (W.PRONOUN | W.POSS | W.REL):
            return self._pronoun(phrase[0])
        whole = self._whole_name(phrase)
        if whole is not None:
            return (SourceKind.OUTLET if whole[1] else SourceKind.NAMED_ORGANIZATION), whole[0]
        outlet = unlisted_outlet(self.reading.document, phrase)
        if outlet is not None:
            return SourceKind.OUTLET, outlet
        person = self._person_in(phrase)
        head = self._head_of(phrase, number)
        if person is not None and (head is None or head.kind in ("person", "outlet", "organization", "group")):
            return SourceKind.NAMED_PERSON, person.name
        known = self._known_in(phrase)
        if head is not None:
            return self._by_head(phrase, head, known)
        if known is not None:
            return (SourceKind.OUTLET if known[1] else SourceKind.NAMED_ORGANIZATION), known[0]
        return self._by_shape(phrase, number)

    def _pronoun(self, token: int) -> tuple[SourceKind, str | None]:
        """Whom a pronoun stands for: the last speaker where number and gender allow it, else the last such person."""
        document = self.reading.document
        gender = document.language.pronouns.get(document.lower[token])
        if document.classes[token] & W.POSS or gender is None:
            gender = _GENDER_OF_POSSESSIVE.get(document.lower[token])
        speaker = self.last_speaker
        if gender == "pl":
            if speaker is not None and speaker.kind is not SourceKind.NAMED_PERSON:
                return speaker.kind, speaker.name
            return SourceKind.UNNAMED_GROUP, None
        if gender == "n" and speaker is not None and speaker.kind is not SourceKind.NAMED_PERSON:
            return speaker.kind, speaker.name
        if speaker is not None and speaker.kind in (SourceKind.NAMED_PERSON, SourceKind.UNNAMED_PERSON):
            known = self.persons.find(speaker.name.split()[-1]) if speaker.name else None
            if known is None or known.gender in (gender, None) or gender is None:
                return speaker.kind, speaker.name
        person = self.persons.last(gender, token)
        if person is not None:
            return SourceKind.NAMED_PERSON, person.name
        return (speaker.kind, speaker.name) if speaker is not None else (SourceKind.UNNAMED_PERSON, None)

    def _person_in(self, phrase: Range) -> Person | None:
        """The person whose name stands in a phrase."""
        document = self.reading.document
        end = phrase[1]
        for start, stop in self.persons.runs_in(phrase):
            if stop > end:
                continue
            if document.language.code == "en" and stop < end and document.lower[stop] in ("'s", "'"):
                continue
            has_surname = stop - start > 1 and document.classes[start] & W.FIRST_NAME
            for token in range(stop - 1, start - 1 + bool(has_surname), -1):
                person = self.persons.find(document.words[token])
                if person is not None:
                    return person
        return None

    def _head_of(self, phrase: Range, number: str | None) -> Head | None:
        """The role noun that a phrase is about: the first in Polish, in English the last before a preposition."""
        document = self.reading.document
        heads, lower, classes = document.language.heads, document.lower, document.classes
        found: Head | None = None
        for token in range(*phrase):
            if classes[token] & (W.PREP | W.COMMA | W.REL) and token > phrase[0] and found is not None:
                break
            role = self.reading.roles.get(token)
            if role is not None:
                is_plural = any(lower[t] in heads and heads[lower[t]].is_plural for t in range(role.start, role.end))
                return Head(role.rule.kind, is_plural or role.rule.kind == "group", None)
            if lower[token] in heads:
                found = heads[lower[token]]
                if not found.is_plural and self._is_plural(phrase, token, number):
                    found = replace(found, is_plural=True)
                if self.reading.is_polish:
                    break
        return found

    def _is_plural(self, phrase: Range, token: int, number: str | None) -> bool:
        """Whether a Polish noun that may be either is a plural here: "źródła podają", "trzy osoby"."""
        document = self.reading.document
        tags = document.tags(token, token + 1)
        if not self.reading.is_polish or not any(tag.startswith("pl:nom") for tag in tags):
            return False
        if any(tag.startswith("sg:nom") for tag in tags):
            return False
        counts = range(phrase[0], token)
        is_counted = any(document.classes[t] & W.NUM and document.lower[t] not in _ONE for t in counts)
        return number == "pl" or is_counted

    def _whole_name(self, phrase: Range) -> tuple[str, bool] | None:
        """The outlet or actor whose name a phrase is from end to end, an article and quotation marks aside."""
        document = self.reading.document
        start, end = phrase
        while start < end and (document.classes[start] & W.QUOTE or document.lower[start] == "the"):
            start += 1
        known = self.reading.names.get(phrase[0]) or self.reading.names.get(start)
        is_whole = known is not None and all(c & W.QUOTE for c in document.classes[known[0] : end])
        return (known[1].name, known[1].is_outlet) if known is not None and is_whole else None

    def _known_in(self, phrase: Range) -> tuple[str, bool] | None:
        """The outlet or actor that a phrase names: (name, is an outlet)."""
        for token in range(*phrase):
            known = self.reading.names.get(token)
            if known is not None and known[0] <= phrase[1] + 1:
                return known[1].name, known[1].is_outlet
        return None

    def _by_head(self, phrase: Range, head: Head, known: tuple[str, bool] | None) -> tuple[SourceKind, str | None]:
        document = self.reading.document
        if head.kind == "person":
            return self._role(phrase, head)
        if head.kind == "group":
            return SourceKind.UNNAMED_GROUP, None
        if head.kind == "document":
            return SourceKind.DOCUMENT, None
        if head.kind == "outlet":
            name = known[0] if known is not None and known[1] else self._capitals(phrase)
            if name is None and head.is_plural:
                return SourceKind.UNNAMED_GROUP, None
            return SourceKind.OUTLET, name or self.last_outlet
        if known is not None:
            return (SourceKind.OUTLET if known[1] else SourceKind.NAMED_ORGANIZATION), known[0]
        speaker = self.last_speaker
        is_back = document.lower[slice(*phrase)] == ["the", "agency"]
        if is_back and speaker is not None and speaker.kind is SourceKind.OUTLET:
            return speaker.kind, speaker.name
        if head.is_plural and self._capitals(phrase) is None and document.lower[phrase[0]] != "władze":
            return SourceKind.UNNAMED_GROUP, None
        return SourceKind.NAMED_ORGANIZATION, document.text[slice(*document.span(*phrase))]

    def _role(self, phrase: Range, head: Head) -> tuple[SourceKind, str | None]:
        """Somebody called by role: one named in the phrase or given that role before, else unnamed."""
        document = self.reading.document
        words = document.lower[phrase[0] : phrase[1]]
        is_one_of = words[0] in _ONE or (len(words) > 1 and words[1] in _ONE)
        if head.is_plural and not is_one_of:
            return SourceKind.UNNAMED_GROUP, None
        capitals = self._capitals(phrase, after_head=True)
        if capitals is not None:
            return SourceKind.NAMED_PERSON, capitals
        is_definite = words[0] in ("the", "ten", "ta") or (self.reading.is_polish and len(words) <= 5)
        if is_definite and not is_one_of:
            for word in words:
                person = self.persons.by_role(word, phrase[0])
                if person is not None:
                    return SourceKind.NAMED_PERSON, person.name
        return SourceKind.UNNAMED_PERSON, None

    def _capitals(self, phrase: Range, after_head: bool = False) -> str | None:
        """The capitalised words of a phrase that are its name; after a role only those right behind it."""
        document = self.reading.document
        heads = document.language.heads
        found: list[str] = []
        for token in range(*phrase):
            word_class = document.classes[token]
            is_name = word_class & W.CAPITAL and not word_class & (W.DET | W.PREP | W.POSS | W.UPPER * after_head)
            begins = document.begins_sentence(token) and token + 1 < phrase[1]
            is_adjective = begins and not document.classes[token + 1] & (W.CAPITAL | W.PREP | W.MARK | W.COORD)
            if is_adjective and not word_class & W.FIRST_NAME:
                continue
            if is_name and document.lower[token] not in heads and token not in self.reading.names:
                is_apposed = token - phrase[0] > 1 and document.classes[token - 1] & W.COMMA
                before = document.lower[token - 1 - bool(is_apposed)] if token > phrase[0] else ""
                if not after_head or found or (before in heads and heads[before].kind == "person"):
                    found.append(document.words[token])
            elif found:
                break
        return " ".join(found) if found else None

    def _by_shape(self, phrase: Range, number: str | None) -> tuple[SourceKind, str | None]:
        """The kind of a phrase without a known noun or name, by capitals, numbers and endings."""
        document = self.reading.document
        classes = [document.classes[token] for token in range(*phrase)]
        name = self._capitals(phrase)
        if name is None:
            is_first = any(c & W.FIRST_PERSON for c in classes) or (number == "sg" and all(c & W.NUM for c in classes))
            return (SourceKind.UNNAMED_PERSON if is_first else SourceKind.UNNAMED_GROUP), None
        run = name.split()
        if len(run) == 1 == len(classes) and self._is_ordinary(phrase[0]):
            return SourceKind.UNNAMED_PERSON, None
        if any(c & W.UPPER for c in classes) and len(run) == 1:
            return SourceKind.NAMED_ORGANIZATION, name
        if any(c & (W.COORD | W.NUM) for c in classes) and len(run) < 2:
            return SourceKind.UNNAMED_GROUP, None
        first = next(token for token in range(*phrase) if document.words[token] == run[0])
        if len(run) > 3 or any(word in _ORGANIZATION_WORDS for word in run):
            return SourceKind.NAMED_ORGANIZATION, name
        return SourceKind.NAMED_PERSON, self.persons.add((first, first + len(run))).name

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
_ONE = frozenset("jeden jedna one".split())
_GENDER_OF_POSSESSIVE = {"jego": "m", "jej": "f", "ich": "pl", "his": "m", "her": "f", "their": "pl", "its": "n"}
_ORGANIZATION_WORDS = frozenset(
    "Inc Corp Ltd LLC Co Group Company University Institute Center Centre Foundation Association Council Committee "
    "Union Party Bank Ministry Department Agency Office Court Commission Fund Society League Alliance Coalition "
    "Project Network Organization Organisation".split()
)


def read_sources(reading: Reading) -> SourceReader:
    """A reader of sources for one document."""
    taken = {token: entry[0] for token, entry in reading.names.items()}
    return SourceReader(reading, index_persons(reading.document, taken))
