from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from credscore.analysis import analyze
from credscore.articles import Article
from credscore.chains import Attribution, link_chains
from credscore.errors import ModelError
from credscore.folders import write_sums
from credscore.links import FEATURES, FILES, NUMBERS, judge_links, link_features, load_links, read_links
from credscore.reading import read_frames
from credscore.regression import Regression
from credscore.sources import read_sources
from tests.readings import analysis_of, cues_of, features_on, text_of
from tests.strategies import articles

TOLD = "Ana Bell told Reuters that Kos thinks it rained."


def _features_of(code: str, text: str) -> dict[tuple[str, str], set[str]]:
    """By the words of its cue and its own words, which features of a link are 1; all others are 0."""
    document, cues = cues_of(code, text)
    reading, frames = read_frames(document, cues)
    attributions = link_chains(reading, frames, read_sources(reading))
    values = link_features(document, frames, [a.parent for a in attributions], [a.chain for a in attributions])
    links = [(text_of(text, a.cue), text_of(text, link.span)) for a in attributions for link in a.chain]
    return dict(zip(links, features_on(values, FEATURES), strict=True))


class TestFeatures:
    def test_each_has_a_name_of_its_own(self) -> None:
        assert len(set(FEATURES)) == len(FEATURES)

    @pytest.mark.parametrize(
        ("code", "text", "link", "features"),
        [
            pytest.param(
                "en",
                "Ana Bell said that the pier was shut.",
                ("said", "Ana Bell"),
                "named_person, worded indirect, name in its words, only link, right beside the cue, "
                "opens its sentence, capital",
                id="a person by name",
            ),
            pytest.param(
                "en",
                "Ana Bell opened the pier. It rained on Monday, said Bell.",
                ("said", "Bell"),
                "named_person, worded indirect, name from elsewhere, only link, right beside the cue, after the cue, "
                "one token, capital, no mark before",
                id="a surname",
            ),
            pytest.param(
                "en",
                'Ana Bell said that it rained. "We went home," she added.',
                ("added", "she"),
                "named_person, worded quoted, pronoun, only link, right beside the cue, one token",
                id="a pronoun",
            ),
            pytest.param(
                "pl",
                "Anna Sowa powiedziała, że padało. Dodała, że most zamknięto.",
                ("Dodała", "Dodała"),
                "named_person, worded indirect, subject dropped, only link, opens its sentence, one token, capital",
                id="a dropped subject",
            ),
            pytest.param(
                "en",
                "Reportedly the pier was shut.",
                ("Reportedly", "Reportedly"),
                "unspecified, worded hearsay, only link, opens its sentence, one token, capital, plain word behind",
                id="hearsay",
            ),
            pytest.param(
                "en",
                TOLD,
                ("told", "Reuters"),
                "outlet, worded indirect, name in its words, first of several, told medium, right beside the cue, "
                "after the cue, one token, capital, no mark before, plain word behind",
                id="a medium that was told",
            ),
            pytest.param(
                "en",
                TOLD,
                ("thinks", "Ana Bell"),
                "named_person, worded indirect, name in its words, three links or more, from the outer attribution, "
                "opens its sentence, capital",
                id="a link of the outer attribution",
            ),
            pytest.param(
                "en",
                "The pier was shut, the Guardian reported, citing an official at the port.",
                ("reported", "an official at the port"),
                "unnamed_person, worded indirect, last of several, cited relay, after the cue, determiner first, "
                "preposition, role noun, no mark before",
                id="whom the source cites",
            ),
        ],
    )
    def test_features_tell_what_a_link_is(self, code: str, text: str, link: tuple[str, str], features: str) -> None:
        assert _features_of(code, text)[link] == set(features.split(", "))

    def test_no_chains_make_a_table_without_rows(self) -> None:
        assert link_features(cues_of("en", TOLD)[0], [], [], []).shape == (0, len(FEATURES))


def _links_of(attributions: tuple[Attribution, ...]) -> list[tuple[str | None, float]]:
    return [(link.name, link.confidence) for attribution in attributions for link in attribution.chain]


