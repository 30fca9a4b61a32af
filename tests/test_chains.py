from __future__ import annotations

import pytest

from tests.readings import analysis_of, chains_in

Link = tuple[str, str | None]

REUTERS: Link = ("outlet", "Reuters")
PAP: Link = ("outlet", "PAP")
ONET: Link = ("outlet", "Onet")
BBC_EN: Link = ("outlet", "BBC")
HOWE: Link = ("named_person", "Anna Howe")
SOWA: Link = ("named_person", "Anna Sowa")


@pytest.mark.parametrize(
    ("code", "text", "chain"),
    [
        ("en", "Anna Howe told Reuters that the lake was dry.", [REUTERS, HOWE]),
        ("en", "Anna Howe told the BBC the lake was dry.", [BBC_EN, HOWE]),
        ("en", "In an interview with Reuters, Anna Howe said the lake was dry.", [REUTERS, HOWE]),
        ("en", "Anna Howe said in an interview with Reuters that the lake was dry.", [REUTERS, HOWE]),
        ("en", "Speaking to Reuters, Anna Howe said the lake was dry.", [REUTERS, HOWE]),
        ("pl", "Anna Sowa powiedziała PAP, że jezioro wyschło.", [PAP, SOWA]),
        ("pl", "– Jezioro wyschło – powiedziała PAP Anna Sowa.", [PAP, SOWA]),
        ("pl", "W rozmowie z Onetem Anna Sowa przyznała, że jezioro wyschło.", [ONET, SOWA]),
        ("pl", "Anna Sowa w rozmowie z Onetem przyznała, że jezioro wyschło.", [ONET, SOWA]),
        ("pl", "– Jezioro wyschło – mówi w wywiadzie dla Onetu Anna Sowa.", [ONET, SOWA]),
        ("en", "Two officials who spoke to Reuters said the lake was dry.", [REUTERS, ("unnamed_group", None)]),
        ("en", "Asked by Reuters about the lake, Anna Howe said it was dry.", [REUTERS, HOWE]),
        ("en", "Anna Howe told the BBC's Paul Keel that the lake was dry.", [BBC_EN, HOWE]),
        ("en", "The lake was dry, according to a clerk who spoke to Reuters.", [REUTERS, ("unnamed_person", None)]),
        ("en", "“The lake is completely dry,” Anna Howe told Reuters by phone.", [REUTERS, HOWE]),
        ("pl", "Jak powiedziała PAP Anna Sowa, jezioro wyschło.", [PAP, SOWA]),
        ("pl", "Zapytana przez PAP Anna Sowa przyznała, że jezioro wyschło.", [PAP, SOWA]),
        ("pl", "Anna Sowa była gościem Onetu. Powiedziała, że jezioro wyschło.", [ONET, SOWA]),
    ],
)
def test_the_medium_that_was_told_stands_before_who_told_it(code: str, text: str, chain: list[Link]) -> None:
    assert chains_in(code, text) == [chain]


@pytest.mark.parametrize(
    ("code", "text", "chain"),
    [
        (
            "en",
            "The lake was dry, Reuters reported, citing two unnamed officials.",
            [REUTERS, ("unnamed_group", None)],
        ),
        ("en", "Citing police sources, Reuters reported that the lake was dry.", [REUTERS, ("unnamed_group", None)]),
        ("en", "Reuters, citing court documents, said the lake was dry.", [REUTERS, ("document", None)]),
        ("en", "The lake was dry, according to a report seen by Reuters.", [REUTERS, ("document", None)]),
        ("pl", "Jezioro wyschło – podała PAP, powołując się na raport.", [PAP, ("document", None)]),
        ("pl", "PAP, powołując się na raport, podała, że jezioro wyschło.", [PAP, ("document", None)]),
        ("pl", "Powołując się na raport, PAP podała, że jezioro wyschło.", [PAP, ("document", None)]),
        (
            "en",
            "Reuters reported on Friday, citing two people briefed on the plan, that the lake was dry.",
            [REUTERS, ("unnamed_group", None)],
        ),
        ("pl", "Z raportu, do którego dotarł Onet, wynika, że jezioro wyschło.", [ONET, ("document", None)]),
        ("pl", "Onet dowiedział się od urzędnika, że jezioro wyschło.", [ONET, ("unnamed_person", None)]),
        ("pl", "Jak dowiedział się Onet od urzędnika, jezioro wyschło.", [ONET, ("unnamed_person", None)]),
    ],
)
def test_whom_a_source_cites_stands_behind_it(code: str, text: str, chain: list[Link]) -> None:
    assert chains_in(code, text) == [chain]


