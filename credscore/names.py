"""Document -> the persons it names: full names, base forms, roles, gender."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from credscore.document import Document
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_NAME_TOKENS = 4
MAX_PERSONS = 100
"""So many persons, the last named, can a role or pronoun refer to."""
MAX_RUNS = 12
"""So many runs of capitals of one phrase are looked at."""
_STEM = 3
"""Names are found by so many first letters: no ending of a short name like "Sowa" is among them."""
_ENDINGS = frozenset(
    ["", *"a u e y i ą ę em iem ie ego iego emu iemu im ym owi ów ej iej 'a 'owi 'em 'ego 'emu 'ie".split()]
)
_MOVING = frozenset("ka kowi kiem ku".split())
"""Endings of names whose e moves: "Dudek", "Dudka"."""
_PARTICLES = frozenset("de da di van von der den al el bin ibn del la le du".split())


@dataclass(slots=True)
class Person:
    """Somebody the article names: the fullest name in base form, gender ("m", "f" or None), and the roles given."""

    words: tuple[str, ...]
    gender: str | None
    at: int
    roles: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The name as one string."""
        return " ".join(self.words)


@dataclass(slots=True, eq=False)
class PersonIndex:
    """The persons of one document, found again by any part of their name."""

    document: Document
    persons: list[Person] = field(default_factory=list)
    by_stem: dict[str, list[tuple[str, Person]]] = field(default_factory=dict)
    capitals: dict[str, set[str]] = field(default_factory=dict)
    runs: tuple[Range, ...] = ()

    def runs_in(self, phrase: Range) -> list[Range]:
        """The runs of capitalised words that begin inside a phrase."""
        low = bisect_left(self.runs, (phrase[0], 0))
        return [run for run in self.runs[low : low + MAX_RUNS] if run[0] < phrase[1]]

    def find(self, word: str) -> Person | None:
        """The person whose name a word is a part of, in any case form; the last named one of several."""
        for known, person in reversed(self.by_stem.get(word[:_STEM].lower(), ())):
            if word == known or (self.document.language.code == "pl" and same_stem(word, known)):
                return person
        return None

    def by_role(self, role: str, before: int) -> Person | None:
        """The person last given a role before a token, or else the only one given it after (headlines go ahead)."""
        holders = [person for person in self.persons[-MAX_PERSONS:] if role in person.roles]
        earlier = [person for person in holders if person.at < before]
        if earlier:
            return earlier[-1]
        return holders[0] if len(holders) == 1 else None

    def last(self, gender: str | None, before: int) -> Person | None:
        """The person of a gender last introduced before a token."""
        for person in reversed(self.persons[-MAX_PERSONS:]):
            if person.at < before and gender in (person.gender, None):
                return person
        return None

    def add(self, run: Range) -> Person:
        """The person that a run of capitalised words names, new or known before."""
        document = self.document
        written = [word for word in document.words[run[0] : run[1]] if word not in ("'s", "’s")]
        known = self.find(written[-1])
        if known is not None and _is_relative(known, written):
            known = None
        if known is not None and (len(written) <= len(known.words) or len(known.words) > 1):
            return known
        words, gender = self._base(written)
        if known is not None:
            known.words, known.gender = words, gender or known.gender
            person = known
        else:
            person = Person(words, gender, run[0])
            self.persons.append(person)
        for word in words:
            if len(word) > 2:
                self.by_stem.setdefault(word[:_STEM].lower(), []).append((word, person))
        return person

    def _base(self, written: list[str]) -> tuple[tuple[str, ...], str | None]:
        """A name in base form as far as the article shows it, and the gender of its first name."""
        first = self.document.language.first_names.get(written[0])
        gender = first[1] if first else None
        if self.document.language.code != "pl":
            return tuple(written), gender
        head = first[0] if first and len(written) > 1 else self._shortest(written[0])
        return (head, *(self._shortest(word) for word in written[1:])), gender

    def _shortest(self, word: str) -> str:
        """The shortest form of a surname in the article, which is its base form when that occurs at all."""
        bare = word.replace("’", "'").split("'")[0]
        forms = {form for form in self.capitals.get(bare[:_STEM].lower(), ()) if same_stem(form, bare)} | {bare}
        is_genitive = {form for form in forms if form.endswith("i") and form + "a" in forms}  # "Asi" beside "Asia"
        return min(forms - is_genitive, key=lambda form: (len(form), form))


