"""Prints the table of how right credscore is: `python -m benchmarks.quality [--data DIR]`."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from benchmarks.quality.breakdown import CONSTRUCTION_HEADER, KIND_HEADER, by_construction, by_kind
from benchmarks.quality.corpora import GOLD_PREFIXES, Corpus, find_corpora
from benchmarks.quality.floors import Values, digest_of, faults_of, raised, read_floors, write_floors
from benchmarks.quality.records import MarkedArticle, read_gold
from benchmarks.quality.tally import Tally
from benchmarks.quality.worst import worst_articles
from benchmarks.table import command_line, print_table

_READERS = ("fast", "accurate")

Measured: TypeAlias = Sequence[tuple[Corpus, Mapping[str, Tally]]]
"""Each corpus with the figures of the readers that it is measured with."""


def main() -> int:
    """Measures all that the data folder allows; what is missing is named below the table. Exit status: 1 for faults."""
    options = _read_options()
    corpora = list(find_corpora(options.data, options.taggers))
    measured = [(c, {reader: measure() for reader, measure in c.readers.items()}) for c in corpora if c.files]
    _print_main_table(measured, is_plain=options.format == "table")
    for corpus in corpora:
        if not corpus.files:
            print(f"skipped: {corpus.where} is not there")
    articles = _gold_articles(options.data)
    if options.breakdown:
        _print_breakdown(articles)
    for line in worst_articles(articles, options.errors) if options.errors else ():
        print(line)
    return _hold_floors(_values(measured), is_check=options.check, is_raise=options.raise_)


def _read_options() -> Namespace:
    parser = command_line(__doc__ or "")
    parser.add_argument("--breakdown", action="store_true", help="tables by construction and by kind of the origin")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="the N worst gold articles, error by error")
    parser.add_argument("--taggers", type=Path, help="English taggers without each fold of the gold: fold-0 to fold-4")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a figure falls below its floor")
    parser.add_argument("--raise", action="store_true", dest="raise_", help="move the floors up to the figures")
    parser.add_argument("--format", choices=("table", "markdown"), default="table", help="markdown: rows of the README")
    return parser.parse_args()


def _print_main_table(measured: Measured, *, is_plain: bool) -> None:
    rows = [row for corpus, tallies in measured for row in _rows(corpus, tallies, is_plain=is_plain)]
    if is_plain:
        print_table(("data", "figure", *_READERS, "others"), rows)
        return
    for row in rows:
        print(f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in row)}|")


def _rows(corpus: Corpus, tallies: Mapping[str, Tally], *, is_plain: bool) -> Iterator[tuple[str, ...]]:
    """One row a figure; in the README a corpus is named in its first row only."""
    first = next(iter(tallies.values()))
    for number, name in enumerate(first.ratios):
        data = "" if number and not is_plain else f"{corpus.name} ({first.n_articles:,})"
        values = (_in_words(tallies[reader], name) if reader in tallies else "" for reader in _READERS)
        yield data, name, *values, corpus.peers.get(name, "")


def _in_words(tally: Tally, name: str) -> str:
    """A figure and its interval: ".734 (.70-.77)"."""
    low, high = tally.interval(name)
    return f"{_short(tally.value(name), 3)} ({_short(low, 2)}-{_short(high, 2)})"


def _short(number: float, digits: int) -> str:
    return f"{number:.{digits}f}".removeprefix("0")


def _gold_articles(folder: Path) -> list[MarkedArticle]:
    return [a for prefix in GOLD_PREFIXES.values() for a in read_gold(folder / "gold" / "dev", prefix)]


def _print_breakdown(articles: list[MarkedArticle]) -> None:
    print()
    print_table(CONSTRUCTION_HEADER, by_construction(articles))
    print()
    print_table(KIND_HEADER, by_kind(articles))


def _values(measured: Measured) -> Values:
    """The figures as the floors know them: those of the reader "fast" by the corpus alone."""
    return {
        corpus.name if reader == "fast" else f"{corpus.name}, {reader}": (
            digest_of(corpus.files),
            {figure: tally.value(figure) for figure in tally.ratios},
        )
        for corpus, tallies in measured
        for reader, tally in tallies.items()
    }


def _hold_floors(values: Values, *, is_check: bool, is_raise: bool) -> int:
    floors = read_floors()
    faults = faults_of(values, floors) if is_check else ()
    print(*faults, sep="\n", end="\n" if faults else "")
    if is_raise:
        write_floors(raised(values, floors))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
