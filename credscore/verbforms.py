"""Verb cues -> whether their form reports somebody's speech, or is a noun, an adjective or the speaker's own voice."""

from __future__ import annotations

from credscore.document import Document
from credscore.frames import Reading
from credscore.insertions import subject_before
from credscore.patterns import Match
from credscore.spans import Range
from credscore.stretches import raising_start
from credscore.words import WordClass as W

MAX_HEADLINE_TOKENS = 30


def is_speaking(reading: Reading, match: Match) -> bool:
    """Whether a verb form reports somebody else's speech: finite or a participle, not a noun or adjective."""
    document = reading.document
    if reading.is_polish:
        return _is_speaking_polish(reading, match)
    before = document.classes[match.start - 1] if match.start else 0
    word_class = document.classes[match.start]
    is_first = match.start == 0 or document.begins_sentence(match.start)
    if word_class & W.CAPITAL and not is_first and not before & W.QUOTE and not _is_headline(document, match.start):
        return False
    tags = set(document.tags(match.start, match.end))
    if before & (W.DET | W.POSS) and not before & W.PRONOUN and not _is_many(document, match.start - 1):
        return False
    if document.lower[match.start - 1 : match.start] == ["to"]:
        return raising_start(document, match.start - 1) is not None
    if match.end < len(document.words) and raising_start(document, match.end) == match.start:  # "went on to say"
        return False
    if before & W.PREP and "ing" not in tags:
        return False
    if "past" in tags or "ing" in tags or "ppart" in tags or not tags & {"base", "pres:3"}:
        return not (_is_passive(document, match) and not _has_agent(reading, match)) or "past" not in tags
    if "base" in tags and _is_modal(document, match.start - 1):
        return False
    return not _is_noun_by_place(reading, match, "base" in document.tags(match.start, match.start + 1))


def _is_headline(document: Document, token: int) -> bool:
    """Whether a short sentence is written as an English headline, nearly every word with a capital."""
    low, high = document.sentence_bounds(token)
    if high - low > MAX_HEADLINE_TOKENS:
        return False
    small = sum(word[0].islower() and len(word) > 3 for word in document.words[low:high])
    return small * 8 < high - low


def _is_many(document: Document, token: int) -> bool:
    """Whether a determiner stands for people: "some think", "many say", but not the "all" of "all told"."""
    return document.lower[token] in PEOPLE and document.lower[token : token + 2] != ["all", "told"]


PEOPLE = frozenset(
    "some many few several others both all those everyone everybody someone somebody anyone anybody another "
    "most".split()
)
"""English determiners and their kin that stand for people by themselves."""


def _is_noun_by_place(reading: Reading, match: Match, is_base: bool) -> bool:
    """Whether an English verb in the present is a noun: "shows promise", "the phone call lasted", "the credits of"."""
    document = reading.document
    if document.lower[match.end : match.end + 1] == ["of"]:
        return True
    if not is_base or match.start == 0:
        return match.start > 0 and bool(document.classes[match.start - 1] & W.NUM)
    if reading.is_verb(match.start - 1) and not document.classes[match.start - 1] & W.HEAD:
        return True
    low, _ = document.sentence_bounds(match.start)
    subject = subject_before(document, match.start, low)
    return subject is not None and subject[1] == match.start and not _may_be_plural(document, subject)


def _may_be_plural(document: Document, phrase: Range) -> bool:
    """Whether an English phrase may be the subject of a base form: "officials say", not "the White House press"."""
    joins = W.COORD | W.NUM | W.PRONOUN | W.FIRST_PERSON | W.MARK | W.REL
    return any(
        document.classes[token] & joins
        or document.lower[token].endswith(("s", "men"))
        or document.lower[token] in _PLURALS
        for token in range(*phrase)
    )


_PLURALS = PEOPLE | frozenset(
    "people children police media crew staff couple family pair team who that most majority public percent data".split()
)


_PASSIVE = frozenset("is are was were be been being".split())


def _is_modal(document: Document, at: int) -> bool:
    """Whether a modal verb stands here, or before the adverbs that do: "could perhaps still"."""
    low = max(-1, at - MAX_ADVERBS)
    while at > low and document.classes[at] & W.ADV and not document.classes[at] & W.AUX:
        at -= 1
    return at >= 0 and document.lower[at] in _MODALS


MAX_ADVERBS = 3


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
    tags = document.tags(match.start, match.end)
    speaking = [tag for tag in tags if tag.startswith(_SPEAKING_TAGS)]
    if match.rule.direction == "from":  # "czytamy w liście", "dowiedzieliśmy się od": the reader is no source
        return bool(speaking) or "inf" in tags
    if speaking:
        is_own = all(tag.endswith(_OWN_VOICE) for tag in speaking)
        return not (is_own or _is_denied(document, match) or _is_supposed(reading, match))
    if any(tag == "inf" for tag in tags):
        return any(
            word.startswith("mia") or word == "mieli" for word in document.lower[max(0, match.start - 3) : match.start]
        )
    if any(tag.startswith("pact") for tag in tags):
        return match.rule.kind in ("demand", "think", "feel", "say")
    return not any(tag.startswith(("ppas", "ger", "impt")) for tag in tags)


def _is_denied(document: Document, match: Match) -> bool:
    """Whether a Polish verb of speech or thought is negated: what nobody has said is no statement.

    Refusals, fears and stances that are negated are statements ("nie chce", "nie popiera"), but for stances that
    nobody will take ("nie będzie się sprzeciwiać"); so are the rows with "nie".
    """
    if match.rule.kind not in _DENIABLE or match.rule.pattern.startswith("nie "):
        return False
    at = match.start - 1
    while at > 0 and match.start - at < MAX_LIGHT_TOKENS and document.classes[at] & (W.AUX | W.ADV | W.PARTICLE):
        if document.lower[at] == "nie":
            break
        at -= 1
    if at < 0 or document.lower[at] != "nie":
        return False
    return match.rule.kind != "judge" or document.lower[at + 1] in ("będzie", "będą")


def _is_supposed(reading: Reading, match: Match) -> bool:
    """Whether a wish or stance is only supposed: "jeśli rząd się zgodzi", "czy chcą zostać", "żeby poparli plan"."""
    if match.rule.kind not in ("want", "judge"):
        return False
    document = reading.document
    low, _ = reading.bounds(match.start)
    for token in range(match.start - 1, max(low, match.start - MAX_CLAUSE_LEAD) - 1, -1):
        if document.classes[token] & W.COMMA:
            return False
        if document.lower[token] in _SUPPOSING:
            return True
    return False


_SUPPOSING = frozenset("jeśli jeżeli gdyby czy aby by żeby ażeby".split())
MAX_CLAUSE_LEAD = 10
"""So far before a verb the conjunction is looked for that opens its clause."""


_DENIABLE = frozenset("say add think judge show learn demand".split())
MAX_LIGHT_TOKENS = 4
"""So many auxiliaries and adverbs may stand between a negation and its verb."""


def is_reporting(reading: Reading, token: int) -> bool:
    """Whether a verb that reports somebody's words begins here; "myślę" opens them instead."""
    match = reading.cue_at.get(token)
    return match is not None and match.rule.table == "verbs" and is_speaking(reading, match)
