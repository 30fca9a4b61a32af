from __future__ import annotations

import pytest

from credscore.hedges import Holder
from tests.readings import analysis_of, text_of


def hedges_in(code: str, text: str) -> list[tuple[str, str, str]]:
    hedges = analysis_of(code, text).hedges
    return [(text_of(text, hedge.span), str(hedge.kind), str(hedge.holder)) for hedge in hedges]


@pytest.mark.parametrize(
    ("code", "text", "hedge", "kind"),
    [
        ("en", "The dam may break tonight.", "may", "epistemic"),
        ("en", "The dam will probably break.", "probably", "epistemic"),
        ("en", "The dam reportedly broke.", "reportedly", "evidential"),
        ("en", "Experts fear for the dam.", "Experts", "weasel"),
        ("en", "It is unclear whether the dam broke.", "It is unclear", "unverified"),
        ("pl", "Tama może pęknąć w nocy.", "może", "epistemic"),
        ("pl", "Tama prawdopodobnie pęknie.", "prawdopodobnie", "epistemic"),
        ("pl", "Podobno tama pękła.", "Podobno", "evidential"),
        ("pl", "Strażnik miał zamknąć tamę.", "miał", "evidential"),
        ("pl", "Zdaniem ekspertów tama pęknie.", "ekspertów", "weasel"),
        ("pl", "Nie wiadomo, czy tama pękła.", "Nie wiadomo", "unverified"),
    ],
)
def test_a_hedge_is_of_the_kind_of_its_doubt(code: str, text: str, hedge: str, kind: str) -> None:
    assert [(words, found) for words, found, _ in hedges_in(code, text)] == [(hedge, kind)]


@pytest.mark.parametrize(
    ("code", "text", "holders"),
    [
        ("en", "The dam may break.", ["author"]),
        ("en", "Anna Howe said the dam may break.", ["source"]),
        ("en", "The dam may break. Anna Howe said it will perhaps hold.", ["author", "source"]),
        ("en", "According to Anna Howe, the dam could break.", ["source"]),
        ("en", "The dam reportedly broke.", ["author"]),
        ("pl", "Tama może pęknąć.", ["author"]),
        ("pl", "Anna Sowa mówi, że tama może pęknąć.", ["source"]),
        ("pl", "– Tama może pęknąć – mówi Anna Sowa. Prawdopodobnie ma rację.", ["source", "author"]),
        ("pl", "Podobno tama pękła.", ["author"]),
        ("pl", "Strażnik miał zamknąć tamę.", ["author"]),
        ("pl", "Anna Sowa mówi, że strażnik miał zamknąć tamę.", ["source"]),
    ],
)
def test_a_hedge_is_held_by_whoever_words_it(code: str, text: str, holders: list[str]) -> None:
    assert [holder for _, _, holder in hedges_in(code, text)] == holders


def test_a_hedge_of_a_source_points_to_the_innermost_statement() -> None:
    analysis = analysis_of("en", "Peter Orr said that Anna Howe believed that the dam may break.")
    (hedge,) = analysis.hedges
    assert hedge.holder is Holder.SOURCE
    assert hedge.attribution == 1


@pytest.mark.parametrize("code", ["pl", "en"])
def test_strength_is_an_interval_for_doubt_and_none_for_vagueness(code: str) -> None:
    text = {
        "en": "Experts say the dam may break. It is unclear when. It reportedly leaks.",
        "pl": "Eksperci mówią, że tama może pęknąć. Nie wiadomo, kiedy. Podobno przecieka.",
    }[code]
    hedges = analysis_of(code, text).hedges
    assert {str(hedge.kind) for hedge in hedges} == {"weasel", "epistemic", "unverified", "evidential"}
    for hedge in hedges:
        if hedge.kind in ("weasel", "unverified"):
            assert hedge.strength is None
        else:
            assert hedge.strength is not None
            assert 0 <= hedge.strength[0] < hedge.strength[1] <= 1


@pytest.mark.parametrize(
    ("code", "likely", "unlikely"), [("en", "almost certainly", "possibly"), ("pl", "prawie na pewno", "być może")]
)
def test_surer_words_have_a_higher_strength(code: str, likely: str, unlikely: str) -> None:
    rest = {"en": "the dam will break.", "pl": "tama pęknie."}[code]
    (high,) = analysis_of(code, f"{likely.capitalize()} {rest}").hedges
    (low,) = analysis_of(code, f"{unlikely.capitalize()} {rest}").hedges
    assert high.strength is not None
    assert low.strength is not None
    assert sum(high.strength) > sum(low.strength)


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "The fair opens in May."), ("pl", "Strażnik miał psa."), ("en", "The dam broke."), ("pl", "Tama pękła.")],
)
def test_plain_statements_hold_no_hedge(code: str, text: str) -> None:
    assert hedges_in(code, text) == []
