from __future__ import annotations

import itertools

import pytest

from credscore.words import WordClass
from tests.readings import document_of, words_of


def sentences_in(code: str, text: str) -> list[str]:
    document = document_of(code, text)
    bounds = document.sentences
    return [words_of(document, part) for part in itertools.pairwise(bounds)]


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("en", ["The ferry sank.", "Nobody was hurt."]),
        ("en", ["Dr. Hale met Mr. Orr at 5 p.m. on Monday.", "They talked."]),
        ("en", ["The U.S. envoy left.", "He was late!", "Why?", "No one knows…", "Odd."]),
        ("en", ["The campaign Harbour.EU lost.", "It closed."]),
        ("en", ['"It is over."', "The judge rose."]),
        ("en", ["J. K. Marlow sang.", "So did B. Orr."]),
        ("en", ["It cost 3.50 a head.", "12 came."]),
        ("pl", ["Prom zatonął.", "Nikt nie ucierpiał."]),
        ("pl", ["Prof. Anna Sowa i dr Jan Kos, m.in. z ul. Długiej, przyszli.", "Wyszli o 17."]),
        ("pl", ["Zebrano 5 mln zł.", "To dużo."]),
        ("pl", ["Ceny wzrosły o 5 proc.", "Na wsi jest drożej."]),
        ("pl", ["Narada ws. Nord Stream z udziałem 40 proc. Polaków trwa."]),
        ("pl", ["– Nie wiem – odparł.", "– Naprawdę?", "Milczał."]),
        ("pl", ["Spotkanie odbyło się 3. maja w Łomży.", "Było krótkie."]),
    ],
)
def test_sentences_end_at_stops_that_are_no_abbreviations(code: str, sentences: list[str]) -> None:
    assert sentences_in(code, " ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One line\nTwo lines", 2),
        ("One line\n\n\n  Two lines", 2),
        ("a wrapped\nline goes on", 1),
        ("One\r\n\r\nTwo", 2),
        ("One\u2028Two\u2029Three", 3),
        ("\n\nOne\n\n", 1),
        ("", 0),
    ],
)
def test_a_line_break_begins_a_paragraph_unless_the_line_was_only_wrapped(text: str, paragraphs: int) -> None:
    assert len(document_of("en", text).paragraphs) - 1 == paragraphs


def test_a_break_of_paragraphs_ends_a_sentence_without_a_stop() -> None:
    assert sentences_in("en", "Bridge to close\n\nThe bridge will close.") == [
        "Bridge to close",
        "The bridge will close.",
    ]


def test_offsets_count_code_points_of_the_text_as_given() -> None:
    text = "🌉🌉 Zażo\u0301łć: „Most”\r\n stoi."
    document = document_of("pl", text)
    for word, start, end in zip(document.words, document.starts, document.ends, strict=True):
        assert text[start:end] == word


def test_lower_words_have_straight_apostrophes() -> None:
    assert document_of("en", "It’s THE End").lower == ["it", "'s", "the", "end"]


def test_each_token_knows_its_sentence_and_paragraph() -> None:
    document = document_of("en", "A cat sat. It slept.\n\nA dog ran.")
    last = len(document.words) - 1
    assert document.sentence_of[last] == 2
    assert document.paragraph_of[last] == 1
    assert document.sentence_bounds(0) == (0, 4)
    assert document.paragraph_bounds(0) == (0, 7)
    assert document.paragraph_bounds(last) == (7, last + 1)


def test_words_between_quotation_marks_are_known_to_stand_inside() -> None:
    document = document_of("en", 'He cried "go away" and left.')
    inside = [word for word, is_in in zip(document.words, document.in_quotation, strict=True) if is_in]
    assert inside == ["go", "away"]


@pytest.mark.parametrize(("code", "text"), [("pl", "Wczoraj Kim Archer mówiła."), ("pl", "Wczoraj Sam Wolny mówił.")])
def test_a_first_name_within_a_sentence_is_not_the_word_it_looks_like(code: str, text: str) -> None:
    document = document_of(code, text)
    assert document.classes[1] & WordClass.FIRST_NAME
    assert not document.classes[1] & (WordClass.AUX | WordClass.TIME | WordClass.PRONOUN)


def test_an_empty_document_has_no_sentences() -> None:
    document = document_of("pl", "")
    assert (document.words, document.sentences, document.paragraphs) == ([], [0], [0])
    assert document.sentence_of == document.paragraph_of == []
