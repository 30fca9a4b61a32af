from __future__ import annotations

import pytest

from credscore.frames import Construction, Finding
from credscore.subjects import is_first_person, sentence_subject, source_of
from tests.readings import Told, cue_in, document_of, frames_of, reading_of, told_in, words_of


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("en", "Pell, who runs the school, said the roof leaked.", "Pell"),
        ("en", "The paper, citing court files, said the roof leaked.", "The paper"),
        ("en", "The school's caretaker said the roof leaked.", "The school's caretaker"),
        ("en", "One of the teachers said the roof leaked.", "One of the teachers"),
        ("en", "On Friday she also said the roof leaked.", "she"),
        ("pl", "Pela, która kieruje szkołą, mówi, że dach przecieka.", "Pela"),
        ("pl", "Pela w rozmowie z Onetem mówi, że dach przecieka.", "Pela"),
        ("pl", "Pela, powołując się na kontrolę, mówi, że dach przecieka.", "Pela"),
        ("pl", "W piątek ona też mówiła, że dach przecieka.", "ona"),
        ("pl", "Były minister Jan Kos mówi, że dach przecieka.", "Były minister Jan Kos"),
        ("pl", "Mówi, że dach przecieka.", None),
    ],
)
def test_the_subject_of_the_verb_is_the_source(code: str, text: str, source: str | None) -> None:
    assert told_in(code, text)[-1].source == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jan Kos, dyrektor portu, który zna sprawę od lat, twierdzi, że most stoi.", "Jan Kos, dyrektor portu"),
        ("Jan Kos, mieszkający na co dzień w Łebie, w domu nad rzeką, twierdzi, że most stoi.", "Jan Kos"),
        ("Jan Kos, właściciel domu przy porcie twierdzi, że most stoi.", "Jan Kos, właściciel domu przy porcie"),
        ("Rybacy z Łeby, którzy rozpoczęli strajk twierdzą, że most stoi.", "Rybacy z Łeby"),
        ("Ankieta zrobiona wśród rybaków, wykazała, że most stoi.", "Ankieta zrobiona wśród rybaków"),
        ("Zapytany o most Jan Kos twierdzi, że jest cały.", "Jan Kos"),
        ("Zapytany o stary most, stwierdził, że jest cały.", None),
        ("Kos w czasie obrad twierdził, że most stoi.", "Kos"),
        ("Burmistrz po raz kolejny twierdził, że most stoi.", "Burmistrz"),
        ("Sprzedany w piątek dziennik twierdził, że most stoi.", "Sprzedany w piątek dziennik"),
        ("W związku z wyborami do Rady Europejskiej Jan Kos twierdzi, że most stoi.", "Jan Kos"),
        ("Wybuchły wielkie protesty rolników, którzy twierdzą, że most stoi.", "rolników"),
        ("Wybuchły protesty rolników, którzy od dawna twierdzą, że most stoi.", "rolników"),
        ("Ustawę wysłano do senatu przez posłów twierdzących, że most stoi.", "posłów"),
        ("Na ulice wyszły tysiące rolników, twierdzących, że most stoi.", "tysiące rolników"),
        ("Kos odpierał te zarzuty twierdząc, że most stoi.", "Kos"),
    ],
)
def test_a_polish_subject_stands_past_insertions_and_without_circumstances(text: str, source: str | None) -> None:
    assert told_in("pl", text)[-1].source == source


def test_a_polish_participle_shares_a_dropped_subject() -> None:
    assert [told.source for told in told_in("pl", "Dodał, że most stoi, zastrzegając, że jest stary.")] == [None, None]


@pytest.mark.parametrize(
    ("code", "text", "source"),
    [
        ("pl", "Z raportu wynika, że dach przecieka.", "raportu"),
        ("pl", "W raporcie napisano, że dach przecieka.", "raporcie"),
        ("pl", "Jak czytamy w liście, dach przecieka.", "liście"),
    ],
)
def test_a_document_is_the_source_of_what_stands_in_it(code: str, text: str, source: str) -> None:
    (told,) = told_in(code, text)
    assert told.source is not None
    assert told.source.split()[-1] == source


