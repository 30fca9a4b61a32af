"""News articles -> articles and tokens a second on one core, beside spaCy's blank tokenizer in the same run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from benchmarks.table import read_rows
from credscore import analyze
from credscore.articles import Article
from credscore.batch import score_many

_SPACY_ARTICLES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What one language's news costs with one reader; seconds are those of its core, whatever else the machine does."""

    n_articles: int
    articles_per_second: float
    tokens_per_second: float
    characters_per_second: float


def read_articles(path: Path) -> list[Article]:
    """The articles of a file of news."""
    return [Article(text=row["text"], id=row["id"], publisher=row.get("publisher")) for row in read_rows(path)]


def measure_rates(articles: Sequence[Article], reader: str) -> Rates:
    """Rates of analysing, scoring and writing as JSON every article."""
    sample = articles[:_SPACY_ARTICLES]
    n_tokens = sum(analyze(article, reader=reader).n_tokens for article in sample)  # loads the pack, too
    tokens_per_character = n_tokens / sum(len(article.text) for article in sample)
    n_characters = sum(len(article.text) for article in articles)
    start = process_time()
    for form in score_many(articles, reader=reader):
        json.dumps(form, ensure_ascii=False)
    seconds = process_time() - start
    return Rates(
        n_articles=len(articles),
        articles_per_second=len(articles) / seconds,
        tokens_per_second=n_characters * tokens_per_character / seconds,
        characters_per_second=n_characters / seconds,
    )


def spacy_rates(articles: Sequence[Article], language: str) -> tuple[float, float] | None:
    """Tokens a second of spaCy's blank tokenizer, seeing the articles for the first and for the second time.

    None where spaCy is not installed.
    """
    if find_spec("spacy") is None:
        return None
    import spacy

    tokenize = spacy.blank(language)
    texts = [article.text for article in articles[:_SPACY_ARTICLES]]
    tokenize(texts[0][:20])  # builds what it builds but once
    rates = []
    for _ in range(2):
        start = process_time()
        n_tokens = sum(len(tokenize(text)) for text in texts)
        rates.append(n_tokens / (process_time() - start))
    return rates[0], rates[1]
