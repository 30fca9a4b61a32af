"""Prints the table of how right credscore is: `python -m benchmarks.quality [--data DIR]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.quality import peers
from benchmarks.quality.chains import measure_chains
from benchmarks.quality.languages import measure_language
from benchmarks.quality.polnear import measure_polnear
from benchmarks.table import Line, data_folder, print_table

_LANGUAGE_FILES = {"news_pl.jsonl": "pl", "news_en.jsonl": "en", "news_other_languages.jsonl": None}


def main() -> None:
    """Measures all that the data folder allows; what is missing is named below the table."""
    folder = data_folder(__doc__ or "")
    lines: list[Line] = []
    missing: list[str] = []
    for needed, measure in _measurements(folder):
        if needed.exists():
            lines += measure()
        else:
            missing.append(f"skipped: {needed} is not there")
    print_table(("data", "figure", "credscore", "others"), lines)
    print(*missing, sep="\n", end="\n" if missing else "")


def _measurements(folder: Path) -> Iterator[tuple[Path, Callable[[], list[Line]]]]:
    gold, data = folder / "gold" / "dev", folder / "data"
    for language in ("pl", "en"):
        yield gold, partial(_chain_lines, gold, language)
    polnear = data / "polnear" / "dev.jsonl"
    yield polnear, partial(_polnear_lines, polnear)
    for name, expected in _LANGUAGE_FILES.items():
        yield data / name, partial(_language_lines, data / name, expected)


def _chain_lines(gold: Path, language: str) -> list[Line]:
    figures, n = measure_chains(gold, gold.parent / "texts", f"{language}-")
    numbers = figures.as_numbers().items()
    return [Line(f"gold {language} ({n})", k, f"{v:.3f}", peers.GOLD.get((language, k), "")) for k, v in numbers]


def _polnear_lines(path: Path) -> list[Line]:
    figures, n = measure_polnear(path)
    return [Line(f"PolNeAR dev ({n})", k, f"{v:.3f}", peers.POLNEAR[k]) for k, v in figures.as_numbers().items()]


def _language_lines(path: Path, language: str | None) -> list[Line]:
    share = measure_language(path, language)
    return [Line(f"{path.stem} ({share.cases})", f"recognised as {language}", f"{share.value:.4f}", peers.LANGUAGE)]


if __name__ == "__main__":
    main()
