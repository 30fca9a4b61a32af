"""Document -> the persons it names: full names in base form, roles, gender, and where they are mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from credscore.declension import base_forms, is_plainly_oblique, same_stem
from credscore.document import Document
from credscore.names import capital_runs, honorific_before, honorifics_of, own_roles, person_name
from credscore.roles import can_be_nominative, head_at, is_oblique, is_owner, is_post, is_title, roles_before
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_PERSONS = 100
"""So many persons, the last named, can a role or pronoun refer to."""
MAX_RUNS = 12
"""So many runs of capitals of one phrase are looked at."""
_STEM = 3
"""Names are found by so many first letters: no ending of a short name like "Sowa" is among them."""
_FEMININE = ("ska", "cka", "dzka", "skiej", "ckiej", "dzkiej", "ską", "cką", "dzką")
"""Endings of surnames that only women have."""
_PLACES = frozenset("w we at in".split())


@dataclass(slots=True, eq=False)
class Person:
    """Somebody the article names: the fullest name in base form, gender ("m", "f" or None), and the roles given.

    ``roles`` are lemmas, each with what it is held with (see ``roles.held_with``).
    """

    words: tuple[str, ...]
    gender: str | None
    at: int
    roles: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name as one string."""
        return " ".join(self.words)


@dataclass(slots=True, eq=False)
class PersonIndex:
    """The persons of one document, found again by any part of their name.

    ``mentions`` are the places where they are named, in text order; ``institutions`` single names that are no persons'.
    """

    document: Document
    persons: list[Person] = field(default_factory=list)
    by_stem: dict[str, list[tuple[str, Person]]] = field(default_factory=dict)
    capitals: dict[str, set[str]] = field(default_factory=dict)
    runs: tuple[Range, ...] = ()
    mentions: list[tuple[int, Person]] = field(default_factory=list)
    institutions: set[str] = field(default_factory=set)

    def runs_in(self, phrase: Range) -> list[Range]:
        """The runs of capitalised words that begin inside a phrase."""
        low = bisect_left(self.runs, (phrase[0], 0))
        return [run for run in self.runs[low : low + MAX_RUNS] if run[0] < phrase[1]]

    def find(self, word: str, before: int | None = None) -> Person | None:
        """The person whose name a word is a part of, in any case form.

        Of several the one introduced last, before a token if one is given and anybody was.
        """
        is_polish = self.document.language.code == "pl"
        first: Person | None = None
        for known, person in reversed(self.by_stem.get(word[:_STEM].lower(), ())):
            if word == known or (is_polish and same_stem(word, known)):
                if before is None or person.at < before:
                    return person
                first = person
        return first

    def named(self, name: str) -> Person | None:
        """The person who has a full name."""
        near = self.by_stem.get(name.rsplit(maxsplit=1)[-1][:_STEM].lower(), ())
        return next((person for _, person in near if person.name == name), None)

    def by_role(self, role: str, before: int, held: frozenset[str] = frozenset()) -> Person | None:
        """The person last given a role before a token, or else the only one given it after (headlines go ahead).

        ``held`` is what the role is held with, if that is said: of "premier Peru" nobody is meant who is another's.
        """
        holders = [
            person
            for person in self.persons[-MAX_PERSONS:]
            if role in person.roles and self._holds(role, person.roles[role], held)
        ]
        earlier = [person for person in holders if person.at < before]
        if earlier:
            return earlier[-1]
        return holders[0] if len(holders) == 1 else None

    def _holds(self, role: str, held: frozenset[str], wanted: frozenset[str]) -> bool:
        """Whether a role held with something can be the one that is wanted; an office says what it is held with."""
        if not wanted or held & wanted:
            return True
        is_polish = self.document.language.code == "pl"  # English has places and schools before any role
        return not (held and is_polish) and not is_title(self.document, role)

    def last(self, gender: str | None, before: int) -> Person | None:
        """The person last mentioned before a token whose gender is the one given, or not known."""
        named = self.last_named(before)
        return next((person for person in named if gender is None or person.gender in (gender, None)), None)

    def last_named(self, before: int) -> Iterator[Person]:
        """The persons mentioned before a token, the last one first."""
        number = bisect_left(self.mentions, before, key=_token)
        yield from dict.fromkeys(person for _, person in reversed(self.mentions[max(0, number - MAX_PERSONS) : number]))

    def only_subject(self, low: int, high: int) -> Person | None:
        """The one person named in a stretch in a form that can be a Polish nominative, if there is just one."""
        first, last = (bisect_left(self.mentions, at, key=_token) for at in (low, high))
        classes = self.document.classes
        named = [
            person
            for token, person in self.mentions[first:last]
            if not is_oblique(self.document, (token, token + len(person.words))) and not classes[token - 1] & W.PREP
        ]
        return named[0] if len(set(named)) == 1 else None

    def add(self, run: Range) -> Person:
        """The person that a run of capitalised words names, new or known before."""
        document = self.document
        written = _written(document, run)
        known = self.find(written[-1])
        if known is not None and _is_relative(known, written):
            known = None
        if known is not None and (len(written) <= len(known.words) or len(known.words) > 1):
            return known
        words, gender = self._base(written, run[0])
        if known is not None:
            known.words, known.gender = words, gender or known.gender
            person = known
        else:
            person = Person(words, gender, run[0])
            self.persons.append(person)
        self._remember(person)
        return person

    def _remember(self, person: Person) -> None:
        """Make a person known by each part of the name, those of double names too."""
        parts = (part for word in person.words for part in (word, *word.split("-")))
        for part in dict.fromkeys(parts):
            if len(part) > 2:
                self.by_stem.setdefault(part[:_STEM].lower(), []).append((part, person))

    def _base(self, written: list[str], at: int) -> tuple[tuple[str, ...], str | None]:
        """A name in base form, and the gender that its first name, its ending or the role before it shows."""
        first = self.document.language.first_names.get(written[0].replace("’", "'").partition("'")[0])
        gender = first[1] if first else self._gender_of_honorific(at)
        if self.document.language.code != "pl":
            return tuple(written), gender
        role = next((head for _, head in roles_before(self.document, (at, at + len(written)))), None)
        if gender is None and role is not None and (role.gender == "f" or not written[0].endswith("a")):
            gender = role.gender  # "minister Anna Sowa" is no man
        if first is None and written[-1].endswith(_FEMININE):
            gender = "f"
        is_oblique = self._is_oblique(written, first[0] if first else None, at)
        near = self.capitals.get(written[0][:_STEM].lower(), ())
        is_first = first is not None and (len(written) > 1 or first[0] in near)
        head = first[0] if first and is_first else self._base_form(written[0], gender, is_oblique)
        gender = gender or self.document.language.first_names.get(head, ("", None))[1]
        rest = tuple(self._base_form(word, gender, is_oblique) for word in written[1:])
        is_man = first is None and head.endswith("a") and any(base + "a" in written for base in rest)
        return ((head[:-1], *rest), "m") if is_man else ((head, *rest), gender)  # "Willa Quella": Will Quell

    def _gender_of_honorific(self, name: int) -> str | None:
        honorific = honorific_before(self.document, name)
        return honorifics_of(self.document).get(honorific) if honorific is not None else None

    def _is_oblique(self, written: list[str], first: str | None, at: int) -> bool | None:
        """Whether a name stands in another case than the nominative; None where neither it nor its role shows that."""
        if first is not None and len(written) > 1:
            if first != written[0] or is_plainly_oblique(written[-1]):
                return True
            return False if first[-1] not in "eioyu" else None
        if any(is_plainly_oblique(word) for word in written):
            return True
        role = head_at(self.document, at - 1) if at else None
        name = at, at + len(written)
        is_own = role is not None and not is_owner(self.document, name, role, can_be_nominative(self.document, at - 1))
        return not can_be_nominative(self.document, at - 1) if is_own else None

    def _base_form(self, word: str, gender: str | None, is_oblique: bool | None) -> str:
        """The base form of a part of a name: one that stands in the article if there is one, else by its ending."""
        if is_oblique is False:
            return word
        near = self.capitals.get(word[:_STEM].lower(), ())
        bases = base_forms(word, gender)
        standing = next((base for base in bases if base in near), None)
        if standing is not None:
            return standing
        return bases[0] if is_oblique else self._shortest(word)

    def _shortest(self, word: str) -> str:
        """The shortest form of a surname in the article, which is its base form when that occurs at all."""
        bare = word.replace("’", "'").split("'")[0]
        forms = {form for form in self.capitals.get(bare[:_STEM].lower(), ()) if same_stem(form, bare)} | {bare}
        is_genitive = {form for form in forms if form.endswith("i") and form + "a" in forms}  # "Asi" beside "Asia"
        return min(forms - is_genitive, key=lambda form: (len(form), form))


