from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credscore.analysis import analyze
from credscore.articles import Article
from credscore.chains import Attribution
from credscore.frames import Construction
from credscore.repeats import without_repeats
from credscore.sources import Source, SourceKind
from tests.strategies import articles


def said(
    start: int, end: int, confidence: float, *, parent: int | None = None, links: int = 1, cue: int = 0
) -> Attribution:
    """An attribution of the code points from start to end."""
    link = Source(span=(0, 3), kind=SourceKind.NAMED_PERSON, name="Ana")
    return Attribution(
        cue=(cue, cue + 4),
        content=((start, end),),
        chain=(link,) * links,
        cue_class="say",
        construction=Construction.INDIRECT,
        parent=parent,
        confidence=confidence,
    )


@pytest.mark.parametrize(
    ("attributions", "kept"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([said(10, 20, 0.5), said(30, 40, 0.9)], [0, 1], id="two statements"),
        pytest.param([said(10, 20, 0.5), said(11, 20, 0.9)], [1], id="one statement under two cues: the likelier"),
        pytest.param([said(10, 20, 0.5), said(10, 20, 0.5)], [0], id="as likely: the first"),
        pytest.param([said(10, 20, 0.5), said(10, 16, 0.9)], [0, 1], id="six tenths are not yet the same"),
        pytest.param([said(10, 30, 0.9), said(13, 30, 0.5, parent=0)], [0], id="his own wish within what he said"),
        pytest.param([said(10, 30, 0.9), said(13, 30, 0.5, parent=0, links=2)], [0, 1], id="a further source within"),
        pytest.param([said(10, 30, 0.5), said(13, 30, 0.9, parent=0, links=2)], [0, 1], id="the likelier one within"),
        pytest.param([said(10, 30, 0.5), said(13, 30, 0.9, links=2)], [1], id="a longer chain, but not within"),
    ],
)
def test_of_those_that_say_the_same_the_likelier_is_kept(attributions: list[Attribution], kept: list[int]) -> None:
    assert [attributions.index(a) for a in without_repeats(attributions)] == kept


def test_one_inside_another_that_falls_away_stands_in_what_is_around() -> None:
    outer, repeat, inner = said(0, 90, 0.9), said(5, 90, 0.3, parent=0), said(40, 60, 0.8, parent=1)
    first, last = without_repeats([outer, repeat, inner])
    assert (first, last.content, last.parent) == (outer, inner.content, 0)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 30), st.floats(0, 1)), max_size=6))
def test_a_second_look_finds_nothing_more(drawn: list[tuple[int, int, float]]) -> None:
    once = without_repeats([said(start, start + length, likely) for start, length, likely in drawn])
    assert without_repeats(once) == once


@settings(deadline=None)
@given(articles())
def test_parents_hold_what_stands_in_them(article: Article) -> None:
    attributions = analyze(article).attributions
    for attribution in attributions:
        if attribution.parent is not None and not attribution.in_title:
            outer = attributions[attribution.parent]
            assert any(start <= attribution.cue[0] < end for start, end in outer.content)
