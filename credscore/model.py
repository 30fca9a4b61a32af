"""Learned or reasoned numbers: found, checked, loaded and saved; never objects, so that loading can run no code.

A model is a folder ``models/<name>/<version>/``: ``weights.json`` (the scorecard), ``card.md`` (data, terms, figures,
limits), ``metrics.json`` and ``SHA256SUMS`` over the other three, in the form that ``sha256sum -c`` reads.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from credscore.errors import ModelError
from credscore.folders import MODELS, check_folder, list_folders, read_json, tell_faults, write_sums

DEFAULT_MODEL = "reasoned/1"

_FILES = ("card.md", "metrics.json", "weights.json")
_SCHEMA = 1
_TOTAL = 100.0
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What one signal is worth: ``direction * weight * (value - neutral)`` points.

    ``weight`` is at least 0; ``direction`` is 1 where a higher value is better, -1 where it is worse; ``neutral`` is
    the value that gives 0 points.
    """

    signal: str
    weight: float
    neutral: float
    direction: int
    reason: str = ""

    def points(self, value: float) -> float:
        """The exact points, not rounded, of a signal's value.

        >>> Weight(signal="hearsay", weight=8.0, neutral=0.25, direction=-1).points(0.75)
        -4.0
        """
        return self.direction * self.weight * (value - self.neutral)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A scorecard: the score of an article is ``base`` plus the points of its signals.

    The weights add up to 100 and ``base`` follows from the neutral values, so that 0 and 100 are the worst and the best
    that the signals allow.
    """

    name: str
    version: str
    base: float
    weights: tuple[Weight, ...]

    @property
    def id(self) -> str:
        """Name and version, as in the JSON form: ``reasoned/1``."""
        return f"{self.name}/{self.version}"


def list_models() -> list[str]:
    """The ids of the models that came with the package, sorted."""
    return list_folders("weights.json")


def load_model(model: str | Path = DEFAULT_MODEL) -> Model:
    """The model of an id such as "reasoned/1", or of a folder given as a Path.

    Raises ModelError, which names the known models for an id that is not one of them, and otherwise all faults of the
    folder at once: files that are missing or changed (by their SHA-256), numbers that do not make a scorecard.

    >>> load_model().id
    'reasoned/1'
    """
    return _read_model(model if isinstance(model, Path) else _folder_of(model))


def save_model(model: Model, folder: Path, *, card: str, metrics: Mapping[str, Any]) -> None:
    """Writes a model folder, with its card and its checksums; raises ModelError where the numbers are no scorecard."""
    form = _to_form(model)
    if faults := list(_weight_faults(form)):
        raise ModelError(tell_faults(model.id, faults))
    folder.mkdir(parents=True, exist_ok=True)
    contents = {"card.md": card, "metrics.json": _to_json(metrics), "weights.json": _to_json(form)}
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
    write_sums(folder, _FILES)


@lru_cache(maxsize=16)
def _folder_of(model: str) -> Path:
    if model not in list_models():
        raise ModelError(f"there is no model {model!r}; there are: {', '.join(list_models()) or 'none'}")
    return MODELS / model


@lru_cache(maxsize=16)
def _read_model(folder: Path) -> Model:
    check_folder(folder, _FILES)
    form = read_json(folder / "weights.json")
    if faults := list(_weight_faults(form)):
        raise ModelError(tell_faults(folder, faults))
    return _from_form(form)


def _weight_faults(form: Any) -> Iterator[str]:
    """Everything that keeps the content of weights.json from being a scorecard."""
    if not isinstance(form, dict):
        yield "weights.json does not hold an object"
        return
    if form.get("schema") != _SCHEMA:
        yield f"schema is {form.get('schema')!r}, not {_SCHEMA}"
    yield from (f"{key} is not a text" for key in ("name", "version") if not isinstance(form.get(key), str))
    signals = form.get("signals")
    if not isinstance(signals, dict) or not signals:
        yield "signals does not hold an object of weights"
        return
    faults = [fault for name, row in signals.items() for fault in _row_faults(name, row)]
    yield from faults or _sum_faults(form)


def _row_faults(signal: str, row: Any) -> Iterator[str]:
    if not isinstance(row, dict):
        yield f"{signal} is not an object"
        return
    if not (_is_number(row.get("weight")) and row["weight"] >= 0):
        yield f"{signal}: weight is {row.get('weight')!r}, not a number from 0 up"
    if not (_is_number(row.get("neutral")) and 0 <= row["neutral"] <= 1):
        yield f"{signal}: neutral is {row.get('neutral')!r}, not a number from 0 to 1"
    if row.get("direction") not in (1, -1):
        yield f"{signal}: direction is {row.get('direction')!r}, not 1 or -1"


def _sum_faults(form: dict[str, Any]) -> Iterator[str]:
    rows = form["signals"].values()
    total = sum(row["weight"] for row in rows)
    if abs(total - _TOTAL) > _TOLERANCE:
        yield f"the weights add up to {total:g}, not {_TOTAL:g}"
    base = sum(row["weight"] * (row["neutral"] if row["direction"] > 0 else 1 - row["neutral"]) for row in rows)
    if not _is_number(form.get("base")) or abs(form["base"] - base) > _TOLERANCE:
        yield f"base is {form.get('base')!r}, but follows from the neutral values as {base:g}"
    elif abs(base * 10 - round(base * 10)) > _TOLERANCE:
        yield f"base is {base:g}, which one decimal cannot hold: change a neutral value"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _from_form(form: dict[str, Any]) -> Model:
    return Model(
        name=form["name"],
        version=form["version"],
        base=float(form["base"]),
        weights=tuple(
            Weight(
                signal=signal,
                weight=float(row["weight"]),
                neutral=float(row["neutral"]),
                direction=int(row["direction"]),
                reason=str(row.get("reason", "")),
            )
            for signal, row in form["signals"].items()
        ),
    )


def _to_form(model: Model) -> dict[str, Any]:
    signals = {
        w.signal: {"weight": w.weight, "neutral": w.neutral, "direction": w.direction, "reason": w.reason}
        for w in model.weights
    }
    return {
        "schema": _SCHEMA,
        "name": model.name,
        "version": model.version,
        "base": model.base,
        "signals": signals,
    }


def _to_json(form: Mapping[str, Any]) -> str:
    return json.dumps(form, indent=1, ensure_ascii=False) + "\n"
