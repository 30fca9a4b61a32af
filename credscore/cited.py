"""Citing phrases -> the phrases that name whom a statement was told to, passed on by or taken from, put into frames."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from credscore.citations import cited_end
from credscore.document import Document
from credscore.frames import Construction, Frame, Reading, cue_start, holds_words
from credscore.media import told_outlet
from credscore.outlets import is_outlet, is_outlet_noun, outlet_end
from credscore.patterns import Match
from credscore.phrases import phrase_before
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_FRAMES_OF_SENTENCE = 60
MAX_OCCASION_TOKENS = 6
"""So many tokens may stand between the noun of an occasion and the preposition before it or the medium behind it."""
MAX_REST_TOKENS = 4
"""So many tokens of a citation may belong to no part of the one statement that it passes on: when it was made."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A phrase that names somebody in the chain of a frame, and the citing words that lead to it.

    ``is_outer`` where the phrase names a medium that was told or passed a statement on, not whom the speaker cites.
    """

    at: int
    end: int
    phrase: Range
    is_outer: bool


def find_cited(reading: Reading, matches: Iterable[Match]) -> list[Cited]:
    """The phrases that citing cues name, in text order."""
    found = [cited for match in matches if (cited := _cited(reading, match)) is not None]
    found.extend(_opening(reading, {cited.phrase[0] for cited in found}))
    return sorted(found, key=lambda cited: cited.at)


def _opening(reading: Reading, known: set[int]) -> Iterator[Cited]:
    """The media that a sentence opens with as the place where something was said: "On Fox News on Sunday, …"."""
    document = reading.document
    for token, (end, entry) in reading.names.items():
        at = token - 1
        while at > 0 and document.classes[at] & (W.DET | W.QUOTE) and not document.classes[at] & W.PREP:
            at -= 1
        if not entry.is_outlet or at < 0 or document.lower[at] not in _PLACES or not document.begins_sentence(at):
            continue
        if end < len(document.words) and document.classes[end] & (W.COMMA | W.TIME | W.PREP) and token not in known:
            yield Cited(at, end, (at + 1, end), True)


_PLACES = frozenset({"on", "in", "w", "na"})


def _cited(reading: Reading, match: Match) -> Cited | None:
    """What a citing cue, an occasion or an English verb of telling or quoting names, if anything."""
    if match.rule.kind == "occasion":
        named = _medium_of_occasion(reading, match)
        return Cited(*named, True) if named is not None else None
    if match.rule.table == "verbs" and not reading.is_polish:
        quoting = _quoting(reading, match)
        if quoting is not None:
            return Cited(quoting[0], match.end, quoting, True)
        told = told_outlet(reading, match, reading.document.sentence_bounds(match.start)[1])
        return Cited(match.end, match.end, told, True) if told is not None else None
    if match.rule.kind not in ("relay", "medium"):
        return None
    is_outer = match.rule.kind == "medium" or not _PASSED_ON.isdisjoint(match.rule.pattern.split())
    phrase = _phrase_of(reading, match, is_outer)
    is_bare = match.end - match.start == 1 and match.rule.kind == "relay" and is_outer
    if phrase is None or (is_bare and not is_outlet(reading, phrase)):  # "odpowiedzialny za", "via the tunnel"
        return None
    return Cited(match.start, match.end, phrase, is_outer)


def _quoting(reading: Reading, match: Match) -> Range | None:
    """The outlet that quotes somebody who then speaks: "the Gazette quoted a clerk as saying that …"."""
    document = reading.document
    low, high = document.sentence_bounds(match.start)
    for token in range(match.end, min(match.end + MAX_OCCASION_TOKENS, high - 2)):
        said = reading.cue_at.get(token + 1) if document.lower[token] == "as" else None
        if said is not None and said.rule.kind == "say" and not document.classes[said.end] & W.STOP:
            outlet = phrase_before(document, match.start, low)
            return outlet if outlet is not None and is_outlet(reading, outlet) else None
    return None


_PASSED_ON = frozenset("przez by za via".split())
"""Words of relays that name who passed a statement on ("cytowany przez X"), not whom the speaker cites."""


def _phrase_of(reading: Reading, match: Match, is_outer: bool) -> Range | None:
    """The phrase in the slot of a citing phrase; where it can only be a medium, no more than its name."""
    low, high = reading.document.sentence_bounds(match.start)
    if match.slot is not None:
        return match.slot
    if match.rule.pattern.startswith("<source>"):
        return phrase_before(reading.document, match.start, low)
    end = (outlet_end(reading, match.end, high) if is_outer else None) or cited_end(reading, match.end, high)
    if not holds_words(reading.document, (match.end, end)):
        return None
    outlet = _outlet_of_staff(reading, match.end, end, high) if is_outer else None
    if outlet is not None:
        return outlet
    has_noun = is_outer and match.end - match.start > 1 and is_outlet_noun(reading, match.end - 1)
    return (match.end - has_noun, end)  # "za agencją <source>", "w radiu <source>"


def _outlet_of_staff(reading: Reading, start: int, end: int, high: int) -> Range | None:
    """The outlet that an English phrase for its staff ends in: "with Paul Keel of Radio Meridian"."""
    if reading.is_polish:
        return None
    for token in range(start + 1, end):
        if reading.document.classes[token] & W.PREP and (last := outlet_end(reading, token + 1, high)) is not None:
            return token + 1, last
    return None


def _medium_of_occasion(reading: Reading, match: Match) -> tuple[int, int, Range] | None:
    """Where an occasion to speak stands with its medium, and the medium: "in an interview shown on CNN".

    A preposition leads the occasion, and one its medium where that follows; no verb or comma parts them.
    """
    document, names = reading.document, reading.names
    low, high = document.sentence_bounds(match.start)
    start = _lead_of(document, match.start, max(low, match.start - MAX_OCCASION_TOKENS))
    if start is None:
        return None
    for token in range(start + 1, match.start):
        if token in names and names[token][1].is_outlet:
            return start, match.end, (token, names[token][0])
    first = match.end
    is_led = bool(document.classes[first - 1] & W.PREP)
    for token in range(match.end, min(high, match.end + MAX_OCCASION_TOKENS)):
        word_class = document.classes[token]
        if word_class & W.PREP or document.lower[token] in _GIVEN:
            first, is_led = token + 1, document.lower[token] not in _ABOUT
        elif word_class & W.TIME:
            first = token + 1
        elif is_led and (end := outlet_end(reading, token, high)) is not None:
            return start, end, (first, end)
        if word_class & _PARTING and not word_class & W.DET and token not in document.name_marks:
            return None
    return None


_ABOUT = frozenset("about of against over o przeciw przeciwko".split())
_GIVEN = frozenset("udzielonym udzielonej udzielonych przesłanym przesłanej przekazanym nadesłanym".split())
"""Polish participles that lead whom something was given to without a preposition: "w wywiadzie udzielonym PAP"."""
_PARTING = W.MARK | W.AUX | W.THAT | W.REL | W.COORD | W.PRONOUN


def _lead_of(document: Document, at: int, low: int) -> int | None:
    """The preposition that leads an occasion to speak, only what belongs to the noun between them."""
    for token in range(at - 1, low - 1, -1):
        if document.lower[token] in _LEADS[document.language.code]:
            return token
        is_inner = document.classes[token] & W.DET or document.lower[token] == "that"
        if document.classes[token] & (_PARTING | W.PREP) and not is_inner:
            return None
    return None


_LEADS = {"en": frozenset("in on during for at".split()), "pl": frozenset("w we na podczas dla".split())}


def attach_cited(reading: Reading, cited: Iterable[Cited], frames: list[Frame]) -> None:
    """Put each phrase into the chain of the nearest frame in its sentence that does not hold it as content."""
    for one in cited:
        number = _nearest(reading, one, frames)
        if number is None and one.is_outer:
            number = _first_behind(reading, one, frames)
        if number is not None:
            frames[number] = _with(reading, frames[number], one)


def fold_citations(document: Document, frames: Sequence[Frame]) -> list[Frame]:
    """The frames without citations of nothing but one person's speech, whose source then leads to that person.

    "“It rains,” Ada said, according to the Gazette." is one statement, of Ada, through the Gazette.
    """
    folded: dict[int, Frame] = {}
    dropped: set[int] = set()
    for number, outer in enumerate(frames):
        if outer.rule.kind not in ("according", "as") or outer.source is None:
            continue
        near = range(max(0, number - 3), min(len(frames), number + 4))
        inner = next((n for n in near if n != number and _is_all_of(document, frames[n], outer)), None)
        if inner is not None and frames[inner].media in ((), (outer.source,)):
            folded[inner] = replace(frames[inner], media=(*outer.media, outer.source, *outer.relays))
            dropped.add(number)
    return [folded.get(number, frame) for number, frame in enumerate(frames) if number not in dropped]


def _is_all_of(document: Document, inner: Frame, outer: Frame) -> bool:
    """Whether a citation cites nothing but what somebody says, with the words that say so."""
    if inner.rule.table != "verbs" or inner.rule.kind not in _SPEECH or inner.source is None:
        return False
    begin = inner.content[0][0]
    is_clause = (begin == inner.cue[1] and not document.classes[begin] & W.TIME) or document.classes[begin - 1] & W.THAT
    if inner.construction is Construction.INDIRECT and begin > inner.cue[0] and not is_clause:
        return False  # "the plan announced on Friday was dropped"
    parts = (*inner.content, inner.cue, inner.source)
    low, high = min(start for start, _ in parts), max(end for _, end in parts)
    start, end = outer.content[0][0], outer.content[-1][1]
    return low < end and max(0, low - start) + max(0, end - high) <= MAX_REST_TOKENS


def _nearest(reading: Reading, cited: Cited, frames: list[Frame]) -> int | None:
    """The number of the frame whose cue stands nearest in the sentence, of those that do not hold the phrase."""
    low, high = reading.document.sentence_bounds(cited.at)
    first = bisect_left(frames, low, key=cue_start)
    last = min(first + MAX_FRAMES_OF_SENTENCE, len(frames))
    near = [n for n in range(first, last) if frames[n].cue[0] < high and not _inside(frames[n], cited)]
    return min(near, key=lambda n: abs(frames[n].cue[0] - cited.at), default=None)


def _first_behind(reading: Reading, cited: Cited, frames: list[Frame]) -> int | None:
    """The first speech of the next sentence, where its speaker is the one who was just told of without a statement.

    "He gave details in an interview with X. According to him, …": a pronoun or a dropped subject goes on.
    """
    document = reading.document
    _, high = document.sentence_bounds(cited.at)
    if high >= len(document.words) or document.paragraph_of[cited.at] != document.paragraph_of[high]:
        return None
    first, end = bisect_left(frames, high, key=cue_start), document.sentence_bounds(high)[1]
    for number in range(first, min(first + MAX_FRAMES_OF_SENTENCE, len(frames))):
        frame = frames[number]
        if frame.cue[0] >= end or frame.rule.kind in _SPEECH:
            goes_on = frame.source is None or document.classes[frame.source[0]] & W.PRONOUN
            return number if frame.cue[0] < end and goes_on else None
    return None


_SPEECH = frozenset("say add reply according as".split())


def _inside(frame: Frame, cited: Cited) -> bool:
    """Whether a citing phrase is part of what a frame says."""
    return any(start < cited.at and cited.end < end for start, end in frame.content)


def _with(reading: Reading, frame: Frame, cited: Cited) -> Frame:
    """A frame with a phrase as its medium or relay, unless the phrase is its source or names no medium."""
    if frame.source is not None and frame.source[0] <= cited.phrase[0] < frame.source[1]:
        return frame
    if not cited.is_outer:
        is_source = reading.is_polish or _is_cited_by(reading, frame, cited)
        return replace(frame, relays=(*frame.relays, cited.phrase)) if is_source else frame
    return replace(frame, media=(cited.phrase,)) if is_outlet(reading, cited.phrase) and not frame.media else frame


def _is_cited_by(reading: Reading, frame: Frame, cited: Cited) -> bool:
    """Whether an English phrase is a source that a frame rests on, not its reason ("citing the flood") or its topic.

    Whom or what an outlet cites is a source; what anybody else refers or points to is only what he speaks of.
    """
    document = reading.document
    if frame.source is not None and is_outlet(reading, frame.source):
        return True
    if document.lower[cited.at] in _TOPICAL:
        return False
    for token in range(*cited.phrase):
        if document.classes[token] & (W.HEAD | W.CAPITAL) or token in reading.names or token in reading.roles:
            return True
        if document.classes[token] & W.PREP:
            return False
    return False


_TOPICAL = frozenset({"referring", "pointing"})
