"""The commands `credscore score` and `credscore batch`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any, TypeAlias

import typer
from typer.core import TyperGroup

from credscore.articles import load_example, open_file, open_input, read_article
from credscore.errors import CredscoreError, InputError

if TYPE_CHECKING:
    from rich.console import Console

    from credscore.analysis import Analysis

_EXIT_CODE = 2  # of every input that cannot be used, as of a wrong option

Lang: TypeAlias = Annotated[str | None, typer.Option(help="Language of the messages: pl or en.")]
ReaderName: TypeAlias = Annotated[
    str, typer.Option("--reader", help="fast: rules alone; accurate: with a learned tagger.")
]
Threshold: TypeAlias = Annotated[
    float | None, typer.Option(help="Confidence, 0 to 1, below which an attribution is dropped; else the model's own.")
]


class _Commands(TyperGroup):
    """The command group that answers an unusable input with one line on stderr."""

    def invoke(self, ctx: Any) -> Any:
        _tolerate_any_text()
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader has had enough: `credscore batch ... | head`
            _drop_stdout()
            raise typer.Exit(0) from None
        except (CredscoreError, OSError) as error:
            typer.echo(f"credscore: {_in_one_line(error)}", err=True)
            raise typer.Exit(_EXIT_CODE) from None


app = typer.Typer(
    cls=_Commands,
    help="How well a news article's statements are sourced. It never says whether they are true.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def _main(*, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        from credscore import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.command()
def score(
    file: Annotated[str | None, typer.Argument(help="A UTF-8 text file, or - for standard input.")] = None,
    *,
    example: Annotated[str | None, typer.Option(help="Score a bundled example instead: pl or en.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the JSON form, on one line.")] = False,
    lang: Lang = None,
    title: Annotated[str | None, typer.Option(help="The headline, if it is not in the text.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it: a name or a domain.")] = None,
    language: Annotated[str | None, typer.Option(help="The article's language, if it should not be guessed.")] = None,
    reader: ReaderName = "fast",
    threshold: Threshold = None,
) -> None:
    """Score one article and show what earned and what cost points."""
    from credscore.analysis import analyze

    if (file is None) == (example is None):
        raise InputError("give a file to score, or - for standard input, or --example pl")
    article = read_article(file) if file is not None else load_example(str(example))
    given = {"title": title, "publisher": publisher, "language": language}
    article = replace(article, **{field: value for field, value in given.items() if value is not None})
    _print_score(analyze(article, reader, threshold), lang, as_json=as_json)


@app.command()
def batch(
    rows: Annotated[str, typer.Argument(metavar="IN.jsonl", help="One JSON object a line, or - for standard input.")],
    output: Annotated[str, typer.Option("--output", "-o", help="Where to write, or - for standard output.")],
    *,
    jobs: Annotated[int, typer.Option("--jobs", "-j", help="Processes to work in; -1 for one per core.")] = 1,
    lang: Lang = None,
    reader: ReaderName = "fast",
    threshold: Threshold = None,
) -> None:
    """Score every row {"id", "text", "title"?, "publisher"?, "language"?} into one JSON line, in the same order."""
    from credscore.articles import iter_rows
    from credscore.batch import score_many

    _refuse_same_file(rows, output)
    with open_input(rows) as stream:
        results = score_many(iter_rows(stream), n_jobs=jobs, lang=lang, reader=reader, threshold=threshold)
        with _open_output(output) as sink:  # only now: a wrong option must not empty it
            n_rows, n_errors = _write_lines(_with_progress(results, rows), sink)
    if n_errors:
        typer.echo(f"credscore: {n_errors} of {n_rows} rows could not be scored; their lines say why", err=True)


def _print_score(analysis: Analysis, lang: str | None, *, as_json: bool) -> None:
    from credscore.scoring import score_analysis

    result = score_analysis(analysis, lang=lang)
    if as_json:
        from credscore.render.json import to_dict

        typer.echo(_to_line(to_dict(analysis, result)))
    else:
        from credscore.render.terminal import print_score

        print_score(analysis, result, _console())


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False)


def _write_lines(results: Iterable[dict[str, Any]], sink: IO[str]) -> tuple[int, int]:
    """How many lines were written, and how many of them tell of an error."""
    n_rows = n_errors = 0
    for result in results:
        sink.write(_to_line(result) + "\n")
        n_rows += 1
        n_errors += "error" in result
    sink.flush()
    return n_rows, n_errors


def _to_line(form: dict[str, Any]) -> str:
    """The JSON form on one line; lone surrogates, which UTF-8 cannot hold, make it escape all that is not ASCII."""
    line = json.dumps(form, ensure_ascii=False)
    return line if line.isascii() or _is_encodable(line) else json.dumps(form)


def _is_encodable(line: str) -> bool:
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _with_progress(results: Iterable[dict[str, Any]], rows: str) -> Iterator[dict[str, Any]]:
    if not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    total = None if rows == "-" else _count_lines(rows)
    yield from track(results, description="Scoring", total=total, console=Console(stderr=True), transient=True)


def _count_lines(path: str) -> int:
    with open_input(path) as stream:
        return sum(1 for line in stream if line.strip())


@contextmanager
def _open_output(path: str) -> Iterator[IO[str]]:
    if path == "-":
        yield sys.stdout
    else:
        with open_file(path, "w", encoding="utf-8") as sink:
            yield sink


def _refuse_same_file(rows: str, output: str) -> None:
    """Raises InputError where writing the output would empty the input."""
    if "-" not in (rows, output) and Path(output).is_file() and Path(rows).exists() and Path(output).samefile(rows):
        raise InputError(f"{output!r} is the input itself: choose another file to write to")


def _tolerate_any_text() -> None:
    """Lets streams print any text: what their encoding cannot hold comes out as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _drop_stdout() -> None:
    """Points standard output at nowhere, so that Python can flush it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _in_one_line(error: Exception) -> str:
    return " ".join(str(error).split())
