from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credscore.arrays import IntArray
from credscore.columns import (
    CUE_CLUSTERS,
    KNOWN_SHARE,
    STRUCTURE_COLUMNS,
    Learned,
    bucket,
    following,
    previous,
    structure_columns,
)
from credscore.frames import Construction, Frame
from credscore.labels import BEGIN, LABELS, kind_number, rule_labels
from credscore.language import load_language
from credscore.patterns import Rule
from credscore.reading import read_frames
from credscore.spans import Range
from credscore.wordcolumns import WORD_COLUMNS, word_columns
from tests.readings import cues_of
from tests.strategies import any_texts, pieced_texts, stories

NONE = 11
SAY, SAY_RULE = 1, Rule(id="say", table="verbs", pattern="{say}", kind="say")


def columns_of(code: str, text: str, shares: dict[str, int] | None = None) -> dict[str, list[int]]:
    """The structure columns of a text by name; ``shares`` gives the classes of words known as cues."""
    document, cues = cues_of(code, text)
    of_tokens = np.asarray([(shares or {}).get(word, 0) for word in document.lower], np.int32)
    learned = Learned(of_tokens, np.arange(len(of_tokens), dtype=np.int32) % CUE_CLUSTERS)
    columns = structure_columns(document, cues, read_frames(document, cues)[1], learned)
    return {name: column.tolist() for name, column in zip(STRUCTURE_COLUMNS, columns, strict=True)}


def word_of(code: str, word: str) -> dict[str, int]:
    return dict(zip(WORD_COLUMNS, word_columns(word, load_language(code)), strict=True))


class TestWords:
    @pytest.mark.parametrize(
        ("word", "shape"),
        [
            ('"', 0),
            ("–", 1),
            (",", 2),
            (".", 3),
            (":", 4),
            ("(", 5),
            ("%", 6),
            ("NATO", 7),
            ("Anna", 8),
            ("A", 9),
            ("12", 10),
            ("rain", 12),
            ("well-known", 13),
        ],
    )
    def test_the_shape_tells_marks_capitals_and_digits_apart(self, word: str, shape: int) -> None:
        assert word_of("en", word)["shape"] == shape

    @pytest.mark.parametrize(
        ("code", "word", "head"),
        [
            ("en", "rain", 0),
            ("en", "mayor", 1),
            ("en", "officials", 2),
            ("en", "report", 5),
            ("pl", "rzecznik", 1),
            ("pl", "raport", 5),
            ("pl", "portal", 9),
        ],
    )
    def test_the_head_tells_the_kind_and_number_of_a_role(self, code: str, word: str, head: int) -> None:
        assert word_of(code, word)["head"] == head

    def test_forms_of_one_ending_share_it(self) -> None:
        first, second = word_of("pl", "powiedziała"), word_of("pl", "Zapowiedziała")
        assert (first["suffix3"], first["suffix2"]) == (second["suffix3"], second["suffix2"])
        assert first["prefix3"] != second["prefix3"]

    def test_case_and_apostrophe_change_the_shape_alone(self) -> None:
        first, second = word_of("en", "o'clock"), word_of("en", "O’clock")
        assert {name for name in first if first[name] != second[name]} == {"shape"}

    def test_grammatical_tags_are_told(self) -> None:
        tags = {word: word_of("pl", word)["tags"] for word in ("powiedział", "stwierdził", "powiedzieć", "deszcz")}
        assert tags["powiedział"] == tags["stwierdził"]
        assert len(set(tags.values())) == 3

    @settings(deadline=None)
    @given(st.sampled_from(["pl", "en"]), any_texts())
    def test_every_value_is_within_its_size(self, code: str, text: str) -> None:
        document, _ = cues_of(code, text)
        for word in document.words:
            values = word_of(code, word)
            assert all(0 <= values[name] < size for name, size in WORD_COLUMNS.items())


