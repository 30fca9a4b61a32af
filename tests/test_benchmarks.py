from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality import __main__ as command
from benchmarks.quality import folds, polnear, records, sentences
from benchmarks.quality.breakdown import by_construction, by_kind
from benchmarks.quality.chains import measure_chains
from benchmarks.quality.constructions import construction_of
from benchmarks.quality.counts import Counts, Share, overlap, pair_up
from benchmarks.quality.floors import Floors, digest_of, faults_of, raised, read_floors, write_floors
from benchmarks.quality.records import MarkedArticle, read_attributions, read_gold
from benchmarks.quality.republished import measure_republished
from benchmarks.quality.tally import Tally
from benchmarks.quality.worst import worst_articles
from credscore.training import regressions

TEXT = "Rain fell, said Ann Lake. It may stop."


def _span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def _marked(words: str, **fields: Any) -> dict[str, Any]:
    start, end = _span(words)
    return {"start": start, "end": end, **fields}


def _form(content: str = "Rain fell", source: str = "Ann Lake", kind: str = "named_person") -> dict[str, Any]:
    link = _marked(source, kind=kind, name=None if kind == "unnamed_person" else source)
    attribution = {"cue": _marked("said"), "content": [_marked(content)], "chain": [link]}
    return {"attributions": [attribution], "hedges": [_marked("may", kind="epistemic", holder="author")]}


def test_counts() -> None:
    counts = Counts()
    assert counts.f1 == (0, 0)
    counts.add(right=1, gold=2, found=1)
    assert (counts.f1, counts.precision, counts.recall) == ((2, 3), (1, 1), (1, 2))


def test_share() -> None:
    share = Share()
    share.add(is_right=True)
    share.add(is_right=False)
    assert share.value == (1, 2)


@pytest.mark.parametrize(("a", "b", "expected"), [(set(), set(), 0), ({1}, {1}, 1), ({1, 2}, {2, 3}, 1 / 3)])
def test_overlap(a: set[int], b: set[int], expected: float) -> None:
    assert overlap(a, b) == pytest.approx(expected)


def test_pairs_are_one_to_one_best_first() -> None:
    assert pair_up([{1, 2, 3}, {3, 4}], [{3, 4, 5}, {1, 2}], 0) == [(0, 1), (1, 0)]
    assert pair_up([{1}], [{2}], 0) == []
    assert pair_up([{1, 2, 3, 4}], [{4, 5, 6}], 0.5) == []


def test_a_tally_adds_up_and_its_interval_is_the_same_each_time() -> None:
    tally = Tally()
    for right in (0, 1, 1, 1):
        tally.add({"share": (right, 1), "nothing": (0, 0)})
    assert tally.n_articles == 4
    assert tally.value("share") == 0.75
    low, high = tally.interval("share")
    assert (low, high) == tally.interval("share")
    assert low < 0.75 < high
    assert tally.value("nothing") == 0
    assert tally.interval("nothing") == (0, 0)


@pytest.fixture
def gold(tmp_path: Path) -> Iterator[Path]:
    link = {"span": _span("Ann Lake"), "kind": "named_person", "name": "Ann Lake"}
    attribution = {"cue": {"span": _span("said")}, "content": [{"span": _span("Rain fell")}], "chain": [link]}
    hedge = {"span": _span("may"), "kind": "epistemic", "holder": "author"}
    row = {"id": "en-1", "attributions": [attribution], "hedges": [hedge]}
    for folder, name, content in (("dev", "en-1.json", json.dumps(row)), ("texts", "en-1.txt", TEXT)):
        (tmp_path / "gold" / folder).mkdir(parents=True)
        (tmp_path / "gold" / folder / name).write_text(content)
    yield tmp_path / "gold" / "dev"
    read_gold.cache_clear()


