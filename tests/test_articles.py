from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from credscore.articles import Article, BadRow, article_of_row, iter_rows, load_example, read_article
from credscore.errors import InputError


@pytest.mark.parametrize("text", [None, 7, b"bytes", ["list"]])
def test_article_text_must_be_a_string(text: Any) -> None:
    with pytest.raises(InputError, match="must be a string"):
        Article(text=text)


def test_article_fields_must_be_strings() -> None:
    with pytest.raises(InputError, match="title must be a string, not list"):
        Article(text="", title=["a"])  # type: ignore[arg-type]


class TestReadArticle:
    def test_text_is_as_in_the_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes("Zażółć\r\n\r\ngęślą\x00 jaźń".encode())
        assert read_article(path).text == "Zażółć\r\n\r\ngęślą\x00 jaźń"

    def test_byte_order_mark_is_left_out(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"\xef\xbb\xbfRain")
        assert read_article(path).text == "Rain"

    def test_fields_are_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Rain")
        assert read_article(str(path), title="T", publisher="P").publisher == "P"

    def test_empty_file_is_an_empty_article(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.touch()
        assert read_article(path).text == ""

    @pytest.mark.parametrize("data", ["Zażółć".encode("cp1250"), "text".encode("utf-16"), b"\xed\xa0\x80"])
    def test_other_bytes_are_refused(self, tmp_path: Path, data: bytes) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(data)
        with pytest.raises(InputError, match="not UTF-8"):
            read_article(path)

    def test_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="No such file"):
            read_article(tmp_path / "none.txt")

    def test_folder(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="directory"):
            read_article(tmp_path)

    def test_impossible_path(self) -> None:
        with pytest.raises(InputError, match="null"):
            read_article("a\0b")


class TestArticleOfRow:
    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ([], "the row is not an object but list"),
            (None, "the row is not an object but null"),
            ({}, 'the row has no "text"'),
            ({"text": None}, "the text of an article must be a string, not null"),
            ({"text": 5}, "the text of an article must be a string, not int"),
            ({"text": "a", "title": {}}, "title must be a string, not dict"),
            ({"text": "a", "id": True}, "id must be a string, not bool"),
        ],
    )
    def test_bad_row_says_why(self, row: object, reason: str) -> None:
        assert article_of_row(row, 3) == BadRow(3, None, reason)

    def test_bad_row_keeps_its_id(self) -> None:
        bad = article_of_row({"id": "x1"}, 1)
        assert isinstance(bad, BadRow)
        assert bad.id == "x1"

    def test_numbers_become_text(self) -> None:
        assert article_of_row({"id": 7, "text": "", "date": 2024}, 1) == Article(text="", id="7", date="2024")

    def test_further_keys_do_no_harm(self) -> None:
        assert article_of_row({"text": "a", "topic": ["x"]}, 1) == Article(text="a")


class TestIterRows:
    def test_every_line_gives_a_row_in_order(self) -> None:
        data = b'{"text": "one", "id": "1"}\n\nbroken {\n{"id": "3"}\n\xff\xfe\n{"text": "\\ud800"}'
        rows = list(iter_rows(io.BytesIO(data)))
        assert [type(row) for row in rows] == [Article, BadRow, BadRow, BadRow, Article]
        assert [row.number for row in rows if isinstance(row, BadRow)] == [3, 4, 5]

    def test_byte_order_mark(self) -> None:
        assert list(iter_rows(io.BytesIO(b'\xef\xbb\xbf{"text": "a"}'))) == [Article(text="a")]

    def test_reads_no_further_than_asked(self) -> None:
        stream = io.BytesIO(b'{"text": "a"}\n' * 1000)
        next(iter_rows(stream))
        assert stream.tell() < 100

    @pytest.mark.parametrize("line", [b"[" * 100_000, b'{"text": ' + b"9" * 10_000 + b"}"])
    def test_lines_that_break_a_parser(self, line: bytes) -> None:
        assert isinstance(next(iter_rows(io.BytesIO(line))), BadRow)

    def test_from_a_path(self, tmp_path: Path) -> None:
        path = tmp_path / "rows.jsonl"
        path.write_text('{"text": "a"}')
        assert list(iter_rows(path)) == [Article(text="a")]

    def test_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="cannot read"):
            next(iter_rows(tmp_path / "none.jsonl"))


def test_examples_are_articles_of_fit_length(example: Article) -> None:
    assert 250 <= len(example.text.split()) <= 400
    assert example.title
    assert example.publisher


def test_unknown_example_names_those_there_are() -> None:
    with pytest.raises(InputError, match="there are: en, pl"):
        load_example("xx")
