"""Labels of tokens + rule frames -> frames: which source belongs to which cue and content.

Where a labelled cue is one that a rule has read, the rule's reading counts as evidence: its content, source and media
are preferred among the labelled stretches. Distances are in tokens; a link of least cost wins.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from credscore.arrays import BoolArray, FloatArray, IntArray
from credscore.document import Document
from credscore.frames import Construction, Frame, Reading, best_frames, cue_start, holds_words, trim, wording_of
from credscore.labels import BEGIN, LAYERS, Tags
from credscore.patterns import Rule
from credscore.spans import Range, overlap
from credscore.words import WordClass as W

LEARNED = Rule(id="learned", table="learned", pattern="", kind="say")
"""The rule of a cue that no lexicon lists."""

MAX_CONTENT_COST, MAX_SOURCE_COST = 40, 32
MAX_ORPHAN_GAP = 25
MIN_CONTENT, MAX_GUESSED = 0.3, 60
"""How likely words after a cue are content, on the mean, to be taken for it unlabelled, and how many at most."""
MAX_PARTS = 60
"""One statement has no more parts than these: each added one copies the others."""
OTHER_PARAGRAPH, OTHER_SENTENCE = 40, 12
RIVAL_CUE, RIVAL_OF_SOURCE = 15, 10
READ_CONTENT, READ_SOURCE, READ_MEDIUM = -25, -20, 25
"""Costs beside the distance: a paragraph or sentence between, a cue between, what a rule has read there."""

_REACH = 8
"""So many frames on either side of a content can take it over."""
_WINDOW = 3
"""So many cues, or sources, on either side of a stretch can be linked to it."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    """The stretches of each role in a document, in text order, and the first token of each cue."""

    contents: list[Range]
    cues: list[Range]
    sources: list[Range]
    cue_starts: list[int]


def link_frames(reading: Reading, rules: Sequence[Frame], tags: Tags) -> list[Frame]:
    """The frames that labels of tokens stand for, and those that stand inside them, in text order.

    The outermost ones are those of the layer "broad", which finds the most; the inner ones are labelled, or a rule's.
    """
    frames = _link(reading, rules, tags.outermost, tags.likely[LAYERS.index("broad")])
    held, cues = _marks(frames, len(reading.document.words))
    tagged = _link(reading, rules, tags.inner, tags.likely[LAYERS.index("inner")])
    inner = [frame for frame in tagged if held[slice(*frame.cue)].all()]
    return best_frames([*frames, *inner, *_inner(rules, held, cues)])


def _link(reading: Reading, rules: Sequence[Frame], labels: IntArray, likely: FloatArray) -> list[Frame]:
    """The frames that the labels of one layer stand for, in text order."""
    document = reading.document
    contents = [part for span in stretches(labels, BEGIN["content"]) if (part := trim(document, *span, W.QUOTE))]
    contents = [part for part in contents if holds_words(document, part)]
    sources = [span for span in stretches(labels, BEGIN["source"]) if holds_words(document, span)]
    cues = stretches(labels, BEGIN["cue"])
    found = _Labelled(contents, cues, sources, [start for start, _ in cues])
    read = {cue: _rule_of(cue, rules) for cue in found.cues}
    owned: dict[Range, list[Range]] = {cue: [] for cue in found.cues}
    orphans: list[Range] = []
    for content in contents:
        cue = _cue_of(document, content, found, read)
        (orphans if cue is None else owned[cue]).append(content)
    is_labelled = labels >= BEGIN["cue"]
    for cue, rule in read.items():
        if not owned[cue]:
            parts = rule.content if rule is not None else _likely_after(document, cue, labels, likely)
            owned[cue] = [part for part in parts if not is_labelled[slice(*part)].any()]
    frames = [_frame(reading, cue, owned[cue], found, read[cue]) for cue in found.cues if owned[cue]]
    for content in orphans:
        _place_orphan(reading, content, frames, found, rules)
    return [whole for frame in frames if (whole := _without_clashes(document, frame))]


def stretches(labels: IntArray, begin: int) -> list[Range]:
    """The stretches of one role, which the label ``begin`` opens and ``begin + 1`` goes on with."""
    opens = np.append(labels == begin, False)
    inside = np.append(labels == begin + 1, False) | opens
    opens[1:] |= inside[1:] & ~inside[:-1]
    opens[0] = inside[0]
    ends = inside[:-1] & (opens | ~inside)[1:]
    return list(zip(np.flatnonzero(opens).tolist(), (np.flatnonzero(ends) + 1).tolist(), strict=True))


def _likely_after(document: Document, cue: Range, labels: IntArray, likely: FloatArray) -> list[Range]:
    """What a cue without content says: the words after it, as far as they are likely enough content on the whole."""
    start, end = cue[1], min(document.sentence_bounds(cue[0])[1], cue[1] + MAX_GUESSED)
    taken = np.flatnonzero(labels[start:end])
    end = start + int(taken[0]) if len(taken) else end
    of_content = likely[start:end, BEGIN["content"] : BEGIN["content"] + 2].sum(axis=1)
    enough = np.flatnonzero(np.cumsum(of_content) >= MIN_CONTENT * np.arange(1, end - start + 1))
    part = trim(document, start, start + 1 + int(enough[-1]), W.QUOTE) if len(enough) else None
    return [part] if part is not None and part[1] - part[0] > 1 and holds_words(document, part) else []


def _gap(first: Range, second: Range) -> int:
    """How many tokens stand between two ranges; negative where they share some."""
    after, before = second[0] - first[1], first[0] - second[1]
    return after if after > before else before


def _near(ranges: Sequence[Range], to: Range) -> Iterator[Range]:
    """The few ranges on either side of a place."""
    here = bisect_left(ranges, to)
    yield from ranges[max(0, here - _WINDOW) : here + _WINDOW]


def _rule_of(cue: Range, rules: Sequence[Frame]) -> Frame | None:
    """The rule frame whose cue shares most with a labelled one."""
    here = bisect_left(rules, cue[0], key=cue_start)
    near = rules[max(0, here - 2) : here + 3]
    best = max(near, key=lambda frame: overlap(frame.cue, cue), default=None)
    return best if best is not None and overlap(best.cue, cue) else None


def _cue_of(document: Document, content: Range, found: _Labelled, read: dict[Range, Frame | None]) -> Range | None:
    """The cue that a content belongs to, or None when all are too far."""
    costs = [
        (_content_cost(document, content, cue, found.cue_starts, read[cue]), cue)
        for cue in _near(found.cues, content)
        if 0 <= _gap(content, cue) < MAX_CONTENT_COST - READ_CONTENT
    ]
    cost, best = min(costs, default=(float(MAX_CONTENT_COST), content))
    return best if cost < MAX_CONTENT_COST else None


def _content_cost(document: Document, content: Range, cue: Range, starts: Sequence[int], read: Frame | None) -> float:
    ends = (content[1] - 1, cue[0]) if cue[0] >= content[1] else (cue[1] - 1, content[0])
    cost = _gap(content, cue) + _border_cost(document, *ends) + RIVAL_CUE * _rivals(starts, content, cue)
    if read is not None and 2 * sum(overlap(content, part) for part in read.content) > content[1] - content[0]:
        cost += READ_CONTENT
    return cost


def _border_cost(document: Document, first: int, second: int) -> int:
    """What it costs that a paragraph or sentence ends between two tokens."""
    if document.paragraph_of[first] != document.paragraph_of[second]:
        return OTHER_PARAGRAPH
    return OTHER_SENTENCE if document.sentence_of[first] != document.sentence_of[second] else 0


def _rivals(starts: Sequence[int], first: Range, second: Range) -> int:
    """How many other cues, given by their first tokens, begin between two ranges."""
    low, high = min(first[1], second[1]), max(first[0], second[0])
    return bisect_left(starts, high) - bisect_left(starts, low) if low < high else 0


def _frame(reading: Reading, cue: Range, contents: Sequence[Range], found: _Labelled, read: Frame | None) -> Frame:
    """The frame of a labelled cue; what no label says is taken from the rule frame of the same cue."""
    document = reading.document
    source = _source_of(document, cue, contents, found, read)
    if read is None:
        rule = next((m.rule for t in range(*cue) if (m := reading.cue_at.get(t))), LEARNED)
        construction = _construction_of(document, contents[0])
        return Frame(cue=cue, rule=rule, content=tuple(contents), source=source, construction=construction)
    if source is not None and (_is_relative(document, source) or _holds_any(source, (*read.media, *read.relays))):
        source = read.source or source  # the rule has told apart who speaks and through whom, or whom "who" means
    return replace(read, cue=cue, content=tuple(contents), source=source or read.source)


def _is_relative(document: Document, source: Range) -> bool:
    """Whether a source is but a relative pronoun: "who"."""
    return source[1] - source[0] == 1 and bool(document.classes[source[0]] & W.REL)


def _holds_any(whole: Range, parts: Sequence[Range]) -> bool:
    """Whether a range shares a token with any of some parts."""
    return any(overlap(whole, part) for part in parts)


def _construction_of(document: Document, content: Range) -> Construction:
    if document.in_quotation[content[0]] and document.in_quotation[content[1] - 1]:
        return Construction.QUOTED
    return wording_of(document, *content)


def _source_of(
    document: Document, cue: Range, contents: Sequence[Range], found: _Labelled, read: Frame | None
) -> Range | None:
    """The labelled source that a cue belongs to, or None when all are too far."""
    costs = [
        (_source_cost(document, source, cue, found.cue_starts, read), source)
        for source in _near(found.sources, cue)
        if _gap(source, cue) < MAX_SOURCE_COST - READ_SOURCE and all(_gap(source, part) >= 0 for part in contents)
    ]
    cost, best = min(costs, default=(float(MAX_SOURCE_COST), cue))
    return best if cost < MAX_SOURCE_COST else None


def _source_cost(document: Document, source: Range, cue: Range, starts: Sequence[int], read: Frame | None) -> float:
    cost = max(_gap(source, cue), 0) + _border_cost(document, source[0], cue[0])
    cost += RIVAL_OF_SOURCE * _rivals(starts, source, cue)
    if read is not None and read.source is not None and overlap(read.source, source):
        cost += READ_SOURCE
    if read is not None and _holds_any(source, (*read.media, *read.relays)):
        cost += READ_MEDIUM
    return cost


def _place_orphan(
    reading: Reading, content: Range, frames: list[Frame], found: _Labelled, rules: Sequence[Frame]
) -> None:
    """Puts a content that no cue is near into the frames: into the last one, a rule's, or one of its own."""
    number = _last_before(frames, content)
    if number is not None:
        frames[number] = replace(frames[number], content=(*frames[number].content, content))
        return
    frame = _rule_with(content, frames, found, rules) or _marked(reading.document, content, found)
    if frame is not None:
        insort(frames, frame, key=cue_start)


