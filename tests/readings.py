"""Short texts read for a test: what is found in them, as words rather than offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from credscore.analysis import Analysis, analyze
from credscore.articles import Article
from credscore.chains import Attribution
from credscore.cues import Cues, find_cues
from credscore.document import Document, read_document
from credscore.frames import Frame, Reading
from credscore.language import load_language
from credscore.patterns import Match
from credscore.reading import read_frames
from credscore.regression import FloatMatrix
from credscore.spans import Range, Span


@dataclass(frozen=True, slots=True)
class Told:
    """One frame in words; ``source`` is None where no word names it."""

    cue: str
    content: tuple[str, ...]
    source: str | None


def document_of(code: str, text: str) -> Document:
    return read_document(text, load_language(code))


def cues_of(code: str, text: str) -> tuple[Document, Cues]:
    document = document_of(code, text)
    return document, find_cues(document)


def reading_of(code: str, text: str) -> Reading:
    """A reading in which no frame has been looked for yet."""
    document, cues = cues_of(code, text)
    return Reading(document, cues.attributions, cues.names, cues.roles)


def cue_in(reading: Reading, word: str) -> Match:
    """The cue that begins with the first such word."""
    return reading.cue_at[reading.document.words.index(word)]


def words_of(document: Document, part: Range) -> str:
    start, end = document.span(*part)
    return document.text[start:end]


def frames_of(code: str, text: str) -> tuple[Document, list[Frame]]:
    document, cues = cues_of(code, text)
    return document, read_frames(document, cues)[1]


def told_in(code: str, text: str) -> list[Told]:
    document, frames = frames_of(code, text)
    return [
        Told(
            words_of(document, frame.cue),
            tuple(words_of(document, part) for part in frame.content),
            words_of(document, frame.source) if frame.source is not None else None,
        )
        for frame in frames
    ]


def analysis_of(code: str | None, text: str, *, title: str | None = None, publisher: str | None = None) -> Analysis:
    return analyze(Article(text=text, language=code, title=title, publisher=publisher))


def chains_in(code: str, text: str, publisher: str | None = None) -> list[list[tuple[str, str | None]]]:
    """The chain of each attribution: the kind and the name of each link, from the publisher's side to the origin."""
    return [links_of(attribution) for attribution in analysis_of(code, text, publisher=publisher).attributions]


def links_of(attribution: Attribution) -> list[tuple[str, str | None]]:
    return [(str(link.kind), link.name) for link in attribution.chain]


def text_of(text: str, span: Span) -> str:
    return text[span[0] : span[1]]


def features_on(values: FloatMatrix, features: Sequence[str]) -> list[set[str]]:
    """For each row of feature values the names of those that are 1; all others must be 0."""
    assert set(np.unique(values)) <= {0.0, 1.0}
    return [{str(features[n]) for n in np.flatnonzero(row).tolist()} for row in values]
