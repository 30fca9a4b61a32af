from __future__ import annotations

import pytest

from credscore.contexts import is_in_context, is_infinitive
from tests.readings import cues_of, document_of, words_of


def hedges_in(code: str, text: str) -> list[str]:
    document, cues = cues_of(code, text)
    return [words_of(document, (match.start, match.end)) for match in cues.hedges if is_in_context(document, match)]


@pytest.mark.parametrize(
    ("code", "text", "hedges"),
    [
        ("en", "The dam may break tonight.", ["may"]),
        ("en", "The dam was built in May 1950.", []),
        ("en", "The might of the river is known.", []),
        ("en", "The dam could burst.", ["could"]),
        ("en", "They could not see the dam.", []),
        ("pl", "Tama może pęknąć w nocy.", ["może"]),
        ("pl", "Kierowca nie może wjechać na tamę.", []),
        ("pl", "Rzeka mogła być zatruta.", ["mogła"]),
        ("pl", "W młodości mogła biegać cały dzień.", []),
    ],
)
def test_modals_hedge_only_as_possibility(code: str, text: str, hedges: list[str]) -> None:
    assert hedges_in(code, text) == hedges


@pytest.mark.parametrize(
    ("code", "text", "hedges"),
    [
        ("pl", "Strażnik miał zamknąć tamę w nocy.", ["miał"]),
        ("pl", "Strażnik miał dwa psy.", []),
        ("pl", "Strażnik nie miał zamykać tamy.", []),
        ("pl", "Strażniczka miała psa, który lubił pływać.", []),
        ("pl", "Odwołano loty, które miały się odbyć w piątek.", []),
        ("en", "The guard is said to have closed the dam.", ["is said"]),
    ],
)
def test_hearsay_with_an_infinitive_is_no_possession(code: str, text: str, hedges: list[str]) -> None:
    assert [hedge.removesuffix(" to") for hedge in hedges_in(code, text)] == hedges


@pytest.mark.parametrize(
    ("code", "text", "hedges"),
    [
        ("en", "Critics say the dam is old.", ["Critics"]),
        ("pl", "Eksperci mówią, że tama jest stara.", ["Eksperci"]),
        ("pl", "Zdaniem ekspertów tama jest stara.", ["ekspertów"]),
        ("pl", "Zaproszono trzech ekspertów od tam.", []),
    ],
)
def test_vague_authorities_count_where_they_speak(code: str, text: str, hedges: list[str]) -> None:
    assert hedges_in(code, text) == hedges


@pytest.mark.parametrize(
    ("word", "is_one"), [("zamknąć", True), ("pomóc", True), ("biec", True), ("dość", False), ("ma", False)]
)
def test_polish_infinitives_are_known_by_their_ending(word: str, is_one: bool) -> None:
    assert is_infinitive(document_of("pl", word), 0) is is_one
