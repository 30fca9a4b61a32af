"""Frames + sources -> attributions, each with the chain of sources from the publisher's side to the origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from credscore.articles import is_house
from credscore.document import Document
from credscore.frames import Construction, Frame, Reading
from credscore.links import judge_links
from credscore.outlets import outlet_end
from credscore.regression import Regression
from credscore.sources import Source, SourceKind, SourceReader
from credscore.spans import Range, Span, length_of
from credscore.words import WordClass as W

__all__ = ["Attribution", "Construction", "link_chains"]

MAX_LINKS = 6
"""Nested deeper than this, statements are no longer read; people go to three or four."""
MAX_CITING_TOKENS = 4
"""So many words may lead to the medium that they cite: "as first reported by"."""
MAX_NEARBY_FRAMES = 20
"""So many frames before and after one its outer frame is looked for among."""

_SPEAKERS = frozenset({"say", "add", "reply", "ask", "demand", "think", "feel", "according", "as", "show"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A statement that the article puts in someone's mouth, mind or pages.

    ``chain`` runs from the publisher's side (first) to the origin (last); the publisher itself is not in it.
    ``cue_class`` is the class of the lexicon row behind the cue ("say", "think", "feel", "want", "demand", "judge",
    "show", "according", "hearsay", ...). ``parent`` is the index of the attribution in whose content this one stands.
    ``confidence`` is the probability that a careful reader would mark it too, 1 where nobody has judged it.
    All spans are code points of the body text, or of the title where ``in_title``.
    """

    cue: Span
    content: tuple[Span, ...]
    chain: tuple[Source, ...]
    cue_class: str
    construction: Construction
    parent: int | None = None
    in_title: bool = False
    confidence: float = 1.0

    @property
    def origin(self) -> Source:
        """The last link: where the statement is said to come from."""
        return self.chain[-1]


def link_chains(
    reading: Reading,
    frames: Sequence[Frame],
    sources: SourceReader,
    publisher: str | None = None,
    judge: Regression | None = None,
) -> tuple[Attribution, ...]:
    """The attributions of a document's frames, in text order.

    The links of a frame follow those of the frame in whose content it stands. A statement that goes on from the last
    one of the same speaker was told to the same medium. The publisher itself is no link, unless it is the only one.
    ``judge`` gives each link its probability.
    """
    parents = _without_circles([_parent_of(frames, number) for number in range(len(frames))])
    houses = _houses(reading, publisher)
    own = [_own_links(reading, frame, sources, parent) for frame, parent in zip(frames, parents, strict=True)]
    _carry_media(reading, frames, own, parents)
    chains = [_without_houses(_whole_chain(number, own, parents), houses) for number in range(len(frames))]
    if judge is not None and frames:
        chains = judge_links(reading.document, frames, parents, chains, judge)
    return tuple(map(partial(_attribution, reading.document), frames, parents, chains))


def _attribution(document: Document, frame: Frame, parent: int | None, chain: tuple[Source, ...]) -> Attribution:
    """The attribution of a frame, its tokens as spans of the text."""
    return Attribution(
        cue=document.span(*frame.cue),
        content=tuple(document.span(*part) for part in frame.content),
        chain=chain,
        cue_class=frame.rule.kind,
        construction=frame.construction,
        parent=parent,
        confidence=frame.confidence,
    )


def _carry_media(
    reading: Reading, frames: Sequence[Frame], own: list[tuple[Source, ...]], parents: Sequence[int | None]
) -> None:
    """Put before each speaker who directly goes on the media that he was last heard through."""
    told: tuple[Source, ...] = ()
    for number, frame in enumerate(frames):
        if parents[number] is None:
            own[number] = _go_on(reading, frame, own[number], told)
            if frame.media or frame.rule.kind in _SPEAKERS:
                told = () if _is_passed_on(reading, frame) else own[number]
        elif frame.rule.kind in _SPEAKERS:
            told = max(told, _whole_chain(number, own, parents), key=len)


