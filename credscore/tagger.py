"""Columns -> a label for each token: a small convolutional network, run in numpy.

Word rows and the sum of embedded columns go through layers of gated dilated convolutions; the best sequence of labels
of each paragraph is found by Viterbi over learned transitions. Trained by ``credscore.training.tagger``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.arrays import FloatArray, IntArray
from credscore.columns import STRUCTURE_COLUMNS, Learned, structure_columns
from credscore.cues import Cues
from credscore.document import Document
from credscore.errors import ModelError
from credscore.folders import check_folder, find_folder
from credscore.frames import Frame
from credscore.labels import LABELS, LAYERS, Tags
from credscore.wordcolumns import WORD_COLUMNS, word_columns
from credscore.words import fold

NUMBERS = "weights.npz"
FILES = (NUMBERS, "words.txt", "card.md", "metrics.json")

MAX_REMEMBERED_WORDS = 60_000
BLOCK_TOKENS = 4_096
"""So many tokens go through the layers, and of a paragraph are labelled, at a time: the work on an endless one stays
in the processor's cache, and there are few steps."""

BARRED = -1e4
"""The score of a transition that cannot be: to I-X from anything but B-X or I-X."""


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """A trained network of one language; all arrays are float32 unless said otherwise.

    ``rows`` gives the row of each known word in ``words`` (n_words + 1, width), ``shares`` and ``clusters``
    (n_words + 1,), row 0 being that of unknown ones; ``types`` (n_values, width) holds the rows of the word columns,
    one column after the other, ``places`` those of the structure columns. ``layers`` are (dilation, scale, shift,
    kernel, bias). ``output`` (width, 21), ``output_bias`` (21,) and ``transitions`` (3, 7, 7) are those of all LAYERS.
    """

    rows: Mapping[str, int]
    shares: IntArray
    clusters: IntArray
    words: FloatArray
    types: FloatArray
    type_offsets: tuple[int, ...]
    places: tuple[FloatArray, ...]
    layers: tuple[tuple[int, FloatArray, FloatArray, FloatArray, FloatArray], ...]
    scale: FloatArray
    shift: FloatArray
    output: FloatArray
    output_bias: FloatArray
    transitions: FloatArray
    remembered: dict[str, bytes] = field(default_factory=dict)

    def tag(self, document: Document, cues: Cues, frames: Sequence[Frame]) -> Tags:
        """The labels of the tokens of a document.

        Args:
            document: the article, which must not be empty.
            cues: what the lexicons find in it.
            frames: what the rules read in it.
        """
        rows = [self.rows.get(word, 0) for word in document.lower]
        columns = structure_columns(document, cues, frames, Learned(self.shares[rows], self.clusters[rows]))
        with _blas_controller().limit(limits=1, user_api="blas"):
            scores = self._scores(document, columns)
        layers = scores.reshape(len(scores), len(LAYERS), len(LABELS)).transpose(1, 0, 2)
        broad, _, inner = zip(layers, self.transitions, strict=True)
        return Tags(
            outermost=best_labels(broad[0], document.paragraphs, broad[1]),
            inner=best_labels(inner[0], document.paragraphs, inner[1]),
            likely=_softmax(layers),
        )

    def _scores(self, document: Document, columns: IntArray) -> FloatArray:
        """The score of each label of each layer for each token, transitions left out: (n, 21)."""
        rows = self._word_rows(document)
        reach = sum(dilation for dilation, *_ in self.layers)
        blocks = []
        for start in range(0, len(rows), BLOCK_TOKENS):
            low, high = max(0, start - reach), start + BLOCK_TOKENS + reach
            block = self._through_layers(rows[low:high].copy(), columns[:, low:high])
            blocks.append(block[start - low : start - low + BLOCK_TOKENS])
        return np.concatenate(blocks)

    def _through_layers(self, hidden: FloatArray, columns: IntArray) -> FloatArray:
        """The scores of a stretch of tokens, whose word rows are written over."""
        rows, width = np.empty_like(hidden), hidden.shape[1]
        for table, column in zip(self.places, columns, strict=True):
            hidden += table.take(column, axis=0, out=rows, mode="clip")
        for dilation, scale, shift, kernel, bias in self.layers:
            mixed = _windows(_normalise(hidden, scale, shift), dilation) @ kernel
            mixed += bias
            hidden += mixed[:, :width] / (1 + np.exp(-mixed[:, width:]))
        scores: FloatArray = _normalise(hidden, self.scale, self.shift) @ self.output + self.output_bias
        return scores

    def _word_rows(self, document: Document) -> FloatArray:
        """The sum of the rows of each token's word, which is made once a word and remembered as bytes: (n, width)."""
        known = self.remembered
        for word in set(document.words).difference(known):
            values = np.add(word_columns(word, document.language), self.type_offsets)
            row = self.words[self.rows.get(fold(word), 0)] + self.types[values].sum(axis=0)
            known[word] = row.tobytes()
        rows = np.frombuffer(bytearray().join(map(known.__getitem__, document.words)), np.float32)
        if len(known) > MAX_REMEMBERED_WORDS:
            known.clear()
        return rows.reshape(len(document.words), -1)


