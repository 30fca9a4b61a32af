from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from credscore.analysis import Analysis, Note
from credscore.articles import Article
from credscore.hedges import HedgeKind
from credscore.messages import list_message_languages
from credscore.render.chains import chain_line, safe, shorten
from credscore.render.json import to_dict
from credscore.render.terminal import mark_text, print_score
from credscore.scores import Score
from credscore.scoring import score_analysis
from tests.builders import NOBODY, OFFICIAL, Said, Sentence, Story, build, person

STORY = Story(
    lead=(
        Sentence(
            said=(
                Said(origin=OFFICIAL, via=("the Gazette",), hedges=(HedgeKind.EPISTEMIC,)),
                Said(origin=person("Anna Reed"), is_quoted=True),
            ),
            hedges=(HedgeKind.UNVERIFIED,),
            n_boosters=1,
        ),
        Sentence(said=(Said(origin=NOBODY, content="more will follow"),)),
    ),
    title=Said(origin=OFFICIAL, content="bridge to open", hedges=(HedgeKind.EPISTEMIC,)),
    wires=("RNA",),
)
SILENT = Story(lead=(Sentence(),))


def _form(story: Story, **article: Any) -> dict[str, Any]:
    analysis = build(story)
    analysis = replace(analysis, article=replace(analysis.article, **article))
    return to_dict(analysis, score_analysis(analysis))


def _shown(analysis: Analysis, score: Score, width: int = 120) -> str:
    console = Console(width=width, color_system=None, highlight=False)
    with console.capture() as capture:
        print_score(analysis, score, console)
    return capture.get()


def _show(story: Story, lang: str | None = None) -> str:
    analysis = build(story)
    return _shown(analysis, score_analysis(analysis, lang=lang))


def test_json_has_the_keys_of_the_contract() -> None:
    form = _form(STORY, id="a1", publisher="Tarn Daily")
    assert (form["schema"], form["id"], form["language"], form["publisher"]) == (1, "a1", "en", "Tarn Daily")
    keys = ("schema id language publisher title score contributions attributions hedges relays notes words").split()
    assert set(form) == set(keys)
    score_keys = "value interval band band_name abstained admiralty model base"
    assert set(form["score"]) == set(score_keys.split())
    assert form["score"]["admiralty"].keys() == {"source", "information"}
    contribution_keys = {"signal", "points", "value", "applicable", "finding", "reference", "spans", "message"}
    assert all(set(c) - {"title_spans"} == contribution_keys for c in form["contributions"])
    assert json.loads(json.dumps(form)) == form


def test_json_parts_add_up() -> None:
    form = _form(STORY)
    total = form["score"]["base"] + sum(c["points"] for c in form["contributions"])
    assert round(total, 1) == form["score"]["value"]


def test_json_attributions_point_at_their_words() -> None:
    form = _form(STORY)
    text = build(STORY).article.text
    in_title, relayed, quoted, hearsay = form["attributions"]
    assert in_title["in"] == "title"
    assert "in" not in relayed
    assert [text[link["start"] : link["end"]] for link in relayed["chain"]] == ["the Gazette", "a senior official"]
    assert [(link["kind"], link["name"]) for link in relayed["chain"]] == [
        ("outlet", "the Gazette"),
        ("unnamed_person", None),
    ]
    assert set(quoted) == {"cue", "content", "chain", "construction", "confidence"}
    assert quoted["construction"] == "quoted"
    assert hearsay["chain"][0]["kind"] == "unspecified"


def test_json_hedges_relays_and_notes() -> None:
    form = _form(STORY)
    assert [hedge.get("in") for hedge in form["hedges"]] == ["title", None, None]
    assert {(hedge["kind"], hedge["holder"]) for hedge in form["hedges"]} == {
        ("epistemic", "source"),
        ("unverified", "author"),
    }
    assert form["relays"][0]["name"] == "RNA"
    assert form["notes"][-1]["code"] == "wire_copy"
    hedge = replace(build(STORY).hedges[0], strength=(0.2, 0.7))
    analysis = replace(build(STORY), hedges=(hedge,))
    assert to_dict(analysis, score_analysis(analysis))["hedges"][0]["strength"] == [0.2, 0.7]


