from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality import chains, polnear
from benchmarks.quality.counts import Counts, Share, overlap, pair_up

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
    assert counts.f1 == 0
    counts.add(right=1, gold=2, found=1)
    assert counts.f1 == pytest.approx(2 / 3)


def test_share_of_nothing_is_zero() -> None:
    assert Share().value == 0


@pytest.mark.parametrize(("a", "b", "expected"), [(set(), set(), 0), ({1}, {1}, 1), ({1, 2}, {2, 3}, 1 / 3)])
def test_overlap(a: set[int], b: set[int], expected: float) -> None:
    assert overlap(a, b) == pytest.approx(expected)


def test_pairs_are_one_to_one_best_first() -> None:
    assert pair_up([{1, 2, 3}, {3, 4}], [{3, 4, 5}, {1, 2}], 0) == [(0, 1), (1, 0)]
    assert pair_up([{1}], [{2}], 0) == []
    assert pair_up([{1, 2, 3, 4}], [{4, 5, 6}], 0.5) == []


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    link = {"span": _span("Ann Lake"), "kind": "named_person", "name": "Ann Lake"}
    attribution = {"cue": {"span": _span("said")}, "content": [{"span": _span("Rain fell")}], "chain": [link]}
    hedge = {"span": _span("may"), "kind": "epistemic", "holder": "author"}
    row = {"id": "en-1", "attributions": [attribution], "hedges": [hedge]}
    for folder, name, content in (("dev", "en-1.json", json.dumps(row)), ("texts", "en-1.txt", TEXT)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(content)
    return tmp_path


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
    monkeypatch.setattr(chains, "score_many", lambda articles: [form for _ in articles])
    figures, n = chains.measure_chains(gold / "dev", gold / "texts", "en-")
    numbers = figures.as_numbers()
    assert n == 1
    assert {name for name, number in numbers.items() if number < 1} == wrong | {"multi_hop", "unnamed"}


def test_polnear_leaves_nested_attributions_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold = {"content": [_span("Rain fell")], "cue": [_span("said")], "source": [_span("Ann Lake")]}
    (tmp_path / "dev.jsonl").write_text(json.dumps({"id": "1", "text": TEXT, "attributions": [gold]}))
    form = _form()
    form["attributions"].append(_form(content="fell", source="It")["attributions"][0])
    monkeypatch.setattr(polnear, "score_many", lambda articles: [form for _ in articles])
    figures, _ = polnear.measure_polnear(tmp_path / "dev.jsonl")
    assert set(figures.as_numbers().values()) == {1.0}
