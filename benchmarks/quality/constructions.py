"""Gold attribution + text -> how the statement is built into the text.

The first rule that fits decides, on the gold record and the characters around its spans alone:

1. ``headline``: the cue has no letter (the colon of "X: statement", a dash, a quotation mark)
2. ``hearsay``: the origin is unspecified
3. ``prepositional``: the cue begins with a word that leads in a source without saying ("according to", "zdaniem")
4. ``quoted``: quotation marks stand right before and right after the content, or a dash leads from it to the cue
   (Polish dialogue), or from the start of its line to it
5. ``mixed``: a quotation mark stands inside the content or at one of its edges
6. ``indirect``: all else
"""

from __future__ import annotations

import re

from benchmarks.quality.records import Attribution
from credscore.spans import Span

CONSTRUCTIONS = ("quoted", "mixed", "indirect", "prepositional", "hearsay", "headline")

_PREPOSITIONS = frozenset("according per as in by via za według wg zdaniem opinią jak zgodnie w na z ze od".split())
_MARK = "[\"“”„«»]|''|``|(?<!\\w)['‘]|['’](?!\\w)"
_HAS_MARK = re.compile(_MARK)
_OPENED = re.compile(rf"(?:{_MARK})\s*\Z")
_CLOSED = re.compile(rf"[.,!?…;]*\s?(?:{_MARK})")
_LED_BY_DASH = re.compile(r"(?:\A|\n)\s*[-–—]\s*\Z")
_DASH_TO_CUE = re.compile(r"[.,!?…]*\s*[-–—]+\s*\Z")


def construction_of(attribution: Attribution, text: str) -> str:
    """One of `CONSTRUCTIONS`."""
    cue = text[slice(*attribution.cue_span)].lower() if attribution.cue_span else ""
    if cue and not any(map(str.isalpha, cue)):
        return "headline"
    if attribution.origin == "unspecified":
        return "hearsay"
    if cue and cue.split()[0] in _PREPOSITIONS:
        return "prepositional"
    return _quoting_of(attribution, text)


def _quoting_of(attribution: Attribution, text: str) -> str:
    start, end = attribution.content_spans[0][0], attribution.content_spans[-1][1]
    before = text[max(0, start - 3) : start]
    is_opened, is_closed = _OPENED.search(before), _CLOSED.match(text, end)
    if (is_opened and is_closed) or _LED_BY_DASH.search(before) or _has_dash_to_cue(attribution, text):
        return "quoted"
    has_mark = any(_HAS_MARK.search(text[slice(*span)]) for span in attribution.content_spans)
    return "mixed" if is_opened or is_closed or has_mark else "indirect"


def _has_dash_to_cue(attribution: Attribution, text: str) -> bool:
    """Whether a dash alone stands between a part of the content and the cue behind it: "Jest dobrze - powiedział"."""
    cue: Span | None = attribution.cue_span
    ends = [end for _, end in attribution.content_spans if cue and end <= cue[0]]
    return bool(cue and ends and _DASH_TO_CUE.match(text[max(ends) : cue[0]]))
