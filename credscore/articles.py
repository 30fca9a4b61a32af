"""Files, streams and rows -> articles; what cannot be one is told apart row by row."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import IO, Any

from credscore.errors import InputError

_BOM = b"\xef\xbb\xbf"
_NAME_WORD = re.compile(r"\w+")
_OPTIONAL_FIELDS = ("id", "title", "publisher", "url", "date", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article as the caller has it; offsets everywhere are code points of ``text``, which is never changed.

    ``language`` is a code such as "pl" where the caller knows it; else it is recognised from the text.
    Raises InputError where ``text`` is not a string, or another field neither a string nor None.
    """

    text: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise InputError(f"the text of an article must be a string, not {_type_name(self.text)}")
        for field in _OPTIONAL_FIELDS:
            if not isinstance(getattr(self, field), str | None):
                raise InputError(f"{field} must be a string, not {_type_name(getattr(self, field))}")


def is_house(name: str, publisher: str | None, domain: str | None = None) -> bool:
    """Whether a medium is the publisher itself, by its name or, where it is known, its domain.

    It is when all words of its name, a first "the" left out, stand in the publisher's, or that is within its domain.

    >>> is_house("The Harbour Gazette", "harbour gazette online"), is_house("Harbour Gazette", "Harbour Radio")
    (True, False)
    >>> is_house("The Harbour Gazette", "news.hgazette.com", domain="hgazette.com")
    True
    """
    if publisher is None:
        return False
    if domain is not None and f".{publisher.casefold()}".endswith(f".{domain}"):
        return True
    words = set(_NAME_WORD.findall(name.casefold().removeprefix("the ")))
    return bool(words) and words <= set(_NAME_WORD.findall(publisher.casefold()))


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that holds no article: its number (from 1), its id where it has one, and why."""

    number: int
    id: str | None
    reason: str


def read_article(path: str | Path, **fields: str | None) -> Article:
    """The article in a UTF-8 text file, or on standard input for "-"; ``fields`` are those of Article.

    Raises InputError where the file cannot be opened or is not UTF-8; a byte order mark is left out.
    """
    with open_input(path) as stream:
        data = stream.read().removeprefix(_BOM)
    try:
        return Article(text=data.decode("utf-8"), **fields)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not UTF-8; convert the file to UTF-8 first") from None


def iter_rows(path: str | Path | IO[bytes]) -> Iterator[Article | BadRow]:
    """Yields one Article or BadRow for each line of a JSONL file that is not blank, in order, one at a time.

    ``path`` may be "-" (standard input) or an open binary file. Raises InputError where it cannot be opened.
    """
    if not isinstance(path, str | Path):
        yield from _parse_lines(path)
        return
    with open_input(path) as stream:
        yield from _parse_lines(stream)


def article_of_row(row: object, number: int) -> Article | BadRow:
    """The article that a decoded JSON row holds, or the BadRow that says what it lacks.

    >>> article_of_row({"id": 7, "text": "Rain fell."}, 1).id
    '7'
    >>> article_of_row({"id": "a"}, 2)
    BadRow(number=2, id='a', reason='the row has no "text"')
    """
    if not isinstance(row, Mapping):
        return BadRow(number, None, f"the row is not an object but {_type_name(row)}")
    fields = {field: _as_text(row.get(field)) for field in _OPTIONAL_FIELDS}
    row_id = fields["id"] if isinstance(fields["id"], str) else None
    if "text" not in row:
        return BadRow(number, row_id, 'the row has no "text"')
    try:
        return Article(text=row["text"], **fields)
    except InputError as error:
        return BadRow(number, row_id, str(error))


def load_example(code: str) -> Article:
    """The bundled example article of a language; raises InputError, naming those there are, for another one."""
    folder = files("credscore") / "examples"
    known = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    if code not in known:
        raise InputError(f"there is no example {code!r}; there are: {', '.join(known)}")
    fields = tomllib.loads((folder / f"{code}.toml").read_text(encoding="utf-8"))
    return Article(**fields | {"text": fields["text"].strip()})


@contextmanager
def open_input(path: str | Path) -> Iterator[IO[bytes]]:
    """A binary stream of a file, or of standard input for "-"; raises InputError where it cannot be opened or read."""
    if str(path) == "-":
        yield sys.stdin.buffer
    else:
        with open_file(path, "rb") as stream:
            yield stream


def open_file(path: str | Path, mode: str, encoding: str | None = None) -> IO[Any]:
    """An open file; raises InputError, which says why, where it cannot be opened."""
    try:
        return Path(path).open(mode, encoding=encoding)
    except (OSError, ValueError) as error:
        task = "write" if "w" in mode else "read"
        raise InputError(f"cannot {task} {str(path)!r}: {getattr(error, 'strerror', None) or error}") from None


def _parse_lines(stream: IO[bytes]) -> Iterator[Article | BadRow]:
    for number, line in enumerate(stream, 1):
        content = line.removeprefix(_BOM) if number == 1 else line
        if content.strip():
            yield _parse_line(content, number)


def _parse_line(line: bytes, number: int) -> Article | BadRow:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return BadRow(number, None, f"byte {error.start} of the line is not UTF-8")
    except (ValueError, RecursionError) as error:
        return BadRow(number, None, f"the line is not JSON: {error}")
    return article_of_row(row, number)


def _as_text(value: object) -> Any:
    """Numbers as text, for ids and dates; anything else as it is, for Article to judge."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _type_name(value: object) -> str:
    return "null" if value is None else type(value).__name__
