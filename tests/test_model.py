from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from credscore.errors import ModelError
from credscore.model import DEFAULT_MODEL, Model, Weight, list_models, load_model, save_model
from credscore.signals import SIGNALS

HALF = Model(
    name="half",
    version="1",
    base=50.0,
    weights=(
        Weight(signal="documents", weight=60.0, neutral=0.5, direction=1, reason="a test"),
        Weight(signal="hearsay", weight=40.0, neutral=0.5, direction=-1, reason="a test"),
    ),
)


def _save(folder: Path) -> Path:
    save_model(HALF, folder, card="# half\n", metrics={"schema": 1})
    return folder


def _rewrite(folder: Path, change: dict[str, Any]) -> Path:
    """The folder with other weights, and sums that fit them."""
    form = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
    content = json.dumps({key: value for key, value in (form | change).items() if value is not None}).encode()
    (folder / "weights.json").write_bytes(content)
    sums = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()[:-1]
    sums.append(f"{hashlib.sha256(content).hexdigest()}  weights.json")
    (folder / "SHA256SUMS").write_text("\n".join(sums), encoding="utf-8")
    return folder


def test_the_default_model_knows_every_signal_and_says_why() -> None:
    model = load_model()
    assert model.id == DEFAULT_MODEL
    assert {weight.signal for weight in model.weights} == {signal.__name__ for signal in SIGNALS}
    assert all(weight.reason for weight in model.weights)
    assert DEFAULT_MODEL in list_models()


def test_worst_and_best_are_0_and_100() -> None:
    model = load_model()
    extremes = [[weight.points(value) for value in (0.0, 1.0)] for weight in model.weights]
    assert model.base + sum(min(pair) for pair in extremes) == pytest.approx(0)
    assert model.base + sum(max(pair) for pair in extremes) == pytest.approx(100)


def test_the_card_states_each_weight() -> None:
    model = load_model()
    folder = Path(__file__).parent.parent / "models" / model.name / model.version
    card = (folder / "card.md").read_text(encoding="utf-8")
    for weight in model.weights:
        sign = "+" if weight.direction > 0 else "-"
        row = f"| `{weight.signal}` | {sign} | {weight.weight:g} | {weight.neutral:g} | {weight.reason} |"
        assert row in card


def test_hedging_can_only_gain() -> None:
    weights = {weight.signal: weight for weight in load_model().weights}
    assert weights["attributed_doubt"].points(0.0) == weights["admitted_uncertainty"].points(0.0) == 0.0


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    assert load_model(_save(tmp_path / "half" / "1")) == HALF


def test_an_unknown_model_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ModelError, match=r"no model 'best'; there are: .*reasoned/1"):
        load_model("best")


@pytest.mark.parametrize("name", ["../models/reasoned/1", "", "reasoned", "/etc"])
def test_an_id_is_no_path(name: str) -> None:
    with pytest.raises(ModelError, match="there is no model"):
        load_model(name)


def test_a_folder_that_is_not_there_lacks_all_files(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        load_model(tmp_path / "none")
    assert str(caught.value).count("is missing") == 4


def test_all_changed_and_missing_files_are_told_at_once(tmp_path: Path) -> None:
    folder = _save(tmp_path)
    (folder / "weights.json").write_text("{}", encoding="utf-8")
    (folder / "card.md").unlink()
    with pytest.raises(ModelError) as caught:
        load_model(folder)
    assert "card.md is missing" in str(caught.value)
    assert "weights.json was changed" in str(caught.value)


def test_a_file_that_is_not_listed_is_told(tmp_path: Path) -> None:
    folder = _save(tmp_path)
    (folder / "SHA256SUMS").write_text("", encoding="utf-8")
    with pytest.raises(ModelError, match=r"does not list weights\.json"):
        load_model(folder)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"schema": 2}, "schema is 2, not 1"),
        ({"name": None}, "name is not a text"),
        ({"signals": {}}, "signals does not hold"),
        ({"base": 49.0}, "base is 49.0, but follows from the neutral values as 50"),
        ({"base": "x"}, "base is 'x'"),
        ({"signals": {"a": []}}, "a is not an object"),
        ({"signals": {"a": {"weight": -1, "neutral": 0.5, "direction": 1}}}, "a: weight is -1"),
        ({"signals": {"a": {"weight": True, "neutral": 0.5, "direction": 1}}}, "a: weight is True"),
        ({"signals": {"a": {"weight": 100, "neutral": 1.5, "direction": 1}}}, "a: neutral is 1.5"),
        ({"signals": {"a": {"weight": 100, "neutral": 0.5, "direction": 0}}}, "a: direction is 0"),
        ({"signals": {"a": {"weight": 90, "neutral": 0.5, "direction": 1}}}, "add up to 90, not 100"),
        ({"signals": {"a": {"weight": 100, "neutral": 0.1234, "direction": 1}}, "base": 12.34}, "one decimal"),
    ],
)
def test_numbers_that_make_no_scorecard_are_refused(tmp_path: Path, change: dict[str, Any], fault: str) -> None:
    with pytest.raises(ModelError) as caught:
        load_model(_rewrite(_save(tmp_path), change))
    assert fault in str(caught.value)


def test_all_faults_of_the_numbers_are_told_at_once(tmp_path: Path) -> None:
    row = {"weight": "much", "neutral": 7, "direction": "up"}
    with pytest.raises(ModelError) as caught:
        load_model(_rewrite(_save(tmp_path), {"schema": None, "signals": {"a": row}}))
    assert str(caught.value).count("\n- ") == 4


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[" * 10**5, b"[1]"])
def test_weights_that_are_no_json_object_are_refused(tmp_path: Path, content: bytes) -> None:
    folder = _rewrite(_save(tmp_path), {})
    (folder / "weights.json").write_bytes(content)
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()[:-1]
    lines.append(f"{hashlib.sha256(content).hexdigest()}  weights.json")
    (folder / "SHA256SUMS").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ModelError, match=r"weights\.json (is not JSON|does not hold an object)"):
        load_model(folder)


def test_what_would_not_load_is_not_saved(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="base"):
        save_model(replace(HALF, base=1.0), tmp_path / "new", card="", metrics={})
    assert not (tmp_path / "new").exists()
