"""Document + cues -> frames: which words are said, by which words, after which cue. All ranges are tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from credscore.document import Document
from credscore.language import NamedEntry
from credscore.patterns import Match, Rule
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_GAP_TOKENS = 18
"""So many tokens may stand between a cue and its content: the source, whom it was told, when and where."""


MAX_CLAUSE_TOKENS = 250
"""So far from its cue a frame is looked for in one sentence, which keeps reading linear in the length of a text."""


EDGE_MARKS = W.COMMA | W.STOP | W.DASH | W.COLON | W.QUOTE
"""Marks that belong to no phrase or content at whose edge they stand."""


class Construction(StrEnum):
    """How an attribution is worded."""

    QUOTED = "quoted"
    MIXED = "mixed"
    INDIRECT = "indirect"
    PREPOSITIONAL = "prepositional"
    HEADLINE = "headline"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One cue with the content and the source that belong to it.

    ``source`` is None where no word names it (a dropped subject, hearsay). ``media`` are outlets that the source spoke
    to, ``relays`` sources that the source itself cites; both become further links. ``confidence`` is the probability
    that the frame is right, 1 where nobody has judged it.
    """

    cue: Range
    rule: Rule
    content: tuple[Range, ...]
    source: Range | None
    construction: Construction
    media: tuple[Range, ...] = ()
    relays: tuple[Range, ...] = ()
    confidence: float = 1.0


def cue_start(frame: Frame) -> int:
    """The first token of a frame's cue, by which frames are in order."""
    return frame.cue[0]


@dataclass(frozen=True, slots=True)
class Finding:
    """Content that belongs to a cue, where its source may stand, and how it is worded."""

    content: tuple[Range, ...]
    construction: Construction
    source: Range | None = None
    gap: Range | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A document with the matches that can be cues, at hand for the readers of frames.

    ``cue_at`` gives the match of a verb, noun or phrase by its first token; ``names`` the outlets and actors by their
    first token: (end, entry), ``roles`` the nouns of several words that name a source;
    ``taken`` the phrases that name whom a source spoke to or cites, in which no other source stands.
    """

    document: Document
    cue_at: dict[int, Match]
    names: dict[int, tuple[int, NamedEntry]]
    roles: dict[int, Match] = field(default_factory=dict)
    taken: list[Range] = field(default_factory=list)

    def free_from(self, token: int, low: int) -> int:
        """The first token from ``low`` on behind all media and relays named before a token."""
        number = bisect_left(self.taken, (token, token))
        near = self.taken[max(0, number - 3) : number]
        return max([low, *(end for start, end in near if low <= start and end <= token)])

    def last_taken(self, token: int) -> Range | None:
        """The last phrase in ``taken`` that begins before a token."""
        number = bisect_left(self.taken, (token, token))
        return self.taken[number - 1] if number else None

    def is_taken(self, token: int) -> bool:
        """Whether a token stands in a phrase that names a medium or relay, behind its first word."""
        taken = self.last_taken(token)
        return taken is not None and token < taken[1]

    def next_taken(self, token: int) -> Range | None:
        """The first phrase in ``taken`` that begins at or after a token."""
        number = bisect_left(self.taken, (token, token))
        return self.taken[number] if number < len(self.taken) else None

    @property
    def is_polish(self) -> bool:
        """Whether sentences may drop their subject and open quotations with a dash."""
        return self.document.language.code == "pl"

    def bounds(self, token: int) -> Range:
        """The stretch that the reading of a cue must not leave: its sentence, or its part of one quotation."""
        low, high = self.document.sentence_bounds(token)
        low, high = max(low, token - MAX_CLAUSE_TOKENS), min(high, token + MAX_CLAUSE_TOKENS)
        if self.document.in_quotation[token]:
            quotation = self.document.quotation_before(token)
            if quotation is not None and token < quotation.end:
                return max(low, quotation.start), min(high, quotation.end)
        return low, high

    def is_verb(self, token: int) -> bool:
        """Whether a verb of speech or thought begins here."""
        match = self.cue_at.get(token)
        return match is not None and match.rule.table == "verbs"

    def is_impersonal(self, cue: Range) -> bool:
        """Whether a verb form says that nobody in particular speaks: "poinformowano", "jest oskarżany"."""
        first = self.document.tags(cue[0], cue[0] + 1)
        is_passive = any(tag.startswith("ppas") for tag in first)
        return is_passive or any(tag.startswith("imps") for tag in self.document.tags(*cue))

    def subject_of(self, cue: Range) -> tuple[str | None, str | None]:
        """The number ("sg", "pl") and gender ("m", "f", "n") of a Polish verb's subject, where its form shows them."""
        for form, *parts in (tag.split(":") for tag in self.document.tags(*cue)):
            if form in ("praet", "cond", "fin") and parts:
                return parts[0], parts[1][:1] if form != "fin" and len(parts) > 1 else None
        return None, None

    def has_tag(self, match: Match, *prefixes: str) -> bool:
        """Whether one of a match's words has a grammatical tag that begins so."""
        return any(tag.startswith(prefixes) for tag in self.document.tags(match.start, match.end))


def has_quotation(document: Document, start: int, end: int) -> bool:
    """Whether a quotation opens in tokens [start, end)."""
    first = document.quotation_from(start)
    return first is not None and first.open < end


def wording_of(document: Document, start: int, end: int) -> Construction:
    """The construction of a statement that is no quotation as a whole: mixed where one opens in it, else indirect."""
    return Construction.MIXED if has_quotation(document, start, end) else Construction.INDIRECT


def holds_words(document: Document, part: Range) -> bool:
    """Whether a stretch holds more than marks."""
    return any(not word_class & W.MARK for word_class in document.classes[slice(*part)])


def trim(document: Document, start: int, end: int, edge: int = EDGE_MARKS) -> Range | None:
    """A range without marks, those of the classes ``edge``, at its edges, or None when nothing is left."""
    classes = document.classes
    while start < end and classes[start] & edge:
        start += 1
    while end > start and classes[end - 1] & edge:
        end -= 1
    return (start, end) if start < end else None


def ranges(document: Document, *parts: Range | None) -> tuple[Range, ...]:
    """The parts that hold words, each trimmed."""
    trimmed = [trim(document, *part) for part in parts if part is not None]
    return tuple(part for part in trimmed if part is not None)


def best_frames(frames: Sequence[Frame]) -> list[Frame]:
    """The frames in text order, one a cue: of frames whose cues overlap, the one with the longer cue."""
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda frame: (frame.cue[0], frame.cue[0] - frame.cue[1])):
        if not kept or frame.cue[0] >= kept[-1].cue[1]:
            kept.append(frame)
    return kept
