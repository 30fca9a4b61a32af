from __future__ import annotations

import doctest
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import credscore
from credscore.articles import load_example
from credscore.batch import score_many
from credscore.cli import app

ROOT = Path(credscore.__file__).parent.parent
README = ROOT / "README.md"

pytestmark = pytest.mark.skipif(not README.is_file(), reason="needs the repository, not only the installed package")


def test_python_examples_run() -> None:
    results = doctest.testfile(str(README), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert results.attempted > 0
    assert results.failed == 0


def test_ci_runs_the_commands_of_the_readme() -> None:
    console = re.findall(r"^\$ (.+)$", README.read_text(encoding="utf-8"), re.MULTILINE)
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for command in ('pip install -e ".[test]"', "credscore score --example pl", "pytest"):
        assert command in console
        assert command.removeprefix("pip install ") in ci


def test_extras_that_documents_name_exist() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    text = README.read_text(encoding="utf-8") + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\"\.\[(\w+)\]\"", text)) <= set(extras)


def test_json_form_is_as_documented() -> None:
    block = re.search(r"```json\n(.+?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    documented = _keys(json.loads(block.group(1)))
    missing = documented - _keys(next(score_many([load_example("pl")])))
    assert not {key for key in missing if not key.startswith("relays.")}  # an example need not be wire copy


def test_the_article_explained_is_what_the_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    block = re.search(r"```text\n(.+?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    monkeypatch.setenv("COLUMNS", "100")
    app(["score", "--example", "en"], standalone_mode=False)
    printed = iter(line.rstrip() for line in capsys.readouterr().out.splitlines())
    for line in block.group(1).splitlines():
        assert line in ("", "...") or line in printed, f"not printed, or not in this place: {line}"


def _keys(form: Any, prefix: str = "") -> set[str]:
    """The paths of all keys, lists looked into: `chain.kind`."""
    if isinstance(form, list):
        return set().union(*(_keys(item, prefix) for item in form))
    if not isinstance(form, dict):
        return set()
    return {prefix + key for key in form} | set().union(*(_keys(v, f"{prefix}{k}.") for k, v in form.items()))
