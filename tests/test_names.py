from __future__ import annotations

import pytest

from credscore.names import capital_runs, is_organization_name
from tests.readings import document_of, words_of


def test_runs_of_capitals_stay_in_their_sentence_and_out_of_known_names() -> None:
    document = document_of("en", "We met Anna Howe. Peter Orr of Sky News came.")
    taken = {document.words.index("Sky"): document.words.index("News") + 1}
    runs = [words_of(document, run) for run in capital_runs(document, taken)]
    assert runs[-2:] == ["Anna Howe", "Peter Orr"]


@pytest.mark.parametrize(
    ("code", "text", "runs"),
    [
        ("en", "Then House Speaker Anna Howe left.", ["Anna Howe"]),
        ("pl", "Sędzia Jan Kos wyszedł.", ["Jan Kos"]),
        ("en", "We met Anna Bishop.", ["Anna Bishop"]),
    ],
)
def test_a_title_begins_a_new_run(code: str, text: str, runs: list[str]) -> None:
    document = document_of(code, text)
    found = [words_of(document, run) for run in capital_runs(document, {})]
    assert [run for run in found if run != "We"] == runs


@pytest.mark.parametrize(
    ("code", "text", "is_organization"),
    [
        ("en", "Liberal Party", True),
        ("en", "Jackson Fund", True),
        ("en", "Anna Law", False),
        ("pl", "Rada Barki", True),
        ("pl", "Jan Kos", False),
    ],
)
def test_a_name_may_say_that_it_is_no_person_s(code: str, text: str, is_organization: bool) -> None:
    document = document_of(code, text)
    assert is_organization_name(document, (0, len(document.words))) is is_organization
