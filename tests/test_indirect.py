from __future__ import annotations

import pytest

from credscore.frames import Construction
from tests.readings import Told, frames_of, told_in


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "Anna Howe said that the lake was dry.", Told("said", ("the lake was dry",), "Anna Howe")),
        ("en", "Anna Howe said the lake was dry.", Told("said", ("the lake was dry",), "Anna Howe")),
        ("en", "Anna Howe asked whether the lake was dry.", Told("asked", ("whether the lake was dry",), "Anna Howe")),
        ("en", "The lake was dry, Anna Howe said on Monday.", Told("said", ("The lake was dry",), "Anna Howe")),
        ("en", "Anna Howe asked the mayor whether it was dry.", Told("asked", ("whether it was dry",), "Anna Howe")),
        ("en", "The lake, Anna Howe said, was dry.", Told("said", ("The lake", "was dry"), "Anna Howe")),
        ("en", "The lake was dry, said Howe, who swims.", Told("said", ("The lake was dry",), "Howe")),
        ("en", "The lake was dry, said Anna Howe.", Told("said", ("The lake was dry",), "Anna Howe")),
        ("en", "If it rained, said Howe, one would see.", Told("said", ("If it rained", "one would see"), "Howe")),
        ("en", "The lake, Howe told Reuters, will rise.", Told("told", ("The lake", "will rise"), "Howe")),
        ("en", "Howe said about 40 boats were lost.", Told("said", ("about 40 boats were lost",), "Howe")),
        ("en", "Howe confirmed to Reuters it was so.", Told("confirmed", ("it was so",), "Howe")),
        ("en", "Drought feeds anger, Howe says.", Told("says", ("Drought feeds anger",), "Howe")),
        ("en", "Howe says poor towns pay the most.", Told("says", ("poor towns pay the most",), "Howe")),
        ("en", "They have all said the lake was dry.", Told("said", ("the lake was dry",), "They")),
        ("en", "Yet 12% said they were tired.", Told("said", ("they were tired",), "12%")),
        (
            "en",
            "When rain came, the lake rose, Howe said.",
            Told("said", ("When rain came, the lake rose",), "Howe"),
        ),
        ("pl", "Anna Sowa powiedziała, że jezioro wyschło.", Told("powiedziała", ("jezioro wyschło",), "Anna Sowa")),
        ("pl", "Anna Sowa sugeruje, by wójt odszedł.", Told("sugeruje", ("wójt odszedł",), "Anna Sowa")),
        ("pl", "Anna Sowa twierdzi, iż jezioro wyschło.", Told("twierdzi", ("jezioro wyschło",), "Anna Sowa")),
        ("pl", "Powiedziała Anna Sowa, że jezioro wyschło.", Told("Powiedziała", ("jezioro wyschło",), "Anna Sowa")),
        (
            "pl",
            "Sowa zapytała, czy jezioro wyschło.",
            Told("zapytała", ("czy jezioro wyschło",), "Sowa"),
        ),
        (
            "pl",
            "Sowa zaapelowała, aby mieszkańcy oszczędzali wodę.",
            Told("zaapelowała", ("mieszkańcy oszczędzali wodę",), "Sowa"),
        ),
        ("pl", "Jezioro wyschło latem, twierdzi Sowa.", Told("twierdzi", ("Jezioro wyschło latem",), "Sowa")),
        ("pl", "Sowa zaprzecza, jakoby jezioro wyschło.", Told("zaprzecza", ("jezioro wyschło",), "Sowa")),
    ],
)
def test_a_clause_is_read_with_its_verb_and_source(code: str, text: str, told: Told) -> None:
    assert told_in(code, text) == [told]


@pytest.mark.parametrize("text", ["Jak twierdzi sąsiad, wójt spał.", "Wójt spał, jak twierdzi sąsiad."])
def test_an_insertion_with_jak_cites_the_sentence_around_it(text: str) -> None:
    document, (frame,) = frames_of("pl", text)
    assert frame.construction is Construction.PREPOSITIONAL
    assert document.lower[slice(*frame.content[0])] == ["wójt", "spał"]


