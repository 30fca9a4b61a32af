"""Marked articles -> figures of attribution chains and hedges.

The figures are those that `gold/README.md` of the corpus defines: F1 over all articles together, in characters that
are not blank for ``content``, in one-to-one pairs for the others; ``kind``, ``name`` and ``holder`` are shares.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import starmap

from benchmarks.quality.counts import Counts, Ratio, Share, overlap, pair_up, union
from benchmarks.quality.records import Attribution, Link, MarkedArticle
from benchmarks.quality.tally import Tally

SAME_CONTENT = 0.5
_SAME_LINK = 0.4

Pair = tuple[Attribution, Attribution]


def measure_chains(articles: Iterable[MarkedArticle]) -> Tally:
    """All figures of the gold articles."""
    tally = Tally()
    for article in articles:
        tally.add(_ratios(article))
    return tally


def paired(article: MarkedArticle) -> list[tuple[int, int]]:
    """The gold and found attributions of an article that have the same content, as pairs of their numbers."""
    return pair_up([a.content for a in article.gold], [a.content for a in article.found], SAME_CONTENT)


def is_same_chain(gold: Attribution, found: Attribution) -> bool:
    """Whether two chains have the same links in the same order."""
    links = zip(gold.chain, found.chain, strict=False)
    return len(gold.chain) == len(found.chain) and all(starmap(_is_same_link, links))


def _is_same_link(gold: Link, found: Link) -> bool:
    return overlap(gold.where, found.where) >= _SAME_LINK


def _ratios(article: MarkedArticle) -> dict[str, Ratio]:
    pairs = [(article.gold[i], article.found[j]) for i, j in paired(article)]
    right = [pair for pair in pairs if is_same_chain(*pair)]
    n_gold, n_found = len(article.gold), len(article.found)
    return {
        "content": _content(article).f1,
        "cue": _cue(article).f1,
        "attribution": Counts(len(pairs), n_gold, n_found).f1,
        "chain": Counts(len(right), n_gold, n_found).f1,
        "multi_hop": _multi_hop(article, right).f1,
        **_origins([pair for pair in pairs if pair[0].chain and pair[1].chain]),
        "name": _names(right).value,
        **_hedges(article),
    }


def _content(article: MarkedArticle) -> Counts:
    gold, found = (union(a.content for a in side) for side in (article.gold, article.found))
    return Counts(len(gold & found), len(gold), len(found))


def _cue(article: MarkedArticle) -> Counts:
    gold, found = ([a.cue for a in side if a.cue] for side in (article.gold, article.found))
    return Counts(len(pair_up(gold, found, 0)), len(gold), len(found))


def _multi_hop(article: MarkedArticle, right: list[Pair]) -> Counts:
    n_gold, n_found = (sum(len(a.chain) > 1 for a in side) for side in (article.gold, article.found))
    return Counts(sum(len(gold.chain) > 1 for gold, _ in right), n_gold, n_found)


def _origins(pairs: list[Pair]) -> dict[str, Ratio]:
    kind, unnamed = Share(), Counts()
    for gold, found in pairs:
        kind.add(is_right=gold.origin == found.origin)
        unnamed.add(gold.is_unnamed and found.is_unnamed, gold.is_unnamed, found.is_unnamed)
    return {"unnamed": unnamed.f1, "kind": kind.value}


def _names(right: list[Pair]) -> Share:
    share = Share()
    for gold, found in right:
        for link, other in zip(gold.chain, found.chain, strict=True):
            if link.name:
                share.add(is_right=_is_same_name(link.name, other.name))
    return share


def _is_same_name(gold: str, found: str | None) -> bool:
    """Whether the words of one name are all among those of the other, capitals aside."""
    words, others = (set((name or "").casefold().split()) for name in (gold, found))
    return bool(others) and (words <= others or others <= words)


def _hedges(article: MarkedArticle) -> dict[str, Ratio]:
    gold, found = article.gold_hedges, article.found_hedges
    pairs = pair_up([where for where, _ in gold], [where for where, _ in found], 0)
    holder = Share()
    for i, j in pairs:
        holder.add(is_right=gold[i][1] == found[j][1])
    return {"hedge": Counts(len(pairs), len(gold), len(found)).f1, "holder": holder.value}
