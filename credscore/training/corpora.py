"""Corpora -> texts with a label for each token: PolNeAR, and the gold chains, outermost attributions only."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from credscore.arrays import IntArray
from credscore.cues import Cues, find_cues
from credscore.document import Document, read_document
from credscore.frames import Frame, trim
from credscore.labels import BEGIN
from credscore.language import load_language
from credscore.reading import read_frames
from credscore.spans import Range, Span, length_of
from credscore.words import WordClass as W

ANNOTATIONS = Path("benchmarks") / "annotations"
"""Where our own annotations lie in a checkout."""

N_FOLDS = 5
"""Articles fall into so many folds; those of our own annotations by their id."""

Roles = dict[str, list[Span]]
"""The spans of one attribution by role: "cue", "source", "content"."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LabelledText:
    """One article as the models learn it: what they are told of it, and what they shall say.

    ``labels`` (n_tokens,) tell of the outermost attributions, ``inner`` of those inside them; ``contents`` are the
    token ranges of each attribution's content, of all of them, and ``chains`` the spans of its links where the corpus
    has chains. ``is_guided`` tells articles annotated by the guide of the gold from those of PolNeAR, and ``fold``, -1
    for none, which models must not have seen an article that they are measured on.
    """

    id: str
    document: Document
    cues: Cues
    frames: Sequence[Frame]
    labels: IntArray
    inner: IntArray
    contents: Sequence[Sequence[Range]]
    chains: Sequence[Sequence[Span]] = ()
    publisher: str | None = None
    is_guided: bool = False
    fold: int = -1


def read_polnear(path: Path) -> Iterator[LabelledText]:
    """The articles of a PolNeAR file (JSON lines with ``id``, ``text`` and ``attributions``)."""
    with path.open(encoding="utf-8") as lines:  # not splitlines, which also splits at U+2028 inside a text
        for row in map(json.loads, lines):
            yield _labelled(row["id"], row["text"], "en", [_spans(record) for record in row["attributions"]])


def read_gold(folder: Path, language: str) -> Iterator[LabelledText]:
    """The gold articles of a language: ``dev/<id>.json`` with the texts in ``texts/<id>.txt``."""
    folds = read_folds(folder)
    for path in sorted((folder / "dev").glob(f"{language}-*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / "texts" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        labelled = _labelled(path.stem, text, language, list(_gold_roles(gold["attributions"])))
        yield replace(labelled, **_guided(gold), publisher=gold.get("publisher"), fold=folds[path.stem])


def read_guided(data: Path, annotations: Path, language: str) -> Iterator[LabelledText]:
    """The articles of a language that are annotated by the guide of the gold: the gold itself, and ours."""
    yield from read_gold(data / "gold", language)
    yield from read_annotated(annotations / f"{language}.jsonl", data / "data" / f"news_{language}.jsonl", language)


def read_annotated(path: Path, news: Path, language: str) -> Iterator[LabelledText]:
    """The articles of a file of annotations (JSON lines), whose texts the corpus ``news`` has under the same ids."""
    for record, article in join_annotations(path, news):
        labelled = _labelled(record["id"], article["text"], language, list(_gold_roles(record["attributions"])))
        fold = zlib.crc32(record["id"].encode()) % N_FOLDS
        yield replace(labelled, **_guided(record), publisher=article.get("publisher"), fold=fold)


def join_annotations(path: Path, news: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The records of a file of annotations, each with its row of the corpus ``news``, in the order of the file."""
    with path.open(encoding="utf-8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    with news.open(encoding="utf-8") as lines:
        articles = {article["id"]: article for article in map(json.loads, lines) if article["id"] in records}
    return ((record, articles[name]) for name, record in records.items())


def _guided(record: Mapping[str, Any]) -> dict[str, Any]:
    """What only annotations by the guide have: chains."""
    chains = [[tuple(link["span"]) for link in attribution["chain"]] for attribution in record["attributions"]]
    return {"chains": chains, "is_guided": True}


def read_folds(folder: Path) -> dict[str, int]:
    """The fold of each gold article, by its id."""
    folds: dict[str, int] = json.loads((folder / "folds.json").read_text(encoding="utf-8"))
    return folds


def _spans(record: Mapping[str, Any]) -> Roles:
    return {role: [(start, end) for start, end in record[role]] for role in BEGIN}


def _gold_roles(records: Sequence[Mapping[str, Any]]) -> Iterator[Roles]:
    """The roles of gold attributions; sources are the links that no outer attribution has."""
    for record in records:
        cue = [tuple(record["cue"]["span"])] if record["cue"] else []
        chain = [tuple(link["span"]) for link in record["chain"]]
        outer = [[tuple(link["span"]) for link in other["chain"]] for other in records if _stands_in(record, other)]
        inherited = max(
            (len(links) for links in outer if links == chain[: len(links)] and len(links) < len(chain)), default=0
        )
        sources = [span for span in chain[inherited:] if span not in cue]
        yield {"cue": cue, "source": sources, "content": [tuple(part["span"]) for part in record["content"]]}


def _stands_in(record: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether the cue of one gold attribution stands in the content of another."""
    if record is other or not record["cue"]:
        return False
    start, end = record["cue"]["span"]
    return any(part["span"][0] <= start and end <= part["span"][1] for part in other["content"])


def _labelled(name: str, text: str, language: str, attributions: Sequence[Roles]) -> LabelledText:
    document = read_document(text, load_language(language))
    cues = find_cues(document)
    _, frames = read_frames(document, cues)
    outer = list(_outermost(attributions))
    labels = token_labels(document, outer)
    inner = token_labels(document, list(_outermost([roles for roles in attributions if roles not in outer])))
    contents = [[_tokens(document, span) for span in roles["content"]] for roles in attributions]
    return LabelledText(
        id=name, document=document, cues=cues, frames=frames, labels=labels, inner=inner, contents=contents
    )


def _outermost(attributions: Sequence[Roles]) -> Iterator[Roles]:
    """The attributions whose cue stands in no larger content."""
    for roles in attributions:
        anchor = (roles["cue"] or roles["content"] or [(0, 0)])[0]
        if not any(_holds(other, anchor, length_of(roles["content"])) for other in attributions if other is not roles):
            yield roles


def _holds(roles: Roles, span: Span, size: int) -> bool:
    return length_of(roles["content"]) >= size and any(
        start <= span[0] and span[1] <= end for start, end in roles["content"]
    )


def token_labels(document: Document, attributions: Iterable[Roles]) -> IntArray:
    """The label of each token (an index into LABELS), every stretch opened by a B label; cues win over sources."""
    labels = np.zeros(len(document.words), np.int32)
    attributions = list(attributions)
    for role in ("content", "source", "cue"):
        for roles in attributions:
            for start, end in (_tokens(document, span) for span in roles[role]):
                labels[start:end] = BEGIN[role] + 1
                labels[start : start + 1] = BEGIN[role] if start < end else labels[start : start + 1]
    for token in np.flatnonzero(np.isin(labels, (2, 4, 6))):
        if not token or labels[token - 1] not in (labels[token], labels[token] - 1):
            labels[token] -= 1
    return labels


def _tokens(document: Document, span: Span) -> Range:
    """The tokens that a span touches, without quotation marks at its edges."""
    start = bisect_left(document.ends, span[0] + 1)
    end = bisect_left(document.starts, span[1])
    return trim(document, start, end, W.QUOTE) or (start, start)