@pytest.mark.parametrize(
    ("code", "text", "contents"),
    [
        ("en", "Howe said the lake was dry, adding that fish had died.", ["the lake was dry", "fish had died"]),
        ("en", "Howe said the lake was dry and added that fish had died.", ["the lake was dry", "fish had died"]),
        ("pl", "Sowa mówi, że jezioro wyschło, dodając, że ryby zginęły.", ["jezioro wyschło", "ryby zginęły"]),
        ("pl", "Sowa mówi, że jezioro wyschło, i dodaje, że ryby zginęły.", ["jezioro wyschło", "ryby zginęły"]),
        ("pl", "Sowa mówi, że jezioro wyschło, i zapowiada kontrolę.", ["jezioro wyschło", "kontrolę"]),
        ("pl", "Sowa mówi, że „woda opadła”, ale „wróci”.", ["woda opadła”, ale „wróci"]),
    ],
)
def test_a_second_verb_of_the_same_speaker_ends_the_first_statement(code: str, text: str, contents: list[str]) -> None:
    told = told_in(code, text)
    assert [part for one in told for part in one.content] == contents
    assert len({one.source for one in told}) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Howe said the lake was dry, although nobody had measured it.", "the lake was dry"),
        ('Howe said the lake was "dry," leaving the room.', 'the lake was "dry'),
        ('Howe said the lake was "quite dry," a claim that hurt.', 'the lake was "quite dry'),
        ("Howe said the lake was dry; the mayor has a boat there.", "the lake was dry"),
    ],
)
def test_the_article_takes_the_word_again_after_a_contrast(text: str, content: str) -> None:
    assert told_in("en", text)[0].content == (content,)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "I said that the lake was dry."),
        ("en", "Anna Howe has much to say."),
        ("pl", "Powiedziałam, że jezioro wyschło."),
        ("pl", "Twierdzenie Talesa jest znane."),
    ],
)
def test_the_authors_own_voice_and_mere_nouns_report_nothing(code: str, text: str) -> None:
    assert told_in(code, text) == []


@pytest.mark.parametrize(
    "goes_on",
    [
        ", which nobody had foreseen",
        ", while the council slept",
        ", leaving the boats on dry land",
        ", and he left the room",
        " and criticized the council",
        " - a bold claim in a wet year",
    ],
)
def test_an_english_clause_ends_where_the_article_goes_on(goes_on: str) -> None:
    assert told_in("en", f"Howe said the old lake was dry{goes_on}.")[0].content == ("the old lake was dry",)


@pytest.mark.parametrize("told", ["Ada", "the council", "CNN", 'CNN\'s "New Day"'])
def test_an_english_clause_begins_behind_whom_it_was_told(told: str) -> None:
    assert told_in("en", f"Howe told {told} he had measured the lake.")[0].content == ("he had measured the lake",)


@pytest.mark.parametrize("goes_on", [", including its harbour", " and the fish were gone", " because nobody cared"])
def test_an_english_clause_goes_on_with_what_belongs_to_it(goes_on: str) -> None:
    assert told_in("en", f"Howe said the old lake was dry{goes_on}.")[0].content == (f"the old lake was dry{goes_on}",)


@pytest.mark.parametrize(
    "text",
    [
        "Straż nie informowała, że woda opadła.",
        "Rząd nie będzie również sprzeciwiał się zmianom.",
        "Sowa nie sądziła, że jezioro wyschnie.",
        "Woda wróci, jeśli gmina zgodzi się na remont.",
        "Spadł deszcz, którego żąda Sowa.",
        "Wójt nie sugerował, jakoby woda opadła.",
        "Leży tu raport opisujący wyschnięcie jeziora.",
        "Chociaż jezioro wyschło, Sowa poinformowała dużą liczbę gości.",
        "Nie ma zgody, uspokoiły się za to nastroje.",
    ],
)
def test_what_nobody_has_said_is_no_statement(text: str) -> None:
    assert told_in("pl", text) == []


