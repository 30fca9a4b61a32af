from __future__ import annotations

import pytest

from credscore.citations import cited_end
from tests.readings import Told, frames_of, reading_of, told_in, words_of


@pytest.mark.parametrize(
    ("code", "text", "source", "content"),
    [
        ("en", "According to the mayor, the road is shut.", "the mayor", ("the road is shut",)),
        ("en", "The road is shut, according to the mayor.", "the mayor", ("The road is shut",)),
        ("en", "The road, according to the mayor, is shut.", "the mayor", ("The road", "is shut")),
        ("en", "According to the Kessel Echo, which cites two officials, the road is shut.", "the Kessel Echo", None),
        ("en", "The road is shut, according to a report seen by Reuters.", "a report", ("The road is shut",)),
        ("en", "In her view the road is shut.", "her", ("the road is shut",)),
        ("en", "According to a study by two vets, the road is shut.", "a study by two vets", None),
        ("en", "The road is shut, according to a note on the door on Monday.", None, ("The road is shut",)),
        ("pl", "Według burmistrza droga jest zamknięta.", "burmistrza", ("droga jest zamknięta",)),
        ("pl", "Zdaniem Anny Sowy droga jest zamknięta.", "Anny Sowy", ("droga jest zamknięta",)),
        ("pl", "Droga jest, zdaniem burmistrza, dawno zamknięta.", "burmistrza", ("Droga jest", "dawno zamknięta")),
        ("pl", "Zgodnie z zawartym porozumieniem droga jest zła.", "zawartym porozumieniem", ("droga jest zła",)),
        ("pl", "Jej zdaniem droga jest zamknięta.", "Jej", ("droga jest zamknięta",)),
        ("pl", "Jak podaje PAP, droga jest zamknięta.", "PAP", ("droga jest zamknięta",)),
        ("pl", "Jak podała agencja Reutera, za BBC, droga jest zamknięta.", None, ("droga jest zamknięta",)),
        ("pl", "Droga jest zamknięta – wynika z raportu NIK.", None, ("Droga jest zamknięta",)),
    ],
)
def test_a_citing_phrase_has_the_rest_of_its_sentence_as_content(
    code: str, text: str, source: str | None, content: tuple[str, ...] | None
) -> None:
    document, frames = frames_of(code, text)
    frame = frames[0]
    assert frame.source is not None
    if source is not None:
        assert words_of(document, frame.source) == source
    expected = ("the road is shut",) if content is None else content
    assert tuple(words_of(document, part) for part in frame.content) == expected


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Jak dodała, droga jest zamknięta.", "Jak dodała", ("droga jest zamknięta",)),
        ("Droga jest, jak ustalono, zamknięta od wtorku.", "jak ustalono", ("Droga jest", "zamknięta od wtorku")),
        ("Droga jest zamknięta, jak podkreślił.", "jak podkreślił", ("Droga jest zamknięta",)),
    ],
)
def test_an_inserted_verb_with_jak_may_drop_its_subject(text: str, cue: str, content: tuple[str, ...]) -> None:
    assert told_in("pl", text) == [Told(cue, content, None)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Zdaniem prof. Anny Sowy z uczelni w Łomży, droga jest zła.", "prof. Anny Sowy z uczelni w Łomży"),
        ("Zdaniem Sowy poziom wody spadł.", "Sowy"),
        ("Według policji wypadek był groźny.", "policji"),
        ("Według zapisu rozmów wypadek był groźny.", "zapisu rozmów"),
        ("Według gminnej spółki duński wykonawca zbankrutował.", "gminnej spółki"),
        ("Według niej wypadek był groźny.", "niej"),
        ("Zdaniem Sowy, rzeczniczki portu w Łomży, droga jest zła.", "Sowy, rzeczniczki portu w Łomży"),
        ("Według „Gazety Wyborczej” wypadek był groźny.", "„Gazety Wyborczej”"),
        ("Według rzecznika ministerstwa wypadek był groźny.", "rzecznika ministerstwa"),
    ],
)
def test_a_polish_cited_source_ends_without_a_comma(text: str, source: str) -> None:
    reading = reading_of("pl", text)
    assert words_of(reading.document, (1, cited_end(reading, 1, len(reading.document.words) - 1))) == source


@pytest.mark.parametrize(
    "text",
    [
        "The hull is not as sound as the owner says it is.",
        "She served as secretary of state until May.",
        "The choir, as well as the reported guests, left.",
        "He left the boat as he departs the United States today.",
        "The fuel costs nine crowns per litre in the valley.",
    ],
)
def test_an_english_comparison_or_rate_cites_nobody(text: str) -> None:
    assert all(frame.rule.kind not in ("as", "according") for frame in frames_of("en", text)[1])
