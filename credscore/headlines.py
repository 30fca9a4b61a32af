"""Headlines -> frames: "Source: statement", "Statement - source", and quotations whose speaker the text names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credscore.cues import Cues
from credscore.document import Document
from credscore.frames import Construction, Frame, Reading, ranges, trim
from credscore.marks import is_spaced_dash
from credscore.patterns import Rule
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_HEADLINE_TOKENS = 40
MAX_HEADING_TOKENS = 16
"""Within an article only a sentence so short may be a heading."""
MAX_SOURCE_TOKENS = 9
MIN_STEM = 4
"""So many letters tell two forms of a name to be the same."""

MIN_REPEATED = 0.75
"""This share of the words of a quotation in the title must stand in what somebody says in the text."""

COLON_RULE = Rule(id="colon", table="headlines", pattern=":", kind="say")
QUOTE_RULE = Rule(id="quote", table="headlines", pattern='"', kind="say")
DASH_RULE = Rule(id="dash", table="headlines", pattern="-", kind="say")


def read_headlines(reading: Reading, cues: Cues, frames: Sequence[Frame]) -> list[Frame]:
    """The frames of the first sentence and of headings in the text; labels of credits ("źródło:") speak for nobody."""
    document = reading.document
    if len(document.sentences) < 2:
        return []
    taken = {frame.cue[0] for frame in frames} | {match.start for match in cues.credits}
    found = []
    for number in _headings(document):
        low, high = document.sentences[number], document.sentences[number + 1]
        frame = _read_headline(reading, low, high)
        if frame is None or not taken.isdisjoint(range(low, frame.cue[0] if frame.rule is COLON_RULE else high)):
            continue
        if _is_known_speaker(reading, frame, frames):
            found.append(frame)
    return found + _repeated_quotations(document, [*frames, *found])


def _repeated_quotations(document: Document, frames: Sequence[Frame]) -> list[Frame]:
    """The frames of quotations in the title that no cue goes with, where the text says whose words they are."""
    end = document.paragraphs[1]
    if end > MAX_HEADLINE_TOKENS:
        return []
    said = {token for frame in frames for start, stop in frame.content if start < end for token in range(start, stop)}
    found = []
    for quotation in document.quotations:
        if quotation.open >= end or quotation.end > end or quotation.length < 2 or quotation.start in said:
            continue
        speaker = _speaker_of(document, (quotation.start, quotation.end), [f for f in frames if f.cue[0] >= end])
        content = ranges(document, (quotation.start, quotation.end))
        if speaker is not None and content:
            cue = (quotation.open, quotation.start)
            found.append(
                Frame(cue=cue, rule=QUOTE_RULE, content=content, source=speaker, construction=Construction.HEADLINE)
            )
    return found


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


def _read_headline(reading: Reading, low: int, high: int) -> Frame | None:
    """The frame of a headline of tokens [low, high); inside the text only a colon tells one."""
    document = reading.document
    start = low
    for token in range(low + 1, min(low + MAX_SOURCE_TOKENS, high - 2)):
        if document.classes[token] & W.COLON:
            frame = _frame(reading, (start, token), (token + 1, high), token, COLON_RULE)
            if frame is not None:
                return frame
            start = token + 1
    if low:
        return None
    for token in range(high - 2, max(low + 2, high - MAX_SOURCE_TOKENS), -1):
        if is_spaced_dash(document, token):
            return _frame(reading, (token + 1, high), (low, token), token, DASH_RULE)
    return None


def _frame(reading: Reading, source: Range, content: Range, cue: int, rule: Rule) -> Frame | None:
    document = reading.document
    named = trim(document, *source)
    parts = ranges(document, content)
    if named is None or not parts or parts[0][1] - parts[0][0] < 2 or not _can_speak(reading, named):
        return None
    return Frame(cue=(cue, cue + 1), rule=rule, content=parts, source=named, construction=Construction.HEADLINE)


def _can_speak(reading: Reading, phrase: Range) -> bool:
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
    is_surname = len(classes) == 1 and classes[0] & W.CAPITAL and not _is_ordinary(document, document.lower[phrase[0]])
    return has_role or any(c & W.FIRST_NAME for c in classes) or bool(is_surname)


def _is_ordinary(document: Document, word: str) -> bool:
    """Whether a word, or another form of it, stands in lower case elsewhere: "Weather: …" speaks for nobody."""
    stem = word[:-1] if len(word) > 4 else word
    return any(other.startswith(stem) for other in document.words)


def _is_known_speaker(reading: Reading, frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether the text bears out that a name before a colon speaks rather than dates or places what follows.

    An outlet or a role needs no more; a bare name ("Tusk: …", "Rosja: …") must be a source in the text as well, where
    there is more of it than the headline.
    """
    document = reading.document
    start, end = frame.source or (0, 0)
    name = reading.names.get(start)
    heads = document.language.heads
    is_alone = len(document.sentences) == 2
    is_role = any(word in heads for word in document.lower[start:end])
    if is_alone or is_role or (name is not None and name[1].is_outlet) or document.classes[start] & W.FIRST_NAME:
        return True
    stems = {_stem(word) for word in document.words[start:end] if word[0].isupper()}
    sources = [other.source for other in frames if other.source is not None and other.rule.kind in _SPEAKING]
    if name is not None:  # of "premier Norwegii" the country is no source
        sources = [(part[0], part[0] + 1) for part in sources]
    return any(_stem(word) in stems for part in sources for word in document.words[slice(*part)])


_SPEAKING = frozenset("say add reply ask think according as".split())


def _stem(word: str) -> str:
    """The beginning of a word, which its forms share."""
    return word if len(word) <= MIN_STEM else word[: max(MIN_STEM, len(word) - 2)]
