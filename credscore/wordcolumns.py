"""Words -> columns: what the tagger is told of a word wherever it stands, looked up once a word."""

from __future__ import annotations

import zlib

from credscore.language import Language
from credscore.words import WordClass as W
from credscore.words import fold

WORD_COLUMNS = {"shape": 16, "suffix3": 2048, "suffix2": 512, "prefix3": 2048, "classes": 512, "head": 16, "tags": 128}
"""Columns of a word beside the word itself: name -> number of values."""

_HEADS = ("person", "group", "document", "organization", "outlet")
_GRAMMAR = (1 << 15) - 1 | W.FINITE | W.NOMINATIVE | W.FIRST_NAME


def word_columns(word: str, language: Language) -> tuple[int, ...]:
    """The values of WORD_COLUMNS for one word as written."""
    lower = fold(word)
    classes = language.class_of(word)
    head = language.heads.get(lower)
    tags = ",".join(sorted({tag.split(":m")[0] for tag in language.tags.get(lower, ())}))
    return (
        _shape(word, classes),
        _hashed(lower[-3:], 2048),
        _hashed(lower[-2:], 512),
        _hashed(lower[:3], 2048),
        _hashed(str(classes & _GRAMMAR), 512),
        0 if head is None else 1 + 2 * _HEADS.index(head.kind) + head.is_plural,
        _hashed(tags, 128),
    )


def _hashed(text: str, size: int) -> int:
    return zlib.crc32(text.encode("utf-8", "replace")) % size


def _shape(word: str, classes: int) -> int:
    if classes & W.MARK:
        marks = (W.QUOTE, W.DASH, W.COMMA, W.STOP, W.COLON, W.BRACKET)
        return next((number for number, kind in enumerate(marks) if classes & kind), 6)
    if classes & W.UPPER:
        return 7
    if classes & W.CAPITAL:
        return 8 + (len(word) < 2)
    if word[0].isdigit():
        return 10
    return 11 if word[0] in "'’" else 12 + ("-" in word)
