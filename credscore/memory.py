"""What a function gave for a text, remembered: most words of an article have been met in those before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

MAX_REMEMBERED = 100_000
MAX_LETTERS = 60
"""Longer texts are hardly met again, and not remembered: what is in memory stays small."""

Value = TypeVar("Value")


class Memory(dict[str, Value], Generic[Value]):
    """The values of a pure function by its argument, each found when it is first asked for.

    >>> lengths = Memory(len)
    >>> lengths["word"], list(lengths)
    (4, ['word'])
    """

    def __init__(self, function: Callable[[str], Value]) -> None:
        super().__init__()
        self.function = function

    def __missing__(self, text: str) -> Value:
        value = self.function(text)
        if len(text) <= MAX_LETTERS:
            if len(self) >= MAX_REMEMBERED:
                self.clear()
            self[text] = value
        return value
