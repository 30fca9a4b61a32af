"""Verb cues -> frames: direct, mixed and indirect speech, thoughts, demands, intentions and stances."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from credscore.citations import around, cited_end
from credscore.document import Document
from credscore.frames import Construction, Frame, Range, Reading, clause_end, ranges, trim
from credscore.patterns import Match
from credscore.phrases import is_spaced_dash, phrase_after, phrase_before
from credscore.quotations import Quotation
from credscore.words import WordClass as W

MAX_GAP_TOKENS = 18
"""So many tokens may stand between a cue and its content: the source, whom it was told, when and where."""

_WHETHER = {
    "pl": frozenset("czy jak dlaczego kiedy ile co gdzie kto jaki jakie jaka".split()),
    "en": frozenset("whether if how why what when where who".split()),
}
_PURPOSE = frozenset({"aby", "żeby", "by", "ażeby"})
_NEWS_THAT = frozenset({"że", "iż", "that"})


@dataclass(frozen=True, slots=True)
class _Found:
    """Content that belongs to a cue, where its source may stand, and how it is worded."""

    content: tuple[Range, ...]
    construction: Construction
    source: Range | None = None
    gap: Range | None = None


def read_verb(reading: Reading, match: Match) -> Frame | None:
    """The frame of a verb cue, or None when nothing is said with it."""
    if not is_speaking(reading, match):
        return None
    low, high = reading.bounds(match.start)
    for read in _READERS:
        found = read(reading, match, low, high)
        if found is not None and found.content:
            source = found.source or _source_of(reading, match, found, low)
            if source is None and not _may_drop_subject(reading, match, found, low):
                return None
            if source is not None and _is_first_person(reading.document, source):
                return None
            media = _media_in(reading, found.gap, source)
            if source is None and media:
                source, media = media[0], ()
            if source is not None and source[0] >= match.end and not media:
                source, media = _split_addressee(reading, source)
            return Frame(
                cue=(match.start, match.end),
                rule=match.rule,
                content=found.content,
                source=source,
                construction=found.construction,
                media=media,
            )
    return None


def _split_addressee(reading: Reading, phrase: Range) -> tuple[Range, tuple[Range, ...]]:
    """A phrase after a verb, parted where it first names the medium told and then who told it: "powiedział PAP Jan Nowak"."""
    document = reading.document
    end = _outlet_end(reading, phrase[0], phrase[1])
    if not reading.is_polish or end is None or end >= phrase[1]:
        return phrase, ()
    wanted = W.FIRST_NAME | W.CAPITAL | W.HEAD
    if document.classes[end] & W.MARK or not any(c & wanted for c in document.classes[end : phrase[1]]):
        return phrase, ()
    return (end, phrase[1]), ((phrase[0], end),)


def _outlet_end(reading: Reading, start: int, limit: int) -> int | None:
    """The end of an outlet that is named from ``start`` on, with or without a word like "agencji" before its name."""
    heads = reading.document.language.heads
    head = heads.get(reading.document.lower[start])
    at = start + 1 if head is not None and head.kind == "outlet" else start
    while at < limit and reading.document.classes[at] & W.QUOTE:
        at += 1
    name = reading.names.get(at)
    if name is not None and name[1].is_outlet:
        end = name[0]
        return end + 1 if end < limit and reading.document.classes[end] & W.QUOTE else end
    return at if at == start + 1 else None


def is_speaking(reading: Reading, match: Match) -> bool:
    """Whether a verb form reports somebody else's speech: finite or a participle, not the noun or adjective it may be."""
    document = reading.document
    if reading.is_polish:
        return _is_speaking_polish(reading, match)
    before = document.classes[match.start - 1] if match.start else 0
    word_class = document.classes[match.start]
    is_first = match.start == 0 or match.start in document.sentences
    if word_class & W.CAPITAL and not is_first and not before & W.QUOTE:
        return False
    tags = {tag for word in document.lower[match.start : match.end] for tag in document.language.tags.get(word, ())}
    if before & (W.DET | W.POSS) and not before & W.PRONOUN:
        return False
    if document.lower[match.start - 1 : match.start] == ["to"] or before & W.PREP and not "ing" in tags:
        return False
    if "past" in tags or "ing" in tags or "ppart" in tags or not tags & {"base", "pres:3"}:
        return not (_is_passive(document, match) and not _has_agent(reading, match)) or "past" not in tags
    return not (before & W.AUX and document.lower[match.start - 1] in _MODALS)


