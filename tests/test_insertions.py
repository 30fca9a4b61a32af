from __future__ import annotations

import pytest

from credscore.insertions import subject_before
from tests.readings import document_of, words_of


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ada Brandt said no.", "Ada Brandt"),
        ("Ada Brandt, a baker from Kessel, Vt., who saw it, said no.", "Ada Brandt, a baker from Kessel, Vt."),
        ("Senator Ada Brandt, R-Vt., speaking at noon, said no.", "Senator Ada Brandt, R-Vt."),
        ("After the fire destroyed the barn, the mayor, a socialist, said no.", "the mayor, a socialist"),
        ("In Kessel, the mayor, when asked, said no.", "the mayor"),
        ("The owners' lawyer, Ada Brandt, has also said no.", "The owners' lawyer, Ada Brandt"),
        ("The study of the lake published in Kessel, said no.", "The study of the lake published in Kessel"),
        ("People who saw the fire said no.", "People"),
        ("The officials whose laws were struck down said no.", "The officials"),
        ("The call came from a child, who said no.", "a child"),
        ("About nine percent said no.", "About nine percent"),
        ("A campaign that openly said no.", "A campaign"),
        ("Residents of two villages - Kessel and Marlow - said no.", "Residents of two villages"),
        ("Ada Brandt (who was there at the time) said no.", "Ada Brandt"),
        ("A source close to the Harbour Board said no.", "A source close to the Harbour Board"),
        ("It has not yet said no.", "It"),
        ("The board hasn't yet said no.", "The board"),
        ("After one resident said no.", "one resident"),
        ("It rained, said Ada.", None),
    ],
)
def test_a_subject_may_carry_insertions_and_a_relative_clause(text: str, phrase: str | None) -> None:
    document = document_of("en", text)
    found = subject_before(document, document.words.index("said"), 0)
    assert (words_of(document, found) if found else None) == phrase


def test_a_polish_subject_is_the_phrase_before_its_verb() -> None:
    document = document_of("pl", "Burmistrz, były minister, powiedział nie.")
    found = subject_before(document, document.words.index("powiedział"), 0)
    assert found is not None
    assert words_of(document, found) == "Burmistrz, były minister"
