from __future__ import annotations

import pytest

from credscore.descriptions import before_examples
from credscore.sources import Source, SourceKind, read_sources
from tests.readings import chains_in, document_of, reading_of, words_of


def origins_in(code: str, text: str) -> list[tuple[str, str | None]]:
    return [chain[-1] for chain in chains_in(code, text)]


@pytest.mark.parametrize(
    ("code", "source", "kind", "name"),
    [
        ("en", "Anna Howe", "named_person", "Anna Howe"),
        ("en", "Senator Orr", "named_person", "Orr"),
        ("en", "Anna Howe, a biologist from Kessel,", "named_person", "Anna Howe"),
        ("en", "The ministry", "named_organization", "The ministry"),
        ("en", "The Kessel Harbour Association", "named_organization", "Kessel Harbour Association"),
        ("en", "NATO", "named_organization", "NATO"),
        ("en", "Reuters", "outlet", "Reuters"),
        ("en", "The Associated Press", "outlet", "Associated Press"),
        ("en", "The report", "document", None),
        ("en", "A study published in June", "document", None),
        ("en", "A senior official", "unnamed_person", None),
        ("en", "One of the officials", "unnamed_person", None),
        ("en", "She", "unnamed_person", None),
        ("en", "Two unnamed officials", "unnamed_group", None),
        ("en", "Experts", "unnamed_group", None),
        ("en", "People familiar with the matter", "unnamed_group", None),
        ("en", "They", "unnamed_group", None),
        ("en", "Foreign media", "unnamed_group", None),
        ("en", "Officials including Anna Howe", "unnamed_group", None),
        ("pl", "Anna Sowa", "named_person", "Anna Sowa"),
        ("pl", "Minister Kos", "named_person", "Kos"),
        ("pl", "Rzecznik policji Jan Nowak", "named_person", "Jan Nowak"),
        ("pl", "Ministerstwo", "named_organization", "Ministerstwo"),
        ("pl", "NATO", "named_organization", "NATO"),
        ("pl", "PAP", "outlet", "PAP"),
        ("pl", "„Gazeta Wyborcza”", "outlet", "Gazeta Wyborcza"),
        ("pl", "Raport", "document", None),
        ("pl", "Wysoki rangą urzędnik", "unnamed_person", None),
        ("pl", "Jeden z urzędników", "unnamed_person", None),
        ("pl", "Dwóch urzędników", "unnamed_group", None),
        ("pl", "Eksperci", "unnamed_group", None),
        ("pl", "Media", "unnamed_group", None),
        ("pl", "Toksykolog", "unnamed_person", None),
        ("pl", "Islandczycy", "unnamed_group", None),
        ("pl", "Sztab Jana Kosa", "named_organization", "Sztab Jana Kosa"),
        ("pl", "Rząd Rosji", "named_organization", "Rząd Rosji"),
        ("pl", "Firma Ryanair", "named_organization", "Ryanair"),
        ("pl", "Adwokat Jana Kosa", "unnamed_person", None),
        ("pl", "Peruwiańska telewizja państwowa", "outlet", None),
        ("en", "The Peter Orr administration", "named_organization", "The Peter Orr administration"),
        ("en", "Orr supporters", "unnamed_group", None),
        ("en", "A guard and a driver", "unnamed_group", None),
        ("en", "A lawyer representing the Kessel Fund", "unnamed_person", None),
        ("en", "The Kessel Law Center", "named_organization", "Kessel Law Center"),
        ("en", "A report by Peter Orr", "document", None),
        ("en", "A spokesman for Peter Orr", "unnamed_person", None),
    ],
)
def test_a_source_is_of_the_kind_that_its_words_show(code: str, source: str, kind: str, name: str | None) -> None:
    said = {"en": "said that the lake was dry.", "pl": "mówi, że jezioro jest suche."}[code]
    assert origins_in(code, f"{source} {said}") == [(kind, name)]