_PASSIVE = frozenset("is are was were be been being".split())
_MODALS = frozenset("can could will would should may might must 'll 'd cannot".split())


def _is_passive(document: Document, match: Match) -> bool:
    """Whether a form of "be" goes before a participle, adverbs between them allowed."""
    at = match.start - 1
    while at >= 0 and document.classes[at] & (W.ADV | W.NEG) and not document.classes[at] & W.AUX:
        at -= 1
    return at >= 0 and document.lower[at] in _PASSIVE


def _has_agent(reading: Reading, match: Match) -> bool:
    """Whether a passive goes with "that", a quotation or "as saying"."""
    lower = reading.document.lower[match.end : match.end + 3]
    return bool(lower) and lower[0] in ("that", "as", "by")


_SPEAKING_TAGS = ("fin:", "praet:", "imps", "pcon", "cond:")
_OWN_VOICE = (":1", ":2")


def _is_speaking_polish(reading: Reading, match: Match) -> bool:
    document = reading.document
    tags = [tag for word in document.lower[match.start : match.end] for tag in document.language.tags.get(word, ())]
    speaking = [tag for tag in tags if tag.startswith(_SPEAKING_TAGS)]
    if speaking:
        return not all(tag.endswith(_OWN_VOICE) for tag in speaking)
    if any(tag == "inf" for tag in tags):
        return any(word.startswith("mia") or word == "mieli" for word in document.lower[max(0, match.start - 3) : match.start])
    if any(tag.startswith("pact") for tag in tags):
        return match.rule.kind in ("demand", "think", "feel", "say")
    return not any(tag.startswith(("ppas", "ger", "impt")) for tag in tags)


def _may_drop_subject(reading: Reading, match: Match, found: _Found, low: int) -> bool:
    """Whether a verb may stand without its own subject: in Polish, or as a participle or second verb in English.

    A Polish verb whose content is a mere object must begin its clause, else it is more likely a noun ("broni").
    """
    document = reading.document
    before = document.lower[match.start - 1] if match.start > low else ""
    if reading.is_polish:
        begins = not before or document.classes[match.start - 1] & (W.MARK | W.COORD | W.ADV | W.NEG | W.REL | W.PARTICLE)
        return bool(begins) or match.rule.kind not in ("judge", "want", "demand") or found.construction is Construction.QUOTED
    return reading.has_tag(match, "ing") or before in ("and", "but", "then", "also")


def _is_first_person(document: Document, source: Range) -> bool:
    """Whether the author, a quoted speaker or the reader speaks: no source that the article reports on."""
    return source[1] - source[0] == 1 and (
        bool(document.classes[source[0]] & W.FIRST_PERSON) or document.lower[source[0]] in ("you", "ty", "wy")
    )


def _source_of(reading: Reading, match: Match, found: _Found, low: int) -> Range | None:
    document = reading.document
    if match.rule.direction == "from":
        return _object_source(reading, match, found, low)
    if reading.is_impersonal((match.start, match.end)):
        return _document_before(document, match.start, low)
    low = reading.free_from(match.start, low)
    if match.start > low and document.classes[match.start - 1] & W.COMMA and reading.has_tag(match, "pcon", "ing"):
        return None
    before = phrase_before(document, match.start, low)
    if before is not None and (_is_source_like(document, before) or _is_relative(document, match.start, low)):
        return before
    if found.gap is not None and "to" not in match.rule.frames:
        return _source_after(reading, *found.gap)
    return None


def _source_after(reading: Reading, start: int, end: int) -> Range | None:
    """The source that follows a verb, looked for behind the medium that it spoke to."""
    for low, high in reading.taken:
        if low == start and high <= end:
            start = high
    end = min([end, *(low for low, _ in reading.taken if low > start)])
    while start < end and reading.document.classes[start] & (W.COMMA | W.QUOTE):
        start += 1
    after = phrase_after(reading.document, start, end)
    return after if after is not None and _is_source_like(reading.document, after) else None


