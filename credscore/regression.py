"""Logistic regressions over named features: how they judge, and how a model folder holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from credscore.errors import ModelError
from credscore.folders import check_folder, read_json, tell_faults

FloatMatrix = npt.NDArray[np.float64]
Kind = TypeVar("Kind", bound=str)


@dataclass(frozen=True, slots=True)
class Regression:
    """The intercept, and a weight for each feature, in the order of its features."""

    intercept: float
    weights: tuple[float, ...]

    def judge(self, values: FloatMatrix, others: FloatMatrix | float = 0.0) -> FloatMatrix:
        """The probability of each row of feature values (n_rows, n_features); ``others`` are further log odds."""
        log_odds: FloatMatrix = self.intercept + values @ np.asarray(self.weights) + others
        return 1 / (1 + np.exp(-log_odds))


def indicators(values: Iterable[Kind]) -> dict[Kind, tuple[bool, ...]]:
    """The features that tell which of some values a thing has: for each value, whether each one is it.

    >>> indicators(["said", "wrote"])
    {'said': (True, False), 'wrote': (False, True)}
    """
    among = tuple(values)
    return {value: tuple(value == other for other in among) for value in among}


def read_regression(
    folder: Path, files: Sequence[str], features: Sequence[str], also: Sequence[str] = ()
) -> tuple[Regression, dict[str, float]]:
    """The regression in a model folder, and the numbers named in ``also``; features that it lacks weigh nothing.

    Args:
        folder: the model folder.
        files: its files, that of the numbers first.
        features: the features in the order of the weights.
        also: further numbers that the file must hold.

    Raises:
        ModelError: its files are damaged.
    """
    check_folder(folder, files)
    form: Any = read_json(folder / files[0])
    try:
        weights = tuple(float(form["weights"].get(feature, 0.0)) for feature in features)
        return Regression(float(form["intercept"]), weights), {name: float(form[name]) for name in also}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ModelError(tell_faults(folder, [f"{files[0]} does not hold a regression: {error!r}"])) from None