def _is_relative(known: Person, written: list[str]) -> bool:
    """Whether a name has the surname of a known person, but another first name."""
    if len(known.words) < 2 or len(written) < 2:
        return False
    first, other = known.words[0], written[0]
    is_initial = len(first) == 1 or len(other) == 1
    return not is_initial and first[: _STEM - 1] != other[: _STEM - 1] and same_stem(known.words[-1], written[-1])


def same_stem(first: str, second: str) -> bool:
    """Whether two words can be case forms of one Polish name.

    >>> same_stem("Sullivana", "Sullivan"), same_stem("Kowalska", "Kowalczyk")
    (True, False)
    """
    shorter, longer = sorted((first.replace("’", "'"), second.replace("’", "'")), key=len)
    common = 0
    for left, right in zip(shorter, longer, strict=False):
        if left != right:
            break
        common += 1
    is_close = common >= max(3, len(shorter) - 2)
    rests = {shorter[common:], longer[common:]}
    return is_close and (rests <= _ENDINGS or ("ek" in rests and bool(rests & _MOVING)))


def index_persons(document: Document, taken: dict[int, int]) -> PersonIndex:
    """The persons that a document names with a first name, or with a role right before the name.

    Args:
        document: the article.
        taken: first token -> end of the names of outlets and other known actors, which are no persons.
    """
    index = PersonIndex(document, runs=tuple(capital_runs(document, taken)))
    for start, end in index.runs:
        for word in document.words[start:end]:
            index.capitals.setdefault(word[:_STEM].lower(), set()).add(word)
    for start, end in index.runs:
        first = next((t for t in range(start, end) if document.classes[t] & W.FIRST_NAME), None)
        role = _role_before(document, start)
        if first is not None and end - first > 1:
            person = index.add((first, end))
        elif role is not None and end - start <= 3 and not document.classes[start] & W.UPPER:
            person = index.add((start, end))
        else:
            continue
        person.roles.update(_roles_of(document, start, end))
    return index


def capital_runs(document: Document, taken: dict[int, int]) -> Iterable[Range]:
    """Runs of capitalised words within a sentence, particles like "van" inside them allowed."""
    classes, lower, count = document.classes, document.lower, len(document.words)
    token = 0
    while token < count:
        if token in taken:
            token = taken[token]
            continue
        if not classes[token] & W.CAPITAL or (
            classes[token] & (W.DET | W.PREP | W.PRONOUN | W.COORD | W.SUBORD | W.REL | W.AUX)
        ):
            token += 1
            continue
        end = token + 1
        while end < count and end not in taken and end - token < MAX_NAME_TOKENS:
            is_initial = document.words[end] == "." and len(document.words[end - 1]) == 1
            is_particle = lower[end] in _PARTICLES and _leads_to_name(document, end)
            if (
                not (classes[end] & W.CAPITAL or is_initial or is_particle)
                or document.sentence_of[end] != document.sentence_of[token]
            ):
                break
            end += 1
        yield token, end
        token = end


def _leads_to_name(document: Document, particle: int) -> bool:
    """Whether a capitalised word follows a particle of a name, or two of them: "van der Berg"."""
    near = zip(document.lower[particle + 1 : particle + 3], document.classes[particle + 1 : particle + 3], strict=True)
    first = next((word_class for word, word_class in near if word_class & W.CAPITAL or word not in _PARTICLES), 0)
    return bool(first & W.CAPITAL)


def _role_before(document: Document, start: int) -> str | None:
    """The role noun right before a name ("premier", "Senator"), as a form."""
    if start == 0:
        return None
    head = document.language.heads.get(document.lower[start - 1])
    return document.lower[start - 1] if head is not None and head.kind == "person" and not head.is_plural else None


def _roles_of(document: Document, start: int, end: int) -> set[str]:
    """The role nouns in the words around a name: up to six before it, or after a comma behind it."""
    low, high = document.sentence_bounds(start)
    heads = document.language.heads
    found = set()
    for token in range(start - 1, max(low, start - 7) - 1, -1):
        if document.classes[token] & (W.STOP | W.DASH | W.QUOTE | W.AUX | W.REL | W.THAT | W.SUBORD):
            break
        found.add(document.lower[token])
    if end < high and document.classes[end] & W.COMMA:
        found.update(document.lower[end + 1 : min(end + 5, high)])
    found.update(document.lower[start:end])
    return {word for word in found if word in heads and heads[word].kind == "person"}
