from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from credscore import signals
from credscore.analysis import Analysis
from credscore.hedges import HedgeKind
from credscore.signals import SIGNALS, Evidence, Signal
from credscore.signals.origins import independent_origins, main_claim
from credscore.testing import check_signal
from tests.builders import (
    NOBODY,
    OFFICIAL,
    OFFICIALS,
    OTHER,
    Said,
    Sentence,
    Story,
    build,
    document,
    outlet,
    person,
)

ANNA = Said(origin=person("Anna Reed"))
BEN = Said(origin=person("Ben Otto"))
UNNAMED = Said(origin=OFFICIAL)
VIA_GAZETTE = Said(origin=OFFICIAL, via=("the Gazette",))
HEARSAY = Said(origin=NOBODY)


def _lead(*said: Said, title: Said | None = None, **sentence: Any) -> Analysis:
    return build(Story(lead=(Sentence(said=said, **sentence),), title=title))


def _evidence(name: str, analysis: Analysis) -> Evidence:
    signal: Signal = getattr(signals, name)
    return signal(analysis)


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.__name__)
def test_every_signal_keeps_the_contract(signal: Signal) -> None:
    stories = (
        _lead(ANNA, UNNAMED, HEARSAY, title=VIA_GAZETTE, n_boosters=2, anonymity=(True, False)),
        _lead(hedges=tuple(HedgeKind)),
        build(Story(lead=(), n_fillers=0, title=ANNA, wires=("RNA",))),
    )
    check_signal(signal, stories)


def test_each_signal_has_a_file_of_its_own_name() -> None:
    stems = {path.stem for path in Path(signals.__file__).parent.glob("*.py")}
    assert stems == {signal.__name__ for signal in SIGNALS} | {"__init__", "evidence", "origins"}


@pytest.mark.parametrize(
    "flaw",
    [
        {"value": 1.5},
        {"value": float("nan")},
        {"spans": ((5, 2),)},
        {"spans": ((0, 10**6),)},
        {"title_spans": ((0, 3),)},
        {"finding": ""},
        {"reference": ""},
    ],
)
def test_check_signal_refuses_what_breaks_the_contract(flaw: dict[str, Any]) -> None:
    def flawed(analysis: Analysis) -> Evidence:
        return replace(Evidence(value=0.5, finding="some", reference="test:none"), **flaw)

    with pytest.raises(AssertionError, match="the signal flawed breaks the contract"):
        check_signal(flawed)


def test_check_signal_refuses_two_answers_and_other_types() -> None:
    answers = iter(range(100))

    def fickle(analysis: Analysis) -> Evidence:
        return Evidence(value=0.5, finding=f"case {next(answers)}", reference="test:none")

    with pytest.raises(AssertionError, match="two answers"):
        check_signal(fickle)
    with pytest.raises(AssertionError, match="it gives float, not Evidence"):
        check_signal(lambda analysis: 0.5)  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize(
    ("said", "anonymity", "value", "finding"),
    [
        ((ANNA,), (), 0.0, "identifiable"),
        ((UNNAMED,), (), 1.0, "unexplained"),
        ((UNNAMED,), (True,), 0.5, "explained"),
        ((UNNAMED,), (False,), 1.0, "unexplained"),
        ((VIA_GAZETTE,), (), 1.0, "unexplained_relayed"),
        ((Said(origin=OFFICIALS),), (), 1.0, "unexplained"),
        ((UNNAMED, ANNA), (), 0.0, "identifiable"),
        ((UNNAMED, HEARSAY), (), 1.0, "unexplained"),
        ((HEARSAY,), (True,), 1.0, "hearsay"),
        ((Said(origin=outlet("the Gazette")), VIA_GAZETTE), (), 1.0, "unexplained_relayed"),
    ],
)
def test_single_unnamed_origin(said: tuple[Said, ...], anonymity: tuple[bool, ...], value: float, finding: str) -> None:
    evidence = _evidence("single_unnamed_origin", _lead(*said, anonymity=anonymity))
    assert (evidence.value, evidence.finding) == (value, finding)


def test_single_unnamed_origin_shows_the_longest_chain() -> None:
    analysis = _lead(UNNAMED, VIA_GAZETTE)
    evidence = _evidence("single_unnamed_origin", analysis)
    assert evidence.facts == {"origin": "a senior official", "relay": "the Gazette"}
    assert {analysis.article.text[slice(*span)] for span in evidence.spans} == {"a senior official"}


@pytest.mark.parametrize(
    "name", ["single_unnamed_origin", "second_origin", "reason_for_anonymity", "diversity", "relay_dependence"]
)
def test_what_has_no_source_gives_these_nothing_to_judge(name: str) -> None:
    assert not _evidence(name, _lead()).is_applicable


@pytest.mark.parametrize(
    ("anonymity", "value", "finding"),
    [((), 0.0, "none"), ((False,), 0.4, "request"), ((True,), 1.0, "reason"), ((False, True), 1.0, "reason")],
)
def test_reason_for_anonymity(anonymity: tuple[bool, ...], value: float, finding: str) -> None:
    evidence = _evidence("reason_for_anonymity", _lead(UNNAMED, anonymity=anonymity))
    assert (evidence.value, evidence.finding) == (value, finding)


@pytest.mark.parametrize("said", [ANNA, Said(origin=OFFICIALS), HEARSAY])
def test_nobody_asks_a_reason_of_named_people_or_groups(said: Said) -> None:
    assert not _evidence("reason_for_anonymity", _lead(said)).is_applicable


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ((UNNAMED,), 0.0),
        ((ANNA,), 0.4),
        ((ANNA, ANNA), 0.4),
        ((ANNA, UNNAMED), 0.4),
        ((ANNA, BEN), 0.8),
        ((ANNA, BEN, Said(origin=document("the audit report"))), 1.0),
    ],
)
def test_second_origin(said: tuple[Said, ...], value: float) -> None:
    assert _evidence("second_origin", _lead(*said)).value == value


