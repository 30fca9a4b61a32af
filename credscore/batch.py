"""Many articles -> their JSON forms: in order, in parallel, with memory that does not grow with the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeAlias

from credscore.articles import Article, BadRow, article_of_row
from credscore.errors import InputError, ModelError
from credscore.messages import load_messages

Row: TypeAlias = Article | BadRow | Mapping[str, Any] | str

_ROWS_PER_CHUNK = 32  # some hundred milliseconds of work: what joblib adds to a task vanishes beside it
_CHUNKS_PER_JOB = 4  # of one round: evens out long articles, and bounds what is in memory at once


def score_many(
    articles: Iterable[Row],
    *,
    n_jobs: int = 1,
    lang: str | None = None,
    reader: str = "fast",
    threshold: float | None = None,
) -> Iterator[dict[str, Any]]:
    """The JSON form of each article, lazily and in order; a row that fails gives ``{"id", "error"}`` instead.

    Args:
        articles: Articles, texts, or rows with the keys of Article; any iterable, also an endless one.
        n_jobs: Processes to work in; -1 for one per core. At most 128 rows per process are held at a time.
        lang: Language of the messages, where it should not be each article's own.
        reader: "fast" for rules alone, or "accurate" with a learned tagger (English).
        threshold: Confidence, 0 to 1, below which an attribution is dropped; the model's own where not given.

    Raises:
        InputError: ``n_jobs`` is 0 or below -1, there is no such reader, or ``threshold`` is no number from 0 to 1.
        LanguageError: There are no messages in ``lang``.
        ModelError: The model cannot be loaded, so no article could be scored.

    >>> [row["error"]["message"] for row in score_many([{"id": "a"}])]
    ['the row has no "text"']
    """
    if n_jobs == 0 or n_jobs < -1:
        raise InputError(f"n_jobs must be -1 (one per core) or at least 1, not {n_jobs}")
    if lang is not None:
        load_messages(lang)
    _check_options(reader, threshold)
    rows = enumerate(articles, 1)
    work = partial(score_rows, lang=lang, reader=reader, threshold=threshold)
    if n_jobs == 1:
        return (work([row])[0] for row in rows)
    return _score_in_parallel(rows, n_jobs, work)


def score_rows(
    rows: Sequence[tuple[int, Row]], lang: str | None = None, reader: str = "fast", threshold: float | None = None
) -> list[dict[str, Any]]:
    """One result for each numbered row, in order: a pure function that joblib, Dask, Ray or Spark can run anywhere."""
    return [_score_row(number, row, lang, reader, threshold) for number, row in rows]


def _check_options(reader: str, threshold: float | None) -> None:
    from credscore.analysis import check_threshold, reader_of

    reader_of(reader)
    check_threshold(threshold)


def _score_in_parallel(
    rows: Iterator[tuple[int, Row]], n_jobs: int, work: Callable[[list[tuple[int, Row]]], list[dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    from joblib import Parallel, delayed, effective_n_jobs

    chunks_per_round = effective_n_jobs(n_jobs) * _CHUNKS_PER_JOB
    with Parallel(n_jobs=n_jobs, batch_size=1) as pool:  # workers live on, so each loads the packs once
        while chunks := list(islice(_chunks(rows), chunks_per_round)):
            for results in pool(delayed(work)(chunk) for chunk in chunks):
                yield from results


def _chunks(rows: Iterator[tuple[int, Row]]) -> Iterator[list[tuple[int, Row]]]:
    while chunk := list(islice(rows, _ROWS_PER_CHUNK)):
        yield chunk


def _score_row(number: int, row: Row, lang: str | None, reader: str, threshold: float | None) -> dict[str, Any]:
    article = _article(number, row)
    if isinstance(article, BadRow):
        return _error_form(article.id, article.number, "bad_row", article.reason)
    try:
        return _score_article(article, lang, reader, threshold)
    except ModelError:
        raise  # every row would fail alike: the caller must know at once
    except Exception as error:  # noqa: BLE001 - one article must not cost the batch; the row says what happened
        return _error_form(article.id, number, "failed", f"{type(error).__name__}: {error}")


def _article(number: int, row: Row) -> Article | BadRow:
    if isinstance(row, Article | BadRow):
        return row
    return article_of_row({"text": row} if isinstance(row, str) else row, number)


def _score_article(article: Article, lang: str | None, reader: str, threshold: float | None) -> dict[str, Any]:
    from credscore.analysis import analyze
    from credscore.render.json import to_dict
    from credscore.scoring import score_analysis

    analysis = analyze(article, reader, threshold)
    return to_dict(analysis, score_analysis(analysis, lang=lang))


def _error_form(row_id: str | None, number: int, code: str, message: str) -> dict[str, Any]:
    """What stands in the place of a result: one line of message, as every row of the output is one line."""
    line = " ".join(message.split())
    return {"schema": 1, "id": row_id, "error": {"code": code, "row": number, "message": line}}
