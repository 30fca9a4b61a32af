from __future__ import annotations

import pytest

from credscore.marks import is_spaced_dash
from credscore.phrases import phrase_after, phrase_before, phrase_end
from tests.readings import document_of, words_of


@pytest.mark.parametrize(
    ("code", "text", "verb", "phrase"),
    [
        ("en", "On Monday the mayor of Kessel said no.", "said", "the mayor of Kessel"),
        ("en", "The mayor, a former baker, said no.", "said", "The mayor, a former baker"),
        ("en", "The mayor, who never bakes, said no.", "said", "The mayor"),
        ("en", "In Kessel Anna Howe also said no.", "said", "Anna Howe"),
        ("en", "Two unnamed officials said no.", "said", "Two unnamed officials"),
        ("en", "A study published in Kessel said no.", "said", "A study published in Kessel"),
        ("en", "He came and Anna Howe said no.", "said", "Anna Howe"),
        ("en", "It rained, said Anna.", "said", None),
        ("en", "Said nobody.", "Said", None),
        ("pl", "W poniedziałek burmistrz Łomży powiedział nie.", "powiedział", "burmistrz Łomży"),
        ("pl", "Burmistrz, były minister, powiedział nie.", "powiedział", "Burmistrz, były minister"),
        ("pl", "Burmistrz, który nie piecze, powiedział nie.", "powiedział", "Burmistrz"),
        ("pl", "Dziennik „Świt” powiedział nie.", "powiedział", "Dziennik „Świt”"),
        ("pl", "Wczoraj w Łomży Anna Sowa także powiedziała nie.", "powiedziała", "Anna Sowa"),
        ("pl", "Padało – powiedziała.", "powiedziała", None),
    ],
)
def test_the_phrase_before_a_verb_is_its_subject(code: str, text: str, verb: str, phrase: str | None) -> None:
    document = document_of(code, text)
    found = phrase_before(document, document.words.index(verb), 0)
    assert (words_of(document, found) if found else None) == phrase


@pytest.mark.parametrize(
    ("code", "text", "verb", "phrase"),
    [
        ("en", "No, said Anna Howe, the baker, on Monday.", "said", "Anna Howe, the baker"),
        ("en", "No, said the head of the union.", "said", "the head of the union"),
        ("en", "No, said two unnamed officials on Monday.", "said", "two unnamed officials"),
        ("pl", "Nie – powiedział wczoraj burmistrz Łomży.", "powiedział", "burmistrz Łomży"),
        ("pl", "Nie – powiedział dziennikarzom szef związku.", "powiedział", "szef związku"),
        ("pl", "Nie – powiedziała Anna Sowa, prezeska spółki.", "powiedziała", "Anna Sowa, prezeska spółki"),
        ("pl", "Nie – powiedziała.", "powiedziała", None),
    ],
)
def test_the_phrase_after_a_verb_is_its_subject(code: str, text: str, verb: str, phrase: str | None) -> None:
    document = document_of(code, text)
    found = phrase_after(document, document.words.index(verb) + 1, len(document.words))
    found = found if found is None or document.words[found[0]] != "." else None
    assert (words_of(document, found) if found else None) == phrase


@pytest.mark.parametrize(
    ("code", "text", "end"),
    [
        ("en", "the chief of the harbour at noon", "the chief of the harbour"),
        ("en", "the chief who left", "the chief"),
        ("en", "Dr. Anna Howe said", "Dr. Anna Howe"),
        ("en", "the chief – a baker", "the chief"),
        ("pl", "szef portu, który odszedł", "szef portu"),
        ("pl", "profesor z uczelni w Łomży", "profesor z uczelni"),
    ],
)
def test_a_phrase_ends_before_what_cannot_stand_in_it(code: str, text: str, end: str) -> None:
    document = document_of(code, text)
    found = phrase_end(document, 0, len(document.words))
    assert words_of(document, (0, found)).startswith(end)
    assert "odszedł" not in words_of(document, (0, found))


@pytest.mark.parametrize(
    ("text", "is_dash"), [("A – b", True), ("A—b", False), ("A- b", False), ("A b", False), ("– b", True)]
)
def test_only_a_dash_between_spaces_parts_a_sentence(text: str, is_dash: bool) -> None:
    document = document_of("en", text)
    dashes = [token for token in range(len(document.words)) if is_spaced_dash(document, token)]
    assert bool(dashes) is is_dash


@pytest.mark.parametrize("code", ["pl", "en"])
def test_bounds_are_kept_at_the_edges_of_a_text(code: str) -> None:
    document = document_of(code, "Anna")
    assert phrase_before(document, 0, 0) is None
    assert phrase_after(document, 1, 1) is None
    assert phrase_end(document, 1, 1) == 1
