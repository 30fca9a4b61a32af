"""Gold articles, each read by models that have not seen it -> their figures; folds are those of `gold/folds.json`.

The confidence is fitted anew without each fold, at the threshold of the model that ships. The rules were written while
looking at all of these articles, and so no cross-validation of them is possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.quality.chains import measure_chains
from benchmarks.quality.records import read_gold
from benchmarks.quality.tally import Tally
from credscore.analysis import Analysis, read_all_frames
from credscore.articles import Article
from credscore.chains import link_chains
from credscore.confidence import Confidence, keep_likely, load_confidence
from credscore.cues import find_cues
from credscore.document import read_document
from credscore.hedges import find_hedges
from credscore.language import load_language
from credscore.sources import read_sources
from credscore.tagger import Tagger, read_tagger
from credscore.training.confidence import fit, judge_articles, rule_shares, to_confidence
from credscore.training.corpora import read_folds


def measure_folds(gold: Path, language: str, taggers: Path | None) -> Tally:
    """The figures of the fast reader, or with a folder of taggers by fold those of the accurate one."""
    folds = read_folds(gold)
    judges = dict(_judges(gold, language, taggers))
    readers = {fold: read_tagger(taggers / f"fold-{fold}") for fold in judges} if taggers else {}

    def read(article: Article) -> dict[str, Any]:
        fold = folds[str(article.id)]
        return _read(article, language, readers.get(fold), judges[fold])

    return measure_chains(read_gold(gold / "dev", f"{language}-", read))


def _judges(gold: Path, language: str, taggers: Path | None) -> Iterator[tuple[int, Confidence]]:
    """The confidence of each fold, fitted on all others."""
    shipped = load_confidence(language, "accurate" if taggers else "fast")
    threshold = shipped.threshold if shipped else 0.0
    of_rules = rule_shares(gold.parent, language)
    articles = list(judge_articles(gold.parent, language, taggers, of_rules))
    for fold in sorted({article.fold for article in articles}):
        model = fit([article for article in articles if article.fold != fold])
        yield fold, to_confidence(model, threshold, of_rules)


def _read(article: Article, language: str, tagger: Tagger | None, judge: Confidence) -> dict[str, Any]:
    document = read_document(article.text, load_language(language))
    cues = find_cues(document)
    reading, frames, shares = read_all_frames(document, cues, tagger)
    frames = keep_likely(reading, frames, judge, shares, None)
    attributions = link_chains(reading, frames, read_sources(reading), None)
    hedges = find_hedges(document, cues.hedges, attributions)
    return Analysis(article=article, language=language, attributions=attributions, hedges=hedges).to_dict()
