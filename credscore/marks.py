"""Marks that may be something else: a dash or a hyphen."""

from __future__ import annotations

from credscore.document import Document
from credscore.words import WordClass as W


def is_spaced_dash(document: Document, token: int) -> bool:
    """Whether the token is a dash with a space on either side, not a hyphen."""
    if not document.classes[token] & W.DASH:
        return False
    start, end, text = int(document.starts[token]), int(document.ends[token]), document.text
    return (start == 0 or text[start - 1].isspace()) and (end >= len(text) or text[end].isspace())
