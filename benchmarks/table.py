"""Rows -> one Markdown table, and the reading of data that may not be there."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple


class Line(NamedTuple):
    """One line of a benchmark's table: what was measured on which data, ours, and what to hold it against."""

    data: str
    figure: str
    value: str
    beside: str = ""


def command_line(description: str) -> ArgumentParser:
    """A parser that knows the folder of corpora; by default the one beside the repository."""
    parser = ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder that holds data/ and gold/")
    return parser


def data_folder(description: str) -> Path:
    """The folder of corpora that the command line names."""
    folder: Path = command_line(description).parse_args().data
    return folder


def read_rows(path: Path) -> list[dict[str, Any]]:
    """All rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def print_table(header: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    """Prints the lines as a Markdown table, columns padded so that it reads well in a terminal too."""
    rows = [tuple(header), *lines]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    for number, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
