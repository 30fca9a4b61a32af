"""Annotated articles, each read by models that have not seen it -> their figures.

The gold falls into the folds of `gold/folds.json`, our own annotations by their ids. The confidence is fitted anew
without each fold, at the threshold of the model that ships. The publisher is given, as the annotators knew it. The
rules were written while looking at most of these articles, and so no cross-validation of them is possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.quality.chains import measure_chains
from benchmarks.quality.records import read_annotated, read_gold
from benchmarks.quality.tally import Tally
from credscore.analysis import Analysis, read_all_frames
from credscore.articles import Article
from credscore.chains import link_chains
from credscore.confidence import Confidence, keep_likely, load_confidence
from credscore.cues import find_cues
from credscore.document import read_document
from credscore.hedges import find_hedges
from credscore.language import load_language
from credscore.repeats import without_repeats
from credscore.sources import read_sources
from credscore.tagger import Tagger, read_tagger
from credscore.training.confidence import judge_articles
from credscore.training.corpora import ANNOTATIONS, LabelledText, read_guided
from credscore.training.regressions import fit

Read: TypeAlias = Callable[[Article], dict[str, Any]]
"""What gives the JSON form of an article."""


def measure_gold(data: Path, language: str, taggers: Path | None, annotations: Path = ANNOTATIONS) -> Tally:
    """The figures on the gold of the fast reader, or with a folder of taggers by fold those of the accurate one."""
    return measure_chains(
        read_gold(data / "gold" / "dev", f"{language}-", _reader(data, language, taggers, annotations))
    )


def measure_annotated(data: Path, language: str, taggers: Path | None, annotations: Path = ANNOTATIONS) -> Tally:
    """The same on our own annotations, which have no names."""
    read = _reader(data, language, taggers, annotations)
    news = data / "data" / f"news_{language}.jsonl"
    tally = measure_chains(read_annotated(annotations / f"{language}.jsonl", news, read))
    del tally.ratios["name"]
    return tally


@cache
def _texts(data: Path, language: str, annotations: Path) -> tuple[LabelledText, ...]:
    """The annotated articles of a language, read once for both readers."""
    return tuple(read_guided(data, annotations, language))


@cache
def _reader(data: Path, language: str, taggers: Path | None, annotations: Path) -> Read:
    """What reads each annotated article by the models that have not seen its fold."""
    texts = _texts(data, language, annotations)
    folds = {text.id: text.fold for text in texts}
    judges = dict(_judges(texts, language, taggers))
    readers = {fold: read_tagger(taggers / f"fold-{fold}") for fold in judges} if taggers else {}

    def read(article: Article) -> dict[str, Any]:
        fold = folds[str(article.id)]
        return _read(article, language, readers.get(fold), judges[fold])

    return read


def _judges(texts: Sequence[LabelledText], language: str, taggers: Path | None) -> Iterator[tuple[int, Confidence]]:
    """The confidence of each fold, fitted on all others."""
    shipped = load_confidence(language, "accurate" if taggers else "fast")
    threshold = shipped.threshold if shipped else 0.0
    articles = list(judge_articles(texts, taggers))
    for fold in sorted({article.fold for article in articles}):
        yield fold, replace(fit([article for article in articles if article.fold != fold]), threshold=threshold)


def _read(article: Article, language: str, tagger: Tagger | None, judge: Confidence) -> dict[str, Any]:
    document = read_document(article.text, load_language(language))
    cues = find_cues(document)
    reading, frames, tags = read_all_frames(document, cues, tagger)
    frames = keep_likely(reading, frames, judge, tags, None)
    attributions = without_repeats(link_chains(reading, frames, read_sources(reading), article.publisher))
    hedges = find_hedges(document, cues.hedges, attributions)
    return Analysis(article=article, language=language, attributions=attributions, hedges=hedges).to_dict()
