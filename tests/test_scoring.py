from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from credscore.analysis import Analysis
from credscore.errors import LanguageError
from credscore.hedges import HedgeKind
from credscore.model import Model, Weight, load_model
from credscore.scores import Band, Score
from credscore.scoring import score_analysis
from credscore.signals import SIGNALS, Evidence
from tests.builders import (
    CLAIM,
    NOBODY,
    OFFICIAL,
    OFFICIALS,
    OTHER,
    Said,
    Sentence,
    Story,
    Who,
    build,
    document,
    outlet,
    person,
)

ANNA, BEN = Said(origin=person("Anna Reed")), Said(origin=person("Ben Otto"))
NAMED = (person("Anna Reed"), person("Ben Otto"), outlet("the Gazette"), document("the audit report"))
FRESH = person("Zora Newcomb")
UNNAMED = (OFFICIAL, OFFICIALS)
SOURCES = (*NAMED, *UNNAMED)

hedge_kinds = st.lists(st.sampled_from(HedgeKind), max_size=2).map(tuple)
said = st.builds(
    Said,
    origin=st.sampled_from((*SOURCES, NOBODY)),
    via=st.sampled_from([(), (), ("the Gazette",), ("the Herald", "the Gazette")]),
    content=st.sampled_from([CLAIM, OTHER]),
    is_quoted=st.booleans(),
    hedges=hedge_kinds,
).map(lambda one: replace(one, via=()) if one.origin is NOBODY else one)
sentences = st.builds(
    Sentence,
    said=st.lists(said, max_size=2).map(tuple),
    hedges=hedge_kinds,
    n_boosters=st.integers(0, 2),
    anonymity=st.lists(st.booleans(), max_size=1).map(tuple),
)
stories = st.builds(
    Story,
    lead=st.lists(sentences, min_size=1, max_size=2).map(tuple),
    body=st.lists(sentences, max_size=5).map(tuple),
    title=st.none() | said,
    wires=st.sampled_from([(), ("RNA",)]),
)


def _score(story: Story) -> Score:
    return score_analysis(build(story))


def _value(story: Story) -> float:
    value = _score(story).value
    if value is None:
        reject()  # a story in which nobody says anything
    return value


def _change_one(story: Story, index: int, change: Callable[[Said], Said], origins: tuple[Who, ...] = SOURCES) -> Story:
    """The story with one statement of these origins changed, counted through the lead and the body."""
    places = [
        (part, i, j)
        for part in ("lead", "body")
        for i, sentence in enumerate(getattr(story, part))
        for j, one in enumerate(sentence.said)
        if one.origin in origins
    ]
    assume(places)
    part, i, j = places[index % len(places)]
    parts: list[Sentence] = list(getattr(story, part))
    statements = list(parts[i].said)
    statements[j] = change(statements[j])
    parts[i] = replace(parts[i], said=tuple(statements))
    return replace(story, lead=tuple(parts)) if part == "lead" else replace(story, body=tuple(parts))


def _change_sentence(story: Story, index: int, change: Callable[[Sentence], Sentence]) -> Story:
    sentences = [*story.lead, *story.body]
    at = index % len(sentences)
    sentences[at] = change(sentences[at])
    return replace(story, lead=tuple(sentences[: len(story.lead)]), body=tuple(sentences[len(story.lead) :]))


@given(stories)
def test_parts_add_up_to_a_value_from_0_to_100(story: Story) -> None:
    score = _score(story)
    if score.value is None:
        assert score.abstained
        assert not score.contributions
        return
    assert round(score.base + sum(c.points for c in score.contributions), 1) == score.value
    assert score.value == round(score.value, 1)
    assert all(c.points == round(c.points, 1) for c in score.contributions)
    assert 0 <= score.value <= 100


@given(stories)
def test_the_interval_holds_the_value_and_stays_on_the_scale(story: Story) -> None:
    score = _score(story)
    if score.value is not None:
        assert score.interval is not None
        assert 0 <= score.interval[0] <= score.value <= score.interval[1] <= 100


@given(stories)
def test_what_does_not_apply_gives_no_points_and_the_same_story_the_same_score(story: Story) -> None:
    score = _score(story)
    assert all(c.points == 0 for c in score.contributions if not c.is_applicable)
    assert score == _score(story)


