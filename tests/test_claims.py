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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The blaze has fuelled fears of a shortage.", Told("fears", ("of a shortage",), "fears")),
        ("He left amid growing calls for an inquiry.", Told("calls", ("for an inquiry",), "calls")),
        ("They rejected claims of a secret deal.", Told("claims", ("of a secret deal",), "claims")),
        ("The report on the mayor's claims of fraud is out.", Told("claims", ("of fraud",), "the mayor")),
        (
            "The board rejected requests from tenants to cut the rent.",
            Told("requests", ("to cut the rent",), "tenants"),
        ),
        ("Concern among nurses about the wards is rising.", Told("Concern", ("about the wards",), "nurses")),
        ("He dodged questions about whether he would run.", Told("questions", ("whether he would run",), "questions")),
    ],
)
def test_an_english_noun_holds_what_follows_it_whoever_speaks(text: str, told: Told) -> None:
    assert told in told_in("en", text)


@pytest.mark.parametrize(
    "text",
    [
        "The inn did not answer a request for comment.",
        "The guide calls for a cab.",
        "She made a request to the board.",
        "The charges against the skipper were dropped.",
    ],
)
def test_an_english_noun_without_a_statement_says_nothing(text: str) -> None:
    assert [told for told in told_in("en", text) if told.cue in ("request", "charges", "calls")] == []
