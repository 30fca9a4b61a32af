"""Document + cues -> frames: every cue is read by the reader for its kind, and citing phrases join their frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from credscore.citations import cited_end, read_citation, read_headline, read_hearsay, read_noun
from credscore.contexts import is_in_context
from credscore.cues import Cues
from credscore.document import Document
from credscore.frames import Frame, Range, Reading, best_frames
from credscore.patterns import Match
from credscore.phrases import phrase_before, sentence_subject
from credscore.quotations import Quotation
from credscore.speech import read_verb
from credscore.words import WordClass as W

MAX_HEADLINE_TOKENS = 40
MIN_ORPHAN_TOKENS = 6
"""Quotations shorter than this are names, titles or scare quotes unless a cue says otherwise."""


def read_frames(document: Document, cues: Cues) -> tuple[Reading, list[Frame]]:
    """The frames of a document in text order, and the reading they were found with."""
    reading = Reading(document, cues.attributions, cues.names, cues.roles)
    citing = [match for match in cues.attributions.values() if match.rule.kind in ("relay", "medium")]
    phrases = {match.start: _cited_phrase(reading, match) for match in citing}
    reading.taken.extend((start, phrase[1]) for start, phrase in phrases.items() if phrase is not None)
    frames = [frame for match in cues.attributions.values() if (frame := _read(reading, match))]
    cited = {frame.cue[0] for frame in frames if frame.rule.table == "cues"}
    for match in cues.hedges:
        if any(match.start - 4 <= token < match.end + 3 for token in cited):
            continue
        if match.rule.context == "hearsay_inf" and is_in_context(document, match):
            frames.append(_hearsay(reading, match))
    frames.extend(_headlines(reading, frames))
    frames = _lend_subjects(reading, best_frames([frame for frame in frames if frame is not None]))
    for match in citing:
        _attach(reading, match, phrases[match.start], frames)
    return reading, _with_orphans(reading, _without_shadows(frames))


def _lend_subjects(reading: Reading, frames: list[Frame]) -> list[Frame]:
    """The frames, those without a subject of their own given that of the verb before them in their sentence.

    "X said A, adding that B": X also adds. A participle without such a verb takes the subject of the sentence. What
    remains without a source is a dropped subject in Polish, and no attribution in English.
    """
    kept: list[Frame] = []
    for frame in frames:
        if frame.source is None and frame.rule.table == "verbs" and not reading.is_impersonal(frame.cue):
            source = _lender(reading, frame, kept)
            if source is None and not reading.is_polish:
                continue
            frame = replace(frame, source=source)
        kept.append(frame)
    return kept


def _lender(reading: Reading, frame: Frame, before: Sequence[Frame]) -> Range | None:
    document = reading.document
    low, _ = reading.bounds(frame.cue[0])
    for other in reversed(before):
        if other.cue[0] < low:
            break
        if other.source is not None and other.rule.table == "verbs":
            return other.source
    words = document.lower[slice(*frame.cue)]
    tags = [tag for word in words for tag in document.language.tags.get(word, ())]
    is_coordinate = frame.cue[0] > low and bool(document.classes[frame.cue[0] - 1] & W.COORD)
    if is_coordinate or "pcon" in tags or "ing" in tags:
        return sentence_subject(document, low, frame.cue[0])
    return None


def _hearsay(reading: Reading, match: Match) -> Frame | None:
    return read_hearsay(reading, match)


def _read(reading: Reading, match: Match) -> Frame | None:
    if match.rule.table == "verbs":
        return read_verb(reading, match)
    if match.rule.table == "nouns":
        return read_noun(reading, match)
    if match.rule.kind in ("according", "as"):
        return read_citation(reading, match)
    if match.rule.kind == "hearsay":
        return read_hearsay(reading, match)
    return None


def _headlines(reading: Reading, frames: Sequence[Frame]) -> list[Frame]:
    """The frame of the first paragraph's first sentence, if it is a headline that no cue has been found in."""
    document = reading.document
    if len(document.sentences) < 2:
        return []
    low, high = document.sentences[0], document.sentences[1]
    if high - low > MAX_HEADLINE_TOKENS or any(low <= frame.cue[0] < high for frame in frames if frame is not None):
        return []
    frame = read_headline(reading, 0)
    return [frame] if frame is not None else []


