"""Text -> Document: paragraphs, sentences and tokens as arrays, with offsets into the text as given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from credscore.arrays import BoolArray, IntArray
from credscore.language import Language
from credscore.quotations import MAX_NAME_TOKENS, Quotation, find_quotations
from credscore.spans import Span
from credscore.words import TOKEN, fold
from credscore.words import WordClass as W

_BREAK = re.compile(r"\n[ \t\r]*\n\s*|\n(?![ \t]*[a-ząćęłńóśźż])\s*|[\u2028\u2029]")
_CLOSERS = frozenset("\"”’»)]'") | {"''", "’’"}
_ENDING = re.compile(r"[.!?…]")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A text in one language, taken apart.

    ``starts`` and ``ends`` are the tokens' code points, ``classes`` their word classes (see ``words.WordClass``), all
    of shape (n_tokens,). ``words`` are the tokens as written, ``lower`` folded to lower case. ``sentences`` and
    ``paragraphs`` hold the first token of each, and at last n_tokens, so that sentence k is tokens
    [sentences[k], sentences[k + 1]). ``sentence_of`` and ``paragraph_of`` give the number of either for each token.
    ``opening_marks`` are the first tokens of ``quotations``; ``name_marks`` the marks of short ones.
    """

    text: str
    language: Language
    words: list[str]
    lower: list[str]
    starts: IntArray
    ends: IntArray
    classes: list[int]
    sentences: list[int]
    paragraphs: list[int]
    sentence_of: list[int]
    paragraph_of: list[int]
    quotations: tuple[Quotation, ...]
    in_quotation: BoolArray
    opening_marks: list[int]
    name_marks: frozenset[int]

    def span(self, start: int, end: int) -> Span:
        """The code points of tokens [start, end), which must not be empty."""
        return int(self.starts[start]), int(self.ends[end - 1])

    def tags(self, start: int, end: int) -> list[str]:
        """The grammatical tags of all readings of tokens [start, end), in order."""
        known = self.language.tags
        return [tag for word in self.lower[start:end] for tag in known.get(word, ())]

    def sentence_bounds(self, token: int) -> tuple[int, int]:
        """The first token of a token's sentence, and the first one after it."""
        number = self.sentence_of[token]
        return self.sentences[number], self.sentences[number + 1]

    def begins_sentence(self, token: int) -> bool:
        """Whether a token is the first one of its sentence."""
        return self.sentences[self.sentence_of[token]] == token

    def paragraph_bounds(self, token: int) -> tuple[int, int]:
        """The first token of a token's paragraph, and the first one after it."""
        number = self.paragraph_of[token]
        return self.paragraphs[number], self.paragraphs[number + 1]

    def quotation_from(self, token: int) -> Quotation | None:
        """The first quotation that opens at or after a token."""
        return next(self.quotations_from(token), None)

    def quotations_from(self, token: int) -> Iterator[Quotation]:
        """The quotations that open at or after a token, in text order."""
        for number in range(bisect_left(self.opening_marks, token), len(self.quotations)):
            yield self.quotations[number]

    def quotation_before(self, token: int) -> Quotation | None:
        """The last quotation that opens before a token."""
        number = bisect_left(self.opening_marks, token)
        return self.quotations[number - 1] if number else None


def read_document(text: str, language: Language) -> Document:
    """The document that a text is, whatever it holds.

    >>> from credscore.language import load_language
    >>> document = read_document("He said so. She did not.", load_language("en"))
    >>> document.sentences
    [0, 4, 8]
    """
    matches = list(TOKEN.finditer(text))
    words = [match.group() for match in matches]
    starts = np.fromiter((match.start() for match in matches), np.int32, len(matches))
    ends = np.fromiter((match.end() for match in matches), np.int32, len(matches))
    class_of = language.class_of
    classes = [class_of(word) for word in words]
    paragraphs = _paragraphs(text, starts)
    sentences = _sentences(words, classes, paragraphs, starts, ends, language)
    _clear_names(classes, sentences)
    _clear_former(words, classes, language)
    _join_abbreviations(words, classes, sentences, language)
    quotations = find_quotations(words, starts, ends, paragraphs, text)
    _clear_genitives(words, classes, starts, ends, quotations)
    return Document(
        text=text,
        language=language,
        words=words,
        lower=[fold(word) for word in words],
        starts=starts,
        ends=ends,
        classes=classes,
        sentences=sentences,
        paragraphs=paragraphs,
        sentence_of=_numbers(sentences),
        paragraph_of=_numbers(paragraphs),
        quotations=quotations,
        in_quotation=_inside(quotations, len(words)),
        opening_marks=[quotation.open for quotation in quotations],
        name_marks=frozenset(m for q in quotations if q.length <= MAX_NAME_TOKENS for m in (q.open, q.close)),
    )


_GRAMMAR = W.REL | W.AUX | W.THAT | W.SUBORD | W.COORD | W.PREP | W.PRONOUN | W.ADV | W.TIME | W.PARTICLE | W.POSS