def _last_before(frames: Sequence[Frame], content: Range) -> int | None:
    """The last of the nearby frames that ends before a content, when it ends shortly before."""
    here = bisect_left(frames, content[0], key=cue_start)
    for number in range(min(here + _REACH, len(frames)) - 1, max(0, here - _REACH) - 1, -1):
        frame = frames[number]
        if frame.content[-1][1] <= content[0]:
            end = max(frame.content[-1][1], frame.cue[1])
            is_near = content[0] - end <= MAX_ORPHAN_GAP and len(frame.content) < MAX_PARTS
            return number if is_near else None
    return None


def _rule_with(content: Range, frames: Sequence[Frame], found: _Labelled, rules: Sequence[Frame]) -> Frame | None:
    """A nearby rule frame that has a third of a content and a cue that nothing else has, with that content."""
    here = bisect_left(rules, content[0], key=cue_start)
    for rule in rules[max(0, here - _REACH) : here + _REACH]:
        at = bisect_left(frames, rule.cue[0], key=cue_start)
        cues = (frame.cue for frame in frames[max(0, at - _REACH) : at + _REACH])
        is_taken = any(overlap(rule.cue, part) for part in (*_near(found.contents, rule.cue), *cues))
        if 3 * sum(overlap(content, part) for part in rule.content) > content[1] - content[0] and not is_taken:
            return replace(rule, content=(content,))
    return None


