"""Prints the table of how right credscore is: `python -m benchmarks.quality [--data DIR]`."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from benchmarks.quality.breakdown import CONSTRUCTION_HEADER, KIND_HEADER, by_construction, by_kind
from benchmarks.quality.corpora import GOLD_PREFIXES, Corpus, find_corpora
from benchmarks.quality.floors import Values, digest_of, faults_of, raised, read_floors, write_floors
from benchmarks.quality.records import MarkedArticle, read_gold
from benchmarks.quality.tally import Tally
from benchmarks.quality.worst import worst_articles
from benchmarks.table import command_line, print_table


def main() -> int:
    """Measures all that the data folder allows; what is missing is named below the table. Exit status: 1 for faults."""
    options = _read_options()
    corpora = list(find_corpora(options.data))
    measured = {corpus.name: (corpus, corpus.measure()) for corpus in corpora if corpus.files}
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
    parser.add_argument("--check", action="store_true", help="exit with 1 when a figure falls below its floor")
    parser.add_argument("--raise", action="store_true", dest="raise_", help="move the floors up to the figures")
    parser.add_argument("--format", choices=("table", "markdown"), default="table", help="markdown: rows of the README")
    return parser.parse_args()


def _print_main_table(measured: Mapping[str, tuple[Corpus, Tally]], *, is_plain: bool) -> None:
    rows = [row for corpus, tally in measured.values() for row in _rows(corpus, tally, is_plain=is_plain)]
    if is_plain:
        print_table(("data", "figure", "credscore", "95 %", "others"), rows)
        return
    for row in rows:
        print(f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in row)}|")


def _rows(corpus: Corpus, tally: Tally, *, is_plain: bool) -> list[tuple[str, ...]]:
    """One row a figure; in the README the interval follows the value, and a corpus is named in its first row only."""
    rows: list[tuple[str, ...]] = []
    for name in tally.ratios:
        value, (low, high) = f"{tally.value(name):.3f}", tally.interval(name)
        beside = corpus.peers.get(name, "")
        if is_plain:
            rows.append((f"{corpus.name} ({tally.n_articles})", name, value, f"{low:.3f}-{high:.3f}", beside))
        else:
            data = "" if rows else f"{corpus.name} ({tally.n_articles:,})"
            rows.append((data, name, f"{_short(value)} ({_short(f'{low:.2f}')}-{_short(f'{high:.2f}')})", beside))
    return rows


def _short(number: str) -> str:
    return number.removeprefix("0")


def _gold_articles(folder: Path) -> list[MarkedArticle]:
    return [a for prefix in GOLD_PREFIXES.values() for a in read_gold(folder / "gold" / "dev", prefix)]


def _print_breakdown(articles: list[MarkedArticle]) -> None:
    print()
    print_table(CONSTRUCTION_HEADER, by_construction(articles))
    print()
    print_table(KIND_HEADER, by_kind(articles))


def _values(measured: Mapping[str, tuple[Corpus, Tally]]) -> Values:
    return {
        name: (digest_of(corpus.files), {figure: tally.value(figure) for figure in tally.ratios})
        for name, (corpus, tally) in measured.items()
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
