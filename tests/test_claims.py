from __future__ import annotations

import pytest

from tests.readings import Told, told_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Zebrano podpisy pod petycją o remont mostu.", Told("petycją", ("remont mostu",), "petycją")),
        ("Wyjechał z obawy przed powodzią.", Told("obawy", ("powodzią",), "obawy")),
        ("Apel mieszkańców o ciszę przepadł.", Told("Apel", ("ciszę",), "mieszkańców")),
        ("Doniesienia radia o powodzi są fałszywe.", Told("Doniesienia", ("powodzi",), "radia")),
        ("Prośba rodziny, by zamknąć most, przepadła.", Told("Prośba", ("zamknąć most",), "rodziny")),
    ],
)
def test_a_polish_noun_holds_a_clause_or_what_its_preposition_leads(text: str, told: Told) -> None:
    assert told_in("pl", text) == [told]


@pytest.mark.parametrize(
    "text", ["Petycja leży w urzędzie.", "Obawy mieszkańców rosną.", "Wniosek o paszport złożono."]
)
def test_a_polish_noun_without_a_statement_says_nothing(text: str) -> None:
    assert told_in("pl", text) == []
