from __future__ import annotations

import pytest

import credscore
from credscore import analysis as analysis_module
from credscore.analysis import Analysis, Reader, analyze, reader_of
from credscore.articles import Article
from credscore.errors import InputError
from tests.readings import analysis_of, links_of, text_of
from tests.taggers import TerseTagger

TEXTS = {
    "pl": (
        "Most zamknięty do wiosny\n\n"
        "Most w Kessel będzie zamknięty do wiosny – powiedziała PAP inżynier Anna Sowa. – Filar może runąć.\n\n"
        "Podobno pęknięcie widziano już latem. Rzecznik, który prosił o zachowanie anonimowości, twierdzi, że "
        "nikt nie zawinił. Bez wątpienia to kłopot dla miasta."
    ),
    "en": (
        "Bridge shut until spring\n\n"
        "The bridge in Kessel will stay shut until spring, engineer Anna Howe told Reuters. She said a pier could fall."
        "\n\nThe crack was reportedly seen in summer. A spokesman who asked not to be named said nobody was to blame. "
        "It is clearly a nuisance for the town."
    ),
}


@pytest.fixture(params=["pl", "en"])
def analysis(request: pytest.FixtureRequest) -> Analysis:
    return analysis_of(request.param, TEXTS[request.param])


def test_all_findings_of_an_article_are_there(analysis: Analysis) -> None:
    text = analysis.article.text
    assert next(str(attribution.origin.kind) for attribution in analysis.attributions) == "named_person"
    assert "unspecified" in {str(attribution.origin.kind) for attribution in analysis.attributions}
    assert len(analysis.hedges) == 2
    assert len(analysis.boosters) == 1
    assert [is_reason for _, is_reason in analysis.anonymity] == [False]
    assert len(analysis.paragraphs) == 3
    assert text_of(text, analysis.lead).startswith(("Most w Kessel", "The bridge in Kessel"))
    assert analysis.n_tokens > 40
    assert analysis.notes == ()


def test_the_form_holds_the_same_spans(analysis: Analysis) -> None:
    form = analysis.to_dict()
    assert form["schema"] == 1
    assert form["language"] == analysis.language
    assert len(form["attributions"]) == len(analysis.attributions)
    for record, attribution in zip(form["attributions"], analysis.attributions, strict=True):
        assert (record["cue"]["start"], record["cue"]["end"]) == attribution.cue
        assert [(link["kind"], link["name"]) for link in record["chain"]] == links_of(attribution)
    assert [hedge["strength"] is None for hedge in form["hedges"]] == [h.strength is None for h in analysis.hedges]


def test_a_language_is_recognised_where_none_is_named() -> None:
    for code, text in TEXTS.items():
        assert analysis_of(None, text).language == code


@pytest.mark.parametrize(
    "text", ["", "   ", "Der Minister sagte, dass die Brücke bis zum nächsten Frühjahr gesperrt bleiben werde. " * 3]
)
def test_what_is_in_no_supported_language_has_a_note_and_no_findings(text: str) -> None:
    analysis = analysis_of(None, text)
    assert analysis.language is None
    assert [note.code for note in analysis.notes] == ["language_not_supported"]
    assert (analysis.attributions, analysis.hedges, analysis.sentences, analysis.n_tokens) == ((), (), (), 0)


def test_an_unknown_language_that_is_named_has_a_note() -> None:
    (note,) = analysis_of("xx", TEXTS["en"]).notes
    assert "'xx'" in note.message


@pytest.mark.parametrize("code", ["pl", "en"])
def test_an_empty_article_in_a_known_language_is_fine(code: str) -> None:
    analysis = analysis_of(code, "")
    assert (analysis.language, analysis.notes, analysis.lead) == (code, (), (0, 0))


def test_findings_of_the_title_follow_those_of_the_body() -> None:
    title = "Howe: Bridge may fall"
    analysis = analysis_of("en", "Anna Howe said that the bridge was old.", title=title)
    assert [attribution.in_title for attribution in analysis.attributions] == [False, True]
    assert [hedge.in_title for hedge in analysis.hedges] == [True]
    assert text_of(title, analysis.attributions[1].content[0]) == "Bridge may fall"
    assert analysis.hedges[0].attribution == 1
    assert [record.get("in") for record in analysis.to_dict()["attributions"]] == [None, "title"]


def test_threshold_holds_for_title_and_body_alike() -> None:
    article = Article(text="Anna Howe said that the bridge was old.", title="Howe: Bridge may fall")
    everything, nothing = (analyze(article, threshold=threshold) for threshold in (0.0, 1.0))
    assert [attribution.in_title for attribution in everything.attributions] == [False, True]
    assert nothing.attributions == ()


