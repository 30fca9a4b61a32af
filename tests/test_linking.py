from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credscore import analysis
from credscore.analysis import Reader, analyze
from credscore.arrays import IntArray
from credscore.articles import Article
from credscore.cues import find_cues
from credscore.document import Document
from credscore.frames import Construction, Frame
from credscore.labels import BEGIN
from credscore.linking import MAX_PARTS, link_frames, stretches
from credscore.reading import read_frames
from credscore.spans import Range
from tests.readings import document_of, words_of
from tests.strategies import pieced_texts, stories
from tests.taggers import RandomTagger, marked, random_labels, tags_of


@dataclass(frozen=True, slots=True)
class Linked:
    """One frame in words."""

    cue: str
    content: list[str]
    source: str | None


def _frames(code: str, text: str) -> tuple[Document, list[Frame]]:
    """The frames of a text whose labels are marked in it: {S source}, {Q cue}, {C content}."""
    told = marked(text)
    document = document_of(code, told.text)
    reading, rules = read_frames(document, find_cues(document))
    return document, link_frames(reading, rules, tags_of(told.labels(document), no_labels(document)))


def no_labels(document: Document) -> IntArray:
    return np.zeros(len(document.words), np.int32)


def linked_in(text: str, code: str = "en") -> list[Linked]:
    document, frames = _frames(code, text)
    return [
        Linked(
            words_of(document, frame.cue),
            [words_of(document, part) for part in frame.content],
            words_of(document, frame.source) if frame.source else None,
        )
        for frame in frames
    ]


@pytest.mark.parametrize(
    ("labels", "begin", "found"),
    [
        ([], 5, []),
        ([0, 0, 0], 5, []),
        ([5, 6, 0, 5], 5, [(0, 2), (3, 4)]),
        ([5, 6, 5, 5, 6], 5, [(0, 2), (2, 3), (3, 5)]),
        ([1, 3, 4, 5, 6], 3, [(1, 3)]),
        ([6, 6, 0], 5, [(0, 2)]),
    ],
)
def test_stretches_of_a_role_begin_where_it_is_opened(labels: list[int], begin: int, found: list[Range]) -> None:
    assert stretches(np.asarray(labels, np.int32), begin) == found


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        pytest.param(
            "{S Ana Bell} {Q frobbed} {C the pier was shut}.",
            [Linked("frobbed", ["the pier was shut"], "Ana Bell")],
            id="a cue that no lexicon lists",
        ),
        pytest.param(
            "{S Ana} {Q frobbed} {C it was late}. {S Kos} {Q gribbed} {C it was not}.",
            [Linked("frobbed", ["it was late"], "Ana"), Linked("gribbed", ["it was not"], "Kos")],
            id="each content belongs to the nearest cue, each cue to the nearest source",
        ),
        pytest.param(
            "{S Ana} {Q frobbed} {C it was late}, {S Kos} {Q gribbed}, and so on.",
            [Linked("frobbed", ["it was late"], "Ana")],
            id="a cue without content makes no frame",
        ),
        pytest.param(
            "{S Ana Bell} {Q said} the pier was shut. {S Kos} {Q frobbed} {C it was not}.",
            [Linked("said", ["the pier was shut"], "Ana Bell"), Linked("frobbed", ["it was not"], "Kos")],
            id="a cue without content takes what a rule reads after it",
        ),
        pytest.param(
            "Rain fell on {S Moss}. {S Bell}, who is 40, {Q frobbed} {C it was late}. {S Orr} slept.",
            [Linked("frobbed", ["it was late"], "Bell")],
            id="a source in another sentence is farther than one in the same",
        ),
        pytest.param(
            '"{C It was},” {S Ana} {Q frobbed}, "{C late.}"',
            [Linked("frobbed", ["It was", "late."], "Ana")],
            id="a content that the cue interrupts",
        ),
        pytest.param(
            '"{C It was late}," {S Ana} {Q frobbed}. "{C We know it all.}" Rain fell.\n\n"{C Now we go home.}"',
            [Linked("frobbed", ["It was late", "We know it all.", "Now we go home."], "Ana")],
            id="a quotation that goes on, even in the next paragraph; the marks are as labelled",
        ),
        pytest.param(
            "{S Ana} {Q frobbed}.\n\nRain fell.\n\n{C It was late}.",
            [],
            id="a content without a cue in its paragraph, and none to go on from",
        ),
        pytest.param(
            "It rained. “{C We slept}”, {S Ana}.",
            [Linked("“", ["We slept"], "Ana")],
            id="a quotation that only its mark introduces",
        ),
        pytest.param("It rained. {C We slept}.", [], id="a content alone"),
        pytest.param("It rained. {S Ana} slept.", [], id="a source alone"),
        pytest.param("It {Q rained}.", [], id="a cue alone"),
        pytest.param("{Q :} {C it rained}", [], id="a mark as cue, which needs a source"),
        pytest.param("{S Ana}{Q :} {C it rained}", [Linked(":", ["it rained"], "Ana")], id="a mark as cue of a source"),
        pytest.param("{S Ana} {Q frobbed} {C ,} so what.", [], id="a content of marks alone"),
        pytest.param(
            "{S –} {Q frobbed} {C it rained}.", [Linked("frobbed", ["it rained"], None)], id="marks as source"
        ),
    ],
)
def test_labels_are_linked(text: str, frames: list[Linked]) -> None:
    assert linked_in(text) == frames


