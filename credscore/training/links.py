"""Gold articles -> the confidence in single links of the chains of a language.

``python -m credscore.training.links --language pl --out models/links-pl/1`` takes seconds, with ``--data`` for a folder
other than ``../shared``. It learns from the chains of the fast reader, of those attributions that the confidence keeps,
which is to be trained before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from credscore.analysis import Reader, read_likely_frames
from credscore.chains import link_chains
from credscore.links import FEATURES, FILES, link_features
from credscore.sources import read_sources
from credscore.spans import Span, length_of, overlap
from credscore.training.confidence import pair_frames
from credscore.training.corpora import LabelledText, read_guided
from credscore.training.regressions import (
    Judged,
    begin_parser,
    cross_validate,
    fit,
    measure_probabilities,
    save_regression,
)

SAME_LINK = 0.4
"""The Jaccard overlap of code points from which a link is one of the gold chain."""
STRENGTH = 0.2
"""The inverse of the L2 penalty; between 0.1 and 0.3 it makes no difference."""


def judge_chains(texts: Iterable[LabelledText]) -> Iterator[Judged]:
    """Articles annotated by the guide as the regression learns from them: the links of right attributions."""
    for text in texts:
        reading, frames = read_likely_frames(text.document, text.cues, Reader.FAST)
        attributions = link_chains(reading, frames, read_sources(reading), text.publisher)
        pairs = pair_frames(frames, text)
        links = [(number, link) for number, attribution in enumerate(attributions) for link in attribution.chain]
        is_paired = np.asarray([number in pairs for number, _ in links], bool)
        if is_paired.any():
            parents, chains = zip(*((a.parent, a.chain) for a in attributions), strict=True)
            values = link_features(text.document, frames, parents, chains)[is_paired]
            is_right = [is_in(link.span, text.chains[pairs[number]]) for number, link in links if number in pairs]
            no_rules = ("",) * len(is_right)
            yield Judged(text.fold, values, np.asarray(is_right, bool), sum(map(len, text.chains)), no_rules)


def is_in(span: Span, chain: Sequence[Span]) -> bool:
    """Whether a gold chain has a link over the same words as a span.

    >>> is_in((0, 10), [(20, 30), (4, 10)]), is_in((0, 10), [(7, 10)])
    (True, False)
    """
    return any(_jaccard(span, other) >= SAME_LINK for other in chain)


def _jaccard(first: Span, second: Span) -> float:
    shared = overlap(first, second)
    return shared / (length_of((first, second)) - shared)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fits and saves one regression, and prints what cross-validation says of it."""
    options = begin_parser(__doc__).parse_args(arguments)
    articles = list(judge_chains(read_guided(options.data, options.annotations, options.language)))
    likely, is_right = cross_validate(articles, STRENGTH)
    metrics = {
        "articles": len(articles),
        "links": len(likely),
        "share_right": float(is_right.mean()),
        **measure_probabilities(likely, is_right),
    }
    save_regression(options.out, FILES, FEATURES, fit(articles, STRENGTH), metrics)


if __name__ == "__main__":
    main()