@pytest.mark.parametrize("text", ["Sowa nie chce płacić za wodę.", "Sowa nie wyklucza, że jezioro wyschnie."])
def test_refusals_are_statements(text: str) -> None:
    assert len(told_in("pl", text)) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Choć Sowa twierdzi, że spała, sąd skazał ją na grzywnę.", "spała"),
        ("Mimo że Sowa cały czas powtarza, że spała, sąd skazał ją na grzywnę.", "spała"),
        ("Jeśli świadek potwierdzi, że Sowa spała, sprawa zostanie umorzona.", "Sowa spała"),
        ("Jan Kos, którego sąsiedzi oskarżają o to, że zatruł staw, również pozwał gminę.", "zatruł staw"),
        ("Jeśli chodzi o wodę, to Sowa twierdzi, że opadła, gdy spała, w nocy.", "opadła, gdy spała, w nocy"),
        ("Sowa twierdzi, że plan – choć drogi – zapowiadali wszyscy.", "plan – choć drogi – zapowiadali wszyscy"),
    ],
)
def test_a_statement_ends_where_the_sentence_around_it_goes_on(text: str, content: str) -> None:
    assert told_in("pl", text)[0].content[0] == content


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Not everyone believed it would rain.", Told("believed", ("it would rain",), "everyone")),
        ("The court ruled Monday, May 3, that it may rain.", Told("ruled", ("it may rain",), "The court")),
        ("Howe said, among other things, that it may rain.", Told("said", ("it may rain",), "Howe")),
        ("Howe Says New Bridge Will Open In May", Told("Says", ("New Bridge Will Open In May",), "Howe")),
        ("When asked if it rained, the boy wept.", Told("asked", ("if it rained",), "asked")),
        ("Asked on Monday about the rain, the boy wept.", Told("Asked", ("about the rain",), "Asked")),
    ],
)
def test_an_english_clause_stands_behind_times_in_headlines_and_after_a_fronted_question(text: str, told: Told) -> None:
    assert told_in("en", text) == [told]


def test_what_somebody_could_still_say_is_no_statement() -> None:
    assert told_in("en", "As the lake was dry, Howe could perhaps still object that it may rain.") == []


@pytest.mark.parametrize(
    "text",
    [
        "When the rain came, Howe scolded the crew.",
        "Last week, Howe pushed back against the plan.",
        "The harbour shop has a White House press badge.",
        "The clerk refused a case cited during the trial of May.",
    ],
)
def test_a_circumstance_is_no_statement_and_a_noun_no_verb(text: str) -> None:
    assert all(
        part in "the crew, against the plan, a case cited during the trial of May"
        for told in told_in("en", text)
        for part in told.content
    )


@pytest.mark.parametrize(
    "text",
    [
        "Howe, who said that the old lake was dry, recalled a flood.",
        "Anna Howe, who said the old lake was dry, left the room.",
        "While Howe said the old lake was dry, the fish had a different view.",
        "However, after Howe said the old lake was dry, the fish had a different view.",
        "In a talk in which he said the old lake was dry, Howe was calm.",
    ],
)
def test_an_english_statement_ends_where_the_sentence_around_it_goes_on(text: str) -> None:
    assert told_in("en", text)[0].content == ("the old lake was dry",)


@pytest.mark.parametrize(
    "content",
    [
        "the lake, which was old, was dry",
        "the lake was not dry, but rather shallow",
        "the lake was dry but also cold",
    ],
)
def test_an_english_clause_goes_on_behind_a_relative_clause_in_it_and_a_correction(content: str) -> None:
    assert told_in("en", f"Howe said {content}.")[0].content == (content,)


def test_an_object_ends_where_the_sentence_around_its_clause_goes_on() -> None:
    assert told_in("en", "While Howe opposed the bridge, the town built it.")[0].content == ("the bridge",)