@pytest.mark.parametrize(
    ("code", "text", "chain"),
    [
        ("pl", "Jezioro wyschło – podał Onet za PAP.", [PAP, ONET]),
        ("pl", "Jak podał Onet za PAP, jezioro wyschło.", [PAP, ONET]),
        ("pl", "Anna Sowa, cytowana przez PAP, twierdzi, że jezioro wyschło.", [PAP, SOWA]),
        ("pl", "„Jezioro wyschło” – twierdzi Anna Sowa, cytowana przez PAP.", [PAP, SOWA]),
        ("en", '"The lake is dry," Anna Howe was quoted as saying by Reuters.', [REUTERS, HOWE]),
        ("en", "Anna Howe was quoted by Reuters as saying the lake was dry.", [REUTERS, HOWE]),
        ("en", "Reuters quoted Anna Howe as saying that the lake was dry.", [REUTERS, HOWE]),
        ("pl", "Anna Sowa, którą cytuje PAP, twierdzi, że jezioro wyschło.", [PAP, SOWA]),
        ("pl", "– Jezioro wyschło – powiedziała cytowana przez PAP Anna Sowa.", [PAP, SOWA]),
        ("pl", "Urzędnik odpowiedzialny za jezioro przyznał PAP, że wyschło.", [PAP, ("unnamed_person", None)]),
        ("pl", "Informatorzy gazety twierdzą, że jezioro wyschło.", [("outlet", None), ("unnamed_group", None)]),
    ],
)
def test_who_passed_a_statement_on_stands_before_its_speaker(code: str, text: str, chain: list[Link]) -> None:
    assert chains_in(code, text) == [chain]


@pytest.mark.parametrize(
    ("code", "text", "chains"),
    [
        (
            "en",
            "The minister said that Anna Howe had promised to resign.",
            [[("unnamed_person", None)], [("unnamed_person", None), HOWE]],
        ),
        (
            "en",
            "Reuters reported that Anna Howe believed that the lake was dry.",
            [[REUTERS], [REUTERS, HOWE]],
        ),
        (
            "pl",
            "Minister powiedział, że Anna Sowa obiecała, że jezioro nie wyschnie.",
            [[("unnamed_person", None)], [("unnamed_person", None), SOWA]],
        ),
    ],
)
def test_what_somebody_says_that_somebody_says_has_both_links(code: str, text: str, chains: list[list[Link]]) -> None:
    assert chains_in(code, text) == chains
    attributions = analysis_of(code, text).attributions
    assert [attribution.parent for attribution in attributions] == [None, 0]


@pytest.mark.parametrize(
    ("code", "text", "last"),
    [
        # A clause about a speaker, or a participle before him, holds none of what he says.
        (
            "en",
            "Anna Howe, a lawyer for the lake who argued the case before the court, said, “We have won.”",
            [HOWE],
        ),
        ("pl", "Minister, komentując raport, stwierdził, że jezioro wyschło.", [("unnamed_person", None)]),
        # Who passes a statement on at its end is no part of it.
        (
            "en",
            "A senior official said that the owners were nervous the lake would dry, Reuters reported.",
            [REUTERS],
        ),
        (
            "en",
            "Anna Howe is planning to drain the lake, a source close to the owners told Reuters.",
            [REUTERS, ("unnamed_person", None)],
        ),
        ("pl", "Według dziennika „Fakt” Anna Sowa chce osuszyć jezioro.", [("outlet", "Fakt"), SOWA]),
        # Participles have the noun before them, or the subject of the sentence, as their source.
        (
            "pl",
            "Onet podał, że raport dostał od urzędników uważających, że jezioro wyschło.",
            [ONET, ("unnamed_group", None)],
        ),
        ("pl", "Anna Sowa w rozmowie z PAP broniła planu, dodając, że jezioro wyschło.", [PAP, SOWA]),
        ("pl", "Onet podał wyniki badań, z których wynika, że jezioro wyschło.", [("document", None)]),
        ("pl", "Anna Sowa nieoficjalnie ostrzegła gminę, że jezioro wyschło.", [SOWA]),
    ],
)
def test_a_frame_stands_within_another_with_its_source_and_cue(code: str, text: str, last: list[Link]) -> None:
    assert chains_in(code, text)[-1] == last


