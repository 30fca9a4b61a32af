from __future__ import annotations

import pytest

from tests.readings import Told, chains_in, told_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wójt jest krytykowany za opieszałość.", Told("krytykowany", ("opieszałość",), None)),
        ("Spółka została wczoraj oskarżona o to, że zatruła staw.", Told("oskarżona", ("zatruła staw",), None)),
        ("Most jest uważany za bezpieczny.", Told("jest uważany za", ("Most", "bezpieczny"), None)),
        ("Pytany, czy wróci, wzruszył ramionami.", Told("Pytany", ("czy wróci",), None)),
        ("Zapytany o cenę promu odpowiada cicho.", Told("Zapytany", ("cenę promu",), None)),
        ("Zapytana o cenę promu, odwróciła wzrok.", Told("Zapytana", ("cenę promu",), None)),
        ("Zamach został potępiony przez premiera.", Told("potępiony", ("Zamach",), "premiera")),
        ("Plan jest popierany przez większość radnych.", Told("popierany", ("Plan",), "większość radnych")),
    ],
)
def test_a_passive_is_read_from_its_preposition_its_subject_or_its_question(text: str, told: Told) -> None:
    assert told_in("pl", text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Oskarżona spała na rozprawie.",
        "Pismo zostało odrzucone w maju.",
        "Wniosek został odrzucony na podstawie starych przepisów.",
    ],
)
def test_a_participle_without_an_object_says_nothing(text: str) -> None:
    assert told_in("pl", text) == []


def test_nobody_in_particular_takes_a_stance_without_an_agent() -> None:
    assert chains_in("pl", "Anna Sowa milczy. Jest krytykowana za opieszałość.") == [[("unspecified", None)]]
