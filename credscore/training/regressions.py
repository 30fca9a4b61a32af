"""Judged rows -> a logistic regression, what cross-validation says of it, and the model folder it is saved in.

Beside the features, the share of a rule's finds that were right tells much. A row is told the share that the articles
of the other folds show: its own must not show through.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.confidence import Confidence
from credscore.folders import begin_card, write_sums
from credscore.regression import FloatMatrix, Regression
from credscore.training.corpora import ANNOTATIONS

PRIOR_FINDS = 3
"""So many finds the mean of all rules weighs beside those of one."""


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What was found in one article: features (n, n_features), whether each is right, and how many there are to find.

    ``rules`` name the rule behind each row, or are empty strings where that does not count.
    """

    fold: int
    values: FloatMatrix
    is_right: npt.NDArray[np.bool_]
    n_gold: int
    rules: Sequence[str]


def rule_shares(articles: Iterable[Judged]) -> dict[str, float]:
    """How often the finds of each rule are right, less the mean of all; few finds are drawn towards that mean."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for article in articles:
        found.update(article.rules)
        right.update(rule for rule, is_right in zip(article.rules, article.is_right, strict=True) if is_right)
    mean = right.total() / max(found.total(), 1)
    return {rule: (right[rule] - count * mean) / (count + PRIOR_FINDS) for rule, count in sorted(found.items())}


def fit(articles: Sequence[Judged], strength: float = 0.3) -> Confidence:
    """A fitted regression, with a threshold of 0; ``strength`` is the inverse of the L2 penalty."""
    from sklearn.linear_model import LogisticRegression

    folds = {article.fold for article in articles}
    shares = {fold: rule_shares(article for article in articles if article.fold != fold) for fold in folds}
    told = (np.asarray([shares[article.fold].get(rule, 0.0) for rule in article.rules]) for article in articles)
    values = np.concatenate([np.c_[a.values, of_rules] for a, of_rules in zip(articles, told, strict=True)])
    is_right = np.concatenate([article.is_right for article in articles])
    model = LogisticRegression(C=strength, max_iter=2000).fit(values, is_right)
    *weights, of_share = map(float, model.coef_[0])
    rules = {rule: of_share * share for rule, share in rule_shares(articles).items()}
    return Confidence(float(model.intercept_[0]), tuple(weights), 0.0, rules)


def cross_validate(articles: Sequence[Judged], strength: float = 0.3) -> tuple[FloatMatrix, npt.NDArray[np.bool_]]:
    """The probability of each row by a regression that has not seen its fold, and whether it is right."""
    likely, right = [], []
    for fold in sorted({article.fold for article in articles}):
        model = fit([article for article in articles if article.fold != fold], strength)
        for article in articles:
            if article.fold == fold:
                likely.append(model.judge_finds(article.values, article.rules))
                right.append(article.is_right)
    return np.concatenate(likely), np.concatenate(right)


def calibration_error(likely: FloatMatrix, is_right: npt.NDArray[np.bool_]) -> float:
    """The expected calibration error over ten equal bins."""
    bins = np.minimum((likely * 10).astype(int), 9)
    gaps = [abs(likely[bins == n].mean() - is_right[bins == n].mean()) * (bins == n).mean() for n in set(bins.tolist())]
    return float(sum(gaps))


def measure_probabilities(likely: FloatMatrix, is_right: npt.NDArray[np.bool_]) -> dict[str, float]:
    """The Brier score of probabilities, that of the base rate, and the calibration error."""
    return {
        "brier": float(np.mean((likely - is_right) ** 2)),
        "brier_of_base_rate": float(np.mean((is_right.mean() - is_right) ** 2)),
        "calibration_error": calibration_error(likely, is_right),
    }


def begin_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser of the options that every training of a regression has."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with gold")
    parser.add_argument("--annotations", type=Path, default=ANNOTATIONS, help="folder with <language>.jsonl")
    parser.add_argument("--language", required=True)
    parser.add_argument("--out", type=Path, required=True, help="the model folder to write")
    return parser


def save_regression(
    folder: Path,
    files: Sequence[str],
    features: Sequence[str],
    model: Regression,
    metrics: dict[str, float],
    **also: Any,
) -> None:
    """Writes a model folder, whose first file is that of the numbers, and prints the metrics."""
    metrics = {name: round(value, 4) for name, value in metrics.items()}
    form = {
        "intercept": round(model.intercept, 4),
        **also,
        "weights": {name: round(weight, 4) for name, weight in zip(features, model.weights, strict=True)},
    }
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / files[0], form)
    _write(folder / "metrics.json", metrics)
    begin_card(folder, Path(files[0]).stem.capitalize())
    write_sums(folder, files)
    sys.stdout.write(json.dumps(metrics) + "\n")


def _write(path: Path, form: dict[str, Any]) -> None:
    path.write_text(json.dumps(form, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