def _object_source(reading: Reading, match: Match, found: _Found, low: int) -> Range | None:
    """The source after "z", "from" or "w": "z raportu wynika", "czytamy w liście"."""
    document = reading.document
    for token in range(match.start - 1, low - 1, -1):
        if document.classes[token] & (W.COMMA | W.STOP | W.DASH | W.QUOTE):
            break
        if document.lower[token] in _FROM:
            return trim(document, token + 1, match.start)
    if found.gap is not None:
        for token in range(found.gap[0], found.gap[1]):
            if document.lower[token] in _FROM or token == match.end and document.lower[match.end - 1] in _FROM:
                at = token + 1 if document.lower[token] in _FROM else token
                return at, max(at + 1, cited_end(reading, at, found.gap[1]))
    return None


_FROM = frozenset("z ze from w we in od".split())


def _document_before(document: Document, at: int, low: int) -> Range | None:
    """The document that an impersonal verb reports from: "w raporcie ostrzeżono"."""
    heads = document.language.heads
    for token in range(low, at - 1):
        if document.lower[token] in ("w", "we"):
            found = trim(document, token + 1, at)
            if found and any(heads[w].kind == "document" for w in document.lower[slice(*found)] if w in heads):
                return found
    return None


def _is_relative(document: Document, at: int, low: int) -> bool:
    """Whether a relative pronoun or nothing but a participle joins a verb to the phrase before it."""
    near = document.classes[max(low, at - 4) : at]
    return any(word_class & W.REL for word_class in near) or bool(near) and bool(near[-1] & W.COMMA)


def _is_source_like(document: Document, phrase: Range) -> bool:
    """Whether a phrase can name somebody: a role, a name, a pronoun, or a determiner with a noun."""
    wanted = W.HEAD | W.CAPITAL | W.PRONOUN | W.FIRST_PERSON | W.FIRST_NAME | W.NUM
    classes = [document.classes[token] for token in range(*phrase)]
    if len(classes) == 1 and document.lower[phrase[0]] in ("wiele", "to", "tyle", "much", "this", "that", "one"):
        return False
    if any(c & wanted and not (c & W.DET and not c & W.PRONOUN) for c in classes):
        return True
    return len(classes) > 1 and bool(classes[0] & W.DET) and not classes[-1] & (W.DET | W.PREP)


def _media_in(reading: Reading, gap: Range | None, source: Range | None) -> tuple[Range, ...]:
    """Outlets named between the cue and the content: those that the source spoke to."""
    if gap is None:
        return ()
    found = []
    for token in range(*gap):
        name = reading.names.get(token)
        if name is not None and name[1].is_outlet and not (source and source[0] <= token < source[1]):
            if token == 0 or reading.document.lower[token - 1] not in ("for", "of", "dla"):
                found.append((token, name[0]))
    return tuple(found[:1])


def _inserted_as(reading: Reading, match: Match, low: int, high: int) -> _Found | None:
    """Jak podał X, CONTENT; CONTENT, jak twierdzą Y."""
    document = reading.document
    opener = next((t for t in range(match.start - 1, max(low, match.start - 3) - 1, -1) if document.lower[t] == "jak"), None)
    if not reading.is_polish or opener is None or not (opener == low or document.classes[opener - 1] & W.MARK):
        return None
    end = next((t for t in range(match.end, high) if document.classes[t] & (W.COMMA | W.DASH | W.COLON)), high)
    source = _source_after(reading, match.end, end)
    content = around(reading, opener, end, low, high)
    return _Found(content, Construction.PREPOSITIONAL, source, (match.end, end))


def _names_its_object(match: Match) -> bool:
    """Whether what a verb says is its object: "called it a farce", "condemned the attack"."""
    return match.rule.kind == "judge" and bool(match.rule.frames & {"as", "np"})


