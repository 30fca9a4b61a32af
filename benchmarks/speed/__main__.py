"""Prints the table of how fast credscore is: `python -m benchmarks.speed [--data DIR]`."""

from __future__ import annotations

import os
from pathlib import Path

# one core, also for the threads that numpy may start: set before it is first imported
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

from benchmarks.speed.growth import SECONDS_TO_WAIT, dearest_pattern
from benchmarks.speed.processes import batch_memory_mib, import_seconds
from benchmarks.speed.rates import Rates, measure_rates
from benchmarks.table import Line, data_folder, print_table

_ROWS_OF_MEMORY_TEST = 300


def main() -> None:
    """Measures all that the data folder allows; what is missing is named below the table."""
    folder = data_folder(__doc__ or "") / "data"
    lines: list[Line] = []
    missing: list[str] = []
    for language in ("pl", "en"):
        path = folder / f"news_{language}.jsonl"
        if not path.exists():
            missing.append(f"skipped: {path} is not there")
            continue
        rates = measure_rates(path, language)
        lines += [*_rate_lines(path, rates), _growth_line(language, rates), _memory_line(path)]
        if rates.spacy_tokens_per_second is None:
            missing.append("skipped: spaCy is not installed (pip install -e '.[bench]')")
    print_table(("data", "figure", "credscore", "beside"), [*lines, _import_line()])
    print(*missing, sep="\n", end="\n" if missing else "")


def _rate_lines(path: Path, rates: Rates) -> list[Line]:
    data, spacy = f"{path.stem} ({rates.n_articles})", rates.spacy_tokens_per_second
    beside = f"spaCy blank tokenizer, first pass: {spacy:,.0f}" if spacy else ""
    return [
        Line(data, "articles/s, one core", f"{rates.articles_per_second:.0f}", "goal 150"),
        Line(data, "tokens/s, one core", f"{rates.tokens_per_second:,.0f}", beside),
    ]


def _growth_line(language: str, rates: Rates) -> Line:
    """The dearest pattern, as a multiple of what a character of ordinary news costs."""
    pattern, cost = dearest_pattern(language)
    ratio = f"over {SECONDS_TO_WAIT} s" if cost is None else f"{cost * rates.characters_per_second:.2f}"
    return Line(f"1 MB of one pattern, {language}", "dearest / prose, per character", ratio, f"goal 3; {pattern!r}")


def _memory_line(path: Path) -> Line:
    once, four = (batch_memory_mib(path, _ROWS_OF_MEMORY_TEST, repeats) for repeats in (1, 4))
    n = _ROWS_OF_MEMORY_TEST
    return Line(
        f"{path.stem}, {n} and {4 * n} rows", "peak memory, MiB", f"{once:.0f} and {four:.0f}", "goal: the same"
    )


def _import_line() -> Line:
    ours, numpy = import_seconds("credscore"), import_seconds("numpy")
    return Line("import", "credscore / numpy", f"{ours / numpy:.3f}", f"goal 1.5; numpy {numpy * 1000:.0f} ms")


if __name__ == "__main__":
    main()
