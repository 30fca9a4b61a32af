from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credscore.analysis import Reader
from credscore.arrays import FloatArray
from credscore.confidence import (
    FEATURES,
    FILES,
    NUMBERS,
    Confidence,
    frame_features,
    keep_likely,
    load_confidence,
    read_confidence,
)
from credscore.cues import find_cues
from credscore.errors import ModelError
from credscore.folders import write_sums
from credscore.frames import Frame, Reading
from credscore.labels import BEGIN, LABELS, LAYERS, Tags
from credscore.reading import read_frames
from tests.readings import cues_of, document_of, features_on, words_of
from tests.strategies import pieced_texts

NESTED = "Ana Bell said that Kos thinks it rained."
SUPPORT = FEATURES.index("broad: cue")


def _read(code: str, text: str) -> tuple[Reading, list[Frame]]:
    return read_frames(*cues_of(code, text))


def _told(code: str, text: str) -> dict[str, set[str]]:
    """By the words of its cue, which features of a frame are 1; none is anything but 0 or 1 without a tagger."""
    reading, frames = _read(code, text)
    values = frame_features(reading, frames, None)
    cues = [words_of(reading.document, frame.cue) for frame in frames]
    return dict(zip(cues, features_on(values, FEATURES), strict=True))


def _model(threshold: float = 0.5, **weights: float) -> Confidence:
    """A regression that looks at the features named, underscores for spaces."""
    return Confidence(0.0, tuple(weights.get(feature.replace(" ", "_"), 0.0) for feature in FEATURES), threshold)


