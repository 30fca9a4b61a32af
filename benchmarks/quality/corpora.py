"""Folder of corpora -> what can be measured on which of them, with the peers' figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.quality import peers
from benchmarks.quality.chains import measure_chains
from benchmarks.quality.folds import measure_annotated, measure_gold
from benchmarks.quality.languages import measure_language
from benchmarks.quality.polnear import measure_polnear
from benchmarks.quality.records import read_gold
from benchmarks.quality.republished import measure_republished
from benchmarks.quality.sentences import measure_sentences
from benchmarks.quality.tally import Tally
from credscore.training.corpora import ANNOTATIONS

GOLD_PREFIXES = {"gold, Polish": "pl-", "gold, English": "en-"}
_LANGUAGE_FILES = {"news_pl.jsonl": "pl", "news_en.jsonl": "en", "news_other_languages.jsonl": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Some annotated files: their name in the tables, how each reader is measured, and what others reach on them."""

    name: str
    where: Path
    files: tuple[Path, ...]
    readers: Mapping[str, Callable[[], Tally]]
    peers: Mapping[str, str] = field(default_factory=dict)


def find_corpora(folder: Path, taggers: Path | None = None) -> Iterator[Corpus]:
    """All corpora of the folder's layout; those without files are not there.

    ``taggers`` holds English taggers trained without each fold of the gold, by which the accurate reader is measured
    there; the tagger that ships has seen all of the gold.
    """
    data = folder / "data"
    yield from _gold(folder, taggers)
    yield from _annotated(folder, taggers)
    polnear = data / "polnear" / "dev.jsonl"
    for name, threshold in (("PolNeAR dev", None), ("PolNeAR dev, threshold 0", 0.0)):
        of_fast = partial(measure_polnear, threshold=threshold)
        accurate = {"accurate": partial(of_fast, polnear, "accurate")}
        yield _single(name, polnear, of_fast, peers.POLNEAR, accurate)
    sentences = partial(measure_sentences, language="pl")
    yield _single("Polish treebank sentences", data / "ud_attribution" / "pl_dev.jsonl", sentences)
    yield _single("PolNeAR train, credits", data / "polnear" / "train.jsonl", measure_republished)
    for name, expected in _LANGUAGE_FILES.items():
        measure = partial(measure_language, expected=expected)
        others = {f"recognised as {expected}": peers.LANGUAGE}
        yield _single(name.removesuffix(".jsonl"), data / name, measure, others)


def _gold(data: Path, taggers: Path | None) -> Iterator[Corpus]:
    folder = data / "gold"
    for (name, prefix), others in zip(GOLD_PREFIXES.items(), (peers.POLISH, peers.ENGLISH), strict=True):
        annotations = tuple(sorted((folder / "dev").glob(f"{prefix}*.json")))
        files = annotations + tuple(folder / "texts" / f"{path.stem}.txt" for path in annotations)
        shipped = {"fast": partial(_measure_gold, folder / "dev", prefix)}
        yield Corpus(name=name, where=folder / "dev", files=files, readers=shipped, peers=others)
        folds = folder / "folds.json"
        yield Corpus(
            name=f"{name}, by folds",
            where=folds,
            files=(*files, folds) if files and folds.is_file() else (),
            readers=_by_folds(measure_gold, data, prefix.removesuffix("-"), taggers),
            peers=others,
        )


def _annotated(data: Path, taggers: Path | None) -> Iterator[Corpus]:
    for name, language in (("own annotations, Polish", "pl"), ("own annotations, English", "en")):
        files = (ANNOTATIONS / f"{language}.jsonl", data / "data" / f"news_{language}.jsonl")
        yield Corpus(
            name=f"{name}, by folds",
            where=files[1],
            files=files if all(path.is_file() for path in files) else (),
            readers=_by_folds(measure_annotated, data, language, taggers),
        )


def _by_folds(
    measure: Callable[[Path, str, Path | None], Tally], data: Path, language: str, taggers: Path | None
) -> dict[str, Callable[[], Tally]]:
    readers: dict[str, Callable[[], Tally]] = {"fast": partial(measure, data, language, None)}
    if taggers is not None and language == "en":
        readers["accurate"] = partial(measure, data, language, taggers)
    return readers


def _measure_gold(folder: Path, prefix: str) -> Tally:
    return measure_chains(read_gold(folder, prefix))


def _single(
    name: str,
    path: Path,
    measure: Callable[[Path], Tally],
    others: Mapping[str, str] | None = None,
    accurate: Mapping[str, Callable[[], Tally]] | None = None,
) -> Corpus:
    files = (path,) if path.is_file() else ()
    readers: dict[str, Callable[[], Tally]] = {"fast": partial(measure, path), **(accurate or {})}
    return Corpus(name=name, where=path, files=files, readers=readers, peers=others or {})
