from __future__ import annotations

import pytest

from tests.readings import Told, told_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The toll was proposed by the mayor.", [Told("proposed", ("The toll",), "the mayor")]),
        ("A toll proposed by the mayor may come.", [Told("proposed", ("A toll",), "the mayor")]),
        (
            "The mayor, described by neighbours as shy, left.",
            [Told("described", ("The mayor", "as shy"), "neighbours")],
        ),
        ("The toll was widely supported by iron brackets.", []),
        ("Zgodę wydano by uspokoić mieszkańców.", []),
    ],
)
def test_a_participle_with_by_tells_what_is_said_of_its_subject(text: str, told: list[Told]) -> None:
    assert told_in("pl" if "ę" in text else "en", text) == told
