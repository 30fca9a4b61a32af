"""Clauses in a sentence -> where each ends: at a cue, in the sentence around it, in the article's own voice."""

from __future__ import annotations

from credscore.document import Document
from credscore.frames import Reading
from credscore.marks import is_spaced_dash
from credscore.patterns import Match
from credscore.spans import Range
from credscore.words import WordClass as W

NEWS_THAT = frozenset({"że", "iż", "jakoby", "that"})
PURPOSE = frozenset({"aby", "żeby", "by", "ażeby"})
"""Conjunctions that lead what is said, and those that lead what shall be done."""

MAX_SPEAKER_TOKENS = 12
"""So many tokens behind a comma a speaker may take up whose verb closes the statement."""


def clause_end(reading: Reading, start: int, high: int) -> int:
    """The end of the clause that begins at ``start``: where another cue takes over, else ``high``.

    "that A, adding that B", "że A – powiedział X", "that A and said that B", "A, according to Y" all end after A.
    """
    document = reading.document
    classes = document.classes
    is_aside = False
    for token in range(start + 1, high):
        word_class = classes[token]
        if not word_class & (W.COMMA | W.DASH | W.COORD):
            continue
        if word_class & W.DASH:
            if not is_spaced_dash(document, token):
                continue
            is_aside = not is_aside
            if reading.is_polish and not is_aside:  # "że plan – choć drogi – zapowiedziano": a pair of dashes
                continue
        if document.words[token] == ";" or _takes_over(reading, token, high) or _is_closing(reading, token, high):
            return token
        if not reading.is_polish and _turns_away(document, token, high):
            return token
    return high


def outer_clause(reading: Reading, cue: Range, start: int, high: int) -> int:
    """Where a sentence goes on behind the clause that a cue stands in, else ``high``.

    "Choć twierdzi, że spał, sąd go skazał" and "Kos, który twierdzi, że spał, wyszedł" both go on after "spał".
    """
    document = reading.document
    opener = cue[0] if is_fronted(reading, cue[0]) else _opener_of_clause(reading, cue[0])
    if opener is None:
        return high
    is_relative = bool(document.classes[opener] & W.REL) and not _leads_circumstance(reading, opener)
    return next((t for t in range(start + 1, high - 1) if _resumes(document, t, high, is_relative)), high)


def _leads_circumstance(reading: Reading, relative: int) -> bool:
    """Whether an English relative word belongs to a phrase that no subject is: "In a talk in which he said …, Kos"."""
    low, _ = reading.bounds(relative)
    return not reading.is_polish and bool(reading.document.classes[low] & W.PREP)


def is_fronted(reading: Reading, at: int) -> bool:
    """Whether an English participle opens its sentence, or stands behind its first word: "By refusing to act, …"."""
    document = reading.document
    low, _ = reading.bounds(at)
    if reading.is_polish or at - low > 2 or not document.lower[at].endswith("ing"):
        return False
    return all(word_class & (W.SUBORD | W.PREP | W.ADV | W.QUOTE) for word_class in document.classes[low:at])


def subject_clause(reading: Reading, noun: int, start: int, high: int) -> int:
    """Where a Polish sentence goes on behind the clause of its subject, else ``high``: "Zarzut, że spał, go uraził"."""
    document = reading.document
    low, _ = reading.bounds(noun)
    before = document.classes[low:noun]
    if not reading.is_polish or any(c & (W.FINITE | W.AUX) and not c & W.HEAD for c in before):
        return high
    return next((t for t in range(start + 1, high - 1) if _resumes(document, t, high, is_relative=False)), high)


def _opener_of_clause(reading: Reading, at: int) -> int | None:
    """The relative word before a token, or the conjunction that opens its sentence, with no main verb before either."""
    classes, lower = reading.document.classes, reading.document.lower
    low, _ = reading.bounds(at)
    has_comma = False
    for token in range(at - 1, max(low, at - MAX_PHRASE_GAP) - 1, -1):
        word_class = classes[token]
        if word_class & W.THAT and reading.is_polish:
            return token if token == low + 1 and lower[low] in ("mimo", "pomimo") and not has_comma else None
        if word_class & W.REL and token > low and classes[token - 1] & (W.COMMA | W.PREP):
            before = range(low, token - 1)
            return None if any(classes[t] & (W.FINITE | W.AUX) and not classes[t] & W.HEAD for t in before) else token
        if token - low < MAX_LEAD_TOKENS and (word_class & W.SUBORD or lower[token] in _TIMES):
            return None if has_comma else token
        has_comma = has_comma or bool(word_class & W.COMMA)
    return None