class TestFeatures:
    def test_each_has_a_name_of_its_own(self) -> None:
        assert len(set(FEATURES)) == len(FEATURES)

    @pytest.mark.parametrize(
        ("code", "text", "cue", "features"),
        [
            pytest.param(
                "en",
                "Ana Bell said that the pier was shut.",
                "said",
                "say, verbs, worded indirect, source has a capital, three or four tokens, content ends its sentence, "
                "content after the cue, content after a conjunction, in the first paragraph",
                id="a that clause",
            ),
            pytest.param(
                "en",
                "Reportedly the pier was shut.",
                "Reportedly",
                "hearsay, cues, worded hearsay, no source, three or four tokens, content ends its sentence, "
                "content after the cue, in the first paragraph, cue with a capital",
                id="hearsay",
            ),
            pytest.param(
                "en",
                'Rain fell.\n\n"The pier is shut," said Ana Bell.',
                "said",
                "say, verbs, worded quoted, source has a capital, three or four tokens, content begins with a mark",
                id="a quotation before its cue, in the second paragraph",
            ),
            pytest.param(
                "pl",
                "Anna Sowa mówi, że padało.",
                "mówi",
                "say, verbs, worded indirect, source has a capital, one or two tokens, content ends its sentence, "
                "content after the cue, content after a conjunction, in the first paragraph, present",
                id="a verb in the present",
            ),
            pytest.param(
                "en",
                "Ana Bell told Reuters that the pier was shut.",
                "told",
                "say, verbs, worded indirect, source has a capital, medium or relay named, three or four tokens, "
                "content ends its sentence, content after the cue, content after a conjunction, in the first paragraph",
                id="a medium that was told",
            ),
            pytest.param(
                "en",
                "The pier was not opposed by the mayor.",
                "opposed",
                "judge, verbs, worded indirect, source after by, one or two tokens, in the first paragraph, "
                "cue negated",
                id="a participle with a negation and an agent",
            ),
            pytest.param(
                "en",
                NESTED,
                "thinks",
                "think, verbs, worded indirect, is inner, source has a capital, one or two tokens, "
                "content ends its sentence, content after the cue, in the first paragraph, present",
                id="a frame inside another",
            ),
        ],
    )
    def test_features_tell_how_a_frame_was_read(self, code: str, text: str, cue: str, features: str) -> None:
        assert _told(code, text)[cue] == set(features.split(", "))

    def test_the_outer_frame_is_not_inner(self) -> None:
        assert "is inner" not in _told("en", NESTED)["said"]

    def test_a_frame_in_whose_own_content_the_cue_stands_is_not_inner(self) -> None:
        reading, (frame, _) = _read("en", NESTED)
        around = replace(frame, content=((0, 8),))
        assert frame_features(reading, [around], None)[0, FEATURES.index("is inner")] == 0

    def test_long_and_parted_contents_are_told(self) -> None:
        reading, (frame, _) = _read("en", "Ana Bell said that Kos thinks it rained" + " and rained" * 30 + ".")
        parted = replace(frame, content=((4, 30), (31, 60)))
        row = frame_features(reading, [parted], None)[0]
        assert row[FEATURES.index("over forty tokens")] == row[FEATURES.index("several parts")] == 1

    def test_a_source_of_more_than_eight_tokens_is_long(self) -> None:
        reading, (frame, _) = _read("en", NESTED)
        column = FEATURES.index("source is long")
        sources = [replace(frame, source=(0, 8)), replace(frame, source=(0, 9))]
        assert frame_features(reading, sources, None)[:, column].tolist() == [0, 1]

    def test_no_frames_make_a_table_without_rows(self) -> None:
        reading, _ = _read("en", NESTED)
        assert frame_features(reading, [], None).shape == (0, len(FEATURES))

    def test_each_layer_of_the_tagger_supports_what_a_frame_has(self) -> None:
        reading, (outer, _) = _read("en", NESTED)
        likely = np.zeros((len(LAYERS), len(reading.document.words), len(LABELS)), np.float32)
        (start, end), cue = outer.content[0], outer.cue[0]
        likely[0, cue, BEGIN["cue"]] = 0.75
        likely[0, start:end, BEGIN["content"] + 1] = 0.25
        likely[0, start, BEGIN["content"]] = 0.5
        likely[1, start - 1, BEGIN["content"]] = 0.125
        likely[2, end, BEGIN["content"] + 1] = 0.375
        likely[2, slice(*outer.source or (0, 0)), BEGIN["source"]] = 0.625
        tags = _tags(likely)
        (values,) = frame_features(reading, [outer], tags)[:, SUPPORT:]
        mean = 0.25 + 0.5 / (end - start)
        expected = [[0.75, 0, mean, 0.5, 0, 0], [0, 0, 0, 0, 0.125, 0], [0, 0.625, 0, 0, 0, 0.375]]
        assert values.tolist() == pytest.approx([value for layer in expected for value in layer])

    @settings(deadline=None)
    @given(st.data(), st.sampled_from(["en", "pl"]), st.integers(0, 99), st.booleans())
    def test_all_values_are_from_0_to_1(self, data: st.DataObject, code: str, seed: int, is_tagged: bool) -> None:
        document = document_of(code, data.draw(pieced_texts(code)))
        reading, frames = read_frames(document, find_cues(document))
        values = frame_features(reading, frames, _random_tags(len(document.words), seed) if is_tagged else None)
        assert values.shape == (len(frames), len(FEATURES))
        assert ((values >= 0) & (values <= 1 + 1e-6)).all()


def _random_tags(count: int, seed: int) -> Tags:
    drawn = np.random.default_rng(seed).random((len(LAYERS), count, len(LABELS))).astype(np.float32)
    return _tags(np.asarray(drawn / drawn.sum(axis=-1, keepdims=True), np.float32))


def _tags(likely: FloatArray) -> Tags:
    nothing = np.zeros(likely.shape[1], np.int32)
    return Tags(outermost=nothing, inner=nothing, likely=likely)


class TestJudge:
    def test_it_is_the_logistic_function_of_the_weighted_sum(self) -> None:
        weights = (1.0, -2.0, *[0.0] * (len(FEATURES) - 2))
        values = np.zeros((4, len(FEATURES)))
        values[1, 0] = values[2, 1] = values[3, 2] = 1
        odds = np.exp([0.5, 1.5, -1.5, 0.5])
        assert Confidence(0.5, weights, 0.0).judge(values) == pytest.approx(odds / (1 + odds))

    def test_without_weights_all_is_even(self) -> None:
        assert _model().judge(np.ones((2, len(FEATURES)))).tolist() == [0.5, 0.5]


