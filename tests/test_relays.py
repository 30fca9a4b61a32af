from __future__ import annotations

import pytest

from credscore.analysis import analyze
from credscore.articles import Article
from credscore.language import LANGUAGES
from credscore.lexicons import Row, read_rows
from tests.readings import analysis_of, text_of


def relays_in(code: str, text: str) -> list[tuple[str, str, list[str]]]:
    relays = analysis_of(code, text).relays
    return [(relay.name, relay.kind, [text_of(text, span) for span in relay.spans]) for relay in relays]


REUTERS, AP, PAP = (("Reuters", "wire"), ("Associated Press", "wire"), ("PAP", "wire"))
ONET, BUGLE = (("Onet", "credit"), ("Kessel Bugle", "credit"))


@pytest.mark.parametrize(
    ("code", "text", "relay"),
    [
        ("en", "KESSEL (Reuters) - The bridge was shut on Monday.", REUTERS),
        ("en", "KESSEL, Mass., Dec. 8 (UPI) — The bridge was shut.", ("United Press International", "wire")),
        ("en", "Washington (Reuters) – The bridge was shut on Monday.", REUTERS),
        ("en", "(Reuters) - The bridge was shut on Monday.", REUTERS),
        ("en", "The bridge was shut on Monday.\n\nSource: Reuters", REUTERS),
        ("en", "The bridge was shut on Monday. (AP)", AP),
        ("en", "The bridge was shut.\n\n(h/t The Hill.)", ("The Hill", "credit")),
        ("en", "The bridge was shut.\n\nh/t: Kessel Bugle", BUGLE),
        ("en", "The bridge was shut.\n\nThis piece first appeared on Tidal Insights.", ("Tidal Insights", "credit")),
        ("en", "Originally published by the Kessel Bugle.\n\nIt was shut.", BUGLE),
        ("en", "It was shut.\n\nCopyright 2031 The Associated Press. All rights reserved.", AP),
        ("en", "It was shut.\n\n(Reporting by Ann Lake; Editing by Tom Marsh)", REUTERS),
        ("en", "A bridge is shut\n\nAnna Howe\n\nThe Associated Press\n\nThe bridge was shut on Monday.", AP),
        ("en", "A bridge is shut\n\nReuters |\n\nThe bridge was shut on Monday.", REUTERS),
        ("en", "The bridge was shut.\n\nThis story is republished from the Kessel Bugle under a free licence.", BUGLE),
        ("en", "The bridge was shut.\n\nReprinted courtesy of Reuters.", REUTERS),
        ("en", "An earlier version of this article first appeared in the Kessel Bugle.\n\nIt was shut.", BUGLE),
        ("en", "The bridge was shut.\n\nCross-posted from Kessel Bugle", BUGLE),
        ("pl", "Most zamknięto w poniedziałek. (PAP)", PAP),
        ("pl", "Most zamknięto w poniedziałek. Z Kessel Anna Sowa (PAP)", PAP),
        ("pl", "Most zamknięto w poniedziałek. (PAP) abc/ de/\n\nZobacz też", PAP),
        ("pl", "Most zamknięto w poniedziałek.\n\nŹródło: Onet", ONET),
        ("pl", "Most zamknięto w poniedziałek.\n\nŹródło: mosty24.pl", ("mosty24.pl", "credit")),
        ("pl", "Most zamknięto w poniedziałek.\n\nab/ PAP", PAP),
        ("pl", "Most zamknięto w poniedziałek. Ann/PAP.", PAP),
        ("pl", "Most zamknięto w poniedziałek. PAP /abc.", PAP),
        ("pl", "PAP/ Most zamknięto w poniedziałek.", PAP),
        ("pl", "Most zamknięto w poniedziałek. PAP", PAP),
        ("pl", "Most zamknięto w poniedziałek. PAP, as, XYZ.", PAP),
        ("pl", "Most zamknięto w poniedziałek. AS, PAP.", PAP),
        ("pl", "„Most zamknięto w poniedziałek”. as, PAP / bc.", PAP),
        ("pl", "Most zamknięto w poniedziałek.\n\nPolska Agencja Prasowa", PAP),
        ("pl", "Most zamknięto w poniedziałek. Onet/Anna Sowa", ONET),
        ("pl", "„Oni (dokerzy z Kessel - PAP) czekali” - powiedziała Anna Sowa. Most zamknięto.", PAP),
        ("pl", "„Oni (dokerzy – przyp. PAP) czekali” - powiedziała Anna Sowa. Most zamknięto.", PAP),
        ("pl", "Most zamknięto w poniedziałek. Na podst. PAP.", PAP),
        ("pl", "Most zamknięto w poniedziałek.\n\nAutor: PAP", PAP),
        ("pl", "Most zamknięto. Ile to potrwa Źródło: mosty24.pl", ("mosty24.pl", "credit")),
    ],
)
def test_a_credit_line_names_a_medium_that_the_article_republishes(
    code: str, text: str, relay: tuple[str, str]
) -> None:
    assert [(name, kind) for name, kind, _ in relays_in(code, text)] == [relay]


