"""Columns -> a label for each token: a small convolutional network, run in numpy.

Word rows and the sum of embedded columns go through layers of gated dilated convolutions; the best sequence of labels
of each paragraph is found by Viterbi over learned transitions. Trained by ``credscore.training.tagger``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from credscore.arrays import FloatArray, IntArray
from credscore.columns import LABELS, STRUCTURE_COLUMNS, WORD_COLUMNS, structure_columns, word_columns
from credscore.cues import Cues
from credscore.document import Document
from credscore.errors import ModelError
from credscore.folders import MODELS, check_folder, list_folders
from credscore.frames import Frame
from credscore.words import fold

NUMBERS = "weights.npz"
FILES = (NUMBERS, "words.txt", "card.md", "metrics.json")

MAX_REMEMBERED_WORDS = 60_000
BARRED = -1e4
"""The score of a transition that cannot be: to I-X from anything but B-X or I-X."""


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """A trained network of one language; all arrays are float32 unless said otherwise.

    ``rows`` gives the row of each known word in ``words`` (n_words + 1, width) and ``shares`` (n_words + 1,), row 0
    being that of unknown ones; ``types`` (n_values, width) holds the rows of the word columns, one column after the
    other, ``places`` those of the structure columns. ``layers`` are (dilation, scale, shift, kernel, bias).
    """

    rows: Mapping[str, int]
    shares: IntArray
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
    remembered: dict[str, FloatArray] = field(default_factory=dict)

    def tag(self, document: Document, cues: Cues, frames: Sequence[Frame]) -> tuple[IntArray, FloatArray]:
        """The label of each token, an index into LABELS, and how likely each label is on its own: (n,), (n, 7).

        Args:
            document: the article, which must not be empty.
            cues: what the lexicons find in it.
            frames: what the rules read in it.
        """
        rows = [self.rows.get(fold(word), 0) for word in document.words]
        columns = structure_columns(document, cues, frames, self.shares[rows])
        with _blas_controller().limit(limits=1, user_api="blas"):
            scores = self._scores(document, columns)
        return best_labels(scores, document.paragraphs, self.transitions), _softmax(scores)

    def _scores(self, document: Document, columns: IntArray) -> FloatArray:
        """The score of each label for each token, transitions left out: (n, 7)."""
        hidden = np.stack([self._word_row(word, document) for word in document.words])
        for table, column in zip(self.places, columns, strict=True):
            hidden += table[column]
        for dilation, scale, shift, kernel, bias in self.layers:
            mixed = _windows(_normalise(hidden, scale, shift), dilation) @ kernel + bias
            width = hidden.shape[1]
            hidden += mixed[:, :width] / (1 + np.exp(-mixed[:, width:]))
        scores: FloatArray = _normalise(hidden, self.scale, self.shift) @ self.output + self.output_bias
        return scores

    def _word_row(self, word: str, document: Document) -> FloatArray:
        """The sum of a word's rows, remembered."""
        row = self.remembered.get(word)
        if row is None:
            if len(self.remembered) > MAX_REMEMBERED_WORDS:
                self.remembered.clear()
            values = np.add(word_columns(word, document.language), self.type_offsets)
            row = self.words[self.rows.get(fold(word), 0)] + self.types[values].sum(axis=0)
            self.remembered[word] = row
        return row


@cache
def _blas_controller() -> Any:
    """What keeps BLAS to one thread: for matrices this small, handing work to others costs more than it saves."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _normalise(hidden: FloatArray, scale: FloatArray, shift: FloatArray) -> FloatArray:
    centred = hidden - hidden.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", centred, centred) / hidden.shape[1] + 1e-5)
    normal: FloatArray = centred / spread[:, None] * scale + shift
    return normal


def _windows(hidden: FloatArray, dilation: int) -> FloatArray:
    """Each token's row beside those ``dilation`` tokens before and after it, zeros beyond the text: (n, 3 width)."""
    count, width = hidden.shape
    windows = np.zeros((count, 3 * width), np.float32)
    windows[dilation:, :width] = hidden[: max(count - dilation, 0)]
    windows[:, width : 2 * width] = hidden
    windows[: max(count - dilation, 0), 2 * width :] = hidden[dilation:]
    return windows


def _softmax(scores: FloatArray) -> FloatArray:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: FloatArray = powers / powers.sum(axis=1, keepdims=True)
    return shares


def best_labels(scores: FloatArray, paragraphs: Sequence[int], transitions: FloatArray) -> IntArray:
    """The most likely sequence of labels of each paragraph (Viterbi), all paragraphs at once, the longest first."""
    bounds = np.asarray(paragraphs)
    lengths = np.diff(bounds)
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = bounds[:-1][order], lengths[order]
    best = scores[starts] + START
    back = np.zeros((int(lengths[0]), len(starts), len(LABELS)), np.int8)
    active = len(starts)
    for step in range(1, int(lengths[0])):
        while lengths[active - 1] <= step:
            active -= 1
        paths = best[:active, :, None] + transitions
        back[step, :active] = paths.argmax(axis=1)
        best[:active] = paths.max(axis=1) + scores[starts[:active] + step]
    return _trace_back(best, back, starts, lengths, len(scores))


def _trace_back(
    best: FloatArray, back: npt.NDArray[np.int8], starts: IntArray, lengths: IntArray, count: int
) -> IntArray:
    labels = np.zeros(count, np.int32)
    active = 0
    current = best.argmax(axis=1)
    for step in range(int(lengths[0]) - 1, -1, -1):
        while active < len(lengths) and lengths[active] > step:
            active += 1
        labels[starts[:active] + step] = current[:active]
        current[:active] = back[step, np.arange(active), current[:active]]
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
    model = f"tagger-{language}/1"
    return read_tagger(MODELS / model) if model in list_folders(NUMBERS) else None


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
    wanted = {"places": sum(sizes), "types": sum(WORD_COLUMNS.values()), "words": len(rows) + 1}
    if any(len(arrays.get(name, ())) != size for name, size in wanted.items()):
        raise ModelError(f"{folder}: made for other columns or words than these; train it anew")
    return Tagger(
        rows=rows,
        shares=arrays["shares"].astype(np.int32),
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
