"""Headlines -> frames: "Source: statement", "Statement - source", and quotations whose speaker the text names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from credscore.cues import Cues
from credscore.document import Document
from credscore.frames import Construction, Frame, Reading, cue_start, ranges, trim
from credscore.marks import is_spaced_dash
from credscore.patterns import Rule
from credscore.quotations import Quotation
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_HEADLINE_TOKENS = 40
MAX_HEADING_TOKENS = 16
"""Within an article only a sentence so short may be a heading."""
MIN_RUN_ON_TOKENS = 3
MAX_SOURCE_TOKENS = 9
MIN_STEM = 4
"""So many letters tell two forms of a name to be the same."""

MIN_REPEATED = 0.75
"""This share of the words of a quotation in the title must stand in what somebody says in the text."""

COLON_RULE = Rule(id="colon", table="headlines", pattern=":", kind="say")
QUOTE_RULE = Rule(id="quote", table="headlines", pattern='"', kind="say")
DASH_RULE = Rule(id="dash", table="headlines", pattern="-", kind="say")


@dataclass(frozen=True, eq=False)
class _Text:
    """What the whole text bears out of the names before colons; each part is worked out once, when first asked for."""

    document: Document
    frames: Sequence[Frame]

    @cached_property
    def words(self) -> list[str]:
        """All its words as written, sorted, each once."""
        return sorted(set(self.document.words))

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The beginnings of the words of its sources."""
        return frozenset(_stem(word) for part in self._sources for word in self.document.words[slice(*part)])

    @cached_property
    def heads_of_sources(self) -> frozenset[str]:
        """The beginnings of the first words of its sources."""
        return frozenset(_stem(self.document.words[start]) for start, _ in self._sources)

    @cached_property
    def surnames(self) -> dict[str, int]:
        """The beginnings of the capitalised words behind a first name ("Ada Brandt"), each with its last place."""
        words, classes = self.document.words, self.document.classes
        behind = (t for t in range(1, len(words)) if classes[t] & W.CAPITAL and classes[t - 1] & W.FIRST_NAME)
        return {_stem(words[token]): token for token in behind}

    @cached_property
    def _sources(self) -> list[Range]:
        return [frame.source for frame in self.frames if frame.source and frame.rule.kind in _SPEAKING]


def read_headlines(reading: Reading, cues: Cues, frames: Sequence[Frame]) -> list[Frame]:
    """The frames of the first sentence and of headings in the text; labels of credits ("źródło:") speak for nobody."""
    document = reading.document
    if len(document.sentences) < 2:
        return []
    taken = {frame.cue[0] for frame in frames} | {match.start for match in cues.credits}
    text = _Text(document, frames)
    found = []
    for number in _headings(document):
        low, high = document.sentences[number], document.sentences[number + 1]
        frame = _read_headline(reading, text, low, high)
        if frame is None or not taken.isdisjoint(range(low, frame.cue[0] if frame.rule is COLON_RULE else high)):
            continue
        if _is_known_speaker(reading, text, frame):
            found.append(frame)
    return found + _quoted_headlines(reading, [*frames, *found])


def _quoted_headlines(reading: Reading, frames: Sequence[Frame]) -> list[Frame]:
    """The frames of quotations that no cue goes with: in the title, where the text says whose words they are, or alone.

    A quotation that is a headline of its own is what the next speaker says, in other words.
    """
    document = reading.document
    end = document.paragraphs[1]
    said = {token for frame in frames for start, stop in frame.content for token in range(start, stop)}
    later = sorted((frame for frame in frames if frame.rule.kind in _SPEAKING), key=cue_start)
    found = []
    for quotation in document.quotations:
        part = (quotation.start, quotation.end)
        is_in_title = quotation.end <= end <= MAX_HEADLINE_TOKENS
        is_alone = _is_alone(reading, quotation, end)
        if quotation.length < 2 or quotation.start in said or not (is_in_title or is_alone):
            continue
        speaker = _speaker_of(document, part, [f for f in frames if f.cue[0] >= end]) if is_in_title else None
        following = bisect_left(later, quotation.close, key=cue_start)
        if speaker is None and is_alone and following < len(later):
            speaker = later[following].source
        elif speaker is None:
            continue
        cue = (quotation.open, quotation.start)
        found.append(
            Frame(cue=cue, rule=QUOTE_RULE, content=(part,), source=speaker, construction=Construction.HEADLINE)
        )
    return found


def _is_alone(reading: Reading, quotation: Quotation, title_end: int) -> bool:
    """Whether a quotation is a headline: a sentence of the title, or run on."""
    document, after = reading.document, quotation.close + 1
    if quotation.end < after <= title_end <= MAX_HEADLINE_TOKENS and title_end < len(document.words):
        return document.begins_sentence(quotation.open) and document.begins_sentence(after)
    return is_run_on(document, quotation)


