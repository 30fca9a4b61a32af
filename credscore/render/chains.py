"""Chains and texts -> strings that are safe to show: no control character reaches a terminal."""

from __future__ import annotations

import re

from credscore.analysis import Analysis
from credscore.chains import Attribution

_ARROW = " <- "
# C0 and C1 controls but tab and newline, lone surrogates, and marks that turn the direction of writing around
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def chain_line(analysis: Analysis, attribution: Attribution, publisher: str) -> str:
    """The chain from the publisher to the origin: ``publisher <- CBS News <- a US official``."""
    words = _home(analysis, attribution)
    links = [link.name or words[slice(*link.span)] for link in attribution.chain]
    return _ARROW.join(one_line(link) for link in (analysis.article.publisher or publisher, *links))


def content_line(analysis: Analysis, attribution: Attribution, longest: int) -> str:
    """The attributed content on one line, its fragments joined by "...", cut to at most ``longest`` characters."""
    words = _home(analysis, attribution)
    return shorten(" ... ".join(words[slice(*span)] for span in attribution.content), longest)


def shorten(text: str, longest: int) -> str:
    """The text on one line, cut at a word to at most ``longest`` characters.

    >>> shorten("The bridge  will open in May", 16)
    'The bridge will…'
    """
    line = one_line(text)
    if len(line) <= longest:
        return line
    last_space = line.rfind(" ", 0, longest)
    return line[: last_space if last_space > 0 else longest - 1].rstrip(" ,;:") + "…"


def one_line(text: str) -> str:
    """The text made safe, with its white space folded."""
    return " ".join(safe(text).split())


def safe(text: str) -> str:
    r"""The text with each character that could disturb a terminal replaced by one U+FFFD, so that spans stay true.

    >>> safe("a\x1b[31mb") == "a\ufffd[31mb"
    True
    """
    return _UNSAFE.sub("\ufffd", text)


def _home(analysis: Analysis, attribution: Attribution) -> str:
    return (analysis.article.title or "") if attribution.in_title else analysis.article.text