def _is_passed_on(reading: Reading, frame: Frame) -> bool:
    """Whether a medium only passed a statement on ("cytowany przez"), so that what follows was not told to it."""
    if not frame.media:
        return False
    start = frame.media[0][0]
    citing = (reading.cue_at.get(token) for token in range(start - MAX_CITING_TOKENS, start))
    return any(match.rule.kind == "relay" and match.end >= start for match in citing if match is not None)


def _go_on(reading: Reading, frame: Frame, links: tuple[Source, ...], told: tuple[Source, ...]) -> tuple[Source, ...]:
    """The links of a frame, after those that led to its speaker in the frame before, where an outlet is their first."""
    is_new = frame.media or len(links) != 1 or frame.rule.kind not in _SPEAKERS
    if is_new or not told or told[0].kind is not SourceKind.OUTLET:
        return links
    for place in range(len(told) - 1, 0, -1):
        if _is_resumed(reading, frame, links[0], told[place]):
            return (*told[:place], links[0])
    return links


def _is_resumed(reading: Reading, frame: Frame, speaker: Source, before: Source) -> bool:
    """Whether a speaker is one heard before: of the same name or noun, meant by a pronoun or verb, or adding to it."""
    document = reading.document
    if speaker.kind is not before.kind or speaker.name != before.name:
        return False
    if speaker.name is not None or frame.source is None or document.classes[frame.source[0]] & W.PRONOUN:
        return True
    is_same = frame.rule.kind == "add" or _noun_of(document, speaker) == _noun_of(document, before)
    return is_same and speaker.kind is SourceKind.UNNAMED_PERSON


def _noun_of(document: Document, source: Source) -> str | None:
    """The noun of a role that a source is called by."""
    heads = document.language.heads
    words = document.text[slice(*source.span)].casefold().split()
    return next((word for word in reversed(words) if word in heads), None)


def _houses(reading: Reading, publisher: str | None) -> frozenset[str]:
    """The names of the outlets in an article that are the publisher's own, by name or by domain."""
    return frozenset(entry.name for _, entry in reading.names.values() if is_house(entry.name, publisher, entry.domain))


def _without_houses(links: tuple[Source, ...], houses: frozenset[str]) -> tuple[Source, ...]:
    """The links but for the publisher's own, unless nothing else is left."""
    return tuple(link for link in links if link.name not in houses) or links


def _own_links(reading: Reading, frame: Frame, sources: SourceReader, parent: int | None) -> tuple[Source, ...]:
    """The links that a frame itself names: the outlet it was told to, its source, whom the source cites.

    Who speaks within a quotation is not meant by the words of the article that refer back to a speaker.
    """
    media = tuple(_medium(reading, part, sources) for part in frame.media or _host_of(reading, frame))
    origin = _origin_of(reading, frame, sources)
    relays = tuple(sources.identify(part) for part in frame.relays)
    is_quoted = parent is not None and reading.document.in_quotation[frame.cue[0]]
    if origin.kind is not SourceKind.UNSPECIFIED and frame.rule.kind in _SPEAKERS and not is_quoted:
        sources.speakers.note(origin)
    return (*media, origin, *relays)


def _medium(reading: Reading, part: Range, sources: SourceReader) -> Source:
    """The source of a phrase that is known to name a medium, also where it names its reporter or is only a title."""
    source = sources.identify(part)
    if source.kind in (SourceKind.OUTLET, SourceKind.DOCUMENT):
        return source
    outlets = [t for t in range(*part) if t in reading.names and reading.names[t][1].is_outlet]
    named = sources.identify((outlets[0], reading.names[outlets[0]][0])) if outlets else source
    return replace(source, kind=SourceKind.OUTLET, name=named.name)


