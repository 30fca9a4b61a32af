"""Sentences with one attribution from gold syntax trees + analyses -> the shares in which it was found.

- ``cue and source``: an attribution whose cue overlaps the gold cue has a link that overlaps the gold source;
  a sentence without a gold source needs the cue alone
- ``content``: of the attributions whose cue overlaps, the best content overlaps by .8, in letters and digits
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.quality.counts import Positions, overlap
from benchmarks.quality.records import Attribution, read_attributions
from benchmarks.quality.tally import Tally
from benchmarks.table import read_rows
from credscore.articles import Article
from credscore.batch import score_many

_SAME_CONTENT = 0.8


def measure_sentences(path: Path, language: str) -> Tally:
    """The shares over all sentences of a file."""
    tally = Tally()
    rows = read_rows(path)
    forms = score_many(Article(id=str(i), text=row["text"], language=language) for i, row in enumerate(rows))
    for row, form in zip(rows, forms, strict=True):
        cue = _characters(row["text"], [row["cue"]])
        found = [a for a in read_attributions(row["text"], form) if a.cue & cue]
        tally.add({"cue and source": (_has_source(row, found), 1), "content": (_has_content(row, found), 1)})
    return tally


def _has_source(row: dict[str, Any], found: list[Attribution]) -> bool:
    source = _characters(row["text"], row["sources"])
    return bool(found) if not source else any(link.where & source for a in found for link in a.chain)


def _has_content(row: dict[str, Any], found: list[Attribution]) -> bool:
    text, gold = row["text"], _characters(row["text"], row["contents"])
    contents = ({i for i in a.content if text[i].isalnum()} for a in found)
    return any(overlap(gold, content) >= _SAME_CONTENT for content in contents)


def _characters(text: str, parts: Iterable[dict[str, Any]]) -> Positions:
    return {i for part in parts for i in range(part["start"], part["end"]) if text[i].isalnum()}
