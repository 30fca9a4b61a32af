from __future__ import annotations

import pytest

from credscore.persons import PersonIndex, index_persons
from tests.readings import document_of


def persons_in(code: str, text: str) -> PersonIndex:
    return index_persons(document_of(code, text), {})


@pytest.mark.parametrize(
    ("code", "text", "name", "gender"),
    [
        ("en", "Yesterday Anna Howe spoke.", "Anna Howe", "f"),
        ("en", "We met Thomas van der Berg.", "Thomas van der Berg", "m"),
        ("en", "Yesterday senator Orr spoke.", "Orr", None),
        ("en", "Harbour Minister Anna Howe spoke.", "Anna Howe", "f"),
        ("en", "Quillon Tabb, a biologist from Kessel, spoke.", "Quillon Tabb", None),
        ("en", "Yesterday Mr. Quell spoke.", "Quell", "m"),
        ("en", "Yesterday Sen. Quell spoke.", "Quell", None),
        ("en", "Yesterday Anna W. Howe spoke.", "Anna W. Howe", "f"),
        ("en", "Yesterday Hassan al-Quell spoke.", "Hassan al-Quell", "m"),
        ("pl", "Wczoraj mówiła pani Quell.", "Quell", "f"),
        ("pl", "Wczoraj mówiła Anna Sowa.", "Anna Sowa", "f"),
        ("pl", "Rozmawiano z Janem Nowakiem. Nowak milczał.", "Jan Nowak", "m"),
        ("pl", "Rozmawiano z Janem Nowakiem.", "Jan Nowak", "m"),
        ("pl", "Pytano Jana Dudka o most.", "Jan Dudek", "m"),
        ("pl", "Pytano Annę Wiśniewską o most.", "Anna Wiśniewska", "f"),
        ("pl", "Widziano Annę Kowalską. Kowalska milczała.", "Anna Kowalska", "f"),
        ("pl", "Wczoraj premier Kos mówił.", "Kos", None),
        ("pl", "Rozmawiano z ministrem Wiśniewskim.", "Wiśniewski", "m"),
        ("pl", "Sędzia Tybor Quell wyszedł.", "Tybor Quell", None),
        ("pl", "Minister do spraw rzek i jezior Tybor Quell wyszedł.", "Tybor Quell", None),
        ("pl", "Zdaniem Gareth'a Quell'a pada.", "Gareth Quell", "m"),
        ("pl", "Przywódca Związku Rybaków Barskich Tybor Quell wyszedł.", "Tybor Quell", "m"),
        ("pl", "Rzecznik Tybor Quell wyszedł.", "Tybor Quell", None),
        ("pl", "Pytano redaktora Tybora Quella. Quell wyszedł.", "Tybor Quell", None),
        ("pl", "Przyszła Kamila Quell.", "Kamila Quell", "f"),
        ("pl", "Wyszła Ingmara Quell, posłanka z Barki.", "Ingmara Quell", None),
    ],
)
def test_a_person_has_a_full_name_in_base_form(code: str, text: str, name: str, gender: str | None) -> None:
    person = persons_in(code, text).persons[0]
    assert (person.name, person.gender) == (name, gender)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Yesterday the Kessel Harbour Association met."),
        ("pl", "Lider Partii Przyjaciół Rzek wyszedł."),
        ("pl", "Prezes Brzasku wyszedł."),
        ("pl", "Rzecznik Brzask wyszedł."),
        ("pl", "Szef koncernu Brzask Energia wyszedł."),
        ("pl", "Szef Brzask Energia wyszedł. Brzask Energia milczy."),
        ("pl", "Szef Nowej Barki wyszedł."),
        ("pl", "Wykładowca Quell’s College wyszedł."),
        ("pl", "Szef wydziału w Nowej Barce wyszedł."),
    ],
)
def test_what_capitals_name_is_not_always_a_person(code: str, text: str) -> None:
    assert persons_in(code, text).persons == []


