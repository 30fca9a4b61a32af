"""Text -> analysis or score, in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from credscore import analysis, scoring
from credscore.articles import Article
from credscore.errors import InputError

if TYPE_CHECKING:
    from credscore.analysis import Analysis
    from credscore.scores import Score


def analyze(
    text: str | Article,
    *,
    title: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    reader: str = "fast",
    threshold: float | None = None,
) -> Analysis:
    """The attribution chains, hedges and other findings of one article.

    Args:
        text: The body of the article, or an Article that already holds the rest.
        title: Its headline, where it is not part of the text.
        publisher: Who published it: a name or a domain.
        language: "pl" or "en" where known; else it is recognised from the text.
        reader: "fast" for rules alone, or "accurate" with a learned tagger (English).
        threshold: Confidence, 0 to 1, below which an attribution is dropped: 0 keeps all, a high one only the surest.
            Where it is not given, the model's own, at which F1 was best.

    Raises:
        InputError: ``text`` is not a string, an Article came with further fields, there is no such reader, or
            ``threshold`` is no number from 0 to 1.

    An odd text is no error: the analysis of an empty one, or of one in another language, says so in its notes.
    """
    return analysis.analyze(_article(text, title, publisher, language), reader, threshold)


def score(
    text: str | Article,
    *,
    title: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    lang: str | None = None,
    reader: str = "fast",
    threshold: float | None = None,
) -> Score:
    """The reliability score of one article, 0 to 100, with the contributions that add up to it.

    Takes what `analyze` takes; ``lang`` chooses the language of the messages (else the article's own).
    The score abstains, with a reason, where the text gives too little to judge by.

    >>> score("").abstained
    True
    """
    found = analyze(text, title=title, publisher=publisher, language=language, reader=reader, threshold=threshold)
    return scoring.score_analysis(found, lang=lang)


def _article(text: str | Article, title: str | None, publisher: str | None, language: str | None) -> Article:
    if isinstance(text, Article):
        if title or publisher or language:
            raise InputError("title, publisher and language are fields of the Article: set them there")
        return text
    return Article(text=text, title=title, publisher=publisher, language=language)
