"""Article -> Analysis: all stages of the reading on one page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeAlias

from credscore.articles import Article
from credscore.chains import Attribution, link_chains
from credscore.confidence import keep_likely, load_confidence
from credscore.cues import Cues, find_cues
from credscore.document import Document, read_document
from credscore.errors import InputError
from credscore.frames import Frame, Reading
from credscore.hedges import Hedge, find_hedges
from credscore.labels import Tags
from credscore.language import Language, available_languages, load_language
from credscore.linking import link_frames
from credscore.links import load_links
from credscore.reading import read_frames
from credscore.recognition import recognize_language
from credscore.relays import Relay, find_relays
from credscore.repeats import without_repeats
from credscore.sources import Source, read_sources
from credscore.spans import Span
from credscore.tagger import Tagger, load_tagger
from credscore.words import WordClass as W

__all__ = ["Analysis", "Article", "Note", "Relay", "analyze"]

MAX_TITLE_TOKENS = 30


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the result should know: a stable code and a sentence in English."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What was found in one article; every span points into ``article.text`` (or the title where a record says so).

    ``language`` is None where it is not supported; then all findings are empty.
    ``sentences``/``paragraphs`` are code-point spans; ``lead`` is the span of the first paragraph of running text.
    ``boosters`` are words that claim certainty ("clearly", "bez wątpienia") outside attributed content.
    ``anonymity`` are phrases that say or explain why a source is not named: (span, is_reason).
    """

    article: Article
    language: str | None
    sentences: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    lead: Span = (0, 0)
    n_tokens: int = 0
    attributions: tuple[Attribution, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    boosters: tuple[Span, ...] = ()
    anonymity: tuple[tuple[Span, bool], ...] = ()
    relays: tuple[Relay, ...] = ()
    notes: tuple[Note, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The analysis part of the JSON form (schema 1), without the score.

        >>> from credscore import analyze
        >>> analyze("", language="en").to_dict()["attributions"]
        []
        """
        return {
            "schema": 1,
            "id": self.article.id,
            "language": self.language,
            "publisher": self.article.publisher,
            "title": self.article.title,
            "attributions": [_attribution_to_dict(attribution) for attribution in self.attributions],
            "hedges": [_hedge_to_dict(hedge) for hedge in self.hedges],
            "relays": [{"name": r.name, "kind": r.kind, "spans": [list(s) for s in r.spans]} for r in self.relays],
            "notes": [{"code": note.code, "message": note.message} for note in self.notes],
        }


class Reader(StrEnum):
    """How an article is read: FAST by rules alone, ACCURATE with the learned tagger where its language has one."""

    FAST = "fast"
    ACCURATE = "accurate"


def analyze(article: Article, reader: Reader | str = Reader.FAST, threshold: float | None = None) -> Analysis:
    """What an article says by whom, and how surely; findings of the title follow those of the body.

    A title that stands at the head of the text as well is read there only.

    Args:
        article: the article.
        reader: how to read it.
        threshold: the least confidence of an attribution, from 0 to 1; the model's own choice where not given.

    Raises:
        InputError: ``reader`` is none of those there are, or ``threshold`` no number from 0 to 1.
    """
    reader = reader_of(reader)
    check_threshold(threshold)
    code = article.language or recognize_language(article.text).language
    if code not in available_languages():
        return Analysis(article=article, language=None, notes=(_not_supported(article.language),))
    language = load_language(code)
    document = read_document(article.text, language)
    cues = find_cues(document)
    attributions, hedges = _read(document, cues, article.publisher, reader, threshold)
    in_title = _read_title(article, language, threshold, len(attributions))
    return Analysis(
        article=article,
        language=code,
        sentences=_spans(document, document.sentences),
        paragraphs=_spans(document, document.paragraphs),
        lead=_lead(document),
        n_tokens=len(document.words),
        attributions=attributions + in_title[0],
        hedges=hedges + in_title[1],
        boosters=_boosters(document, cues, attributions),
        anonymity=tuple((document.span(m.start, m.end), m.rule.kind == "reason") for m in cues.anonymity),
        relays=find_relays(document, cues, article.publisher),
    )


def _not_supported(asked: str | None) -> Note:
    known = ", ".join(available_languages())
    which = f"{asked!r}" if asked else "The language of the text"
    return Note("language_not_supported", f"{which} is none of the languages supported ({known}).")


_Findings: TypeAlias = tuple[tuple[Attribution, ...], tuple[Hedge, ...]]


def reader_of(name: str) -> Reader:
    """The reader of a name; raises InputError, which names those there are, for any other."""
    try:
        return Reader(name)
    except ValueError:
        raise InputError(f"no reader {name!r}; there are: {', '.join(Reader)}") from None


def check_threshold(threshold: float | None) -> None:
    """Raises InputError where a threshold was given that is no number from 0 to 1."""
    if threshold is not None and not 0 <= threshold <= 1:
        raise InputError(f"threshold must be a number from 0 to 1, not {threshold!r}")


def _read(
    document: Document, cues: Cues, publisher: str | None, reader: Reader, threshold: float | None = None
) -> _Findings:
    reading, frames = read_likely_frames(document, cues, reader, threshold)
    linked = link_chains(reading, frames, read_sources(reading), publisher, load_links(document.language.code))
    attributions = without_repeats(linked)
    return attributions, find_hedges(document, cues.hedges, attributions)


def read_likely_frames(
    document: Document, cues: Cues, reader: Reader, threshold: float | None = None
) -> tuple[Reading, list[Frame]]:
    """The frames of a document that are likely enough right, and the reading they were found with."""
    language = document.language.code
    tagger = load_tagger(language) if reader is Reader.ACCURATE else None
    reading, frames, tags = read_all_frames(document, cues, tagger)
    judge = load_confidence(language, Reader.FAST if tags is None else Reader.ACCURATE)
    return reading, frames if judge is None else keep_likely(reading, frames, judge, tags, threshold)


def read_all_frames(document: Document, cues: Cues, tagger: Tagger | None) -> tuple[Reading, list[Frame], Tags | None]:
    """The frames of a document, the reading they were found with, and what the tagger says of its tokens.

    The last is None where no tagger is given: then the rules alone have read.
    """
    reading, frames = read_frames(document, cues)
    if tagger is None or not document.words:
        return reading, frames, None
    tags = tagger.tag(document, cues, frames)
    return reading, link_frames(reading, frames, tags), tags


def _read_title(article: Article, language: Language, threshold: float | None, n_before: int) -> _Findings:
    """What the title says beyond the text, each record marked as the title's; ``n_before`` others stand before."""
    title = article.title
    if not title or article.text.lstrip().startswith(title.strip()):
        return (), ()
    document = read_document(title, language)
    attributions, hedges = _read(document, find_cues(document), article.publisher, Reader.FAST, threshold)
    return (
        tuple(replace(a, in_title=True, parent=_shift(a.parent, n_before)) for a in attributions),
        tuple(replace(h, in_title=True, attribution=_shift(h.attribution, n_before)) for h in hedges),
    )


def _shift(number: int | None, by: int) -> int | None:
    return None if number is None else number + by


def _spans(document: Document, bounds: list[int]) -> tuple[Span, ...]:
    """The code points of the stretches between token bounds."""
    return tuple(document.span(start, end) for start, end in pairwise(bounds) if end > start)


def _lead(document: Document) -> Span:
    """The first paragraph of running text: the second one after a short first without a full stop."""
    paragraphs = _spans(document, document.paragraphs)
    bounds = document.paragraphs
    if len(paragraphs) < 2:
        return paragraphs[0] if paragraphs else (0, 0)
    ends_with_stop = any(word_class & W.STOP for word_class in document.classes[max(0, bounds[1] - 2) : bounds[1]])
    is_title = bounds[1] - bounds[0] <= MAX_TITLE_TOKENS and not ends_with_stop
    return paragraphs[1 if is_title else 0]


def _boosters(document: Document, cues: Cues, attributions: tuple[Attribution, ...]) -> tuple[Span, ...]:
    """The boosters that are the author's own: those outside attributed content."""
    is_said = bytearray(len(document.text) + 1)
    for start, end in (part for attribution in attributions for part in attribution.content):
        is_said[start:end] = b"\1" * (end - start)
    spans = [document.span(match.start, match.end) for match in cues.boosters]
    return tuple(span for span in spans if not is_said[span[0]])


def _attribution_to_dict(attribution: Attribution) -> dict[str, Any]:
    return {
        "cue": _span_to_dict(attribution.cue),
        "content": [_span_to_dict(part) for part in attribution.content],
        "chain": [_source_to_dict(source) for source in attribution.chain],
        "construction": str(attribution.construction),
        "confidence": round(attribution.confidence, 3),
        **({"in": "title"} if attribution.in_title else {}),
    }


def _source_to_dict(source: Source) -> dict[str, Any]:
    told = {"kind": str(source.kind), "name": source.name, "confidence": round(source.confidence, 3)}
    return {**_span_to_dict(source.span), **told}


def _hedge_to_dict(hedge: Hedge) -> dict[str, Any]:
    return {
        **_span_to_dict(hedge.span),
        "kind": str(hedge.kind),
        "holder": str(hedge.holder),
        "strength": list(hedge.strength) if hedge.strength else None,
        **({"in": "title"} if hedge.in_title else {}),
    }


def _span_to_dict(span: Span) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}