def test_a_title_that_heads_the_text_is_read_once() -> None:
    title = "Howe: Bridge may fall"
    analysis = analysis_of("en", f"{title}\n\nAnna Howe said that the bridge was old.", title=title)
    assert not any(attribution.in_title for attribution in analysis.attributions)
    assert len(analysis.attributions) == 2


def test_boosters_inside_somebody_elses_words_are_not_the_authors() -> None:
    assert analysis_of("en", "Anna Howe said that it was clearly late.").boosters == ()
    assert len(analysis_of("en", "It was clearly late.").boosters) == 1


def test_line_ends_of_another_system_change_nothing_but_offsets(analysis: Analysis) -> None:
    text = analysis.article.text
    other = analysis_of(analysis.language, text.replace("\n", "\r\n"))
    assert [links_of(a) for a in other.attributions] == [links_of(a) for a in analysis.attributions]
    assert len(other.paragraphs) == len(analysis.paragraphs)


def _said(analysis: Analysis) -> str:
    """What the only attribution of an analysis says."""
    (attribution,) = analysis.attributions
    (part,) = attribution.content
    return analysis.article.text[slice(*part)]


class TestReader:
    """Which reader an article is read with; the tagger here says that "bridge" is all that is said."""

    TEXT = "Anna Howe said that the bridge was old."

    @pytest.fixture(autouse=True)
    def _terse_tagger(self, monkeypatch: pytest.MonkeyPatch) -> None:
        taggers = {"en": TerseTagger()}
        monkeypatch.setattr(analysis_module, "load_tagger", taggers.get)
        monkeypatch.setattr(analysis_module, "load_confidence", lambda language, reader: None)

    RULES, TAGGER = "the bridge was old", "bridge"

    def _count(self, reader: Reader | str, text: str = TEXT, language: str = "en", title: str | None = None) -> int:
        return len(analyze(Article(text=text, language=language, title=title), reader).attributions)

    @pytest.mark.parametrize(
        ("reader", "said"),
        [("accurate", TAGGER), ("fast", RULES), (Reader.ACCURATE, TAGGER), (Reader.FAST, RULES)],
    )
    def test_only_the_accurate_one_asks_the_tagger(self, reader: Reader | str, said: str) -> None:
        assert _said(analyze(Article(text=self.TEXT, language="en"), reader)) == said

    def test_a_language_without_a_tagger_is_read_by_rules(self) -> None:
        assert self._count("accurate", "Anna Sowa powiedziała, że most jest stary.", "pl") == 1

    @pytest.mark.parametrize("reader", list(Reader))
    def test_titles_are_read_by_rules(self, reader: Reader) -> None:
        assert self._count(reader, "It rained.", title="Howe: Bridge may fall") == 1

    @pytest.mark.parametrize("reader", list(Reader))
    def test_an_empty_article_is_fine(self, reader: Reader) -> None:
        assert self._count(reader, "") == 0

    def test_calls_pass_it_on(self) -> None:
        assert _said(credscore.analyze(self.TEXT, language="en", reader="accurate")) == self.TAGGER
        assert _said(credscore.analyze(self.TEXT, language="en", reader="fast")) == self.RULES

    def test_rules_read_where_no_reader_is_named(self) -> None:
        assert _said(credscore.analyze(self.TEXT, language="en")) == self.RULES
        assert _said(analyze(Article(text=self.TEXT, language="en"))) == self.RULES

    @pytest.mark.parametrize("name", ["", "Fast", "psychic"])
    def test_an_unknown_one_is_answered_with_the_known_ones(self, name: str) -> None:
        for call in (reader_of, lambda reader: analyze(Article(text=""), reader)):
            with pytest.raises(InputError, match="there are: fast, accurate"):
                call(name)
        with pytest.raises(InputError, match="there are: fast, accurate"):
            credscore.score("", reader=name)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Ferry sold\n\nThe ferry is sold.\n\nNobody knows to whom.", "The ferry is sold."),
        ("The ferry is sold, a clerk said.\n\nNobody knows to whom.", "The ferry is sold, a clerk said."),
        ("Ferry sold", "Ferry sold"),
        ("", ""),
    ],
)
def test_the_lead_is_the_first_paragraph_that_is_no_title(text: str, lead: str) -> None:
    analysis = analyze(Article(text=text, language="en"))
    assert text[slice(*analysis.lead)] == lead