def _attach(reading: Reading, match: Match, phrase: Range | None, frames: list[Frame]) -> None:
    """Put whom a citing phrase names into the chain of the frame in whose sentence it stands."""
    document = reading.document
    low, high = document.sentence_bounds(match.start)
    if phrase is None:
        return
    near = [n for n, frame in enumerate(frames) if low <= frame.cue[0] < high and not _inside(frame, match)]
    if not near:
        return
    number = min(near, key=lambda n: abs(frames[n].cue[0] - match.start))
    frame = frames[number]
    if frame.source is not None and frame.source[0] <= phrase[0] < frame.source[1]:
        return
    if match.rule.kind == "medium" or _PASSED_ON & set(match.rule.pattern.split()):
        if _is_outlet(reading, phrase) and not frame.media:
            frames[number] = replace(frame, media=(phrase,))
    else:
        frames[number] = replace(frame, relays=(*frame.relays, phrase))


_PASSED_ON = frozenset("przez by za via".split())
"""Words of relays that name who passed a statement on ("cytowany przez X"), not whom the speaker cites."""


def _inside(frame: Frame, match: Match) -> bool:
    return any(start < match.start and match.end < end for start, end in frame.content)


def _cited_phrase(reading: Reading, match: Match) -> Range | None:
    """The phrase in the slot of a citing phrase."""
    low, high = reading.document.sentence_bounds(match.start)
    pattern = match.rule.pattern.split()
    if match.slot is not None:
        return match.slot
    if pattern[0] == "<source>":
        return phrase_before(reading.document, match.start, low)
    end = cited_end(reading, match.end, high)
    return (match.end, end) if end > match.end else None


def _is_outlet(reading: Reading, phrase: Range) -> bool:
    """Whether a phrase names a medium."""
    document = reading.document
    heads = document.language.heads
    for token in range(*phrase):
        known = reading.names.get(token)
        if known is not None and known[1].is_outlet:
            return True
        head = heads.get(document.lower[token])
        if head is not None and head.kind == "outlet":
            return True
    return False


def _with_orphans(reading: Reading, frames: list[Frame]) -> list[Frame]:
    """The frames, each with the quotations after it that have no cue of their own.

    They go on from the last speech in the same paragraph, or from the paragraph before when theirs begins with them.
    """
    document = reading.document
    speech = [
        n
        for n, frame in enumerate(frames)
        if frame.rule.kind in ("say", "add", "reply") and frame.rule.table == "verbs"
    ]
    for quotation in document.quotations:
        if quotation.length < MIN_ORPHAN_TOKENS or not _is_orphan(reading, quotation, frames):
            continue
        before = [n for n in speech if frames[n].cue[1] <= quotation.open]
        if not before:
            continue
        frame = frames[before[-1]]
        gap = document.paragraph_of[quotation.open] - document.paragraph_of[frame.cue[0]]
        if gap == 0 or (gap == 1 and document.paragraphs[document.paragraph_of[quotation.open]] == quotation.open):
            frames[before[-1]] = replace(frame, content=(*frame.content, (quotation.start, quotation.end)))
    return frames


def _is_orphan(reading: Reading, quotation: Quotation, frames: Sequence[Frame]) -> bool:
    """Whether a quotation opens its sentence and belongs to no frame, and no cue stands in its sentence."""
    document = reading.document
    if quotation.open not in document.sentences:
        return False
    _, high = document.sentence_bounds(min(quotation.close, len(document.words) - 1))
    return not any(
        (start < quotation.end and quotation.start < end) or quotation.open <= frame.cue[0] < high
        for frame in frames
        for start, end in frame.content
    )


def _without_shadows(frames: Sequence[Frame]) -> list[Frame]:
    """The frames without those of weak cues whose content another frame of the same cue words already holds."""
    kept: list[Frame] = []
    for frame in frames:
        content = frame.content
        if any(other.content == content and other.source == frame.source for other in kept):
            continue
        kept.append(frame)
    return kept
