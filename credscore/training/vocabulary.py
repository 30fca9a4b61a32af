"""Labelled texts + word vectors -> vocabulary: the words a tagger knows, and how often each is a cue or a source.

The share of a word's occurrences that are cues is smoothed towards what words of like vector show, so that a word which
the labelled texts hardly have gets the share of its likes. A text that a network learns from is told the shares that
the other texts show: its own labels must not show through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from credscore.arrays import FloatArray, IntArray
from credscore.labels import BEGIN
from credscore.regression import FloatMatrix
from credscore.training.corpora import LabelledText
from credscore.training.vectors import WordVectors

SHARE_EDGES = (0.01, 0.05, 0.15, 0.35, 0.6, 0.8)
"""Where the classes of a share begin; class 0 is that of words of which nothing is known."""

SHARED_ROLES = ("cue", "source")

PRIOR_COUNT = 3.0
"""So many occurrences the share of a word's likes weighs beside its own."""

MAX_EVIDENCE = 50
"""More occurrences than these of one word tell the regression nothing more."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The known words with their rows (from 1; row 0 is that of all others).

    ``vectors`` (n_rows, size) are zero and ``clusters`` (n_rows, 3) are 0 where a word has no vector; ``seen``
    (n_rows,) and ``hits`` (2, n_rows) count its occurrences in the labelled texts, all and by SHARED_ROLES; ``priors``
    (2, n_rows) are the shares that its likes show.
    """

    rows: dict[str, int]
    vectors: FloatArray
    clusters: IntArray
    seen: FloatMatrix
    hits: FloatMatrix
    priors: FloatMatrix

    def rows_of(self, words: Sequence[str]) -> IntArray:
        """The row of each word, which must be folded."""
        return _rows_of(self.rows, words)

    def shares(self, without: tuple[IntArray, IntArray] | None = None) -> IntArray:
        """The class of each row's share by SHARED_ROLES, (2, n_rows), ``without`` the rows and labels of one text."""
        seen, hits = self.seen, self.hits
        if without is not None:
            own_seen, own_hits = _counts(*without, len(self.seen))
            seen, hits = seen - own_seen, hits - own_hits
        shares = (hits + PRIOR_COUNT * self.priors) / (seen + PRIOR_COUNT)
        classes = 1 + np.searchsorted(SHARE_EDGES, shares)
        is_unknown = (seen < 1) & (self.clusters[:, 0] == 0)
        return np.where(is_unknown, 0, classes).astype(np.int32)


def _rows_of(rows: Mapping[str, int], words: Sequence[str]) -> IntArray:
    """The row of each word, 0 where it has none."""
    return np.asarray([rows.get(word, 0) for word in words], np.int32)


def _counts(rows: IntArray, labels: IntArray, n_rows: int) -> tuple[FloatMatrix, FloatMatrix]:
    """How often each row occurs, (n_rows,), and how often in each of SHARED_ROLES, (2, n_rows); row 0 never."""
    of_roles = [(labels == BEGIN[role]) | (labels == BEGIN[role] + 1) for role in SHARED_ROLES]
    found = [np.bincount(rows[which], minlength=n_rows).astype(np.float64) for which in (rows > 0, *of_roles)]
    for counts in found:
        counts[0] = 0
    return found[0], np.stack(found[1:])


def count_words(texts: Sequence[LabelledText], vectors: WordVectors, max_words: int) -> Vocabulary:
    """The words that occur twice or more in the texts, the commonest first, and after them those with a vector."""
    counts = Counter(word for text in texts for word in text.document.lower)
    common = [word for word, count in counts.most_common(max_words) if count >= 2 and "\n" not in word]
    rows = {word: row for row, word in enumerate(dict.fromkeys((*common, *vectors.words)), 1)}
    size = len(rows) + 1
    places = [rows[word] for word in vectors.words]
    of_rows = np.zeros((size, vectors.rows.shape[1]), np.float32)
    clusters = np.zeros((size, vectors.clusters.shape[1]), np.int32)
    of_rows[places], clusters[places] = vectors.rows, vectors.clusters
    seen, hits = np.zeros(size), np.zeros((len(SHARED_ROLES), size))
    for text in texts:
        own = _counts(_rows_of(rows, text.document.lower), text.labels, size)
        seen, hits = seen + own[0], hits + own[1]
    return Vocabulary(rows, of_rows, clusters, seen, hits, _priors(of_rows, clusters[:, 0] > 0, seen, hits))


def _priors(
    vectors: FloatArray, has_vector: npt.NDArray[np.bool_], seen: FloatMatrix, hits: FloatMatrix
) -> FloatMatrix:
    """The share of each role that a regression on vectors expects of each word; without a vector, of all words."""
    from sklearn.linear_model import LogisticRegression

    known = np.flatnonzero(has_vector & (seen > 0))
    evidence = np.minimum(seen[known], MAX_EVIDENCE)
    priors = np.repeat(hits.sum(axis=1, keepdims=True) / max(seen.sum(), 1), len(seen), axis=1)
    for role, of_role in enumerate(hits):
        weights = of_role[known] / seen[known] * evidence
        if weights.any() and (weights < evidence).any():
            model = LogisticRegression(C=10, max_iter=500)
            twice, answers = np.concatenate([vectors[known]] * 2), np.repeat([1, 0], len(known))
            model.fit(twice, answers, sample_weight=np.concatenate([weights, evidence - weights]))
            priors[role, has_vector] = model.predict_proba(vectors[has_vector])[:, 1]
    return priors
