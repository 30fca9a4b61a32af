"""Score + Analysis -> the JSON form, schema 1: a contract; keys may be added, and change their meaning never."""

from __future__ import annotations

from typing import Any

from credscore.analysis import Analysis
from credscore.chains import Attribution
from credscore.hedges import Hedge
from credscore.scores import Score
from credscore.scoring import count_words
from credscore.sources import Source
from credscore.spans import Span

SCHEMA = 1


def to_dict(analysis: Analysis, score: Score) -> dict[str, Any]:
    """The JSON form of an article's score and of all that was found in it; made of dicts, lists and plain values.

    Spans are code points of the body text; a record found in the title carries ``"in": "title"``, and then they are
    those of the title. ``score.value`` is null where the score abstains, and a note says why.
    """
    article = analysis.article
    own = score.to_dict()
    return {
        "schema": SCHEMA,
        "id": article.id,
        "language": analysis.language,
        "publisher": article.publisher,
        "title": article.title,
        "words": count_words(analysis),
        "score": own["score"],
        "contributions": own["contributions"],
        **analysis_to_dict(analysis),
        "notes": [{"code": note.code, "message": note.message} for note in analysis.notes] + own["notes"],
    }


def analysis_to_dict(analysis: Analysis) -> dict[str, Any]:
    """What was found in the article: attributions, hedges, relays; without the notes."""
    return {
        "attributions": [_attribution(attribution) for attribution in analysis.attributions],
        "hedges": [_hedge(hedge) for hedge in analysis.hedges],
        "relays": [
            {"name": relay.name, "kind": relay.kind, "spans": [list(span) for span in relay.spans]}
            for relay in analysis.relays
        ],
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    form: dict[str, Any] = {
        "cue": _span(attribution.cue),
        "content": [_span(span) for span in attribution.content],
        "chain": [_link(link) for link in attribution.chain],
        "construction": attribution.construction.value,
    }
    return form | _place(in_title=attribution.in_title)


def _link(link: Source) -> dict[str, Any]:
    return {**_span(link.span), "kind": link.kind.value, "name": link.name}


def _hedge(hedge: Hedge) -> dict[str, Any]:
    form: dict[str, Any] = {
        **_span(hedge.span),
        "kind": hedge.kind.value,
        "holder": hedge.holder.value,
        "strength": None if hedge.strength is None else list(hedge.strength),
    }
    return form | _place(in_title=hedge.in_title)


def _place(*, in_title: bool) -> dict[str, str]:
    return {"in": "title"} if in_title else {}


def _span(span: Span) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}
