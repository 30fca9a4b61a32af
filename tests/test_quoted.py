from __future__ import annotations

import pytest

from credscore.frames import Construction
from tests.readings import Told, frames_of, told_in


@pytest.mark.parametrize(
    ("code", "text", "cue", "content", "source"),
    [
        ("en", '"The school stays open," Maria Pell said.', "said", ("The school stays open",), "Maria Pell"),
        ("en", '"The school stays open," Mrs. Pell said.', "said", ("The school stays open",), "Mrs. Pell"),
        ("en", '"The school stays open," said Maria Pell.', "said", ("The school stays open",), "Maria Pell"),
        ("en", "‘The school stays open,’ said Maria Pell.", "said", ("The school stays open",), "Maria Pell"),
        ("en", '"No," Maria Pell said. "Never at all."', "said", ("No", "Never at all"), "Maria Pell"),
        ("en", '"Is it so?" Pell asked. "I have my doubts."', "asked", ("Is it so", "I have my doubts"), "Pell"),
        ("en", '"Why is it closed?" asked Peter Wood.', "asked", ("Why is it closed",), "Peter Wood"),
        (
            "en",
            '"We looked," she said. "We found nothing at all."',
            "said",
            ("We looked", "We found nothing at all"),
            "she",
        ),
        ("pl", "„Szkoła zostaje” – mówi Maria Pela.", "mówi", ("Szkoła zostaje",), "Maria Pela"),
        ("pl", "„Szkoła zostaje na miejscu”, mówi Maria Pela.", "mówi", ("Szkoła zostaje na miejscu",), "Maria Pela"),
        (
            "pl",
            "„Szkoła zostaje. Nikt jej nie zamknie” – mówi Maria Pela.",
            "mówi",
            ("Szkoła zostaje. Nikt jej nie zamknie",),
            "Maria Pela",
        ),
    ],
)
def test_speech_in_marks_before_its_verb_is_read_whole(
    code: str, text: str, cue: str, content: tuple[str, ...], source: str
) -> None:
    assert told_in(code, text) == [Told(cue, content, source)]


@pytest.mark.parametrize(
    ("code", "text", "cue", "content", "source"),
    [
        ("en", 'Maria Pell said: "The school stays open."', "said", ("The school stays open",), "Maria Pell"),
        ("en", 'Maria Pell replied, "The school stays open."', "replied", ("The school stays open",), "Maria Pell"),
        ("en", 'Maria Pell said the school "stays open."', "said", ('the school "stays open',), "Maria Pell"),
        ("en", 'Maria Pell said Monday "the school stays."', "said", ("the school stays",), "Maria Pell"),
        ("en", 'Pell came and said the school "stays open."', "said", ('the school "stays open',), "Pell"),
        ("pl", "Maria Pela zapewniła: „Szkoła zostaje”.", "zapewniła", ("Szkoła zostaje",), "Maria Pela"),
        (
            "en",
            "Maria Pell wrote:\n\nThe school stays. It is old.",
            "wrote",
            ("The school stays. It is old",),
            "Maria Pell",
        ),
        ("pl", "Minister zapowiedział: most będzie gotowy.", "zapowiedział", ("most będzie gotowy",), "Minister"),
    ],
)
def test_speech_in_marks_or_after_a_colon_follows_its_verb(
    code: str, text: str, cue: str, content: tuple[str, ...], source: str
) -> None:
    assert told_in(code, text) == [Told(cue, content, source)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("– Szkoła zostaje – mówi Maria Pela.", [Told("mówi", ("Szkoła zostaje",), "Maria Pela")]),
        (
            "Rada głosowała. Szkoły nie oddamy. Zbieramy podpisy – mówi Maria Pela.",
            [Told("mówi", ("Rada głosowała. Szkoły nie oddamy. Zbieramy podpisy",), "Maria Pela")],
        ),
        ("Rada głosowała. Szkoła zostaje – mówi Maria Pela.", [Told("mówi", ("Szkoła zostaje",), "Maria Pela")]),
        ("- Szkoła dla wsi - powiedziała Pela.", [Told("powiedziała", ("Szkoła dla wsi",), "Pela")]),
        ("- Szkoła zostaje. Na lata. - mówi Pela.", [Told("mówi", ("Szkoła zostaje. Na lata",), "Pela")]),
        ("Szkoła zostaje. Na lata.\n\n— mówi Pela. Milczy.", [Told("mówi", ("Szkoła zostaje. Na lata",), "Pela")]),
        ("Pela mówi:\n\nSzkoła zostaje. Na lata.\n\nMilczy.", [Told("mówi", ("Szkoła zostaje. Na lata",), "Pela")]),
        (
            "– Szkoła zostaje – mówi Maria Pela. – Nikt jej nie zamknie.",
            [Told("mówi", ("Szkoła zostaje", "Nikt jej nie zamknie"), "Maria Pela")],
        ),
        (
            "– To nieprawda, byłem w domu – mówi Jan. – Spałem do rana – dodaje.",
            [Told("mówi", ("To nieprawda, byłem w domu",), "Jan"), Told("dodaje", ("Spałem do rana",), None)],
        ),
        (
            "– Czy szkoła jest zamknięta? – pytał radny Piotr Las.",
            [Told("pytał", ("Czy szkoła jest zamknięta",), "radny Piotr Las")],
        ),
        (
            "Most będzie gotowy w maju - zapowiedział minister.",
            [Told("zapowiedział", ("Most będzie gotowy w maju",), "minister")],
        ),
    ],
)
def test_polish_dialogue_is_parted_by_dashes(text: str, told: list[Told]) -> None:
    assert told_in("pl", text) == told


