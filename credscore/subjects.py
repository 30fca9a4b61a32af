"""Verb cues -> the phrase that names their source."""

from __future__ import annotations

from credscore.citations import cited_end
from credscore.document import Document
from credscore.frames import Construction, Finding, Reading, holds_words, trim
from credscore.insertions import subject_before
from credscore.patterns import Match
from credscore.phrases import phrase_after, phrase_before, skip_light_back
from credscore.spans import Range
from credscore.stretches import MAX_PHRASE_TOKENS, trim_lead
from credscore.verbforms import PEOPLE
from credscore.words import WordClass as W


def source_of(reading: Reading, match: Match, found: Finding, low: int) -> Range | None:
    """The phrase that names the source of a verb: its subject before or after it, or the object of "from"."""
    document = reading.document
    if match.rule.direction == "from":
        named = _object_source(reading, match, found, low)
        if named is not None and document.classes[named[0]] & W.REL:  # "wyniki badań, z których wynika"
            named = phrase_before(document, named[0] + 1, low) or named
        return named if named is not None and holds_words(document, named) else None
    if reading.is_impersonal((match.start, match.end)):
        return _document_before(document, match.start, low)
    outer, low = low, reading.free_from(match.start, low)
    is_apart = match.start > low and bool(document.classes[match.start - 1] & W.COMMA)
    if reading.has_tag(match, "pcon") or (is_apart and reading.has_tag(match, "ing")):
        return None  # whoever is the subject of its clause: "odparł zarzuty, twierdząc, że"
    before = _behind_cue(reading, subject_before(document, match.start, low))
    if reading.has_tag(match, "pact"):
        described = _described(document, match.start, low)
        before = max(filter(None, (before, described)), default=None)
    if before is not None and not holds_words(document, before):
        before = None
    if before is not None and (is_source_like(document, before) or _is_relative(document, match.start, low)):
        return before
    before = _before_taken(reading, low, outer)
    if before is not None:
        return before
    after = source_after(reading, *found.gap) if found.gap is not None else None
    is_told = after is not None and "to" in match.rule.frames and not _is_nominative(reading, after)
    return None if is_told else after


def _described(document: Document, participle: int, low: int) -> Range | None:
    """The noun phrase that a Polish participle behind it describes: "od urzędników uważających, że"."""
    end = participle - (participle > low and bool(document.classes[participle - 1] & W.COMMA))
    start = end
    while start > low and not document.classes[start - 1] & (W.PREP | W.MARK | W.FINITE | W.AUX | W.COORD | W.THAT):
        start -= 1
    return (start, end) if start < end else None


def _behind_cue(reading: Reading, phrase: Range | None) -> Range | None:
    """A phrase without the English verb of speech in it whose clause it opens: "he" in "neighbours say he knew"."""
    if phrase is None:
        return phrase
    opening = reading.cue_at.get(phrase[0])
    if opening is not None and opening.rule.kind == "hearsay" and opening.end < phrase[1]:  # "podobno minister"
        phrase = (opening.end, phrase[1])
    if reading.is_polish:
        return _behind_question(reading.document, phrase)
    if reading.document.lower[phrase[1] - 1] == "as" and phrase[1] - phrase[0] > 1:  # "quoted X as saying"
        phrase = (phrase[0], phrase[1] - 1)
    for token in range(phrase[1] - 2, phrase[0], -1):
        match = reading.cue_at.get(token)
        if match is not None and match.rule.kind in ("say", "think") and "that" in match.rule.frames:
            opens = reading.document.classes[match.end] & (W.PRONOUN | W.DET | W.POSS | W.CAPITAL)
            is_clause = opens and not reading.document.classes[token - 1] & W.REL
            return (match.end, phrase[1]) if is_clause and match.end < phrase[1] else phrase
    return phrase