_TIMES = frozenset("after before until till since as".split())
"""English prepositions that may as well open a clause."""

MAX_LEAD_TOKENS = 3
"""So many tokens may stand at the head of a sentence before the conjunction that opens its first clause."""

MAX_PHRASE_GAP = 24
"""So far before a cue the word is looked for that opened its clause."""


def _resumes(document: Document, comma: int, high: int, is_relative: bool) -> bool:
    """Whether the main clause goes on behind a comma: with its verb after a relative clause, else with any word."""
    classes = document.classes
    if not classes[comma] & W.COMMA:
        return False
    at = comma + 1
    while at < high - 1 and classes[at] & (W.ADV | W.PARTICLE | W.NEG | W.TIME) and not classes[at] & W.REL:
        at += 1
    if is_relative:
        return bool(classes[at] & (W.FINITE | W.AUX)) and not classes[at] & (W.REL | W.SUBORD | W.HEAD)
    first = comma + 2 if classes[comma + 1] & W.PREP else comma + 1
    joins = W.THAT | W.REL | W.SUBORD | W.COORD
    is_joined = classes[comma + 1] & joins or classes[min(first, high - 1)] & W.REL
    is_participle = document.lower[comma + 1].endswith("ąc")
    return not is_joined and not is_participle and any(c & (W.FINITE | W.AUX) for c in classes[comma + 1 : high])


def _is_closing(reading: Reading, comma: int, high: int) -> bool:
    """Whether a speaker with a bare verb follows a comma: "…, a source said.", "…, he told Reuters."."""
    document = reading.document
    if reading.is_polish or not document.classes[comma] & W.COMMA:
        return False
    for token in range(comma + 1, min(comma + MAX_SPEAKER_TOKENS, high)):
        match = reading.cue_at.get(token)
        if match is not None and match.rule.table == "verbs":
            is_said = match.rule.kind in ("say", "add", "learn") and reading.has_tag(match, "past", "pres", "base")
            return is_said and token > comma + 1 and _ends_clause(reading, match, high)
        is_perfect = document.lower[token] in ("has", "have", "had")
        if document.classes[token] & (W.THAT | W.REL | W.MARK | W.AUX) and not is_perfect:
            return False
    return False


def _ends_clause(reading: Reading, match: Match, high: int) -> bool:
    """Whether nothing follows a verb but whom it was told, a mark or a time: "a source told the Harbour Gazette."."""
    classes = reading.document.classes
    told = reading.next_taken(match.end)
    end = told[1] if told is not None and told[0] == match.end else match.end
    if end >= high or classes[end] & (W.STOP | W.COMMA | W.TIME):
        return True
    rest = classes[end:high]
    is_short = len(rest) <= MAX_SPEAKER_TOKENS and not any(c & (W.FINITE | W.AUX | W.THAT | W.SUBORD) for c in rest)
    return "to" in match.rule.frames and is_short


def _turns_away(document: Document, joint: int, high: int) -> bool:
    """Whether the article goes on in its own voice: ", although …", ", which …", "but did not …", "– an attempt to …".

    What follows was the article's own in six to eight of ten cases of each kind in annotated news.
    """
    lower, classes = document.lower, document.classes
    at = joint + 1
    if (
        at < high and classes[joint] & W.COMMA and classes[at] & W.QUOTE and document.in_quotation[joint]
    ):  # "“…,” although"
        at += 1
    if at + 1 >= high or _is_corrected(document, at) or _is_embedded(document, at, high):
        return False
    first, second = classes[at], classes[at + 1]
    if classes[joint] & W.DASH:
        is_last = not any(is_spaced_dash(document, token) for token in range(joint + 1, high))
        opens = first & (W.DET | W.PRONOUN) or lower[at] == "but" or _is_participle(document, at)
        return is_last and bool(opens)
    if classes[joint] & W.COMMA:
        return (
            bool(first & W.COORD and second & W.PRONOUN)
            or lower[at] in _CONTRASTS
            or _is_participle(document, at)
            or _sums_up(document, at, high)
            or (at > joint + 1 and bool(first & (W.DET | W.PRONOUN)))
        )
    return lower[joint] == "but" and bool(first & (W.AUX | W.FINITE | W.ADV)) and lower[at] not in _CORRECTIONS


