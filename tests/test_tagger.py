from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credscore import folders, tagger
from credscore.arrays import FloatArray
from credscore.columns import STRUCTURE_COLUMNS
from credscore.errors import ModelError
from credscore.folders import write_sums
from credscore.labels import LABELS, LAYERS
from credscore.reading import read_frames
from credscore.tagger import (
    BARRED,
    FILES,
    START,
    Tagger,
    barred_transitions,
    best_labels,
    load_tagger,
    read_tagger,
)
from credscore.wordcolumns import WORD_COLUMNS
from tests.readings import cues_of
from tests.strategies import any_texts, pieced_texts, stories
from tests.taggers import KNOWN, WIDTH, random_arrays, write_tagger

BEFORE_INSIDE = {2: {1, 2}, 4: {3, 4}, 6: {5, 6}}
"""The labels that each I label may follow."""


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Tagger:
    """A network of random numbers, saved and read back."""
    return read_tagger(write_tagger(tmp_path_factory.mktemp("tagger"), random_arrays()))


def labels_of(network: Tagger, code: str, text: str) -> list[int]:
    document, cues = cues_of(code, text)
    tags = network.tag(document, cues, read_frames(document, cues)[1])
    return [int(label) for label in tags.outermost]


def _assert_well_formed(labels: Sequence[int], paragraphs: Sequence[int]) -> None:
    for token, label in enumerate(labels):
        if label in BEFORE_INSIDE:
            assert token not in paragraphs
            assert labels[token - 1] in BEFORE_INSIDE[label]


class TestTag:
    def test_each_token_has_a_label(self, network: Tagger) -> None:
        labels = labels_of(network, "en", "The mayor said that it rained.\n\nNobody knew.")
        assert len(labels) == 10
        assert set(labels) <= set(range(len(LABELS)))

    def test_random_numbers_give_every_role(self, network: Tagger) -> None:
        text = "The mayor, Ana Bell, said that it rained. “We slept,” she added on Monday.\n\nNobody knew why. " * 20
        assert set(labels_of(network, "en", text)) == set(range(len(LABELS)))

    def test_the_same_text_has_the_same_labels_when_its_words_are_remembered(self, network: Tagger) -> None:
        text = "Burmistrz Jan Kos powiedział, że padało."
        first = labels_of(network, "pl", text)
        network.remembered.clear()
        assert labels_of(network, "pl", text) == first

    def test_memory_of_words_is_bounded(self, network: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tagger, "MAX_REMEMBERED_WORDS", 3)
        labels_of(network, "en", "One two three four five six seven eight nine ten.")
        assert len(network.remembered) <= 4

    @pytest.mark.parametrize("text", ["Rain", '"', "A.", "Rain fell", "\n\nOne.\n\nTwo"])
    def test_texts_shorter_than_the_windows_are_read(self, network: Tagger, text: str) -> None:
        document, _ = cues_of("en", text)
        assert len(labels_of(network, "en", text)) == len(document.words)

    def test_what_stands_far_away_changes_nothing(self, network: Tagger) -> None:
        head, rest = "Rain fell.\n\nBoats lay still.\n\nIt was cold.\n\n", "It was a Monday.\n\n"
        short = labels_of(network, "en", head + rest * 3)[:-5]  # its last paragraph has no neighbour
        assert labels_of(network, "en", head + rest * 9)[: len(short)] == short

    def test_a_long_text_is_scored_in_blocks_as_in_one(self, network: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
        document, cues = cues_of("en", "The mayor said that it rained. “We slept,” she added.\n\nNobody knew. " * 5)
        frames = read_frames(document, cues)[1]
        whole = network.tag(document, cues, frames).likely
        monkeypatch.setattr(tagger, "BLOCK_TOKENS", 16)
        np.testing.assert_allclose(network.tag(document, cues, frames).likely, whole, rtol=1e-4, atol=1e-5)

    @settings(deadline=None)
    @given(
        st.sampled_from(["pl", "en"]).flatmap(
            lambda code: st.tuples(st.just(code), st.one_of(pieced_texts(code), stories(code), any_texts()))
        )
    )
    def test_labels_of_any_text_keep_their_order(self, network: Tagger, text: tuple[str, str]) -> None:
        document, cues = cues_of(*text)
        if document.words:
            tags = network.tag(document, cues, read_frames(document, cues)[1])
            for labels in (tags.outermost, tags.inner):
                _assert_well_formed(labels.tolist(), document.paragraphs)
            assert tags.likely.shape == (len(LAYERS), len(document.words), len(LABELS))
            np.testing.assert_allclose(tags.likely.sum(axis=-1), 1, rtol=1e-5)


def _value(scores: FloatArray, labels: Sequence[int], transitions: FloatArray) -> float:
    """What a sequence of labels is worth."""
    moves = sum(float(transitions[pair]) for pair in itertools.pairwise(labels))
    return moves + float(START[labels[0]]) + sum(float(row[label]) for row, label in zip(scores, labels, strict=True))


class TestBestLabels:
    @pytest.mark.parametrize("length", [1, 2, 3, 4])
    @pytest.mark.parametrize("seed", range(5))
    def test_no_other_sequence_is_worth_more(self, length: int, seed: int) -> None:
        draw = np.random.default_rng(seed)
        scores = (3 * draw.standard_normal((length, 7))).astype(np.float32)
        transitions = draw.standard_normal((7, 7)).astype(np.float32) + barred_transitions()
        best = max(itertools.product(range(7), repeat=length), key=lambda path: _value(scores, path, transitions))
        assert best_labels(scores, [0, length], transitions).tolist() == list(best)

    @given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(0, 999))
    def test_paragraphs_together_are_labelled_as_one_by_one(self, lengths: list[int], seed: int) -> None:
        draw = np.random.default_rng(seed)
        bounds = [0, *itertools.accumulate(lengths)]
        scores = (3 * draw.standard_normal((bounds[-1], 7))).astype(np.float32)
        transitions = draw.standard_normal((7, 7)).astype(np.float32) + barred_transitions()
        one_by_one = [
            label
            for start, end in itertools.pairwise(bounds)
            for label in best_labels(scores[start:end], [0, end - start], transitions)
        ]
        labels = best_labels(scores, bounds, transitions).tolist()
        assert labels == one_by_one
        _assert_well_formed(labels, bounds)

    def test_an_endless_paragraph_is_labelled_in_parts(self, monkeypatch: pytest.MonkeyPatch) -> None:
        scores = np.zeros((4, 7), np.float32)
        scores[:, 6] = 5
        monkeypatch.setattr(tagger, "BLOCK_TOKENS", 2)
        assert best_labels(scores, [0, 4], barred_transitions()).tolist() == [5, 6, 5, 6]

    def test_a_stretch_is_opened_even_where_every_token_would_go_on(self) -> None:
        scores = np.zeros((3, 7), np.float32)
        scores[:, 6] = 5
        assert best_labels(scores, [0, 3], barred_transitions()).tolist() == [5, 6, 6]
        assert best_labels(scores, [0, 2, 3], barred_transitions())[2] != 6