def test_two_outlets_that_cite_one_agency_are_one_origin() -> None:
    agency = outlet("Rivers News Agency")
    analysis = _lead(Said(origin=agency, via=("the Gazette",)), Said(origin=agency, via=("the Herald",)))
    assert independent_origins(analysis, analysis.attributions) == {"rivers news agency"}


def test_the_main_claim_is_title_lead_and_what_restates_them() -> None:
    restated, other = Said(origin=person("Ben Otto")), Said(origin=person("Cleo Marsh"), content=OTHER)
    analysis = build(Story(lead=(Sentence(said=(ANNA,)),), body=(Sentence(said=(restated, other)),), title=UNNAMED))
    assert [a.origin.name for a in main_claim(analysis)] == [None, "Anna Reed", "Ben Otto"]


def test_sourced_share_counts_sentences_once_and_hearsay_never() -> None:
    lead = (Sentence(said=(ANNA, BEN)), Sentence(said=(HEARSAY,)), Sentence(), Sentence())
    evidence = _evidence("sourced_share", build(Story(lead=lead, n_fillers=0)))
    assert evidence.value == 0.25
    assert evidence.facts == {"n": 1, "total": 4}


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ((ANNA,), 1.0),
        ((UNNAMED,), 0.5),
        ((HEARSAY,), 0.0),
        ((Said(origin=document("a report")),), 0.9),
        ((ANNA, UNNAMED, HEARSAY), 0.5),
    ],
)
def test_identifiable_origins(said: tuple[Said, ...], value: float) -> None:
    assert _evidence("identifiable_origins", _lead(*said)).value == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ((ANNA, ANNA), 0.0),
        ((ANNA, BEN), 0.5),
        ((ANNA, BEN, ANNA, BEN), 0.5),
        ((UNNAMED, Said(origin=OFFICIALS)), 0.0),
        ((ANNA, HEARSAY), 0.0),
    ],
)
def test_diversity(said: tuple[Said, ...], value: float) -> None:
    assert _evidence("diversity", _lead(*said)).value == pytest.approx(value)


def test_documents_count_each_document_once() -> None:
    said = (document("the audit report"), document("the audit report"), document("a court filing"), person("Anna Reed"))
    evidence = _evidence("documents", _lead(*[Said(origin=who) for who in said]))
    assert (evidence.value, evidence.facts["n"]) == (0.75, 2)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ((replace(ANNA, is_quoted=True),), 0.5),
        ((replace(ANNA, is_quoted=True), replace(ANNA, is_quoted=True)), 0.5),
        ((replace(ANNA, is_quoted=True), replace(BEN, is_quoted=True)), 0.75),
        ((replace(UNNAMED, is_quoted=True), ANNA), 0.0),
        ((replace(ANNA, is_quoted=True, via=("the Gazette",)),), 1 - 0.5**0.5),
    ],
)
def test_quoted_sources(said: tuple[Said, ...], value: float) -> None:
    assert _evidence("quoted_sources", _lead(*said)).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ((ANNA,), 0.0),
        ((VIA_GAZETTE,), 0.5),
        ((Said(origin=outlet("the Gazette")),), 0.5),
        ((Said(origin=OFFICIAL, via=("the Gazette", "the Herald")),), 2 / 3),
        ((ANNA, VIA_GAZETTE, HEARSAY), 0.25),
    ],
)
def test_relay_dependence(said: tuple[Said, ...], value: float) -> None:
    assert _evidence("relay_dependence", _lead(*said)).value == pytest.approx(value)


def test_hearsay_counts_a_word_once_and_leaves_the_sources_theirs() -> None:
    assert _evidence("hearsay", _lead(replace(ANNA, hedges=(HedgeKind.EVIDENTIAL,)))).value == 0.0
    analysis = _lead(HEARSAY)
    cue = analysis.attributions[0].cue
    hedge = replace(_lead(hedges=(HedgeKind.EVIDENTIAL,)).hedges[0], span=cue)
    evidence = _evidence("hearsay", replace(analysis, hedges=(hedge,)))
    assert (evidence.spans, evidence.facts) == ((cue,), {"n": 1})
    assert evidence.value > 0.5


@pytest.mark.parametrize(
    ("name", "kind"), [("vague_authorities", HedgeKind.WEASEL), ("admitted_uncertainty", HedgeKind.UNVERIFIED)]
)
def test_hedges_of_the_article_count_and_those_of_sources_do_not(name: str, kind: HedgeKind) -> None:
    assert _evidence(name, _lead(replace(ANNA, hedges=(kind,)))).value == 0.0
    assert _evidence(name, _lead(hedges=(kind,))).value >= 0.5


def test_attributed_doubt_counts_the_hedges_of_sources_alone() -> None:
    assert _evidence("attributed_doubt", _lead(replace(ANNA, hedges=(HedgeKind.EPISTEMIC,)))).value == 0.5
    assert _evidence("attributed_doubt", _lead(hedges=(HedgeKind.EPISTEMIC,))).value == 0.0


def test_boosters_grow_with_their_number() -> None:
    values = [_evidence("boosters", _lead(n_boosters=n)).value for n in (0, 1, 2)]
    assert values == sorted(set(values))
    assert values[0] == 0.0


def test_wire_copy_names_each_agency_once() -> None:
    evidence = _evidence("wire_copy", build(Story(lead=(), wires=("RNA", "RNA", "TPA"))))
    assert (evidence.finding, evidence.facts) == ("wire", {"names": "RNA, TPA"})
