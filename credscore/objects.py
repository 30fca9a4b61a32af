"""Verb cues -> what they report as an infinitive or an object: wishes, demands, stances."""

from __future__ import annotations

from credscore.clauses import clause_end, outer_clause
from credscore.document import Document
from credscore.frames import MAX_GAP_TOKENS, Construction, Finding, Reading, has_quotation, ranges, wording_of
from credscore.governed import behind_circumstance, governs, instrumental_after, is_circumstance
from credscore.patterns import Match
from credscore.spans import Range
from credscore.subjects import before_relative, may_be_subject, subject_after
from credscore.words import WordClass as W


def infinitive(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """X wants to CONTENT; X chce CONTENT (infinitive)."""
    low, high = bounds
    document = reading.document
    if "inf" not in match.rule.frames or match.end >= high:
        return None
    first = match.end - (document.lower[match.end - 1] == "to")  # "vowed to" is a cue with its "to"
    if reading.is_polish:
        start = next((t for t in range(match.end, min(match.end + 7, high)) if _is_infinitive(document, t)), None)
    else:
        start = _to_after(reading, match, first, high)
    if start is None or any(document.classes[t] & (W.STOP | W.COMMA) for t in range(match.end, start)):
        return None
    end = object_end(reading, match, start, low, high)
    begin = match.end if reading.is_polish and start - match.end <= 6 else _asked_before(document, first, start)
    return Finding(ranges(document, (begin, end)), Construction.INDIRECT)


MAX_ASKED_TOKENS = 10
"""So far behind an English verb an infinitive may begin: whom somebody asks, urges or wants to do something."""


def _to_after(reading: Reading, match: Match, start: int, high: int) -> int | None:
    """The English "to" that opens the infinitive of a verb, not that of an addressee: "pledged to us to stay"."""
    document = reading.document
    no_verb = W.PRONOUN | W.DET | W.POSS | (W.CAPITAL & ~document.classes[match.start])  # "Firm Offers to Pay"
    for token in range(start, min(start + MAX_ASKED_TOKENS, high - 1)):
        if document.lower[token] == "to" and not document.classes[token + 1] & no_verb:
            return token
        if token - start >= MAX_LIGHT_TOKENS and document.classes[token] & _CLAUSE_MARKS:
            return None
    return None


MAX_LIGHT_TOKENS = 3
_CLAUSE_MARKS = W.MARK | W.AUX | W.THAT | W.REL | W.SUBORD | W.FINITE


def _asked_before(document: Document, start: int, to: int) -> int:
    """Where what is asked begins: with whoever shall do it, "urged | the city to act", but "pledged to us | to act"."""
    classes = document.classes
    while start < to and classes[start] & (W.ADV | W.TIME) and not classes[start] & (W.NEG | W.DET):
        start += 1
    is_told = start < to and classes[start] & W.PREP and document.lower[start] != "for"
    return to if is_told else start


def _is_infinitive(document: Document, token: int) -> bool:
    word = document.lower[token]
    return len(word) > 2 and word.endswith(("ć", "móc", "biec")) and not document.classes[token] & W.HEAD


def behind_of(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """English only: X accused Y of CONTENT; X informed Y about CONTENT."""
    low, high = bounds
    document = reading.document
    if "of" not in match.rule.frames:
        return None
    for token in range(match.end, min(match.end + MAX_GAP_TOKENS, high - 1)):
        if document.lower[token] in ("of", "about"):
            end = _quotation_end(document, token, object_end(reading, match, token, low, high))
            return Finding(ranges(document, (token + 1, end)), wording_of(document, token + 1, end))
        if document.classes[token] & (W.MARK & ~W.COMMA | W.AUX | W.THAT | W.REL | W.SUBORD):
            return None
    return None


def object_phrase(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """X demands CONTENT; X zaapelował o CONTENT; X called CONTENT a mistake."""
    low, high = bounds
    document = reading.document
    if not match.rule.frames & _WITH_OBJECT or match.end >= high or _has_deed_form(reading, match):
        return None
    start = match.end
    while start < high and (document.classes[start] & (W.ADV | W.PARTICLE) or _is_subject(reading, start)):
        start += 1
    start = behind_circumstance(reading, match, start, high)
    if "ins" in match.rule.frames and (start < high and not document.classes[start] & W.PREP):
        named = instrumental_after(reading, match, start, high)
        part = None if named is None else (named, object_end(reading, match, named, low, high))
        return Finding(ranges(document, part), Construction.INDIRECT) if part is not None else None
    if document.lower[start : start + 2] == ["na", "przykład"]:
        start += 2
    if start >= high or (
        document.classes[start] & _NO_OBJECT
        and not (document.classes[start] & W.QUOTE or document.lower[start] == "both")
    ):
        return None
    if _points_elsewhere(reading, start, high) or _has_pronoun_for_object(reading, match, high):
        return None
    if document.classes[start] & W.PREP:
        answers = match.rule.kind == "reply" and not reading.is_polish  # "did not respond to questions"
        if answers or "pp" not in match.rule.frames or is_circumstance(document.lower[start], match):
            return None
        start += reading.is_polish
    end = _quotation_end(document, start, object_end(reading, match, start, low, high))
    construction = wording_of(document, start, end)
    if construction is Construction.INDIRECT and _is_mere_thing(document, match, start, end):
        return None
    return Finding(ranges(document, (start, end)), construction)


_WITH_OBJECT = frozenset({"np", "pp", "ins", "as", "topic"})
"""The frames of verbs whose object says what is wanted, judged or told of."""


def _has_deed_form(reading: Reading, match: Match) -> bool:
    """Whether the form of a Polish verb makes its object a thing: "wykryto pęknięcia", "raport opisujący wypadek"."""
    if match.rule.kind == "show":
        return reading.is_impersonal((match.start, match.end))
    return match.rule.kind == "say" and reading.has_tag(match, "pact")


def _quotation_end(document: Document, start: int, end: int) -> int:
    """The end of an object, or that of the quotation of several sentences that it runs into."""
    quotation = document.quotation_before(end)
    is_open = quotation is not None and start <= quotation.open < end <= quotation.end
    return quotation.end if quotation is not None and is_open else end


def _points_elsewhere(reading: Reading, start: int, high: int) -> bool:
    """Whether what follows a verb is no object: a time, a citing phrase, or a word for another sentence."""
    document = reading.document
    word, is_last = document.lower[start], start + 1 >= high
    rival = reading.cue_at.get(start)
    if rival is not None and rival.rule.kind == "according":  # "miał powiedzieć według agencji"
        return True
    if word in ("every", "each") and not is_last and document.classes[start + 1] & W.TIME:
        return True
    if not reading.is_polish or is_last:
        return False
    if document.classes[start] & W.PREP and start + 2 < high:  # "mówiła o tym burmistrz", not "o tym planie"
        return document.lower[start + 1] in _BACK and bool(document.classes[start + 2] & _NO_NOUN_PHRASE)
    points_back = word in ("to", "tego") and not document.classes[start + 1] & W.COMMA
    return points_back and not has_quotation(document, start, high)  # "zapowiedziała to burmistrz"


_BACK = frozenset("tym to tego nim niej nich niego".split())
"""Polish pronouns that stand behind a preposition for what another sentence says."""
_NO_NOUN_PHRASE = W.NOMINATIVE | W.CAPITAL | W.ADV | W.PARTICLE | W.PREP | W.TIME
"""What follows such a pronoun where it is no determiner."""


def _has_pronoun_for_object(reading: Reading, match: Match, high: int) -> bool:
    """Whether a Polish verb has a pronoun for its object: "ustawa, którą popiera rząd", "poparł go szef partii"."""
    classes, at = reading.document.classes, match.start - 1
    while at > 0 and classes[at] & _LIGHT and match.start - at < MAX_GAP_TOKENS:
        at -= 1
    is_relative = at > 0 and reading.document.lower[at] in _RELATIVE_OBJECTS
    is_pronoun = reading.document.lower[match.end : match.end + 1] in _OBJECTS and subject_after(reading, match, high)
    return reading.is_polish and bool(is_pronoun or (is_relative and not classes[at - 1] & W.PREP))


_OBJECTS = (["go"], ["ją"], ["je"], ["ich"], ["jego"], ["jej"], ["mu"], ["im"])
"""Polish pronouns that may be an object with its subject behind it: "poparł go szef partii"."""


_RELATIVE_OBJECTS = frozenset("którą którego którym których którymi której któremu jaką jakiego jakich".split())


def fronted_object(reading: Reading, match: Match, bounds: Range) -> Finding | None:
    """Polish only: CONTENT before its verb and the subject behind it: "O pożarze poinformowała straż"."""
    low, high = bounds
    document = reading.document
    ends_with_preposition = document.classes[match.end - 1] & W.PREP  # "ubiega się o": the object follows
    if not reading.is_polish or not match.rule.frames & {"np", "pp"} or ends_with_preposition:
        return None
    subject = subject_after(reading, match, high)
    if subject is None:
        return None
    start, end = _fronted_range(document, match.start, low)
    if start >= end or document.classes[start] & (_NO_OBJECT | W.REL):
        return None
    if document.classes[start] & W.PREP:
        if "pp" not in match.rule.frames or not governs(match, document.lower[start]):
            return None
        start += 1
    elif (
        _is_mere_thing(document, match, start, end)
        or (end - start == 1 and document.lower[start].endswith(("ie", "o")))  # "stanowczo poparł": how, not what
        or may_be_subject(reading, match, (start, end), subject)
    ):
        return None
    content = ranges(document, (start, end))
    return Finding(content, wording_of(document, start, end), subject) if content else None


def _fronted_range(document: Document, at: int, low: int) -> Range:
    """The words between the beginning of a clause and its verb, light words at either edge left out."""
    classes = document.classes
    end = at
    while end > low and classes[end - 1] & _LIGHT and not classes[end - 1] & W.MARK:
        end -= 1
    start = before_relative(document, end, low)
    while start > low and not classes[start - 1] & (W.MARK & ~W.QUOTE | W.THAT | W.SUBORD | W.REL):
        start -= 1
    while start + 1 < end and classes[start] & (W.COORD | W.ADV | W.PARTICLE | W.PREP):
        if classes[start] & W.PREP and not classes[start + 1] & W.TIME:
            break
        start += 2 if classes[start] & W.PREP else 1  # "we wtorek"
    return start, end


_LIGHT = W.ADV | W.AUX | W.NEG | W.PARTICLE | W.TIME
_NO_OBJECT = W.MARK | W.COORD | W.SUBORD


def _is_mere_thing(document: Document, match: Match, start: int, end: int) -> bool:
    """Whether an object says nothing by itself: "dodał soli", "added a storey", but not "zapowiedział zamknięcie".

    Stances, demands and wishes have any object, and so have verbs that need one to say anything ("stressed the risk");
    other speech and thought only one that names a deed or follows a preposition.
    """
    if match.rule.frames <= _NAMING and document.lower[start] in ("a", "an"):  # "called an ambulance"
        return True
    if match.rule.kind in ("judge", "demand", "want", "feel"):
        return False
    if "topic" in match.rule.frames:
        return _is_mere_topic(document, match, start, end)
    if "as" in match.rule.frames and not _AS.isdisjoint(document.lower[start : start + MAX_GAP_TOKENS]):
        return False
    if any(document.classes[token] & W.PREP for token in (match.end - 1, start - 1, start)):
        return False
    words = document.lower[start : start + 3]
    return _MODAL_NOUNS.isdisjoint(words[:2]) and not any(word.endswith(_DEED_ENDINGS) for word in words)


def _is_mere_topic(document: Document, match: Match, start: int, end: int) -> bool:
    """Whether an object is not even a topic: a pronoun, "claimed two lives", "questioned the driver"."""
    first = document.classes[start]
    is_pronoun = first & W.PRONOUN and not first & (W.POSS | W.DET)
    is_counted = match.rule.kind == "say" and first & W.NUM
    is_person = match.rule.kind == "ask" and document.classes[end - 1] & (W.HEAD | W.FIRST_NAME | W.CAPITAL)
    return bool(is_pronoun or is_counted or is_person)


def _is_subject(reading: Reading, token: int) -> bool:
    """Whether a Polish pronoun stands between a verb and its object: "rozważa ona sprzedaż"."""
    return reading.is_polish and reading.document.lower[token] in ("on", "ona", "ono", "oni", "one")


_NAMING = frozenset({"as", "quote", "to"})
_AS = frozenset({"as", "jako", "za"})


_MODAL_NOUNS = frozenset(
    "możliwość konieczność gotowość potrzebę chęć zamiar wolę znaczenie wagę rolę istotę wartość zależność odrębność "
    "trudność skuteczność słuszność ważność zasadność brak braku wzrost wzrostu spadek spadku koniec końca "
    "rozwój rozwoju upadek upadku powrót powrotu rozpad rozpadu zwrot zwrotu udział przewagę różnicę "
    "słowa tezę opinię zarzut zarzuty żądanie żądania postulat postulaty apel apele stanowisko wątpliwości".split()
)
"""Nouns that say what may, should or will be, how much something matters, or what has been said before."""
_DEED_ENDINGS = ("anie", "enie", "cie", "ania", "enia", "cia", "aniu", "eniu", "ciu", "ment", "ing")


def object_end(reading: Reading, match: Match, start: int, low: int, high: int) -> int:
    """The end of an object or infinitive: before a second finite verb, or with its relative clause."""
    document = reading.document
    classes = document.classes
    end = clause_end(reading, start, outer_clause(reading, (match.start, match.end), start, high))
    is_relative = any(classes[token] & W.REL for token in range(max(low, match.start - 4), match.start))
    for token in range(start + 1, end):
        word_class = classes[token]
        if word_class & W.COMMA and (is_relative or _parts_object(reading, token, end)):
            return token
        if word_class & W.COORD and _is_clause_next(reading, token + 1, end):
            return token
    return end


def _parts_object(reading: Reading, comma: int, end: int) -> bool:
    """Whether an object ends at a comma: before a clause that a conjunction adds, or a Polish remark on it."""
    document = reading.document
    if comma + 1 >= end:
        return False
    if not reading.is_polish:
        return bool(document.classes[comma + 1] & W.COORD)
    if document.classes[comma + 1] & W.COORD:  # but ", a także lepszej płacy"
        return document.lower[comma + 2] not in _MORE if comma + 2 < end else True
    is_infinitive = _is_infinitive(document, comma - 1)  # "chce wiedzieć, co"
    return not is_infinitive and (document.lower[comma + 1] in _REMARKS or _is_clause_next(reading, comma + 1, end))


_MORE = frozenset("także również też zwłaszcza nawet szczególnie przede głównie".split())
_REMARKS = frozenset("co podczas gdyż ponieważ bo bowiem choć chociaż zamiast".split())
"""What leads a remark of the article behind an object: "spodziewa się wzrostu, co osłabi złotego"."""


def _is_clause_next(reading: Reading, start: int, end: int) -> bool:
    """Whether a conjunction joins a clause with a verb of its own rather than a second object."""
    for token in range(start, min(start + 4, end)):
        word_class = reading.document.classes[token]
        if word_class & (W.FINITE | W.AUX) and not word_class & W.HEAD:
            return True
        if not word_class & (W.CAPITAL | W.PRONOUN | W.HEAD | W.DET | W.ADV | W.TIME):
            return False
    return False