def test_only_what_goes_on_with_a_stretch_is_barred() -> None:
    barred = {(int(row), int(column)) for row, column in np.argwhere(barred_transitions() == BARRED)}
    assert barred == {(row, label) for label, allowed in BEFORE_INSIDE.items() for row in set(range(7)) - allowed}


class TestRead:
    def test_arrays_come_back_as_they_were_saved(self, network: Tagger) -> None:
        arrays = random_arrays()
        assert network.rows == {word: row for row, word in enumerate(KNOWN, 1)}
        np.testing.assert_allclose(network.words, arrays["words"] * arrays["word_scale"][:, None], rtol=1e-6)
        np.testing.assert_array_equal(np.concatenate(network.places), arrays["places"])
        assert [len(table) for table in network.places] == list(STRUCTURE_COLUMNS.values())
        assert [dilation for dilation, *_ in network.layers] == [1, 2]
        assert network.words.dtype == network.types.dtype == np.float32

    @pytest.mark.parametrize("name", FILES)
    def test_a_missing_file_is_told(self, tmp_path: Path, name: str) -> None:
        (write_tagger(tmp_path, random_arrays()) / name).unlink()
        with pytest.raises(ModelError, match=f"{name} is missing"):
            read_tagger(tmp_path)

    @pytest.mark.parametrize("name", FILES)
    def test_a_changed_file_is_told(self, tmp_path: Path, name: str) -> None:
        with (write_tagger(tmp_path, random_arrays()) / name).open("ab") as file:
            file.write(b"\n")
        with pytest.raises(ModelError, match=f"{name} was changed"):
            read_tagger(tmp_path)

    @pytest.mark.parametrize(
        ("name", "array"),
        [
            ("places", np.zeros((sum(STRUCTURE_COLUMNS.values()) + 1, WIDTH), np.float32)),
            ("types", np.zeros((sum(WORD_COLUMNS.values()) - 1, WIDTH), np.float16)),
            ("words", np.zeros((len(KNOWN), WIDTH), np.int8)),
            ("places", None),
        ],
    )
    def test_arrays_made_for_other_columns_or_words_are_refused(
        self, tmp_path: Path, name: str, array: Any | None
    ) -> None:
        arrays = {other: value for other, value in random_arrays().items() if other != name}
        write_tagger(tmp_path, arrays if array is None else {**arrays, name: array})
        with pytest.raises(ModelError, match="train it anew"):
            read_tagger(tmp_path)

    def test_pickled_objects_are_never_loaded(self, tmp_path: Path) -> None:
        write_tagger(tmp_path, {**random_arrays(), "shift": np.asarray([{}], object)})
        with pytest.raises(ValueError, match="allow_pickle"):
            read_tagger(tmp_path)


class TestLoad:
    @pytest.fixture(autouse=True)
    def _models(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
        """No models but those that a test writes, and none remembered."""
        monkeypatch.setattr(folders, "MODELS", tmp_path)
        load_tagger.cache_clear()
        yield
        load_tagger.cache_clear()

    def test_a_language_without_a_model_has_none(self) -> None:
        assert load_tagger("en") is None

    def test_the_model_of_a_language_is_read_once(self, tmp_path: Path) -> None:
        write_tagger(tmp_path / "tagger-pl" / "1", random_arrays())
        assert load_tagger("pl") is not None
        assert load_tagger("pl") is load_tagger("pl")
        assert load_tagger("en") is None

    def test_a_damaged_model_is_no_missing_one(self, tmp_path: Path) -> None:
        folder = write_tagger(tmp_path / "tagger-pl" / "1", random_arrays())
        (folder / "words.txt").write_bytes(b"other\n")
        with pytest.raises(ModelError, match=r"words\.txt was changed"):
            load_tagger("pl")
        write_sums(folder, FILES)
        with pytest.raises(ModelError, match="train it anew"):
            load_tagger("pl")
