"""Score + Analysis -> the JSON form, schema 1: a contract; keys may be added, and change their meaning never."""

from __future__ import annotations

from typing import Any

from credscore.analysis import Analysis
from credscore.scores import Score
from credscore.scoring import count_words


def to_dict(analysis: Analysis, score: Score) -> dict[str, Any]:
    """The JSON form of an article's score and of all that was found in it; made of dicts, lists and plain values.

    Spans are code points of the body text; a record found in the title carries ``"in": "title"``, and then they are
    those of the title. ``score.value`` is null where the score abstains, and a note says why.
    """
    found, own = analysis.to_dict(), score.to_dict()
    return {
        **{key: found[key] for key in ("schema", "id", "language", "publisher", "title")},
        "words": count_words(analysis),
        "score": own["score"],
        "contributions": own["contributions"],
        **{key: found[key] for key in ("attributions", "hedges", "relays")},
        "notes": found["notes"] + own["notes"],
    }