@given(stories)
def test_points_lie_within_a_tenth_of_the_exact_ones(story: Story) -> None:
    weights = {weight.signal: weight for weight in load_model().weights}
    analysis = build(story)
    evidence = {signal.__name__: signal(analysis) for signal in SIGNALS}
    for contribution in score_analysis(analysis).contributions:
        if contribution.is_applicable:
            exact = weights[contribution.signal].points(evidence[contribution.signal].value)
            assert abs(contribution.points - exact) < 0.1 + 1e-9


@given(stories, st.integers(0, 20))
def test_naming_an_unnamed_origin_never_lowers(story: Story, index: int) -> None:
    named = _change_one(story, index, lambda one: replace(one, origin=FRESH), UNNAMED)
    assert _value(named) >= _value(story)


@given(stories)
def test_naming_an_unnamed_origin_everywhere_never_lowers(story: Story) -> None:
    def name(sentence: Sentence) -> Sentence:
        said = tuple(replace(one, origin=FRESH) if one.origin in UNNAMED else one for one in sentence.said)
        return replace(sentence, said=said)

    named = replace(story, lead=tuple(map(name, story.lead)), body=tuple(map(name, story.body)))
    assert _value(named) >= _value(story)


@given(stories, st.integers(0, 20))
def test_giving_a_reason_for_anonymity_never_lowers(story: Story, index: int) -> None:
    reasoned = _change_sentence(story, index, lambda s: replace(s, anonymity=(*s.anonymity, True)))
    assert _value(reasoned) >= _value(story)


@given(stories, st.booleans())
def test_a_second_independent_origin_never_lowers(story: Story, is_own_sentence: bool) -> None:
    second = Said(origin=FRESH)
    if is_own_sentence:
        richer = replace(story, lead=(*story.lead, Sentence(said=(second,))))
    else:
        richer = _change_sentence(story, 0, lambda s: replace(s, said=(*s.said, second)))
    assert _value(richer) >= _value(story)


@given(stories, st.integers(0, 20), st.sampled_from(["the Gazette", "the Bulletin"]))
def test_a_hop_never_raises(story: Story, index: int, relay: str) -> None:
    relayed = _change_one(story, index, lambda one: replace(one, via=(relay, *one.via)))
    assert _value(relayed) <= _value(story)


@given(stories, st.integers(0, 20))
def test_a_booster_never_raises(story: Story, index: int) -> None:
    boosted = _change_sentence(story, index, lambda s: replace(s, n_boosters=s.n_boosters + 1))
    assert _value(boosted) <= _value(story)


@given(stories, st.integers(0, 20))
def test_hearsay_never_raises(story: Story, index: int) -> None:
    rumour = Said(origin=NOBODY, content="it may rain")  # nobody else says so, or it would have a source after all
    assert _value(_change_sentence(story, index, lambda s: replace(s, said=(*s.said, rumour)))) <= _value(story)


@given(stories, st.integers(0, 20))
def test_naming_the_source_of_hearsay_never_lowers(story: Story, index: int) -> None:
    named = _change_one(story, index, lambda one: replace(one, origin=FRESH), (NOBODY,))
    assert _value(named) >= _value(story)


@given(stories, st.integers(0, 20), st.sampled_from(HedgeKind))
def test_a_hedge_inside_an_attributed_statement_costs_at_most_a_point(
    story: Story, index: int, kind: HedgeKind
) -> None:
    hedged = _change_one(story, index, lambda one: replace(one, hedges=(*one.hedges, kind)), (*SOURCES, NOBODY))
    assert _value(hedged) >= _value(story) - 1


@given(stories, st.integers(0, 20))
def test_doubt_of_the_article_itself_costs_nothing(story: Story, index: int) -> None:
    hedged = _change_sentence(story, index, lambda s: replace(s, hedges=(*s.hedges, HedgeKind.EPISTEMIC)))
    assert _value(hedged) == _value(story)


@given(stories)
@settings(max_examples=30)
def test_every_contribution_has_a_sentence_in_each_language(story: Story) -> None:
    for lang in ("pl", "en"):
        for contribution in score_analysis(build(story), lang=lang).contributions:
            assert contribution.message.endswith(".")
            assert "{" not in contribution.message
            assert contribution.reference.partition(":")[0] in {"credweb", "newsguard", "evidence"}


