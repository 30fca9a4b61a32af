from __future__ import annotations

import pytest

from tests.readings import Told, told_in


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        (
            "en",
            "“We never sleep on the pier.” — Ada Brandt",
            [Told("—", ("We never sleep on the pier.",), "Ada Brandt")],
        ),
        (
            "en",
            "“We never sleep here.” ― Edwin G. Moss “I sold my boat in May.” ― Ana Bell",
            [Told("―", ("We never sleep here.",), "Edwin G. Moss"), Told("―", ("I sold my boat in May.",), "Ana Bell")],
        ),
        (
            "pl",
            "„Nikt nas o nic nie pytał.” — Jan Mazur, rybak",
            [Told("—", ("Nikt nas o nic nie pytał.",), "Jan Mazur")],
        ),
        (
            "en",
            "Nobody told us of the pier. They never do! — Ada J. Brandt (@ada_brandt) May 4, 2021\n\nIt rained.",
            [Told("—", ("Nobody told us of the pier. They never do!",), "Ada J. Brandt")],
        ),
        (
            "pl",
            "Przystań działa jak co dzień.— Jan Mazur (@JanMazur) 4 maja 2021\n\nPadało.",
            [Told("—", ("Przystań działa jak co dzień.",), "Jan Mazur")],
        ),
    ],
)
def test_a_quotation_or_post_is_signed_by_the_name_after_its_dash(code: str, text: str, told: list[Told]) -> None:
    assert told_in(code, "Rain.\n\n" + text) == told


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "“We never sleep on the pier” — Brandt sold her boat in May."),
        ("en", "“We never sleep on the pier” — and the tide was low."),
        ("en", "“We never sleep on the pier.” —"),
        ("en", "The mayor (@mayor) of the town rested — and the tide was low."),
        ("en", "(@mayor) — (@"),
        ("pl", "„Nikt nas o nic nie pytał” — Mazur sprzedał łódź w maju."),
    ],
)
def test_a_sentence_after_the_dash_signs_nothing(code: str, text: str) -> None:
    assert told_in(code, "Rain.\n\n" + text) == []


def test_a_quotation_that_a_cue_reports_is_not_signed_as_well() -> None:
    (told,) = told_in("en", "“We never sleep on the pier,” said Ana Bell — Moss Harbour.")
    assert told.source == "Ana Bell"
