from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from credscore.confidence import FEATURES, read_confidence
from credscore.errors import MissingExtraError
from credscore.links import FEATURES as LINK_FEATURES
from credscore.links import read_links
from credscore.tagger import Tagger, barred_transitions, read_tagger
from credscore.training import confidence, links, regressions
from credscore.training.corpora import LabelledText, read_gold, read_guided, read_polnear, token_labels
from credscore.training.network import Recipe, cut_segments, import_torch, score_labels, sequence_loss, to_arrays
from credscore.training.tagger import main, read_texts, save_tagger, to_batch, to_example, train_tagger
from credscore.training.vectors import WordVectors, kept_vectors, learn_vectors
from credscore.training.vocabulary import count_words
from tests.readings import document_of
from tests.taggers import marked, random_arrays, write_tagger

TINY = Recipe(width=8, dilations=(1, 2), epochs=2, articles_of_batch=2, seed=3)
ARTICLES = (
    '{S Ana Bell} {Q said} that {C the pier was shut}. "{C We know,}" {S she} {Q added}. Rain fell on the town.',
    "{C The pier will open}, {Q according to} {S the mayor}. It rained.\n\n{S Bell} {Q said} {C it was late}.",
    "{S Kos} {Q said} that {C it rained}. It did. {S The mayor} {Q said} {C nothing was known}.",
)
NO_VECTORS = WordVectors([], np.zeros((0, 2), np.float32), np.zeros((0, 3), np.int32))
VECTORS = WordVectors(["said", "averred", "town"], np.eye(3, dtype=np.float32), np.asarray([[1, 2, 3]] * 3, np.int32))
ONLY_WITH_TORCH = "trains a network, which needs the extra credscore[train]"


def _record(text: str) -> tuple[str, dict[str, list[list[int]]]]:
    """A text, and all that is marked in it as one attribution."""
    told = marked(text)
    roles: dict[str, list[list[int]]] = {"source": [], "cue": [], "content": []}
    for role, start, end in told.spans:
        roles[role].append([start, end])
    return told.text, roles


def _polnear_row(number: int, text: str) -> dict[str, Any]:
    """A row of a PolNeAR file, one attribution a marked cue."""
    plain, roles = _record(text)
    attributions = [
        {"source": [source], "cue": [cue], "content": [content]}
        for source, cue, content in zip(roles["source"], roles["cue"], roles["content"], strict=True)
    ]
    return {"id": f"tiny-{number}", "text": plain, "attributions": attributions}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in the layout that a training reads: PolNeAR's rows, gold articles and their folds."""
    root = tmp_path_factory.mktemp("data")
    rows = root / "data" / "polnear" / "train.jsonl"
    rows.parent.mkdir(parents=True)
    lines = [json.dumps(_polnear_row(number, text)) for number, text in enumerate(ARTICLES)]
    rows.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in ("news_en.jsonl", "credibility/allsides.jsonl"):
        (root / "data" / name).parent.mkdir(exist_ok=True)
        unlabelled = [json.dumps({"id": f"n-{n}", "text": marked(text).text}) for n, text in enumerate(ARTICLES * 6)]
        (root / "data" / name).write_text("\n".join(unlabelled) + "\n", encoding="utf-8")
    for name, text in (("en-a", ARTICLES[0]), ("en-b", ARTICLES[2]), ("pl-a", "{S Sowa} {Q mówi}, że {C padało}.")):
        _write_gold(root / "gold", name, [_gold(text)], marked(text).text)
    _write_annotations(root, {"en": json.dumps({"id": "n-2", "attributions": [_gold(ARTICLES[2])]})})
    return root


def _gold(text: str) -> dict[str, Any]:
    """A gold attribution of the first source, cue and content marked in a text."""
    _, roles = _record(text)
    first = {role: [{"span": spans[0]}] for role, spans in roles.items()}
    return {"cue": first["cue"][0], "content": first["content"], "chain": first["source"]}


def _write_annotations(root: Path, rows: dict[str, str]) -> None:
    """Our own annotations by language, and empty corpora where none are."""
    (root / "annotations").mkdir()
    for language in ("en", "pl"):
        (root / "annotations" / f"{language}.jsonl").write_text(rows.get(language, ""), encoding="utf-8")
        news = root / "data" / f"news_{language}.jsonl"
        news.parent.mkdir(exist_ok=True)
        news.touch()


def _options(root: Path) -> list[str]:
    return ["--data", str(root), "--annotations", str(root / "annotations")]


