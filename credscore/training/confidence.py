"""Gold articles, and PolNeAR for English -> the confidence of a language and reader.

What a rule found in PolNeAR, and how often it was right there, tells more of single rules than the few gold articles;
how much that weighs is learned from the gold.

``python -m credscore.training.confidence --language pl --reader fast --out models/confidence-pl-fast/1`` takes seconds,
with ``--data`` for a folder other than ``../shared``. For the accurate reader, ``--taggers FOLDER`` names taggers
trained without each fold (``FOLDER/fold-0`` ...), so that no article is judged by a tagger that has seen it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.analysis import read_all_frames
from credscore.confidence import FEATURES, FILES, Confidence, frame_features, stand_inside
from credscore.folders import begin_card, write_sums
from credscore.frames import Frame
from credscore.regression import FloatMatrix, Regression
from credscore.tagger import read_tagger
from credscore.training.corpora import LabelledText, read_folds, read_gold, read_polnear

SAME_CONTENT = 0.5
"""The Jaccard overlap of tokens from which a frame has the content of a gold attribution."""

PRIOR_FINDS = 5
"""So many finds the mean of all rules weighs beside those of one."""


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The frames of one article: their features, whether each is right, and how many gold attributions there are."""

    fold: int
    values: FloatMatrix
    is_right: npt.NDArray[np.bool_]
    n_gold: int


def judge_articles(data: Path, language: str, taggers: Path | None, of_rules: Mapping[str, float]) -> Iterator[Judged]:
    """The gold articles of a language as the regression learns from them; the last feature is the rule's share."""
    folds, tagger_of = read_folds(data / "gold"), cache(read_tagger)
    for text in read_gold(data / "gold", language):
        fold = folds[text.id]
        tagger = tagger_of(taggers / f"fold-{fold}") if taggers else None
        reading, frames, shares = read_all_frames(text.document, text.cues, tagger)
        if frames:
            borne_out = [[of_rules.get(frame.rule.id, 0.0)] for frame in frames]
            values = np.concatenate([frame_features(reading, frames, shares), borne_out], axis=1)
            yield Judged(fold, values, _right_ones(frames, text), len(text.contents))


def rule_shares(data: Path, language: str) -> dict[str, float]:
    """How often the statements that each rule finds in PolNeAR are right, less the mean of all; none without PolNeAR.

    Only outermost statements count, as PolNeAR marks no others; few finds are drawn towards the mean.
    """
    corpus = data / "data" / "polnear" / "train.jsonl"
    if language != "en" or not corpus.exists():
        return {}
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for text in read_polnear(corpus):
        frames = text.frames
        pairs, inner = pair_frames(frames, text), stand_inside(frames, len(text.document.words))
        outer = [number for number, is_inner in enumerate(inner) if not is_inner]
        found.update(frames[number].rule.id for number in outer)
        right.update(frames[number].rule.id for number in outer if number in pairs)
    mean = sum(right.values()) / max(sum(found.values()), 1)
    return {rule: (right[rule] - count * mean) / (count + PRIOR_FINDS) for rule, count in sorted(found.items())}


def _right_ones(frames: Sequence[Frame], text: LabelledText) -> npt.NDArray[np.bool_]:
    """Which frames pair with a gold attribution."""
    pairs = pair_frames(frames, text)
    return np.asarray([number in pairs for number in range(len(frames))], bool)


def pair_frames(frames: Sequence[Frame], text: LabelledText) -> dict[int, int]:
    """The frames with the content of a gold attribution, and which it is: one to one, the most alike first."""
    found = [{token for part in frame.content for token in range(*part)} for frame in frames]
    gold = [{token for part in parts for token in range(*part)} for parts in text.contents]
    alike = sorted(
        ((_jaccard(f, g), i, j) for i, f in enumerate(found) for j, g in enumerate(gold) if f & g), reverse=True
    )
    pairs: dict[int, int] = {}
    taken = set()
    for likeness, i, j in alike:
        if likeness >= SAME_CONTENT and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _jaccard(first: set[int], second: set[int]) -> float:
    return len(first & second) / len(first | second)


def fit(articles: Sequence[Judged], strength: float = 0.3) -> Any:
    """A fitted scikit-learn LogisticRegression; ``strength`` is the inverse of the L2 penalty."""
    from sklearn.linear_model import LogisticRegression

    values = np.concatenate([article.values for article in articles])
    is_right = np.concatenate([article.is_right for article in articles])
    return LogisticRegression(C=strength, max_iter=2000).fit(values, is_right)


