from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from credscore.articles import Article, load_example
from credscore.cli import app


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected forms in tests/golden")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether the expected forms are to be rewritten rather than compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session", params=["pl", "en"])
def example(request: pytest.FixtureRequest) -> Article:
    return load_example(request.param)


@pytest.fixture
def run_cli() -> Callable[..., Any]:
    """Runs the command line in this process; what it raises beyond its own exits fails the test."""

    def run(*arguments: str, stdin: bytes | str | None = None) -> Any:
        return CliRunner().invoke(app, arguments, input=stdin, catch_exceptions=False)

    return run


@pytest.fixture
def write_rows(tmp_path: Path) -> Callable[[Sequence[Mapping[str, Any] | bytes]], Path]:
    """Writes rows, and lines as they are, into a JSONL file."""

    def write(rows: Sequence[Mapping[str, Any] | bytes]) -> Path:
        path = tmp_path / "rows.jsonl"
        lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
        path.write_bytes(b"".join(line + b"\n" for line in lines))
        return path

    return write
