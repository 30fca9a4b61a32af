"""The phrases beside a verb or behind a citing word -> the media that somebody spoke to, wrote for or was heard by."""

from __future__ import annotations

from dataclasses import replace

from credscore.document import Document
from credscore.frames import Frame, Reading
from credscore.outlets import is_outlet, outlet_end, staff_end
from credscore.patterns import Match
from credscore.phrases import phrase_before
from credscore.spans import Range, overlap
from credscore.words import WordClass as W


def media_in(reading: Reading, match: Match, gap: Range | None, source: Range | None) -> tuple[Range, ...]:
    """The outlet that the source of a verb spoke to, if one is named between the verb and its content."""
    start, end = gap or (0, 0)
    if start >= end:
        return ()
    told = told_outlet(reading, match, end) if reading.is_polish else None
    if told is not None and not (source is not None and overlap(source, told)):
        return (told,)
    for token in range(start, end):
        last = _outlet_at(reading, token, end)
        if last is None:
            continue
        is_source = source is not None and source[0] <= token < source[1]
        taken = reading.last_taken(token + 1)
        is_cited = taken is not None and token < taken[1]
        if not (is_source or is_cited or _is_owner(reading.document, start, token)):
            return ((token, last),)
    return ()


def _outlet_at(reading: Reading, token: int, limit: int) -> int | None:
    """The end of an outlet whose name begins at a token: a listed one, or one by its form behind "in the"."""
    document, name = reading.document, reading.names.get(token)
    if name is not None:
        return staff_end(document, name[0], limit) if name[1].is_outlet else None
    is_place = document.lower[token] == "the" and document.lower[token - 1] in _WRITTEN_AT
    return outlet_end(reading, token, limit) if is_place and document.classes[token + 1] & W.CAPITAL else None


def told_outlet(reading: Reading, match: Match, limit: int) -> Range | None:
    """The outlet right behind a verb of telling: "told the agency", "powiedział gazecie"."""
    document, start = reading.document, match.end
    is_led = not reading.is_polish and start < limit and document.lower[start] == "to"  # "explained to the Gazette"
    is_speech = (is_led or "to" in match.rule.frames) and match.rule.kind in ("say", "add", "reply")
    start += is_led
    if not is_speech or start >= limit or document.classes[start] & W.NOMINATIVE:
        return None
    first = start + 1 if document.classes[start] & W.DET else start
    role = reading.roles.get(first)
    if role is not None and role.rule.kind == "outlet" and role.end <= limit:
        return start, role.end
    end = outlet_end(reading, start, limit) or outlet_end(reading, first, limit)
    return (start, end) if end is not None else None


def _is_owner(document: Document, low: int, outlet: int) -> bool:
    """Whether somebody belongs to an outlet ("an editor of", "a reporter for"), unless a verb leads: "wrote for"."""
    at = outlet - 1
    while at > low and document.classes[at] & (W.DET | W.QUOTE):
        at -= 1
    return document.lower[at] == "of" or (document.lower[at] in ("for", "dla") and at > low)


def learner_of(reading: Reading, match: Match, low: int) -> tuple[Range, ...]:
    """The outlet that learned something from the source of a verb: "Onet dowiedział się od rzecznika, że"."""
    if match.rule.direction != "from" or match.rule.kind != "learn":
        return ()
    subject = phrase_before(reading.document, match.start, low)
    return (subject,) if subject is not None and is_outlet(reading, subject) else ()


def split_addressee(reading: Reading, phrase: Range) -> tuple[Range, tuple[Range, ...]]:
    """A phrase after a verb, parted into the medium and who spoke there.

    "powiedział PAP Jan Nowak", "wrote Ada Brandt in the Harbour Gazette".
    """
    document = reading.document
    if not reading.is_polish:
        return _split_place(reading, phrase)
    end = outlet_end(reading, phrase[0], phrase[1])
    if end is None or end >= phrase[1]:
        return phrase, ()
    wanted = W.FIRST_NAME | W.CAPITAL | W.HEAD
    if document.classes[end] & (W.MARK | W.COORD) or not any(c & wanted for c in document.classes[end : phrase[1]]):
        return phrase, ()
    return (end, phrase[1]), ((phrase[0], end),)


def _split_place(reading: Reading, phrase: Range) -> tuple[Range, tuple[Range, ...]]:
    """An English phrase of a name and the outlet where that person writes, parted; nobody's post at one is a place."""
    document = reading.document
    for token in range(phrase[0] + 1, phrase[1] - 1):
        if document.classes[token] & (W.HEAD | W.COMMA):  # "an editor at the Gazette"
            break
        if document.lower[token] in _WRITTEN_AT and (end := outlet_end(reading, token + 1, phrase[1])) is not None:
            return (phrase[0], token), ((token + 1, end),)
    return phrase, ()


_WRITTEN_AT = frozenset({"at", "in", "on"})


def part_source(reading: Reading, frame: Frame) -> Frame:
    """A Polish frame whose cited phrase names an outlet and who told it something, the two parted.

    "Jak powiedział PAP rzecznik", "jak dowiedział się Onet od rzecznika": the spokesman is the source.
    """
    if not reading.is_polish or frame.source is None or frame.rule.kind != "as" or frame.media:
        return frame
    document, (start, end) = reading.document, frame.source
    outlet = outlet_end(reading, start, end)
    if outlet is None or outlet >= end:
        return frame
    rest = outlet + 1 if document.lower[outlet] == "od" else outlet
    heads = document.language.heads
    names = (document.lower[token] in heads or document.classes[token] & W.FIRST_NAME for token in range(rest, end))
    return replace(frame, source=(rest, end), media=((start, outlet),)) if any(names) else frame
