from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import credscore
from credscore.articles import load_example

RunCli = Callable[..., Any]


def _assert_one_line_error(result: Any, *parts: str) -> None:
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("credscore: ")
    assert result.stderr.count("\n") == 1
    for part in parts:
        assert part in result.stderr


class TestScore:
    @pytest.mark.parametrize("code", ["pl", "en"])
    def test_example_is_explained(self, run_cli: RunCli, code: str) -> None:
        result = run_cli("score", "--example", code)
        assert result.exit_code == 0
        assert result.stderr == ""
        outlet = {"pl": "Kurier Nadrzeczny", "en": "Harbour Gazette"}[code]
        assert outlet in result.stdout

    def test_json_is_one_line(self, run_cli: RunCli) -> None:
        result = run_cli("score", "--example", "pl", "--json")
        form = json.loads(result.stdout)
        assert result.stdout.count("\n") == 1
        assert form["schema"] == 1
        assert form["language"] == "pl"
        assert form["publisher"] == "Portal Nadbrzeżny"

    def test_file_and_standard_input_give_the_same(self, run_cli: RunCli, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text(load_example("en").text, encoding="utf-8")
        from_file = json.loads(run_cli("score", str(path), "--json").stdout)
        from_stdin = json.loads(run_cli("score", "-", "--json", stdin=path.read_bytes()).stdout)
        assert from_file == from_stdin

    def test_options_reach_the_result(self, run_cli: RunCli) -> None:
        result = run_cli("score", "-", "--json", "--title", "T", "--publisher", "P", "--language", "en", stdin="Rain.")
        form = json.loads(result.stdout)
        assert (form["title"], form["publisher"]) == ("T", "P")

    def test_messages_in_the_language_asked_for(self, run_cli: RunCli) -> None:
        messages = {
            lang: [c["message"] for c in json.loads(run_cli(*_JSON_EXAMPLE, "--lang", lang).stdout)["contributions"]]
            for lang in ("pl", "en")
        }
        assert messages["pl"] != messages["en"]

    def test_unknown_message_language(self, run_cli: RunCli) -> None:
        _assert_one_line_error(run_cli("score", "--example", "pl", "--lang", "xx"), "xx")

    @pytest.mark.parametrize("arguments", [[], ["a.txt", "--example", "pl"]])
    def test_one_article_is_wanted(self, run_cli: RunCli, arguments: list[str]) -> None:
        _assert_one_line_error(run_cli("score", *arguments), "--example")

    @pytest.mark.parametrize("reader", ["fast", "accurate"])
    def test_reader_asked_for_is_used(self, run_cli: RunCli, reader: str) -> None:
        form = json.loads(run_cli(*_JSON_EXAMPLE, "--reader", reader).stdout)
        found = credscore.analyze(load_example("pl"), reader=reader)
        assert form["attributions"] == found.to_dict()["attributions"]

    def test_unknown_reader(self, run_cli: RunCli) -> None:
        _assert_one_line_error(run_cli("score", "--example", "pl", "--reader", "psychic"), "psychic", "fast, accurate")

    def test_threshold_asked_for_is_used(self, run_cli: RunCli) -> None:
        form = json.loads(run_cli(*_JSON_EXAMPLE, "--threshold", "0.8").stdout)
        found = credscore.analyze(load_example("pl"), threshold=0.8)
        assert form["attributions"] == found.to_dict()["attributions"]

    def test_impossible_threshold(self, run_cli: RunCli) -> None:
        _assert_one_line_error(run_cli(*_JSON_EXAMPLE, "--threshold", "2"), "from 0 to 1")

    def test_unknown_example(self, run_cli: RunCli) -> None:
        _assert_one_line_error(run_cli("score", "--example", "de"), "there are: en, pl")


_JSON_EXAMPLE = ("score", "--example", "pl", "--json")


class TestBatch:
    def test_one_line_a_row_in_order(self, run_cli: RunCli, write_rows: Callable[..., Path], tmp_path: Path) -> None:
        rows = write_rows([{"id": "1", "text": load_example("pl").text}, b"{broken", {"id": "3", "text": ""}])
        out = tmp_path / "out.jsonl"
        result = run_cli("batch", str(rows), "-o", str(out))
        forms = _forms(out.read_text(encoding="utf-8"))
        assert result.exit_code == 0
        assert [form["id"] for form in forms] == ["1", None, "3"]
        assert forms[1]["error"]["row"] == 2
        assert "1 of 3 rows" in result.stderr

    def test_standard_streams(self, run_cli: RunCli) -> None:
        result = run_cli("batch", "-", "-o", "-", stdin='{"id": "a", "text": "Rain."}\n')
        assert _forms(result.stdout)[0]["id"] == "a"
        assert result.stderr == ""

    def test_two_jobs(self, run_cli: RunCli, write_rows: Callable[..., Path]) -> None:
        rows = write_rows([{"id": str(number), "text": "Rain."} for number in range(80)])
        result = run_cli("batch", str(rows), "-o", "-", "--jobs", "2")
        assert [form["id"] for form in _forms(result.stdout)] == [str(number) for number in range(80)]

    def test_empty_input_gives_an_empty_output(self, run_cli: RunCli, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        assert run_cli("batch", "-", "-o", str(out), stdin="").exit_code == 0
        assert out.read_bytes() == b""

    def test_missing_input_leaves_the_output_alone(self, run_cli: RunCli, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        out.write_text("kept")
        _assert_one_line_error(run_cli("batch", str(tmp_path / "none"), "-o", str(out)), "cannot read")
        assert out.read_text() == "kept"

    def test_output_that_cannot_be_written(self, run_cli: RunCli, write_rows: Callable[..., Path]) -> None:
        rows = write_rows([{"text": "Rain."}])
        _assert_one_line_error(run_cli("batch", str(rows), "-o", str(rows / "no" / "way")), "cannot write")
        _assert_one_line_error(run_cli("batch", str(rows), "-o", str(rows.parent)), "cannot write")

    def test_input_is_never_overwritten(self, run_cli: RunCli, write_rows: Callable[..., Path]) -> None:
        rows = write_rows([{"text": "Rain."}])
        _assert_one_line_error(run_cli("batch", str(rows), "-o", str(rows)), "input itself")
        assert rows.read_bytes()

    @pytest.mark.parametrize(
        "option", [("--reader", "psychic"), ("--jobs", "0"), ("--lang", "xx"), ("--threshold", "7")]
    )
    def test_wrong_option_keeps_the_output(
        self, run_cli: RunCli, write_rows: Callable[..., Path], tmp_path: Path, option: tuple[str, str]
    ) -> None:
        out = tmp_path / "out.jsonl"
        out.write_text("kept")
        _assert_one_line_error(run_cli("batch", str(write_rows([{"text": "Rain."}])), "-o", str(out), *option))
        assert out.read_text() == "kept"

    def test_reader_asked_for_is_used(self, run_cli: RunCli) -> None:
        row = json.dumps({"text": load_example("en").text})
        (form,) = _forms(run_cli("batch", "-", "-o", "-", "--reader", "fast", stdin=row).stdout)
        found = credscore.analyze(load_example("en").text, reader="fast")
        assert form["attributions"] == found.to_dict()["attributions"]

    def test_impossible_jobs(self, run_cli: RunCli) -> None:
        _assert_one_line_error(run_cli("batch", "-", "-o", "-", "--jobs", "0", stdin=""), "n_jobs")


def _forms(lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.splitlines()]


def test_version(run_cli: RunCli) -> None:
    assert run_cli("--version").stdout.strip() == credscore.__version__


def test_wrong_option_ends_with_code_2(run_cli: RunCli) -> None:
    assert run_cli("score", "--no-such-option").exit_code == 2


class TestProcess:
    """What only a process of its own can show."""

    def test_reader_that_goes_away(self, write_rows: Callable[..., Path]) -> None:
        rows = write_rows([{"id": "x" * 1000, "text": "Rain."}] * 2000)
        command = [sys.executable, "-m", "credscore", "batch", str(rows), "-o", "-"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
    def test_full_disk(self, write_rows: Callable[..., Path]) -> None:
        result = _run("batch", str(write_rows([{"text": "Rain."}])), "-o", "/dev/full")
        assert result.returncode == 2
        assert result.stderr.count("\n") == 1
        assert "No space left" in result.stderr

    def test_missing_extra_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "typer.py").write_text("raise ModuleNotFoundError('no typer', name='typer')")
        result = _run("score", "--example", "pl", PYTHONPATH=str(tmp_path))
        assert result.returncode == 2
        assert result.stderr == "credscore: the command line needs typer: pip install 'credscore[cli]'\n"

    def test_terminal_without_unicode(self) -> None:
        result = _run("score", "--example", "pl", PYTHONIOENCODING="ascii")
        assert result.returncode == 0
        assert result.stderr == ""


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "credscore", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, check=False)
