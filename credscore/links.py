"""Chains -> how likely each of their links is right: a logistic regression, trained on gold articles.

A link is right when, the attribution being right, the gold chain has a link over the same words (Jaccard 0.4 or more),
as the benchmark pairs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, reduce
from operator import or_
from pathlib import Path
from typing import TypeAlias

import numpy as np

from credscore.document import Document
from credscore.folders import find_folder
from credscore.frames import Construction, Frame
from credscore.regression import FloatMatrix, Regression, indicators, read_regression
from credscore.sources import Source, SourceKind
from credscore.spans import Range
from credscore.words import WordClass as W

NUMBERS = "links.json"
FILES = (NUMBERS, "card.md", "metrics.json")

_KINDS = tuple(SourceKind)
_CONSTRUCTIONS = tuple(Construction)
_NAMING = ("name in its words", "name from elsewhere", "pronoun", "subject dropped")
_CHAIN = ("only link", "first of several", "last of several", "three links or more")
_ROLE = ("from the outer attribution", "told medium", "cited relay")
_PLACE = ("in another sentence", "right beside the cue", "over ten tokens away", "after the cue", "in a quotation")
_SHAPE = ("opens its sentence", "determiner first", "one token", "over six tokens")
_WORDS = ("preposition", "comma", "capital", "role noun")
_EDGES = ("no mark before", "preposition behind", "plain word behind")
FEATURES = (
    *_KINDS,
    *(f"worded {way}" for way in _CONSTRUCTIONS),
    *_NAMING,
    *_CHAIN,
    *_ROLE,
    *_PLACE,
    *_SHAPE,
    *_WORDS,
    *_EDGES,
)
"""What the regression looks at, in the order of its weights; all values are 0 or 1."""

_KIND_VALUES, _CONSTRUCTION_VALUES = indicators(_KINDS), indicators(_CONSTRUCTIONS)


Chain: TypeAlias = tuple[Source, ...]


def judge_links(
    document: Document,
    frames: Sequence[Frame],
    parents: Sequence[int | None],
    chains: Sequence[Chain],
    model: Regression,
) -> list[Chain]:
    """The chains, one for each frame in the same order, with the probability of each link."""
    likely = iter(model.judge(link_features(document, frames, parents, chains)).tolist())
    return [tuple(_judged(link, next(likely)) for link in chain) for chain in chains]


def _judged(link: Source, confidence: float) -> Source:
    """A link with its probability."""
    return Source(span=link.span, kind=link.kind, name=link.name, confidence=confidence)


def link_features(
    document: Document, frames: Sequence[Frame], parents: Sequence[int | None], chains: Sequence[Chain]
) -> FloatMatrix:
    """The values of FEATURES for each link of each chain: (n_links, n_features).

    Args:
        document: the document.
        frames: its frames.
        parents: for each frame the number of the one in whose content it stands, or None.
        chains: for each frame its chain.
    """
    edges = np.asarray([link.span for chain in chains for link in chain], np.int64).reshape(-1, 2)
    starts = np.searchsorted(document.ends, edges[:, 0], side="right").tolist()
    ends = np.searchsorted(document.starts, edges[:, 1]).tolist()
    phrases = zip(starts, ends, strict=True)
    rows = [
        bytes(
            _KIND_VALUES[link.kind]
            + _CONSTRUCTION_VALUES[frame.construction]
            + _naming(document, frame, link, phrase)
            + _chain(len(chain), place)
            + _role(frame, link, phrase, () if parent is None else chains[parent])
            + _place(document, frame, phrase)
            + _shape(document, phrase)
            + _edges(document, phrase)
        )
        for frame, parent, chain in zip(frames, parents, chains, strict=True)
        for place, (link, phrase) in enumerate(zip(chain, phrases, strict=False))
    ]
    return np.frombuffer(b"".join(rows), np.uint8).reshape(-1, len(FEATURES)).astype(np.float64)


def _naming(document: Document, frame: Frame, link: Source, phrase: Range) -> tuple[bool, ...]:
    """How a link came by its name and kind: by its own words, or by what it refers back to."""
    start, end = phrase
    is_pronoun = end - start == 1 and bool(document.classes[start] & (W.PRONOUN | W.POSS | W.REL))
    is_dropped = phrase == frame.cue and link.kind is not SourceKind.UNSPECIFIED
    if link.name is None or is_pronoun or is_dropped:
        return False, False, is_pronoun, is_dropped
    capitals = [True for word_class in document.classes[start:end] if word_class & W.CAPITAL]
    is_whole = len(capitals) > link.name.count(" ")
    return is_whole, not is_whole, False, False


def _chain(count: int, place: int) -> tuple[bool, ...]:
    """Where in its chain a link stands."""
    return count == 1, count > 1 and place == 0, count > 1 and place == count - 1, count > 2


def _role(frame: Frame, link: Source, phrase: Range, outer: Chain) -> tuple[bool, ...]:
    """Which part a link plays: one of the outer attribution, a medium that was told, whom the source cites."""
    return any(link.span == other.span for other in outer), phrase in frame.media, phrase in frame.relays


def _place(document: Document, frame: Frame, phrase: Range) -> tuple[bool, ...]:
    """Where a link stands beside its cue."""
    start, end = phrase
    is_after = start >= frame.cue[1]
    gap = start - frame.cue[1] if is_after else frame.cue[0] - end
    is_apart = document.sentence_of[start] != document.sentence_of[frame.cue[0]]
    return is_apart, gap == 0, gap > 10, is_after, bool(document.in_quotation[start])


def _shape(document: Document, phrase: Range) -> tuple[bool, ...]:
    """How the words of a link begin, how many they are, and what is among them."""
    size, classes = phrase[1] - phrase[0], document.classes[slice(*phrase)]
    held = reduce(or_, classes)
    begins = document.begins_sentence(phrase[0])
    return (
        *(begins, bool(classes[0] & W.DET), size == 1, size > 6),
        *(bool(held & W.PREP), bool(held & W.COMMA), bool(held & W.CAPITAL), bool(held & W.HEAD)),
    )


def _edges(document: Document, phrase: Range) -> tuple[bool, ...]:
    """What stands right before and behind a link: it may be cut short."""
    start, end = phrase
    before = document.classes[start - 1] if start else W.MARK
    behind = document.classes[end] if end < len(document.words) else W.MARK
    return not before & W.MARK, bool(behind & W.PREP), not behind & _BOUNDS


_BOUNDS = W.MARK | W.CAPITAL | W.PREP | W.FINITE | W.AUX


@cache
def load_links(language: str) -> Regression | None:
    """The regression for a language, read once, or None where none was trained.

    Raises:
        ModelError: its files are damaged.
    """
    folder = find_folder(f"links-{language}/1", NUMBERS)
    return read_links(folder) if folder is not None else None


def read_links(folder: Path) -> Regression:
    """The regression in a model folder; features that it does not name weigh nothing.

    Raises:
        ModelError: its files are damaged.
    """
    return read_regression(folder, FILES, FEATURES)[0]
