"""Verb cues -> what they report in quotation marks, after a dash or after a colon."""

from __future__ import annotations

from credscore.clauses import clause_end
from credscore.document import Document
from credscore.frames import MAX_GAP_TOKENS, Construction, Finding, Reading, ranges, trim
from credscore.insertions import subject_before
from credscore.marks import is_spaced_dash
from credscore.patterns import Match
from credscore.quotations import Quotation
from credscore.spans import Range
from credscore.subjects import is_source_like, source_after
from credscore.verbforms import is_reporting
from credscore.words import WordClass as W

MAX_SPEECH_TOKENS = 600
"""So far back the dash is looked for that opened a speech."""


def names_its_object(match: Match) -> bool:
    """Whether what a verb says is its object: "called it a farce", "condemned the attack"."""
    return match.rule.kind == "judge" and bool(match.rule.frames & {"as", "np"})


def quotation_before(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """Speech in marks before its verb: "…," said X; "…" – powiedział X; "…," X said."""
    low, high = bounds
    document = reading.document
    if not match.rule.frames & {"quote", "that"} or reading.has_tag(match, "pact"):
        return None
    quotation = _last_quotation(document, match, low)
    if quotation is None or quotation.close >= match.start or _is_title(document, quotation):
        return None
    between = range(quotation.close + 1, match.start)
    if any(document.classes[token] & (W.STOP | W.COLON) or is_reporting(reading, token) for token in between):
        return None
    source = subject_before(document, match.start, quotation.close + 1)
    if quotation.close < low and (_speaks_again(document, match) or (source is not None and source[0] > low + 1)):
        return None
    is_infinitive = reading.has_tag(match, "base") and not reading.has_tag(match, "past")
    if source is not None and is_infinitive and not is_source_like(document, source):
        return None
    tail = high
    if source is None:
        source = source_after(reading, match.end, high)
        tail = source[1] if source else match.end
    start = _mixed_start(document, quotation)
    construction = Construction.QUOTED if start == quotation.start else Construction.MIXED
    if construction is Construction.MIXED and quotation.close < low:  # a sentence of its own, whoever spoke it
        return None
    parts = ranges(document, (start, quotation.end), *_continuations(reading, source, match))
    return Finding(parts, construction, source, (match.end, tail if tail > match.end else high))


def _speaks_again(document: Document, match: Match) -> bool:
    """Whether a quotation begins right behind a verb: "…." Ada Brandt added: "…"."""
    following = document.quotation_from(match.end)
    is_near = following is not None and following.open <= match.end + 1
    return is_near and not document.classes[match.end] & W.STOP


def _is_title(document: Document, quotation: Quotation) -> bool:
    """Whether a short quotation stands among the words of its sentence, no mark between it and them: a title."""
    if quotation.open not in document.name_marks or quotation.close + 1 >= len(document.words):
        return False
    return not (document.classes[quotation.end - 1] | document.classes[quotation.close + 1]) & W.MARK


def _last_quotation(document: Document, match: Match, low: int) -> Quotation | None:
    """The last quotation that closes before a verb, in its sentence or right before it.

    One that a full stop ends goes only with a sentence that is nothing but its tag: "It rained." Ada Brandt added.
    """
    before = match.start
    quotation = document.quotation_before(before)
    if (
        quotation is None
        or quotation.close >= before
        or (quotation.length <= 2 and not _is_sentence(document, quotation))
    ):
        return None
    is_near = quotation.close >= low - 1 and before - quotation.close <= MAX_GAP_TOKENS
    is_apart = document.paragraph_of[quotation.close] != document.paragraph_of[before]
    is_ended = quotation.close < low and (is_apart or document.words[quotation.end - 1] in (".", "...", "…"))
    is_tag = match.end >= len(document.words) or bool(document.classes[match.end] & (W.STOP | W.COMMA))
    return quotation if is_near and (is_tag or not is_ended) else None


def _is_sentence(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence, however short it is: “No,” he said; “Why?” she asked."""
    return document.begins_sentence(quotation.open) and document.words[quotation.end - 1] in (",", "?", "!")


def _mixed_start(document: Document, quotation: Quotation) -> int:
    """Where the statement that ends in a quotation begins: at its mark, or at the start of its sentence."""
    start, _ = document.sentence_bounds(quotation.open)
    lead = quotation.open - start
    if lead == 0 or (lead == 1 and document.classes[start] & (W.DASH | W.QUOTE)):
        return quotation.start
    return start if lead > 2 else quotation.start


def _continuations(reading: Reading, source: Range | None, match: Match) -> list[Range]:
    """What goes on after an inserted cue: the rest of a quotation in marks or after a second dash."""
    document = reading.document
    after = max(match.end, source[1] if source else 0)
    for quotation in document.quotations_from(after):
        if quotation.open > after + MAX_GAP_TOKENS:
            break
        if quotation.length > 2:
            is_plain = not any(is_reporting(reading, token) for token in range(after, quotation.open))
            same_paragraph = document.paragraph_of[quotation.open] == document.paragraph_of[match.start]
            goes_on = is_plain and same_paragraph and _is_free(reading, quotation)
            return [(quotation.start, quotation.end)] if goes_on else []
    return []


def _is_free(reading: Reading, quotation: Quotation) -> bool:
    """Whether no cue of its own follows a quotation in its sentence."""
    document = reading.document
    if quotation.close >= len(document.words):
        return True
    _, high = document.sentence_bounds(quotation.close)
    limit = min(quotation.close + MAX_GAP_TOKENS, max(high, quotation.close + 1))
    return not any(is_reporting(reading, token) for token in range(quotation.close + 1, limit))


def quotation_after(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """Speech in marks after its verb: X said: "…"; X powiedział: „…”."""
    _, high = bounds
    document = reading.document
    if not match.rule.frames & {"quote", "that"} or names_its_object(match):
        return None
    quotation = document.quotation_from(match.end)
    if quotation is None or quotation.open > min(match.end + MAX_GAP_TOKENS, high) or quotation.length < 2:
        return None
    between = range(match.end, quotation.open)
    if any(document.classes[token] & W.STOP or is_reporting(reading, token) for token in between):
        return None
    if not _is_plain_gap(document, match.end, quotation.open):
        return None
    is_whole = quotation.close + 2 >= high or document.classes[quotation.end - 1] & W.STOP
    rest = None if is_whole else _rest_of_clause(reading, quotation, high)
    start = match.end if _opens_statement(reading, match, quotation.open) else quotation.start
    construction = Construction.MIXED if rest or start < quotation.start else Construction.QUOTED
    content = (start, rest or quotation.end)
    return Finding(ranges(document, content), construction, None, (match.end, start))


def quotation_within(reading: Reading, match: Match, _bounds: Range) -> Finding | None:
    """Speech within speech: “She said, ‘…’”."""
    document = reading.document
    outer = document.quotation_before(match.start)
    if outer is None or not outer.start <= match.start < outer.end or "quote" not in match.rule.frames:
        return None
    after = document.classes[match.end : match.end + 1]
    opened = match.end + any(c & (W.COMMA | W.COLON) for c in after)
    if opened >= outer.end or not document.classes[opened] & W.QUOTE:
        return None
    within = range(opened + 1, min(outer.end, opened + MAX_SPEECH_TOKENS))
    closed = next((token for token in within if document.classes[token] & W.QUOTE), outer.end)
    return Finding(ranges(document, (opened + 1, closed)), Construction.QUOTED, None, (match.end, opened))


def _opens_statement(reading: Reading, match: Match, mark: int) -> bool:
    """Whether the words between an English verb and a quotation are the subject of what is said: "said it “failed”"."""
    classes, low = reading.document.classes, reading.bounds(match.start)[0]
    if reading.is_polish or mark <= match.end or "to" in match.rule.frames or classes[mark - 1] & (W.COLON | W.COMMA):
        return False
    if classes[match.end] & (W.PREP | W.TIME | W.ADV | W.MARK):
        return False
    follows = match.start > low and classes[match.start - 1] & W.COORD  # "and said it “failed”"
    return bool(follows) or subject_before(reading.document, match.start, low) is not None


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


def _paragraph_from(document: Document, start: int) -> Range | None:
    """The paragraph that begins at a token, if one does."""
    if start >= len(document.words) or document.paragraph_bounds(start)[0] != start:
        return None
    return start, min(document.paragraph_bounds(start)[1], start + MAX_SPEECH_TOKENS)


def dash_before(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """Content – powiedział X. – Further content."""
    low, high = bounds
    document = reading.document
    dash = _dash_next_to(reading, match, low)
    if dash is None or not reading.is_polish or not reading.has_tag(match, "fin", "praet", "imps"):
        return None
    start = dash_content_start(reading, dash, low) if dash > low else _speech_start(reading, dash)
    quotation = document.quotation_before(dash)
    if quotation is not None and quotation.close == dash - 1:
        start = min(start, quotation.start)
    content = trim(document, start, dash)
    if content is None or content[1] - content[0] < 2 or _closes_aside(document, low, start, dash):
        return None
    source = source_after(reading, match.end, high)
    if document.begins_sentence(content[0]) and _is_person(reading, match, source):
        is_ended = bool(document.classes[dash - 1] & W.STOP) and dash == low  # "…. – mówi Jan"
        is_ended = is_ended or match.rule.direction == "from"  # "… – czytamy w liście"
        content = _spoken_before(reading, content[0], dash, is_ended), content[1]
    end = source[1] if source else match.end
    rest = _dash_continuation(reading, end, high)
    return Finding((content, *ranges(document, rest)), Construction.QUOTED, source, (match.end, high))


def _is_person(reading: Reading, match: Match, source: Range | None) -> bool:
    """Whether a Polish verb is said of somebody who speaks, not of an outlet or document that a sentence is from."""
    document = reading.document
    if match.rule.direction != "subject":
        return match.rule.id.startswith("czytamy")
    if source is None:
        return not reading.is_impersonal((match.start, match.end))
    for token in range(*source):
        name, head = reading.names.get(token), document.language.heads.get(document.lower[token])
        if (name is not None and name[1].is_outlet) or (head is not None and head.kind in ("outlet", "document")):
            return False
        if document.classes[token] & (W.PREP | W.COMMA):
            break
    return True


def _spoken_before(reading: Reading, start: int, dash: int, is_spoken: bool) -> int:
    """Where a speech begins whose last sentence stands from ``start`` to a dash: in its paragraph, behind other speech.

    Without a mark that opened it, only the first person or a question shows that the sentences before are spoken.
    """
    document = reading.document
    first, begin = max(document.paragraph_bounds(start)[0], start - MAX_SPEECH_TOKENS), start
    if any(is_reporting(reading, token) for token in range(start, dash)):
        return start
    while begin > first:
        low, _ = document.sentence_bounds(begin - 1)
        quotation = document.quotation_before(begin)
        has_cue = any(is_reporting(reading, token) for token in range(low, begin))
        if low < first or has_cue or (quotation is not None and quotation.close >= low):
            break
        begin = low
    is_spoken = is_spoken or any(_is_spoken(document, token) for token in range(begin, dash))
    return begin if begin < start and is_spoken else start


def _is_spoken(document: Document, token: int) -> bool:
    """Whether a Polish word is of the first person or ends a question."""
    word, word_class = document.lower[token], document.classes[token]
    is_verb = word in _MY_VERBS or (word.endswith(_OUR_VERBS) and not word_class & W.HEAD)
    return bool(word_class & W.FIRST_PERSON or is_verb) or word == "?" or word.startswith(("nasz", "nasi"))


_OUR_VERBS = ("śmy", "jemy", "iemy", "żemy", "cemy", "damy", "ramy", "namy", "simy", "limy")
"""Endings of the first person plural that few nouns have."""
_MY_VERBS = frozenset(
    "niestety oczywiście warto trzeba mam jestem chcę wiem byłem byłam miałem miałam chciałem chciałam myślę uważam "
    "mamy".split()
)


def _closes_aside(document: Document, low: int, start: int, dash: int) -> bool:
    """Whether a dash closes an aside in a sentence that no dash opened: "że plan – choć drogi – zapowiedziano"."""
    if start != low or document.language.code != "pl":
        return False
    inner = [token for token in range(low + 1, dash) if is_spaced_dash(document, token)]
    has_that = any(document.classes[token] & W.THAT for token in range(low, inner[0])) if inner else False
    return len(inner) % 2 == 1 and has_that


def _dash_next_to(reading: Reading, match: Match, low: int) -> int | None:
    """The spaced dash right before a cue, adverbs between them allowed."""
    document = reading.document
    at = match.start - 1
    while at > low and document.classes[at] & (W.ADV | W.PARTICLE | W.COORD | W.REL) and match.start - at < 4:
        at -= 1
    is_closing = at > low or (
        reading.is_polish and at == low > 0 and document.words[at + 1].islower()
    )  # "…. – mówi Jan"
    return at if is_closing and is_spaced_dash(document, at) else None


def _speech_start(reading: Reading, dash: int) -> int:
    """Where the words begin before a dash that follows a full stop: at the dash that opened them, else a sentence.

    Behind a dash that begins its paragraph, the paragraph before it has been said.
    """
    document = reading.document
    first = document.sentences[document.sentence_of[dash - 1]]
    if document.paragraph_bounds(dash)[0] < dash:
        return dash_content_start(reading, dash, first)
    return max(document.paragraph_bounds(dash - 1)[0], dash - MAX_SPEECH_TOKENS)


def dash_content_start(reading: Reading, dash: int, low: int) -> int:
    """Where the words before a dash begin: at the dash or mark that opened them, else at their sentence."""
    document = reading.document
    paragraph, _ = document.paragraph_bounds(dash)
    paragraph = max(paragraph, dash - MAX_SPEECH_TOKENS)
    for token in range(dash - 1, paragraph - 1, -1):
        if not is_spaced_dash(document, token):
            continue
        if is_reporting(reading, token + 1):
            break
        is_new = document.classes[token - 1] & W.QUOTE and document.classes[token + 1] & W.CAPITAL
        if token == paragraph or document.classes[token - 1] & W.STOP or is_new:
            return token + 1
    return low


def _dash_continuation(reading: Reading, end: int, high: int) -> Range | None:
    """What follows a second dash: to the end of the sentence, or sentence by sentence to the next cue after a dash."""
    document = reading.document
    _, paragraph_end = document.paragraph_bounds(end - 1)
    for token in range(end, min(high + 1, paragraph_end)):
        if is_spaced_dash(document, token):
            stop = high if token < high else _speech_end(reading, token + 1, paragraph_end)
            return (token + 1, stop) if stop else None
        if token < high and is_reporting(reading, token):
            return None
    return None


def _speech_end(reading: Reading, start: int, paragraph_end: int) -> int | None:
    """The end of speech that a dash opened; None when a cue of its own closes it."""
    document = reading.document
    for token in range(start, paragraph_end):
        if is_spaced_dash(document, token):
            return None if is_reporting(reading, token + 1) else token
    return paragraph_end


def colon(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """X powiedział: CONTENT, without marks, in the same sentence or in the paragraph that follows."""
    _, high = bounds
    document = reading.document
    for token in range(match.end, min(high, match.end + MAX_GAP_TOKENS)):
        if document.classes[token] & W.COLON:
            said = _paragraph_from(document, high) if token + 1 == high else (token + 1, high)
            content = ranges(document, said)
            return Finding(content, Construction.QUOTED, None, (match.end, token)) if content else None
        if document.classes[token] & (W.COMMA | W.THAT) or is_reporting(reading, token):
            return None
    return None
