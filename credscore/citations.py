"""Cues without a verb of speech by a subject -> frames: according to X, zdaniem X, jak podaje X."""

from __future__ import annotations

from credscore.clauses import clause_end
from credscore.document import Document
from credscore.frames import Construction, Frame, Reading, holds_words, ranges, trim
from credscore.patterns import Match
from credscore.phrases import apposition_end, phrase_before, phrase_end
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_CITED_TOKENS = 14
MAX_NORM_TOKENS = 3
MAX_CUE_TOKENS = 4


_CLAUSE_OPENER = W.THAT | W.REL | W.COORD | W.SUBORD


def read_citation(reading: Reading, match: Match) -> Frame | None:
    """The frame of "according to X", "zdaniem X", "jak podaje X": what X is cited for is the rest of the sentence."""
    low, high = reading.bounds(match.start)
    source, cue = _cited_source(reading, match, low, high)
    if source is None and not _drops_subject(reading, match, high):
        return None
    if source is not None and (_is_norm(reading, source) or not holds_words(reading.document, source)):
        return None
    if match.rule.pattern == "per <source>" and source is not None and not _names_somebody(reading, source[0]):
        return None
    first, last = (min(match.start, source[0]), max(match.end, source[1])) if source else (match.start, match.end)
    seen = reading.next_taken(first)
    if (
        source is not None and seen is not None and source[0] < seen[0] <= source[1]
    ):  # "according to a report seen by X"
        source, last = (source[0], seen[0]), max(last, seen[1])
    last = _relative_end(reading, last, high)
    content = around(reading, first, last, low, high)
    if not content:
        return None
    return Frame(cue=cue, rule=match.rule, content=content, source=source, construction=Construction.PREPOSITIONAL)


def _names_somebody(reading: Reading, token: int) -> bool:
    """Whether a word may open a phrase that names who is cited, not what is counted by: "per the log", "per litre"."""
    return bool(reading.document.classes[token] & (W.CAPITAL | W.DET | W.POSS | W.HEAD))


def _drops_subject(reading: Reading, match: Match, high: int) -> bool:
    """Whether nothing but a mark follows an inserted Polish verb: "jak dodał, …", "…, jak ustalono"."""
    is_inserted = reading.is_polish and match.rule.kind == "as"
    return is_inserted and (match.end >= high or bool(reading.document.classes[match.end] & W.MARK))


def _relative_end(reading: Reading, start: int, high: int) -> int:
    """The end of the relative clause about a source: "according to X, which cites Y, …", "… one who knew, …"."""
    classes = reading.document.classes
    first = start + 2 if start + 2 < high and classes[start + 1] & W.PREP else start + 1
    is_joined = not reading.is_polish and start < high and reading.document.lower[start] == "who"
    is_set_off = first < high and bool(classes[start] & W.COMMA) and _is_relative(reading.document, first)
    if not is_joined and not is_set_off:
        return start
    return next((t for t in range(first + 1, high) if classes[t] & W.COMMA), high)


def _cited_source(reading: Reading, match: Match, low: int, high: int) -> tuple[Range | None, Range]:
    """The source that a citing phrase names, and the words of the phrase that count as its cue."""
    document = reading.document
    pattern = match.rule.pattern.split()
    cue = (match.start, match.end)
    if match.slot is not None:
        is_verb = match.rule.kind == "as" and match.slot[1] < match.end
        cue = (match.slot[1], match.end) if is_verb else (match.start, match.slot[0])
        return trim(document, *match.slot), cue
    if pattern[0] == "<source>":
        return phrase_before(document, match.start, low), cue
    if "<source>" not in pattern:
        at = next((t for t in range(*cue) if document.classes[t] & (W.POSS | W.PRONOUN)), match.start)
        return (at, at + 1), (min(at + 1, match.end - 1), match.end)
    start = match.end
    end = cited_end(reading, start, high)
    return ((start, end) if end > start else None), cue


def _is_norm(reading: Reading, phrase: Range) -> bool:
    """Whether a phrase is about a norm or measure and names nobody: "według wzrostu", "per trip".

    The first noun counts in Polish, in English the last one before a preposition.
    """
    document = reading.document
    for token in range(phrase[0], min(phrase[1], phrase[0] + MAX_NORM_TOKENS)):
        word_class, word = document.classes[token], document.lower[token]
        is_last = reading.is_polish or token + 1 >= phrase[1] or bool(document.classes[token + 1] & _PHRASE_JOINT)
        if word in document.language.norms and is_last:
            return True
        if word_class & (W.CAPITAL | W.PREP) and token > phrase[0]:
            return False
    return False


