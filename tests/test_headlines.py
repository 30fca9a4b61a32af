from __future__ import annotations

import pytest

from credscore.frames import Construction
from tests.readings import frames_of, told_in, words_of


@pytest.mark.parametrize(
    ("code", "text", "source", "content"),
    [
        ("en", "Mayor: Road to reopen in June", "Mayor", "Road to reopen in June"),
        ("en", "'Nobody here is safe' - minister", "minister", "Nobody here is safe"),
        ("en", "Anna Howe: Nobody is to blame", "Anna Howe", "Nobody is to blame"),
        ("pl", "Minister: droga będzie gotowa", "Minister", "droga będzie gotowa"),
        ("pl", "Minister w Radiu Odra: droga będzie gotowa", "Minister", "droga będzie gotowa"),
        ("pl", "Wilczyński o Sowie: nie zna drogi", "Wilczyński", "nie zna drogi"),
        ("pl", "Minister: Droga będzie. Most runie", "Minister", "Droga będzie. Most runie"),
        ("pl", "Reuters: pociąg stanął w polu", "Reuters", "pociąg stanął w polu"),
    ],
)
def test_a_headline_names_its_speaker_beside_a_mark(code: str, text: str, source: str, content: str) -> None:
    document, (frame,) = frames_of(code, text + "\n\nText.")
    assert frame.construction is Construction.HEADLINE
    assert frame.source is not None
    assert words_of(document, frame.source) == source
    assert words_of(document, frame.content[0]) == content


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Weather: snow in Kessel"),
        ("en", "What we know: five questions and answers"),
        ("pl", "Pogoda: w weekend spadnie śnieg"),
        ("pl", "Łomża – miasto nad Narwią"),
    ],
)
def test_a_headline_without_a_speaker_says_nothing_by_anyone(code: str, text: str) -> None:
    assert told_in(code, text + "\n\nThe weather was mild. Jutro pogoda będzie dobra.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Zobacz też: Szef portu: Most stanie za rok.", "Szef portu"),
        ("Wójt: Nie damy wody.", "Wójt"),
    ],
)
def test_a_short_sentence_in_the_text_may_be_a_heading(text: str, source: str) -> None:
    (told,) = told_in("pl", f"Od rana pada deszcz.\n\n{text}\n\nDroga jest mokra.")
    assert told.source == source


@pytest.mark.parametrize(
    "text",
    [
        "Źródło: PAP i Kurier Nadrzeczny.",
        "Straż dysponuje sprzętem z dwóch gmin: łodzią, pompą, agregatem, kilkoma namiotami, trzema wozami i psem.",
    ],
)
def test_a_credit_and_a_list_are_no_headings(text: str) -> None:
    assert told_in("pl", f"Od rana pada deszcz.\n\n{text}") == []


def test_a_verb_in_the_statement_leaves_the_headline_its_speaker() -> None:
    told = told_in("pl", "Reuters: rząd planuje obniżkę cen\n\nCeny rosną.")
    assert [one.source for one in told] == ["Reuters", "rząd"]


@pytest.mark.parametrize(
    ("body", "sources"),
    [
        ("Do wypadku doszło w nocy. Na miejscu jest straż.", []),
        ("Norwegia poinformowała, że śledztwo trwa.", ["Norwegia", "Norwegia"]),
    ],
)
def test_a_bare_name_speaks_in_a_headline_where_it_speaks_in_the_text(body: str, sources: list[str]) -> None:
    assert [one.source for one in told_in("pl", f"Norwegia: prom wszedł na skały\n\n{body}")] == sources


@pytest.mark.parametrize(("body", "count"), [("W Kielnie pada.", 0), ("Na Górze mieszka Ada Sroka.", 1)])
def test_a_surname_of_the_text_speaks_in_its_headline(body: str, count: int) -> None:
    assert len(told_in("pl", f"Sroka: nikt nie dzwonił\n\n{body}")) == count


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("„Woda jest nasza”\n\nWójt Kielna ostrzegł, że studnie schną.", "Wójt Kielna", "Woda jest nasza"),
        ("Pada.\n\nSusza trwa. „Tak źle nie było” Wójt mówi, że studnie schną.", "Wójt", "Tak źle nie było"),
    ],
)
def test_a_quotation_that_is_a_headline_is_of_the_next_speaker(text: str, source: str, content: str) -> None:
    first, second = told_in("pl", text)
    assert (first.source, first.content) == (source, (content,))
    assert second.source == source


def test_the_name_of_a_newspaper_before_its_owner_is_no_headline() -> None:
    told = told_in("pl", "Pada. „Głos znad Odry” Adama Sowy podał, że studnie schną.")
    assert [one.cue for one in told] == ["podał"]


@pytest.mark.parametrize(
    ("title", "sources"),
    [
        ("Spór o most. „Nikt nie pytał mieszkańców”", ["Anna Sowa", "Anna Sowa"]),
        ("Spór o „most bez barierek i świateł” w gminie", ["Anna Sowa"]),
    ],
)
def test_a_quotation_in_the_title_is_theirs_who_say_it_in_the_text(title: str, sources: list[str]) -> None:
    text = f"{title}\n\nMost zamknięto. – Nikt o nic nie pytał mieszkańców – mówi Anna Sowa."
    assert [one.source for one in told_in("pl", text)] == sources
