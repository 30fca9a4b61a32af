"""Document -> relays: media whose material the article as a whole republishes or passes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from credscore.articles import is_house
from credscore.cues import Cues
from credscore.document import Document
from credscore.language import NamedEntry
from credscore.patterns import Match
from credscore.spans import Span
from credscore.words import WordClass as W

_CLOSING = frozenset(")]")
_DATELINE_TOKENS = 14  # "WASHINGTON, D.C., Dec. 8 (UPI) -"
_REACH = {"label": 2, "credit": 4, "copyright": 6}  # tokens between a credit's words and the medium
_NAME_TOKENS = 5
_INITIALS = 4  # letters of the desk's signature: "mt/ PAP"
_PICTURE_TOKENS = 8  # between a picture's words and its medium
_DIGEST = 3  # media in brackets: a digest names where each of its items was found
_INSERTED_TOKENS = 12  # "(the bridge at Kessel - PAP)"
_HEAD_PARAGRAPHS = 4  # title, subtitle, byline, agency
_CLOSING_TOKENS = 12
_ENDINGS = W.STOP | W.QUOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """A medium whose material the article republishes: wire copy ("wire") or a credit line ("credit")."""

    name: str
    kind: str
    spans: tuple[Span, ...]


def find_relays(document: Document, cues: Cues, publisher: str | None = None) -> tuple[Relay, ...]:
    """The media that a document credits: "(PAP)", "(Reuters) -", "mt/ PAP", "Źródło: Onet", "h/t The Hill".

    One relay a medium. Credits of pictures are none, nor is the publisher itself, nor a medium that only "contributed
    to this report".
    """
    spans: dict[tuple[str, str], list[Span]] = {}
    found = {credit.start: credit for credit in (*_signatures(cues), *_labelled(document, cues))}
    for find in (_bracketed, _signed_off, _inserted, _alone_at_head, _closing):
        for credit in find(document, cues):
            found.setdefault(credit.start, credit)
    for start, credit in sorted(found.items()):
        if not is_house(credit.name, publisher, credit.domain):
            spans.setdefault((credit.name, credit.kind), []).append(document.span(start, credit.end))
    return tuple(Relay(name=name, kind=kind, spans=tuple(places)) for (name, kind), places in spans.items())


class _Credit(NamedTuple):
    name: str
    kind: str
    start: int
    end: int
    domain: str | None = None


def _credit_of(entry: NamedEntry, start: int, end: int) -> _Credit:
    return _Credit(entry.name, "wire" if entry.kind == "agency" else "credit", start, end, entry.domain)


def _outlets(cues: Cues) -> Iterator[tuple[int, int, NamedEntry]]:
    for token, (end, entry) in cues.names.items():
        if entry.is_outlet:
            yield token, end, entry


def _signatures(cues: Cues) -> Iterator[_Credit]:
    """The lines that only one agency's copy ends with."""
    for match in cues.credits:
        if match.rule.kind == "signature":
            yield _Credit(match.rule.context, "wire", match.start, match.end)


def _labelled(document: Document, cues: Cues) -> Iterator[_Credit]:
    """The media that words of a credit lead in: "source:", "h/t", "this article first appeared in"."""
    for match in cues.credits:
        if match.rule.kind in _REACH and _stands_free(document, match) and not _is_picture(document, cues, match.start):
            yield from _media_after(document, cues, match)


def _stands_free(document: Document, match: Match) -> bool:
    """Whether nothing but a mark stands before the words of a credit, or they begin with a capital."""
    if document.begins_sentence(match.start) or document.classes[match.start] & W.CAPITAL:
        return True
    return bool(document.classes[match.start - 1] & W.MARK)


def _media_after(document: Document, cues: Cues, match: Match) -> Iterator[_Credit]:
    """The medium that a credit goes on with: a known one or, after "h/t" and the like, any name."""
    kind = match.rule.kind
    limit = min(match.end + _REACH[kind], document.paragraph_bounds(match.start)[1])
    for token in range(match.end, limit):
        end, entry = cues.names.get(token, (0, None))
        if entry is not None and entry.is_outlet:
            if kind != "copyright" or entry.kind == "agency":  # the rights are often the publisher's own
                yield _credit_of(entry, token, end)
            return
    name = _name_after(document, match.end, limit)
    if name and (kind == "credit" or (kind == "label" and "." in document.words[name[0]])):
        start, end = name
        first, last = document.span(start, end)
        yield _Credit(document.text[first:last], "credit", start, end)