def _quotation_before(reading: Reading, match: Match, low: int, high: int) -> _Found | None:
    """ "…," said X; "…" – powiedział X; "…," X said."""
    document = reading.document
    if not match.rule.frames & {"quote", "that"}:
        return None
    quotation = _last_quotation(document, match.start, low)
    if quotation is None or quotation.close >= match.start:
        return None
    between = range(quotation.close + 1, match.start)
    if any(document.classes[token] & (W.STOP | W.COLON) or reading.is_verb(token) for token in between):
        return None
    source = phrase_before(document, match.start, quotation.close + 1)
    tail = high
    if source is None:
        source = _source_after(reading, match.end, high)
        tail = source[1] if source else match.end
    start = _mixed_start(document, quotation)
    construction = Construction.QUOTED if start == quotation.start else Construction.MIXED
    parts = ranges(document, (start, quotation.end), *_continuations(reading, source, match, high))
    return _Found(parts, construction, source, (match.end, tail if tail > match.end else high))


def _last_quotation(document: Document, before: int, low: int) -> Quotation | None:
    """The last quotation that closes before a token, in its sentence or right before it."""
    for quotation in reversed(document.quotations):
        if quotation.close < before:
            is_near = quotation.close >= low - 1 and before - quotation.close <= MAX_GAP_TOKENS
            is_ended = quotation.close < low and document.words[quotation.end - 1] in (".", "...", "…")
            return quotation if is_near and not is_ended and quotation.length > 2 else None
    return None


def _mixed_start(document: Document, quotation: Quotation) -> int:
    """Where the statement that ends in a quotation begins: at its mark, or at the start of its sentence."""
    start, _ = document.sentence_bounds(quotation.open)
    lead = quotation.open - start
    if lead == 0 or (lead == 1 and document.classes[start] & (W.DASH | W.QUOTE)):
        return quotation.start
    return start if lead > 2 else quotation.start


def _continuations(reading: Reading, source: Range | None, match: Match, high: int) -> list[Range]:
    """What goes on after an inserted cue: the rest of a quotation in marks or after a second dash."""
    document = reading.document
    after = max(match.end, source[1] if source else 0)
    parts: list[Range] = []
    for quotation in document.quotations:
        if after <= quotation.open <= after + MAX_GAP_TOKENS and quotation.length > 2:
            between = range(after, quotation.open)
            is_plain = not any(reading.is_verb(token) for token in between)
            same_paragraph = document.paragraph_of[quotation.open] == document.paragraph_of[match.start]
            if is_plain and same_paragraph and _is_free(reading, quotation):
                parts.append((quotation.start, quotation.end))
            break
    return parts


def _is_free(reading: Reading, quotation: Quotation) -> bool:
    """Whether no cue of its own follows a quotation in its sentence."""
    document = reading.document
    if quotation.close >= len(document.words):
        return True
    _, high = document.sentence_bounds(quotation.close)
    limit = min(quotation.close + MAX_GAP_TOKENS, max(high, quotation.close + 1))
    return not any(reading.is_verb(token) for token in range(quotation.close + 1, limit))


def _dash_before(reading: Reading, match: Match, low: int, high: int) -> _Found | None:
    """Content – powiedział X. – Further content."""
    document = reading.document
    dash = _dash_next_to(document, match, low)
    if dash is None or not reading.has_tag(match, "fin", "praet", "imps", "past", "pres"):
        return None
    start = _dash_content_start(reading, dash, low)
    content = trim(document, start, dash)
    if content is None or content[1] - content[0] < 2:
        return None
    source = _source_after(reading, match.end, high)
    end = source[1] if source else match.end
    rest = _dash_continuation(reading, end, high)
    return _Found((content, *ranges(document, rest)), Construction.QUOTED, source, (match.end, high))


def _dash_next_to(document: Document, match: Match, low: int) -> int | None:
    """The spaced dash right before a cue, adverbs between them allowed."""
    at = match.start - 1
    while at > low and document.classes[at] & (W.ADV | W.PARTICLE | W.COORD | W.REL) and match.start - at < 4:
        at -= 1
    return at if at > low and is_spaced_dash(document, at) else None


def _dash_content_start(reading: Reading, dash: int, low: int) -> int:
    """Where the words before a dash begin: at the dash or mark that opened them, else at their sentence."""
    document = reading.document
    paragraph, _ = document.paragraph_bounds(dash)
    for token in range(dash - 1, paragraph - 1, -1):
        if not is_spaced_dash(document, token):
            continue
        if _is_reporting(reading, token + 1):
            break
        if token == paragraph or document.classes[token - 1] & W.STOP:
            return token + 1
    return low


