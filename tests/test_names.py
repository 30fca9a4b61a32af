from __future__ import annotations

import pytest

from credscore.names import PersonIndex, capital_runs, index_persons, same_stem
from tests.readings import document_of, words_of


def persons_in(code: str, text: str) -> PersonIndex:
    return index_persons(document_of(code, text), {})


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


@pytest.mark.parametrize(
    ("code", "text", "name", "gender"),
    [
        ("en", "Yesterday Anna Howe spoke.", "Anna Howe", "f"),
        ("en", "We met Thomas van der Berg.", "Thomas van der Berg", "m"),
        ("en", "Yesterday senator Orr spoke.", "Orr", None),
        ("pl", "Wczoraj mówiła Anna Sowa.", "Anna Sowa", "f"),
        ("pl", "Rozmawiano z Janem Nowakiem. Nowak milczał.", "Jan Nowak", "m"),
        ("pl", "Widziano Annę Kowalską. Kowalska milczała.", "Anna Kowalska", "f"),
        ("pl", "Wczoraj premier Kos mówił.", "Kos", None),
    ],
)
def test_a_person_has_a_full_name_in_base_form(code: str, text: str, name: str, gender: str | None) -> None:
    person = persons_in(code, text).persons[0]
    assert (person.name, person.gender) == (name, gender)


@pytest.mark.parametrize(
    ("code", "text", "part", "name"),
    [
        ("en", "Anna Howe came. Howe left.", "Howe", "Anna Howe"),
        ("pl", "Przyszedł Jan Nowak. Potem pytano Nowaka.", "Nowaka", "Jan Nowak"),
        ("en", "Anna Howe and Peter Howe came.", "Howe", "Peter Howe"),
    ],
)
def test_a_person_is_found_by_a_part_of_the_name(code: str, text: str, part: str, name: str) -> None:
    person = persons_in(code, text).find(part)
    assert person is not None
    assert person.name == name


def test_nobody_is_found_by_an_unknown_name() -> None:
    assert persons_in("en", "Anna Howe came.").find("Orr") is None


@pytest.mark.parametrize(
    ("code", "text", "role", "name"),
    [
        ("en", "The mayor, Anna Howe, came. The mayor left.", "mayor", "Anna Howe"),
        ("en", "Anna Howe, the mayor, came. The mayor left.", "mayor", "Anna Howe"),
        ("pl", "Przyszedł minister Jan Nowak. Minister wyszedł.", "minister", "Jan Nowak"),
    ],
)
def test_a_person_is_found_by_a_role_that_one_person_has(code: str, text: str, role: str, name: str) -> None:
    index = persons_in(code, text)
    person = index.by_role(role, len(index.document.words))
    assert person is not None
    assert person.name == name
    headline = index.by_role(role, 0)
    assert headline is not None, "headlines call people by a role before the text names them"


def test_a_role_that_two_people_have_later_is_nobody_s_yet() -> None:
    index = persons_in("en", "The mayor, Anna Howe, came. The mayor, Peter Orr, left.")
    assert index.by_role("mayor", 0) is None


def test_the_last_person_of_a_gender_is_remembered() -> None:
    index = persons_in("en", "Anna Howe met Peter Orr and Maria Pell.")
    end = len(index.document.words)
    found = [index.last(gender, end) for gender in ("m", "f", None)]
    assert [person.name for person in found if person is not None] == ["Peter Orr", "Maria Pell", "Maria Pell"]
    assert index.last("m", 0) is None


def test_runs_of_capitals_stay_in_their_sentence_and_out_of_known_names() -> None:
    document = document_of("en", "We met Anna Howe. Peter Orr of Sky News came.")
    taken = {document.words.index("Sky"): document.words.index("News") + 1}
    runs = [words_of(document, run) for run in capital_runs(document, taken)]
    assert runs[-2:] == ["Anna Howe", "Peter Orr"]