@pytest.mark.parametrize(
    ("code", "text", "publisher", "chain"),
    [
        ("en", "Anna Howe told Reuters that the lake was dry.", "Reuters", [HOWE]),
        ("pl", "Anna Sowa powiedziała Onetowi, że jezioro wyschło.", "onet.pl", [SOWA]),
        ("en", "Anna Howe told Reuters that the lake was dry.", "Kessel Echo", [REUTERS, HOWE]),
        ("en", "Reuters reported that the lake was dry.", "Reuters", [REUTERS]),
        ("pl", "Anna Sowa powiedziała w TVN24 BiS, że jezioro wyschło.", "fakty.tvn24.pl", [SOWA]),
        ("pl", "– Jezioro wyschło – powiedziała w TVN24 BiS Anna Sowa.", "tvn24.pl", [SOWA]),
    ],
)
def test_the_publisher_is_no_link_of_its_own_chain(code: str, text: str, publisher: str, chain: list[Link]) -> None:
    assert chains_in(code, text, publisher) == [chain]


@pytest.mark.parametrize(
    ("code", "text", "chain"),
    [
        ("en", "Anna Howe told Reuters that the lake was dry. She added that fish were dead.", [REUTERS, HOWE]),
        ("en", "Anna Howe told Reuters that the lake was dry. Howe said fish were dead.", [REUTERS, HOWE]),
        ("pl", "Anna Sowa powiedziała PAP, że jezioro wyschło. Dodała, że ryby zginęły.", [PAP, SOWA]),
        (
            "pl",
            "Anna Sowa powiedziała PAP, że jezioro wyschło. Minister uważa, że to nieprawda.",
            [("unnamed_person", None)],
        ),
        ("en", "Anna Howe told Reuters that the lake was dry. Peter Orr denied it.", [("named_person", "Peter Orr")]),
        (
            "en",
            "A senior official told Reuters that the lake was dry. The official said fish were dead.",
            [REUTERS, ("unnamed_person", None)],
        ),
        (
            "en",
            "A senior official told Reuters that the lake was dry. A fisherman said fish were dead.",
            [("unnamed_person", None)],
        ),
        (
            "pl",
            "Urzędnik powiedział PAP, że jezioro wyschło. – Ryby zginęły – dodał mężczyzna.",
            [PAP, ("unnamed_person", None)],
        ),
        (
            "pl",
            "Urzędnik powiedział PAP, że jezioro wyschło. Rzecznik gminy zapewnił, że ryby żyją.",
            [("unnamed_person", None)],
        ),
        (
            "pl",
            "Jak podał Onet, Anna Sowa powiedziała, że jezioro wyschło. Jak dodała, ryby zginęły.",
            [ONET, SOWA],
        ),
        ("pl", "Więcej podała Anna Sowa w rozmowie z PAP. Według niej jezioro wyschło.", [PAP, SOWA]),
        ("pl", "Anna Sowa, cytowana przez PAP, twierdzi, że jezioro wyschło. Dodała, że ryby zginęły.", [SOWA]),
        ("en", "Asked by Reuters, Anna Howe said the lake was dry. She added that fish were dead.", [REUTERS, HOWE]),
        ("en", "Anna Howe was asked about it in a Reuters interview. She said the lake was dry.", [REUTERS, HOWE]),
    ],
)
def test_a_speaker_who_goes_on_still_speaks_to_the_same_medium(code: str, text: str, chain: list[Link]) -> None:
    assert chains_in(code, text)[-1] == chain


def test_attributions_stand_in_text_order_with_their_origin_last() -> None:
    text = "Anna Howe told Reuters that the lake was dry. Reportedly fish had died. Peter Orr denied it."
    attributions = analysis_of("en", text).attributions
    assert [attribution.cue for attribution in attributions] == sorted(a.cue for a in attributions)
    assert all(attribution.origin == attribution.chain[-1] for attribution in attributions)
