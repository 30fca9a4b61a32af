from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count, islice
from typing import Any

import pytest

import credscore.analysis
from credscore.articles import Article, BadRow, load_example
from credscore.batch import score_many, score_rows
from credscore.errors import InputError, LanguageError, ModelError


def _rows(n: int) -> list[Article]:
    texts = [load_example("pl").text, load_example("en").text, "", "short"]
    return [Article(id=str(number), text=texts[number % len(texts)]) for number in range(n)]


def test_results_come_in_order_of_the_input() -> None:
    assert [result["id"] for result in score_many(_rows(10))] == [str(number) for number in range(10)]


@pytest.mark.filterwarnings("default::DeprecationWarning")  # joblib starts its workers its own way
def test_parallel_gives_the_same_as_serial() -> None:
    rows = _rows(70)
    assert list(score_many(rows, n_jobs=2)) == list(score_many(rows))


def test_pure_function_gives_a_result_a_row() -> None:
    results = score_rows([(1, load_example("en")), (2, {"text": None}), (3, "just text")])
    assert len(results) == 3
    assert results[1]["error"] == {
        "code": "bad_row",
        "row": 2,
        "message": "the text of an article must be a string, not null",
    }


@pytest.mark.parametrize("n_jobs", [1, 2])
def test_endless_input_is_taken_lazily(n_jobs: int) -> None:
    taken = []

    def rows() -> Iterator[str]:
        for number in count():
            taken.append(number)
            yield "A short text."

    results = score_many(rows(), n_jobs=n_jobs)
    assert len(list(islice(results, 3))) == 3
    assert len(taken) <= 128 * n_jobs
    close = getattr(results, "close", None)
    assert close is not None
    close()


def test_bad_rows_are_told_and_nothing_is_lost() -> None:
    rows: list[Any] = [BadRow(1, "a", "broken"), {"id": "b"}, {"id": "c", "text": "fine"}]
    results = list(score_many(rows))
    assert [result["id"] for result in results] == ["a", "b", "c"]
    assert ["error" in result for result in results] == [True, True, False]


def test_article_that_fails_gives_a_row_and_the_batch_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    analyze = credscore.analysis.analyze

    def fragile(article: Article, reader: str, threshold: float | None) -> Any:
        if article.id == "bad":
            raise ZeroDivisionError("two\nlines")
        return analyze(article)

    monkeypatch.setattr(credscore.analysis, "analyze", fragile)
    bad, good = score_many([Article(id="bad", text="x"), Article(id="good", text="x")])
    assert bad == {
        "schema": 1,
        "id": "bad",
        "error": {"code": "failed", "row": 1, "message": "ZeroDivisionError: two lines"},
    }
    assert "error" not in good


def test_damaged_model_ends_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(article: Article, reader: str, threshold: float | None) -> Any:
        raise ModelError("weights.json: no such file")

    monkeypatch.setattr(credscore.analysis, "analyze", damaged)
    with pytest.raises(ModelError):
        list(score_many(["x"]))


@pytest.mark.parametrize("n_jobs", [0, -2])
def test_impossible_number_of_jobs_is_refused_at_once(n_jobs: int) -> None:
    with pytest.raises(InputError, match="n_jobs"):
        score_many([], n_jobs=n_jobs)


def test_unknown_message_language_is_refused_at_once() -> None:
    with pytest.raises(LanguageError, match="xx"):
        score_many([], lang="xx")


def test_results_are_json() -> None:
    for result in score_many(_rows(4)):
        assert json.loads(json.dumps(result)) == result


def test_unknown_reader_is_refused_before_any_row_is_read() -> None:
    with pytest.raises(InputError, match="fast, accurate"):
        score_many([], reader="psychic")


@pytest.mark.parametrize("threshold", [-0.1, 1.1, float("nan")])
def test_impossible_threshold_is_refused_before_any_row_is_read(threshold: float) -> None:
    with pytest.raises(InputError, match="from 0 to 1"):
        score_many([], threshold=threshold)


@pytest.mark.filterwarnings("default::DeprecationWarning")  # joblib starts its workers its own way
def test_threshold_reaches_every_row_in_every_process() -> None:
    rows = [load_example("en").text] * 2
    one = list(score_many(rows, threshold=1.0))
    assert [result["attributions"] for result in one] == [[], []]
    assert list(score_many(rows, threshold=1.0, n_jobs=2)) == one
