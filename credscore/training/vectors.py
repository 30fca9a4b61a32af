"""Unlabelled news -> vectors and clusters of words: words that stand among the same neighbours come out alike.

Positive pointwise mutual information of words and their neighbours, left and right apart, reduced by a singular value
decomposition (Levy and Goldberg 2014, "Neural Word Embedding as Implicit Matrix Factorization"), then k-means.
A verb of speech that no labelled text has is told by its neighbours in the unlabelled ones.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from credscore.arrays import FloatArray, IntArray
from credscore.columns import CUE_CLUSTERS
from credscore.words import TOKEN, fold

CLUSTERS = (64, CUE_CLUSTERS, 1024)
"""The numbers of clusters, from coarse to fine."""

UNLABELLED = {
    "en": ("news_en.jsonl", "credibility/allsides.jsonl", "polnear/train.jsonl"),
    "pl": ("news_pl.jsonl",),
}
"""The news that the vectors of a language are learned from, below the folder of corpora; no labels are read."""

SIZE = 100
MIN_COUNT = 5
MAX_WORDS = 32_000
MAX_NEIGHBOURS = 6_000
OFFSETS = ((-1, 0, 1.0), (1, 1, 1.0), (-2, 2, 1.0), (2, 3, 1.0), (-3, 2, 0.5), (3, 3, 0.5))
"""Where a neighbour stands, the block of columns it counts in, and what it weighs."""
SMOOTHING = 0.75
"""The power of the counts of neighbours, which keeps rare ones from scoring high."""


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """The commonest words with a vector of length one each, (n, SIZE), and their clusters, (n, 3), counted from 1."""

    words: Sequence[str]
    rows: FloatArray
    clusters: IntArray


def read_words(corpora: Path, language: str) -> Iterator[list[str]]:
    """The words of each unlabelled text of a language, folded."""
    for name in UNLABELLED[language]:
        with (corpora / name).open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield [fold(word) for word in TOKEN.findall(row["text"])]


def learn_vectors(texts: Iterable[Sequence[str]], seed: int) -> WordVectors:
    """The vectors and clusters of the words of texts; the same for the same seed."""
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.utils.extmath import randomized_svd

    texts = list(texts)
    counts = Counter(word for text in texts for word in text)
    words = [word for word, count in counts.most_common(MAX_WORDS) if count >= MIN_COUNT and "\n" not in word]
    contexts = _mutual_information(_neighbours(texts, words))
    size = min(SIZE, min(contexts.shape) - 1)
    left, strengths, _ = randomized_svd(contexts, size, n_iter=4, random_state=seed)
    rows = left * np.sqrt(strengths)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    clusters = [
        MiniBatchKMeans(min(count, len(words)), random_state=seed, batch_size=4096, n_init=2, max_iter=30)
        .fit(rows)
        .labels_
        for count in CLUSTERS
    ]
    return WordVectors(words, rows.astype(np.float32), 1 + np.stack(clusters, axis=1).astype(np.int32))


def _neighbours(texts: Sequence[Sequence[str]], words: Sequence[str]) -> Any:
    """How often each word has each neighbour: a sparse matrix (n_words, 4 neighbourhoods of the commonest words)."""
    from scipy.sparse import coo_matrix

    numbers = {word: number for number, word in enumerate(words)}
    gap = [-1] * max(abs(offset) for offset, _, _ in OFFSETS)
    line = np.asarray([n for text in texts for n in (*(numbers.get(word, -1) for word in text), *gap)], np.int32)
    width = min(MAX_NEIGHBOURS, len(words))
    total: Any = 0
    for offset, block, weight in OFFSETS:
        first, second = (line[:-offset], line[offset:]) if offset > 0 else (line[-offset:], line[:offset])
        both = (first >= 0) & (second >= 0) & (second < width)
        values = np.full(int(both.sum()), weight, np.float32)
        places = (first[both], second[both] + block * width)
        total = total + coo_matrix((values, places), shape=(len(words), 4 * width)).tocsr()
    return total


def _mutual_information(counts: Any) -> Any:
    """The positive pointwise mutual information of a sparse matrix of counts."""
    from scipy.sparse import csr_matrix

    total, of_words = counts.sum(), np.asarray(counts.sum(axis=1)).ravel()
    of_neighbours = np.asarray(counts.sum(axis=0)).ravel() ** SMOOTHING
    of_neighbours *= total / of_neighbours.sum()
    cells = counts.tocoo()
    values = np.log(cells.data * total / (of_words[cells.row] * of_neighbours[cells.col]))
    positive = values > 0
    return csr_matrix((values[positive], (cells.row[positive], cells.col[positive])), shape=counts.shape)


def kept_vectors(file: Path | None, corpora: Path, language: str, seed: int) -> WordVectors:
    """The vectors of a language in an .npz file, learned and written there first where missing; None keeps none."""
    if file is not None and file.exists():
        with np.load(file, allow_pickle=False) as stored:
            return WordVectors(stored["words"].tolist(), stored["rows"], stored["clusters"])
    vectors = learn_vectors(read_words(corpora, language), seed)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(file, words=np.asarray(vectors.words), rows=vectors.rows, clusters=vectors.clusters)
    return vectors
