from __future__ import annotations

import pytest

from tests.readings import analysis_of, text_of


def relays_in(code: str, text: str) -> list[tuple[str, str, list[str]]]:
    relays = analysis_of(code, text).relays
    return [(relay.name, relay.kind, [text_of(text, span) for span in relay.spans]) for relay in relays]


@pytest.mark.parametrize(
    ("code", "text", "relay"),
    [
        ("en", "KESSEL (Reuters) - The bridge was shut on Monday.", ("Reuters", "wire", ["Reuters"])),
        ("en", "The bridge was shut on Monday.\n\nSource: Reuters", ("Reuters", "wire", ["Reuters"])),
        ("en", "The bridge was shut on Monday. (AP)", ("Associated Press", "wire", ["AP"])),
        ("pl", "Most zamknięto w poniedziałek. (PAP)", ("PAP", "wire", ["PAP"])),
        ("pl", "Most zamknięto w poniedziałek.\n\nŹródło: Onet", ("Onet", "credit", ["Onet"])),
        ("pl", "Most zamknięto w poniedziałek.\n\nab/ PAP", ("PAP", "wire", ["PAP"])),
        ("pl", "PAP/ Most zamknięto w poniedziałek.", ("PAP", "wire", ["PAP"])),
    ],
)
def test_a_credit_line_names_a_medium_that_the_article_republishes(
    code: str, text: str, relay: tuple[str, str, list[str]]
) -> None:
    assert relays_in(code, text) == [relay]


def test_a_medium_credited_twice_is_one_relay() -> None:
    text = "(PAP) Most zamknięto w poniedziałek.\n\nMost jest stary. (PAP)"
    assert relays_in("pl", text) == [("PAP", "wire", ["PAP", "PAP"])]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Anna Howe told Reuters that the bridge was shut."),
        ("en", "The mayor (a former baker) was late."),
        ("pl", "Anna Sowa powiedziała PAP, że most zamknięto."),
        ("pl", "Most zamknięto (poniedziałek)."),
        ("pl", ""),
    ],
)
def test_a_medium_named_in_running_text_is_no_relay(code: str, text: str) -> None:
    assert relays_in(code, text) == []