class TestKeepLikely:
    def test_nothing_is_kept_of_nothing(self) -> None:
        reading, _ = _read("en", NESTED)
        assert keep_likely(reading, [], _model(), None, None) == []

    def test_frames_below_the_threshold_are_dropped(self) -> None:
        reading, frames = _read("en", NESTED)
        (kept,) = keep_likely(reading, frames, _model(is_inner=-3.0), None, None)
        assert kept == replace(frames[0], confidence=0.5)

    def test_a_frame_at_the_threshold_is_kept(self) -> None:
        reading, frames = _read("en", NESTED)
        assert len(keep_likely(reading, frames, _model(threshold=0.5), None, None)) == 2

    @pytest.mark.parametrize(("threshold", "count"), [(0.0, 2), (0.04, 2), (0.05, 1), (0.51, 0)])
    def test_the_threshold_that_is_asked_for_wins(self, threshold: float, count: int) -> None:
        reading, frames = _read("en", NESTED)
        kept = keep_likely(reading, frames, _model(threshold=0.9, is_inner=-3.0), None, threshold)
        assert len(kept) == count

    def test_each_frame_has_its_own_probability(self) -> None:
        reading, frames = _read("en", NESTED)
        kept = keep_likely(reading, frames, _model(is_inner=-3.0), None, 0.0)
        assert [frame.confidence for frame in kept] == pytest.approx([0.5, 1 / (1 + np.exp(3))])
        assert [replace(frame, confidence=1.0) for frame in kept] == frames


def _save(folder: Path, content: str) -> Path:
    """A model folder with these words as its numbers, and sums that fit."""
    (folder / NUMBERS).write_text(content, encoding="utf-8")
    (folder / "card.md").write_text("# a test\n", encoding="utf-8")
    (folder / "metrics.json").write_text("{}\n", encoding="utf-8")
    write_sums(folder, FILES)
    return folder


def _form(**change: Any) -> str:
    return json.dumps({"intercept": -0.5, "threshold": 0.25, "weights": {"say": 2, "is inner": -1.5}} | change)


class TestFolders:
    def test_weights_belong_to_features_by_name(self, tmp_path: Path) -> None:
        model = read_confidence(_save(tmp_path, _form()))
        assert (model.intercept, model.threshold) == (-0.5, 0.25)
        named = {str(name): weight for name, weight in zip(FEATURES, model.weights, strict=True) if weight}
        assert named == {"say": 2.0, "is inner": -1.5}

    def test_features_without_a_weight_and_weights_without_a_feature_count_nothing(self, tmp_path: Path) -> None:
        assert read_confidence(_save(tmp_path, _form(rules={"say": 1}))).rules == {"say": 1}
        model = read_confidence(_save(tmp_path, _form(weights={"phase of the moon": 9.0})))
        assert model.weights == (0.0,) * len(FEATURES)

    @pytest.mark.parametrize(
        "content",
        [
            "{",
            "[" * 10**5,
            "[1]",
            "null",
            "{}",
            _form(weights=None),
            _form(weights=[1.0]),
            _form(weights={"say": "much"}),
            _form(weights={"say": [1]}),
            _form(intercept="low"),
            _form(threshold=None),
            _form(rules=["say"]),
            _form(rules={"say": "much"}),
        ],
    )
    def test_numbers_that_make_no_regression_are_refused(self, tmp_path: Path, content: str) -> None:
        with pytest.raises(ModelError, match=r"confidence\.json (is not JSON|does not hold a regression)"):
            read_confidence(_save(tmp_path, content))

    @pytest.mark.parametrize("name", [*FILES, "SHA256SUMS"])
    def test_a_missing_file_is_told(self, tmp_path: Path, name: str) -> None:
        (_save(tmp_path, _form()) / name).unlink()
        with pytest.raises(ModelError, match=f"{name} is missing"):
            read_confidence(tmp_path)

    def test_numbers_that_were_changed_are_refused(self, tmp_path: Path) -> None:
        (_save(tmp_path, _form()) / NUMBERS).write_text(_form(threshold=0.9), encoding="utf-8")
        with pytest.raises(ModelError, match="was changed after it was saved"):
            read_confidence(tmp_path)

    @pytest.mark.parametrize("language", ["pl", "en"])
    def test_each_language_has_one_for_the_fast_reader(self, language: str) -> None:
        model = load_confidence(language, Reader.FAST)
        assert model is not None
        assert 0 <= model.threshold < 1
        assert any(model.weights)

    def test_a_language_without_one_has_none(self) -> None:
        assert load_confidence("xx", Reader.FAST) is None