_PHRASE_JOINT = W.PREP | W.COORD | W.COMMA


def cited_end(reading: Reading, start: int, high: int) -> int:
    """The end of the phrase that names a cited source; in Polish no comma need follow it."""
    document = reading.document
    classes = document.classes
    if not reading.is_polish or start >= high:
        return _english_cited_end(document, start, high)
    if classes[start] & (W.PRONOUN | W.REL) and not classes[start] & W.POSS:
        return start + 1
    limit = min(high, start + MAX_CITED_TOKENS)
    name = reading.names.get(start)
    begins = start - document.sentence_bounds(start)[0] <= MAX_CUE_TOKENS  # the rest is the content
    for token in range(start, limit):
        if begins and (classes[token] & W.STOP or _is_relative_next(document, token)):
            break
        if classes[token] & (W.COMMA | W.STOP | W.DASH | W.COLON):
            is_name = name is not None and name[0] < token
            if is_name and name is not None and classes[token] & W.COMMA == 0:
                return name[0]
            return _apposed_end(document, token, limit) or token
        is_verb = classes[token] & W.FINITE and not classes[token] & W.HEAD
        if classes[token] & (W.AUX | W.THAT | W.REL) or is_verb or document.lower[token] == "to":
            break
    else:
        if limit == high and not begins:
            return high
    return _genitive_end(reading, start, limit)


def _apposed_end(document: Document, comma: int, limit: int) -> int | None:
    """The end of a Polish apposition in the genitive between commas: "zdaniem Kosa, rzecznika portu, …"."""
    end = apposition_end(document, comma, limit)
    if end is None or end >= limit or not document.classes[end] & W.COMMA:
        return None
    head = next((t for t in range(comma + 1, end) if document.classes[t] & W.HEAD), end)
    is_genitive = any(tag.startswith("sg:gen") for tag in document.tags(head, head + 1))
    return end if is_genitive and head <= comma + MAX_CUE_TOKENS else None


def _is_relative_next(document: Document, token: int) -> bool:
    """Whether a comma opens a relative clause, which need not be about the source: "według kapitana boja, która …"."""
    is_inside = token + 1 < len(document.classes)
    return is_inside and bool(document.classes[token] & W.COMMA) and _is_relative(document, token + 1)


def _is_relative(document: Document, token: int) -> bool:
    """Whether a word refers to the noun before it, as "co" in "co piąty" and "when" need not."""
    return bool(document.classes[token] & W.REL) and document.lower[token] not in _LOOSE_RELATIVES


_LOOSE_RELATIVES = frozenset("co gdzie kiedy jak what when where how that".split())


def _english_cited_end(document: Document, start: int, high: int) -> int:
    """The end of an English phrase; with a participle in it, at the comma behind: "a report published today, …"."""
    classes = document.classes
    end = phrase_end(document, start, high)
    while end + 1 < high and end > start and document.lower[end] in _BELONGING:  # "a study by two vets"
        end = max(end + 1, phrase_end(document, end + 1, high))
    if end >= high or not classes[end] & W.FINITE or start == end:
        return end
    for token in range(end, min(end + MAX_CITED_TOKENS, high)):
        if classes[token] & W.COMMA:
            return token
        if classes[token] & (W.AUX | W.QUOTE | W.STOP):
            break
    return end


_BELONGING = frozenset("about among between by into".split())
"""Prepositions that join what a cited source is about, or whose it is, to its noun."""


