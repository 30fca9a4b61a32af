"""Input that nobody should send and everybody does: an abstention or a one-line error, never a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import credscore
from credscore.batch import score_many

_ABSTAINED = {
    "empty": "",
    "blank": " \n\t \u2028 ",
    "one word": "Deszcz",
    "one character, many times": "a" * 200_000,
    "one mark, many times": "„" * 20_000,
    "NUL": "\x00" * 500,
    "control characters": "".join(map(chr, range(32))) * 20,
    "lone surrogates": "\ud83d\udc00\ud800 " * 50,
    "right to left": "قال الوزير إن الميزانية ستعلن غدا. " * 20,
    "another language": "Der Minister sagte am Montag, dass die Brücke im nächsten Jahr gebaut werde. " * 10,
    "Cyrillic": "Министр заявил, что мост построят в следующем году. " * 20,
    "numbers": "1234567890 " * 1000,
    "emoji": "🙂‍↔️🏳️‍🌈 " * 300,
}
_TOLERATED = {
    "opening quotes only": "Minister powiedział, że „most „będzie „gotowy „wkrótce. " * 30,
    "closing quotes only": "The minister said” that the bridge” would be ready” soon. " * 30,
    "straight quotes, odd": 'The minister said "the bridge would be ready soon. ' * 31,
    "HTML": "<div class='a'><p>The minister said that the bridge &amp; the road would be ready.</p></div>\n" * 20,
    "one long line": "The minister said that the bridge would be ready and " * 400,
    "no spaces after stops": "The minister said yes.The mayor said no.Nobody asked why." * 30,
    "Windows line ends": "The minister said that the bridge would be ready.\r\n\r\nThe mayor denied it.\r\n" * 20,
    "NUL in between": "The minister said\x00 that the bridge would be ready. " * 30,
    "zero width and soft hyphens": "The mini\u00adster sa\u200bid that the bridge\u2060 would be ready. " * 30,
    "combining marks": "Minister powiedzia\u0142, z\u0307e most be\u0328dzie gotowy. " * 30,
}


@pytest.mark.parametrize("text", _ABSTAINED.values(), ids=_ABSTAINED)
def test_abstains_with_a_reason(text: str) -> None:
    score = credscore.score(text)
    assert score.abstained
    assert score.value is None
    assert score.notes


@pytest.mark.parametrize("text", [*_ABSTAINED.values(), *_TOLERATED.values()], ids=[*_ABSTAINED, *_TOLERATED])
def test_form_is_sound(text: str) -> None:
    _assert_sound(next(score_many([text])), len(text))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_any_text_gives_a_sound_form(text: str) -> None:
    _assert_sound(next(score_many([text])), len(text))


_PL_WORDS = ["powiedział", "Dodał", "że", "według", "może", "podobno", "Jan", "Kowalski", "minister", "PAP"]
_EN_WORDS = ["said", "according", "to", "told", "the", "that", "reportedly", "He", "X", "Reuters", "Times"]
_WORDS = st.sampled_from([*"„”\"'«»“”‘’–-—,.:;?!()…\n", "\x00", "\n\n", *_PL_WORDS, *_EN_WORDS])


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_WORDS, max_size=120).map(" ".join), st.sampled_from(["pl", "en"]))
def test_any_order_of_cues_and_marks_gives_a_sound_form(text: str, language: str) -> None:
    first, second = score_many([{"text": text, "language": language}] * 2)
    assert first == second
    _assert_sound(first, len(text))


def _assert_sound(form: dict[str, Any], length: int) -> None:
    assert "error" not in form
    assert json.loads(json.dumps(form)) == form
    for span in _spans(form):
        assert 0 <= span[0] <= span[1] <= length


def _spans(form: dict[str, Any]) -> list[tuple[int, int]]:
    body = [a for a in form["attributions"] if a.get("in") != "title"]
    marked = [m for a in body for m in ([a["cue"]] if a["cue"] else []) + a["content"] + a["chain"]] + form["hedges"]
    pairs = [(m["start"], m["end"]) for m in marked]
    return pairs + [(s[0], s[1]) for part in form["contributions"] + form["relays"] for s in part["spans"]]


class TestCommandLine:
    @pytest.mark.parametrize("name", ["empty", "NUL", "control characters", "right to left", "another language"])
    def test_abstention_is_shown(self, run_cli: Callable[..., Any], name: str) -> None:
        result = run_cli("score", "-", stdin=_ABSTAINED[name])
        assert result.exit_code == 0
        assert result.stdout.strip()
        assert "Traceback" not in result.stdout + result.stderr

    def test_terminal_is_not_steered_by_the_article(self, run_cli: Callable[..., Any]) -> None:
        result = run_cli(
            "score", "-", stdin="The minister said \x1b]0;owned\x07 that \x1b[2Jit was [bold]late[/]. " * 40
        )
        assert result.exit_code == 0
        assert "\x1b]" not in result.stdout
        assert "\x1b[2J" not in result.stdout

    def test_file_that_is_not_utf8(self, run_cli: Callable[..., Any], tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes("Zażółć gęślą jaźń".encode("iso-8859-2"))
        result = run_cli("score", str(path))
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
        assert "not UTF-8" in result.stderr

    def test_batch_of_everything(
        self, run_cli: Callable[..., Any], write_rows: Callable[..., Path], tmp_path: Path
    ) -> None:
        texts = {**_ABSTAINED, **_TOLERATED}
        lines: list[Any] = [b"{", b"null", b"\xff\xfe\xfd", b'{"id": "no text"}', b'{"text": ["list"]}']
        rows = write_rows([*lines, *({"id": name, "text": text} for name, text in texts.items())])
        out = tmp_path / "out.jsonl"
        assert run_cli("batch", str(rows), "-o", str(out)).exit_code == 0
        forms = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        assert [form["id"] for form in forms[len(lines) :]] == list(texts)
        assert [("error" in form) for form in forms] == [True] * len(lines) + [False] * len(texts)
