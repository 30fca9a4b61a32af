"""Frames -> how likely each one is right: a logistic regression on how it was read, trained on gold articles.

A frame is right when its content is that of a gold attribution (Jaccard 0.5 or more), as the benchmark pairs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import numpy as np

from credscore.arrays import FloatArray
from credscore.document import Document
from credscore.errors import ModelError
from credscore.folders import find_folder, read_json, tell_faults
from credscore.frames import Construction, Frame, Reading
from credscore.labels import BEGIN, LAYERS, Tags
from credscore.regression import FloatMatrix, Regression, indicators, read_regression
from credscore.spans import length_of
from credscore.words import WordClass as W

NUMBERS = "confidence.json"
FILES = (NUMBERS, "card.md", "metrics.json")

_KINDS = tuple("say add reply ask demand think feel want judge show learn according as hearsay".split())
_TABLES = ("verbs", "nouns", "cues", "hedges", "headlines", "signed", "learned")
_CONSTRUCTIONS = tuple(Construction)
_EVIDENCE = (
    "is inner",
    "no source",
    "source is long",
    "source has a capital",
    "source after by",
    "medium or relay named",
)
_SHAPE = (
    "one or two tokens",
    "three or four tokens",
    "over forty tokens",
    "several parts",
    "content begins with a mark",
    "content ends its sentence",
    "content after the cue",
    "content after a conjunction",
)
_PLACE = ("in the first paragraph", "cue in a quotation", "cue with a capital", "cue negated", "participle", "present")
_SUPPORT = tuple(
    f"{layer}: {what}"
    for layer in LAYERS
    for what in ("cue", "source", "content", "content opens", "content before", "content after")
)
FEATURES = (*_KINDS, *_TABLES, *(f"worded {way}" for way in _CONSTRUCTIONS), *_EVIDENCE, *_SHAPE, *_PLACE, *_SUPPORT)
"""What the regression looks at, in the order of its weights; all values are from 0 to 1."""

_NO_SUPPORT = (0.0,) * len(_SUPPORT)

_Layer: TypeAlias = tuple[FloatArray, FloatArray, FloatArray, FloatArray]

_KIND_VALUES, _TABLE_VALUES = indicators(_KINDS), indicators(_TABLES)
_CONSTRUCTION_VALUES = indicators(_CONSTRUCTIONS)
_NO_KIND, _NO_TABLE = (False,) * len(_KINDS), (False,) * len(_TABLES)


@dataclass(frozen=True, slots=True)
class Confidence(Regression):
    """A regression on FEATURES, and the threshold below which frames are dropped.

    ``rules`` gives what the rule behind a frame's cue adds to the log odds, by the rule's id: how often statements that
    it found were right in a larger corpus.
    """

    threshold: float
    rules: Mapping[str, float] = field(default_factory=dict)

    def judge_finds(self, values: FloatMatrix, rules: Iterable[str]) -> FloatMatrix:
        """The probability of each frame, of its feature values (n_frames, n_features) and the ids of the rules."""
        return self.judge(values, np.asarray([self.rules.get(rule, 0.0) for rule in rules]))


def keep_likely(
    reading: Reading, frames: Sequence[Frame], model: Confidence, tags: Tags | None, threshold: float | None
) -> list[Frame]:
    """The frames that are likely enough right, each with its probability; ``threshold`` overrules the model's own."""
    least = model.threshold if threshold is None else threshold
    likely = model.judge_finds(frame_features(reading, frames, tags), [frame.rule.id for frame in frames])
    return [replace(f, confidence=float(p)) for f, p in zip(frames, likely, strict=True) if p >= least]


def frame_features(reading: Reading, frames: Sequence[Frame], tags: Tags | None) -> FloatMatrix:
    """The values of FEATURES for each frame: (n_frames, n_features).

    Args:
        reading: the document with its cues.
        frames: its frames.
        tags: what the tagger says of its tokens, or None where none was used.
    """
    document = reading.document
    inner = stand_inside(frames, len(document.words))
    layers = [] if tags is None else [_layer_of(likely) for likely in tags.likely]
    rows = [
        [
            *_KIND_VALUES.get(frame.rule.kind, _NO_KIND),
            *_TABLE_VALUES.get(frame.rule.table, _NO_TABLE),
            *_CONSTRUCTION_VALUES[frame.construction],
            *_evidence(document, frame, is_inner),
            *_shape(document, frame),
            *_place(reading, frame),
            *(_support(frame, layers) if layers else _NO_SUPPORT),
        ]
        for frame, is_inner in zip(frames, inner, strict=True)
    ]
    return np.fromiter(chain.from_iterable(rows), np.float64).reshape(-1, len(FEATURES))


