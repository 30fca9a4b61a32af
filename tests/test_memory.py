from __future__ import annotations

import pytest

from credscore import memory
from credscore.memory import MAX_LETTERS, Memory


def test_a_value_is_found_once() -> None:
    asked: list[str] = []

    def ask(text: str) -> str:
        asked.append(text)
        return text.upper()

    upper = Memory(ask)
    assert [upper["rain"], upper["rain"], upper["snow"]] == ["RAIN", "RAIN", "SNOW"]
    assert asked == ["rain", "snow"]


def test_a_long_text_is_not_remembered() -> None:
    lengths = Memory(len)
    assert lengths["a" * (MAX_LETTERS + 1)] == MAX_LETTERS + 1
    assert not lengths


def test_it_begins_anew_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MAX_REMEMBERED", 3)
    lengths = Memory(len)
    assert [lengths["a" * n] for n in range(1, 9)] == list(range(1, 9))
    assert len(lengths) <= 3