def _behind_question(document: Document, phrase: Range) -> Range | None:
    """A Polish phrase without the participle that tells what its subject was asked: "Zapytany o cło minister"."""
    start, end = phrase
    if document.classes[start] & (W.HEAD | W.FIRST_NAME) or not document.lower[start].startswith(ASKED):
        return phrase
    if start + 1 < end and not document.classes[start + 1] & (W.PREP | W.SUBORD | W.COMMA):
        return phrase
    is_apart = end < len(document.words) and document.classes[end] & W.COMMA
    start = trim_lead(document, start + 1, end)
    return (start, end) if start < end and not is_apart else None


ASKED = ("pytan", "zapytan", "dopytywan", "dopytan", "poproszon", "proszon", "indagowan", "wezwan")
"""How the participles begin that tell what somebody was asked."""


def _is_nominative(reading: Reading, phrase: Range) -> bool:
    """Whether a Polish phrase can be a subject rather than whom a verb speaks to: "powiedział Jan", not "Janowi"."""
    document = reading.document
    first = document.language.first_names.get(document.words[phrase[0]])
    if first is not None:
        return reading.is_polish and first[0] == document.words[phrase[0]]
    return reading.is_polish and bool(document.classes[phrase[0]] & W.NOMINATIVE)


def _before_taken(reading: Reading, end: int, low: int) -> Range | None:
    """The source before a citing phrase that ends at a token: "The paper, citing documents, said"."""
    document = reading.document
    taken = reading.last_taken(end)
    if taken is None or taken[1] != end or taken[0] <= low:
        return None
    before = subject_before(document, taken[0], low)
    if before is None and document.classes[taken[0] - 1] & W.COMMA:
        before = subject_before(document, taken[0] - 1, low)
    return before if before is not None and is_source_like(document, before) else None


def source_after(reading: Reading, start: int, end: int) -> Range | None:
    """The source that follows a verb, looked for behind the medium that it spoke to."""
    taken = reading.next_taken(start)
    if taken is not None and taken[0] == start and taken[1] <= end:
        start = taken[1]
        taken = reading.next_taken(start)
    end = min(end, taken[0]) if taken is not None and taken[0] > start else end
    while start < end and reading.document.classes[start] & (W.COMMA | W.QUOTE):
        start += 1
    after = phrase_after(reading.document, start, end)
    return after if after is not None and is_source_like(reading.document, after) else None


def subject_after(reading: Reading, match: Match, high: int) -> Range | None:
    """The Polish subject behind a verb, where its form and that of the verb show it: "poinformowała straż"."""
    phrase = source_after(reading, match.end, high)
    if phrase is None or phrase[0] > match.end + MAX_BETWEEN:
        return None
    head = _head_token(reading, phrase)
    return phrase if head is not None and _agrees(reading, match, head) else None


_FEW = frozenset("2 3 4 dwa dwaj dwie dwoje trzy trzej troje cztery czterej czworo oba obaj obie".split())
"""Numbers that a plural verb follows; with higher ones it is in the singular."""


MAX_BETWEEN = 3
"""So many light words may stand between a verb and the subject behind it."""


def may_be_subject(reading: Reading, match: Match, phrase: Range, rival: Range) -> bool:
    """Whether the phrase before a Polish verb is its subject rather than a ``rival`` that follows it."""
    document = reading.document
    head = _head_token(reading, phrase)
    if head is not None and _agrees(reading, match, head):
        return True
    other = _head_token(reading, rival)
    is_object = any(word.endswith("ę") and word != "się" for word in document.lower[slice(*phrase)])
    if is_object or (other is not None and _is_nominative_only(reading, match, other)):
        return False
    first = phrase[0] + (document.begins_sentence(phrase[0]) and phrase[1] - phrase[0] > 1)
    return any(c & W.CAPITAL for c in document.classes[first : phrase[1]])


def _head_token(reading: Reading, phrase: Range) -> int | None:
    """The first token of a Polish phrase that names a role, a person or a known name, before any preposition."""
    document = reading.document
    for token in range(*phrase):
        word_class = document.classes[token]
        begins = token == phrase[0] or document.lower[token - 1].endswith(_ADJECTIVE_ENDINGS)
        may_begin = word_class & W.NUM or token in reading.names  # "Nord Stream 2" counts nothing
        if word_class & (W.HEAD | W.FIRST_NAME | W.PRONOUN) or (begins and may_begin):
            return token
        if word_class & (W.PREP | W.COMMA):
            return None
    return None