def test_a_medium_credited_twice_is_one_relay() -> None:
    text = "(PAP) Most zamknięto w poniedziałek.\n\nMost jest stary. (PAP)"
    assert relays_in("pl", text) == [("PAP", "wire", ["PAP", "PAP"])]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Anna Howe told Reuters that the bridge was shut."),
        ("en", "The mayor (a former baker) was late."),
        ("en", "The bridge was shut. The Associated Press contributed to this report."),
        ("en", "Anna Howe told the Associated Press (AP), which asked, that the bridge was shut."),
        ("en", "The bridge at night. Photo: Reuters"),
        ("en", "The bridge at night, with all its lamps lit.\n\n- Reuters."),
        ("en", "The bridge was shut.\n\nReprinted courtesy of Moss and Daughters, publishers of fine books."),
        ("en", "The bridge at night. (Tom Lake/AFP/Getty Images)"),
        ("en", "The bridge at night.\n\nTom Marsh / Reuters."),
        ("en", "A Reuters/Ipsos poll asked about bridges. Reuters/Ipsos asked 500 people."),
        ("en", "One bridge shut. [AP]\n\nA second shut. [CNN]\n\nA third stayed open. [Politico]\n\nMore tomorrow."),
        ("en", "One bridge shut. (AP)\n\nA second shut. (CNN)\n\nA third stayed open. (Politico)"),
        ("en", "“The bridge is old,” said Anna Howe. “We shut it.” (CNN)\n\nIt opens again on Monday."),
        ("en", "The bridge was shut, said Anna Howe of Reuters."),
        ("en", "The bridge at night.\n\nAnna Howe, AP"),
        ("en", "The bridge was shut.\n\nCNN"),
        ("en", "The bridge was shut.\n\nCopyright 2031 The Guardian. All rights reserved."),
        ("en", "She first appeared on CNN in May. A song originally published in Italy was sung."),
        ("en", "The city drinks from one source: Lake Kessel."),
        ("pl", "Anna Sowa powiedziała PAP, że most zamknięto."),
        ("pl", "Most zamknięto (poniedziałek)."),
        ("pl", "Most nocą. Fot. PAP/EPA"),
        ("pl", "Most nocą (PAP, fot. Anna Sowa)"),
        ("pl", "Most nocą. Anna Sowa/PAP/EPA"),
        ("pl", "Most zamknięto. Polityka"),
        ("pl", "Most (według PAP) zamknięto - mówi szef PAP."),
        ("pl", "Główne źródło: Gazownia Kessel."),
        ("pl", "h/t"),
        ("pl", ""),
    ],
)
def test_a_medium_named_in_running_text_or_beside_a_picture_is_no_relay(code: str, text: str) -> None:
    assert relays_in(code, text) == []


@pytest.mark.parametrize(
    ("publisher", "names"),
    [
        (None, ["Reuters", "The Guardian"]),
        ("Kessel Bugle", ["Reuters", "The Guardian"]),
        ("Reuters News", ["The Guardian"]),
        ("guardian", ["Reuters"]),
        ("www.theguardian.com", ["Reuters"]),
    ],
)
def test_the_publisher_itself_is_no_relay(publisher: str | None, names: list[str]) -> None:
    text = "KESSEL (Reuters) - The bridge was shut on Monday.\n\nThis article first appeared in The Guardian."
    relays = analyze(Article(text=text, language="en", publisher=publisher)).relays
    assert [relay.name for relay in relays] == names


def test_the_span_of_a_relay_is_its_name_or_the_words_that_give_it_away() -> None:
    text = "It was shut.\n\n(Reporting by Ann Lake; Editing by Tom Marsh)\n\nSource: Reuters"
    assert relays_in("en", text) == [("Reuters", "wire", ["; Editing by", "Reuters"])]


def _credits() -> list[tuple[str, Row]]:
    faults: list[str] = []
    rows = [(code, row) for code in ("en", "pl") for row in read_rows(LANGUAGES / code / "credits.tsv", faults)]
    assert not faults
    return rows


@pytest.mark.parametrize(("code", "row"), _credits())
def test_every_row_of_credits_is_borne_out_by_its_example(code: str, row: Row) -> None:
    assert bool(relays_in(code, row["example"])) == (row["class"] != "picture")
