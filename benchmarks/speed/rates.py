"""News articles -> articles and tokens a second on one core, beside spaCy's blank tokenizer in the same run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from time import perf_counter

from benchmarks.table import read_rows
from credscore import analyze
from credscore.articles import Article
from credscore.batch import score_many

_SPACY_ARTICLES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What one language's news costs; seconds are those of one process on one core."""

    n_articles: int
    articles_per_second: float
    tokens_per_second: float
    characters_per_second: float
    spacy_tokens_per_second: float | None


def measure_rates(path: Path, language: str) -> Rates:
    """Rates of analysing, scoring and writing as JSON every article of a file."""
    articles = [Article(text=row["text"], id=row["id"], publisher=row.get("publisher")) for row in read_rows(path)]
    n_tokens = sum(analyze(article).n_tokens for article in articles[:_SPACY_ARTICLES])  # loads the pack, too
    tokens_per_character = n_tokens / sum(len(article.text) for article in articles[:_SPACY_ARTICLES])
    n_characters = sum(len(article.text) for article in articles)
    start = perf_counter()
    for form in score_many(articles):
        json.dumps(form, ensure_ascii=False)
    seconds = perf_counter() - start
    return Rates(
        n_articles=len(articles),
        articles_per_second=len(articles) / seconds,
        tokens_per_second=n_characters * tokens_per_character / seconds,
        characters_per_second=n_characters / seconds,
        spacy_tokens_per_second=_spacy_rate(articles, language),
    )


def _spacy_rate(articles: Sequence[Article], language: str) -> float | None:
    """Tokens a second of spaCy's blank tokenizer seeing the articles for the first time; None where it is missing."""
    if find_spec("spacy") is None:
        return None
    import spacy

    tokenize = spacy.blank(language)
    texts = [article.text for article in islice(articles, _SPACY_ARTICLES)]
    start = perf_counter()
    n_tokens = sum(len(tokenize(text)) for text in texts)
    return n_tokens / (perf_counter() - start)
