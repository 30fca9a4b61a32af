"""Prints the table of how fast credscore is: `python -m benchmarks.speed [--data DIR]`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# one core, also for the threads that numpy may start: set before it is first imported
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

from benchmarks.speed.growth import SECONDS_TO_WAIT, dearest_pattern
from benchmarks.speed.processes import batch_memory_mib, import_seconds
from benchmarks.speed.rates import Rates, measure_rates, read_articles, spacy_rates
from benchmarks.table import Line, data_folder, print_table

_READERS = {"pl": ("fast",), "en": ("fast", "accurate")}
"""The readers of each language that differ: "accurate" is "fast" where there is no tagger."""

_GOALS = {"fast": "goal .5 of the first", "accurate": "goal .25 of the first"}
_ROWS_OF_MEMORY_TEST = 300


def main() -> None:
    """Measures all that the data folder allows; what is missing is named below the table."""
    folder = data_folder(__doc__ or "") / "data"
    lines: list[Line] = []
    missing: list[str] = []
    for language in _READERS:
        path = folder / f"news_{language}.jsonl"
        if not path.exists():
            missing.append(f"skipped: {path} is not there")
            continue
        lines += _lines(path, language)
    print_table(("data", "figure", "credscore", "beside"), [*lines, _import_line()])
    print(*missing, sep="\n", end="\n" if missing else "")


def _lines(path: Path, language: str) -> Iterator[Line]:
    articles = read_articles(path)
    data = f"{path.stem} ({len(articles):,})"
    spacy = spacy_rates(articles, language)
    for reader in _READERS[language]:
        rates = measure_rates(articles, reader)
        yield Line(data, f"articles/s, {reader}", f"{rates.articles_per_second:.0f}", "goal 150 (fast)")
        yield Line(data, f"tokens/s, {reader}", f"{rates.tokens_per_second:,.0f}", _beside(rates, reader, spacy))
        yield _growth_line(language, reader, rates)
        yield _memory_line(path, reader)


def _beside(rates: Rates, reader: str, spacy: tuple[float, float] | None) -> str:
    """The tokenizer's rates and our share of them."""
    if spacy is None:
        return "spaCy is not installed: pip install -e '.[bench]'"
    first, warm = (f"{rate:,.0f} ({rates.tokens_per_second / rate:.2f})" for rate in spacy)
    return f"spaCy's blank tokenizer alone: first pass {first}, warm {warm}; {_GOALS[reader]}"


def _growth_line(language: str, reader: str, rates: Rates) -> Line:
    """The dearest pattern, as a multiple of what a character of ordinary news costs."""
    pattern, cost = dearest_pattern(language, reader)
    ratio = f"over {SECONDS_TO_WAIT} s" if cost is None else f"{cost * rates.characters_per_second:.2f}"
    data = f"1 MB of one pattern, {language}"
    return Line(data, f"dearest / prose, per character, {reader}", ratio, f"goal 3; {pattern!r}")


def _memory_line(path: Path, reader: str) -> Line:
    once, four = (batch_memory_mib(path, _ROWS_OF_MEMORY_TEST, repeats, reader) for repeats in (1, 4))
    n = _ROWS_OF_MEMORY_TEST
    data = f"{path.stem}, {n} and {4 * n} rows"
    return Line(data, f"peak memory, MiB, {reader}", f"{once:.0f} and {four:.0f}", "goal: the same")


def _import_line() -> Line:
    ours, numpy = import_seconds("credscore"), import_seconds("numpy")
    return Line("import", "credscore / numpy", f"{ours / numpy:.3f}", f"goal 1.5; numpy {numpy * 1000:.0f} ms")


if __name__ == "__main__":
    main()
