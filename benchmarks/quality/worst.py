"""Marked articles -> the worst ones, each with what was missed, what is surplus and which chains are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.quality.chains import is_same_chain, paired
from benchmarks.quality.records import Attribution, MarkedArticle

_SHOWN_CHARACTERS = 90


def worst_articles(articles: Sequence[MarkedArticle], n: int) -> Iterator[str]:
    """The lines that tell the errors of the n articles with most of them."""
    errors = [(article, list(_errors(article))) for article in articles]
    for article, lines in sorted(errors, key=lambda item: (-len(item[1]), item[0].id))[:n]:
        yield f"{article.id}: {len(lines)} errors, {len(article.gold)} attributions in the gold"
        yield from (f"  {line}" for line in lines)


def _errors(article: MarkedArticle) -> Iterator[str]:
    pairs = dict(paired(article))
    for i, gold in enumerate(article.gold):
        if i not in pairs:
            yield f"missed   {_in_words(gold, article.text)}"
        elif not is_same_chain(gold, article.found[pairs[i]]):
            found = article.found[pairs[i]]
            yield f"chain    {_chain_in_words(gold, article.text)}, found {_chain_in_words(found, article.text)}"
    for j, found in enumerate(article.found):
        if j not in pairs.values():
            yield f"surplus  {_in_words(found, article.text)}"


def _in_words(attribution: Attribution, text: str) -> str:
    cue = text[slice(*attribution.cue_span)] if attribution.cue_span else "-"
    content = " … ".join(text[slice(*span)] for span in attribution.content_spans)
    line = f"{cue!r} {_chain_in_words(attribution, text)}: {' '.join(content.split())}"
    return line if len(line) <= _SHOWN_CHARACTERS else f"{line[:_SHOWN_CHARACTERS]}…"


def _chain_in_words(attribution: Attribution, text: str) -> str:
    links = (f"{text[min(link.where) : max(link.where) + 1]} ({link.kind})" for link in attribution.chain if link.where)
    return " < ".join(links) or "nobody"
