"""Gold articles + JSON forms -> what both sides mark, as sets of characters."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.quality.counts import Positions, union
from credscore.articles import Article
from credscore.batch import score_many
from credscore.spans import Span
from credscore.training.corpora import join_annotations

UNNAMED = frozenset({"unnamed_person", "unnamed_group", "unspecified"})


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain: its characters, blanks left out, its kind and its name."""

    where: Positions
    kind: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution of either side: cue and content as characters, and as the spans that hold them."""

    cue: Positions
    content: Positions
    chain: tuple[Link, ...]
    cue_span: Span | None
    content_spans: tuple[Span, ...]

    @property
    def origin(self) -> str:
        """The kind of the last link; "none" where the chain is empty."""
        return self.chain[-1].kind if self.chain else "none"

    @property
    def is_unnamed(self) -> bool:
        """Whether the last link is a source without a name."""
        return self.origin in UNNAMED


Hedge = tuple[Positions, str]
"""The characters of a hedge, and who hedges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedArticle:
    """One article with what its gold record marks and what was found in it."""

    id: str
    text: str
    language: str
    gold: tuple[Attribution, ...]
    found: tuple[Attribution, ...]
    gold_hedges: tuple[Hedge, ...]
    found_hedges: tuple[Hedge, ...]


@cache
def read_gold(
    gold: Path, prefix: str, read: Callable[[Article], dict[str, Any]] | None = None
) -> tuple[MarkedArticle, ...]:
    """The gold articles whose name starts with the prefix, read once; texts lie in the folder beside.

    ``read`` gives the JSON form of an article; without it, the reader "fast" does, as it ships. The publisher is given,
    as the annotators knew it.
    """
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob(f"{prefix}*.json"))]
    texts = [_text_of(gold.parent / "texts", row["id"]) for row in rows]
    articles = [
        Article(id=row["id"], text=text, publisher=row.get("publisher")) for row, text in zip(rows, texts, strict=True)
    ]
    forms = map(read, articles) if read else score_many(articles)
    return tuple(_marked(row, a.text, form) for row, a, form in zip(rows, articles, forms, strict=True))


def read_annotated(annotations: Path, news: Path, read: Callable[[Article], dict[str, Any]]) -> Iterator[MarkedArticle]:
    """The articles of a file of annotations, whose texts the corpus ``news`` has under the same ids."""
    for row, found in join_annotations(annotations, news):
        article = Article(id=row["id"], text=found["text"], publisher=found.get("publisher"))
        yield _marked(row, article.text, read(article))


def _text_of(texts: Path, name: str) -> str:
    return (texts / f"{name}.txt").read_bytes().decode("utf-8")  # as it stands: line ends are part of the offsets


def _marked(row: dict[str, Any], text: str, form: dict[str, Any]) -> MarkedArticle:
    return MarkedArticle(
        id=row["id"],
        text=text,
        language=row["id"].split("-")[0],
        gold=tuple(read_attributions(text, row)),
        found=tuple(read_attributions(text, form)),
        gold_hedges=_read_hedges(text, row),
        found_hedges=_read_hedges(text, form),
    )


def read_attributions(text: str, form: dict[str, Any]) -> Iterator[Attribution]:
    """The attributions of a gold record or a JSON form, without those in a title."""
    for row in form.get("attributions", []):
        if row.get("in") != "title":
            yield Attribution(
                cue=_positions(text, row["cue"]) if row.get("cue") else frozenset(),
                content=union(_positions(text, part) for part in row["content"]),
                chain=tuple(Link(_positions(text, link), link["kind"], link.get("name")) for link in row["chain"]),
                cue_span=_span(row["cue"]) if row.get("cue") else None,
                content_spans=tuple(map(_span, row["content"])),
            )


def _read_hedges(text: str, form: dict[str, Any]) -> tuple[Hedge, ...]:
    rows = [row for row in form.get("hedges", []) if row.get("in") != "title"]
    return tuple((_positions(text, row), row["holder"]) for row in rows)


def _span(marked: dict[str, Any]) -> Span:
    """The code points of a marked part; the gold says `span`, the JSON form `start` and `end`."""
    start, end = marked["span"] if "span" in marked else (marked["start"], marked["end"])
    return start, end


def _positions(text: str, marked: dict[str, Any]) -> frozenset[int]:
    """The characters of a marked part, blanks left out."""
    return frozenset(i for i in range(*_span(marked)) if not text[i].isspace())
