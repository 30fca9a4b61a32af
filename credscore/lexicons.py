"""The files of a language pack -> rows, rules and form tables, each fault noted with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from credscore.patterns import Rule
from credscore.words import CLASS_OF_NAME

PATTERN_TABLES = ("verbs", "nouns", "cues", "hedges", "boosters", "anonymity", "descriptors", "credits")
"""The tables whose rows are patterns to be found in a text; of the descriptors only those of several words."""

COLUMNS = {
    "verbs": ("id", "pattern", "class", "direction", "frames", "example"),
    "nouns": ("id", "pattern", "class", "frames", "example"),
    "cues": ("id", "pattern", "class", "example"),
    "hedges": ("id", "pattern", "kind", "low", "high", "context", "example"),
    "boosters": ("id", "pattern", "example"),
    "anonymity": ("id", "pattern", "class", "example"),
    "descriptors": ("id", "pattern", "kind", "example"),
    "credits": ("id", "pattern", "class", "context", "example"),
    "outlets": ("name", "kind", "domain", "aliases", "example"),
    "actors": ("name", "aliases"),
    "roles": ("lemma", "class"),
    "first_names": ("name", "gender"),
    "function_words": ("word", "class"),
    "norms": ("word",),
    "counterexamples": ("must_not", "word", "sentence", "why"),
}

MINIMUM_ROWS = {
    "verbs": 100,
    "nouns": 50,
    "cues": 40,
    "hedges": 120,
    "boosters": 30,
    "anonymity": 30,
    "descriptors": 150,
    "credits": 10,
    "outlets": 250,
    "actors": 100,
    "roles": 50,
    "first_names": 300,
    "function_words": 200,
    "norms": 50,
    "counterexamples": 50,
}
"""A pack below these sizes is refused: a thin lexicon reads badly and silently."""

CLASSES = {
    "verbs": frozenset("say add reply ask demand think feel want judge show learn".split()),
    "nouns": frozenset("say add reply ask demand think feel want judge show learn".split()),
    "cues": frozenset("according as relay medium occasion hearsay".split()),
    "hedges": frozenset("epistemic evidential weasel unverified".split()),
    "anonymity": frozenset("request reason".split()),
    "credits": frozenset("label credit copyright picture signature".split()),
    "descriptors": frozenset("person group document organization outlet".split()),
    "outlets": frozenset("agency newspaper magazine broadcaster portal factchecker".split()),
    "roles": frozenset(
        "close post title anybody generic leader deputy politician lawyer expert doctor journalist cleric soldier "
        "official performer".split()
    ),
    "function_words": frozenset(CLASS_OF_NAME),
}
DIRECTIONS = frozenset({"subject", "from", "object"})
FRAMES = frozenset("quote that wh inf aby np topic pp ins as of to".split())


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its number in the file, and its cells by column."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def read_rows(path: Path, faults: list[str]) -> Iterator[Row]:
    """The rows of one table; what is wrong with the file is appended to ``faults``."""
    columns = COLUMNS[path.stem]
    if not path.is_file():
        faults.append(f"{path.name}: is not there")
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != columns:
        faults.append(f"{path.name}:1: the header must be {' '.join(columns)}")
        return
    seen: set[str] = set()
    for number, line in enumerate(lines[1:], 2):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            faults.append(f"{path.name}:{number}: {len(cells)} cells, {len(columns)} are needed")
        elif "id" in columns and cells[0] in seen:
            faults.append(f"{path.name}:{number}: the id {cells[0]!r} stands twice")
        else:
            seen.add(cells[0])
            row = Row(number, dict(zip(columns, cells, strict=True)))
            if fault := _kind_fault(path.stem, row):
                faults.append(f"{path.name}:{number}: {fault}")
            else:
                yield row


def _kind_fault(table: str, row: Row) -> str | None:
    """What is wrong with the class or kind of a row, or None."""
    kind = row.cells.get("class", row.cells.get("kind", ""))
    if table not in CLASSES or kind in CLASSES[table]:
        return None
    return f"{kind!r} is none of {', '.join(sorted(CLASSES[table]))}"


def rule_of(table: str, row: Row) -> Rule:
    """The rule that a row of a pattern table stands for.

    Raises:
        ValueError: a cell holds a value that its column does not know.
    """
    if fault := _kind_fault(table, row):
        raise ValueError(fault)
    direction = row.cells.get("direction", "subject")
    if direction not in DIRECTIONS:
        raise ValueError(f"direction {direction!r} is none of {', '.join(sorted(DIRECTIONS))}")
    frames = frozenset(row.cells["frames"].split(",")) if "frames" in row.cells else frozenset()
    if not frames <= FRAMES:
        raise ValueError(f"frames {', '.join(sorted(frames - FRAMES))} are not known")
    return Rule(
        id=row["id"],
        table=table,
        pattern=row["pattern"],
        kind=row.cells.get("class", row.cells.get("kind", "")),
        direction=direction,
        frames=frames,
        strength=_strength_of(row),
        context=row.cells.get("context", "-"),
        example=row["example"],
    )


def _strength_of(row: Row) -> tuple[float, float] | None:
    low, high = row.cells.get("low", "-"), row.cells.get("high", "-")
    if low == high == "-":
        return None
    if not 0 <= float(low) <= float(high) <= 1:
        raise ValueError(f"{low}-{high} is no interval of probability")
    return float(low), float(high)


def read_forms(path: Path, faults: list[str]) -> tuple[dict[str, list[str]], dict[str, tuple[str, ...]]]:
    """The forms of each lemma, and the grammatical tags of each form."""
    by_lemma: dict[str, list[str]] = {}
    tags: dict[str, tuple[str, ...]] = {}
    if not path.is_file():
        faults.append(f"{path.name}: is not there")
        return by_lemma, tags
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        cells = line.split("\t")
        if len(cells) != 3:
            faults.append(f"{path.name}:{number}: {len(cells)} cells, 3 are needed")
            continue
        lemma, form, tag = cells
        forms = by_lemma.setdefault(lemma, [])
        if not forms or forms[-1] != form:
            forms.append(form)
        tags[form] = (*tags.get(form, ()), *tag.split("|"))
    return by_lemma, tags


def read_words(path: Path) -> frozenset[str]:
    """The words of a list, one a line."""
    return frozenset(path.read_text(encoding="utf-8").split("\n")) - {""}
