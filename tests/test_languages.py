"""The language packs as data: each row is held to its own example, each counterexample to silence."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from credscore.analysis import Analysis, analyze
from credscore.articles import Article
from credscore.cues import Cues, find_cues
from credscore.document import Document, read_document
from credscore.errors import LanguageError
from credscore.frames import Frame, Reading
from credscore.language import LANGUAGES, Language, available_languages, load_language, read_pack
from credscore.lexicons import COLUMNS, PATTERN_TABLES, Row, read_forms, read_rows, rule_of
from credscore.patterns import Match, PatternIndex
from credscore.reading import read_frames
from credscore.spans import Span

CODES = ("en", "pl")
MIN_EXAMPLE_WORDS = 4
MAX_WEAK_SPOTS = 25
WEAK_SPOTS = Path(__file__).parent / "known_weak_spots.tsv"

SIZES = {
    "verbs": 150,
    "nouns": 50,
    "cues": 100,
    "hedges": 120,
    "boosters": 50,
    "anonymity": 50,
    "descriptors": 300,
    "outlets": 250,
    "norms": 50,
    "counterexamples": 100,
}


@cache
def rows_of(code: str, table: str) -> tuple[Row, ...]:
    faults: list[str] = []
    rows = tuple(read_rows(LANGUAGES / code / f"{table}.tsv", faults))
    assert not faults
    return rows


@cache
def lemmas_of(code: str) -> dict[str, list[str]]:
    return read_forms(LANGUAGES / code / "forms.tsv", [])[0]


def own_matches(code: str, table: str, row: Row, document: Document) -> list[Match]:
    """Where the pattern of one row, and no other, stands in a document."""
    index = PatternIndex()
    index.add(rule_of(table, row), lemmas_of(code))
    index.sort()
    return index.matches(document.lower)


class Example:
    """The example of one row, read by every stage."""

    def __init__(self, code: str, text: str) -> None:
        self.language: Language = load_language(code)
        self.document: Document = read_document(text, self.language)
        self.cues: Cues = find_cues(self.document)
        self.analysis: Analysis = analyze(Article(text=text, language=code), threshold=0.0)
        self.reading: Reading
        self.frames: list[Frame]
        self.reading, self.frames = read_frames(self.document, self.cues)

    def span(self, match: Match) -> Span:
        return self.document.span(match.start, match.end)


def overlap(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]


Check = Callable[[Example, Row, Match], str | None]


def cue_fault(example: Example, row: Row, own: Match) -> str | None:
    """What is wrong with a cue: not found, or found and nothing read with it."""
    found = [
        match
        for match in example.cues.attributions.values()
        if match.start < own.end and own.start < match.end
        if match.rule.id == row["id"] or match.end - match.start >= own.end - own.start
    ]
    if not found:
        return "the cue is not found"
    if any(overlap((match.start, match.end), frame.cue) for match in found for frame in example.frames):
        return None
    if row["class"] in ("relay", "medium", "occasion"):
        taken = any(start < match.end and match.start < end for match in found for start, end in example.reading.taken)
        return None if taken else "nobody is cited"
    return "no attribution"


def hedge_fault(example: Example, row: Row, own: Match) -> str | None:
    found = [hedge for hedge in example.analysis.hedges if overlap(hedge.span, example.span(own))]
    if not found:
        return "no hedge"
    return None if row["kind"] in {hedge.kind for hedge in found} else f"a hedge of kind {found[0].kind}"


def booster_fault(example: Example, row: Row, own: Match) -> str | None:
    return None if any(overlap(span, example.span(own)) for span in example.analysis.boosters) else "no booster"


def anonymity_fault(example: Example, row: Row, own: Match) -> str | None:
    found = [is_reason for span, is_reason in example.analysis.anonymity if overlap(span, example.span(own))]
    if not found:
        return "no phrase of anonymity"
    return None if (row["class"] == "reason") in found else "of the other class"


def descriptor_fault(example: Example, row: Row, own: Match) -> str | None:
    if own.end - own.start == 1:
        head = example.language.heads.get(example.document.lower[own.start])
        kinds = {head.kind} if head is not None else set()
    else:
        roles = example.cues.roles.values()
        kinds = {role.rule.kind for role in roles if role.start < own.end and own.start < role.end}
    if not kinds:
        return "not known"
    return None if row["kind"] in kinds else f"known as {', '.join(sorted(kinds))}"


CHECKS: dict[str, Check] = {
    "verbs": cue_fault,
    "nouns": cue_fault,
    "cues": cue_fault,
    "hedges": hedge_fault,
    "boosters": booster_fault,
    "anonymity": anonymity_fault,
    "descriptors": descriptor_fault,
}


def faults_of(code: str, table: str) -> Iterator[str]:
    """One line for each row of a table that its own example does not bear out."""
    for row in rows_of(code, table):
        example = Example(code, row["example"])
        own = own_matches(code, table, row, example.document)
        faults = [CHECKS[table](example, row, match) for match in own] or ["the pattern is not in the example"]
        if None not in faults:
            yield f"{table}.tsv:{row.line}: {row['id']}: {faults[0]}: {row['example']}"


@pytest.mark.parametrize("table", CHECKS)
@pytest.mark.parametrize("code", CODES)
def test_every_row_is_borne_out_by_its_example(code: str, table: str) -> None:
    faults = list(faults_of(code, table))
    assert not faults, "\n".join([f"{len(faults)} rows", *faults])


@pytest.mark.parametrize("code", CODES)
def test_every_outlet_is_found_by_its_name(code: str) -> None:
    language = load_language(code)
    faults = []
    for row in rows_of(code, "outlets"):
        names = find_cues(read_document(row["example"], language)).names.values()
        if not any(entry.is_outlet and entry.name == row["name"] for _, entry in names):
            faults.append(f"outlets.tsv:{row.line}: {row['name']}: {row['example']}")
    assert not faults, "\n".join(faults)


NORM_SENTENCES = {
    "en": "The jars were sorted according to {} in the cellar.",
    "pl": "Słoiki ustawiono według {} w piwnicy.",
}


@pytest.mark.parametrize("code", CODES)
def test_norms_are_no_sources(code: str) -> None:
    texts = [NORM_SENTENCES[code].format(row["word"]) for row in rows_of(code, "norms")]
    assert [text for text in texts if Example(code, text).analysis.attributions] == []


def firings(code: str, row: Row) -> list[str]:
    """What a counterexample wrongly makes the reading find."""
    example = Example(code, row["sentence"])
    found = {
        "attribution": [attribution.cue for attribution in example.analysis.attributions],
        "hedge": [hedge.span for hedge in example.analysis.hedges],
        "booster": list(example.analysis.boosters),
    }
    if row["must_not"] == "any":
        return [kind for kind, spans in found.items() if spans]
    start = row["sentence"].find(row["word"])
    places = (start, start + len(row["word"]))
    return [row["must_not"] for span in found[row["must_not"]] if overlap(span, places)]


def weak_spots() -> list[tuple[str, Row]]:
    lines = WEAK_SPOTS.read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    cells = [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:] if not line.startswith("#")]
    return [(row["language"], Row(number, row)) for number, row in enumerate(cells, 2)]


@pytest.mark.parametrize("code", CODES)
def test_no_counterexample_fires(code: str) -> None:
    faults = [
        f"counterexamples.tsv:{row.line}: {row['must_not']} {row['word']!r}: {row['sentence']}"
        for row in rows_of(code, "counterexamples")
        if firings(code, row)
    ]
    assert not faults, "\n".join([f"{len(faults)} sentences", *faults])


def test_known_weak_spots_are_still_weak() -> None:
    """What passes here has been learned: move it to the counterexamples of its language."""
    learned = [f"{code}: {row['sentence']}" for code, row in weak_spots() if not firings(code, row)]
    assert not learned, "\n".join(learned)


def test_known_weak_spots_are_few_and_nowhere_else() -> None:
    spots = weak_spots()
    assert all(count <= MAX_WEAK_SPOTS for count in Counter(code for code, _ in spots).values())
    for code, row in spots:
        assert row["sentence"] not in {other["sentence"] for other in rows_of(code, "counterexamples")}


def test_the_packs_are_those_tested_here() -> None:
    assert available_languages() == CODES


@pytest.mark.parametrize("table", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_a_table_has_its_size(code: str, table: str) -> None:
    assert len(rows_of(code, table)) >= SIZES[table]


@pytest.mark.parametrize("code", CODES)
def test_hedges_are_of_all_kinds(code: str) -> None:
    kinds = Counter(row["kind"] for row in rows_of(code, "hedges"))
    assert set(kinds) == {"epistemic", "evidential", "weasel", "unverified"}
    assert min(kinds.values()) >= 15


@pytest.mark.parametrize("table", [name for name, columns in COLUMNS.items() if "id" in columns])
@pytest.mark.parametrize("code", CODES)
def test_ids_are_unique(code: str, table: str) -> None:
    counts = Counter(row["id"] for row in rows_of(code, table))
    assert [id_ for id_, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_examples_are_sentences_and_all_different(code: str) -> None:
    tables = [name for name, columns in COLUMNS.items() if "example" in columns]
    examples = [row["example"] for table in tables for row in rows_of(code, table)]
    assert [text for text in examples if "\t" in text or len(text.split()) < MIN_EXAMPLE_WORDS] == []
    assert [text for text, count in Counter(examples).items() if count > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_counterexamples_hold_their_word_once_each(code: str) -> None:
    rows = rows_of(code, "counterexamples")
    assert [row["sentence"] for row in rows if row["word"] not in row["sentence"]] == []
    assert {row["must_not"] for row in rows} == {"attribution", "hedge", "booster", "any"}
    assert [text for text, count in Counter(row["sentence"] for row in rows).items() if count > 1] == []


@pytest.mark.parametrize("table", PATTERN_TABLES)
@pytest.mark.parametrize("code", CODES)
def test_patterns_are_lower_case(code: str, table: str) -> None:
    assert [row["pattern"] for row in rows_of(code, table) if row["pattern"] != row["pattern"].lower()] == []


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LANGUAGES / "en", tmp_path / "en"))


def append(path: Path, line: str) -> int:
    """The number of the line that is written at the end of a file."""
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n{line}\n", encoding="utf-8")
    return text.count("\n") + 2


def test_all_faults_of_a_pack_are_told_at_once(pack: Path) -> None:
    said = rows_of("en", "verbs")[0]["id"]
    lines = {
        "verbs.tsv": append(pack / "verbs.tsv", f"{said}\t{{say}}\tsay\tsubject\tthat\tShe said that it was late."),
        "nouns.tsv": append(pack / "nouns.tsv", "too\tfew\tcells"),
        "cues.tsv": append(pack / "cues.tsv", "odd\todd\tloud\tThe odd cue has an odd class."),
        "hedges.tsv": append(pack / "hedges.tsv", "bent\tbent\tepistemic\t0.9\t0.1\t-\tThe bent pole fell last night."),
        "boosters.tsv": append(pack / "boosters.tsv", "lost\t{lostlemma}\tThe lost lemma has no forms."),
        "function_words.tsv": append(pack / "function_words.tsv", "grr\tnoise"),
        "forms.tsv": append(pack / "forms.tsv", "a\tb"),
    }
    (pack / "actors.tsv").unlink()
    with pytest.raises(LanguageError) as error:
        read_pack(pack)
    message = str(error.value)
    for name, line in lines.items():
        assert f"{name}:{line}: " in message
    assert "actors.tsv: is not there" in message


@pytest.mark.parametrize("table", SIZES)
def test_a_thin_pack_is_refused(pack: Path, table: str) -> None:
    lines = (pack / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    (pack / f"{table}.tsv").write_text("\n".join(lines[:10]) + "\n", encoding="utf-8")
    with pytest.raises(LanguageError, match=rf"{table}\.tsv: \d+ rows, at least \d+ are needed"):
        read_pack(pack)


def test_a_wrong_header_is_told(pack: Path) -> None:
    (pack / "hedges.tsv").write_text("id\tpattern\n", encoding="utf-8")
    with pytest.raises(LanguageError, match=r"hedges\.tsv:1: the header must be id pattern kind"):
        read_pack(pack)


def test_a_pack_that_is_whole_is_read(pack: Path) -> None:
    assert read_pack(pack).code == "en"


def test_an_unknown_language_is_answered_with_the_known_ones() -> None:
    with pytest.raises(LanguageError, match="there are: en, pl"):
        load_language("xx")