FOLDS = {"en-a": 0, "en-b": 1, "pl-a": 0}


def _write_gold(folder: Path, name: str, attributions: list[dict[str, Any]], text: str) -> None:
    for part in ("dev", "texts"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "dev" / f"{name}.json").write_text(json.dumps({"attributions": attributions}), encoding="utf-8")
    (folder / "texts" / f"{name}.txt").write_bytes(text.encode("utf-8"))
    (folder / "folds.json").write_text(json.dumps(FOLDS), encoding="utf-8")


def _letters(text: LabelledText) -> str:
    return "".join(".SsQqCc"[label] for label in text.labels)


class TestCorpora:
    def test_polnear_rows_become_labels(self, data: Path) -> None:
        texts = list(read_polnear(data / "data" / "polnear" / "train.jsonl"))
        assert [text.id for text in texts] == ["tiny-0", "tiny-1", "tiny-2"]
        assert _letters(texts[2]) == "SQ.Cc....SsQCcc."

    def test_separators_inside_a_text_do_not_end_its_row(self, tmp_path: Path) -> None:
        row = {"id": "a", "text": "It rained.\u2028Ana slept.", "attributions": []}
        (tmp_path / "a.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
        (text,) = read_polnear(tmp_path / "a.jsonl")
        assert len(text.document.words) == 6

    def test_gold_articles_of_one_language_are_read_in_order(self, data: Path) -> None:
        assert [text.id for text in read_gold(data / "gold", "en")] == ["en-a", "en-b"]
        (polish,) = read_gold(data / "gold", "pl")
        assert _letters(polish) == "SQ..C."
        assert polish.document.language.code == "pl"

    def test_only_outermost_gold_attributions_are_labelled(self, tmp_path: Path) -> None:
        text = "Ana said that Kos thinks it rained."
        outer = {"cue": {"span": [4, 8]}, "content": [{"span": [14, 34]}], "chain": [{"span": [0, 3]}]}
        inner = {
            "cue": {"span": [18, 24]},
            "content": [{"span": [25, 34]}],
            "chain": [{"span": [0, 3]}, {"span": [14, 17]}],
        }
        _write_gold(tmp_path, "en-a", [outer, inner], text)
        assert [_letters(found) for found in read_gold(tmp_path, "en")] == ["SQ.Cccc."]

    def test_hearsay_and_missing_cues_have_no_source(self, tmp_path: Path) -> None:
        text = "It reportedly rained. We slept."
        hearsay = {"cue": {"span": [3, 13]}, "content": [{"span": [14, 20]}], "chain": [{"span": [3, 13]}]}
        silent: dict[str, Any] = {"cue": None, "content": [{"span": [22, 30]}], "chain": []}
        _write_gold(tmp_path, "en-a", [hearsay, silent], text)
        assert [_letters(found) for found in read_gold(tmp_path, "en")] == [".QC.Cc."]

    @pytest.mark.parametrize(
        ("text", "roles", "labels"),
        [
            ("It rained.", [], "..."),
            ('"It rained," Ana said.', [{"content": [(0, 12)], "source": [(13, 16)], "cue": [(17, 21)]}], ".Ccc.SQ."),
            ("It rained all day.", [{"content": [(0, 17)], "source": [], "cue": [(3, 9)]}], "CQCc."),
            ("It rained.", [{"content": [(2, 3)], "source": [(5, 5)], "cue": [(0, 1)]}], "QS."),
            ("One two three.", [{"content": [(0, 7)], "source": [], "cue": []}] * 2, "Cc.."),
        ],
    )
    def test_spans_become_labels_of_tokens(self, text: str, roles: list[Any], labels: str) -> None:
        found = token_labels(document_of("en", text), roles)
        assert "".join(".SsQqCc"[label] for label in found) == labels

    def test_the_fold_decides_which_texts_are_learned_from(self, data: Path) -> None:
        texts = read_texts(data, data / "annotations", "en", without=0)
        assert [text.id for text in texts] == ["tiny-0", "tiny-1", "tiny-2", "en-b", "n-2"]
        assert [text.is_guided for text in texts] == [False, False, False, True, True]
        assert [text.id for text in read_texts(data, data / "annotations", "pl", without=None)] == ["pl-a"]


def test_torch_is_asked_for_by_the_name_of_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(MissingExtraError, match=r"credscore\[train\]"):
        import_torch()


@pytest.mark.parametrize(
    ("bounds", "segments"),
    [
        ([0, 3, 5], [(0, 3), (3, 5)]),
        ([0, 7], [(0, 3), (3, 6), (6, 7)]),
        ([0], []),
    ],
)
def test_long_paragraphs_are_learned_in_pieces(bounds: list[int], segments: list[tuple[int, int]]) -> None:
    assert cut_segments(bounds, 3) == segments


def test_words_that_occur_once_are_not_known(data: Path) -> None:
    texts = list(read_polnear(data / "data" / "polnear" / "train.jsonl"))
    vocabulary = count_words(texts, NO_VECTORS, 100)
    assert vocabulary.rows["."] == 1
    assert "said" in vocabulary.rows
    assert "nothing" not in vocabulary.rows
    assert len(count_words(texts, NO_VECTORS, 4).rows) == 4
    assert vocabulary.shares()[0, vocabulary.rows["said"]] > vocabulary.shares()[0, vocabulary.rows["the"]]
    assert vocabulary.shares()[0, 0] == 0


def test_a_text_is_told_of_its_words_what_the_others_show(data: Path) -> None:
    texts = list(read_polnear(data / "data" / "polnear" / "train.jsonl"))
    vocabulary = count_words(texts, NO_VECTORS, 100)
    rows = vocabulary.rows_of(texts[0].document.lower)
    she, said = vocabulary.rows["bell"], vocabulary.rows["said"]
    without = vocabulary.shares(without=(rows, texts[0].labels))
    assert without[0, said] > 1, "the other texts have the word as a cue as well"
    assert without[1, she] <= vocabulary.shares()[1, she]
    alone = count_words(texts[:1] * 2, NO_VECTORS, 100)
    rows = alone.rows_of(texts[0].document.lower)
    twice = (np.concatenate([rows, rows]), np.concatenate([texts[0].labels, texts[0].labels]))
    assert not alone.shares(without=twice).any(), "nothing is left to tell"


def test_words_among_the_same_neighbours_get_like_vectors() -> None:
    nouns, verbs = ["pier", "quay", "mole", "dock"], ["said", "warned", "noted"]
    texts = [["the", noun, verb, "that", "it", "rained"] for noun in nouns for verb in verbs] * 12
    texts += [[noun, "and", "other", "stones", "fell"] for noun in nouns] * 12
    vectors = learn_vectors(texts, seed=1)
    row = dict(zip(vectors.words, vectors.rows, strict=True))
    assert row["said"] @ row["warned"] > row["said"] @ row["pier"]
    assert row["pier"] @ row["quay"] > row["pier"] @ row["rained"]
    again = learn_vectors(texts, seed=1)
    np.testing.assert_array_equal(vectors.clusters, again.clusters)
    assert vectors.clusters.min() >= 1


def test_a_word_that_no_labelled_text_has_gets_the_share_of_its_likes(data: Path) -> None:
    texts = list(read_polnear(data / "data" / "polnear" / "train.jsonl"))
    words = ["said", "added", "averred", "the", "pier", "town"]
    rows = np.asarray([[1, 0]] * 3 + [[0, 1]] * 3, np.float32)
    vocabulary = count_words(texts, WordVectors(words, rows, np.ones((6, 3), np.int32)), 100)
    of_cues = vocabulary.shares()[0]
    assert of_cues[vocabulary.rows["averred"]] > of_cues[vocabulary.rows["town"]]


def test_vectors_are_kept_in_a_file(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "kept" / "vectors.npz"
    first = kept_vectors(file, data / "data", "en", seed=1)
    (data / "data" / "news_en.jsonl").rename(data / "data" / "news_en.jsonl.bak")
    try:
        second = kept_vectors(file, data / "data", "en", seed=1)
    finally:
        (data / "data" / "news_en.jsonl.bak").rename(data / "data" / "news_en.jsonl")
    assert list(second.words) == list(first.words)
    np.testing.assert_array_equal(second.rows, first.rows)


@pytest.fixture(scope="module")
def trained(data: Path) -> tuple[list[LabelledText], Any, dict[str, Any]]:
    """The tiny texts, and what a training on them ends with."""
    pytest.importorskip("torch", reason=ONLY_WITH_TORCH)
    texts = read_texts(data, data / "annotations", "en", without=None)
    return texts, *train_tagger(texts, VECTORS, TINY)


class TestTrained:
    def test_the_same_seed_gives_the_same_arrays(self, trained: Any) -> None:
        texts, vocabulary, parameters = trained
        again, repeated = train_tagger(texts, VECTORS, TINY)
        assert again.rows == vocabulary.rows
        first, second = (to_arrays(found, TINY, vocabulary) for found in (parameters, repeated))
        assert first.keys() == second.keys()
        for name, array in first.items():
            np.testing.assert_array_equal(array, second[name], err_msg=name)

    def test_another_seed_gives_others(self, trained: Any) -> None:
        texts, _, parameters = trained
        _, others = train_tagger(texts, VECTORS, replace(TINY, seed=4))
        assert not np.array_equal(parameters["output"].numpy(), others["output"].numpy())

    def test_numpy_scores_as_torch_does(self, trained: Any, tmp_path: Path) -> None:
        texts, vocabulary, parameters = trained
        saved = _saved(tmp_path, vocabulary, parameters)
        for text in texts:
            labels = _torch_scores(text, vocabulary, parameters)
            columns = (
                to_example(text, vocabulary, is_counted=False).places.T
                - np.cumsum([0, *map(len, saved.places[:-1])])[:, None]
            )
            scores = saved._scores(text.document, columns)
            # Word rows are stored as int8 and word columns as float16, so that the scores differ by a hundredth.
            np.testing.assert_allclose(scores, labels.reshape(scores.shape), atol=2e-2)

    def test_the_saved_model_tags(self, trained: Any, tmp_path: Path) -> None:
        texts, vocabulary, parameters = trained
        saved = _saved(tmp_path, vocabulary, parameters)
        tags = saved.tag(texts[0].document, texts[0].cues, texts[0].frames)
        assert all(labels.shape == texts[0].labels.shape for labels in (tags.outermost, tags.inner))

    def test_a_model_folder_says_how_it_was_made(self, trained: Any, tmp_path: Path) -> None:
        _, vocabulary, parameters = trained
        (tmp_path / "card.md").write_text("# Kept\n", encoding="utf-8")
        _saved(tmp_path, vocabulary, parameters)
        metrics = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
        assert metrics["recipe"]["seed"] == TINY.seed
        assert metrics["words"] == len(vocabulary.rows)
        assert metrics["articles"] == 7
        assert (tmp_path / "card.md").read_text(encoding="utf-8") == "# Kept\n"


def _saved(folder: Path, vocabulary: Any, parameters: dict[str, Any]) -> Tagger:
    save_tagger(folder, vocabulary, parameters, TINY, {"articles": 7})
    return read_tagger(folder)


def _torch_scores(text: LabelledText, vocabulary: Any, parameters: dict[str, Any]) -> np.ndarray[Any, Any]:
    batch = to_batch([to_example(text, vocabulary, is_counted=False)], vocabulary)
    scores: np.ndarray[Any, Any] = score_labels(parameters, TINY, batch, is_training=False)[0].numpy()
    return scores


def _paths(length: int) -> Iterator[tuple[int, ...]]:
    """All sequences of labels that are not barred."""
    barred = barred_transitions() < 0
    for path in itertools.product(range(7), repeat=length):
        if path[0] not in (2, 4, 6) and not any(barred[pair] for pair in itertools.pairwise(path)):
            yield path


def test_the_loss_is_the_likelihood_among_all_sequences() -> None:
    torch = pytest.importorskip("torch", reason=ONLY_WITH_TORCH)
    torch.manual_seed(1)
    scores, transitions = torch.randn(2, 3, 7), torch.randn(7, 7)
    told, mask = torch.tensor([[1, 2, 0], [5, 6, 0]]), torch.tensor([[1.0, 1, 1], [1, 1, 0]])

    def value(segment: int, path: tuple[int, ...]) -> float:
        moves = sum(float(transitions[pair]) for pair in itertools.pairwise(path))
        return moves + sum(float(scores[segment, place, label]) for place, label in enumerate(path))

    expected = 0.0
    for segment, path in ((0, (1, 2, 0)), (1, (5, 6))):
        values = [value(segment, other) for other in _paths(len(path))]
        expected += float(np.logaddexp.reduce(values)) - value(segment, path)
    assert float(sequence_loss(scores, told, mask, transitions)) == pytest.approx(expected, rel=1e-4)


@pytest.fixture
def small_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("credscore.training.tagger.Recipe", lambda seed=1: replace(TINY, epochs=1, seed=seed))


@pytest.mark.usefixtures("small_recipe")
def test_the_command_leaves_out_a_fold(data: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason=ONLY_WITH_TORCH)
    main([*_options(data), "--out", str(tmp_path / "m"), "--fold", "0", "--seed", "9"])
    metrics = json.loads((tmp_path / "m" / "metrics.json").read_text(encoding="utf-8"))
    assert (metrics["fold"], metrics["articles"], metrics["recipe"]["seed"]) == (0, 3 + 2, 9)
    assert read_tagger(tmp_path / "m").rows


class TestConfidence:
    def test_frames_pair_with_gold_contents(self, data: Path) -> None:
        articles = list(confidence.judge_articles(read_gold(data / "gold", "en"), None))
        assert [(article.fold, article.n_gold) for article in articles] == [(0, 1), (1, 1)]
        assert [article.is_right.tolist() for article in articles] == [[True, False], [True, False]]
        assert all(article.values.shape == (2, len(FEATURES)) for article in articles)
        assert [article.rules for article in articles] == [("say", "add"), ("say", "say")]

    def test_a_content_pairs_once_with_the_frame_most_like_it(self, data: Path) -> None:
        text = next(read_gold(data / "gold", "en"))
        ((start, end),) = text.contents[0]
        frame = text.frames[0]
        frames = [replace(frame, content=((start, stop),)) for stop in (end - 1, end, start + 1)]
        assert confidence._right_ones(frames, text).tolist() == [False, True, False]

    def test_each_frame_is_judged_without_its_own_fold(self, data: Path) -> None:
        first, second = confidence.judge_articles(read_gold(data / "gold", "en"), None)
        likely, is_right = regressions.cross_validate([second, first])
        assert is_right.tolist() == [*first.is_right, *second.is_right]
        expected = [
            regressions.fit([other]).judge_finds(own.values, own.rules)
            for own, other in ((first, second), (second, first))
        ]
        np.testing.assert_allclose(likely, np.concatenate(expected))

    @pytest.mark.parametrize(
        ("likely", "is_right", "n_gold", "best"),
        [
            pytest.param([0.9, 0.8], [True, True], 2, (0.0, 1.0), id="all are right: nothing is dropped"),
            pytest.param([0.9, 0.12], [True, False], 1, (0.15, 1.0), id="the wrong one is dropped, no more"),
            pytest.param([0.9, 0.12], [True, False], 3, (0.15, 0.5), id="what was never found counts"),
            pytest.param([0.02], [False], 1, (0.0, 0.0), id="nothing is right"),
        ],
    )
    def test_the_lowest_of_the_best_thresholds_is_chosen(
        self, likely: list[float], is_right: list[bool], n_gold: int, best: tuple[float, float]
    ) -> None:
        assert confidence.best_threshold(np.asarray(likely), np.asarray(is_right), n_gold) == pytest.approx(best)

    def test_a_lower_threshold_is_taken_that_is_about_as_good(self) -> None:
        likely, is_right = np.asarray([0.9, 0.12]), np.asarray([True, False])
        assert confidence.best_threshold(likely, is_right, 1, slack=0.4) == pytest.approx((0.0, 2 / 3))

    @pytest.mark.parametrize(
        ("likely", "is_right", "error"),
        [
            ([1.0, 0.0], [True, False], 0.0),
            ([1.0, 0.0], [False, True], 1.0),
            ([0.5, 0.5], [True, False], 0.0),
            ([0.75, 0.75, 0.25, 0.25], [True, True, False, True], 0.25),
            ([0.9, 0.1, 0.15], [True, False, False], (0.1 + 2 * 0.125) / 3),
        ],
    )
    def test_the_calibration_error_is_the_mean_gap_of_the_bins(
        self, likely: list[float], is_right: list[bool], error: float
    ) -> None:
        assert regressions.calibration_error(np.asarray(likely), np.asarray(is_right)) == pytest.approx(error)

    def test_the_command_writes_a_folder_that_can_be_read(
        self, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = tmp_path / "new" / "1"
        confidence.main([*_options(data), "--language", "en", "--reader", "fast", "--out", str(folder)])
        metrics = json.loads(capsys.readouterr().out)
        assert metrics == json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
        assert (metrics["articles"], metrics["frames"]) == (3, 6)
        assert metrics["attribution_f1_of_all_frames"] == pytest.approx(2 * 3 / (6 + 3), abs=1e-4)
        model = read_confidence(folder)
        texts = read_guided(data, data / "annotations", "en")
        fitted = regressions.fit(list(confidence.judge_articles(texts, None)))
        assert (model.intercept, *model.weights) == pytest.approx((fitted.intercept, *fitted.weights), abs=1e-4)
        assert model.rules == pytest.approx(fitted.rules, abs=1e-3)

    def test_a_rule_is_judged_by_its_finds_in_the_other_folds(self) -> None:
        def article(fold: int, rules: str, is_right: list[bool]) -> regressions.Judged:
            return regressions.Judged(fold, np.zeros((len(rules), 1)), np.asarray(is_right), 1, tuple(rules))

        first, second = article(0, "aab", [True, True, False]), article(1, "aabb", [True, True, False, False])
        shares = regressions.rule_shares([first, second])
        assert shares == pytest.approx({"a": (4 - 4 * 4 / 7) / 7, "b": (0 - 3 * 4 / 7) / 6})
        alike = [article(fold, "ab", [True, False]) for fold in range(3)]
        likely, is_right = regressions.cross_validate(alike)
        assert likely[is_right].min() > 0.5 > likely[~is_right].max()

    def test_the_accurate_reader_learns_from_the_tagger_of_each_fold(self, data: Path, tmp_path: Path) -> None:
        for fold in (0, 1):
            write_tagger(tmp_path / f"fold-{fold}", random_arrays(seed=16 + 3 * fold))
        articles = list(confidence.judge_articles(read_gold(data / "gold", "en"), tmp_path))
        support = FEATURES.index("broad: cue")
        assert articles
        assert all((article.values[:, support:-1].sum(axis=1) > 0).all() for article in articles)


class TestLinks:
    @pytest.fixture
    def gold(self, tmp_path: Path) -> Path:
        """Two gold articles, in each of which one chain is not what is found."""
        for name, said, other in (("en-a", "said", "the mayor"), ("en-b", "warned", "the harbour master")):
            text = f"Ana Bell {said} that the pier was shut. Later {other} {said} that it rained."
            right = _chained(text, "Ana Bell", said, "the pier was shut")
            wrong = _chained(text, "Later", said, "it rained")
            _write_gold(tmp_path / "gold", name, [right, wrong], text)
        _write_annotations(tmp_path, {})
        return tmp_path

    def test_links_are_right_where_the_gold_chain_has_their_words(self, gold: Path) -> None:
        articles = list(links.judge_chains(read_gold(gold / "gold", "en")))
        assert [(article.fold, article.n_gold) for article in articles] == [(0, 2), (1, 2)]
        assert [article.is_right.tolist() for article in articles] == [[True, False]] * 2
        assert all(article.values.shape == (2, len(LINK_FEATURES)) for article in articles)

    def test_links_of_attributions_that_are_not_right_are_left_out(self, gold: Path) -> None:
        path = gold / "gold" / "dev" / "en-a.json"
        right, _ = json.loads(path.read_text(encoding="utf-8"))["attributions"]
        path.write_text(json.dumps({"attributions": [right]}), encoding="utf-8")
        assert next(links.judge_chains(read_gold(gold / "gold", "en"))).is_right.tolist() == [True]

    @pytest.mark.parametrize(
        ("span", "chain", "is_in"),
        [
            ((0, 10), [(0, 10)], True),
            ((0, 10), [(20, 30), (6, 10)], True),
            ((0, 10), [(7, 10)], False),
            ((0, 10), [(6, 20)], False),
            ((0, 10), [], False),
        ],
    )
    def test_a_link_is_in_a_chain_that_has_its_words(
        self, span: tuple[int, int], chain: list[tuple[int, int]], is_in: bool
    ) -> None:
        assert links.is_in(span, chain) is is_in

    def test_the_command_writes_a_folder_that_can_be_read(
        self, gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = tmp_path / "new" / "1"
        links.main([*_options(gold), "--language", "en", "--out", str(folder)])
        metrics = json.loads(capsys.readouterr().out)
        assert metrics == json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
        assert (metrics["articles"], metrics["links"], metrics["share_right"]) == (2, 4, 0.5)
        assert metrics["brier"] < metrics["brier_of_base_rate"] == 0.25
        model = read_links(folder)
        fitted = regressions.fit(list(links.judge_chains(read_gold(gold / "gold", "en"))), links.STRENGTH)
        assert (model.intercept, *model.weights) == pytest.approx((fitted.intercept, *fitted.weights), abs=1e-4)


def _chained(text: str, source: str, cue: str, content: str) -> dict[str, Any]:
    """A gold attribution with a chain of one link, by its words; the cue is the last one before the content."""
    starts = text.index(source), text.rindex(cue, 0, text.index(content)), text.index(content)
    link, said, told = (
        {"span": [start, start + len(words)]} for start, words in zip(starts, (source, cue, content), strict=True)
    )
    return {"cue": said, "content": [told], "chain": [link]}
