from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.words import CLASS_OF_NAME, MARKS, TOKEN, WordClass, shape_of, tokenize
from tests.strategies import any_texts, pieced_texts


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("It's late, isn't it?", ["It", "'s", "late", ",", "isn", "'t", "it", "?"]),
        ("They’ve paid 3.5 per cent", ["They", "’ve", "paid", "3.5", "per", "cent"]),
        ("at 10:30 on 12.04.2024", ["at", "10:30", "on", "12.04.2024"]),
        ("U.S. envoy", ["U.S", ".", "envoy"]),
        ("3 p.m. sharp", ["3", "p.m", ".", "sharp"]),
        ("podał onet.pl wczoraj", ["podał", "onet.pl", "wczoraj"]),
        ("see news.example.co.uk now", ["see", "news.example.co.uk", "now"]),
        ("Mr O'Leary left", ["Mr", "O'Leary", "left"]),
        ("prezydent Wilson’a i Blake'a", ["prezydent", "Wilson’a", "i", "Blake'a"]),
        ("PAP-owi i Bielsko-Biała", ["PAP-owi", "i", "Bielsko-Biała"]),
        ("@mayor_of_Kessel wrote", ["@mayor_of_Kessel", "wrote"]),
        ("so... -- no", ["so", "...", "--", "no"]),
        ("``quoted'' words", ["``", "quoted", "''", "words"]),
        ("„Nie” – odparł", ["„", "Nie", "”", "–", "odparł"]),
        ("lata 2020–2024", ["lata", "2020", "–", "2024"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_a_text_falls_into_words_numbers_and_marks(text: str, tokens: list[str]) -> None:
    assert TOKEN.findall(text) == tokenize(text) == tokens


@given(st.one_of(any_texts(), pieced_texts("pl"), pieced_texts("en")))
def test_the_tokens_of_a_text_are_all_that_is_not_white_space(text: str) -> None:
    assert tokenize(text) == TOKEN.findall(text)
    assert "".join(tokenize(text)) == "".join(text.split())


@pytest.mark.parametrize("unit", ["a-", "a.", "1.", "a'", "@", "x" * 50, "a–b.c", "\ud800"])
def test_a_long_run_of_one_pattern_takes_linear_time(unit: str) -> None:
    started = time.perf_counter()
    assert list(TOKEN.finditer(unit * 20_000)) is not None
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("dom", 0),
        ("Dom", WordClass.CAPITAL),
        ("NATO", WordClass.CAPITAL | WordClass.UPPER),
        ("A", WordClass.CAPITAL),
        ("17", WordClass.NUM),
        ("3,5", WordClass.NUM),
        ("@rada", WordClass.CAPITAL),
        ("„", WordClass.MARK | WordClass.QUOTE),
        ("''", WordClass.MARK | WordClass.QUOTE),
        ("–", WordClass.MARK | WordClass.DASH),
        ("--", WordClass.MARK | WordClass.DASH),
        (",", WordClass.MARK | WordClass.COMMA),
        (";", WordClass.MARK | WordClass.COMMA),
        ("…", WordClass.MARK | WordClass.STOP),
        (":", WordClass.MARK | WordClass.COLON),
        ("(", WordClass.MARK | WordClass.BRACKET),
        ("%", WordClass.MARK),
        ("'s", WordClass.MARK),
    ],
)
def test_the_letters_of_a_word_show_its_shape(word: str, classes: int) -> None:
    assert shape_of(word) == classes


def test_every_class_is_a_bit_of_its_own() -> None:
    bits = [value for name, value in vars(WordClass).items() if name.isupper()]
    assert len(set(bits)) == len(bits)
    assert all(bit & (bit - 1) == 0 for bit in bits)
    assert set(CLASS_OF_NAME.values()) | set(MARKS.values()) <= set(bits)
