"""Verb cues -> what they report without quotation marks, after a conjunction, before or around them."""

from __future__ import annotations

from credscore.citations import around
from credscore.clauses import NEWS_THAT, PURPOSE, clause_end, outer_clause
from credscore.complements import skip_addressee
from credscore.document import Document
from credscore.frames import MAX_GAP_TOKENS, Construction, Finding, Reading, ranges, wording_of
from credscore.insertions import subject_before
from credscore.marks import is_spaced_dash
from credscore.patterns import Match
from credscore.quotations import Quotation
from credscore.quoted import dash_content_start, names_its_object
from credscore.spans import Range
from credscore.stretches import is_clause_verb
from credscore.subjects import source_after
from credscore.words import WordClass as W

_WHETHER = {
    "pl": frozenset("czy jak dlaczego kiedy ile co gdzie kto komu czyj jaki jakie jaka".split()),
    "en": frozenset("whether if how why what when where who".split()),
}


_SO = frozenset("tak tyle taki taka takie dlatego so such".split())
"""Words whose clause tells a result or a reason: "tak słabo, że", "dlatego, że"."""


def inserted_as(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """Jak podał X, CONTENT; CONTENT, jak twierdzą Y."""
    low, high = bounds
    document = reading.document
    opener = next(
        (t for t in range(match.start - 1, max(low, match.start - 3) - 1, -1) if document.lower[t] == "jak"), None
    )
    if not reading.is_polish or opener is None or not (opener == low or document.classes[opener - 1] & W.MARK):
        return None
    end = next((t for t in range(match.end, high) if document.classes[t] & (W.COMMA | W.DASH | W.COLON)), high)
    source = source_after(reading, match.end, end)
    content = around(reading, opener, end, low, high)
    return Finding(content, Construction.PREPOSITIONAL, source, (match.end, end))


def that_clause(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """X said that CONTENT; X powiedział, że CONTENT; X zaapelował, aby CONTENT; X asked whether CONTENT."""
    _, high = bounds
    document, frames = reading.document, match.rule.frames
    wanted: set[str] = set()
    if "that" in frames:
        wanted |= NEWS_THAT
    if "aby" in frames:
        wanted |= PURPOSE
    whether = (
        _WHETHER[document.language.code]
        if "wh" in frames or ("that" in frames and match.rule.kind in ("ask", "say", "think", "reply"))
        else frozenset()
    )
    for token in range(match.end, min(high, match.end + MAX_GAP_TOKENS)):
        word, word_class = document.lower[token], document.classes[token]
        if word in _SO:  # "tak słabo, że", "so weakly that": a result, not what is said
            return None
        if word_class & (W.STOP | W.COLON) or (
            token > match.end and _is_rival(reading, token) and not reading.is_taken(token)
        ):
            return None
        if document.classes[token] & W.QUOTE and not (reading.is_polish or token in document.name_marks):
            return None
        is_joint = token == match.end or document.classes[token - 1] & W.COMMA or not reading.is_polish
        if (
            (word in wanted or (token == match.end + 1 and _is_wish(document, match, word)))
            and is_joint
            and (reading.is_polish or _is_told_gap(reading, match, token))
        ):
            return _clause(reading, match, (token, token + 1), high)
        if word in whether and _asks_at(reading, match, token):
            return _clause(reading, match, (token, token), high)
    return None


def _asks_at(reading: Reading, match: Match, token: int) -> bool:
    """Whether a question begins right after a verb, a Polish comma, or whom an English verb asks or tells.

    An English ", who" goes on about the speaker, a Polish ", co" about the object.
    """
    if token == match.end or reading.is_polish:
        is_remark = reading.document.lower[token] == "co" and token > match.end + 1  # "przewiduje spadek, co cieszy"
        return token == match.end or bool(reading.document.classes[token - 1] & W.COMMA and not is_remark)
    is_told = "to" in match.rule.frames and reading.document.lower[token] != "who"
    return is_told and _is_told_gap(reading, match, token)


def _is_wish(document: Document, match: Match, word: str) -> bool:
    """Whether a Polish verb of speech is followed by what shall be done: "sugerując, by"; not by why it is said."""
    is_quoting = match.start > 0 and document.classes[match.start - 1] & (W.DASH | W.QUOTE)
    is_wish = document.language.code == "pl" and word in PURPOSE and not is_quoting
    return is_wish and match.rule.kind in ("say", "add", "reply")


def _is_told_gap(reading: Reading, match: Match, that: int) -> bool:
    """Whether only an addressee, a time or a place stands between an English verb and "that"."""
    document = reading.document
    if that == match.end:
        return True
    gap = document.classes[match.end : that]
    if document.lower[match.end] == "with":  # "writes with a pen that …"
        return False
    leads = gap[0] & (W.PREP | W.TIME | W.ADV) or "to" in match.rule.frames or match.rule.direction == "from"
    leads = leads or (gap[0] & gap[-1] & (W.COMMA | W.DASH))  # "said, among other things, that"
    is_marked = bool(gap[-1] & W.MARK) and that - 1 not in document.name_marks
    is_open = is_marked != any(c & (W.COMMA | W.DASH) for c in gap)
    free = (token for token in range(match.end, that) if not reading.is_taken(token))
    has_verb = any(document.classes[token] & W.AUX or is_clause_verb(document, token) for token in free)
    return bool(leads) and not has_verb and not is_open


def _is_rival(reading: Reading, token: int) -> bool:
    match = reading.cue_at.get(token)
    return match is not None and match.rule.table == "verbs" and "that" in match.rule.frames


def _clause(reading: Reading, match: Match, joint: Range, high: int) -> Finding:
    """The clause after a conjunction; a quotation that it runs into is followed to its end."""
    document = reading.document
    end = clause_end(reading, joint[1], outer_clause(reading, (match.start, match.end), joint[1], high))
    for quotation in document.quotations_from(joint[1]):
        if quotation.open >= end:
            break
        if joint[1] <= quotation.open <= joint[1] + 1:
            end = max(end, quotation.end) if _goes_on(reading, quotation, end) else quotation.end
        elif joint[1] <= quotation.open < end <= quotation.end:
            end = quotation.end
    return Finding(ranges(document, (joint[1], end)), wording_of(document, joint[1], end), None, (match.end, joint[0]))


def _goes_on(reading: Reading, quotation: Quotation, end: int) -> bool:
    """Whether a statement that opens with a quotation goes on behind it."""
    classes, after = reading.document.classes, quotation.close + 1
    if after >= end:
        return False
    if reading.is_polish and after + 1 < end and classes[after] & (W.COMMA | W.COORD):
        return bool(classes[after + 1] & (W.COORD | W.QUOTE | W.THAT))
    return not classes[after] & (W.MARK | W.COORD)


def open_question(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """(When) asked whether CONTENT, X said …: nobody says who asked, and the cue stands for the source."""
    low, high = bounds
    document = reading.document
    is_fronted = match.start == low or document.lower[match.start - 1] in ("when", "if")
    if reading.is_polish or match.rule.kind != "ask" or not is_fronted or not reading.has_tag(match, "ppart"):
        return None
    for token in range(match.end, min(match.end + MAX_GAP_TOKENS, high)):
        if document.lower[token] in _ASKED:
            end = next((t for t in range(token, high) if document.classes[t] & W.COMMA), high)
            return Finding(ranges(document, (token, end)), Construction.INDIRECT, (match.start, match.end))
        if document.classes[token] & (W.COMMA | W.COLON | W.QUOTE):
            return None
    return None


_ASKED = _WHETHER["en"] | {"about", "to", "for"}


def statement_before(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """CONTENT, X said on Tuesday; CONTENT, powiedział X."""
    low, high = bounds
    document = reading.document
    if (
        not match.rule.frames & {"quote", "that"}
        or names_its_object(match)
        or not reading.has_tag(match, "fin", "praet", "past", "pres", "base")
        or (reading.is_polish and match.rule.direction == "subject" and match.rule.kind not in _INSERTED_KINDS)
    ):
        return None
    inverted = _inverted_source(reading, match, high)
    source = inverted or (None if reading.is_polish else subject_before(document, match.start, low))
    joint = (source[0] if source and not inverted else match.start) - 1
    rest = _after_insertion(reading, match, inverted, high)
    if joint <= low or document.words[joint] != "," or (not inverted and _has_clause_after(reading, match, high)):
        return None
    if rest is None and (
        joint <= low + 2 or not (_holds_verb(reading, low, joint) or _is_tag(reading, match, low, high))
    ):
        return None
    source = source or source_after(reading, match.end, high)
    if source is None:
        return None
    start = dash_content_start(reading, joint, low) if reading.is_polish else _after_dateline(document, low, joint)
    if _is_fronted(document, start, joint) or (not (rest or inverted) and _takes_object(reading, match, high)):
        return None
    return Finding(ranges(document, (start, joint), rest), wording_of(document, low, joint), source, (match.end, high))


def _is_tag(reading: Reading, match: Match, low: int, high: int) -> bool:
    """Whether an English "X says" closes its sentence, which no circumstance opens: "Oil breeds war, Howe says."."""
    classes = reading.document.classes
    is_last = match.end >= high or bool(classes[match.end] & (W.STOP | W.TIME))
    opens_aside = classes[low] & (W.PREP | W.SUBORD | W.TIME | W.ADV) or reading.document.lower[low] in _FRONTED
    return not reading.is_polish and match.rule.kind in ("say", "add") and is_last and not opens_aside


def _is_fronted(document: Document, start: int, end: int) -> bool:
    """Whether a stretch is a mere circumstance of the saying: "Asked whether it was true, she laughed"."""
    has_comma = any(document.classes[token] & W.COMMA for token in range(start, end))
    return document.lower[start] == "asked" or (document.lower[start] in _FRONTED and not has_comma)


_FRONTED = frozenset("when while although though as".split())
"""What opens a circumstance rather than a statement, if no other clause follows."""


def _takes_object(reading: Reading, match: Match, high: int) -> bool:
    """Whether an English verb has an object of its own: "In June, he scolded the crew" tells nothing of June."""
    if reading.is_polish or match.end >= high:
        return False
    word, word_class = reading.document.lower[match.end], reading.document.classes[match.end]
    if word == "to":
        return "inf" in match.rule.frames or match.rule.kind == "judge"
    if word_class & W.PREP:
        return "pp" in match.rule.frames and not word_class & W.TIME and word not in _PLACES
    return "to" not in match.rule.frames and not word_class & (W.MARK | W.TIME | W.ADV | W.COORD | W.SUBORD)


_PLACES = frozenset("in on at during after before via from".split())


def _inverted_source(reading: Reading, match: Match, high: int) -> Range | None:
    """The source that follows an English verb behind the comma which ends the statement: "It rained, said Ada."."""
    is_told = reading.is_polish or "to" in match.rule.frames
    if is_told or not reading.document.classes[match.start - 1] & W.COMMA:
        return None
    low = reading.bounds(match.start)[0]
    if _has_clause_after(reading, match, high) and subject_before(reading.document, match.start, low) is not None:
        return None
    end = next((t for t in range(match.end, high) if reading.document.classes[t] & W.COMMA), high)
    return None if _has_clause_after(reading, match, end) else source_after(reading, match.end, high)


def _holds_verb(reading: Reading, start: int, end: int) -> bool:
    """Whether a verb stands in a stretch."""
    classes = reading.document.classes
    return any(classes[token] & (W.FINITE | W.AUX) or reading.is_verb(token) for token in range(start, end))


def _after_insertion(reading: Reading, match: Match, inverted: Range | None, high: int) -> Range | None:
    """What a statement goes on with behind an inserted English verb: "The reason, she said, is the price."."""
    classes = reading.document.classes
    start = (inverted[1] if inverted else skip_addressee(reading, match, high)) + 1
    is_inserted = start < high and bool(classes[start - 1] & W.COMMA) and match.rule.kind in _INSERTED_KINDS
    if reading.is_polish or not is_inserted or reading.is_verb(start):
        return None
    if start > match.end + 1 and not classes[start] & (W.AUX | W.PRONOUN) and reading.document.lower[start] != "one":
        return None  # "said Ada Howe, a baker who swims"
    end = clause_end(reading, start, high) if start + 1 < high else high
    goes_on = reading.document.lower[start] in _SUPPLEMENTS or _holds_verb(reading, start, min(start + 7, end))
    return (start, end) if goes_on and not classes[start] & (W.REL | W.COORD) else None


_INSERTED_KINDS = frozenset({"say", "add", "reply", "think"})
_SUPPLEMENTS = frozenset("because unless if since including especially particularly notably even".split())
"""What leads a supplement to a statement that an inserted verb has parted from it."""


def _after_dateline(document: Document, low: int, high: int) -> int:
    """Where a sentence begins behind the place, day and agency of a wire story: "OSLO, June 3 (Reuters) - …"."""
    if not document.classes[low] & W.UPPER:
        return low
    return next((t + 1 for t in range(low + 1, min(low + 12, high - 2)) if is_spaced_dash(document, t)), low)


def _has_clause_after(reading: Reading, match: Match, high: int) -> bool:
    """Whether a statement rather than a time, a place or an apposition follows the cue."""
    document = reading.document
    first = skip_addressee(reading, match, high)
    if first >= high or document.classes[first] & (W.MARK | W.TIME | W.PREP | W.COORD):
        return False
    end = min(first + 12, high)
    if not reading.is_polish:  # "said Ada Brandt, who was there"
        end = next((t for t in range(first, end) if document.classes[t] & W.REL), end)
    return any(document.classes[token] & (W.AUX | W.FINITE) for token in range(first, end))
