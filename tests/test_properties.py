"""What must hold of any text at all."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import credscore
from credscore.analysis import Analysis, analyze
from credscore.articles import Article
from credscore.chains import Attribution, Construction
from credscore.sources import SourceKind
from credscore.spans import Span
from tests.strategies import any_texts, articles, pieced_texts, stories

_UNNAMED = {SourceKind.UNNAMED_PERSON, SourceKind.UNNAMED_GROUP, SourceKind.UNSPECIFIED}

hammered = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])


@hammered
@given(articles())
def test_every_span_lies_inside_its_text_and_holds_something(article: Article) -> None:
    analysis = analyze(article)
    for span in _spans_of_body(analysis):
        _assert_holds_words(span, article.text)
    for span in _spans_of_title(analysis):
        _assert_holds_words(span, article.title or "")


@hammered
@given(articles())
def test_every_attribution_is_well_formed(article: Article) -> None:
    attributions = analyze(article).attributions
    for number, attribution in enumerate(attributions):
        assert attribution.content
        assert attribution.chain
        assert attribution.cue_class
        assert all(not _overlap(attribution.cue, part) for part in attribution.content)
        if attribution.construction is Construction.HEARSAY:
            assert SourceKind.UNSPECIFIED in [link.kind for link in attribution.chain]
        if attribution.parent is not None:
            parent = attributions[attribution.parent]
            assert number not in _ancestors(attributions, number)
            assert parent.in_title == attribution.in_title
            assert any(start <= attribution.cue[0] and attribution.cue[1] <= end for start, end in parent.content)
        for link in attribution.chain:
            assert link.name is None or link.name.strip()
            assert link.name is None or link.kind not in _UNNAMED
            in_text = article.title or "" if attribution.in_title else article.text
            assert any(character.isalnum() for character in in_text[slice(*link.span)])


@hammered
@given(articles())
def test_every_hedge_points_to_the_statement_that_holds_it(article: Article) -> None:
    analysis = analyze(article)
    for hedge in analysis.hedges:
        assert (hedge.attribution is None) == (hedge.holder == "author")
        if hedge.attribution is not None:
            holder = analysis.attributions[hedge.attribution]
            assert holder.in_title == hedge.in_title
            assert any(start <= hedge.span[0] and hedge.span[1] <= end for start, end in holder.content)


@hammered
@given(articles())
def test_the_same_article_has_the_same_analysis(article: Article) -> None:
    first = analyze(article)
    assert first == analyze(dataclasses.replace(article))
    told = json.dumps(first.to_dict())
    assert json.dumps(json.loads(told)) == told  # two halves of a pair become one character, told in the same way


@hammered
@given(articles())
def test_stretches_of_a_text_stand_in_order_without_overlap(article: Article) -> None:
    analysis = analyze(article)
    for spans in (analysis.sentences, analysis.paragraphs):
        assert list(spans) == sorted(spans)
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    assert len(analysis.paragraphs) <= len(analysis.sentences) <= analysis.n_tokens


@hammered
@given(st.sampled_from(["pl", "en"]).flatmap(lambda code: st.tuples(st.just(code), stories(code, 20))))
def test_the_parts_of_a_score_add_up_to_it(story: tuple[str, str]) -> None:
    score = credscore.score(story[1], language=story[0])
    assert score.value is not None
    assert 0 <= score.value <= 100
    assert score.value == round(score.base + sum(contribution.points for contribution in score.contributions), 1)


@hammered
@given(any_texts())
def test_a_text_in_no_named_language_is_read_or_declined(text: str) -> None:
    analysis = credscore.analyze(text)
    assert analysis.language in ("pl", "en", None)
    assert analysis.language is not None or analysis.notes


@settings(deadline=None, max_examples=60)
@given(pieced_texts("pl"))
def test_spaces_around_a_text_only_shift_the_spans(text: str) -> None:
    plain = analyze(Article(text=text, language="pl"))
    shifted = analyze(Article(text=f"   {text}", language="pl"))
    assert [a.cue for a in shifted.attributions] == [(a.cue[0] + 3, a.cue[1] + 3) for a in plain.attributions]


def _ancestors(attributions: Sequence[Attribution], number: int) -> list[int]:
    """The attributions around one, innermost first; stops where one comes again."""
    found: list[int] = []
    parent = attributions[number].parent
    while parent is not None and parent not in found:
        found.append(parent)
        parent = attributions[parent].parent
    return found


def _spans_of_body(analysis: Analysis) -> list[Span]:
    spans = [*analysis.sentences, *analysis.paragraphs, *analysis.boosters, *(span for span, _ in analysis.anonymity)]
    spans += [span for relay in analysis.relays for span in relay.spans]
    return spans + _spans_of_findings(analysis, in_title=False)


def _spans_of_title(analysis: Analysis) -> list[Span]:
    return _spans_of_findings(analysis, in_title=True)


def _spans_of_findings(analysis: Analysis, in_title: bool) -> list[Span]:
    spans = [hedge.span for hedge in analysis.hedges if hedge.in_title is in_title]
    for attribution in analysis.attributions:
        if attribution.in_title is in_title:
            spans += [attribution.cue, *attribution.content, *(link.span for link in attribution.chain)]
    return spans


def _assert_holds_words(span: Span, text: str) -> None:
    assert 0 <= span[0] < span[1] <= len(text)
    assert text[slice(*span)].strip()


def _overlap(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]
