"""Ratios of single articles -> figures over all of them, each with a bootstrap interval over the articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from benchmarks.quality.counts import Ratio

_RESAMPLES = 1000
_SEED = 20
_QUANTILES = (0.025, 0.975)


@dataclass(slots=True)
class Tally:
    """The ratios of each figure, one an article, in the order in which they were added."""

    ratios: dict[str, list[Ratio]] = field(default_factory=dict)

    def add(self, article: Mapping[str, Ratio]) -> None:
        """Takes in one more article, which must have all figures that the others have."""
        for name, ratio in article.items():
            self.ratios.setdefault(name, []).append(ratio)

    @property
    def n_articles(self) -> int:
        """How many articles were taken in."""
        return max(map(len, self.ratios.values()), default=0)

    def value(self, name: str) -> float:
        """The figure over all articles together; 0 where there was no case."""
        right, cases = np.asarray(self.ratios[name]).sum(axis=0)
        return float(right / cases) if cases else 0.0

    def interval(self, name: str) -> tuple[float, float]:
        """The 95 % interval: articles drawn anew with replacement, percentiles of the figure, fixed seed."""
        ratios = np.asarray(self.ratios[name], np.float64)
        n = len(ratios)
        weights = np.random.default_rng(_SEED).multinomial(n, np.full(n, 1 / n), size=_RESAMPLES)
        right, cases = (weights @ ratios).T
        low, high = np.quantile(np.divide(right, cases, out=np.zeros(_RESAMPLES), where=cases > 0), _QUANTILES)
        return float(low), float(high)
