"""Folder of corpora -> what can be measured on which of them, with the peers' figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.quality import peers
from benchmarks.quality.chains import measure_chains
from benchmarks.quality.languages import measure_language
from benchmarks.quality.polnear import measure_polnear
from benchmarks.quality.records import read_gold
from benchmarks.quality.republished import measure_republished
from benchmarks.quality.sentences import measure_sentences
from benchmarks.quality.tally import Tally

GOLD_PREFIXES = {"gold, Polish": "pl-", "gold, English": "en-"}
_LANGUAGE_FILES = {"news_pl.jsonl": "pl", "news_en.jsonl": "en", "news_other_languages.jsonl": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Some annotated files: their name in the tables, how they are measured, and what others reach on them."""

    name: str
    where: Path
    files: tuple[Path, ...]
    measure: Callable[[], Tally]
    peers: Mapping[str, str] = field(default_factory=dict)


def find_corpora(folder: Path) -> Iterator[Corpus]:
    """All corpora of the folder's layout; those without files are not there."""
    gold, data = folder / "gold" / "dev", folder / "data"
    yield from _gold(gold)
    yield _single("PolNeAR dev", data / "polnear" / "dev.jsonl", measure_polnear, peers.POLNEAR)
    sentences = partial(measure_sentences, language="pl")
    yield _single("Polish treebank sentences", data / "ud_attribution" / "pl_dev.jsonl", sentences)
    yield _single("PolNeAR train, credits", data / "polnear" / "train.jsonl", measure_republished)
    for name, expected in _LANGUAGE_FILES.items():
        measure = partial(measure_language, expected=expected)
        others = {f"recognised as {expected}": peers.LANGUAGE}
        yield _single(name.removesuffix(".jsonl"), data / name, measure, others)


def _gold(folder: Path) -> Iterator[Corpus]:
    for (name, prefix), others in zip(GOLD_PREFIXES.items(), (peers.POLISH, peers.ENGLISH), strict=True):
        annotations = tuple(sorted(folder.glob(f"{prefix}*.json")))
        texts = tuple(folder.parent / "texts" / f"{path.stem}.txt" for path in annotations)
        measure = partial(_measure_gold, folder, prefix)
        yield Corpus(name=name, where=folder, files=annotations + texts, measure=measure, peers=others)


def _measure_gold(folder: Path, prefix: str) -> Tally:
    return measure_chains(read_gold(folder, prefix))


def _single(name: str, path: Path, measure: Callable[[Path], Tally], others: Mapping[str, str] | None = None) -> Corpus:
    files = (path,) if path.is_file() else ()
    return Corpus(name=name, where=path, files=files, measure=partial(measure, path), peers=others or {})