def _is_reporting(reading: Reading, token: int) -> bool:
    """Whether a verb that reports somebody's words begins here; "myślę" opens them instead."""
    match = reading.cue_at.get(token)
    return match is not None and match.rule.table == "verbs" and is_speaking(reading, match)


def _dash_continuation(reading: Reading, end: int, high: int) -> Range | None:
    """What follows a second dash: to the end of the sentence, or sentence by sentence to the next cue after a dash."""
    document = reading.document
    _, paragraph_end = document.paragraph_bounds(end - 1)
    for token in range(end, min(high + 1, paragraph_end)):
        if is_spaced_dash(document, token):
            stop = high if token < high else _speech_end(reading, token + 1, paragraph_end)
            return (token + 1, stop) if stop else None
        if token < high and reading.is_verb(token):
            return None
    return None


def _speech_end(reading: Reading, start: int, paragraph_end: int) -> int | None:
    """The end of speech that a dash opened; None when a cue of its own closes it."""
    document = reading.document
    for token in range(start, paragraph_end):
        if is_spaced_dash(document, token):
            return None if _is_reporting(reading, token + 1) else token
    return paragraph_end


def _that_clause(reading: Reading, match: Match, low: int, high: int) -> _Found | None:
    """X said that CONTENT; X powiedział, że CONTENT; X zaapelował, aby CONTENT; X asked whether CONTENT."""
    document, frames = reading.document, match.rule.frames
    wanted: set[str] = set()
    if "that" in frames:
        wanted |= _NEWS_THAT
    if "aby" in frames:
        wanted |= _PURPOSE
    whether = _WHETHER[document.language.code] if "wh" in frames or "that" in frames and match.rule.kind in ("ask", "say", "think", "reply") else frozenset()
    for token in range(match.end, min(high, match.end + MAX_GAP_TOKENS)):
        word, word_class = document.lower[token], document.classes[token]
        if word_class & (W.STOP | W.COLON) or (token > match.end and _is_rival(reading, token)):
            return None
        if document.classes[token] & W.QUOTE and not reading.is_polish:
            return None
        is_joint = token == match.end or document.classes[token - 1] & W.COMMA or not reading.is_polish
        if word in wanted and is_joint and (reading.is_polish or _is_told_gap(reading, match, token)):
            return _clause(reading, match, (token, token + 1), high)
        if word in whether and (token == match.end or document.classes[token - 1] & W.COMMA) and is_joint:
            return _clause(reading, match, (token, token), high)
    return None


def _is_told_gap(reading: Reading, match: Match, that: int) -> bool:
    """Whether only an addressee, a time or a place stands between an English verb and "that"."""
    document = reading.document
    if that == match.end:
        return True
    gap = document.classes[match.end : that]
    leads = gap[0] & (W.PREP | W.TIME | W.ADV) or "to" in match.rule.frames
    return bool(leads) and not any(c & (W.FINITE | W.AUX | W.COMMA) for c in gap)


def _is_rival(reading: Reading, token: int) -> bool:
    match = reading.cue_at.get(token)
    return match is not None and match.rule.table == "verbs" and "that" in match.rule.frames


def _clause(reading: Reading, match: Match, joint: Range, high: int) -> _Found:
    """The clause after a conjunction; a quotation that it runs into is followed to its end."""
    document = reading.document
    end = clause_end(reading, joint[1], high)
    for quotation in document.quotations:
        if joint[1] <= quotation.open <= joint[1] + 1:
            end = quotation.end
        elif joint[1] <= quotation.open < end <= quotation.end:
            end = quotation.end
    has_marks = any(quotation.open >= joint[1] and quotation.open < end for quotation in document.quotations)
    construction = Construction.MIXED if has_marks else Construction.INDIRECT
    return _Found(ranges(document, (joint[1], end)), construction, None, (match.end, joint[0]))