@cache
def _blas_controller() -> Any:
    """What keeps BLAS to one thread: for matrices this small, handing work to others costs more than it saves."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _normalise(hidden: FloatArray, scale: FloatArray, shift: FloatArray) -> FloatArray:
    centred: FloatArray = hidden - hidden.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", centred, centred) / hidden.shape[1] + 1e-5)
    centred /= spread[:, None]
    centred *= scale
    centred += shift
    return centred


def _windows(hidden: FloatArray, dilation: int) -> FloatArray:
    """Each token's row beside those ``dilation`` tokens before and after it, zeros beyond the text: (n, 3 width)."""
    count, width = hidden.shape
    windows = np.zeros((count, 3 * width), np.float32)
    windows[dilation:, :width] = hidden[: max(count - dilation, 0)]
    windows[:, width : 2 * width] = hidden
    windows[: max(count - dilation, 0), 2 * width :] = hidden[dilation:]
    return windows


def _softmax(scores: FloatArray) -> FloatArray:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: FloatArray = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def best_labels(scores: FloatArray, paragraphs: Sequence[int], transitions: FloatArray) -> IntArray:
    """The most likely sequence of labels of each paragraph (Viterbi), all at once; endless ones fall into parts.

    Tokens are put in the order of their place in the paragraph, those of longer paragraphs first, so that each step
    reads one slice and writes the next.
    """
    parts = [start for low, high in pairwise(paragraphs) for start in range(low, high, BLOCK_TOKENS)]
    order, counts = _by_place(np.asarray([*parts, paragraphs[-1]], np.int32))
    best = np.ascontiguousarray(scores[order].T)
    best[:, : counts[0]] += START[:, None]
    moves, low = transitions[:, :, None], int(counts[0])
    for before, count in pairwise(counts.tolist()):
        paths = best[:, None, low - before : low - before + count] + moves
        best[:, low : low + count] += np.maximum.reduce(paths, axis=0)
        low += count
    labels = np.empty(len(order), np.int32)
    labels[order] = _trace_back(best.T, counts, transitions)
    return labels


def _by_place(bounds: IntArray) -> tuple[IntArray, IntArray]:
    """All tokens, the first of each paragraph, then the second of each, and so on; and how many there are of each."""
    lengths = np.diff(bounds)
    longest_first = np.argsort(-lengths, kind="stable")
    starts, lengths = bounds[:-1][longest_first], lengths[longest_first]
    places = np.arange(bounds[-1]) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    order = np.argsort(places, kind="stable")
    return (np.repeat(starts, lengths) + places)[order], np.bincount(places).astype(np.int32)


def _trace_back(best: FloatArray, counts: IntArray, transitions: FloatArray) -> list[int]:
    """The labels of tokens in the order of ``best``, the scores of the best sequences that end there."""
    before = np.arange(counts[0], len(best)) - np.repeat(counts[:-1], counts[1:])
    came_from = (best[before][:, None, :] + transitions.T).argmax(axis=2).astype(np.uint8).tobytes()
    labels: list[int] = best.argmax(axis=1).tolist()
    n_labels, before_of = len(LABELS), before.tolist()
    for number in range(len(before) - 1, -1, -1):
        labels[before_of[number]] = came_from[n_labels * number + labels[counts[0] + number]]
    return labels


def barred_transitions() -> FloatArray:
    """BARRED where one label cannot follow another, else 0: (7, 7), from the row's label to the column's."""
    barred = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for label in (2, 4, 6):
        barred[:, label] = BARRED
        barred[[label - 1, label], label] = 0
    return barred


START = np.asarray([0, 0, BARRED, 0, BARRED, 0, BARRED], np.float32)
"""What a label costs at the start of a paragraph."""


@cache
def load_tagger(language: str) -> Tagger | None:
    """The network of a language, read once, or None where none was trained.

    Raises:
        ModelError: its files are damaged, or were made for other columns.
    """
    folder = find_folder(f"tagger-{language}/1", NUMBERS)
    return read_tagger(folder) if folder is not None else None


def read_tagger(folder: Path) -> Tagger:
    """The network in a model folder: ``weights.npz`` and ``words.txt``, one known word a line.

    Raises:
        ModelError: its files are damaged, or were made for other columns.
    """
    check_folder(folder, FILES)
    words = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
    with np.load(folder / NUMBERS, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    rows = {word: number for number, word in enumerate(words, 1) if word}
    sizes = list(STRUCTURE_COLUMNS.values())
    wanted = {
        "places": sum(sizes),
        "types": sum(WORD_COLUMNS.values()),
        "words": len(rows) + 1,
        "clusters": len(rows) + 1,
    }
    if any(len(arrays.get(name, ())) != size for name, size in wanted.items()):
        raise ModelError(f"{folder}: made for other columns or words than these; train it anew")
    return Tagger(
        rows=rows,
        shares=arrays["shares"].astype(np.int32),
        clusters=arrays["clusters"].astype(np.int32),
        words=(arrays["words"].astype(np.float32) * arrays["word_scale"].astype(np.float32)[:, None]),
        types=arrays["types"].astype(np.float32),
        type_offsets=tuple(int(offset) for offset in arrays["type_offsets"]),
        places=tuple(np.split(arrays["places"].astype(np.float32), np.cumsum(sizes)[:-1])),
        layers=_layers_of(arrays),
        scale=arrays["scale"],
        shift=arrays["shift"],
        output=arrays["output"],
        output_bias=arrays["output_bias"],
        transitions=arrays["transitions"] + barred_transitions(),
    )


def _layers_of(
    arrays: Mapping[str, npt.NDArray[np.float32]],
) -> tuple[tuple[int, FloatArray, FloatArray, FloatArray, FloatArray], ...]:
    found = []
    for number, dilation in enumerate(arrays["dilations"]):
        names = (f"scale{number}", f"shift{number}", f"kernel{number}", f"bias{number}")
        scale, shift, kernel, bias = (arrays[name].astype(np.float32) for name in names)
        found.append((int(dilation), scale, shift, kernel, bias))
    return tuple(found)
