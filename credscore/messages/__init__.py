"""The sentences that a reader gets, one file a language: ``messages/<code>.toml``, data only.

A sentence may hold ``{n}`` for a fact, and ``{n:sentence|sentences}`` for the form of a word that goes with a number.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from credscore.errors import LanguageError

__all__ = ["Messages", "list_message_languages", "load_messages"]

_FOLDER = Path(__file__).parent
_LONGEST_FACT = 80  # characters; a source phrase beyond that is cut


@dataclass(frozen=True, slots=True)
class Messages:
    """All names and sentences of one language."""

    code: str
    entries: Mapping[str, Any]

    def explain(self, signal: str, finding: str, facts: Mapping[str, str | int]) -> str:
        """The sentence about what a signal found; for a signal without messages, its name and finding.

        >>> load_messages("pl").explain("documents", "some", {"n": 3})
        'Tekst powołuje się na 3 dokumenty.'
        """
        template = self.entries["signals"].get(signal, {}).get(finding)
        return self._fill(template, facts) if template is not None else f"{signal}: {finding}"

    def note(self, code: str, facts: Mapping[str, str | int]) -> str:
        """The sentence of a note."""
        return self._fill(self.entries["notes"][code], facts)

    def label(self, signal: str) -> str:
        """The short name of a signal; for a signal without messages, its name in code."""
        return str(self.entries["signals"].get(signal, {}).get("label", signal))

    def name(self, group: str, key: str) -> str:
        """A name of the group "bands", "terms", "sources" or "information".

        >>> load_messages("en").name("bands", "weak")
        'weakly sourced'
        """
        return str(self.entries[group][key])

    def _fill(self, template: str, facts: Mapping[str, str | int]) -> str:
        rule = _PLURALS[self.entries["plural"]]
        return template.format(**{key: _fact(value, rule) for key, value in facts.items()})


@cache
def list_message_languages() -> tuple[str, ...]:
    """The codes of the languages that have messages, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@lru_cache(maxsize=16)
def load_messages(code: str) -> Messages:
    """The messages of a language; raises LanguageError, naming those there are, for another one."""
    if code not in list_message_languages():
        raise LanguageError(f"there are no messages in {code!r}; there are: {', '.join(list_message_languages())}")
    return Messages(code, tomllib.loads((_FOLDER / f"{code}.toml").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class _Count:
    """A number that formats as itself, or, with ``one|few|many``, as the form that goes with it."""

    number: int
    rule: Callable[[int], int]

    def __format__(self, forms: str) -> str:
        return forms.split("|")[self.rule(self.number)] if forms else str(self.number)


def _fact(value: str | int, rule: Callable[[int], int]) -> str | _Count:
    if isinstance(value, int):
        return _Count(value, rule)
    text = " ".join(value.split())
    return text if len(text) <= _LONGEST_FACT else text[: _LONGEST_FACT - 1].rstrip() + "…"


def _one_other(count: int) -> int:
    return 0 if count == 1 else 1


def _one_few_many(count: int) -> int:
    """The form for 1, for 2-4 (not 12-14), or for the rest, as in Polish."""
    if count == 1:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


_PLURALS: Mapping[str, Callable[[int], int]] = {"one_other": _one_other, "one_few_many": _one_few_many}