def _quotation_after(reading: Reading, match: Match, low: int, high: int) -> _Found | None:
    """X said: "…"; X called it "…"; X powiedział: „…”."""
    document = reading.document
    if not match.rule.frames & {"quote", "that"} or _names_its_object(match):
        return None
    for quotation in document.quotations:
        if quotation.open < match.end:
            continue
        if quotation.open > match.end + MAX_GAP_TOKENS or quotation.open >= high + 1 or quotation.length < 2:
            return None
        between = range(match.end, quotation.open)
        if any(document.classes[token] & W.STOP or reading.is_verb(token) for token in between):
            return None
        if not _is_plain_gap(document, match.end, quotation.open):
            return None
        parts = [(quotation.start, quotation.end)]
        is_whole = quotation.close + 2 >= high or document.classes[quotation.end - 1] & W.STOP
        rest = None if is_whole else _rest_of_clause(reading, quotation, high)
        construction = Construction.MIXED if rest else Construction.QUOTED
        content = [(quotation.start, rest)] if rest else parts
        return _Found(ranges(document, *content), construction, None, (match.end, quotation.open))
    return None


def _rest_of_clause(reading: Reading, quotation: Quotation, high: int) -> int | None:
    """Where a statement ends that goes on after its quoted part, or None when the quotation was all of it."""
    end = clause_end(reading, quotation.close, high)
    goes_on = quotation.close + 1 < end and not reading.document.classes[quotation.close + 1] & W.MARK
    return end if goes_on else None


def _is_plain_gap(document: Document, start: int, end: int) -> bool:
    """Whether only a source, an addressee, a time or a place stands between a cue and a quotation."""
    if start == end or document.classes[end - 1] & (W.COLON | W.COMMA):
        return True
    return end - start <= 6 and not any(c & (W.AUX | W.FINITE) for c in document.classes[start:end])


def _colon(reading: Reading, match: Match, low: int, high: int) -> _Found | None:
    """X powiedział: CONTENT, without marks."""
    document = reading.document
    for token in range(match.end, min(high, match.end + MAX_GAP_TOKENS)):
        if document.classes[token] & W.COLON:
            content = ranges(document, (token + 1, high))
            return _Found(content, Construction.QUOTED, None, (match.end, token)) if content else None
        if document.classes[token] & (W.COMMA | W.THAT) or reading.is_verb(token):
            return None
    return None


def _statement_before(reading: Reading, match: Match, low: int, high: int) -> _Found | None:
    """CONTENT, X said on Tuesday; CONTENT, powiedział X."""
    document = reading.document
    if not match.rule.frames & {"quote", "that"} or _names_its_object(match) or not reading.has_tag(match, "fin", "praet", "past", "pres"):
        return None
    source = phrase_before(document, match.start, low)
    joint = (source[0] if source else match.start) - 1
    if joint <= low + 2 or not document.classes[joint] & W.COMMA:
        return None
    if not any(document.classes[token] & (W.FINITE | W.AUX) or reading.is_verb(token) for token in range(low, joint)):
        return None
    if _has_clause_after(reading, match, high):
        return None
    if source is None:
        source = _source_after(reading, match.end, high)
        if source is None:
            return None
    construction = Construction.MIXED if any(low <= q.open < joint for q in document.quotations) else Construction.INDIRECT
    start = _dash_content_start(reading, joint, low) if reading.is_polish else low
    return _Found(ranges(document, (start, joint)), construction, source, (match.end, high))


def _has_clause_after(reading: Reading, match: Match, high: int) -> bool:
    """Whether a statement rather than a time, a place or an apposition follows the cue."""
    document = reading.document
    first = _skip_addressee(reading, match, high)
    if first >= high or document.classes[first] & (W.MARK | W.TIME | W.PREP | W.COORD):
        return False
    return any(document.classes[token] & (W.AUX | W.FINITE) for token in range(first, min(first + 12, high)))


def _bare_clause(reading: Reading, match: Match, low: int, high: int) -> _Found | None:
    """English only: X said CONTENT; X told Y CONTENT."""
    document = reading.document
    if reading.is_polish or "that" not in match.rule.frames:
        return None
    start = _skip_addressee(reading, match, high)
    if start >= high - 1 or document.classes[start] & W.MARK:
        return None
    end = clause_end(reading, start, high)
    window = range(start, min(start + 14, end))
    has_verb = any(document.classes[token] & (W.AUX | W.FINITE) or reading.is_verb(token) for token in window)
    if not has_verb and match.rule.kind not in ("say", "add"):
        return None
    if end - start < 3:
        return None
    has_marks = any(start <= quotation.open < end for quotation in document.quotations)
    construction = Construction.MIXED if has_marks else Construction.INDIRECT
    return _Found(ranges(document, (start, end)), construction, None, (match.end, start))


