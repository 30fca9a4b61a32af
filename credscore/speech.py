"""Verb cues -> frames: direct, mixed and indirect speech, thoughts, demands, intentions and stances."""

from __future__ import annotations

from collections.abc import Callable

from credscore.agents import passive
from credscore.complements import bare_clause
from credscore.frames import Finding, Frame, Reading
from credscore.indirect import inserted_as, open_question, statement_before, that_clause
from credscore.media import learner_of, media_in, split_addressee
from credscore.objects import behind_of, fronted_object, infinitive, object_phrase
from credscore.patterns import Match
from credscore.quoted import colon, dash_before, quotation_after, quotation_before, quotation_within
from credscore.relatives import free_relative, relative_object
from credscore.spans import Range
from credscore.subjects import is_first_person, is_no_subject, may_drop_subject, source_of
from credscore.verbforms import is_speaking


def read_verb(reading: Reading, match: Match) -> Frame | None:
    """The frame of a verb cue, or None when nothing is said with it."""
    if not is_speaking(reading, match):
        return None
    bounds = reading.bounds(match.start)
    low = bounds[0]
    for read in _READERS:
        found = read(reading, match, bounds)
        if found is not None and found.content:
            source = None if match.rule.direction == "from" else found.source
            source = source or source_of(reading, match, found, low) or found.source
            if source is not None and match.rule.direction == "subject" and is_no_subject(reading, source):
                source = None
            if source is None and not may_drop_subject(reading, match, found, low):
                return None
            if source is not None and is_first_person(reading.document, source):
                return None
            media = learner_of(reading, match, low) or media_in(reading, match, found.gap, source)
            if source is None and media:
                source, media = media[0], ()
            if source is not None and source[0] >= match.end and not media:
                source, media = split_addressee(reading, source)
            return Frame(
                cue=(match.start, match.end),
                rule=match.rule,
                content=found.content,
                source=source,
                construction=found.construction,
                media=media,
            )
    return None


_Reader = Callable[[Reading, Match, Range], Finding | None]


_READERS: tuple[_Reader, ...] = (
    passive,
    inserted_as,
    open_question,
    free_relative,
    that_clause,  # a conjunction is the surest sign, even where a quotation stands near
    dash_before,
    quotation_within,
    quotation_before,
    quotation_after,
    colon,
    statement_before,
    relative_object,
    behind_of,
    infinitive,  # before the bare clause: "vowed to", "chce"
    bare_clause,
    fronted_object,  # before the object behind the verb, which may be its subject
    object_phrase,
)
