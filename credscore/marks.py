"""Marks that may be something else: a dash or a hyphen, the end of a sentence or of an abbreviation."""

from __future__ import annotations

from credscore.document import Document
from credscore.words import WordClass as W


def is_spaced_dash(document: Document, token: int) -> bool:
    """Whether the token is a dash with a space on either side, not a hyphen."""
    if not document.classes[token] & W.DASH:
        return False
    start, end, text = int(document.starts[token]), int(document.ends[token]), document.text
    return (start == 0 or text[start - 1].isspace()) and (end >= len(text) or text[end].isspace())


def is_abbreviation_stop(document: Document, token: int) -> bool:
    """Whether the token is the full stop of an abbreviation inside a sentence."""
    if document.words[token] != "." or token + 1 >= len(document.words) or token == 0:
        return False
    before, known = document.words[token - 1], document.language.abbreviations
    is_short = len(before) == 1 or before.lower() in known or before in known
    return is_short and document.sentence_of[token] == document.sentence_of[token + 1]
