"""Language packs: finds, loads and checks the data in languages/<code>/."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from credscore.errors import LanguageError
from credscore.lexicons import MINIMUM_ROWS, PATTERN_TABLES, Row, read_forms, read_rows, read_words, rule_of
from credscore.memory import Memory
from credscore.patterns import PatternIndex
from credscore.words import CLASS_OF_NAME, TOKEN, WordClass, fold, shape_of

LANGUAGES = Path(__file__).parent / "languages"

_IRREGULAR = (
    "became began bought broke brought built came caught chose drew drove fell fled flew forgot fought gave got grew "
    "held hid kept knew laid left lost made met paid ran rang rose sank sat saw sent shook shot slept sold spent spoke "
    "stole stood struck swore took taught threw went woke won wore wrote"
)
"""English past forms that no ending tells."""

_STEMS = (
    "sz|szed|pad|kład|krad|jad|siad|mar|laz|wióz|wioz|niós|nios|wiód|wiod|móg|mog|rós|ros|bieg|sch|wyk|nik|rzek|ciek"
)
"""What stands before the ł of Polish past forms without a vowel: "spadł", "wyszła", "uciekli"."""

_FINITE_ENDINGS = {
    "pl": re.compile(rf"(?:[aiy]ł|[aiyę]ł[aoy]|[aiyę]li|ął|uj[eą]|[ae]j[ąe]|[oa]no|(?:{_STEMS})(?:ł[aoy]?|li))\Z"),
    "en": re.compile(rf"[a-z]{{2}}ed\Z|\A(?:{'|'.join(_IRREGULAR.split())})\Z"),
}


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """An outlet or actor of the pack: its name, whether it is a medium, and the kind column."""

    name: str
    is_outlet: bool
    kind: str
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that names a source by its role: its kind ("person", "document", ...), number, gender and lemma."""

    kind: str
    is_plural: bool
    gender: str | None
    lemma: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """All that the reading knows of one language.

    ``patterns`` holds the cues, hedges and boosters; ``names`` outlets and actors by first and second word;
    ``heads`` the nouns of roles by form; ``norms`` the nouns that something is done by or counted per, which are no
    sources; ``roles`` the classes of the lemmas of roles (see ``lexicons.CLASSES``); ``tags`` the grammatical tags of
    the forms that the lexicons use.
    """

    code: str
    patterns: PatternIndex
    function_words: Mapping[str, int]
    pronouns: Mapping[str, str]
    abbreviations: frozenset[str]
    heads: Mapping[str, Head]
    norms: frozenset[str]
    first_names: Mapping[str, tuple[str, str]]
    names: Mapping[str, Mapping[str, Sequence[tuple[tuple[str, ...], NamedEntry]]]]
    roles: Mapping[str, frozenset[str]]
    tags: Mapping[str, tuple[str, ...]]
    classes: Memory[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "classes", Memory[int](self._look_up))

    def class_of(self, word: str) -> int:
        """The word classes of a word as it stands in the text."""
        return self.classes[word]

    def classes_of(self, words: Iterable[str]) -> list[int]:
        """The word classes of many words."""
        return list(map(self.classes.__getitem__, words))

    def _look_up(self, word: str) -> int:
        lower = fold(word)
        classes = shape_of(word) | self.function_words.get(word, self.function_words.get(lower, 0))
        if classes & WordClass.MARK:
            return classes
        tags = self.tags.get(lower, ())
        is_verb_form = _FINITE_ENDINGS[self.code].search(lower) and not classes & WordClass.NUM
        if is_verb_form or any(tag.startswith(_FINITE_TAGS) for tag in tags):
            classes |= WordClass.FINITE
        if lower in self.heads:
            classes |= WordClass.HEAD
        if any(":nom" in tag for tag in tags):
            classes |= WordClass.NOMINATIVE
        if all(part in self.first_names for part in word.partition("'")[0].split("-")):  # "Jean-Claude", "Gareth'a"
            classes |= WordClass.FIRST_NAME
        return classes


_FINITE_TAGS = ("fin", "praet", "cond", "imps", "pres", "past")


@cache
def available_languages() -> tuple[str, ...]:
    """The codes of the packs that are there, in alphabetical order."""
    return tuple(sorted(path.name for path in LANGUAGES.iterdir() if (path / "verbs.tsv").is_file()))


@cache
def load_language(code: str) -> Language:
    """The pack of a language, read once.

    Raises:
        LanguageError: there is no such pack, or it has faults; the message lists all of them with file and line.
    """
    if code not in available_languages():
        raise LanguageError(f"no language pack {code!r}; there are: {', '.join(available_languages())}")
    return read_pack(LANGUAGES / code)