def cross_validate(articles: Sequence[Judged], strength: float = 0.3) -> tuple[FloatMatrix, npt.NDArray[np.bool_]]:
    """The probability of each row by a regression that has not seen its fold, and whether it is right."""
    likely, right = [], []
    for fold in sorted({article.fold for article in articles}):
        model = fit([article for article in articles if article.fold != fold], strength)
        for article in articles:
            if article.fold == fold:
                likely.append(model.predict_proba(article.values)[:, 1])
                right.append(article.is_right)
    return np.concatenate(likely), np.concatenate(right)


def best_threshold(likely: FloatMatrix, is_right: npt.NDArray[np.bool_], n_gold: int) -> tuple[float, float]:
    """The threshold, in steps of 0.05, with the best F1 of attributions (the lowest of equals), and that F1."""
    found = {step / 20: _f1(is_right[likely >= step / 20], n_gold) for step in range(15)}
    return max(found.items(), key=lambda item: (item[1], -item[0]))


def _f1(is_right: npt.NDArray[np.bool_], n_gold: int) -> float:
    """The F1 of attributions where these frames are kept."""
    return 2 * float(is_right.sum()) / (len(is_right) + n_gold)


def calibration_error(likely: FloatMatrix, is_right: npt.NDArray[np.bool_]) -> float:
    """The expected calibration error over ten equal bins."""
    bins = np.minimum((likely * 10).astype(int), 9)
    gaps = [abs(likely[bins == n].mean() - is_right[bins == n].mean()) * (bins == n).mean() for n in set(bins.tolist())]
    return float(sum(gaps))


def main(arguments: Sequence[str] | None = None) -> None:
    """Fits and saves one regression, and prints what cross-validation says of it."""
    parser = begin_parser(__doc__)
    parser.add_argument("--reader", choices=("fast", "accurate"), required=True)
    parser.add_argument("--taggers", type=Path, help="folder of taggers by fold, for the accurate reader")
    options = parser.parse_args(arguments)
    of_rules = rule_shares(options.data, options.language)
    articles = list(judge_articles(options.data, options.language, options.taggers, of_rules))
    metrics, threshold = _measure(articles)
    model = to_confidence(fit(articles), threshold, of_rules)
    rules = {rule: round(value, 3) for rule, value in model.rules.items()}
    save_regression(options.out, FILES, FEATURES, model, metrics, threshold=threshold, rules=rules)


def to_confidence(model: Any, threshold: float, of_rules: Mapping[str, float]) -> Confidence:
    """A fitted regression as the reading uses it: the last feature becomes what each rule adds."""
    regression = to_regression(model)
    *weights, of_share = regression.weights
    rules = {rule: of_share * share for rule, share in of_rules.items()}
    return Confidence(regression.intercept, tuple(weights), threshold, rules)


def to_regression(model: Any) -> Regression:
    """A fitted scikit-learn LogisticRegression as the reading uses it."""
    return Regression(float(model.intercept_[0]), tuple(map(float, model.coef_[0])))


def begin_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser of the options that every training of a regression has."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with gold")
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


def _measure(articles: Sequence[Judged]) -> tuple[dict[str, float], float]:
    likely, is_right = cross_validate(articles)
    n_gold = sum(article.n_gold for article in articles)
    threshold, best = best_threshold(likely, is_right, n_gold)
    metrics = {
        "articles": len(articles),
        "frames": len(likely),
        "attribution_f1_of_all_frames": _f1(is_right, n_gold),
        "attribution_f1_at_threshold": best,
        **measure_probabilities(likely, is_right),
    }
    return metrics, threshold


def measure_probabilities(likely: FloatMatrix, is_right: npt.NDArray[np.bool_]) -> dict[str, float]:
    """The Brier score of probabilities, that of the base rate, and the calibration error."""
    return {
        "brier": float(np.mean((likely - is_right) ** 2)),
        "brier_of_base_rate": float(np.mean((is_right.mean() - is_right) ** 2)),
        "calibration_error": calibration_error(likely, is_right),
    }


def _write(path: Path, form: dict[str, Any]) -> None:
    path.write_text(json.dumps(form, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
