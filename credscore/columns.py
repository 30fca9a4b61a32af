"""Document + rule frames -> columns: what the tagger is told of each token in its place, as small integers.

None needs a parser: position, marks, quotation and dash state, capitals, lexicon classes, what the rules read there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from credscore.arrays import BoolArray, IntArray
from credscore.cues import Cues
from credscore.document import Document
from credscore.frames import Frame
from credscore.labels import kind_number, rule_labels
from credscore.marks import is_spaced_dash
from credscore.words import WordClass as W

_NEAR = 12
"""The number of classes of a distance, see ``bucket``."""

CUE_CLUSTERS = 256
"""The number of clusters of like words, of which the columns tell that of the nearest known cue."""

STRUCTURE_COLUMNS = {
    "quotation": 6,
    "from_start": _NEAR,
    "to_end": _NEAR,
    "paragraph": 12,
    "since_comma": _NEAR,
    "until_comma": _NEAR,
    "since_quote": _NEAR,
    "until_quote": _NEAR,
    "capital_run": 5,
    "since_cue": _NEAR,
    "until_cue": _NEAR,
    "kind_before": 32,
    "kind_after": 32,
    "between_before": 12,
    "between_after": 12,
    "cues": 8,
    "rule_outer": 8,
    "rule_inner": 8,
    "rule_kind": 32,
    "dash": 4,
    "sentence_edges": 36,
    "sentence_before": 8,
    "since_known": _NEAR,
    "until_known": _NEAR,
    "share_before": 8,
    "share_after": 8,
    "cluster_before": CUE_CLUSTERS + 2,
    "cluster_after": CUE_CLUSTERS + 2,
}
"""Columns of a token in its place: name -> number of values."""

KNOWN_SHARE = 4
"""From this share class on a word counts as a cue that the training texts know."""

_BUCKETS = np.repeat(np.arange(12, dtype=np.int32), [1, 1, 1, 1, 1, 2, 3, 4, 7, 12, 40, 1])
_FARTHEST = len(_BUCKETS) - 2


def bucket(distances: IntArray) -> IntArray:
    """Distances in tokens -> 12 classes, finer near zero; -1 ("none") -> 11, the last of the table."""
    return _BUCKETS[np.minimum(distances, _FARTHEST)]


class _Marks:
    """Tokens of one sort: which they are, and how many there are before and up to each token."""

    __slots__ = ("are", "before", "upto")

    def __init__(self, are: BoolArray) -> None:
        total = np.zeros(len(are) + 1, np.int32)
        np.cumsum(are, out=total[1:])
        self.are, self.before, self.upto = are, total[:-1], total[1:]

    def count(self, low: IntArray, high: IntArray) -> IntArray:
        """How many there are from ``low`` to ``high``, both included."""
        counts: IntArray = self.upto[high] - self.before[low]
        return counts


@dataclass(frozen=True, slots=True, eq=False)
class _Places:
    """The tokens of a document as numbers, with the first and last token of each one's sentence and paragraph."""

    index: IntArray
    classes: npt.NDArray[np.int64]
    sentence: IntArray
    first: IntArray
    last: IntArray
    paragraph: IntArray
    paragraph_first: IntArray
    paragraph_last: IntArray
    commas: _Marks
    quotes: _Marks
    thats: _Marks


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What training texts tell of the word of each token, both of shape (n_tokens,).

    ``shares`` are how often it is a cue, as a class from 0 to 7; ``clusters`` the clusters of words like it, from 1, or
    0 where it has none.
    """

    shares: IntArray
    clusters: IntArray


def structure_columns(document: Document, cues: Cues, frames: Sequence[Frame], learned: Learned) -> IntArray:
    """The values of STRUCTURE_COLUMNS, of shape (n_columns, n_tokens).

    Args:
        document: the article.
        cues: what the lexicons find in it.
        frames: what the rules read in it.
        learned: what training texts tell of its words.
    """
    places = _places(document)
    quotation = quotation_state(document, places.quotes.are)
    columns = [
        quotation,
        *_mark_columns(places),
        *_cue_columns(cues, places),
        *rule_labels(frames, len(places.index)),
        _dash_state(document, places),
        *_sentence_columns(quotation, places),
        *_known_columns(learned, places),
    ]
    return np.stack(columns, dtype=np.int32, casting="same_kind")


def _places(document: Document) -> _Places:
    sentence = np.asarray(document.sentence_of, np.int32)
    paragraph = np.asarray(document.paragraph_of, np.int32)
    starts, bounds = np.asarray(document.sentences, np.int32), np.asarray(document.paragraphs, np.int32)
    classes = document.class_array
    return _Places(
        index=np.arange(len(sentence), dtype=np.int32),
        classes=classes,
        sentence=sentence,
        first=starts[sentence],
        last=starts[1:][sentence] - 1,
        paragraph=paragraph,
        paragraph_first=bounds[paragraph],
        paragraph_last=bounds[1:][paragraph] - 1,
        commas=_Marks((classes & W.COMMA) > 0),
        quotes=_Marks((classes & W.QUOTE) > 0),
        thats=_Marks((classes & W.THAT) > 0),
    )


def _mark_columns(places: _Places) -> list[IntArray]:
    """Place in sentence and paragraph, distance to commas and quotation marks, runs of capitals."""
    index = places.index
    return [
        bucket(index - places.first),
        bucket(places.last - index),
        _paragraph_place(places),
        _since(places.commas.are, places.first, index),
        _until(places.commas.are, places.last, index),
        _since(places.quotes.are, places.paragraph_first, index),
        _until(places.quotes.are, places.paragraph_last, index),
        _capital_run((places.classes & W.CAPITAL) > 0, index == places.first),
    ]


def _cue_columns(cues: Cues, places: _Places) -> list[IntArray]:
    """The cues before and after each token in its sentence: how far, of which kind, and what lies between."""
    index = places.index
    kinds = np.zeros(len(index), np.int32)
    is_cue = np.zeros(len(index), bool)
    for start, match in cues.attributions.items():
        is_cue[start] = True
        kinds[start] = kind_number(match.rule.table, match.rule.kind)
    before, after = previous(is_cue, places.first, index), following(is_cue, places.last, index)
    has_none_before, has_none_after = before < 0, after < 0
    n_cues = np.minimum(_Marks(is_cue).count(places.first, places.last), 3)
    return [
        bucket(np.where(has_none_before, -1, index - before)),
        bucket(np.where(has_none_after, -1, after - index)),
        np.where(has_none_before, 0, kinds[before]),
        np.where(has_none_after, 0, kinds[after]),
        _between(places, np.where(has_none_before, index, before), index),
        _between(places, index, np.where(has_none_after, index, after)),
        n_cues + 4 * (places.quotes.count(places.first, places.last) > 0),
    ]


def previous(marks: BoolArray, low: IntArray, index: IntArray) -> IntArray:
    """The last marked token at or before each token, not before ``low``; -1 if none."""
    found = _last(marks, index)
    return np.where(found >= low, found, -1)


def following(marks: BoolArray, high: IntArray, index: IntArray) -> IntArray:
    """The next marked token at or after each token, not after ``high``; -1 if none."""
    found = _next(marks, index)
    return np.where(found <= high, found, -1)


def _last(marks: BoolArray, index: IntArray) -> IntArray:
    """The last marked token at or before each token; -1 if none."""
    found: IntArray = np.maximum.accumulate(np.where(marks, index, -1))
    return found


def _next(marks: BoolArray, index: IntArray) -> IntArray:
    """The next marked token at or after each token; beyond the text if none."""
    found: IntArray = np.minimum.accumulate(np.where(marks, index, len(marks) + 1)[::-1])[::-1]
    return found


def _since(marks: BoolArray, low: IntArray, index: IntArray) -> IntArray:
    found = _last(marks, index)
    return bucket(np.where(found >= low, index - found, -1))


def _until(marks: BoolArray, high: IntArray, index: IntArray) -> IntArray:
    found = _next(marks, index)
    return bucket(np.where(found <= high, found - index, -1))


def quotation_state(document: Document, quotes: BoolArray) -> IntArray:
    """0 outside, 1 inside, 2 opening mark, 3 closing mark, 4 stray mark, 5 inside a short quotation."""
    state = document.in_quotation.astype(np.int32)
    state[quotes & (state == 0)] = 4
    for quotation in document.quotations:
        if quotation.length <= 5:
            state[quotation.start : quotation.end] = 5
        state[quotation.open] = 2
        if quotation.close < len(state) and quotes[quotation.close]:
            state[quotation.close] = 3
    return state


def _paragraph_place(places: _Places) -> IntArray:
    """First, later, last or only sentence of its paragraph, for the first, second and later paragraphs."""
    first, last = places.sentence[places.paragraph_first], places.sentence[places.paragraph_last]
    place = np.where(places.sentence == last, 2, 1)
    place = np.where(places.sentence == first, np.where(first == last, 3, 0), place)
    return np.minimum(places.paragraph, 2) * 4 + place


def _between(places: _Places, low: IntArray, high: IntArray) -> IntArray:
    """What lies between two places: no, one or more commas; a quotation mark; a conjunction "that"."""
    n_commas = np.minimum(places.commas.count(low, high), 2)
    between: IntArray = n_commas + 3 * (places.quotes.count(low, high) > 0) + 6 * (places.thats.count(low, high) > 0)
    return between


def _capital_run(capital: BoolArray, is_first: BoolArray) -> IntArray:
    """0 no capital, 1 alone, 2 first, 3 inside, 4 last of a run of capitalised words."""
    before = np.concatenate([[False], capital[:-1]]) & ~is_first
    after = np.concatenate([capital[1:], [False]])
    run = 1 + (after & ~before) + 2 * (after & before) + 3 * (before & ~after)
    return np.where(capital, run, 0)


def _dash_state(document: Document, places: _Places) -> IntArray:
    """0 none, 1 a spaced dash, 2 after an odd, 3 after an even number of spaced dashes in the paragraph."""
    marks = np.zeros(len(places.index), bool)
    for token in np.flatnonzero(places.classes & W.DASH).tolist():
        marks[token] = is_spaced_dash(document, token)
    n_dashes = _Marks(marks).count(places.paragraph_first, places.index)
    return np.where(marks, 1, np.where(n_dashes == 0, 0, 3 - n_dashes % 2))


def _sentence_columns(state: IntArray, places: _Places) -> list[IntArray]:
    """The quotation state at both ends of the sentence, and at the end of the one before."""
    before = np.where(places.first == 0, 6, state[np.maximum(places.first - 1, 0)])
    return [state[places.first] * 6 + state[places.last], before]


def _known_columns(learned: Learned, places: _Places) -> list[IntArray]:
    """The words before and after each token that training texts know as cues: how far, how surely, of which sort."""
    shares, clusters = learned.shares, learned.clusters
    known = shares >= KNOWN_SHARE
    before = np.maximum(previous(np.concatenate([[False], known[:-1]]), places.first + 1, places.index) - 1, -1)
    after = following(known, places.last, places.index)
    has_none, ends = before < 0, after < 0
    return [
        bucket(np.where(has_none, -1, places.index - before)),
        bucket(np.where(ends, -1, after - places.index)),
        np.where(has_none, 0, shares[before]),
        np.where(ends, 0, shares[after]),
        np.where(has_none, CUE_CLUSTERS + 1, clusters[before]),
        np.where(ends, CUE_CLUSTERS + 1, clusters[after]),
    ]