def _marked(document: Document, content: Range, found: _Labelled) -> Frame | None:
    """A frame for a content whose only cue is the quotation mark before it, when a source is near."""
    mark = (content[0] - 1, content[0])
    if mark[0] < 0 or not document.classes[mark[0]] & W.QUOTE:
        return None
    source = _source_of(document, mark, [content], found, None)
    if source is None:
        return None
    return Frame(cue=mark, rule=LEARNED, content=(content,), source=source, construction=Construction.QUOTED)


def _without_clashes(document: Document, frame: Frame) -> Frame | None:
    """The frame without links that a rule has read in its cue or content; None if nothing is left that could speak."""
    taken = (frame.cue, *frame.content)
    source = frame.source if frame.source and _apart((frame.source,), *taken) else None
    if source is None and not holds_words(document, frame.cue):
        return None
    if source is not None and frame.construction is Construction.HEARSAY:
        frame = replace(frame, construction=_construction_of(document, frame.content[0]))
    if frame.media or frame.relays:
        taken = (*taken, source) if source else taken
        frame = replace(frame, media=_apart(frame.media, *taken), relays=_apart(frame.relays, *taken))
    return frame if source == frame.source else replace(frame, source=source)


def _apart(parts: Sequence[Range], *others: Range) -> tuple[Range, ...]:
    """The parts that share no token with any of the others."""
    return tuple(part for part in parts if all(_gap(part, other) >= 0 for other in others))


def _marks(frames: Sequence[Frame], count: int) -> tuple[BoolArray, BoolArray]:
    """Which tokens stand in a content of some frames, and which in a cue."""
    held, cues = np.zeros(count + 1, bool), np.zeros(count + 1, bool)
    for frame in frames:
        cues[slice(*frame.cue)] = True
        for part in frame.content:
            held[slice(*part)] = True
    return held, cues


def _inner(rules: Sequence[Frame], held: BoolArray, cues: BoolArray) -> Iterator[Frame]:
    """The rule frames whose cue stands within contents.

    One whose content holds the cue of a frame there is none: each would stand inside the other.
    """
    for rule in rules:
        holds_cue = any(cues[slice(*part)].any() for part in (rule.cue, *rule.content))
        if held[slice(*rule.cue)].all() and not holds_cue:
            yield rule
