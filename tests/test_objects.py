from __future__ import annotations

import pytest

from tests.readings import Told, told_in


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "The union wants to strike in May.", Told("wants to", ("to strike in May",), "The union")),
        ("en", "The mayor hopes to win.", Told("hopes to", ("to win",), "The mayor")),
        ("pl", "Prezes chce sprzedać zakład.", Told("chce", ("sprzedać zakład",), "Prezes")),
        ("pl", "Minister obiecał otworzyć most.", Told("obiecał", ("otworzyć most",), "Minister")),
    ],
)
def test_what_somebody_wants_is_an_infinitive(code: str, text: str, told: Told) -> None:
    (found,) = told_in(code, text)
    assert (found.content, found.source) == (told.content, told.source)
    assert told.cue.startswith(found.cue)


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "Residents demanded an inquiry.", Told("demanded", ("an inquiry",), "Residents")),
        ("en", "The mayor denied taking a bribe.", Told("denied", ("taking a bribe",), "The mayor")),
        ("en", "Critics called the plan a waste of money.", Told("called", ("the plan a waste of money",), "Critics")),
        ("pl", "Premier zaapelował o spokój.", Told("zaapelował", ("spokój",), "Premier")),
        ("pl", "Związek żąda podwyżek.", Told("żąda", ("podwyżek",), "Związek")),
        ("pl", "Radni domagają się dymisji wójta.", Told("domagają się", ("dymisji wójta",), "Radni")),
        ("pl", "Krytycy nazwali plan farsą.", Told("nazwali", ("plan farsą",), "Krytycy")),
    ],
)
def test_what_somebody_demands_or_judges_is_an_object(code: str, text: str, told: Told) -> None:
    assert told_in(code, text) == [told]


@pytest.mark.parametrize(
    ("code", "text", "content"),
    [
        ("en", "Residents demanded an inquiry and the mayor resigned.", "an inquiry"),
        ("pl", "Związek żąda podwyżek, a dyrekcja zamknęła bramę.", "podwyżek"),
    ],
)
def test_an_object_ends_where_another_clause_begins(code: str, text: str, content: str) -> None:
    assert told_in(code, text)[0].content == (content,)


@pytest.mark.parametrize(("code", "text"), [("en", "The baker added salt."), ("pl", "Związek i podwyżki.")])
def test_a_mere_thing_is_no_statement(code: str, text: str) -> None:
    assert told_in(code, text) == []