def _is_corrected(document: Document, at: int) -> bool:
    """Whether a "but" only corrects what was said before it: "not today, but rather in May", "but also"."""
    return document.lower[at] == "but" and document.lower[at + 1] in _CORRECTIONS


_CORRECTIONS = frozenset("also instead rather not only even".split())


def _is_embedded(document: Document, relative: int, high: int) -> bool:
    """Whether the main verb follows the relative clause that begins here: "the old lake, which was dry, should be"."""
    classes = document.classes
    if not classes[relative] & W.REL:
        return False
    near = range(relative + 1, min(relative + MAX_PHRASE_GAP, high - 1))
    comma = next((token for token in near if classes[token] & W.COMMA), high - 1)
    return bool(classes[comma + 1] & (W.AUX | W.FINITE)) if comma + 1 < high else False


def _sums_up(document: Document, start: int, high: int) -> bool:
    """Whether a noun phrase with a relative clause takes up a whole statement: ", a move that pleased the unions"."""
    if document.lower[start] not in ("a", "an"):
        return False
    for token in range(start + 1, min(start + MAX_SUMMARY_TOKENS, high)):
        if document.lower[token] in ("that", "which"):
            return token > start + 1
        if document.classes[token] & (W.MARK | W.HEAD | W.CAPITAL | W.AUX | W.REL):
            return False
    return False


MAX_SUMMARY_TOKENS = 6
_CONTRASTS = frozenset("although though but which while where".split())


def _is_participle(document: Document, token: int) -> bool:
    """Whether an English "-ing" that may open a clause stands there, not in a list: "raising doubts", "leaving him"."""
    after = document.classes[token + 1] if token + 1 < len(document.classes) else W.STOP
    is_plain = not document.classes[token] & (W.PREP | W.HEAD | W.CAPITAL) and not after & (W.MARK | W.COORD)
    return is_plain and document.lower[token].endswith("ing") and document.lower[token] not in _NOUNS_IN_ING


_NOUNS_IN_ING = frozenset(
    "something nothing anything everything king spring string evening morning being willing".split()
)


def _takes_over(reading: Reading, joint: int, high: int) -> bool:
    """Whether a cue that goes with the outer statement follows a comma, dash or conjunction."""
    classes = reading.document.classes
    at = joint + 1
    while at < min(joint + 3, high) and classes[at] & (W.ADV | W.COORD | W.PARTICLE | W.AUX):
        at += 1
    match = reading.cue_at.get(at)
    if match is None:
        return False
    if match.rule.table == "cues":
        is_named = match.end < high and not classes[match.end] & W.REL  # "za BBC", not "za które"
        return is_named and match.rule.kind in ("relay", "according", "as") and not classes[joint] & W.COORD
    if match.rule.table != "verbs":
        return False
    if classes[joint] & W.DASH or (reading.is_polish and classes[joint] & W.COMMA and classes[joint + 1] & W.COORD):
        return reading.has_tag(match, "fin", "praet", "past", "pres")  # "że A, i zapowiedział": the comma ends A
    if reading.has_tag(match, "pcon", "ing"):
        is_speech = not reading.is_polish or match.rule.kind in _SPEECH or match.rule.kind == "judge"
        return is_speech and bool(classes[joint] & W.COMMA)
    if classes[joint] & W.COORD:
        is_outer = match.rule.kind in _OUTER_KINDS and not classes[at - 1] & W.AUX
        if is_outer and not reading.is_polish and reading.has_tag(match, "past"):
            return True  # "said she was ill and criticized the plan"
        after = match.end
        is_speech = match.rule.kind in _SPEECH
        opens = W.THAT | W.COMMA | W.QUOTE | W.COLON | W.SUBORD | W.PRONOUN * (not reading.is_polish)
        return is_speech and after < high and bool(classes[after] & opens)
    return False


_OUTER_KINDS = frozenset("say add reply ask demand judge want".split())
_SPEECH = frozenset("say add reply ask demand think".split())
"""The kinds of verbs by which a speaker goes on; other participles are part of what is said."""