class TestRules:
    """What the rules have read counts where labels leave it open."""

    def test_the_source_is_a_rules_where_no_label_names_one(self) -> None:
        assert linked_in("Ana {Q told} Reuters that {C it rained}.") == [Linked("told", ["it rained"], "Ana")]

    def test_a_label_overrules_the_source_that_a_rule_has_read(self) -> None:
        (frame,) = linked_in("Ana {S Maria} {Q said} that {C it rained}.")
        assert frame.source == "Maria"

    def test_the_source_that_a_rule_has_read_is_preferred_to_a_nearer_one(self) -> None:
        text = "{S Ana Bell} {Q told} {S Reuters} that {C it rained}."
        document, (frame,) = _frames("en", text)
        assert frame.source is not None
        assert words_of(document, frame.source) == "Ana Bell"
        assert [words_of(document, part) for part in frame.media] == ["Reuters"]

    def test_the_content_that_a_rule_has_read_is_preferred_to_a_nearer_cue(self) -> None:
        text = "{S Ana} {Q %s} yesterday in the town that {C it rained}, {Q gribbed} {S Kos}."
        assert [frame.cue for frame in linked_in(text % "said")] == ["said"]
        assert [frame.cue for frame in linked_in(text % "frobbed")] == ["gribbed"]

    def test_a_rule_keeps_its_class(self) -> None:
        _, (frame,) = _frames("en", "{S Ana} {Q fears} that {C it will rain}.")
        assert frame.rule.kind == "feel"

    def test_frames_inside_a_content_stay_as_the_rules_read_them(self) -> None:
        assert linked_in("{S Ana} {Q said} that {C Kos thinks it rained}.") == [
            Linked("said", ["Kos thinks it rained"], "Ana"),
            Linked("thinks", ["it rained"], "Kos"),
        ]

    def test_frames_outside_every_content_are_not_what_the_labels_say(self) -> None:
        assert linked_in("{S Ana} {Q frobbed} {C it rained}. Kos said that it snowed.") == [
            Linked("frobbed", ["it rained"], "Ana")
        ]

    def test_a_frame_around_what_the_labels_tell_is_none(self) -> None:
        assert linked_in("Kos said that {S Ana} {Q frobbed} {C it rained}.") == [
            Linked("frobbed", ["it rained"], "Ana")
        ]

    def test_the_rule_tells_apart_whom_a_labelled_source_holds(self) -> None:
        document, (frame,) = _frames("en", "{C It rained}, {S Ana Bell of the Guardian} {Q told} the Guardian.")
        assert frame.source is not None
        assert words_of(document, frame.source).startswith("Ana Bell")

    def test_a_statement_that_never_ends_has_a_bounded_number_of_parts(self) -> None:
        frames = linked_in("{S Ana} {Q frobbed} {C it rained}" + " {C it rained} ;" * (2 * MAX_PARTS))
        assert max(len(frame.content) for frame in frames) == MAX_PARTS

    def test_the_rule_tells_whom_a_labelled_pronoun_means(self) -> None:
        assert linked_in("{S Ana Bell}, a baker {S who} {Q says} {C it rained}, slept.") == [
            Linked("says", ["it rained"], "a baker")
        ]

    def test_a_content_without_a_cue_is_that_of_the_rule_that_reads_most_of_it(self) -> None:
        assert linked_in("Kos said that {C it rained all the day}.") == [
            Linked("said", ["it rained all the day"], "Kos")
        ]

    def test_a_source_inside_the_labelled_content_is_none(self) -> None:
        (frame,) = linked_in("{C Ana} {Q said} that {C it rained}.")
        assert frame.source is None

    def test_hearsay_of_which_a_label_names_the_source_is_hearsay_no_more(self) -> None:
        _, (frame,) = _frames("en", "{C It} {Q reportedly} {C rained}, {S Ana} frobbed.")
        assert frame.source is not None
        assert frame.construction is Construction.INDIRECT


