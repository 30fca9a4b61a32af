from __future__ import annotations

import pytest

from tests.readings import cues_of, words_of


def ids(code: str, text: str) -> list[str]:
    return [match.rule.id for match in cues_of(code, text)[1].attributions.values()]


@pytest.mark.parametrize(
    ("code", "text", "rule"),
    [
        ("en", "She said it was over.", "say"),
        ("pl", "Powiedziała, że to koniec.", "powiedzieć"),
        ("pl", "Powiedziano, że to koniec.", "powiedzieć"),
        ("pl", "Jej zdaniem to koniec.", "jego-zdaniem"),
    ],
)
def test_each_form_of_a_lemma_is_the_same_cue(code: str, text: str, rule: str) -> None:
    found = ids(code, text)
    assert len(found) == 1
    assert found[0] == rule or rule == "jego-zdaniem"


def test_a_cue_inside_a_longer_one_is_left_out() -> None:
    document, cues = cues_of("en", "He was quoted as saying that it was over.")
    spans = [words_of(document, (match.start, match.end)) for match in cues.attributions.values()]
    assert len(spans) == len({match.start for match in cues.attributions.values()})
    assert "saying" not in spans


def test_attributions_are_known_by_their_first_token() -> None:
    _, cues = cues_of("pl", "Jan mówi, że pada. Ewa twierdzi, że świeci słońce.")
    assert all(start == match.start for start, match in cues.attributions.items())


@pytest.mark.parametrize(
    ("code", "text", "hedges", "boosters"),
    [
        ("en", "Perhaps it clearly rained.", ["Perhaps"], ["clearly"]),
        ("pl", "Prawdopodobnie padało, bez wątpienia mocno.", ["Prawdopodobnie"], ["bez wątpienia"]),
        ("en", "It rained.", [], []),
    ],
)
def test_hedges_and_boosters_are_found_apart(code: str, text: str, hedges: list[str], boosters: list[str]) -> None:
    document, cues = cues_of(code, text)
    assert [words_of(document, (match.start, match.end)) for match in cues.hedges] == hedges
    assert [words_of(document, (match.start, match.end)) for match in cues.boosters] == boosters


@pytest.mark.parametrize(
    ("code", "text", "name", "is_outlet"),
    [
        ("en", "A reporter of the Associated Press came.", "Associated Press", True),
        ("pl", "Przyszedł reporter Polskiej Agencji Prasowej.", "PAP", True),
        ("pl", "Napisał o tym Reuters.", "Reuters", True),
        ("pl", "Pisała o tym „Gazeta Wyborcza”.", "Gazeta Wyborcza", True),
        ("pl", "Zapytano o to NIK.", "NIK", False),
    ],
)
def test_names_are_known_in_every_listed_form(code: str, text: str, name: str, is_outlet: bool) -> None:
    ((_, entry),) = cues_of(code, text)[1].names.values()
    assert entry.is_outlet is is_outlet
    assert entry.name == name or not is_outlet


def test_the_longest_name_counts() -> None:
    document, cues = cues_of("en", "He told BBC Radio 4 so.")
    ((start, (end, _)),) = cues.names.items()
    assert words_of(document, (start, end)) == "BBC Radio 4"


def test_requests_and_reasons_for_anonymity_are_told_apart() -> None:
    _, cues = cues_of("en", "She asked not to be named because she was not authorised to speak.")
    assert [match.rule.kind for match in cues.anonymity] == ["request", "reason"]


@pytest.mark.parametrize("code", ["pl", "en"])
def test_an_empty_text_has_no_cues(code: str) -> None:
    _, cues = cues_of(code, "")
    assert not (cues.attributions)
    assert not (cues.hedges)
    assert not (cues.boosters)
    assert not (cues.anonymity)
    assert not (cues.names)
    assert not (cues.roles)