class TestPlaces:
    """Columns of small texts, worked out by hand."""

    def test_quotation_states(self) -> None:
        # He called it " a joke " and left . " Go , we will all go home , " she said .
        columns = columns_of("en", 'He called it "a joke" and left. "Go, we will all go home," she said.')
        assert columns["quotation"] == [0, 0, 0, 2, 5, 5, 3, 0, 0, 0, 2, *[1] * 8, 3, 0, 0, 0]
        assert columns["sentence_edges"] == [0] * 10 + [2 * 6 + 0] * 13
        assert columns["sentence_before"] == [6] * 10 + [0] * 13

    def test_a_mark_that_belongs_to_no_quotation_is_stray(self) -> None:
        assert columns_of("en", "It rained” all day.")["quotation"] == [0, 0, 4, 0, 0, 0]

    def test_distances_within_the_sentence(self) -> None:
        # It rained , he said , again . | We slept .
        columns = columns_of("en", "It rained, he said, again. We slept.")
        assert columns["from_start"] == [0, 1, 2, 3, 4, 5, 5, 6, 0, 1, 2]
        assert columns["to_end"] == [6, 5, 5, 4, 3, 2, 1, 0, 2, 1, 0]
        assert columns["since_comma"] == [NONE, NONE, 0, 1, 2, 0, 1, 2, NONE, NONE, NONE]
        assert columns["until_comma"] == [2, 1, 0, 2, 1, 0, *[NONE] * 5]

    def test_quotation_marks_are_near_within_the_paragraph(self) -> None:
        # It " rained . | Again " . || No .
        columns = columns_of("en", 'It "rained. Again".\n\nNo.')
        assert columns["since_quote"] == [NONE, 0, 1, 2, 3, 0, 1, NONE, NONE]
        assert columns["until_quote"] == [1, 0, 3, 2, 1, 0, NONE, NONE, NONE]

    @pytest.mark.parametrize(
        ("text", "places"),
        [
            ("One. Two. Three.", [0, 0, 1, 1, 2, 2]),
            ("One.\n\nTwo. Three.\n\nFour.\n\nFive.", [3, 3, 4, 4, 6, 6, 11, 11, 11, 11]),
        ],
    )
    def test_the_place_in_the_paragraph(self, text: str, places: list[int]) -> None:
        assert columns_of("en", text)["paragraph"] == places

    def test_runs_of_capitals(self) -> None:
        # Old Anna Maria Bell met Kos . | Jan
        assert columns_of("en", "The Anna Maria Bell met Kos. Jan slept.")["capital_run"] == [
            *(2, 3, 3, 4, 0, 1, 0),
            *(1, 0, 0),
        ]

    def test_cues_around(self) -> None:
        # The mayor , Ana Bell , said that it rained .
        columns = columns_of("en", "The mayor, Ana Bell, said that it rained. So what.")
        assert columns["since_cue"] == [*[NONE] * 6, 0, 1, 2, 3, 4, NONE, NONE, NONE]
        assert columns["until_cue"] == [5, 5, 4, 3, 2, 1, 0, *[NONE] * 7]
        assert columns["kind_before"] == [*[0] * 6, *[SAY] * 5, 0, 0, 0]
        assert columns["kind_after"] == [*[SAY] * 7, *[0] * 7]
        assert columns["between_before"] == [0, 0, 1, 0, 0, 1, 0, 6, 6, 6, 6, 0, 0, 0]
        assert columns["between_after"] == [2, 2, 2, 1, 1, 1, 0, 6, 0, 0, 0, 0, 0, 0]
        assert columns["cues"] == [1] * 11 + [0] * 3

    def test_a_quotation_mark_between_weighs_three_and_a_sentence_with_one_four(self) -> None:
        # Ana said : " it rained " .
        columns = columns_of("en", 'Ana said: "it rained".')
        assert columns["between_before"] == [0, 0, 0, 3, 3, 3, 3, 3]
        assert columns["cues"] == [5] * 8

    def test_dashes_are_counted_in_their_paragraph(self) -> None:
        # – Most stoi – powiedziała Anna Sowa . – Droga – tak .
        columns = columns_of("pl", "– Most stoi – powiedziała Anna Sowa. – Droga – tak.\n\nKoniec.")
        assert columns["dash"] == [1, 2, 2, 1, 3, 3, 3, 3, 1, 2, 1, 3, 3, 0, 0]

    def test_dashes_without_spaces_do_not_count(self) -> None:
        assert set(columns_of("en", "It rained–hard. A (–) mark.")["dash"]) == {0}

    def test_words_that_the_training_texts_know_as_cues(self) -> None:
        # It rained , Ana frobs , again . | No
        columns = columns_of("en", "It rained, Ana frobs, again. No.", {"frobs": 7, "rained": KNOWN_SHARE - 1})
        assert columns["since_known"] == [*[NONE] * 5, 1, 2, 3, NONE, NONE]
        assert columns["share_before"] == [0, 0, 0, 0, 0, 7, 7, 7, 0, 0]
        assert columns["until_known"] == [4, 3, 2, 1, 0, *[NONE] * 5]
        assert columns["share_after"] == [7] * 5 + [0] * 5

    def test_what_the_rules_read_is_told(self) -> None:
        # Ana said that it rained .
        columns = columns_of("en", "Ana said that it rained.")
        assert columns["rule_outer"] == [1, 3, 0, 5, 6, 0]
        assert columns["rule_kind"] == [0, 0, 0, SAY, SAY, 0]
        assert columns["rule_inner"] == [0] * 6

    @settings(deadline=None)
    @given(
        st.sampled_from(["pl", "en"]).flatmap(
            lambda code: st.tuples(st.just(code), st.one_of(pieced_texts(code), stories(code), any_texts()))
        ),
        st.integers(0, 7),
    )
    def test_every_value_is_within_its_size(self, text: tuple[str, str], share: int) -> None:
        document, cues = cues_of(*text)
        if not document.words:
            return
        shares = np.arange(len(document.words), dtype=np.int32) % (share + 1)
        learned = Learned(shares, shares * CUE_CLUSTERS // 7)
        columns = structure_columns(document, cues, read_frames(document, cues)[1], learned)
        assert columns.shape == (len(STRUCTURE_COLUMNS), len(document.words))
        assert columns.min() >= 0
        assert (columns.max(axis=1) < list(STRUCTURE_COLUMNS.values())).all()


def test_distances_are_finer_near_zero() -> None:
    distances = np.asarray([-1, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 13, 14, 20, 21, 33, 72, 999], np.int32)
    assert bucket(distances).tolist() == [NONE, 0, 1, 2, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10, 10, 10]


@pytest.mark.parametrize(
    ("table", "kind", "number"),
    [("verbs", "say", 1), ("nouns", "say", 12), ("nouns", "", 12), ("cues", "hearsay", 17), ("cues", "noted", 0)],
)
def test_classes_of_rules_are_numbered(table: str, kind: str, number: int) -> None:
    assert kind_number(table, kind) == number


@pytest.mark.parametrize(
    ("marks", "low", "high", "before", "after"),
    [
        ([0, 1, 0, 0, 1], 0, 4, [-1, 1, 1, 1, 4], [1, 1, 4, 4, 4]),
        ([0, 1, 0, 0, 1], 2, 3, [-1, -1, -1, -1, 4], [1, 1, -1, -1, -1]),
        ([0, 0, 0, 0, 0], 0, 4, [-1] * 5, [-1] * 5),
    ],
)
def test_the_nearest_marked_token_on_either_side(
    marks: list[int], low: int, high: int, before: list[int], after: list[int]
) -> None:
    index = np.arange(5, dtype=np.int32)
    is_marked = np.asarray(marks, bool)
    assert previous(is_marked, np.full_like(index, low), index).tolist() == before
    assert following(is_marked, np.full_like(index, high), index).tolist() == after


def _frame(cue: Range, *content: Range, source: Range | None = None, media: tuple[Range, ...] = ()) -> Frame:
    quoted = Construction.QUOTED
    return Frame(cue=cue, rule=SAY_RULE, content=content, source=source, construction=quoted, media=media)


def _letters(labels: IntArray) -> str:
    """S, Q, C for what opens a source, a cue, a content; small letters for what goes on with it."""
    return "".join(".SsQqCc"[label] for label in labels)


@pytest.mark.parametrize(
    ("frames", "outer", "inner"),
    [
        ([], "........", "........"),
        ([_frame((2, 3), (4, 7), source=(0, 2))], "SsQ.Ccc.", "........"),
        ([_frame((3, 4), (0, 2), (5, 8))], "Cc.Q.Ccc", "........"),
        ([_frame((1, 2), (4, 8), source=(0, 1), media=((2, 3),))], "SQS.Cccc", "........"),
        ([_frame((1, 2), (2, 8), source=(0, 1)), _frame((3, 4), (5, 7), source=(2, 3))], "SQCccccc", "..SQ.Cc."),
        ([_frame((3, 4), (5, 7)), _frame((1, 2), (2, 8))], ".QCccccc", "...Q.Cc."),
        ([_frame((0, 2), (2, 4)), _frame((4, 6), (6, 8))], "QqCcQqCc", "........"),
    ],
)
def test_labels_of_rules_keep_outer_and_inner_frames_apart(frames: list[Frame], outer: str, inner: str) -> None:
    labels = rule_labels(frames, 8)
    assert (_letters(labels[0]), _letters(labels[1])) == (outer, inner)


def test_the_kind_of_a_rule_stands_where_its_outer_content_is() -> None:
    inner = replace(_frame((3, 4), (5, 7)), rule=replace(SAY_RULE, kind="think"))
    assert rule_labels([_frame((1, 2), (2, 8)), inner], 8)[2].tolist() == [0, 0, *[SAY] * 6]


def test_there_are_labels_for_each_role() -> None:
    assert [LABELS[BEGIN[role]] for role in ("source", "cue", "content")] == ["B-SOURCE", "B-CUE", "B-CONTENT"]