def read_pack(folder: Path) -> Language:
    """The pack in a folder, which is named by the language code.

    Raises:
        LanguageError: rows are broken, lemmas unknown, or a table is below its minimum size; all faults at once.
    """
    faults: list[str] = []
    by_lemma, tags = read_forms(folder / "forms.tsv", faults)
    tables = {name: list(read_rows(folder / f"{name}.tsv", faults)) for name in MINIMUM_ROWS}
    for name, minimum in MINIMUM_ROWS.items():
        if len(tables[name]) < minimum:
            faults.append(f"{name}.tsv: {len(tables[name])} rows, at least {minimum} are needed")
    patterns = _index_patterns(tables, by_lemma, faults)
    heads = _read_heads(tables["descriptors"], by_lemma, tags, faults)
    first_names = _read_first_names(tables["first_names"], by_lemma)
    if faults:
        raise LanguageError(f"language pack {folder}:\n" + "\n".join(faults))
    words, pronouns = _read_function_words(tables["function_words"])
    return Language(
        code=folder.name,
        patterns=patterns,
        function_words=words,
        pronouns=pronouns,
        abbreviations=read_words(folder / "abbreviations.txt"),
        heads=heads,
        norms=frozenset(row["word"] for row in tables["norms"]),
        first_names=first_names,
        names=_index_names(tables),
        roles=_read_roles(tables["roles"]),
        tags=tags,
    )


def _index_patterns(
    tables: Mapping[str, list[Row]], by_lemma: Mapping[str, list[str]], faults: list[str]
) -> PatternIndex:
    index = PatternIndex()
    for name in PATTERN_TABLES:
        for row in tables[name]:
            if name == "descriptors" and " " not in row["pattern"]:
                continue
            try:
                index.add(rule_of(name, row), by_lemma)
            except KeyError as error:
                faults.append(f"{name}.tsv:{row.line}: lemma {error} is not in forms.tsv")
            except ValueError as error:
                faults.append(f"{name}.tsv:{row.line}: {error}")
    index.sort()
    return index


def _read_heads(
    rows: list[Row], by_lemma: Mapping[str, list[str]], tags: Mapping[str, tuple[str, ...]], faults: list[str]
) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for row in rows:
        pattern = row["pattern"]
        if " " in pattern:
            continue
        for part in pattern.split("|"):
            if part.startswith("{") and part[1:-1] not in by_lemma:
                faults.append(f"descriptors.tsv:{row.line}: lemma {part} is not in forms.tsv")
                continue
            lemma = part.strip("{}")
            for form in by_lemma[lemma] if part.startswith("{") else [part]:
                heads.setdefault(form.lower(), _head_of(row["kind"], tags.get(form, ()), lemma))
    return heads


def _head_of(kind: str, tags: tuple[str, ...], lemma: str) -> Head:
    nouns = [tag.split(":") for tag in tags if tag.startswith(("sg", "pl"))]
    is_plural = bool(nouns) and all(tag[0] == "pl" for tag in nouns)
    genders = {tag[2][0] for tag in nouns if len(tag) > 2}
    return Head(kind, is_plural, genders.pop() if len(genders) == 1 else None, lemma)


def _read_first_names(rows: list[Row], by_lemma: Mapping[str, list[str]]) -> dict[str, tuple[str, str]]:
    names: dict[str, tuple[str, str]] = {}
    for row in rows:
        for form in [*by_lemma.get(row["name"], ()), row["name"]]:
            names.setdefault(form[:1].upper() + form[1:], (row["name"], row["gender"]))
    return names


def _read_function_words(rows: list[Row]) -> tuple[dict[str, int], dict[str, str]]:
    words: dict[str, int] = {}
    for row in rows:
        words[row["word"]] = words.get(row["word"], 0) | CLASS_OF_NAME[row["class"]]
    pronouns = {row["word"]: row["class"].removeprefix("pron_") for row in rows if row["class"].startswith("pron_")}
    return words, pronouns


def _read_roles(rows: list[Row]) -> dict[str, frozenset[str]]:
    roles: dict[str, frozenset[str]] = {}
    for row in rows:
        roles[row["lemma"]] = roles.get(row["lemma"], frozenset()) | {row["class"]}
    return roles


def _index_names(tables: Mapping[str, list[Row]]) -> dict[str, dict[str, list[tuple[tuple[str, ...], NamedEntry]]]]:
    """The names by their first and second word ("" for those of one word), longer ones first."""
    entries: dict[tuple[str, ...], NamedEntry] = {}
    for form, entry in _named_forms(tables):
        if words := tuple(TOKEN.findall(form)):
            entries.setdefault(words, entry)
    found: dict[str, dict[str, list[tuple[tuple[str, ...], NamedEntry]]]] = {}
    for words in sorted(entries, key=len, reverse=True):
        second = words[1] if len(words) > 1 else ""
        found.setdefault(words[0], {}).setdefault(second, []).append((words, entries[words]))
    return found


def _named_forms(tables: Mapping[str, list[Row]]) -> Iterator[tuple[str, NamedEntry]]:
    for row in tables["outlets"]:
        domain = row["domain"] if row["domain"] != "-" else None
        entry = NamedEntry(row["name"], True, row["kind"], domain)
        for form in [row["name"], *row["aliases"].split("|"), domain or ""]:
            yield form, entry
    for row in tables["actors"]:
        for form in [row["name"], *row["aliases"].split("|")]:
            yield form, NamedEntry(row["name"], False, "actor")