def _skip_addressee(reading: Reading, match: Match, high: int) -> int:
    """The first token after whom it was told and when."""
    document = reading.document
    classes = document.classes
    at = match.end
    if "to" in match.rule.frames:
        name = reading.names.get(at) or reading.names.get(at + 1)
        if name:
            at = name[0]
        else:
            phrase = phrase_after(document, at, min(at + 3, high))
            at = phrase[1] if phrase else at
    while at < high and (classes[at] & W.TIME or (classes[at] & W.PREP and at + 1 < high and classes[at + 1] & W.TIME)):
        at += 1 if classes[at] & W.TIME else 2
    return at


def _infinitive(reading: Reading, match: Match, low: int, high: int) -> _Found | None:
    """X wants to CONTENT; X chce CONTENT (infinitive)."""
    document = reading.document
    if "inf" not in match.rule.frames or match.end >= high:
        return None
    if reading.is_polish:
        start = next((t for t in range(match.end, min(match.end + 7, high)) if _is_infinitive(document, t)), None)
    else:
        start = next((t for t in range(match.end, min(match.end + 4, high)) if document.lower[t] == "to"), None)
    if start is None or any(document.classes[t] & (W.STOP | W.COMMA) for t in range(match.end, start)):
        return None
    end = _object_end(reading, match, start, low, high)
    begin = match.end if reading.is_polish and start - match.end <= 6 else start
    return _Found(ranges(document, (begin, end)), Construction.INDIRECT)


def _is_infinitive(document: Document, token: int) -> bool:
    word = document.lower[token]
    return len(word) > 2 and (word.endswith("ć") or word.endswith(("móc", "iec"))) and not document.classes[token] & W.HEAD


def _object(reading: Reading, match: Match, low: int, high: int) -> _Found | None:
    """X demands CONTENT; X zaapelował o CONTENT; X called CONTENT a mistake."""
    document = reading.document
    if not match.rule.frames & {"np", "pp", "as"} or match.end >= high:
        return None
    start = match.end
    while start < high and document.classes[start] & (W.ADV | W.PARTICLE):
        start += 1
    if start >= high or document.classes[start] & W.MARK and not document.classes[start] & W.QUOTE:
        return None
    if document.classes[start] & W.PREP:
        if "pp" not in match.rule.frames:
            return None
        start += reading.is_polish
    end = _object_end(reading, match, start, low, high)
    has_marks = any(start <= quotation.open < end for quotation in document.quotations)
    return _Found(ranges(document, (start, end)), Construction.MIXED if has_marks else Construction.INDIRECT)


def _object_end(reading: Reading, match: Match, start: int, low: int, high: int) -> int:
    """The end of an object or infinitive: before a second finite verb of the same subject, or the end of a relative clause."""
    document = reading.document
    classes = document.classes
    end = clause_end(reading, start, high)
    is_relative = any(classes[token] & W.REL for token in range(max(low, match.start - 4), match.start))
    for token in range(start + 1, end):
        word_class = classes[token]
        if word_class & W.COMMA and (is_relative or (token + 1 < end and classes[token + 1] & W.COORD)):
            return token
        if word_class & W.COORD and _is_clause_next(reading, token + 1, end):
            return token
    return end


def _is_clause_next(reading: Reading, start: int, end: int) -> bool:
    """Whether a conjunction joins a clause with a verb of its own rather than a second object."""
    for token in range(start, min(start + 4, end)):
        word_class = reading.document.classes[token]
        if word_class & (W.FINITE | W.AUX) and not word_class & W.HEAD:
            return True
        if not word_class & (W.CAPITAL | W.PRONOUN | W.HEAD | W.DET | W.ADV | W.TIME):
            return False
    return False


_Reader = Callable[[Reading, Match, int, int], _Found | None]

_READERS: tuple[_Reader, ...] = (
    _inserted_as,
    _that_clause,  # a conjunction is the surest sign, even where a quotation stands near
    _dash_before,
    _quotation_before,
    _quotation_after,
    _colon,
    _statement_before,
    _infinitive,  # before the bare clause: "vowed to", "chce"
    _bare_clause,
    _object,
)