def _name_after(document: Document, start: int, limit: int) -> tuple[int, int] | None:
    """The tokens of a name or domain that follows at once, marks and articles skipped."""
    words, classes = document.words, document.classes
    while start < limit and classes[start] & (W.MARK | W.DET):
        start += 1
    end, stop = start, min(start + _NAME_TOKENS, document.paragraph_bounds(start)[1] if start < limit else start)
    while end < stop and classes[end] & (W.CAPITAL | W.UPPER) and not classes[end] & W.MARK:
        end += 1
    if end == start < stop and "." in words[start] and not classes[start] & W.MARK:
        return start, start + 1
    return (start, end) if end > start else None


def _bracketed(document: Document, cues: Cues) -> list[_Credit]:
    """The media that stand alone in brackets where a dateline or the end of a piece has them."""
    found = [
        _credit_of(entry, token, end)
        for token, end, entry in _outlets(cues)
        if (close := _closing_of(document, token, end)) is not None
        if _is_credit_place(document, cues, token - 1, close) and not _is_picture(document, cues, token)
    ]
    if len({credit.name for credit in found}) >= _DIGEST:
        return []
    return [credit for credit in found if credit.kind == "wire" or not _cites(document, credit.start - 1)]


def _closing_of(document: Document, start: int, end: int) -> int | None:
    """The bracket that closes right behind tokens [start, end), if one opens right before them."""
    words = document.words
    if not start or words[start - 1] not in ("(", "["):
        return None
    if words[end : end + 1] == ["."]:
        end += 1
    return end if end < len(words) and words[end] in _CLOSING else None


def _is_credit_place(document: Document, cues: Cues, opening: int, close: int) -> bool:
    """Whether brackets stand at an edge of a paragraph, after a sentence, in a dateline or before a signature."""
    entry = cues.names[opening + 1][1]
    if any(
        cues.names.get(token) == (opening, entry) for token in range(opening - _NAME_TOKENS, opening)
    ):  # "the Associated Press (AP)" only explains letters
        return False
    words, classes, after = document.words, document.classes, close + 1
    first, last = document.paragraph_bounds(opening)
    if words[opening] == "[" and _is_inside(document, opening):
        return False
    if after >= last or opening == first or classes[opening - 1] & W.STOP:
        return True
    if classes[after] & W.STOP and after + 1 >= last:
        return True
    is_dateline = opening - first <= _DATELINE_TOKENS and bool(classes[after] & W.DASH)
    return is_dateline or words[after + 1 : after + 2] == ["/"]


def _is_inside(document: Document, token: int) -> bool:
    """Whether a token stands in another paragraph than the last."""
    return document.paragraph_of[token] < document.paragraph_of[-1]


def _cites(document: Document, opening: int) -> bool:
    """Whether brackets after a sentence within the text tell whose that sentence is: "It is late." (CNN)."""
    is_after = opening > document.paragraph_bounds(opening)[0] and bool(document.classes[opening - 1] & _ENDINGS)
    return is_after and _is_inside(document, opening)


def _signed_off(document: Document, cues: Cues) -> Iterator[_Credit]:
    """The media that a slash joins to the initials of a desk: "mt/ PAP", "PAP/ as/", "IAR/agkm"."""
    for token, end, entry in _outlets(cues):
        is_signed = _follows_initials(document, token) or _precedes_initials(document, token, end)
        if is_signed and not _is_picture(document, cues, token):
            yield _credit_of(entry, token, end)


def _follows_initials(document: Document, token: int) -> bool:
    words = document.words
    if token < 2 or words[token - 1] != "/" or not _are_initials(words[token - 2]):
        return False
    return document.begins_sentence(token - 2) or bool(document.classes[token - 3] & W.MARK)


