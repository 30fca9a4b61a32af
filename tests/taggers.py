"""Taggers for a test: small networks of random numbers, and stubs that say what they are told to."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from credscore.arrays import IntArray
from credscore.columns import STRUCTURE_COLUMNS
from credscore.cues import Cues
from credscore.document import Document
from credscore.folders import write_sums
from credscore.frames import Frame
from credscore.labels import BEGIN, LABELS, LAYERS, Tags
from credscore.tagger import FILES, NUMBERS
from credscore.wordcolumns import WORD_COLUMNS

WIDTH = 6
KNOWN = ("said", "powiedział", "the", "mayor")


def random_arrays(seed: int = 9, dilations: tuple[int, ...] = (1, 2)) -> dict[str, Any]:
    """The arrays of a network that knows the words in KNOWN, drawn with a seed."""
    draw = np.random.default_rng(seed)
    sizes = list(WORD_COLUMNS.values())
    arrays: dict[str, Any] = {
        "words": draw.integers(-127, 128, (len(KNOWN) + 1, WIDTH)).astype(np.int8),
        "word_scale": draw.random(len(KNOWN) + 1).astype(np.float32) / 100,
        "types": _drawn(draw, sum(sizes), WIDTH).astype(np.float16),
        "type_offsets": np.cumsum([0, *sizes[:-1]]).astype(np.int32),
        "places": _drawn(draw, sum(STRUCTURE_COLUMNS.values()), WIDTH),
        "shares": np.asarray([0, 7, 7, 1, 2], np.int8),
        "clusters": np.asarray([0, 9, 9, 1, 256], np.int16),
        "scale": np.ones(WIDTH, np.float32),
        "shift": _drawn(draw, WIDTH),
        "output": 3 * _drawn(draw, WIDTH, len(LAYERS) * len(LABELS)),
        "output_bias": 0.2 * _drawn(draw, len(LAYERS) * len(LABELS)),
        "transitions": _drawn(draw, len(LAYERS), len(LABELS), len(LABELS)),
        "dilations": np.asarray(dilations, np.int32),
    }
    for label in (2, 4, 6):  # so that stretches of every role go on for some tokens
        arrays["transitions"][:, [label - 1, label], label] += 4
    for number in range(len(dilations)):
        arrays[f"scale{number}"], arrays[f"shift{number}"] = np.ones(WIDTH, np.float32), _drawn(draw, WIDTH)
        arrays[f"kernel{number}"] = _drawn(draw, 3 * WIDTH, 2 * WIDTH)
        arrays[f"bias{number}"] = _drawn(draw, 2 * WIDTH)
    return arrays


def _drawn(draw: np.random.Generator, *shape: int) -> np.ndarray[Any, Any]:
    return draw.standard_normal(shape).astype(np.float32)


def write_tagger(folder: Path, arrays: dict[str, Any]) -> Path:
    """The model folder that arrays and KNOWN make, in the form in which a training saves it."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / NUMBERS, **arrays)
    (folder / "words.txt").write_text("\n".join(KNOWN), encoding="utf-8")
    (folder / "card.md").write_text("# random\n", encoding="utf-8")
    (folder / "metrics.json").write_text("{}\n", encoding="utf-8")
    write_sums(folder, FILES)
    return folder


def random_labels(count: int, seed: int) -> IntArray:
    """Labels as a tagger gives them, every stretch opened by its B label, with no sense in them."""
    draw = random.Random(seed)
    labels: list[int] = []
    while len(labels) < count:
        begin, length = draw.choice((0, 0, 1, 3, 5, 5)), draw.randint(1, 6)
        labels += [begin] + [begin + 1 if begin else 0] * (length - 1)
    return np.asarray(labels[:count], np.int32)


def tags_of(outermost: IntArray, inner: IntArray) -> Tags:
    """What a tagger says that is sure of these labels."""
    likely = np.eye(len(LABELS), dtype=np.float32)[np.stack([outermost, outermost, inner])]
    return Tags(outermost=outermost, inner=inner, likely=likely)


@dataclass(frozen=True, slots=True)
class RandomTagger:
    """Says of each token whatever a seed decides."""

    seed: int

    def tag(self, document: Document, cues: Cues, frames: Sequence[Frame]) -> Tags:
        return tags_of(*(random_labels(len(document.words), self.seed + layer) for layer in range(2)))


class TerseTagger:
    """Says that "said" is a cue and "bridge" all that is said, and of every other word that it is nothing."""

    def tag(self, document: Document, cues: Cues, frames: Sequence[Frame]) -> Tags:
        begins = {"said": BEGIN["cue"], "bridge": BEGIN["content"]}
        labels = np.asarray([begins.get(word, 0) for word in document.lower], np.int32)
        return tags_of(labels, np.zeros_like(labels))


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the spans of each role that were marked in it."""

    text: str
    spans: tuple[tuple[str, int, int], ...]

    def labels(self, document: Document) -> IntArray:
        """The labels that a tagger which saw the marks would give."""
        labels = np.zeros(len(document.words), np.int32)
        for role, start, end in self.spans:
            inside = np.flatnonzero((document.starts >= start) & (document.ends <= end))
            labels[inside] = BEGIN[role] + 1
            labels[inside[0]] = BEGIN[role]
        return labels


def marked(text: str) -> Marked:
    """A text without its marks: {S a source}, {Q a cue}, {C a content}."""
    plain, spans = "", []
    for role, inside, between in re.findall(r"\{([SQC]) ([^}]*)\}|([^{]+)", text):
        if role:
            spans.append(({"S": "source", "Q": "cue", "C": "content"}[role], len(plain), len(plain) + len(inside)))
        plain += inside + between
    return Marked(plain, tuple(spans))
