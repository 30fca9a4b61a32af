"""Words of a document -> the media that they name: by the lists, by a noun like "agency", or by the form of a name."""

from __future__ import annotations

from credscore.document import Document
from credscore.frames import Reading
from credscore.quotations import MAX_TITLE_TOKENS, is_title
from credscore.spans import Range
from credscore.words import WordClass as W


def outlet_end(reading: Reading, start: int, limit: int) -> int | None:
    """The end of an outlet that is named from ``start`` on, with or without a word like "agencji" before its name."""
    document = reading.document
    if start >= limit:
        return None
    head = document.language.heads.get(document.lower[start]) if start not in reading.names else None
    is_head = head is not None and head.kind == "outlet" and not head.is_plural
    at = _after_adjectives(document, start + 1, limit) if is_head and reading.is_polish else start
    end = at
    while at < limit and document.classes[at] & (W.QUOTE | W.DET):
        at += 1
    name = reading.names.get(at)
    if name is not None and name[1].is_outlet:
        end = name[0]
        return end + 1 if end < limit and document.classes[end] & W.QUOTE else staff_end(document, end, limit)
    return max(end, start + 1) if is_head else _unlisted_end(document, start, limit)


def staff_end(document: Document, end: int, limit: int) -> int:
    """The end of an English outlet with its reporter or programme: "CNN's Paul Keel", "CNN's "New Day"."""
    first = end + 1
    if first >= limit or document.lower[end] not in _POSSESSIVES:
        return end
    if document.classes[first] & W.QUOTE:
        return _programme_end(document, first, limit) or end
    return _capitals_end(document, first, limit) if document.classes[first] & W.CAPITAL else end


_POSSESSIVES = frozenset({"'s", "'"})


def _programme_end(document: Document, opening: int, limit: int) -> int | None:
    """The end of the title of a programme in quotation marks, without the mark or comma that closes it."""
    last = min(opening + MAX_TITLE_TOKENS + 2, limit)
    close = next((token for token in range(opening + 1, last) if document.classes[token] & W.QUOTE), limit)
    if not is_title(document.words, opening, close):
        return None
    return close - bool(document.classes[close - 1] & (W.COMMA | W.STOP))


def _capitals_end(document: Document, start: int, limit: int) -> int:
    """The end of a run of capitalised words, which may be empty."""
    return next((token for token in range(start, limit) if not document.classes[token] & W.CAPITAL), limit)


def _unlisted_end(document: Document, start: int, limit: int) -> int | None:
    """The end of an English outlet that no list has, where one begins at ``start``."""
    if document.language.code != "en":
        return None
    end = _capitals_end(document, start + (document.lower[start] == "the"), limit)
    return end if unlisted_outlet(document, (start, end)) else None


def unlisted_outlet(document: Document, phrase: Range) -> str | None:
    """The name of an outlet that no list has, by its form: "the Harbour Gazette", "Lakeblog", "brzask.pl"."""
    start = phrase[0] + (document.lower[phrase[0]] == "the")
    while start < phrase[1] and document.classes[start] & W.QUOTE:
        start += 1
    words, classes = document.words[start : phrase[1]], document.classes[start : phrase[1]]
    if not words or not all(c & W.CAPITAL or "." in word for c, word in zip(classes, words, strict=True)):
        return None
    has_article = start > phrase[0]
    is_formed = len(words) == 1 and words[0].endswith(_OUTLET_ENDINGS) and len(words[0]) >= MIN_OUTLET_LETTERS
    is_formed = is_formed or (document.language.code == "en" and len(words) == 1 and _is_call_sign(document, start))
    is_called = document.language.code == "en" and words[-1] in _OUTLET_WORDS and (has_article or len(words) > 1)
    is_person = classes[0] & W.FIRST_NAME and not has_article
    return " ".join(words) if is_formed or (is_called and not is_person) else None


def _is_call_sign(document: Document, token: int) -> bool:
    """Whether a word can be the call sign of an American station: four letters from K or W on (47 CFR 73.3550)."""
    word = document.words[token]
    if len(word) != CALL_SIGN_LETTERS or word[0] not in "KW" or not word.isupper() or word in _NO_STATIONS:
        return False
    beside = (*document.words[max(0, token - 1) : token], *document.words[token + 1 : token + 2])
    return not any(len(near) > 1 and near.isupper() for near in beside)


CALL_SIGN_LETTERS = 4
_NO_STATIONS = frozenset("KPMG KFOR WADA WHCA WIPO WNBA WWII".split())
_OUTLET_ENDINGS = ("blog", "TV", ".com", ".org", ".net", ".pl", ".eu", ".info", "News", "Times")
MIN_OUTLET_LETTERS = 5
_OUTLET_WORDS = frozenset(
    "Post Herald Gazette Times News Tribune Chronicle Journal Examiner Echo Courier Observer Mail Star Mirror "
    "Telegraph Standard Express Record Bulletin Dispatch Register Sentinel Argus Weekly Review Globe Inquirer Enquirer "
    "Beacon Advertiser Messenger Reporter Ledger Leader Magazine Radio Television".split()
)


def _after_adjectives(document: Document, at: int, limit: int) -> int:
    """The first token behind the adjectives that follow a Polish noun: "agencji informacyjnej"."""
    while at < limit and not document.classes[at] & _NO_ADJECTIVE and document.lower[at].endswith(_ADJECTIVE_ENDINGS):
        at += 1
    return at


_NO_ADJECTIVE = W.MARK | W.CAPITAL | W.PREP | W.AUX | W.FINITE | W.HEAD | W.PRONOUN
_ADJECTIVE_ENDINGS = ("nej", "wej", "nego", "wego", "nym", "wym", "ną", "wą", "niej", "kiej", "kiego", "kim", "ką")


def is_outlet_noun(reading: Reading, token: int) -> bool:
    """Whether a noun means a medium: "gazeta", "agency"."""
    head = reading.document.language.heads.get(reading.document.lower[token])
    return head is not None and head.kind == "outlet"


def is_outlet(reading: Reading, phrase: Range) -> bool:
    """Whether a phrase names a medium, not an English noun alone ("via television"); a Polish title does."""
    if reading.is_polish and phrase[0] in reading.document.name_marks:
        return True
    if not reading.is_polish and phrase[1] - phrase[0] == 1 and phrase[0] not in reading.names:
        return unlisted_outlet(reading.document, phrase) is not None
    for token in range(*phrase):
        known, role = reading.names.get(token), reading.roles.get(token)
        if (
            is_outlet_noun(reading, token)
            or (known is not None and known[1].is_outlet)
            or (role is not None and role.rule.kind == "outlet")
        ):
            return True
    return unlisted_outlet(reading.document, phrase) is not None