_ADJECTIVE_ENDINGS = ("ki", "ka", "kie")


def _agrees(reading: Reading, match: Match, token: int) -> bool:
    """Whether a word can be the subject of a Polish verb by case, number and gender, as far as these are known."""
    document = reading.document
    first = document.language.first_names.get(document.words[token])
    if first is not None:
        return first[0] == document.words[token]
    number, _ = reading.subject_of((match.start, match.end))
    name = reading.names.get(token)
    if not document.classes[token] & W.HEAD:
        is_plain = name is not None and name[1].name.startswith(document.words[token])
        is_counted = document.classes[token] & W.NUM and (number != "pl" or document.lower[token] in _FEW)
        return is_plain or bool(is_counted or document.classes[token] & W.NOMINATIVE)
    return any(case == "nom" for case, _ in _cases(reading, match, token))


def _is_nominative_only(reading: Reading, match: Match, token: int) -> bool:
    """Whether the form of a noun differs from its accusative, as "posłowie" and "Polska" do; not "straż" or "rząd"."""
    name = reading.names.get(token)
    if name is not None and name[1].name == reading.document.words[token] and name[1].name.endswith("a"):
        return True
    cases = _cases(reading, match, token)
    return any(case == "nom" and ("acc", gender) not in cases for case, gender in cases)


def _cases(reading: Reading, match: Match, token: int) -> set[tuple[str, str]]:
    """The case and gender of the readings of a noun that go with the number and gender of a verb."""
    number, gender = reading.subject_of((match.start, match.end))
    tags = [tag.split(":") for tag in reading.document.tags(token, token + 1)]
    return {
        (tag[1], tag[2])
        for tag in tags
        if len(tag) > 2 and number in (tag[0], None) and (number == "pl" or gender in (tag[2][:1], None))
    }


def _object_source(reading: Reading, match: Match, found: Finding, low: int) -> Range | None:
    """The source after "z", "from" or "w": "z raportu wynika", "czytamy w liście", "learned from a neighbour"."""
    document = reading.document
    if document.lower[match.end - 1] in _FROM:
        end = found.gap[1] if found.gap is not None else reading.bounds(match.start)[1]
        return match.end, max(match.end + 1, cited_end(reading, match.end, end))
    end = before_relative(document, match.start, low)
    for token in range(end - 1, low - 1, -1):
        if document.classes[token] & (W.COMMA | W.STOP | W.DASH | W.QUOTE):
            break
        if document.lower[token] in _FROM:
            return trim(document, token + 1, end)
    for token in range(*found.gap or (0, 0)):
        if document.lower[token] in _FROM:
            return token + 1, max(token + 2, cited_end(reading, token + 1, found.gap[1] if found.gap else token))
    return None


def before_relative(document: Document, at: int, low: int) -> int:
    """The end of what a relative clause before a token is about: "z raportu, który powstał w maju, wynika"."""
    if at - 1 <= low or not document.classes[at - 1] & W.COMMA:
        return at
    for token in range(at - 2, max(low, at - MAX_PHRASE_TOKENS), -1):
        if document.classes[token] & W.COMMA:
            near = document.classes[token + 1 : token + 3]
            return token if any(word_class & W.REL for word_class in near) else at
    return at


_FROM = frozenset("z ze w we od from in".split())


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
    return any(word_class & W.REL for word_class in near) or (bool(near) and bool(near[-1] & W.COMMA))


def is_no_subject(reading: Reading, phrase: Range) -> bool:
    """Whether the first word of a Polish phrase shows that it is no nominative: "obietnicę", "tą sprawą".

    Of all nouns only some neuters end so in the nominative, and "książę".
    """
    word = reading.document.lower[phrase[0]]
    return reading.is_polish and word.endswith(("ę", "ą")) and word not in _NOMINATIVES


_NOMINATIVES = frozenset("książę zwierzę niemowlę dziewczę dziecię plemię imię ramię kurczę pisklę szczenię".split())