def stand_inside(frames: Sequence[Frame], count: int) -> list[bool]:
    """For each frame whether its cue stands in the content of another."""
    depth = np.zeros(count + 1, np.int32)
    for start, end in (part for frame in frames for part in frame.content):
        depth[start:end] += 1
    own = [any(start <= frame.cue[0] < end for start, end in frame.content) for frame in frames]
    return [bool(depth[frame.cue[0]] > is_own) for frame, is_own in zip(frames, own, strict=True)]


def _evidence(document: Document, frame: Frame, is_inner: bool) -> list[bool]:
    source = frame.source or (0, 0)
    has_capital = any(word_class & W.CAPITAL for word_class in document.classes[slice(*source)])
    is_long = source[1] - source[0] > 8
    is_agent = frame.cue[0] < source[0] and document.lower[source[0] - 1] == "by"
    return [is_inner, frame.source is None, is_long, has_capital, is_agent, bool(frame.media or frame.relays)]


def _shape(document: Document, frame: Frame) -> list[bool]:
    size, start, end = length_of(frame.content), frame.content[0][0], frame.content[-1][1]
    before = document.classes[start - 1] if start else 0
    ends = document.sentence_bounds(end - 1)[1] - end <= 2
    is_after = start >= frame.cue[1]
    return [
        size < 3,
        3 <= size < 5,
        size > 40,
        len(frame.content) > 1,
        bool(before & W.QUOTE),
        ends,
        is_after,
        is_after and bool(before & W.THAT),
    ]


def _place(reading: Reading, frame: Frame) -> list[bool]:
    document, token = reading.document, frame.cue[0]
    tags = document.tags(*frame.cue)
    return [
        document.paragraph_of[token] == 0,
        bool(document.in_quotation[token]),
        bool(document.classes[token] & W.CAPITAL),
        any(word_class & W.NEG for word_class in document.classes[max(0, token - 2) : token]),
        any(tag.startswith(("pcon", "ing", "pact")) for tag in tags),
        any(tag.startswith(("fin:", "pres")) for tag in tags),
    ]


def _support(frame: Frame, layers: Sequence[_Layer]) -> Iterator[float]:
    """How surely each layer of the tagger sees what the frame has, and content just outside of its first part."""
    start, end = frame.content[0]
    for cues, sources, contents, openings in layers:
        yield float(cues[slice(*frame.cue)].max())
        yield float(sources[slice(*frame.source)].mean()) if frame.source else 0.0
        yield float(contents[start:end].mean())
        yield float(openings[start])
        yield float(contents[start - 1]) if start else 0.0
        yield float(contents[end]) if end < len(contents) else 0.0


def _layer_of(likely: FloatArray) -> _Layer:
    """How likely each token is part of a cue, a source and a content, and opens a content."""
    cue, source, content = (
        likely[:, BEGIN[role] : BEGIN[role] + 2].sum(axis=1) for role in ("cue", "source", "content")
    )
    return cue, source, content, likely[:, BEGIN["content"]]


@cache
def load_confidence(language: str, reader: str) -> Confidence | None:
    """The regression for a language and a reader, read once, or None where none was trained.

    Raises:
        ModelError: its files are damaged.
    """
    folder = find_folder(f"confidence-{language}-{reader}/1", NUMBERS)
    return read_confidence(folder) if folder is not None else None


def read_confidence(folder: Path) -> Confidence:
    """The regression in a model folder; features that it does not name weigh nothing.

    Raises:
        ModelError: its files are damaged.
    """
    regression, others = read_regression(folder, FILES, FEATURES, also=("threshold",))
    rules = read_json(folder / NUMBERS).get("rules", {})
    if not isinstance(rules, dict) or not all(isinstance(value, float | int) for value in rules.values()):
        raise ModelError(tell_faults(folder, [f"{NUMBERS} does not hold a regression: rules"]))
    return Confidence(regression.intercept, regression.weights, others["threshold"], rules)
