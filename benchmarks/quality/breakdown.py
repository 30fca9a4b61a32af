"""Marked articles -> tables by construction and by kind of the origin, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.quality.chains import is_same_chain, paired
from benchmarks.quality.constructions import CONSTRUCTIONS, construction_of
from benchmarks.quality.counts import Counts, Ratio
from benchmarks.quality.records import Attribution, MarkedArticle

CONSTRUCTION_HEADER = ("language", "construction", "gold", "found", "chain right", "kind right")
KIND_HEADER = ("language", "kind of the origin", "gold", "found", "chain right", "kind recall", "kind precision")

_KINDS = "named_person named_organization outlet document unnamed_person unnamed_group unspecified none".split()


@dataclass(slots=True)
class _Cell:
    """What became of the gold attributions of one class; ``same_kind`` counts found ones of this kind as well."""

    n: int = 0
    found: int = 0
    chain: int = 0
    kind: int = 0
    same_kind: Counts = field(default_factory=Counts)


_Cells = dict[tuple[str, str], _Cell]


def by_construction(articles: Iterable[MarkedArticle]) -> list[tuple[str, ...]]:
    """One line a language and construction: shares of its gold attributions, and the kind among those found."""
    cells = _count(articles, construction_of)
    return [
        (*key, str(c.n), _share((c.found, c.n)), _share((c.chain, c.n)), _share((c.kind, c.found)))
        for key, c in _in_order(cells, CONSTRUCTIONS)
    ]


def by_kind(articles: Iterable[MarkedArticle]) -> list[tuple[str, ...]]:
    """One line a language and kind: shares of its gold attributions, and the kind among the pairs of either side."""
    cells = _count(articles, lambda attribution, _: attribution.origin)
    return [
        (
            *key,
            str(c.n),
            _share((c.found, c.n)),
            _share((c.chain, c.n)),
            _share(c.same_kind.recall),
            _share(c.same_kind.precision),
        )
        for key, c in _in_order(cells, _KINDS)
    ]


def _count(articles: Iterable[MarkedArticle], class_of: Callable[[Attribution, str], str]) -> _Cells:
    cells: _Cells = {}
    for article in articles:
        partner = dict(paired(article))
        for i, gold in enumerate(article.gold):
            cell = cells.setdefault((article.language, class_of(gold, article.text)), _Cell())
            cell.n += 1
            if i in partner:
                found = article.found[partner[i]]
                _count_pair(cell, gold, found)
                cells.setdefault((article.language, found.origin), _Cell()).same_kind.found += 1
    return cells


def _count_pair(cell: _Cell, gold: Attribution, found: Attribution) -> None:
    is_same_kind = gold.origin == found.origin
    cell.found += 1
    cell.chain += is_same_chain(gold, found)
    cell.kind += is_same_kind
    cell.same_kind.add(is_same_kind, 1, 0)


def _in_order(cells: _Cells, classes: Sequence[str]) -> Iterator[tuple[tuple[str, str], _Cell]]:
    for language in sorted({language for language, _ in cells}):
        yield from (((language, name), cells[language, name]) for name in classes if (language, name) in cells)


def _share(ratio: Ratio) -> str:
    return f"{ratio[0] / ratio[1]:.2f}" if ratio[1] else "-"
