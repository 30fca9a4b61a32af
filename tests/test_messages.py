from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from credscore import signals
from credscore.errors import LanguageError
from credscore.messages import list_message_languages, load_messages
from credscore.scores import Band
from credscore.signals import SIGNALS


@pytest.mark.parametrize(
    ("count", "form"), [(1, "raz"), (2, "razy"), (5, "razy"), (0, "razy"), (22, "razy"), (12, "razy")]
)
def test_polish_numbers_take_their_form(count: int, form: str) -> None:
    assert f"{count} {form} " in load_messages("pl").explain("boosters", "some", {"n": count})


@pytest.mark.parametrize(
    ("count", "form"),
    [(1, "dokument"), (2, "dokumenty"), (4, "dokumenty"), (5, "dokumentów"), (12, "dokumentów"), (22, "dokumenty")],
)
def test_polish_nouns_take_the_form_of_the_number(count: int, form: str) -> None:
    assert load_messages("pl").explain("documents", "some", {"n": count}).endswith(f"{count} {form}.")


def test_long_facts_are_cut_and_braces_are_text() -> None:
    facts = {"origin": "{relay} " + "x" * 500, "relay": "{0}"}
    message = load_messages("en").explain("single_unnamed_origin", "unexplained_relayed", facts)
    assert len(message) < 300
    assert "({0}, “{relay} x" in message


def test_a_signal_without_messages_is_shown_by_its_name() -> None:
    messages = load_messages("en")
    assert messages.explain("mine", "found", {}) == "mine: found"
    assert messages.label("mine") == "mine"


def test_an_unknown_language_is_answered_with_the_known_ones() -> None:
    with pytest.raises(LanguageError, match="there are: en, pl"):
        load_messages("../en")


def test_all_languages_say_the_same_things() -> None:
    keys = {code: _keys(load_messages(code).entries) for code in list_message_languages()}
    assert all(found == keys["en"] for found in keys.values())


@pytest.mark.parametrize("code", list_message_languages())
def test_names_are_there_for_all_that_can_be_said(code: str) -> None:
    messages = load_messages(code)
    assert set(messages.entries["bands"]) == {band.value for band in Band}
    assert set(messages.entries["signals"]) == {signal.__name__ for signal in SIGNALS}
    assert len(messages.name("terms", "legend").split("; ")) == 5


@pytest.mark.parametrize("code", list_message_languages())
@pytest.mark.parametrize("signal", [signal.__name__ for signal in SIGNALS])
def test_every_finding_has_a_sentence(code: str, signal: str) -> None:
    """Findings are literal words in the signal's file: each sentence must be one of these, and has no other facts."""
    source = (Path(signals.__file__).parent / f"{signal}.py").read_text(encoding="utf-8")
    words = {n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    sentences = dict(load_messages(code).entries["signals"][signal])
    del sentences["label"]
    for finding, sentence in sentences.items():
        assert finding.removesuffix("_relayed") in words | {"not_applicable"}
        assert set(re.findall(r"{(\w+)", sentence)) <= words


def _keys(entries: object, prefix: str = "") -> set[str]:
    if not hasattr(entries, "items"):
        return {prefix}
    return {key for name, entry in entries.items() for key in _keys(entry, f"{prefix}.{name}")}
