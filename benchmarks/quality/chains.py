"""Gold articles + JSON forms -> figures of attribution chains and hedges.

The figures are those that `gold/README.md` of the corpus defines: F1 over all articles together, in characters that
are not blank for ``content``, in one-to-one pairs for the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import starmap
from pathlib import Path
from typing import Any

from benchmarks.quality.counts import Counts, Positions, Share, overlap, pair_up, union
from credscore.articles import Article
from credscore.batch import score_many

_SAME_CONTENT = 0.5
_SAME_LINK = 0.4
_UNNAMED = {"unnamed_person", "unnamed_group", "unspecified"}


@dataclass(slots=True)
class ChainFigures:
    """The counts behind each figure, over all articles read so far."""

    content: Counts = field(default_factory=Counts)
    cue: Counts = field(default_factory=Counts)
    attribution: Counts = field(default_factory=Counts)
    chain: Counts = field(default_factory=Counts)
    multi_hop: Counts = field(default_factory=Counts)
    unnamed: Counts = field(default_factory=Counts)
    hedge: Counts = field(default_factory=Counts)
    kind: Share = field(default_factory=Share)
    name: Share = field(default_factory=Share)
    holder: Share = field(default_factory=Share)

    def as_numbers(self) -> dict[str, float]:
        """Name of the figure -> F1, or the share that is right."""
        parts = {name: getattr(self, name) for name in self.__slots__}
        return {name: part.f1 if isinstance(part, Counts) else part.value for name, part in parts.items()}


def measure_chains(gold: Path, texts: Path, prefix: str) -> tuple[ChainFigures, int]:
    """Figures over the gold articles whose name starts with the prefix, and how many articles these are."""
    figures = ChainFigures()
    annotated = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob(f"{prefix}*.json"))]
    articles = [Article(id=row["id"], text=_text_of(texts, row["id"])) for row in annotated]
    for truth, article, form in zip(annotated, articles, score_many(articles), strict=True):
        _count_article(figures, article.text, truth, form)
    return figures, len(annotated)


def _text_of(texts: Path, name: str) -> str:
    return (texts / f"{name}.txt").read_bytes().decode("utf-8")  # as it stands: line ends are part of the offsets


def _count_article(figures: ChainFigures, text: str, truth: dict[str, Any], form: dict[str, Any]) -> None:
    gold = list(_read_attributions(text, truth))
    found = list(_read_attributions(text, form))
    gold_content, found_content = (union(a.content for a in side) for side in (gold, found))
    figures.content.add(len(gold_content & found_content), len(gold_content), len(found_content))
    gold_cues, found_cues = ([a.cue for a in side if a.cue] for side in (gold, found))
    figures.cue.add(len(pair_up(gold_cues, found_cues, 0)), len(gold_cues), len(found_cues))
    _count_attributions(figures, gold, found)
    _count_hedges(figures, *(_read_hedges(text, side) for side in (truth, form)))


@dataclass(frozen=True, slots=True)
class _Link:
    where: Positions
    kind: str
    name: str | None


@dataclass(frozen=True, slots=True)
class _Attribution:
    cue: Positions
    content: Positions
    chain: list[_Link]

    @property
    def is_unnamed(self) -> bool:
        return self.chain[-1].kind in _UNNAMED


def _read_attributions(text: str, form: dict[str, Any]) -> Iterator[_Attribution]:
    for row in form.get("attributions", []):
        if row.get("in") != "title":
            cue = _positions(text, row["cue"]) if row.get("cue") else set()
            links = [_Link(_positions(text, link), link["kind"], link["name"]) for link in row["chain"]]
            yield _Attribution(cue, union(_positions(text, part) for part in row["content"]), links)


def _read_hedges(text: str, form: dict[str, Any]) -> list[tuple[Positions, str]]:
    rows = [row for row in form.get("hedges", []) if row.get("in") != "title"]
    return [(_positions(text, row), row["holder"]) for row in rows]


def _positions(text: str, marked: dict[str, Any]) -> set[int]:
    """The characters of a marked part, blanks left out; the gold says `span`, the JSON form `start` and `end`."""
    start, end = marked["span"] if "span" in marked else (marked["start"], marked["end"])
    return {i for i in range(start, end) if not text[i].isspace()}


def _count_attributions(figures: ChainFigures, gold: list[_Attribution], found: list[_Attribution]) -> None:
    pairs = [
        (gold[i], found[j]) for i, j in pair_up([a.content for a in gold], [a.content for a in found], _SAME_CONTENT)
    ]
    right = [pair for pair in pairs if _is_same_chain(*pair)]
    right_hops = [pair for pair in right if len(pair[0].chain) > 1]
    figures.attribution.add(len(pairs), len(gold), len(found))
    figures.chain.add(len(right), len(gold), len(found))
    figures.multi_hop.add(len(right_hops), *(sum(len(a.chain) > 1 for a in side) for side in (gold, found)))
    _count_origins(figures, pairs)
    for link, other in (links for pair in right for links in zip(pair[0].chain, pair[1].chain, strict=True)):
        if link.name:
            figures.name.add(is_right=_is_same_name(link.name, other.name))


def _count_origins(figures: ChainFigures, pairs: list[tuple[_Attribution, _Attribution]]) -> None:
    pairs = [pair for pair in pairs if pair[0].chain and pair[1].chain]
    for gold, found in pairs:
        figures.kind.add(is_right=gold.chain[-1].kind == found.chain[-1].kind)
        figures.unnamed.add(gold.is_unnamed and found.is_unnamed, gold.is_unnamed, found.is_unnamed)


def _is_same_chain(gold: _Attribution, found: _Attribution) -> bool:
    links = list(zip(gold.chain, found.chain, strict=False))
    return len(gold.chain) == len(found.chain) and all(starmap(_is_same_link, links))


def _is_same_link(gold: _Link, found: _Link) -> bool:
    return overlap(gold.where, found.where) >= _SAME_LINK


def _is_same_name(gold: str, found: str | None) -> bool:
    """Whether the words of one name are all among those of the other, capitals aside."""
    words, others = (set((name or "").casefold().split()) for name in (gold, found))
    return bool(others) and (words <= others or others <= words)


def _count_hedges(figures: ChainFigures, gold: list[tuple[Positions, str]], found: list[tuple[Positions, str]]) -> None:
    pairs = pair_up([where for where, _ in gold], [where for where, _ in found], 0)
    figures.hedge.add(len(pairs), len(gold), len(found))
    for i, j in pairs:
        figures.holder.add(is_right=gold[i][1] == found[j][1])
