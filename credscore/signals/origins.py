"""Who an origin is, which origins are independent of each other, and which attributions carry the main claim."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from credscore.analysis import Analysis
from credscore.chains import Attribution
from credscore.sources import Source, SourceKind
from credscore.spans import Span

UNNAMED_KINDS = frozenset({SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP})

_UNNAMED = "?unnamed"  # one key for all: nothing in the text tells two unnamed officials apart
_STEM_LENGTH = 5  # letters; enough to bring most Polish forms of a word together
_MIN_SHARED_STEMS = 4
_MIN_SHARE = 0.6
_WORD = re.compile(r"\w{4,}")
_LONGEST_PASSAGE = 4000  # characters looked at; a longer lead or statement is no single claim


def sourced(analysis: Analysis) -> tuple[Attribution, ...]:
    """The attributions that have a source at all, named or not; hearsay ("reportedly") is left out."""
    return tuple(a for a in analysis.attributions if a.origin.kind is not SourceKind.UNSPECIFIED)


def is_identifiable(source: Source) -> bool:
    """Whether a reader could find this source and ask: it has a name, or it is a document."""
    return source.name is not None or source.kind is SourceKind.DOCUMENT


def source_key(analysis: Analysis, attribution: Attribution, source: Source) -> str:
    """The same text for mentions of one source: its name, a document's words, or one key for all unnamed ones."""
    if source.name is not None:
        return source.name.casefold()
    if source.kind is SourceKind.DOCUMENT:
        return "document " + " ".join(sorted(_stems(passage(analysis, attribution, source.span))))
    return _UNNAMED


def main_claim(analysis: Analysis) -> tuple[Attribution, ...]:
    """The attributions that carry the main claim: in the title, in the lead, or restating these further down.

    An attribution restates the claim when it shares at least four word stems with title and lead, and these are at
    least 60 % of its own: the second origin of a claim often stands further down than the first.
    """
    text, title, lead = analysis.article.text, analysis.article.title or "", analysis.lead
    return tuple(
        a
        for a in analysis.attributions
        if a.in_title or _overlap(a.cue, lead) or _carries(text, title, lead, a.content)
    )


def _overlap(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]


@lru_cache(maxsize=1024)  # an attribution is asked for again in each part of its article that the interval scores
def _carries(text: str, title: str, lead: Span, content: tuple[Span, ...]) -> bool:
    """Whether the content of an attribution carries the main claim: it reaches into the lead, or restates it."""
    if any(_overlap(span, lead) for span in content):
        return True
    claim = _stems(title) | _stems(text[slice(*lead)])
    own = frozenset[str]().union(*(_stems(text[slice(*span)]) for span in content))
    shared = len(own & claim)
    return shared >= _MIN_SHARED_STEMS and shared >= _MIN_SHARE * len(own)


def independent_origins(analysis: Analysis, attributions: Iterable[Attribution]) -> frozenset[str]:
    """The identifiable origins among the attributions, without those that only pass on another one.

    Two outlets that cite one agency have one origin, the agency; an outlet that is named alone in the headline, and in
    the lead cites an official, is no second origin beside that official.
    """
    attributions = tuple(attributions)
    origins = {source_key(analysis, a, a.origin) for a in attributions if is_identifiable(a.origin)}
    relays = {source_key(analysis, a, link) for a in attributions for link in a.chain[:-1]}
    return frozenset(origins - relays)


def passage(analysis: Analysis, attribution: Attribution, span: Span) -> str:
    """The words of an attribution's span, from the title or from the body, wherever the attribution stands."""
    text = (analysis.article.title or "") if attribution.in_title else analysis.article.text
    return text[slice(*span)]


def origin_spans(attributions: Iterable[Attribution], *, in_title: bool = False) -> tuple[Span, ...]:
    """The spans of the origins of those attributions that stand in the body, or else in the title; each one once."""
    return tuple(sorted({a.origin.span for a in attributions if a.in_title is in_title}))


def _stems(text: str) -> frozenset[str]:
    return _stems_of_passage(text[:_LONGEST_PASSAGE])


@lru_cache(maxsize=1024)  # the interval re-scores each article several times
def _stems_of_passage(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM_LENGTH] for word in _WORD.findall(text.casefold()))