def is_run_on(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation in a Polish text is a headline that no mark parts from its text: "„Nie ma wody” Wójt mówi …".

    The names of media and works have a capital at their end.
    """
    after = quotation.close + 1
    is_inside = quotation.end < after < len(document.words) and document.language.code == "pl"
    if not is_inside or not MIN_RUN_ON_TOKENS <= quotation.length <= MAX_HEADING_TOKENS:
        return False
    begins = document.begins_sentence(quotation.open) and not document.begins_sentence(after)
    is_name = document.classes[quotation.end - 1] & W.CAPITAL
    return begins and not is_name and bool(document.classes[after] & W.CAPITAL)


def _speaker_of(document: Document, quotation: Range, frames: Sequence[Frame]) -> Range | None:
    """The source of the first frame whose content holds nearly all words of a quotation."""
    words = {_stem(word) for word in document.lower[slice(*quotation)] if len(word) >= MIN_STEM}
    for frame in frames if words else ():
        held = {_stem(word) for start, end in frame.content for word in document.lower[start:end]}
        if frame.source is not None and len(words & held) >= MIN_REPEATED * len(words):
            return frame.source
    return None


def _headings(document: Document) -> Iterator[int]:
    """The sentences that may be headlines, by number."""
    for number in range(len(document.sentences) - 1):
        low, high = document.sentences[number], document.sentences[number + 1]
        if high - low <= (MAX_HEADING_TOKENS if number else MAX_HEADLINE_TOKENS):
            yield number


def _read_headline(reading: Reading, text: _Text, low: int, high: int) -> Frame | None:
    """The frame of a headline of tokens [low, high); inside the text only a colon tells one."""
    document = reading.document
    start = low
    for token in range(low + 1, min(low + MAX_SOURCE_TOKENS, high - 2)):
        if document.classes[token] & W.COLON:
            said = (token + 1, high if low else _title_end(document, high))
            frame = _frame(reading, text, _without_place(document, (start, token)), said, token, COLON_RULE)
            if frame is not None:
                return frame
            start = token + 1
    if low:
        return None
    for token in range(high - 2, max(low + 2, high - MAX_SOURCE_TOKENS), -1):
        if is_spaced_dash(document, token):
            return _frame(reading, text, (token + 1, high), (low, token), token, DASH_RULE)
    return None


def _title_end(document: Document, high: int) -> int:
    """The end of the title whose first sentence ends at a token: "Wójt: Wody brakuje. Trzeba oszczędzać"."""
    end = document.paragraphs[1]
    return end if end <= MAX_HEADLINE_TOKENS else high


def _without_place(document: Document, source: Range) -> Range:
    """Who speaks without where or about what: "Sowa w Radiu Rzeka: …", "Kos o Sowie: …"."""
    start, end = source
    place = next((t for t in range(start + 1, end) if document.classes[t] & W.PREP), end)
    return start, place


def _frame(reading: Reading, text: _Text, source: Range, content: Range, cue: int, rule: Rule) -> Frame | None:
    document = reading.document
    named = trim(document, *source)
    parts = ranges(document, content)
    if named is None or not parts or parts[0][1] - parts[0][0] < 2 or not _can_speak(reading, text, named):
        return None
    return Frame(cue=(cue, cue + 1), rule=rule, content=parts, source=named, construction=Construction.HEADLINE)


def _can_speak(reading: Reading, text: _Text, phrase: Range) -> bool:
    """Whether a headline's phrase can be a speaker: an outlet, a person by first name or role, no verb in it."""
    document = reading.document
    classes = [document.classes[token] for token in range(*phrase)]
    if any(c & (W.FINITE | W.AUX | W.THAT) and not c & (W.HEAD | W.CAPITAL) for c in classes):
        return False
    if phrase[0] in reading.names:
        return True
    heads = document.language.heads
    has_role = any(
        word in heads and heads[word].kind in ("person", "organization", "outlet", "document")
        for word in document.lower[phrase[0] : phrase[1]]
    )
    names = [token for token in range(*phrase) if document.classes[token] & W.CAPITAL]
    is_list = len(names) == 1 + sum(bool(c & W.COORD) for c in classes) and 2 * len(names) == len(classes) + 1
    is_surname = is_list and not any(_is_ordinary(text, document.lower[token]) for token in names)
    return has_role or any(c & W.FIRST_NAME for c in classes) or is_surname


def _is_ordinary(text: _Text, word: str) -> bool:
    """Whether a word, or another form of it, stands in lower case elsewhere: "Weather: …" speaks for nobody."""
    stem = word[:-1] if len(word) > 4 else word
    at = bisect_left(text.words, stem)
    return at < len(text.words) and text.words[at].startswith(stem)


def _is_known_speaker(reading: Reading, text: _Text, frame: Frame) -> bool:
    """Whether the text bears out that a name before a colon speaks rather than dates or places what follows.

    An outlet or a role needs no more; a bare name ("Tusk: …", "Rosja: …") must be a source in the text as well, or a
    surname there, where there is more of it than the headline.
    """
    document = reading.document
    start, end = frame.source or (0, 0)
    name = reading.names.get(start)
    heads = document.language.heads
    is_alone = len(document.sentences) == 2 or (end - start == 1 and document.lower[start].endswith(_SURNAME_ENDINGS))
    is_role = any(word in heads for word in document.lower[start:end])
    if is_alone or is_role or (name is not None and name[1].is_outlet) or document.classes[start] & W.FIRST_NAME:
        return True
    stems = {_stem(word) for word in document.words[start:end] if word[0].isupper()}
    if name is not None:  # of "premier Norwegii" the country is no source
        return not stems.isdisjoint(text.heads_of_sources)
    behind = any(text.surnames.get(stem, 0) > frame.cue[1] for stem in stems)
    return behind or not stems.isdisjoint(text.spoken_of)


_SURNAME_ENDINGS = ("ski", "cki", "dzki", "wicz", "czyk")
"""Endings of Polish surnames that as a speaker no other word has."""


_SPEAKING = frozenset("say add reply ask think according as".split())


def _stem(word: str) -> str:
    """The beginning of a word, which its forms share."""
    return word if len(word) <= MIN_STEM else word[: max(MIN_STEM, len(word) - 2)]