def test_json_of_an_abstention() -> None:
    form = _form(SILENT)
    score = form["score"]
    assert (score["value"], score["interval"], score["band"], score["band_name"], score["admiralty"]) == (None,) * 5
    assert score["abstained"]
    assert form["contributions"] == []
    assert [note["code"] for note in form["notes"]] == ["nothing_attributed"]


@pytest.mark.parametrize("lang", list_message_languages())
def test_terminal_shows_score_points_chains_hedges_and_text(lang: str) -> None:
    shown = _show(STORY, lang)
    score = score_analysis(build(STORY), lang=lang)
    assert f"{score.value:.1f}" in shown
    assert f"{score.base:.1f}" in shown
    assert " <- the Gazette <- a senior official" in shown
    assert "perhaps  " in shown
    assert "bridge to open" in shown
    assert all(f"{c.points:+.1f}" in shown for c in score.contributions if c.points)
    assert ("wydawca" in shown) is (lang == "pl")


def test_terminal_names_the_publisher_it_is_told() -> None:
    analysis = build(STORY)
    analysis = replace(analysis, article=replace(analysis.article, publisher="Tarn Daily"))
    assert chain_line(analysis, analysis.attributions[1], "publisher").startswith("Tarn Daily <- the Gazette <- ")


@pytest.mark.parametrize("lang", list_message_languages())
def test_terminal_says_why_it_abstains(lang: str) -> None:
    analysis = build(SILENT)
    score = score_analysis(analysis, lang=lang)
    assert score.notes[0].message in _shown(analysis, score, width=200)


@pytest.mark.parametrize("width", [20, 40, 300])
def test_terminal_of_any_width_and_an_empty_article(width: int) -> None:
    for story in (STORY, Story(lead=(), n_fillers=0)):
        analysis = build(story)
        assert _shown(analysis, score_analysis(analysis), width).strip()


def test_no_control_character_and_no_markup_reaches_the_terminal() -> None:
    analysis = build(SILENT)
    text = "\x1b[31m[bold red]x[/]\r\x00\u202e " + analysis.article.text
    note = Note("odd", "\x07[red]")
    odd = replace(analysis, article=Article(text=text, title="[/]\x1b"), notes=(note,))
    shown = _shown(odd, score_analysis(odd))
    assert not set("\x1b\r\x00\x07\u202e") & set(shown)
    assert "[bold red]x[/]" in shown


def test_marks_lie_on_their_words() -> None:
    analysis = build(STORY)
    marked = mark_text(analysis)
    styled = {(marked.plain[span.start : span.end], str(span.style)) for span in marked.spans}
    assert marked.plain == analysis.article.text
    assert {("clearly", "bold red"), ("perhaps", "bold yellow"), ("a senior official", "bold green")} <= styled


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("short", 5, "short"),
        ("two  \n words", 20, "two words"),
        ("one two three", 8, "one two…"),
        ("one, two", 6, "one…"),
        ("abcdefgh", 4, "abc…"),
    ],
)
def test_shorten(text: str, longest: int, short: str) -> None:
    assert shorten(text, longest) == short
    assert len(shorten(text, longest)) <= longest


def test_safe_keeps_every_offset() -> None:
    text = "a\x00b\x1b\ud800\n\tc\x9f"
    assert len(safe(text)) == len(text)
    assert safe(text) == "a\ufffdb\ufffd\ufffd\n\tc\ufffd"


def test_without_rich_the_error_names_the_extra() -> None:
    code = "import sys; sys.modules['rich'] = None; import credscore.render.json; import credscore.render.terminal"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "MissingExtraError" in done.stderr
    assert "credscore[cli]" in done.stderr