def _articles(gold: Path, form: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> tuple[MarkedArticle, ...]:
    monkeypatch.setattr(records, "score_many", lambda articles: [form for _ in articles])
    return read_gold(gold, "en-")


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        (_form(), set()),
        (_form(content="Rain fell, said Ann Lake. It may stop."), {"content", "attribution", "chain", "kind", "name"}),
        (_form(source="It"), {"chain", "name"}),
        (_form(kind="outlet"), {"kind"}),
        ({"error": {}}, {"content", "cue", "attribution", "chain", "hedge", "kind", "name", "holder"}),
    ],
)
def test_chain_figures(gold: Path, form: dict[str, Any], wrong: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    tally = measure_chains(_articles(gold, form, monkeypatch))
    assert tally.n_articles == 1
    assert {name for name in tally.ratios if tally.value(name) < 1} == wrong | {"multi_hop", "unnamed"}


def test_breakdown_and_worst_articles(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = _articles(gold, _form(source="It", kind="outlet"), monkeypatch)
    assert by_construction(articles) == [("en", "indirect", "1", "1.00", "0.00", "0.00")]
    assert by_kind(articles) == [
        ("en", "named_person", "1", "1.00", "0.00", "0.00", "-"),
        ("en", "outlet", "0", "-", "-", "-", "0.00"),
    ]
    assert list(worst_articles(articles, 3)) == [
        "en-1: 1 errors, 1 attributions in the gold",
        "  chain    Ann Lake (named_person), found It (outlet)",
    ]


def test_worst_articles_tell_what_was_missed_and_what_is_surplus(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, *lines = worst_articles(_articles(gold, _form(content="It may stop"), monkeypatch), 1)
    assert lines == [
        "  missed   'said' Ann Lake (named_person): Rain fell",
        "  surplus  'said' Ann Lake (named_person): It may stop",
    ]


@pytest.mark.parametrize(
    ("text", "cue", "kind", "construction"),
    [
        ('"[It rained]," said Ann.', "said", "named_person", "quoted"),
        ("“[It rained],” said Ann.", "said", "named_person", "quoted"),
        ("Jak dodała Ewa: „[Pada]”.", "dodała", "named_person", "quoted"),
        ("[Pada] - powiedziała Ewa.", "powiedziała", "named_person", "quoted"),
        ("– [Pada]. Ewa powiedziała to głośno.", "powiedziała", "named_person", "quoted"),
        ("Ann said [it was “a lake” now].", "said", "named_person", "mixed"),
        ("Ann said [it was “a lake]”.", "said", "named_person", "mixed"),
        ("Ann said [it wasn't raining].", "said", "named_person", "indirect"),
        ("According to Ann, [it rained].", "According to", "named_person", "prepositional"),
        ("Zdaniem Ewy [pada].", "Zdaniem", "named_person", "prepositional"),
        ("[It rained] reportedly.", "reportedly", "unspecified", "hearsay"),
        ("Ann Lake: [it rained]", ":", "named_person", "headline"),
    ],
)
def test_constructions(text: str, cue: str, kind: str, construction: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    at = text.index(cue)
    link = {"start": 0, "end": 1, "kind": kind, "name": None}
    content = [{"start": start, "end": end}]
    row = {"cue": {"start": at, "end": at + len(cue)}, "content": content, "chain": [link]}
    [attribution] = read_attributions(text, {"attributions": [row]})
    assert construction_of(attribution, text) == construction


def _polnear(folder: Path, form: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Tally:
    gold = {"content": [_span("Rain fell")], "cue": [_span("said")], "source": [_span("Ann Lake")]}
    (folder / "dev.jsonl").write_text(json.dumps({"id": "1", "text": TEXT, "attributions": [gold]}))
    monkeypatch.setattr(polnear, "score_many", lambda articles, **_: [form for _ in articles])
    return polnear.measure_polnear(folder / "dev.jsonl")


def test_polnear_leaves_nested_attributions_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form = _form()
    form["attributions"].append(_form(content="fell", source="It")["attributions"][0])
    tally = _polnear(tmp_path, form, monkeypatch)
    assert {name: tally.value(name) for name in tally.ratios if tally.value(name) < 1} == {}


def test_polnear_counts_pairs_by_their_overlap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tally = _polnear(tmp_path, _form(content="Rain fell, said Ann", source="It"), monkeypatch)
    values = {name: tally.value(name) for name in tally.ratios}
    assert (values["match30"], values["match50"], values["source_right"], values["cue"]) == (1, 0, 0, 1)
    assert (values["indirect recall"], values["indirect precision"]) == (1, 1)
    assert values["micro"] == pytest.approx(2 * 3 / (5 + 6))  # the cue hides one token of the content


def test_polnear_takes_marks_that_touch_a_content_for_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“Rain fell,” said Ann Lake."
    gold = {"content": [[0, 12]], "cue": [[13, 17]], "source": [[18, 26]]}
    (tmp_path / "dev.jsonl").write_text(json.dumps({"id": "1", "text": text, "attributions": [gold]}))
    form = {"attributions": [{"cue": None, "content": [{"start": 1, "end": 10}], "chain": []}]}
    monkeypatch.setattr(polnear, "score_many", lambda articles, **_: [form for _ in articles])
    tally = polnear.measure_polnear(tmp_path / "dev.jsonl")
    assert tally.ratios["indirect recall"] == tally.ratios["indirect precision"] == [(0, 0)]


@pytest.mark.parametrize(
    ("form", "source", "content"),
    [(_form(), 1, 1), (_form(source="It"), 0, 1), (_form(content="Rain"), 1, 0), ({"error": {}}, 0, 0)],
)
def test_sentences(
    tmp_path: Path, form: dict[str, Any], source: int, content: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"cue": _marked("said"), "sources": [_marked("Ann Lake")], "contents": [_marked("Rain fell")]}
    bare = row | {"sources": []}
    path = tmp_path / "dev.jsonl"
    path.write_text("\n".join(json.dumps(r | {"text": TEXT}) for r in (row, bare)))
    monkeypatch.setattr(sentences, "score_many", lambda articles: [form for _ in articles])
    tally = sentences.measure_sentences(path, "pl")
    assert tally.ratios["cue and source"] == [(source, 1), ("attributions" in form, 1)]
    assert tally.value("content") == content


def test_republished(tmp_path: Path) -> None:
    rows = [
        {"text": "KESSEL (Reuters) - The bridge was shut on Monday.", "wire": "Reuters", "credit": "None"},
        {"text": "The bridge was shut on Monday.\n\nh/t: The Hill", "wire": "NA", "credit": "h/t: The Hill"},
        {"text": "The bridge was shut on Monday.", "wire": "AP", "credit": "None"},
        {"text": "The bridge was shut on Monday.", "wire": "None", "credit": "None"},
    ]
    path = tmp_path / "train.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    tally = measure_republished(path)
    assert (tally.value("wire precision"), tally.value("wire recall")) == (1, 0.5)
    assert tally.value("republished recall") == pytest.approx(2 / 3)


FLOORS: Floors = {"gold": {"digest": "d", "figures": {"chain": 0.5}}}


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"gold": ("d", {"chain": 0.5})}, None),
        ({"gold": ("d", {"chain": 0.4999})}, "gold: chain is 0.4999, below its floor 0.500"),
        ({"gold": ("d", {})}, "gold: chain is no longer measured; its floor is 0.500"),
        ({"gold": ("e", {"chain": 0.9})}, "gold: the floors were measured on other files (d, here e)"),
        ({"news": ("e", {"chain": 0.1})}, None),
        ({}, None),
    ],
)
def test_figures_are_held_to_their_floors(values: dict[str, tuple[str, dict[str, float]]], fault: str | None) -> None:
    assert list(faults_of(values, FLOORS)) == ([fault] if fault else [])


def test_floors_only_move_up(tmp_path: Path) -> None:
    assert raised({"gold": ("d", {"chain": 0.4})}, FLOORS) == FLOORS
    assert raised({"gold": ("e", {"chain": 0.9})}, FLOORS) == FLOORS
    higher = raised({"gold": ("d", {"chain": 0.7239, "cue": 0.1}), "news": ("n", {"share": 1.0})}, FLOORS)
    assert higher["gold"]["figures"] == {"chain": 0.723, "cue": 0.1}
    assert higher["news"]["figures"] == {"share": 1.0}
    write_floors(higher, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == higher
    assert read_floors(tmp_path / "none.json") == {}


def test_a_digest_tells_other_bytes_and_no_other_folder(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a", "b")]
    for path in files:
        path.write_text(path.name)
    digest = digest_of(files)
    assert digest == digest_of(reversed(files))
    files[0].write_text("c")
    assert digest != digest_of(files)


def _run(gold: Path, monkeypatch: pytest.MonkeyPatch, *options: str, floors: Floors | None = None) -> int:
    monkeypatch.setattr(records, "score_many", lambda articles: [_form() for _ in articles])
    monkeypatch.setattr(command, "read_floors", lambda: floors or {})
    monkeypatch.setattr(sys, "argv", ["quality", "--data", str(gold.parent.parent), *options])
    return command.main()


def test_the_command_prints_one_table(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(gold, monkeypatch, "--breakdown", "--errors", "1") == 0
    out = capsys.readouterr().out
    assert "| gold, English (1)" in out
    assert "construction" in out
    assert "en-1: 0 errors" in out
    assert out.count("skipped: ") == 12


def test_the_command_prints_the_rows_of_the_readme(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(gold, monkeypatch, "--format", "markdown")
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("| gold, English (1) | content | 1.000 (1.00-1.00) | ")
    assert second.startswith("| | cue | 1.000 (1.00-1.00) | ")


def test_the_command_holds_floors_and_raises_them(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written: list[Floors] = []
    monkeypatch.setattr(command, "write_floors", written.append)
    assert _run(gold, monkeypatch, "--raise", "--check") == 0
    [floors] = written
    assert floors["gold, English"]["figures"]["chain"] == 1
    assert _run(gold, monkeypatch, "--check", floors=floors) == 0
    floors["gold, English"]["figures"]["chain"] = 1.1
    assert _run(gold, monkeypatch, "--check", floors=floors) == 1
    assert "below its floor" in capsys.readouterr().out


def test_folds_read_each_article_by_models_that_have_not_seen_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Ann Lake said that rain fell on Monday. Ben Hill said that the bridge was shut."
    first = {"cue": {"span": [9, 13]}, "content": [{"span": [19, 38]}], "chain": [_gold_link(text, "Ann Lake")]}
    (tmp_path / "gold" / "dev").mkdir(parents=True)
    (tmp_path / "gold" / "texts").mkdir()
    for name in ("en-1", "en-2"):
        row = {"id": name, "attributions": [first], "hedges": []}
        (tmp_path / "gold" / "dev" / f"{name}.json").write_text(json.dumps(row))
        (tmp_path / "gold" / "texts" / f"{name}.txt").write_text(text)
    (tmp_path / "gold" / "folds.json").write_text(json.dumps({"en-1": 0, "en-2": 1}))
    for empty in ("annotations/en.jsonl", "data/news_en.jsonl"):
        (tmp_path / empty).parent.mkdir()
        (tmp_path / empty).touch()
    seen: list[set[int]] = []

    def fit(articles: Any) -> Any:
        seen.append({article.fold for article in articles})
        return regressions.fit(articles)

    monkeypatch.setattr(folds, "fit", fit)
    tally = folds.measure_gold(tmp_path, "en", None, tmp_path / "annotations")
    read_gold.cache_clear()
    assert seen == [{1}, {0}]
    assert tally.n_articles == 2
    assert tally.value("attribution") >= 0.5


def _gold_link(text: str, name: str) -> dict[str, Any]:
    start = text.index(name)
    return {"span": [start, start + len(name)], "kind": "named_person", "name": name}