def _host_of(reading: Reading, frame: Frame) -> tuple[Range, ...]:
    """The outlet whose source somebody is said to be ("źródło Reutera", "rozmówca gazety"), not whom it employs."""
    if not reading.is_polish or frame.source is None:
        return ()
    heads, lower = reading.document.language.heads, reading.document.lower
    start, end = frame.source
    for token in range(start + 1, end):
        outlet = outlet_end(reading, token, end)
        if outlet is not None:
            before = [word for word in lower[start:token] if word in heads]
            is_person = bool(before) and heads[before[0]].kind in ("person", "group")
            return ((token, outlet),) if is_person and _STAFF.isdisjoint(before) else ()
    return ()


_STAFF = frozenset(
    "dziennikarz dziennikarka dziennikarze redaktor redaktorka korespondent korespondentka reporter reporterka prezes "
    "publicysta publicystka komentator komentatorka szef szefowa rzecznik rzeczniczka dyrektor dyrektorka ekspert "
    "autor autorka autorzy właściciel naczelny redakcja wydawca felietonista".split()
)
"""People who belong to a medium: theirs is its own voice, no further hop."""


def _origin_of(reading: Reading, frame: Frame, sources: SourceReader) -> Source:
    """The source that a frame names, the one its dropped subject goes on with, or nobody for hearsay."""
    if frame.source is not None:
        is_subject = frame.rule.direction == "subject" and reading.is_polish
        return sources.identify(frame.source, reading.subject_of(frame.cue)[0] if is_subject else None)
    is_subject_dropped = reading.is_polish and (frame.rule.table == "verbs" or frame.rule.kind == "as")
    if is_subject_dropped and not reading.is_impersonal(frame.cue):
        return sources.resume(frame.cue)
    return Source(span=reading.document.span(*frame.cue), kind=SourceKind.UNSPECIFIED)


def _parent_of(frames: Sequence[Frame], number: int) -> int | None:
    """The frame with the smallest content that holds another one: its cue, and its source where it names one."""
    frame = frames[number]
    if _holds(frame, frame.cue):
        return None
    near = range(max(0, number - MAX_NEARBY_FRAMES), min(len(frames), number + MAX_NEARBY_FRAMES))
    holders = [n for n in near if n != number and _holds(frames[n], frame.cue) and not _is_outer(frame, frames[n])]
    if frame.source is not None:
        holders = [n for n in holders if _holds(frames[n], frame.source)]
    return min(holders, key=lambda holder: length_of(frames[holder].content), default=None)


def _without_circles(parents: list[int | None]) -> list[int | None]:
    """The parents, without those that would make a frame stand inside itself by way of others."""
    for number in range(len(parents)):
        above, seen = parents[number], {number}
        while above is not None and above not in seen:
            seen.add(above)
            above = parents[above]
        if above is not None:
            parents[number] = None
    return parents


def _is_outer(frame: Frame, other: Frame) -> bool:
    """Whether of two frames that hold each other's cue the first is the outer one: hearsay is the inner one."""
    if not _holds(frame, other.cue):
        return False
    is_hearsay, is_other_hearsay = (f.construction is Construction.HEARSAY for f in (frame, other))
    return is_other_hearsay if is_hearsay != is_other_hearsay else frame.cue < other.cue


def _holds(frame: Frame, part: Range) -> bool:
    """Whether a range stands in one part of a frame's content."""
    first, last = part
    for start, end in frame.content:  # noqa: SIM110 - any() costs three times as much, and this is asked often
        if start <= first and last <= end:
            return True
    return False


def _whole_chain(number: int, own: Sequence[tuple[Source, ...]], parents: Sequence[int | None]) -> tuple[Source, ...]:
    """The links from the outermost frame inwards; a source that only speaks of itself is no further link."""
    path = [number]
    while len(path) < MAX_LINKS and (parent := parents[path[-1]]) is not None and parent not in path:
        path.append(parent)
    chain: list[Source] = []
    for frame in reversed(path):
        for link in own[frame]:
            if not chain or not _is_same(chain[-1], link):
                chain.append(link)
    return tuple(chain)


def _is_same(first: Source, second: Source) -> bool:
    """Whether two links are one source: the same words, or the same name."""
    return first.span == second.span or (first.name is not None and first.name == second.name)
