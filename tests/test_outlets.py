from __future__ import annotations

import pytest

from credscore.outlets import is_outlet, outlet_end, unlisted_outlet
from tests.readings import document_of, reading_of, words_of


@pytest.mark.parametrize(
    ("code", "text", "outlet"),
    [
        ("en", "CNN's Paul Keel asked", "CNN's Paul Keel"),
        ("en", "CNN's viewers asked", "CNN"),
        ("en", 'CNN\'s "New Day," he asked', "CNN's \"New Day"),
        ("en", 'CNN\'s "newer day" he asked', "CNN"),
        ("en", "the Kessel Gazette asked", "the Kessel Gazette"),
        ("pl", "agencji prasowej Reuters na pytanie", "agencji prasowej Reuters"),
        ("pl", "gazecie minister odmówił", "gazecie"),
        ("pl", "ministrowi odmówiono", None),
    ],
)
def test_an_outlet_ends_with_its_name_and_reporter(code: str, text: str, outlet: str | None) -> None:
    reading = reading_of(code, text)
    end = outlet_end(reading, 0, len(reading.document.words))
    assert (words_of(reading.document, (0, end)) if end is not None else None) == outlet


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "state television", True),
        ("en", "television", False),
        ("en", "the bridge", False),
        ("pl", "telewizja", True),
        ("pl", "„Gońcem Kresów”", True),
        ("pl", "filię banku", False),
    ],
)
def test_a_medium_is_known_by_list_noun_or_title(code: str, text: str, expected: bool) -> None:
    reading = reading_of(code, text)
    assert is_outlet(reading, (0, len(reading.document.words))) is expected


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "the Kessel Gazette", "Kessel Gazette"),
        ("en", "the Kessel Bridge", None),
        ("en", "the leaking Gazette", None),
        ("en", "Kessel Gazette", "Kessel Gazette"),
        ("en", "Gazette", None),
        ("en", "the Gazette", "Gazette"),
        ("en", "Emily Post", None),
        ("en", "WXYZ", "WXYZ"),
        ("en", "WADA", None),
        ("pl", "WXYZ", None),
        ("en", "Kesselblog", "Kesselblog"),
        ("pl", "brzask.pl", "brzask.pl"),
        ("pl", "the Kessel Gazette", None),
    ],
)
def test_an_outlet_that_no_list_has_is_known_by_its_form(code: str, text: str, name: str | None) -> None:
    document = document_of(code, text)
    assert unlisted_outlet(document, (0, len(document.words))) == name