def is_source_like(document: Document, phrase: Range) -> bool:
    """Whether a phrase can name somebody: a role, a name, a pronoun, or a determiner with a noun."""
    wanted = W.HEAD | W.CAPITAL | W.PRONOUN | W.FIRST_PERSON | W.FIRST_NAME | W.NUM
    classes = [document.classes[token] for token in range(*phrase)]
    if document.lower[slice(*phrase)] == ["no", "one"]:
        return True
    if len(classes) == 1 and document.lower[phrase[0]] in ("wiele", "to", "tyle", "much", "this", "that", "one"):
        return False
    if any(c & wanted and (not c & W.DET or c & (W.PRONOUN | W.HEAD)) for c in classes):
        return True
    if classes[0] & W.DET:
        return document.lower[phrase[0]] in PEOPLE if len(classes) == 1 else not classes[-1] & (W.DET | W.PREP)
    return _is_common_noun(document, phrase)


def _is_common_noun(document: Document, phrase: Range) -> bool:
    """Whether a phrase of plain words is a noun with what belongs to it ("lalka z soli"), not an adverb."""
    grammar = W.ADV | W.TIME | W.PREP | W.FINITE | W.AUX | W.COORD | W.MARK
    first, last = phrase[0], phrase[1] - 1
    words, classes = document.lower, document.classes
    if phrase[1] - phrase[0] > 4 or classes[first] & grammar or classes[last] & grammar:
        return False
    if document.language.code == "en":
        return not classes[last] and len(words[last]) > 3 and words[last].endswith("s")
    return not words[first].endswith(("o", "ie", "cie", "ąc", "ć")) and len(words[first]) > 3


def is_first_person(document: Document, source: Range) -> bool:
    """Whether the author, a quoted speaker or the reader speaks: no source that the article reports on."""
    return source[1] - source[0] == 1 and (
        bool(document.classes[source[0]] & W.FIRST_PERSON) or document.lower[source[0]] in ("you", "ty", "wy")
    )


def may_drop_subject(reading: Reading, match: Match, found: Finding, low: int) -> bool:
    """Whether a verb may stand without its own subject: in Polish, or as a participle or second verb in English.

    A Polish verb whose content is a mere object must begin its clause, else it is more likely a noun ("broni").
    """
    document = reading.document
    if reading.is_polish:
        is_impersonal = reading.is_impersonal((match.start, match.end))  # "do pożaru wezwano straż" says nothing
        at = match.start if is_impersonal else _before_circumstance(document, match.start, low)
        begins = at == low or document.classes[at - 1] & (
            W.MARK | W.COORD | W.ADV | W.NEG | W.REL | W.PARTICLE | W.THAT * (match.rule.kind == "want")
        )
        return (
            bool(begins)
            or match.rule.kind not in ("judge", "want", "demand")
            or found.construction is Construction.QUOTED
        )
    return reading.has_tag(match, "ing") or is_joined(document, match.start, low)


def is_joined(document: Document, at: int, low: int) -> bool:
    """Whether a conjunction joins an English verb to one before it, light words between: "and has vowed to"."""
    end = skip_light_back(document, at, low)
    return end > low and document.lower[end - 1] in _JOINTS


_JOINTS = frozenset({"and", "but"})


def _before_circumstance(document: Document, at: int, low: int) -> int:
    """The first token of a short prepositional phrase that ends before a token: "który od dawna popiera"."""
    for token in range(at - 1, max(low, at - MAX_BETWEEN - 1) - 1, -1):
        if document.classes[token] & W.PREP and token < at - 1:
            return token
        if document.classes[token] & (W.MARK | W.HEAD | W.CAPITAL | W.THAT | W.REL):
            return at
    return at


def sentence_subject(document: Document, low: int, high: int) -> Range | None:
    """The noun phrase before the first finite verb of a stretch: the subject that later verbs share."""
    for token in range(low, high):
        word_class = document.classes[token]
        if word_class & (W.FINITE | W.AUX) and not word_class & (W.HEAD | W.CAPITAL):
            return subject_before(document, token, low)
    return None
