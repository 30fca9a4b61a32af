"""Words of a document -> the media that they name: by the lists, by a noun like "agency", or by the form of a name."""

from __future__ import annotations

from credscore.document import Document
from credscore.frames import Reading
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
    """The end of an English outlet with its reporter or programme: "CNN's Paul Keel"."""
    if end + 1 >= limit or document.lower[end] != "'s" or not document.classes[end + 1] & W.CAPITAL:
        return end
    return _capitals_end(document, end + 1, limit)


def _capitals_end(document: Document, start: int, limit: int) -> int:
    """The end of a run of capitalised words, which may be empty."""
    return next((token for token in range(start, limit) if not document.classes[token] & W.CAPITAL), limit)


def _unlisted_end(document: Document, start: int, limit: int) -> int | None:
    """The end of an English outlet that no list has, where one begins at ``start``."""
    if document.language.code != "en" or document.lower[start] != "the":
        return None
    end = _capitals_end(document, start + 1, limit)
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
    is_called = document.language.code == "en" and words[-1] in _OUTLET_WORDS and (has_article or len(words) > 1)
    is_person = classes[0] & W.FIRST_NAME and not has_article
    return " ".join(words) if is_formed or (is_called and not is_person) else None


_OUTLET_ENDINGS = ("blog", "TV", ".com", ".org", ".net", ".pl", ".eu", ".info", "News", "Times")
MIN_OUTLET_LETTERS = 5
_OUTLET_WORDS = frozenset(
    "Post Herald Gazette Times News Tribune Chronicle Journal Examiner Echo Courier Observer Mail Star Mirror "
    "Telegraph Standard Express Record Bulletin Dispatch Register Sentinel Argus Weekly Review".split()
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
        return False
    for token in range(*phrase):
        known, role = reading.names.get(token), reading.roles.get(token)
        if (
            is_outlet_noun(reading, token)
            or (known is not None and known[1].is_outlet)
            or (role is not None and role.rule.kind == "outlet")
        ):
            return True
    return unlisted_outlet(reading.document, phrase) is not None