def _written(document: Document, run: Range) -> list[str]:
    """The words of a name, each initial with its full stop: "George W. Bush"."""
    written: list[str] = []
    for word in document.words[run[0] : run[1]]:
        if word == "." and written:
            written[-1] += word
        elif word not in ("'s", "’s"):
            written.append(word)
    return written


def _token(mention: tuple[int, Person]) -> int:
    return mention[0]


def _is_relative(known: Person, written: list[str]) -> bool:
    """Whether a name has the surname of a known person, but another first name."""
    if len(known.words) < 2 or len(written) < 2:
        return False
    first, other = known.words[0], written[0]
    is_initial = len(first) == 1 or len(other) == 1
    return not is_initial and first[: _STEM - 1] != other[: _STEM - 1] and same_stem(known.words[-1], written[-1])


def index_persons(document: Document, taken: dict[int, int]) -> PersonIndex:
    """The persons that a document names with a first name, or with a role before or behind the name.

    Args:
        document: the article.
        taken: first token -> end of the names of outlets and other known actors, which are no persons.
    """
    index = PersonIndex(document, runs=tuple(capital_runs(document, taken)))
    for start, end in index.runs:
        for word in document.words[start:end]:
            index.capitals.setdefault(word[:_STEM].lower(), set()).add(word)
    counts = Counter(tuple(document.words[slice(*run)]) for run in index.runs)
    for run in index.runs:
        name = person_name(document, run, counts[tuple(document.words[slice(*run)])] > 1)
        if name is not None:
            person = index.add(name)
            for role, held in own_roles(document, name):
                person.roles[role] = person.roles.get(role, frozenset()) | held
    _note_mentions(index)
    return index


def _note_mentions(index: PersonIndex) -> None:
    """Note in an index where persons are mentioned, and which single names are those of institutions.

    Such a name stands behind "in" or "at", or behind a post that is held with it: "w Brzasku", "szefowa Brzasku".
    """
    document = index.document
    for start, end in index.runs:
        person = index.find(document.words[end - 1], end)
        if person is not None:
            index.mentions.append((start, person))
        elif end - start == 1 and start:
            role = head_at(document, start - 1)
            if document.lower[start - 1] in _PLACES or (role is not None and is_post(document, role)):
                index.institutions.add(document.words[start])