def _genitive_end(reading: Reading, start: int, limit: int) -> int:
    """The end of a Polish phrase that no comma closes: adjectives, a noun, its genitives and names."""
    document = reading.document
    classes, lower = document.classes, document.lower
    at = start
    has_noun = False
    while at < limit:
        name = reading.names.get(at)
        if name is not None:
            return name[0]
        word_class = classes[at]
        comes_from = lower[at] in ("z", "ze") and has_noun and at + 1 < limit and classes[at + 1] & W.CAPITAL
        if word_class & W.CAPITAL or comes_from:  # "profesora Jana Nowaka z Uniwersytetu Warszawskiego"
            at += 1
            has_noun = True
            continue
        if word_class & W.QUOTE and at + 1 < limit and classes[at + 1] & W.CAPITAL:
            return next((t + 1 for t in range(at + 1, limit) if classes[t] & W.QUOTE), at + 1)
        is_behind_name = at > start and classes[at - 1] & W.CAPITAL and not lower[at - 1].endswith(_ADJECTIVE_ENDINGS)
        is_genitive = lower[at].endswith(_GENITIVE_ENDINGS) and not lower[at].endswith(_NOMINATIVE_ENDINGS)
        if has_noun and (is_behind_name or not is_genitive):
            break
        if word_class & (W.PREP | W.MARK | W.FINITE | W.AUX | W.ADV) and at > start:
            break
        has_noun = has_noun or bool(word_class & W.HEAD) or not lower[at].endswith(_ADJECTIVE_ENDINGS + _INSTRUMENTAL)
        at += 1
    return at


_GENITIVE_ENDINGS = tuple("ego ej ych ich ów cji ości wa nia cia twa stwa ji ki y u".split())
_NOMINATIVE_ENDINGS = ("ski", "cki", "dzki")
_ADJECTIVE_ENDINGS = ("ego", "ej", "ych", "ich")
_INSTRUMENTAL = ("ym", "im", "ymi", "imi")
"""Endings of adjectives after "zgodnie z"."""


def around(reading: Reading, first: int, last: int, low: int, high: int) -> tuple[Range, ...]:
    """The words of a sentence before and after a citing phrase that are what it cites."""
    document = reading.document
    classes = document.classes
    before = _behind_citation(reading, trim(document, low, first))
    if before is not None and all(classes[t] & (W.COORD | W.ADV | W.PARTICLE) for t in range(*before)):
        before = None
    opener = next((t for t in range(first - 1, max(low, first - 3) - 1, -1) if classes[t] & _CLAUSE_OPENER), None)
    end = clause_end(reading, last, high) if last < high else last
    after = _quoted_part(reading, _behind_relays(reading, last, end))
    if before is not None and opener is not None and after is not None:
        return (after,)
    if before is not None and after is not None and _is_aside(reading, before, last, after):
        after = None
    return ranges(document, before, after)


def _quoted_part(reading: Reading, part: Range | None) -> Range | None:
    """A stretch that opens with a quotation, without a Polish clause behind it: "Jej zdaniem „nie wolno”, choć …"."""
    quotation = reading.document.quotation_before(part[0]) if part is not None else None
    if part is None or quotation is None or quotation.start != part[0] or not reading.is_polish:
        return part
    after = quotation.close + 1
    classes = reading.document.classes
    goes_on = after + 1 < part[1] and (not classes[after] & W.COMMA or classes[after + 1] & (W.THAT | W.QUOTE | W.PREP))
    return part if after >= part[1] or goes_on else (part[0], quotation.end)


def _is_aside(reading: Reading, before: Range, last: int, after: Range) -> bool:
    """Whether what follows a citing phrase does not go on with what is cited: a word, or in English no mark before it.

    "It rained, according to a note in the log", "It rained, according to Ada, who was there".
    """
    classes = reading.document.classes
    if after[1] - after[0] < 2 or reading.is_polish:
        return after[1] - after[0] < 2
    has_verb = any(c & (W.AUX | W.FINITE) and not c & W.HEAD for c in classes[slice(*before)])
    return has_verb and not classes[last] & (W.COMMA | W.DASH | W.COORD)


def _behind_citation(reading: Reading, part: Range | None) -> Range | None:
    """A stretch without the citing phrase that it begins with: "jak podaje Y, …", "according to Y, …"."""
    match = reading.cue_at.get(part[0]) if part is not None else None
    if part is None or match is None or match.rule.kind not in ("as", "according"):
        return part
    comma = next((t for t in range(match.end, part[1]) if reading.document.classes[t] & W.COMMA), part[1])
    return trim(reading.document, comma, part[1])


def _behind_relays(reading: Reading, start: int, end: int) -> Range | None:
    """The words of a stretch behind the media and relays that it begins with: "za BBC, …"."""
    part = trim(reading.document, start, end) if end > start else None
    if part is not None and reading.document.lower[part[0]] in ("że", "iż"):
        part = trim(reading.document, part[0] + 1, end)
    while part is not None and (taken := reading.next_taken(part[0])) is not None and taken[0] == part[0]:
        part = trim(reading.document, taken[1], end) if taken[1] < end else None
    return part
