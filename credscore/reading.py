"""Document + cues -> frames: every cue is read by the reader for its kind, and citing phrases join their frames."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from credscore.citations import read_citation
from credscore.cited import attach_cited, find_cited, fold_citations
from credscore.claims import read_noun
from credscore.clauses import is_fronted
from credscore.contexts import is_in_context
from credscore.cues import Cues
from credscore.document import Document
from credscore.frames import Frame, Reading, best_frames
from credscore.headlines import is_run_on, read_headlines
from credscore.hearsay import read_hearsay
from credscore.media import part_source
from credscore.passives import read_passive
from credscore.patterns import Match
from credscore.phrases import phrase_before
from credscore.quotations import Quotation
from credscore.signed import read_signed
from credscore.spans import Range
from credscore.speech import read_verb
from credscore.subjects import is_joined, sentence_subject, source_after
from credscore.words import WordClass as W

MIN_ORPHAN_TOKENS = 6
"""Quotations shorter than this are names, titles or scare quotes unless a cue says otherwise."""


def read_frames(document: Document, cues: Cues) -> tuple[Reading, list[Frame]]:
    """The frames of a document in text order, and the reading they were found with."""
    reading = Reading(document, cues.attributions, cues.names, cues.roles)
    reading.taken.extend((q.open, q.close + 1) for q in document.quotations if is_run_on(document, q))
    cited = find_cited(reading, cues.attributions.values())
    reading.taken.extend((one.at, max(one.end, one.phrase[1])) for one in cited)
    frames = _citations(reading, cues)
    reading.taken.extend(span for frame in frames if (span := _lead_of(reading, frame)) is not None)
    reading.taken.sort()
    frames.extend(frame for match in cues.attributions.values() if (frame := _read(reading, match)))
    frames.extend(_hearsay_infinitives(reading, cues, frames))
    frames.extend(read_headlines(reading, cues, frames))
    frames = _without_joints(frames)
    frames = _lend_subjects(reading, best_frames(frames))
    attach_cited(reading, cited, frames)
    frames = frames if reading.is_polish else fold_citations(reading.document, frames)
    frames = _without_shadows(frames)
    frames = best_frames([*frames, *read_signed(reading, frames)])
    return reading, _with_orphans(reading, frames)


def _citations(reading: Reading, cues: Cues) -> list[Frame]:
    """The frames of the phrases that cite somebody: "according to X", "jak podaje X"."""
    citing = (match for match in cues.attributions.values() if match.rule.kind in ("according", "as"))
    cues_only = (match for match in citing if match.rule.table == "cues")
    return [part_source(reading, frame) for match in cues_only if (frame := read_citation(reading, match))]


def _lead_of(reading: Reading, frame: Frame) -> Range | None:
    """A Polish citing phrase at the head of a sentence, whose subject no comma need part from it: "Według X Y chce"."""
    begins = reading.document.begins_sentence(frame.cue[0])
    if not begins or not reading.is_polish or frame.source is None or frame.source[0] < frame.cue[1]:
        return None
    return frame.cue[0], frame.source[1]


def _without_joints(frames: Sequence[Frame]) -> list[Frame]:
    """The frames without hearsay whose cue only joins a verb to its clause: "zaprzecza, jakoby …"."""
    joined = {frame.content[0][0] for frame in frames if frame.rule.table == "verbs"}
    return [frame for frame in frames if frame.rule.kind != "hearsay" or frame.cue[1] not in joined]


def _hearsay_infinitives(reading: Reading, cues: Cues, frames: Sequence[Frame]) -> list[Frame]:
    """The frames of "miał + infinitive", where no citing phrase beside it names the source."""
    cited = {frame.cue[0] for frame in frames if frame.rule.table == "cues"}
    found = []
    for match in cues.hedges:
        is_cited = not cited.isdisjoint(range(match.start - 4, match.end + 3))
        if match.rule.context == "hearsay_inf" and not is_cited and is_in_context(reading.document, match):
            found.append(read_hearsay(reading, match))
    return [frame for frame in found if frame is not None]


def _lend_subjects(reading: Reading, frames: list[Frame]) -> list[Frame]:
    """The frames, those without a subject of their own given that of the verb before them in their sentence.

    "X said A, adding that B": X also adds. A participle without such a verb takes the subject of the sentence. What
    remains without a source is a dropped subject in Polish, and no attribution in English.
    """
    kept: list[Frame] = []
    for frame in frames:
        if frame.source is None and frame.rule.table == "verbs" and not reading.is_impersonal(frame.cue):
            source = _lender(reading, frame, kept)
            if source is not None or reading.is_polish:
                kept.append(replace(frame, source=source))
            continue
        kept.append(frame)
    return kept


def _lender(reading: Reading, frame: Frame, before: Sequence[Frame]) -> Range | None:
    """The source that a verb without a subject of its own shares, or None."""
    document = reading.document
    low, high = reading.bounds(frame.cue[0])
    for other in reversed(before):
        if other.cue[0] < low:
            break
        if other.rule.table == "verbs" and (other.source is not None or _shares_dropped(reading, frame, other)):
            return other.source
    tags = document.tags(*frame.cue)
    if is_joined(document, frame.cue[0], low) or "pcon" in tags or "ing" in tags:
        subject = sentence_subject(document, low, frame.cue[0])
        if subject is None and is_fronted(reading, frame.cue[0]):  # "By refusing to act, the mayor …"
            return source_after(reading, frame.content[-1][1], high)
        taken = reading.next_taken(subject[0] + 1) if subject is not None else None
        if subject is None and document.classes[frame.cue[0] - 1] & W.COMMA:  # "że firma, licząc na zysk, …"
            subject = phrase_before(document, frame.cue[0] - 1, low)
            opens = subject is not None and (subject[0] == low or document.classes[subject[0] - 1] & W.THAT)
            return subject if opens else None
        return (subject[0], min(subject[1], taken[0])) if subject is not None and taken is not None else subject
    return None


def _shares_dropped(reading: Reading, frame: Frame, other: Frame) -> bool:
    """Whether a Polish participle goes on with a verb whose subject is dropped: "dodał, zastrzegając, że …"."""
    is_finite = bool(reading.subject_of(other.cue)[0])
    is_outside = not any(start <= other.cue[0] < end for start, end in frame.content)
    return reading.is_polish and "pcon" in reading.document.tags(*frame.cue) and is_finite and is_outside


def _read(reading: Reading, match: Match) -> Frame | None:
    """The frame of a cue by the reader for its kind; cues within a citing phrase have none."""
    if match.rule.table != "cues" and reading.is_taken(match.start):
        return None
    if match.rule.table == "verbs":
        return read_verb(reading, match) or read_passive(reading, match)
    if match.rule.table == "nouns":
        return read_noun(reading, match)
    if match.rule.kind == "hearsay":
        return read_hearsay(reading, match)
    return None


def _with_orphans(reading: Reading, frames: list[Frame]) -> list[Frame]:
    """The frames, each with the quotations after it that have no cue of their own.

    They go on from the last speech in the same paragraph, or from the paragraph before when theirs begins with them.
    """
    document = reading.document
    kinds = ("say", "add", "reply")
    speech = [n for n, frame in enumerate(frames) if frame.rule.kind in kinds and frame.rule.table == "verbs"]
    taken = np.zeros(len(document.words) + 1, bool)
    for frame in frames:
        taken[frame.cue[0]] = True
        for start, end in frame.content:
            taken[start:end] = True
    for quotation in document.quotations:
        if quotation.length < MIN_ORPHAN_TOKENS or not _is_orphan(document, quotation, taken):
            continue
        number = bisect_left(speech, quotation.open, key=lambda n: frames[n].cue[1])
        if number == 0:
            continue
        frame = frames[speech[number - 1]]
        paragraph = document.paragraph_of[quotation.open]
        gap = paragraph - document.paragraph_of[frame.cue[0]]
        if gap == 0 or (gap == 1 and document.paragraphs[paragraph] == quotation.open):
            content = (*frame.content, (quotation.start, quotation.end))
            frames[speech[number - 1]] = replace(frame, content=content)
    return frames


def _is_orphan(document: Document, quotation: Quotation, taken: npt.NDArray[np.bool_]) -> bool:
    """Whether a quotation opens its sentence, and neither content nor a cue stands in it or in its last sentence."""
    if document.sentences[document.sentence_of[quotation.open]] != quotation.open:
        return False
    _, high = document.sentence_bounds(min(quotation.close, len(document.words) - 1))
    return not taken[quotation.open : high].any()


def _without_shadows(frames: Sequence[Frame]) -> list[Frame]:
    """The frames without those of weak cues whose content another frame of the same cue words already holds."""
    seen: set[tuple[tuple[Range, ...], Range | None]] = set()
    kept: list[Frame] = []
    for frame in frames:
        is_noun = frame.rule.table == "nouns"  # "said in a statement that", "confirmed the news that"
        if (frame.content, None if is_noun else frame.source) not in seen:
            seen.update({(frame.content, frame.source), (frame.content, None)})
            kept.append(frame)
    return kept
