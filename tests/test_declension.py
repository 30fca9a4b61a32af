from __future__ import annotations

import pytest

from credscore.declension import base_forms, is_plainly_oblique, same_stem


@pytest.mark.parametrize(
    ("form", "gender", "base"),
    [
        ("Wiśniewskiego", "m", "Wiśniewski"),
        ("Wiśniewskim", "m", "Wiśniewski"),
        ("Batoremu", "m", "Batory"),
        ("Wiśniewskiej", "f", "Wiśniewska"),
        ("Wiśniewską", "f", "Wiśniewska"),
        ("Kaweckiej-Zaruby", "f", "Kawecka-Zaruba"),
        ("Nowaka", "m", "Nowak"),
        ("Nowakowi", "m", "Nowak"),
        ("Nowakiem", "m", "Nowak"),
        ("Dudka", "m", "Dudek"),
        ("Stańka", "m", "Staniek"),
        ("Bednarka", "m", "Bednarek"),
        ("Krawca", "m", "Krawiec"),
        ("Wróbla", "m", "Wróbel"),
        ("Buska", "m", "Busk"),
        ("Parka", "m", "Park"),
        ("Sowy", "m", "Sowa"),
        ("Sowie", "f", "Sowa"),
        ("Kostki", "m", "Kostka"),
        ("Hawryszenki", "m", "Hawryszenko"),
        ("Millera", "m", "Miller"),
        ("Blake'a", "m", "Blake"),
        ("O'Hara'ego", "m", "O'Hara"),
        ("Baker", "f", "Baker"),
        ("Ray", "f", "Ray"),
        ("Kelly", "f", "Kelly"),
    ],
)
def test_the_base_form_of_a_name_follows_from_its_ending(form: str, gender: str, base: str) -> None:
    assert base_forms(form, gender)[0] == base


def test_a_name_that_may_come_from_two_has_both() -> None:
    assert base_forms("Ziębry", "m") == ("Ziębra", "Ziębro")


@pytest.mark.parametrize(
    ("word", "is_oblique"),
    [
        ("Wiśniewskiego", True),
        ("Nowakowi", True),
        ("Blake’a", True),
        ("Nowak", False),
        ("Sowa", False),
        ("O'Hara", False),
        ("Kim", False),
    ],
)
def test_some_endings_alone_show_that_a_name_is_no_nominative(word: str, is_oblique: bool) -> None:
    assert is_plainly_oblique(word) is is_oblique


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ("Nowak", "Nowaka", True),
        ("Nowaka", "Nowakowi", True),
        ("Kowalski", "Kowalskiego", True),
        ("Kowalska", "Kowalskiej", True),
        ("Sowa", "Sowy", True),
        ("Sullivan", "Sullivana", True),
        ("Blake", "Blake'a", True),
        ("Kowalska", "Kowalczyk", False),
        ("Nowak", "Nowacki", False),
        ("Sowa", "Sok", False),
        ("Jan", "Janina", False),
    ],
)
def test_case_forms_of_one_name_share_a_stem(first: str, second: str, is_same: bool) -> None:
    assert same_stem(first, second) is is_same
    assert same_stem(second, first) is is_same