@pytest.mark.parametrize(
    ("text", "construction"),
    [
        ('{S Ana} {Q frobbed} "{C it rained}".', Construction.QUOTED),
        ('{S Ana} {Q frobbed} {C it "rained" on}.', Construction.MIXED),
        ("{S Ana} {Q frobbed} {C it rained}.", Construction.INDIRECT),
    ],
)
def test_the_construction_follows_the_quotation_marks(text: str, construction: Construction) -> None:
    _, (frame,) = _frames("en", text)
    assert frame.construction is construction


@pytest.mark.parametrize("code", ["pl", "en"])
def test_labels_that_say_nothing_give_no_frames(code: str) -> None:
    text = {"pl": "Anna Sowa powiedziała, że padało.", "en": "Anna Howe said that it rained."}[code]
    assert linked_in(text, code) == []


labelled = st.sampled_from(["pl", "en"]).flatmap(
    lambda code: st.tuples(st.just(code), st.one_of(stories(code), pieced_texts(code)), st.integers(0, 10**6))
)


@settings(deadline=None)
@given(labelled)
def test_any_labels_give_well_formed_frames(case: tuple[str, str, int]) -> None:
    code, text, seed = case
    document = document_of(code, text)
    reading, rules = read_frames(document, find_cues(document))
    layers = [random_labels(len(document.words), seed + layer) for layer in range(2)]
    frames = link_frames(reading, rules, tags_of(*layers))
    assert all(before.cue[1] <= after.cue[0] for before, after in itertools.pairwise(frames))
    inner = {frame.cue for frame in rules}
    for frame in frames:
        parts = [part for part in (frame.source, *frame.media, *frame.relays) if part]
        assert frame.content
        assert all(0 <= start < end <= len(document.words) for start, end in (frame.cue, *frame.content, *parts))
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(frame.content))
        assert not any(_overlap(frame.cue, part) for part in frame.content)
        if frame.cue not in inner:
            assert not any(_overlap(part, other) for part in parts for other in (frame.cue, *frame.content))


def _overlap(first: Range, second: Range) -> bool:
    return first[0] < second[1] and second[0] < first[1]


@settings(deadline=None)
@given(labelled)
def test_any_labels_give_an_analysis_with_whole_chains(case: tuple[str, str, int]) -> None:
    code, text, seed = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis, "load_tagger", lambda language: RandomTagger(seed))
        patch.setattr(analysis, "load_confidence", lambda language, reader: None)
        attributions = analyze(Article(text=text, language=code), Reader.ACCURATE).attributions
    for number, attribution in enumerate(attributions):
        assert attribution.chain
        assert all(any(c.isalnum() for c in text[slice(*link.span)]) for link in attribution.chain)
        seen = {number}
        while (parent := attributions[number].parent) is not None:
            assert parent not in seen, "a statement stands inside itself"
            seen.add(parent)
            number = parent  # noqa: PLW2901 - climbs


def test_roles_have_labels_of_their_own() -> None:
    assert len({*BEGIN.values(), *(begin + 1 for begin in BEGIN.values())}) == 2 * len(BEGIN)
