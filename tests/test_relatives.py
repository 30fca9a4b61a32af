from __future__ import annotations

import pytest

from tests.readings import told_in


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Pell fled from what he described as a mob of bakers.", ("a mob of bakers",), "he"),
        ("Pell fled from what he says is a mob.", ("a mob",), "he"),
        ("Pell fled from what he called a mob.", ("a mob",), "he"),
        ("What the guild wants is a mill.", ("a mill",), "the guild"),
        ("The old loaf is what many bakers consider to be the best.", ("the best",), "many bakers"),
    ],
)
def test_what_somebody_takes_a_thing_for_is_a_statement(text: str, content: tuple[str, ...], source: str) -> None:
    told = [told for told in told_in("en", text) if told.source == source]
    assert [one.content for one in told] == [content]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ('The plan, which Brandt has described as "a dream", was dropped.', ("The plan", 'as "a dream'), "Brandt"),
        ("The plan, which the guild opposes, was dropped.", ("The plan",), "the guild"),
        ("Brandt signed the bill that the guild wanted.", ("the bill",), "the guild"),
    ],
)
def test_what_a_relative_clause_is_about_may_be_its_object(text: str, content: tuple[str, ...], source: str) -> None:
    (told,) = told_in("en", text)
    assert (told.content, told.source) == (content, source)


@pytest.mark.parametrize("text", ["That is what the guild wants.", "The mill that the guild owns is red."])
def test_a_relative_clause_without_a_statement_has_none(text: str) -> None:
    assert told_in("en", text) == []
