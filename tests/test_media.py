from __future__ import annotations

import pytest

from credscore.media import media_in, split_addressee
from tests.readings import cue_in, frames_of, reading_of, words_of


def media_of(code: str, text: str) -> list[str]:
    """The media of the first frame in a text, in words."""
    document, frames = frames_of(code, text)
    return [words_of(document, part) for part in frames[0].media]


@pytest.mark.parametrize(
    ("code", "text", "medium"),
    [
        ("en", "In a rare radio interview with Reuters, Pell said the roof leaked.", "Reuters"),
        ("en", "In a long interview aired late on Monday on CNN, Pell said the roof leaked.", "CNN"),
        ("en", "Pell said in a Guardian op-ed that the roof leaked.", "Guardian"),
        ("en", "Pell said in an emailed statement to Reuters that the roof leaked.", "Reuters"),
        ("en", "Pell said on CNN that the roof leaked.", "CNN"),
        ("en", "On CNN on Sunday, Pell said the roof leaked.", "CNN"),
        ("en", "Pell wrote for the Guardian that the roof leaked.", "Guardian"),
        ("en", "Pell told the news agency that the roof leaked.", "the news agency"),
        ("en", "Pell told the Kessel Gazette that the roof leaked.", "the Kessel Gazette"),
        ("en", "Pell said in the Kessel Gazette that the roof leaked.", "the Kessel Gazette"),
        ("en", 'Pell said on CNN\'s "Roof of the World" that the roof leaked.', "CNN's \"Roof of the World"),
        ("en", "In an interview with Paul Keel of Reuters, Pell said the roof leaked.", "Reuters"),
        ("en", "Pell explained to the Kessel Gazette that the roof leaked.", "the Kessel Gazette"),
        ("en", "Pell told WXYZ the roof leaked.", "WXYZ"),
        ("en", '"The roof leaks," wrote Ada Pell at the Kessel Gazette.', "the Kessel Gazette"),
        ("en", '"The roof leaks," wrote Ada Pell, an editor at the Kessel Gazette.', None),
        ("en", "Pell, an editor of the Guardian, said that the roof leaked.", None),
        ("en", "Pell told a reporter for Reuters that the roof leaked.", None),
        ("en", "Pell accused the BBC of lying about the roof.", None),
        ("en", "Pell said in an interview that the BBC had lied about the roof.", None),
        ("pl", "W obszernym wywiadzie udzielonym wczoraj PAP Pela stwierdził, że dach przecieka.", "PAP"),
        (
            "pl",
            "W przesłaniu nadanym w państwowej telewizji Pela stwierdził, że dach przecieka.",
            "państwowej telewizji",
        ),
        ("pl", "Pela stwierdził w rozmowie z agencją prasową Reuters, że dach przecieka.", "agencją prasową Reuters"),
        ("pl", "W porannej rozmowie w RMF FM Pela stwierdził, że dach przecieka.", "RMF FM"),
        ("pl", "– Dach przecieka – stwierdził w rozmowie z Onetem Jan Pela.", "Onetem"),
        ("pl", "Pela stwierdził dla Onetu, że dach przecieka.", "Onetu"),
        ("pl", "– Dach przecieka – powiedział gazecie Jan Pela.", "gazecie"),
        ("pl", "W komentarzu redakcyjnym „Fakt” stwierdził, że dach przecieka.", None),
    ],
)
def test_the_medium_of_an_occasion_or_a_verb_is_that_of_its_frame(code: str, text: str, medium: str | None) -> None:
    assert media_of(code, text) == ([medium] if medium else [])


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("Reuters said the roof leaked, citing two roofers.", ["two roofers"]),
        ("Reuters said the roof leaked, referring to a report.", ["a report"]),
        ("Pell said the roof leaked, citing the heavy rain.", []),
        ("Pell said the roof leaked, referring to the old report.", []),
    ],
)
def test_an_english_reason_or_topic_is_no_source(text: str, relays: list[str]) -> None:
    document, frames = frames_of("en", text)
    assert [words_of(document, part) for part in frames[0].relays] == relays


def test_an_addressee_is_parted_from_the_speaker_only_in_polish() -> None:
    reading = reading_of("pl", "powiedział PAP Jan Kos")
    assert split_addressee(reading, (1, 4)) == ((2, 4), ((1, 2),))
    reading = reading_of("en", "said Reuters Jan Kos")
    assert split_addressee(reading, (1, 4)) == ((1, 4), ())


def test_without_words_between_verb_and_content_nobody_was_told() -> None:
    reading = reading_of("en", "Anna said so.")
    assert media_in(reading, cue_in(reading, "said"), None, None) == ()


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ("“It will go on,” Harlow said, according to the Gazette.", ["the Gazette"]),
        ("“It will go on,” Harlow wrote in his ruling, according to the Gazette.", ["the Gazette"]),
        ("According to the Gazette, the mayor has confirmed that the road is shut.", ["the Gazette"]),
        ("Harlow told her that the road is shut, according to a note seen by Reuters.", ["Reuters", "a note"]),
    ],
)
def test_a_citation_of_nothing_but_a_speech_leads_to_the_speaker(text: str, media: list[str]) -> None:
    document, frames = frames_of("en", text)
    assert len(frames) == 1
    assert [words_of(document, part) for part in frames[0].media] == media


def test_a_citation_of_more_than_a_speech_stands_beside_it() -> None:
    _, frames = frames_of("en", "The plan announced on Friday was dropped by both boards, according to the Gazette.")
    assert [frame.rule.kind for frame in frames][-1] == "according"