@pytest.mark.parametrize(
    ("code", "text", "medium", "source"),
    [
        ("en", "Anna Howe told Reuters that the lake was dry.", "Reuters", "Anna Howe"),
        ("en", "Anna Howe told the Associated Press that the lake was dry.", "Associated Press", "Anna Howe"),
        ("pl", "Anna Sowa powiedziała PAP, że jezioro wyschło.", "PAP", "Anna Sowa"),
        ("pl", "Jezioro wyschło – powiedziała PAP Anna Sowa.", "PAP", "Anna Sowa"),
        ("pl", "Jezioro wyschło – powiedziała portalowi Onet Anna Sowa.", "Onet", "Anna Sowa"),
    ],
)
def test_the_medium_that_was_told_is_no_source(code: str, text: str, medium: str, source: str) -> None:
    document, (frame,) = frames_of(code, text)
    assert [words_of(document, part).removeprefix("the ") for part in frame.media] == [medium]
    assert frame.source is not None
    assert words_of(document, frame.source) == source


def test_an_outlet_that_alone_stands_by_the_verb_is_the_source() -> None:
    document, (frame,) = frames_of("pl", "Jezioro wyschło – podała PAP.")
    assert frame.media == ()
    assert frame.source is not None
    assert words_of(document, frame.source) == "PAP"


@pytest.mark.parametrize(("code", "text"), [("en", "I said it."), ("en", "You said it."), ("pl", "Ja mówię to.")])
def test_first_persons_are_no_source(code: str, text: str) -> None:
    assert is_first_person(reading_of(code, text).document, (0, 1))


def test_without_words_between_verb_and_content_the_subject_stands_before() -> None:
    reading = reading_of("en", "Anna said so.")
    found = Finding(((2, 3),), Construction.INDIRECT)
    assert source_of(reading, cue_in(reading, "said"), found, 0) == (0, 1)


@pytest.mark.parametrize(
    ("code", "text", "subject"),
    [
        ("en", "The mayor was late again.", "The mayor"),
        ("en", "Late again today.", None),
        ("pl", "Burmistrz Łomży był spóźniony.", "Burmistrz Łomży"),
    ],
)
def test_the_subject_of_a_sentence_stands_before_its_first_verb(code: str, text: str, subject: str | None) -> None:
    document = document_of(code, text)
    found = sentence_subject(document, 0, len(document.words))
    assert (words_of(document, found) if found else None) == subject


def test_marks_alone_are_no_source() -> None:
    (told,) = told_in("pl", "wynika z „ „ ( ")
    assert told.source is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Powtórzył obietnicę wyborczą, że most powstanie.", Told("Powtórzył", ("most powstanie",), None)),
        ("Książę powiedział, że most powstanie.", Told("powiedział", ("most powstanie",), "Książę")),
        ("Zwrócił też uwagę, że most jest stary.", Told("Zwrócił też uwagę", ("most jest stary",), None)),
    ],
)
def test_a_polish_accusative_is_no_subject(text: str, told: Told) -> None:
    assert told_in("pl", text) == [told]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The gang holds nine men and has threatened to burn the mill.", "to burn the mill", "The gang"),
        ("Brandt lost the vote, but quickly denied any mistake.", "any mistake", "Brandt"),
        ("By refusing to act, the mayor angered the union.", "to act", "the mayor"),
        ("In calling for a strike, Brandt went too far.", "a strike", "Brandt"),
        ("While acknowledging the risk, the mayor smiled.", "the risk", "the mayor"),
        ("Brandt went on to claim that the mill was sold.", "the mill was sold", "Brandt"),
        ("The neighbours seemed to believe that the mill was sold.", "the mill was sold", "The neighbours"),
        ("In 2012 Brandt called for a strike.", "a strike", "Brandt"),
        ("At least one survey showed that the mill was loved.", "the mill was loved", "At least one survey"),
        ("No one really believed that the mill was sold.", "the mill was sold", "No one"),
        ("Unions once argued that the mill was sold.", "the mill was sold", "Unions"),
        ("Even as he praised the mill, the mayor was selling it.", "the mill", "he"),
    ],
)
def test_an_english_verb_shares_or_finds_its_subject(text: str, content: str, source: str) -> None:
    told = told_in("en", text)[0]
    assert (told.content, told.source) == ((content,), source)


@pytest.mark.parametrize("text", ["Asking for calm is useless.", "A plan to argue with them failed."])
def test_a_verb_without_anybody_who_speaks_is_no_cue(text: str) -> None:
    assert told_in("en", text) == []