def _clear_names(classes: list[int], sentences: list[int]) -> None:
    """Take from first names within a sentence the grammar of the words they look like: Kim, Will, May."""
    begins = set(sentences)
    for token, word_class in enumerate(classes):
        if word_class & W.FIRST_NAME and word_class & _GRAMMAR and token not in begins:
            classes[token] = word_class & ~_GRAMMAR


def _clear_former(words: list[str], classes: list[int], language: Language) -> None:
    """Count "były", "była" as determiners, not verbs, where they mean a former holder of an office."""
    if language.code != "pl":
        return
    for token, word in enumerate(words[:-1]):
        if word in _FORMER and classes[token + 1] & W.HEAD and classes[token + 1] & W.NOMINATIVE:
            head = language.heads[words[token + 1].lower()]
            if head.kind == "person" and not head.is_plural:
                classes[token] = classes[token] & ~(W.AUX | W.FINITE) | W.DET


_FORMER = frozenset("były była Były Była".split())


def _clear_genitives(
    words: list[str], classes: list[int], starts: IntArray, ends: IntArray, quotations: tuple[Quotation, ...]
) -> None:
    """Take the verb from an English "'s" and the mark from an apostrophe where they say whose something is."""
    marks = {mark for quotation in quotations for mark in (quotation.open, quotation.close)}
    for token in range(1, len(words) - 1):
        word = words[token]
        if word in ("'s", "’s"):
            is_verb = classes[token - 1] & (W.PRONOUN | W.REL | W.ADV | W.THAT)
            if not is_verb and not classes[token + 1] & (W.DET | W.NEG | W.PREP | W.ADV):
                classes[token] &= ~(W.AUX | W.FINITE)
        elif word in ("'", "’") and token not in marks and words[token - 1][-1] in "sz":
            classes[token] = 0 if starts[token] == ends[token - 1] else classes[token]


def _join_abbreviations(words: list[str], classes: list[int], sentences: list[int], language: Language) -> None:
    """Count the full stop of an abbreviation or initial within a sentence as what the abbreviation is: "Mr. Kos"."""
    begins = set(sentences)
    for token, word in enumerate(words):
        if word != "." or token == 0 or token + 1 in begins or token + 1 == len(words):
            continue
        before = words[token - 1]
        if len(before) == 1 or _is_abbreviation(before, language):
            classes[token] = classes[token - 1]


def _paragraphs(text: str, starts: IntArray) -> list[int]:
    """The first token of each paragraph, and the number of tokens at last."""
    breaks = [match.end() for match in _BREAK.finditer(text)]
    first = np.searchsorted(starts, np.asarray([0, *breaks], np.int64))
    return [int(token) for token in np.unique(np.append(first, len(starts)))] if len(starts) else [0]


def _sentences(
    words: list[str], classes: list[int], paragraphs: list[int], starts: IntArray, ends: IntArray, language: Language
) -> list[int]:
    """The first token of each sentence, and the number of tokens at last."""
    count = len(words)
    first = set(paragraphs)
    for token, word_class in enumerate(classes):
        if word_class & W.STOP and token + 1 < count:
            after = _after_closers(words, starts, ends, token + 1)
            if after < count and _ends_sentence(words, classes, starts, ends, language, token, after):
                first.add(after)
    return sorted(first)


def _after_closers(words: list[str], starts: IntArray, ends: IntArray, token: int) -> int:
    """The first token that is no closing mark attached to what stands before it."""
    limit = min(token + 4, len(words))
    while token < limit and words[token] in _CLOSERS and starts[token] == ends[token - 1]:
        token += 1
    return token


def _ends_sentence(
    words: list[str], classes: list[int], starts: IntArray, ends: IntArray, language: Language, stop: int, after: int
) -> bool:
    """Whether the stop ends its sentence, given the token that would begin the next one."""
    next_class = classes[after]
    begins = next_class & (W.CAPITAL | W.NUM | W.QUOTE | W.DASH | W.BRACKET)
    if not begins or (next_class & W.STOP):
        return False
    if starts[after] == ends[after - 1] and not next_class & W.CAPITAL:
        return False
    if words[stop] != "." or stop == 0:
        return after > stop + 1 or not next_class & W.DASH or words[stop] in ("...", "…")
    before = words[stop - 1]
    is_initial = len(before) == 1 and before.isupper() and stop + 1 == after
    if is_initial or (stop + 1 == after and _is_abbreviation(before, language)):
        return False
    return not (next_class & W.NUM and before.isdigit() and len(before) < 3)


def _is_abbreviation(word: str, language: Language) -> bool:
    """Whether a full stop after a word abbreviates it; of a compound, its last part: "R-Vt."."""
    last = word.rpartition("-")[2]
    return last in language.abbreviations or last.lower() in language.abbreviations


def _numbers(bounds: list[int]) -> list[int]:
    """For each token the number of the stretch that it stands in."""
    if len(bounds) < 2:
        return []
    lengths = np.diff(np.asarray(bounds))
    numbers: list[int] = np.repeat(np.arange(len(lengths)), lengths).tolist()
    return numbers


def _inside(quotations: tuple[Quotation, ...], count: int) -> BoolArray:
    """For each token whether it stands inside a quotation, marks left out."""
    inside = np.zeros(count, bool)
    for quotation in quotations:
        inside[quotation.start : quotation.end] = True
    return inside
