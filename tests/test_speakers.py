from __future__ import annotations

import pytest

from tests.readings import chains_in

SHE = ("named_person", "Anna Sowa")
HE = ("named_person", "Jan Kos")
HOWE = ("named_person", "Anna Howe")
NOBODY = ("unnamed_person", None)


def origins_in(code: str, text: str) -> list[tuple[str, str | None]]:
    return [chain[-1] for chain in chains_in(code, text)]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Anna Sowa mówiła, że pada. Ekspertka dodała, że ryby giną.", SHE),
        ("Anna Sowa mówiła, że pada. Ekspert dodał, że ryby giną.", NOBODY),
        ("Posłanka Anna Sowa mówiła, że pada. Polityczka dodała, że ryby giną.", SHE),
        ("Posłanka Anna Sowa mówiła, że pada. Lekarka dodała, że ryby giną.", NOBODY),
        ("Minister Jan Kos mówił, że pada. Szef resortu dodał, że ryby giną.", HE),
        ("Jan Kos mówił, że pada. Minister dodał, że ryby giną.", NOBODY),
        ("Jan Kos mówił, że pada. Jego adwokat dodał, że ryby giną.", NOBODY),
        ("Jan Kos mówił, że pada. Jeden z ekspertów dodał, że ryby giną.", NOBODY),
        ("Jan Kos mówił, że pada. Inny ekspert dodał, że ryby giną.", NOBODY),
        ("Jan Kos mówił, że pada. Urzędnik z gminy dodał, że ryby giną.", NOBODY),
        ("Na moście stała Anna Sowa. Kobieta mówiła, że ryby giną.", SHE),
        ("Rozmawiano z prezesem Janem Kosem. Szef mówi, że ryby giną.", HE),
        ("Premier Jan Kos mówił, że pada. Anna Sowa uznała, że nie. Szef rządu dodał, że ryby giną.", HE),
        ("Minister Jan Kos mówił, że pada. Anna Sowa uznała, że nie. Szef MSZ dodał, że ryby giną.", HE),
        ("Premier Peru Jan Kos mówił, że pada. Premier Chile dodał, że ryby giną.", NOBODY),
    ],
)
def test_another_word_for_a_person_means_the_one_it_can_mean(text: str, origin: tuple[str, str | None]) -> None:
    assert origins_in("pl", text)[-1] == origin


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Anna Howe said it rained. The singer added that fish died.", ("named_person", "Anna Howe")),
        ("Anna Howe, an economist, said it rained. The expert added that fish died.", ("named_person", "Anna Howe")),
        ("Anna Howe, an economist, said it rained. The driver added that fish died.", NOBODY),
        (
            "Anna Howe said it fell. The singer said it hurt. Peter Orr, a vet, said it died. The singer said it lay.",
            HOWE,
        ),
        ("A tape shows a singer. Anna Howe said it rained. The singer added that fish died.", NOBODY),
        ("Anna Howe said it rained. A singer added that fish died.", NOBODY),
        ("Peter Orr left after Anna Howe spoke. He said that fish died.", ("named_person", "Peter Orr")),
        ("Peter Orr met Paul Pell when he warned that fish die.", ("named_person", "Peter Orr")),
        ("Paul Pell said it rained. “Peter Orr knows that fish die,” he said.", ("named_person", "Paul Pell")),
        ("A guard said it rained. Anna Howe agreed that it did. The guard said that fish died.", NOBODY),
    ],
)
def test_in_english_a_word_must_be_definite_and_a_pronoun_means_a_subject(
    text: str, origin: tuple[str, str | None]
) -> None:
    assert origins_in("en", text)[-1] == origin


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Anna Sowa mówiła, że pada. Jan Kos stał obok. Dodał, że ryby giną.", HE),
        ("Anna Sowa mówiła, że pada. Jan Kos uznał, że nie. Zapytana o ryby, odpowiedziała, że giną.", SHE),
        ("Anna Sowa mówiła, że pada. Jan Kos stał obok. Dodała, że ryby giną.", SHE),
        ("Sędzia Tybor Quell stał obok. Dodał, że ryby giną.", ("named_person", "Tybor Quell")),
        ("Rosja twierdzi, że pada. Jan Kos się śmiał. Dodał, że ryby giną.", HE),
        ("Jan Kos mówił, że pada. Francja przyznała, że ryby giną. Dodał, że jezioro wyschło.", HE),
    ],
)
def test_a_dropped_subject_is_whoever_the_verb_allows(text: str, origin: tuple[str, str | None]) -> None:
    assert origins_in("pl", text)[-1] == origin
