"""Labels of tokens: what a tagger may say of one, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from credscore.arrays import FloatArray, IntArray
from credscore.frames import Frame
from credscore.spans import Range, length_of

LABELS = ("O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT")
"""What the tagger may say of a token."""

BEGIN = {"source": 1, "cue": 3, "content": 5}
"""The label that opens a stretch of each role; the next number goes on with it."""

_KINDS = "say add reply ask demand think feel want judge show learn noun according as relay medium hearsay".split()


LAYERS = ("broad", "outer", "inner")
"""Whose attributions the labels tell of: all that PolNeAR calls one, the outermost ones by the guide of the gold, and
those that stand inside them."""


@dataclass(frozen=True, slots=True, eq=False)
class Tags:
    """What a tagger says of the tokens of a document.

    ``outermost`` and ``inner`` (n_tokens,) are indices into LABELS, those of the layers "broad" and "inner"; ``likely``
    (n_layers, n_tokens, n_labels) tells for each layer how likely each label of a token is on its own.
    """

    outermost: IntArray
    inner: IntArray
    likely: FloatArray


def rule_labels(frames: Sequence[Frame], count: int) -> tuple[IntArray, IntArray, IntArray]:
    """What the rules say of each token: its label in the outermost frame and in an inner one, and the frame's kind."""
    outer, inner, kind = (np.zeros(count, np.int32) for _ in range(3))
    is_held = np.zeros(count, bool)
    for frame in sorted(frames, key=lambda frame: -length_of(frame.content)):
        is_inner = bool(is_held[frame.cue[0]])
        labels = inner if is_inner else outer
        for part in frame.content:
            _write(labels, part, BEGIN["content"])
        for part in (*frame.media, *((frame.source,) if frame.source else ()), *frame.relays):
            _write(labels, part, BEGIN["source"])
        _write(labels, frame.cue, BEGIN["cue"])
        for start, end in () if is_inner else frame.content:
            is_held[start:end] = True
            kind[start:end] = kind_number(frame.rule.table, frame.rule.kind)
    return outer, inner, kind


def _write(labels: IntArray, part: Range, begin: int) -> None:
    labels[part[0] : part[1]] = begin + 1
    labels[part[0] : part[0] + 1] = begin


def kind_number(table: str, kind: str) -> int:
    """The number of a rule's class among those that columns tell apart; 0 for any other."""
    name = "noun" if table == "nouns" else kind
    return 1 + _KINDS.index(name) if name in _KINDS else 0
