"""PolNeAR articles + JSON forms -> figures of outermost attributions (Newell, Margolin and Ruths, LREC 2018).

The corpus marks only attributions that stand in no other one, so those of ours whose content lies inside another's
are left out. Any link of a chain may be the source. Figures count tokens: words and single marks, quotation marks
left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.quality.counts import Counts, Share, pair_up, union
from benchmarks.table import read_rows
from credscore.articles import Article
from credscore.batch import score_many

_TOKEN = re.compile(r"\w+(?:[’'.-]\w+)*|[^\w\s]")
_QUOTATION_MARKS = frozenset("\"“”„«»‘’'`")
_NESTED = 0.9  # of an attribution's content inside another's
_SAME_CONTENT = 0.3
_ROLES = ("content", "cue", "source")


@dataclass(slots=True)
class PolnearFigures:
    """The counts behind each figure, over all articles read so far."""

    tokens: dict[str, Counts] = field(default_factory=lambda: {role: Counts() for role in _ROLES})
    attribution: Counts = field(default_factory=Counts)
    right_source: Share = field(default_factory=Share)

    def as_numbers(self) -> dict[str, float]:
        """Name of the figure -> F1, or the share that is right."""
        tokens = {f"{role} tokens": counts.f1 for role, counts in self.tokens.items()}
        return {"attribution": self.attribution.f1, **tokens, "right source": self.right_source.value}


def measure_polnear(path: Path) -> tuple[PolnearFigures, int]:
    """Figures over all articles of a PolNeAR file, and how many articles these are."""
    figures = PolnearFigures()
    rows = read_rows(path)
    forms = score_many(Article(id=row["id"], text=row["text"]) for row in rows)
    for row, form in zip(rows, forms, strict=True):
        _count_article(figures, row, form)
    return figures, len(rows)


_Attribution = dict[str, set[int]]  # role -> numbers of its tokens


def _count_article(figures: PolnearFigures, row: dict[str, Any], form: dict[str, Any]) -> None:
    find_tokens = _token_finder(row["text"])
    gold = [{role: find_tokens(marked[role]) for role in _ROLES} for marked in row["attributions"]]
    ours = [_read(a, find_tokens) for a in form.get("attributions", []) if a.get("in") != "title"]
    found = _outermost(ours)
    for role in _ROLES:
        true, claimed = (union(a[role] for a in side) for side in (gold, found))
        figures.tokens[role].add(len(true & claimed), len(true), len(claimed))
    _count_pairs(figures, [a for a in gold if a["content"]], [a for a in found if a["content"]])


def _token_finder(text: str) -> Callable[[Iterable[tuple[int, int]]], set[int]]:
    tokens = [match for match in _TOKEN.finditer(text) if match.group() not in _QUOTATION_MARKS]
    owner = {i: number for number, token in enumerate(tokens) for i in range(token.start(), token.end())}
    return lambda spans: {owner[i] for start, end in spans for i in range(start, end) if i in owner}


def _read(row: dict[str, Any], find_tokens: Callable[[Iterable[tuple[int, int]]], set[int]]) -> _Attribution:
    marked = {
        "cue": [row["cue"]] if row["cue"] else [],
        "content": row["content"],
        "source": [link for link in row["chain"] if link["kind"] != "unspecified"],
    }
    return {role: find_tokens((part["start"], part["end"]) for part in parts) for role, parts in marked.items()}


def _outermost(attributions: list[_Attribution]) -> list[_Attribution]:
    kept: list[_Attribution] = []
    for candidate in sorted(attributions, key=lambda a: -len(a["content"])):
        content = candidate["content"]
        if not content or all(len(content & other["content"]) < _NESTED * len(content) for other in kept):
            kept.append(candidate)
    return kept


def _count_pairs(figures: PolnearFigures, gold: list[_Attribution], found: list[_Attribution]) -> None:
    pairs = pair_up([a["content"] for a in gold], [a["content"] for a in found], _SAME_CONTENT)
    figures.attribution.add(len(pairs), len(gold), len(found))
    for i, j in pairs:
        if gold[i]["source"]:
            figures.right_source.add(is_right=bool(gold[i]["source"] & found[j]["source"]))