class TestJudge:
    def test_each_link_has_its_own_probability(self) -> None:
        document, cues = cues_of("en", TOLD)
        reading, frames = read_frames(document, cues)
        weights = {"told medium": 1.0, "from the outer attribution": -1.0}
        model = Regression(0.0, tuple(weights.get(feature, 0.0) for feature in FEATURES))
        judged = link_chains(reading, frames, read_sources(reading), None, model)
        high, low = 1 / (1 + np.exp(-1)), 1 / (1 + np.exp(1))
        assert _links_of(judged) == [
            ("Reuters", pytest.approx(high)),
            ("Ana Bell", 0.5),
            ("Reuters", pytest.approx(low)),
            ("Ana Bell", pytest.approx(low)),
            ("Kos", 0.5),
        ]

    def test_nothing_but_the_probability_is_changed(self) -> None:
        document, cues = cues_of("en", TOLD)
        reading, frames = read_frames(document, cues)
        found = link_chains(reading, frames, read_sources(reading))
        parents, chains = [a.parent for a in found], [a.chain for a in found]
        judged = judge_links(document, frames, parents, chains, Regression(9.0, (0.0,) * len(FEATURES)))
        assert [tuple(replace(link, confidence=1.0) for link in chain) for chain in judged] == chains

    def test_where_nobody_judges_all_links_are_sure(self) -> None:
        reading, frames = read_frames(*cues_of("en", TOLD))
        assert {p for _, p in _links_of(link_chains(reading, frames, read_sources(reading)))} == {1.0}


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", TOLD), ("pl", "Anna Sowa powiedziała PAP, że padało. Dodała, że most zamknięto.")],
)
def test_the_json_form_has_the_probability_of_each_link(code: str, text: str) -> None:
    analysis = analysis_of(code, text, title=text[:-1] + " today.")
    chains = [entry["chain"] for entry in analysis.to_dict()["attributions"]]
    told = [link["confidence"] for chain in chains for link in chain]
    assert told == [round(confidence, 3) for _, confidence in _links_of(analysis.attributions)]
    assert any(attribution.in_title for attribution in analysis.attributions)
    assert len(set(told)) > 1


@settings(deadline=None)
@given(articles())
def test_all_links_of_an_article_have_a_probability_between_0_and_1(article: Article) -> None:
    assert all(0 < confidence < 1 for _, confidence in _links_of(analyze(article).attributions))


def _save(folder: Path, content: str) -> Path:
    """A model folder with these words as its numbers, and sums that fit."""
    (folder / NUMBERS).write_text(content, encoding="utf-8")
    (folder / "card.md").write_text("# a test\n", encoding="utf-8")
    (folder / "metrics.json").write_text("{}\n", encoding="utf-8")
    write_sums(folder, FILES)
    return folder


_FORM = json.dumps({"intercept": -0.5, "weights": {"pronoun": 2, "only link": -1.5, "phase of the moon": 9}})


class TestFolders:
    def test_weights_belong_to_features_by_name(self, tmp_path: Path) -> None:
        model = read_links(_save(tmp_path, _FORM))
        assert model.intercept == -0.5
        named = {str(name): weight for name, weight in zip(FEATURES, model.weights, strict=True) if weight}
        assert named == {"pronoun": 2.0, "only link": -1.5}

    @pytest.mark.parametrize(
        "content", ["{", "[1]", "null", "{}", '{"intercept": 1}', '{"intercept": 0, "weights": 1}']
    )
    def test_numbers_that_make_no_regression_are_refused(self, tmp_path: Path, content: str) -> None:
        with pytest.raises(ModelError, match=r"links\.json (is not JSON|does not hold a regression)"):
            read_links(_save(tmp_path, content))

    @pytest.mark.parametrize("name", [*FILES, "SHA256SUMS"])
    def test_a_missing_file_is_told(self, tmp_path: Path, name: str) -> None:
        (_save(tmp_path, _FORM) / name).unlink()
        with pytest.raises(ModelError, match=f"{name} is missing"):
            read_links(tmp_path)

    def test_numbers_that_were_changed_are_refused(self, tmp_path: Path) -> None:
        (_save(tmp_path, _FORM) / NUMBERS).write_text(_FORM.replace("2", "3"), encoding="utf-8")
        with pytest.raises(ModelError, match="was changed after it was saved"):
            read_links(tmp_path)

    @pytest.mark.parametrize("language", ["pl", "en"])
    def test_each_language_has_one(self, language: str) -> None:
        model = load_links(language)
        assert model is not None
        assert any(model.weights)

    def test_a_language_without_one_has_none(self) -> None:
        assert load_links("xx") is None
