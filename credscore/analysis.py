"""Article -> Analysis: all stages of the reading on one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credscore.chains import Attribution
from credscore.hedges import Hedge
from credscore.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article as the caller has it. (lives in articles.py; here only until that module is written)"""

    text: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the result should know: a stable code and a sentence in English."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """A medium whose material the article as a whole republishes or passes on: wire copy, a credit line."""

    name: str
    kind: str  # "wire" or "credit"
    spans: tuple[Span, ...]


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
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    lead: Span
    n_tokens: int
    attributions: tuple[Attribution, ...]
    hedges: tuple[Hedge, ...]
    boosters: tuple[Span, ...]
    anonymity: tuple[tuple[Span, bool], ...]
    relays: tuple[Relay, ...]
    notes: tuple[Note, ...]

    def to_dict(self) -> dict[str, Any]:
        """The analysis part of the JSON form (schema 1), without the score."""
        raise NotImplementedError