@pytest.mark.parametrize(
    ("code", "text", "part", "name"),
    [
        ("en", "Anna Howe came. Howe left.", "Howe", "Anna Howe"),
        ("pl", "Przyszedł Jan Nowak. Potem pytano Nowaka.", "Nowaka", "Jan Nowak"),
        ("en", "Anna Howe and Peter Howe came.", "Howe", "Peter Howe"),
        ("pl", "Przyszła Anna Sowa-Zaruba.", "Zaruby", "Anna Sowa-Zaruba"),
    ],
)
def test_a_person_is_found_by_a_part_of_the_name(code: str, text: str, part: str, name: str) -> None:
    person = persons_in(code, text).find(part)
    assert person is not None
    assert person.name == name


def test_of_two_who_share_a_name_the_one_introduced_before_is_found() -> None:
    index = persons_in("en", "Anna Howe came. Howe left. Then Peter Howe came.")
    found = index.find("Howe", 6)
    assert found is not None
    assert found.name == "Anna Howe"
    assert index.named("Peter Howe") is not None
    assert index.named("Maria Howe") is None


def test_nobody_is_found_by_an_unknown_name() -> None:
    assert persons_in("en", "Anna Howe came.").find("Orr") is None


@pytest.mark.parametrize(
    ("code", "text", "role", "name"),
    [
        ("en", "The mayor, Anna Howe, came. The mayor left.", "mayor", "Anna Howe"),
        ("en", "Anna Howe, the mayor, came. The mayor left.", "mayor", "Anna Howe"),
        ("pl", "Przyszedł minister Jan Nowak. Minister wyszedł.", "minister", "Jan Nowak"),
        ("pl", "Pytano ministra Jana Nowaka.", "minister", "Jan Nowak"),
        ("pl", "Przyszedł doradca prezydenta Jan Nowak.", "doradca", "Jan Nowak"),
    ],
)
def test_a_person_is_found_by_a_role_that_one_person_has(code: str, text: str, role: str, name: str) -> None:
    index = persons_in(code, text)
    person = index.by_role(role, len(index.document.words))
    assert person is not None
    assert person.name == name
    headline = index.by_role(role, 0)
    assert headline is not None, "headlines call people by a role before the text names them"


@pytest.mark.parametrize(
    ("code", "text", "role"),
    [
        ("pl", "Przyszedł adwokat Jana Nowaka.", "adwokat"),
        ("pl", "Przyszedł doradca prezydenta Jan Nowak.", "prezydent"),
        ("pl", "Przyszedł doradca prezydenta Jana Nowaka.", "doradca"),
        ("en", "A friend of Anna Howe came.", "friend"),
    ],
)
def test_the_role_of_another_is_not_that_of_the_one_named(code: str, text: str, role: str) -> None:
    index = persons_in(code, text)
    assert index.by_role(role, len(index.document.words)) is None


@pytest.mark.parametrize(
    ("code", "text", "held", "is_found"),
    [
        ("pl", "Przyszedł premier Peru Jan Nowak.", "peru", True),
        ("pl", "Przyszedł premier Peru Jan Nowak.", "chil", False),
        ("pl", "Przyszedł premier Jan Nowak.", "chil", False),
        ("pl", "Przyszedł dyrektor Jan Nowak.", "brza", True),
        ("en", "British governor Peter Orr came.", "iris", False),
        ("en", "Kessel teacher Peter Orr came.", "flor", True),
    ],
)
def test_a_role_held_with_another_is_no_one_s_here(code: str, text: str, held: str, is_found: bool) -> None:
    index = persons_in(code, text)
    role = next(iter(index.persons[0].roles))
    assert (index.by_role(role, len(index.document.words), frozenset({held})) is not None) is is_found


def test_a_role_that_two_people_have_later_is_nobody_s_yet() -> None:
    index = persons_in("en", "The mayor, Anna Howe, came. The mayor, Peter Orr, left.")
    assert index.by_role("mayor", 0) is None


def test_the_last_person_of_a_gender_is_remembered() -> None:
    index = persons_in("en", "Anna Howe met Peter Orr and Maria Pell. Howe left.")
    end = len(index.document.words)
    found = [index.last(gender, end) for gender in ("m", "f", None)]
    assert [person.name for person in found if person is not None] == ["Peter Orr", "Anna Howe", "Anna Howe"]
    assert index.last("m", 0) is None


def test_a_name_behind_in_or_behind_a_post_is_that_of_an_institution() -> None:
    index = persons_in("pl", "Pracuje w Brzask od roku. Rzecznik Tarpno wyszedł.")
    assert index.institutions == {"Brzask", "Tarpno"}
