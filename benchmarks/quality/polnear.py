"""PolNeAR articles + JSON forms -> figures of outermost attributions (Newell, Margolin and Ruths, LREC 2018).

The corpus marks only attributions that stand in no other one, so those of ours whose content lies inside another's
are left out. Any link of a chain may be the source. Figures count tokens: words and single marks, quotation marks
left out.

- ``micro``: F1 over the tokens' labels B-/I-CONTENT, B-/I-SOURCE and CUE
- ``match30``, ``match50``: F1 of attributions, paired one to one by contents that overlap by .3 or .5
- ``content``, ``cue``, ``source``: F1 over the tokens
- ``source_right``: of the pairs at .3 whose gold has a source, the share with an overlapping source
- ``indirect recall``: of the gold attributions whose content holds no quotation mark, the share paired at .3;
  ``indirect precision``: of the found ones whose content neither holds nor touches one, the share paired at .3
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.counts import Counts, Ratio, Share, pair_up, union
from benchmarks.quality.tally import Tally
from benchmarks.table import read_rows
from credscore.articles import Article
from credscore.batch import score_many
from credscore.spans import Span

_TOKEN = re.compile(r"\w+(?:[’'.-]\w+)*|[^\w\s]")
_QUOTATION_MARKS = frozenset("\"“”„«»‘’'`")
_QUOTING = re.compile(r"[\"“”„«»‘]|''|``")  # a single closing mark is an apostrophe more often
_NESTED = 0.9  # of an attribution's content inside another's
_FLOORS = {"match30": 0.3, "match50": 0.5}
_ROLES = ("content", "source", "cue")  # a token of several roles is labelled with the last


class _Attribution(NamedTuple):
    tokens: dict[str, set[int]]  # by role
    is_indirect: bool


def measure_polnear(path: Path, reader: str = "fast", threshold: float | None = None) -> Tally:
    """The figures of all articles of a PolNeAR file, at the model's own threshold where none is given."""
    tally = Tally()
    rows = read_rows(path)
    articles = (Article(id=row["id"], text=row["text"], language="en") for row in rows)
    forms = score_many(articles, reader=reader, threshold=threshold)
    for row, form in zip(rows, forms, strict=True):
        tally.add(_ratios(row, form))
    return tally


def _ratios(row: dict[str, Any], form: dict[str, Any]) -> dict[str, Ratio]:
    find_tokens = _token_finder(row["text"])
    gold = [_read(row["text"], spans, find_tokens, touching=0) for spans in row["attributions"]]
    ours = [_spans_of(a) for a in form.get("attributions", []) if a.get("in") != "title"]
    found = _outermost([_read(row["text"], spans, find_tokens, touching=1) for spans in ours])
    roles = {role: _tokens(gold, found, role).f1 for role in _ROLES}
    return {
        "micro": _micro(gold, found).f1,
        **roles,
        **_pairs(*([a for a in s if a[0]["content"]] for s in (gold, found))),
    }


def _token_finder(text: str) -> Callable[[Iterable[Span]], set[int]]:
    tokens = [match for match in _TOKEN.finditer(text) if match.group() not in _QUOTATION_MARKS]
    owner = {i: number for number, token in enumerate(tokens) for i in range(token.start(), token.end())}
    return lambda spans: {owner[i] for start, end in spans for i in range(start, end) if i in owner}


def _spans_of(row: dict[str, Any]) -> dict[str, list[Span]]:
    marked = {
        "cue": [row["cue"]] if row["cue"] else [],
        "content": row["content"],
        "source": [link for link in row["chain"] if link["kind"] != "unspecified"],
    }
    return {role: [(part["start"], part["end"]) for part in parts] for role, parts in marked.items()}


def _read(
    text: str, spans: dict[str, list[Span]], find_tokens: Callable[[Iterable[Span]], set[int]], touching: int
) -> _Attribution:
    """An attribution; ``touching`` characters beside the content count where marks are left out of it."""
    parts = (text[max(0, start - touching) : end + 2 * touching] for start, end in spans["content"])
    return _Attribution({role: find_tokens(spans[role]) for role in _ROLES}, not any(map(_QUOTING.search, parts)))


def _outermost(attributions: list[_Attribution]) -> list[_Attribution]:
    kept: list[_Attribution] = []
    for candidate in sorted(attributions, key=lambda a: -len(a.tokens["content"])):
        content = candidate.tokens["content"]
        if not content or all(len(content & other.tokens["content"]) < _NESTED * len(content) for other in kept):
            kept.append(candidate)
    return kept


def _tokens(gold: Sequence[_Attribution], found: Sequence[_Attribution], role: str) -> Counts:
    true, claimed = (union(a.tokens[role] for a in side) for side in (gold, found))
    return Counts(len(true & claimed), len(true), len(claimed))


def _micro(gold: Sequence[_Attribution], found: Sequence[_Attribution]) -> Counts:
    true, claimed = _labels(gold), _labels(found)
    return Counts(len(true.items() & claimed.items()), len(true), len(claimed))


def _labels(attributions: Sequence[_Attribution]) -> dict[int, str]:
    """The label of each token that has one."""
    labels: dict[int, str] = {}
    for role in _ROLES:
        for attribution in attributions:
            tokens = attribution.tokens[role]
            for token in tokens:
                labels[token] = role if role == "cue" or token - 1 in tokens else f"first of {role}"
    return labels


def _pairs(gold: Sequence[_Attribution], found: Sequence[_Attribution]) -> dict[str, Ratio]:
    contents = [a.tokens["content"] for a in gold], [a.tokens["content"] for a in found]
    pairs = {name: pair_up(*contents, floor) for name, floor in _FLOORS.items()}
    counts = {name: Counts(len(found_pairs), len(gold), len(found)).f1 for name, found_pairs in pairs.items()}
    source = Share()
    for i, j in pairs["match30"]:
        if gold[i].tokens["source"]:
            source.add(is_right=bool(gold[i].tokens["source"] & found[j].tokens["source"]))
    recall = Counts(sum(gold[i].is_indirect for i, _ in pairs["match30"]), sum(a.is_indirect for a in gold)).recall
    precision = sum(found[j].is_indirect for _, j in pairs["match30"]), sum(a.is_indirect for a in found)
    return {**counts, "source_right": source.value, "indirect recall": recall, "indirect precision": precision}
