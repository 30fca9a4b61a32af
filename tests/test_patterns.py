from __future__ import annotations

import pytest

from credscore.patterns import MAX_SLOT_TOKENS, PatternIndex, Rule

FORMS = {"mówić": ["mówi", "mówił", "mówią"], "bać": ["boi", "bał"], "dawać": ["daje", "dają"]}


def index_of(*patterns: str, table: str = "cues") -> PatternIndex:
    index = PatternIndex()
    for pattern in patterns:
        index.add(Rule(id=pattern, table=table, pattern=pattern), FORMS)
    index.sort()
    return index


def found(index: PatternIndex, text: str) -> list[tuple[str, str]]:
    words = text.split()
    return [(match.rule.id, " ".join(words[match.start : match.end])) for match in index.matches(words)]


@pytest.mark.parametrize(
    ("pattern", "text", "match"),
    [
        ("reportedly", "he reportedly left", "reportedly"),
        ("{mówić}", "ona mówiła i on mówi", "mówi"),
        ("zdaniem|opinią", "moją opinią jest", "opinią"),
        ("in some|any way", "it was in any way wrong", "in any way"),
        ("{mówić}|gada", "on gada", "gada"),
        ("as is? known", "as is known", "as is known"),
        ("as is? known", "as known", "as known"),
        ("według <source>", "według niej padało", "według"),
        ("<source> zdaniem", "ich zdaniem padało", "zdaniem"),
    ],
)
def test_a_pattern_matches_the_words_it_stands_for(pattern: str, text: str, match: str) -> None:
    assert found(index_of(pattern), text) == [(pattern, match)]


@pytest.mark.parametrize(("pattern", "text"), [("in any way", "in any"), ("as known", "as is known"), ("x", "")])
def test_a_pattern_does_not_match_less(pattern: str, text: str) -> None:
    assert found(index_of(pattern), text) == []


def test_a_slot_in_the_middle_holds_the_source() -> None:
    words = "in the words of old mr orr himself it rained".split()
    (match,) = index_of("in the words of <source> himself").matches(words)
    assert match.slot is not None
    assert words[slice(*match.slot)] == ["old", "mr", "orr"]


@pytest.mark.parametrize("between", [", or so ,", ". it is", " ".join(["very"] * (MAX_SLOT_TOKENS + 1))])
def test_a_slot_reaches_over_no_mark_and_not_far(between: str) -> None:
    assert found(index_of("as <source> puts"), f"as {between} puts") == []


def test_a_slot_is_never_empty() -> None:
    assert found(index_of("as <source> puts"), "as puts it") == []


def test_of_patterns_that_begin_alike_the_longest_matches() -> None:
    index = index_of("may", "may well", "may well be")
    assert found(index, "it may well be") == [("may well be", "may well be")]
    assert found(index, "it may go") == [("may", "may")]


def test_each_table_has_its_own_match_at_a_place() -> None:
    index = PatternIndex()
    for table in ("cues", "hedges"):
        index.add(Rule(id=table, table=table, pattern="reportedly"), FORMS)
    assert sorted(rule for rule, _ in found(index, "reportedly so")) == ["cues", "hedges"]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("on boi się wody", True),
        ("on się wody boi", True),
        ("boi tego się", True),
        ("on boi", False),
        ("się on nigdy tak nie boi", False),
    ],
)
def test_the_polish_reflexive_may_stand_a_few_words_away(text: str, is_found: bool) -> None:
    assert bool(found(index_of("{bać} się", table="verbs"), text)) is is_found


def test_a_lemma_without_forms_is_named() -> None:
    with pytest.raises(KeyError, match="śpiewać"):
        index_of("{śpiewać} <content>")
