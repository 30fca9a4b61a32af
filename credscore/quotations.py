"""Quotation marks -> quotations, tolerant of every imbalance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from credscore.arrays import IntArray

OPENING = frozenset("„«‟") | {"``", "‘‘"}
CLOSING = frozenset("”»") | {"’’"}
MAX_NAME_TOKENS = 5
"""Quotations of at most so many tokens may be names or titles rather than speech."""


MAX_TITLE_TOKENS = 8
"""Programmes with longer titles do not occur: "The Late Show With Ada Brandt"."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens [start, end) between quotation marks, marks left out.

    ``open`` and ``close`` are the marks' tokens; where the closing mark is missing, ``close`` equals ``end``.
    """

    open: int
    start: int
    end: int
    close: int

    @property
    def length(self) -> int:
        """The number of tokens between the marks."""
        return self.end - self.start


def find_quotations(
    words: Sequence[str], starts: IntArray, ends: IntArray, paragraphs: Sequence[int], text: str
) -> tuple[Quotation, ...]:
    """The outermost quotations, in text order, none reaching beyond its paragraph.

    A mark that is never closed quotes to the end of its paragraph when the next paragraph opens with a mark again (the
    English way to go on quoting), else to the end of its sentence. A closing mark that nothing opened is ignored.
    """
    marks = [i for i, word in enumerate(words) if word in _MARKS]
    directions = {mark: _directions(words[mark], *_beside(text, starts[mark], ends[mark])) for mark in marks}
    found: list[Quotation] = []
    paragraph = 0
    by_paragraph: dict[int, list[int]] = {}
    for mark in marks:
        while paragraphs[paragraph + 1] <= mark:
            paragraph += 1
        by_paragraph.setdefault(paragraph, []).append(mark)
    for number, inside in by_paragraph.items():
        end = paragraphs[number + 1]
        reopens = end < len(words) and words[end] in _MARKS
        found.extend(_pair(words, directions, inside, (end, reopens)))
    return tuple(found)


_MARKS = frozenset("\"„”“«»‟‘’'") | {"''", "``", "’’", "‘‘"}


_Direction: TypeAlias = tuple[bool, bool]
"""Whether a mark can open and whether it can close."""


def _pair(
    words: Sequence[str], directions: Mapping[int, _Direction], marks: Sequence[int], paragraph_end: tuple[int, bool]
) -> list[Quotation]:
    """The quotations of one paragraph."""
    found: list[Quotation] = []
    opened: int | None = None
    depth = 0
    # the last single mark that could close: an opening one after it is only an apostrophe
    last_single = next((mark for mark in reversed(marks) if words[mark] in "'’" and directions[mark][1]), -1)
    for mark in marks:
        opens, closes = directions[mark]
        if opened is None:
            if opens and (words[mark] not in "'‘" or mark < last_single):
                opened, depth = mark, 0
        elif not _belongs(words[opened], words[mark]):
            continue
        elif opens and not closes:
            depth += 1
        elif closes and depth and not opens:
            depth -= 1
        elif closes:
            found.append(Quotation(opened, opened + 1, mark, mark))
            opened = None
    if opened is not None:
        found.append(_unclosed(words, opened, paragraph_end))
    return [quotation for quotation in found if quotation.length > 0]


def is_programme(words: Sequence[str], quotation: Quotation) -> bool:
    """Whether a short quotation is the title of an English programme, said to be on a station: CNN's "New Day"."""
    is_led = quotation.open > 0 and words[quotation.open - 1].casefold() in _TITLE_LEADS
    return is_led and is_title(words, quotation.open, quotation.close)


def is_title(words: Sequence[str], opening: int, close: int) -> bool:
    """Whether few words stand between two marks, all but the small ones with a capital."""
    inside = words[opening + 1 : close - (words[close - 1] in (",", "."))]
    is_short = 0 < len(inside) <= MAX_TITLE_TOKENS
    return is_short and all(word[0].isupper() or word[0].isdigit() or word in _SMALL_WORDS for word in inside)


_TITLE_LEADS = frozenset({"'s", "’s", "'", "’", "on"})
_SMALL_WORDS = frozenset("a an and at by for from in of on or the to with & !".split())


def _belongs(opening: str, mark: str) -> bool:
    """Whether a mark can stand in the system of marks that the opening one belongs to."""
    return (opening in "'‘") == (mark in "'‘’")


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters before and after a stretch of a text, empty at its ends."""
    return text[start - 1 : start] if start else "", text[end : end + 1]


@lru_cache(maxsize=4096)  # a text has few marks, beside few sorts of characters
def _directions(mark: str, before: str, after: str) -> _Direction:
    """Whether a mark can open and whether it can close, by its shape and by the characters around it."""
    spaced_before = not before or before.isspace() or before in "([-–—/:"
    spaced_after = not after or after.isspace() or after in ".,;:!?)]-–—…"
    if mark in OPENING or mark == "‘":
        return True, False
    if mark == "’":
        return False, spaced_after and not spaced_before
    if mark in CLOSING:
        return (spaced_before and not spaced_after and mark != "»"), not (spaced_before and not spaced_after)
    if spaced_before != spaced_after:
        return spaced_before, spaced_after
    return mark not in "'", mark not in "'"


def _unclosed(words: Sequence[str], opened: int, paragraph_end: tuple[int, bool]) -> Quotation:
    end, reopens = paragraph_end
    if not reopens:
        ends = (token + 1 for token in range(opened + 2, end) if words[token] in (".", "!", "?"))
        end = next((after for after in ends if after >= end or not words[after][0].islower()), end)
    return Quotation(opened, opened + 1, end, end)
