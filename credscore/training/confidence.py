"""Articles annotated by the guide of the gold -> the confidence of a language and reader.

``python -m credscore.training.confidence --language pl --reader fast --out models/confidence-pl-fast/1`` takes seconds,
with ``--data`` for a folder other than ``../shared``. For the accurate reader, ``--taggers FOLDER`` names taggers
trained without each fold (``FOLDER/fold-0`` ...), so that no article is judged by a tagger that has seen it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from credscore.analysis import read_all_frames
from credscore.confidence import FEATURES, FILES, frame_features
from credscore.frames import Frame
from credscore.regression import FloatMatrix
from credscore.tagger import read_tagger
from credscore.training.corpora import LabelledText, read_guided
from credscore.training.regressions import (
    Judged,
    begin_parser,
    cross_validate,
    fit,
    measure_probabilities,
    save_regression,
)

SLACK = {"fast": 0.0, "accurate": 0.01}
"""How much F1 a lower threshold may cost: the accurate reader is for those who want more found."""

SAME_CONTENT = 0.5
"""The Jaccard overlap of tokens from which a frame has the content of a gold attribution."""


def judge_articles(texts: Iterable[LabelledText], taggers: Path | None) -> Iterator[Judged]:
    """Articles annotated by the guide as the regression learns from them, read with the taggers of their folds."""
    tagger_of = cache(read_tagger)
    for text in texts:
        tagger = tagger_of(taggers / f"fold-{text.fold}") if taggers else None
        reading, frames, tags = read_all_frames(text.document, text.cues, tagger)
        if frames:
            values = frame_features(reading, frames, tags)
            rules = tuple(frame.rule.id for frame in frames)
            yield Judged(text.fold, values, _right_ones(frames, text), len(text.contents), rules)


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


def best_threshold(
    likely: FloatMatrix, is_right: npt.NDArray[np.bool_], n_gold: int, slack: float = 0.0
) -> tuple[float, float]:
    """The lowest threshold, in steps of 0.05, whose F1 of attributions is the best or within ``slack`` of it."""
    found = {step / 20: _f1(is_right[likely >= step / 20], n_gold) for step in range(15)}
    best = max(found.values())
    return next(item for item in found.items() if item[1] >= best - slack)


def _f1(is_right: npt.NDArray[np.bool_], n_gold: int) -> float:
    """The F1 of attributions where these frames are kept."""
    return 2 * float(is_right.sum()) / (len(is_right) + n_gold)


def _measure(articles: Sequence[Judged], slack: float) -> tuple[dict[str, float], float]:
    likely, is_right = cross_validate(articles)
    n_gold = sum(article.n_gold for article in articles)
    threshold, best = best_threshold(likely, is_right, n_gold, slack)
    metrics = {
        "articles": len(articles),
        "frames": len(likely),
        "attribution_f1_of_all_frames": _f1(is_right, n_gold),
        "attribution_f1_at_threshold": best,
        **measure_probabilities(likely, is_right),
    }
    return metrics, threshold


def main(arguments: Sequence[str] | None = None) -> None:
    """Fits and saves one regression, and prints what cross-validation says of it."""
    parser = begin_parser(__doc__)
    parser.add_argument("--reader", choices=("fast", "accurate"), required=True)
    parser.add_argument("--taggers", type=Path, help="folder of taggers by fold, for the accurate reader")
    options = parser.parse_args(arguments)
    texts = read_guided(options.data, options.annotations, options.language)
    articles = list(judge_articles(texts, options.taggers))
    metrics, threshold = _measure(articles, SLACK[options.reader])
    model = fit(articles)
    rules = {rule: round(value, 3) for rule, value in model.rules.items()}
    save_regression(options.out, FILES, FEATURES, model, metrics, threshold=threshold, rules=rules)


if __name__ == "__main__":
    main()
