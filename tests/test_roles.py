from __future__ import annotations

import pytest

from credscore.roles import head_at, is_compatible, is_owner, is_post, roles_after, roles_before
from tests.readings import document_of


@pytest.mark.parametrize(
    ("code", "text", "name", "roles"),
    [
        ("pl", "minister Jan Kos", "Jan Kos", ["minister"]),
        ("pl", "ministra Jana Kosa", "Jana Kosa", ["minister"]),
        ("pl", "doradca prezydenta Jan Kos", "Jan Kos", ["doradca"]),
        ("pl", "doradca prezydenta Jana Kosa", "Jana Kosa", ["prezydent"]),
        ("pl", "minister ds. rzek Jan Kos", "Jan Kos", ["minister"]),
        ("pl", "minister wyszedł, a Jan Kos", "Jan Kos", []),
        ("pl", "inwestor, bank rolny Brzask Energia", "Brzask Energia", []),
        ("en", "former mayor Peter Orr", "Peter Orr", ["mayor"]),
        ("en", "a friend of Peter Orr", "Peter Orr", []),
    ],
)
def test_a_role_goes_with_the_name_that_agrees_with_it(code: str, text: str, name: str, roles: list[str]) -> None:
    document = document_of(code, text)
    start = document.words.index(name.partition(" ")[0])
    assert [head.lemma for _, head in roles_before(document, (start, start + 2))] == roles


@pytest.mark.parametrize(
    ("code", "text", "roles"),
    [
        ("pl", "Jan Kos, były minister, wyszedł", ["minister"]),
        ("pl", "Jan Kos, jeden z założycieli", [""]),
        ("pl", "Jan Kos, który zna ministra", []),
        ("en", "Peter Orr, a former mayor of Kessel", ["mayor"]),
        ("en", "Peter Orr of Kessel", []),
    ],
)
def test_an_apposition_behind_a_name_holds_roles(code: str, text: str, roles: list[str]) -> None:
    document = document_of(code, text)
    assert [head.lemma for _, head in roles_after(document, (0, 2))] == roles


@pytest.mark.parametrize(
    ("text", "is_nominative", "is_owned"),
    [
        ("adwokat Jana Kosa", True, True),
        ("adwokat Jan Kos", True, False),
        ("adwokata Jana Kosa", False, True),
        ("ministra Jana Kosa", False, False),
        ("rzecznik Jana Kosa", True, True),
        ("mąż Lili", True, True),
        ("mąż Kos", True, False),
    ],
)
def test_a_name_may_be_that_of_the_one_whose_adviser_somebody_is(
    text: str, is_nominative: bool, is_owned: bool
) -> None:
    document = document_of("pl", text)
    assert is_owner(document, (1, len(document.words)), head_at(document, 0), is_nominative) is is_owned


def test_only_polish_shows_an_owner_by_case() -> None:
    document = document_of("en", "lawyer Peter Orr")
    assert not is_owner(document, (1, 3), head_at(document, 0), is_nominative=True)


@pytest.mark.parametrize(
    ("code", "role", "known", "can_be_called"),
    [
        ("pl", "polityk", "premier", True),
        ("pl", "szef", "minister", True),
        ("pl", "minister", "szef", True),
        ("pl", "wójt", "minister", False),
        ("pl", "mecenas", "adwokat", True),
        ("pl", "mecenas", "premier", False),
        ("pl", "biolog", "biolog", True),
        ("en", "expert", "economist", True),
        ("en", "mayor", "governor", False),
    ],
)
def test_a_general_word_can_stand_for_a_role_of_its_family(
    code: str, role: str, known: str, can_be_called: bool
) -> None:
    document = document_of(code, role)
    head = head_at(document, 0)
    assert head is not None
    assert is_compatible(document, head, {known}) is can_be_called


def test_a_post_is_held_with_somebody() -> None:
    document = document_of("pl", "rzecznik minister")
    heads = [head_at(document, token) for token in (0, 1)]
    assert [is_post(document, head) for head in heads if head is not None] == [True, False]