@pytest.mark.parametrize(
    ("code", "text"), [("en", "The lake is reportedly dry."), ("pl", "Podobno jezioro jest suche.")]
)
def test_hearsay_has_an_unspecified_source(code: str, text: str) -> None:
    assert origins_in(code, text) == [("unspecified", None)]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "Anna Howe warned that fish die. Howe said that the lake was dry.", "Anna Howe"),
        ("en", "Anna Howe warned that fish die. She said that the lake was dry.", "Anna Howe"),
        ("en", "Anna Howe warned that fish die. In her view the lake is dry.", "Anna Howe"),
        ("en", "Mayor Peter Orr warned that fish die. The mayor said that the lake was dry.", "Peter Orr"),
        ("en", "Peter Orr met Anna Howe. She said that the lake was dry.", "Anna Howe"),
        ("pl", "Anna Sowa ostrzega, że ryby giną. Sowa mówi, że jezioro jest suche.", "Anna Sowa"),
        ("pl", "Anna Sowa ostrzega, że ryby giną. Zdaniem Sowy jezioro jest suche.", "Anna Sowa"),
        ("pl", "Anna Sowa ostrzega, że ryby giną. Jej zdaniem jezioro jest suche.", "Anna Sowa"),
        ("pl", "Anna Sowa ostrzegła, że ryby giną. Dodała, że jezioro jest suche.", "Anna Sowa"),
        ("pl", "Minister Jan Kos ostrzega, że ryby giną. Minister mówi, że jezioro jest suche.", "Jan Kos"),
        ("pl", "Pytano Jana Kosa. Kos mówi, że jezioro jest suche.", "Jan Kos"),
        ("pl", "– Jezioro jest suche – mówi Anna Sowa. – Ryby giną – dodaje.", "Anna Sowa"),
    ],
)
def test_later_mentions_have_the_full_name(code: str, text: str, name: str) -> None:
    assert origins_in(code, text)[-1] == ("named_person", name)


def test_media_that_reported_something_are_no_media_report() -> None:
    assert origins_in("en", "The media reported that the lake was dry.") == [("unnamed_group", None)]


def test_a_dropped_subject_agrees_with_its_verb() -> None:
    text = "Anna Sowa powiedziała, że ryby giną. Jan Kos uznał, że to upał. Dodała, że jezioro jest suche."
    assert origins_in("pl", text)[-1] == ("named_person", "Anna Sowa")


def test_a_plural_verb_without_a_subject_is_said_by_a_group() -> None:
    text = "Anna Sowa powiedziała, że ryby giną. Twierdzili, że jezioro jest suche."
    assert origins_in("pl", text)[-1] == ("unnamed_group", None)


def test_an_impersonal_verb_has_no_known_source() -> None:
    text = "Anna Sowa powiedziała, że ryby giną. Poinformowano, że jezioro jest suche."
    assert origins_in("pl", text)[-1] == ("unspecified", None)


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "Reuters reported that fish die. The agency said that the lake was dry.", "Reuters"),
        ("pl", "Onet podał, że ryby giną. Portal dodał, że jezioro jest suche.", "Onet"),
        ("pl", "Onet milczał. Polski portal podał, że jezioro jest suche.", "Onet"),
        ("pl", "W „The Telegraph” milczano. Gazeta podała, że jezioro jest suche.", "Telegraph"),
        ("pl", "„Polityka” i Onet milczały. Portal podał, że jezioro jest suche.", "Onet"),
        ("pl", "Nowy portal Kessel Dziś milczał. Portal podał, że jezioro jest suche.", "Kessel Dziś"),
        ("en", "The website Kessel Today waited. The website said that the lake was dry.", "Kessel Today"),
    ],
)
def test_an_outlet_is_meant_again_by_its_kind(code: str, text: str, name: str) -> None:
    assert origins_in(code, text)[-1][1] == name


def test_without_anyone_named_before_nobody_is_guessed() -> None:
    sources = read_sources(reading_of("pl", "Dodał, że pada."))
    assert sources.speakers.last is None
    assert sources.resume((0, 1)) == Source(span=(0, 5), kind=SourceKind.UNNAMED_PERSON)


@pytest.mark.parametrize(
    ("code", "phrase", "without"),
    [
        ("en", "officials including Anna Howe", "officials"),
        ("en", "experts such as Anna Howe", "experts"),
        ("en", "three witnesses, among them Anna Howe", "three witnesses,"),
        ("pl", "eksperci, w tym Anna Sowa", "eksperci,"),
        ("pl", "sąsiedzi, między innymi Anna Sowa", "sąsiedzi,"),
        ("en", "including Anna Howe", "including Anna Howe"),
        ("en", "Anna Howe", "Anna Howe"),
    ],
)
def test_whom_a_group_includes_does_not_name_it(code: str, phrase: str, without: str) -> None:
    document = document_of(code, phrase)
    assert words_of(document, before_examples(document, (0, len(document.words)))) == without
