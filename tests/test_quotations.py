from __future__ import annotations

import pytest

from tests.readings import document_of, words_of


def quoted_in(text: str, code: str = "en") -> list[str]:
    document = document_of(code, text)
    return [words_of(document, (quotation.start, quotation.end)) for quotation in document.quotations]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "all is well" and left.', ["all is well"]),
        ("He said “all is well” and left.", ["all is well"]),
        ("He said ‘all is well’ and left.", ["all is well"]),
        ("He said 'all is well' and left.", ["all is well"]),
        ("He said ``all is well'' and left.", ["all is well"]),
        ("He said «all is well» and left.", ["all is well"]),
        ("Powiedział „wszystko gra” i wyszedł.", ["wszystko gra"]),
        ("Powiedział „wszystko gra“ i wyszedł.", ["wszystko gra"]),
        ('Powiedział „wszystko gra" i wyszedł.', ["wszystko gra"]),
        ("Powiedział ,,wszystko gra'' i wyszedł.", []),
        ('"One," he said, "two."', ["One,", "two."]),
    ],
)
def test_every_system_of_marks_is_known(text: str, quoted: list[str]) -> None:
    assert quoted_in(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Pisał: „film „Lato” jest dobry” i tyle.", ["film „Lato” jest dobry"]),
        ("\"She told me 'go' and I went,\" he said.", ["She told me 'go' and I went,"]),
        ("„Tytuł «Rok» zostaje” – dodał.", ["Tytuł «Rok» zostaje"]),
    ],
)
def test_of_nested_quotations_the_outermost_counts(text: str, quoted: list[str]) -> None:
    assert quoted_in(text) == quoted


@pytest.mark.parametrize(
    "text", ["The workers' union didn't agree.", "It's the dogs' day, isn't it?", "The '90s were odd."]
)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    assert quoted_in(text) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said on CNN\'s "New Day" that all is well.', []),
        ('He said on "The Late Hour with Ada," that all is well.', []),
        ('He praised the town\'s "new day" and left.', ["new day"]),
    ],
)
def test_the_title_of_a_programme_is_no_quotation(text: str, quoted: list[str]) -> None:
    assert quoted_in(text) == quoted


@pytest.mark.parametrize("text", ["He left” early.", "Wyszedł» wcześniej.", "They went'' home."])
def test_a_closing_mark_that_nothing_opened_is_ignored(text: str) -> None:
    assert quoted_in(text) == []


def test_a_mark_that_is_never_closed_costs_no_other_paragraph() -> None:
    text = 'He said "it is over and went home.\n\nThe mayor called it "a good day" at noon.'
    assert quoted_in(text)[-1] == "a good day"
    assert "mayor" not in quoted_in(text)[0]


def test_speech_over_paragraphs_that_reopen_the_mark_is_quoted_whole() -> None:
    text = '"We waited all night. Nobody came.\n\n"Then it got light," she said.'
    assert quoted_in(text) == ["We waited all night. Nobody came.", "Then it got light,"]


def test_empty_quotation_marks_quote_nothing() -> None:
    assert quoted_in('He wrote "" and «» on it.') == []


@pytest.mark.parametrize("mark", ['"', "„", "”", "«", "'", "‘", "``"])
def test_marks_alone_are_no_trouble(mark: str) -> None:
    assert all(quotation.length > 0 for quotation in document_of("pl", f"{mark} " * 300).quotations)