@pytest.mark.parametrize(
    ("code", "text", "content"),
    [
        (
            "en",
            'Pell said the school was "a safe place" and would stay open.',
            'the school was "a safe place" and would stay open',
        ),
        (
            "pl",
            "Pela zapewniła, że „nikt nie zamknie szkoły” przed wakacjami.",
            "nikt nie zamknie szkoły” przed wakacjami",
        ),
    ],
)
def test_a_statement_partly_in_marks_is_mixed(code: str, text: str, content: str) -> None:
    document, frames = frames_of(code, text)
    assert [frame.construction for frame in frames] == [Construction.MIXED]
    start, end = document.span(*frames[0].content[0])
    assert text[start:end] == content


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", 'The film "A Long Way Home" opened on Friday.'),
        ("en", 'The so-called "blue line" is closed.'),
        ("pl", "Film „Daleka droga do domu” wszedł do kin w piątek."),
        ("pl", "Tak zwana „niebieska linia” jest zamknięta."),
    ],
)
def test_titles_and_scare_quotes_are_no_speech(code: str, text: str) -> None:
    assert told_in(code, text) == []


@pytest.mark.parametrize(
    "before",
    [
        'The sign says "Keep out of the lake!"\n\n',
        'The mayor asked, "Who has drained the lake?"\n\n',
        'It was "a dry year!" ',
    ],
)
def test_a_quotation_in_a_sentence_before_is_not_of_the_next_speaker(before: str) -> None:
    told = told_in("en", before + "Howe replied on Monday that nobody knew.")
    assert told[-1] == Told("replied", ("nobody knew",), "Howe")
    assert not any(one.source == "Howe" and "lake" in one.content[0] for one in told)


def test_speech_over_paragraphs_belongs_to_one_speaker() -> None:
    text = '"We waited all night for the boat," said Anna Howe.\n\n"Then it got light and nobody had come for us."'
    (told,) = told_in("en", text)
    assert told.content[-1].startswith("Then it got light")


@pytest.mark.parametrize("told", ['Pell added, "The school stays."', "The school stays, Pell said."])
def test_a_sentence_with_a_statement_of_its_own_is_no_tag(told: str) -> None:
    (frame,) = told_in("en", '"We do not know why." ' + told)
    assert (frame.content, frame.source) == (("The school stays",), "Pell")


def test_speech_within_speech_has_a_speaker_of_its_own() -> None:
    told = told_in("en", "\"The mayor said, 'The school stays.' I believed her,\" Pell said.")
    assert told[0] == Told("said", ("The school stays",), "The mayor")


def test_a_tag_of_its_own_goes_with_the_quotation_before_it() -> None:
    assert told_in("en", '"The lake has been dry." Howe added.') == [Told("added", ("The lake has been dry",), "Howe")]
