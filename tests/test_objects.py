from __future__ import annotations

import pytest

from tests.readings import Told, told_in


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "The union wants to strike in May.", Told("wants to", ("to strike in May",), "The union")),
        ("en", "The mayor hopes to win.", Told("hopes to", ("to win",), "The mayor")),
        ("en", "Harbour Firm Pledges to Pay for Damage.", Told("Pledges", ("to Pay for Damage",), "Harbour Firm")),
        ("pl", "Prezes chce sprzedać zakład.", Told("chce", ("sprzedać zakład",), "Prezes")),
        ("pl", "Minister obiecał otworzyć most.", Told("obiecał", ("otworzyć most",), "Minister")),
        ("pl", "Rozważa ona zakup promu.", Told("Rozważa", ("zakup promu",), None)),
        ("pl", "Wójt sugeruje możliwość budowy portu.", Told("sugeruje", ("możliwość budowy portu",), "Wójt")),
        ("pl", "Kos, który od dawna popiera wójta, wygrał.", Told("popiera", ("wójta",), "Kos")),
    ],
)
def test_what_somebody_wants_is_an_infinitive(code: str, text: str, told: Told) -> None:
    (found,) = told_in(code, text)
    assert (found.content, found.source) == (told.content, told.source)
    assert told.cue.startswith(found.cue)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The union urged the city council to act.", "the city council to act"),
        ("The judge ordered the firm not to pay.", "the firm not to pay"),
        ("Brandt called on his party to resign.", "his party to resign"),
        ("Brandt wants the old mill at Kessel to stay.", "the old mill at Kessel to stay"),
        ("Brandt pledged to his voters to stay.", "to stay"),
        ("Brandt repeatedly refused again to stay.", "to stay"),
    ],
)
def test_who_shall_do_something_belongs_to_what_is_asked(text: str, content: str) -> None:
    assert told_in("en", text)[0].content == (content,)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The union accused the mayor of lying about the bridge.", "lying about the bridge"),
        ("The union accused the mayor in May of theft.", "theft"),
        ("The clerk informed the mayor of the delay.", "the delay"),
        ("The baker was accused of theft.", "theft"),
        ("The baker, who is suspected of theft, fled.", "theft"),
    ],
)
def test_what_somebody_is_accused_of_stands_behind_of(text: str, content: str) -> None:
    assert told_in("en", text)[0].content == (content,)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Pell echoed the fears of his rivals.", ("the fears of his rivals",)),
        ("The guild is considering a lawsuit, which it may drop.", ("a lawsuit",)),
        ("The guild announced a strike, a step that surprised the bishop.", ("a strike",)),
        ("The guild announced a strike, a walk and a vigil.", ("a strike, a walk and a vigil",)),
        ("When Pell announced a strike, the bishop laughed.", ("a strike",)),
    ],
)
def test_what_is_stressed_or_considered_may_be_any_object(text: str, content: tuple[str, ...]) -> None:
    assert told_in("en", text)[0].content == content


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "Residents demanded an inquiry.", Told("demanded", ("an inquiry",), "Residents")),
        ("en", "The mayor denied taking a bribe.", Told("denied", ("taking a bribe",), "The mayor")),
        ("en", "Critics called the plan a waste of money.", Told("called", ("the plan a waste of money",), "Critics")),
        ("pl", "Premier zaapelował o spokój.", Told("zaapelował", ("spokój",), "Premier")),
        ("pl", "Związek żąda podwyżek.", Told("żąda", ("podwyżek",), "Związek")),
        ("pl", "Radni domagają się dymisji wójta.", Told("domagają się", ("dymisji wójta",), "Radni")),
        ("pl", "Związek wezwał w piątek rząd do rozmów.", Told("wezwał", ("rozmów",), "Związek")),
        ("pl", "Zarząd poinformował w środę o stracie.", Told("poinformował", ("stracie",), "Zarząd")),
        ("pl", "Rolnicy grożą w lipcu blokadą dróg.", Told("grożą", ("blokadą dróg",), "Rolnicy")),
        ("pl", "Wójt podkreślił znaczenie mostu.", Told("podkreślił", ("znaczenie mostu",), "Wójt")),
        ("pl", "Radni są przeciw budowie tamy.", Told("są przeciw", ("budowie tamy",), "Radni")),
        ("pl", "Poseł nie uznał wyniku głosowania.", Told("nie uznał", ("wyniku głosowania",), "Poseł")),
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
        ("pl", "Związek żąda podwyżek, a także zmiany zarządu.", "podwyżek, a także zmiany zarządu"),
        ("pl", "Wójt spodziewa się suszy, co martwi rolników.", "suszy"),
        ("pl", "Rada sprzeciwia się budowie, ponieważ brakuje wody.", "budowie"),
        ("pl", "Rada od lat krytykowała plan, teraz stwierdziła, że go poprze.", "plan"),
        ("pl", "Wójt chce wiedzieć, co się stało.", "wiedzieć, co się stało"),
    ],
)
def test_an_object_ends_where_another_clause_begins(code: str, text: str, content: str) -> None:
    assert told_in(code, text)[0].content == (content,)


@pytest.mark.parametrize(("code", "text"), [("en", "The baker added salt."), ("pl", "Związek i podwyżki.")])
def test_a_mere_thing_is_no_statement(code: str, text: str) -> None:
    assert told_in(code, text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("O pożarze młyna poinformowała straż.", "straż", "pożarze młyna"),
        ("Do bojkotu targów wzywali związkowcy.", "związkowcy", "bojkotu targów"),
        ("Budowę kładki planuje gmina.", "gmina", "Budowę kładki"),
        ("Budowie Nord Stream 2 sprzeciwia się Polska.", "Polska", "Budowie Nord Stream 2"),
        ("Jego plan poparli posłowie opozycji.", "posłowie opozycji", "Jego plan"),
        ("Sposób, w jaki dzielono wodę, krytykuje 62 proc. badanych.", "62 proc. badanych", None),
        ("Ostrych kar zażądał wczoraj prokurator Jan Kos.", "prokurator Jan Kos", "Ostrych kar"),
    ],
)
def test_a_polish_object_may_stand_before_its_verb_and_the_subject_behind(
    text: str, source: str, content: str | None
) -> None:
    (told,) = told_in("pl", text)
    assert (told.source, told.content) == (source, (content or "Sposób, w jaki dzielono wodę",))


@pytest.mark.parametrize(
    "text",
    [
        "Poparł go przewodniczący rady.",
        "Wójt zauważył z uśmiechem sąsiada.",
        "Mówiła o tym wczoraj burmistrz Anna Kos.",
        "Za kradzież grozi kara.",
    ],
)
def test_a_pronoun_and_a_circumstance_are_no_statement(text: str) -> None:
    assert told_in("pl", text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Premier Jan Kos skrytykował rząd.", "Premier Jan Kos"),
        ("Warszawa skrytykowała rząd.", "Warszawa"),
        ("Gmina poparła większość wniosków.", "Gmina"),
        ("Posłowie poparli wniosek burmistrza.", "Posłowie"),
    ],
)
def test_a_polish_subject_before_its_verb_stays_the_source(text: str, source: str) -> None:
    assert told_in("pl", text)[0].source == source