def _precedes_initials(document: Document, token: int, end: int) -> bool:
    words, last = document.words, len(document.words)
    if words[end : end + 1] != ["/"]:
        return False
    if end + 1 >= last:
        return True
    begins = document.begins_sentence(token)
    is_apart = document.starts[end + 1] > document.ends[end] and document.starts[end] == document.ends[end - 1]
    if begins and is_apart:  # "PAP/ The bridge", not "Reuters/Ipsos"
        return True
    is_closed = end + 2 >= last or bool(document.classes[end + 2] & (W.STOP | W.BRACKET)) or words[end + 2] == "/"
    follows = begins or words[token - 1 : token] == ["/"]
    return follows and _are_initials(words[end + 1]) and (words[end + 1].islower() or is_closed)


def _are_initials(word: str) -> bool:
    """Whether a word can be the letters of an editor, which "NBC" cannot."""
    return word.isalpha() and len(word) <= _INITIALS and (len(word) < 3 or not word.isupper())


def _inserted(document: Document, cues: Cues) -> Iterator[_Credit]:
    """The agencies whose editors explain words of a quotation: "they (the dockers - PAP) agreed"."""
    words = document.words
    for token, end, entry in _outlets(cues):
        if entry.kind == "agency" and words[end : end + 1] == [")"] and document.classes[token - 1] & W.DASH:
            first = document.sentence_bounds(token)[0]
            if "(" in words[max(first, token - _INSERTED_TOKENS) : token]:
                yield _credit_of(entry, token, end)


def _alone_at_head(document: Document, cues: Cues) -> Iterator[_Credit]:
    """The agencies that have a paragraph for themselves above the text, where a byline stands."""
    for first, last in islice(pairwise(document.paragraphs[:-1]), _HEAD_PARAGRAPHS):
        end, entry = cues.names.get(first, (0, None))
        is_agency = entry is not None and entry.is_outlet and entry.kind == "agency"
        if entry and is_agency and all(word_class & (W.STOP | W.DASH) for word_class in document.classes[end:last]):
            yield _credit_of(entry, first, end)


def _closing(document: Document, cues: Cues) -> Iterator[_Credit]:
    """The media of a last line that holds nothing but media and who signs: "PAP, ak", "Onet/Anna Sowa"."""
    start, media = _last_line(document, cues)
    words, stop = document.words, len(document.words)
    if start not in media and words[start : start + 1] and _are_initials(words[start]):
        start += 2 if words[start + 1 : start + 2] in (["/"], [","]) else 0
    if start not in media:
        return
    end = media[start][0]
    has_agency = any(entry.kind == "agency" for _, entry in media.values())
    if words[end : end + 1] == ["/"] or (has_agency and (end == stop or words[end] in (",", "."))):
        for token, (end, entry) in media.items():
            if token >= start and not _is_picture(document, cues, token):
                yield _credit_of(entry, token, end)


def _last_line(document: Document, cues: Cues) -> tuple[int, dict[int, tuple[int, NamedEntry]]]:
    """Where the names and marks after the last full stop begin, and the media among them; a dash leads a signature."""
    words, classes, stop = document.words, document.classes, len(document.words)
    first = max(document.paragraphs[-2], stop - _CLOSING_TOKENS) if words else 0
    media = {token: (end, entry) for token, end, entry in _outlets(cues) if token >= first}
    inside = {token for start, (end, _) in media.items() for token in range(start, end)}
    start = stop - 1 if words and classes[-1] & W.STOP else stop
    while start > first and (start - 1 in inside or _can_sign(words[start - 1], classes[start - 1])):
        start -= 1
    is_apart = not start or start == document.paragraphs[-2] or bool(classes[start - 1] & (W.STOP | W.QUOTE))
    return (start, media) if is_apart else (stop, {})


def _can_sign(word: str, word_class: int) -> bool:
    """Whether a word or mark can stand in a line that only says who wrote: a name, initials, a comma, a slash."""
    return bool(word_class & (W.CAPITAL | W.DASH)) or word in ("/", ",") or _are_initials(word)


def _is_picture(document: Document, cues: Cues, token: int) -> bool:
    """Whether the sentence of a token has words of a picture's credit close to it."""
    first, last = document.sentence_bounds(token)
    low, high = max(first, token - _PICTURE_TOKENS), min(last, token + _PICTURE_TOKENS)
    near = (bisect_left(cues.credits, bound, key=attrgetter("start")) for bound in (low, high))
    return any(match.rule.kind == "picture" for match in cues.credits[slice(*near)])