@pytest.mark.parametrize(
    ("story", "code"),
    [
        (Story(lead=(Sentence(said=(ANNA,)),), language=None), "language_not_supported"),
        (Story(lead=(Sentence(said=(ANNA,)),), n_fillers=0), "too_short"),
        (Story(lead=(Sentence(),)), "nothing_attributed"),
        (Story(lead=(), n_fillers=0), "too_short"),
    ],
)
def test_it_abstains_with_a_reason(story: Story, code: str) -> None:
    score = _score(story)
    assert (score.value, score.interval, score.band, score.admiralty, score.abstained) == (None,) * 4 + (True,)
    assert [note.code for note in score.notes] == [code]
    assert score.notes[0].message in str(score)


@pytest.mark.parametrize(
    ("language", "lang", "expected"),
    [("pl", None, "pl"), ("en", None, "en"), ("en", "pl", "pl"), (None, None, "en"), ("xx", None, "en")],
)
def test_messages_are_in_the_articles_language_or_the_one_asked_for(
    language: str | None, lang: str | None, expected: str
) -> None:
    assert score_analysis(build(Story(lead=(), language=language)), lang=lang).lang == expected


def test_an_unknown_language_of_messages_is_answered_with_the_known_ones() -> None:
    with pytest.raises(LanguageError, match="no messages in 'de'; there are: en, pl"):
        score_analysis(build(Story(lead=())), lang="de")


def test_the_sentence_an_editor_would_write() -> None:
    relayed = Said(origin=Who(words="amerykański urzędnik", kind=OFFICIAL.kind), via=("CBS News",))
    score = score_analysis(build(Story(lead=(Sentence(said=(relayed,)),), language="pl")))
    assert score.contributions[0].message == (
        "Główna teza opiera się na jednym nienazwanym źródle (CBS News, „amerykański urzędnik”), "
        "a tekst nie mówi, dlaczego nie podano nazwiska."
    )
    assert score.contributions[0].points == -14.0


def test_better_sourcing_gives_a_better_score_and_the_reason_comes_first() -> None:
    worse = Story(lead=(Sentence(said=(Said(origin=OFFICIAL, via=("the Gazette",)),)),))
    better = Story(lead=(Sentence(said=(ANNA, BEN)),))
    assert _value(better) > _value(worse) + 25
    worst = min(_score(worse).contributions, key=lambda c: c.points)
    assert worst.signal == "single_unnamed_origin"


def test_plain_text_says_score_band_and_moving_parts() -> None:
    score = _score(Story(lead=(Sentence(said=(ANNA,)),), wires=("RNA",)))
    first, *others = str(score).splitlines()
    assert first.startswith(f"{score.value:.1f} (")
    assert len(others) == sum(1 for c in score.contributions if c.points) + 1
    assert "RNA" in others[-1]


def test_wire_copy_is_noted_and_moves_nothing() -> None:
    story = Story(lead=(Sentence(said=(ANNA,)),))
    wired = replace(story, wires=("RNA",))
    assert _value(wired) == _value(story)
    assert [note.code for note in _score(wired).notes] == ["wire_copy"]


def test_a_signal_unknown_to_the_model_gives_no_points_and_a_note() -> None:
    def mine(analysis: Analysis) -> Evidence:
        return Evidence(value=1.0, finding="found", reference="test:none")

    analysis = build(Story(lead=(Sentence(said=(ANNA,)),)))
    score = score_analysis(analysis, signals=(*SIGNALS, mine))
    assert (score.contributions[-1].signal, score.contributions[-1].points) == ("mine", 0.0)
    assert score.value == score_analysis(analysis).value
    assert score.notes[-1].code == "not_for_model"


def test_a_model_of_ones_own_is_used_and_named() -> None:
    weight = Weight(signal="documents", weight=100.0, neutral=0.5, direction=1)
    model = Model(name="mine", version="7", base=50.0, weights=(weight,))
    analysis = build(Story(lead=(Sentence(said=(Said(origin=document("the audit report")),)),)))
    assert (score_analysis(analysis, model).value, score_analysis(analysis, model).model) == (50.0, "mine/7")


def test_bands_are_cut_where_they_say() -> None:
    assert [Band.of(value).value for value in (100, 75, 60, 40, 0)] == ["strong", "strong", "good", "partial", "weak"]


def test_more_statements_narrow_the_interval() -> None:
    few = _score(Story(lead=(Sentence(said=(ANNA,)),))).interval
    many = _score(Story(lead=tuple(Sentence(said=(ANNA, BEN)) for _ in range(12)))).interval
    assert few is not None
    assert many is not None
    assert many[1] - many[0] < few[1] - few[0]
