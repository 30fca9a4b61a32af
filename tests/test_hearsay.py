from __future__ import annotations

import pytest

from credscore.frames import Construction
from tests.readings import frames_of, told_in, words_of


@pytest.mark.parametrize(
    ("code", "text", "cue", "content"),
    [
        ("pl", "Podobno droga jest zamknięta.", "Podobno", ("droga jest zamknięta",)),
        ("pl", "Sąd skazał go za rzekomą zdradę stanu, po czym zamknięto granicę.", "rzekomą", ("zdradę stanu",)),
        ("pl", "Po zawale tunelu mówi się o sprzedaży kopalni.", "mówi się o", ("sprzedaży kopalni",)),
        ("pl", "Kierowca miał uciec z miejsca wypadku.", "miał", ("Kierowca", "uciec z miejsca wypadku")),
        ("en", "The driver reportedly fled on foot.", "reportedly", ("The driver", "fled on foot")),
        ("en", "The driver is said to have fled on foot.", "is said", ("The driver", "to have fled on foot")),
        ("en", "It is believed that the driver fled.", "It is believed that", ("the driver fled",)),
    ],
)
def test_hearsay_names_no_source(code: str, text: str, cue: str, content: tuple[str, ...]) -> None:
    document, (frame,) = frames_of(code, text)
    assert frame.construction is Construction.HEARSAY
    assert frame.source is None
    assert words_of(document, frame.cue) == cue
    assert tuple(words_of(document, part) for part in frame.content) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor visited an allegedly failing shop.", ("failing shop",)),
        ("The shop, which reportedly lost money, was sold.", ("lost money",)),
        ("The mayor left in June and is said to be in Kessel.", ("to be in Kessel",)),
        ("The road is shut, and the bridge is expected to open.", ("the bridge", "to open")),
        ("Although the road is expected to open, few cars are there.", ("the road", "to open")),
        ("The bridge is still expected to open soon although the road is shut.", ("The bridge", "to open soon")),
        ("A verdict is expected in May.", ("A verdict", "in May")),
        ("A diver, thought to be in his forties, was pulled out.", ("to be in his forties",)),
        ("The tunnel, estimated to cost nine million, will stay shut.", ("to cost nine million",)),
        ("The men alleged to have left early do not recall it.", ("to have left early",)),
    ],
)
def test_english_hearsay_reaches_no_further_than_its_phrase_or_clause(text: str, content: tuple[str, ...]) -> None:
    assert [told.content for told in told_in("en", text)] == [content]
