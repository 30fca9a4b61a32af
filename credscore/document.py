"""Text -> Document: paragraphs, sentences and tokens as arrays, with offsets into the text as given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from credscore.arrays import BoolArray, IntArray
from credscore.language import Language
from credscore.quotations import MAX_NAME_TOKENS, Quotation, find_quotations, is_programme
from credscore.spans import Span
from credscore.words import WordClass as W
from credscore.words import fold_all, tokenize

_BREAK = re.compile(r"\n[ \t\r]*\n\s*|\n(?![ \t]*[a-ząćęłńóśźż])\s*|[\u2028\u2029]")
_CLOSERS = frozenset("\"”’»)]'") | {"''", "’’"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document:
    """A text in one language, taken apart.

    ``starts`` and ``ends`` are the tokens' code points, ``classes`` their word classes (see ``words.WordClass``), and
    ``class_array`` these as an array, all of shape (n_tokens,). ``words`` are the tokens as written, ``lower`` folded
    to lower case. ``sentences`` and ``paragraphs`` hold the first token of each, and at last n_tokens, so that sentence
    k is tokens [sentences[k], sentences[k + 1]). ``sentence_of`` and ``paragraph_of`` give the number of either for
    each token.
    ``opening_marks`` are the first tokens of ``quotations``; ``name_marks`` the marks of short ones.
    """

    text: str
    language: Language
    words: list[str]
    lower: list[str]
    starts: IntArray
    ends: IntArray
    classes: list[int]
    class_array: npt.NDArray[np.int64]
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

    def tokens_of(self, word_class: int) -> list[int]:
        """The tokens of one class, or of any of several."""
        tokens: list[int] = np.flatnonzero(self.class_array & word_class).tolist()
        return tokens

    def tags(self, start: int, end: int) -> Sequence[str]:
        """The grammatical tags of all readings of tokens [start, end), in order."""
        known = self.language.tags
        if end == start + 1:
            return known.get(self.lower[start], ())
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
    tokens = _read_tokens(text, language)
    paragraphs = _paragraphs(text, tokens.starts)
    sentences = _sentences(tokens, paragraphs)
    _clear_names(tokens, sentences)
    _clear_former(tokens)
    _join_abbreviations(tokens, sentences)
    quotations = find_quotations(tokens.words, tokens.starts, tokens.ends, paragraphs, text)
    name_marks = frozenset(m for q in quotations if q.length <= MAX_NAME_TOKENS for m in (q.open, q.close))
    if language.code == "en":
        quotations = tuple(q for q in quotations if not is_programme(tokens.words, q))
    _clear_genitives(tokens, quotations)
    return Document(
        text=text,
        language=language,
        words=tokens.words,
        lower=fold_all(tokens.words),
        starts=tokens.starts,
        ends=tokens.ends,
        classes=tokens.classes,
        class_array=np.asarray(tokens.classes, np.int64),
        sentences=sentences,
        paragraphs=paragraphs,
        sentence_of=_numbers(sentences),
        paragraph_of=_numbers(paragraphs),
        quotations=quotations,
        in_quotation=_inside(quotations, len(tokens.words)),
        opening_marks=[quotation.open for quotation in quotations],
        name_marks=name_marks,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Tokens:
    """The tokens of a text, their ``classes`` yet to be set right by what stands around them.

    ``sorts`` are the classes that their words have alone, by which the few tokens are found that a rule may be about.
    """

    words: list[str]
    starts: IntArray
    ends: IntArray
    classes: list[int]
    sorts: npt.NDArray[np.int64]
    language: Language

    def of(self, sort: int) -> list[int]:
        """The tokens whose words may be of one of some classes."""
        tokens: list[int] = np.flatnonzero(self.sorts & sort).tolist()
        return tokens

    def is_attached(self, token: int) -> bool:
        """Whether no space stands before a token that is not the first."""
        return bool(self.starts[token] == self.ends[token - 1])


def _read_tokens(text: str, language: Language) -> _Tokens:
    """The tokens of a text, which fill all that is not white space, one after the other."""
    words = tokenize(text)
    characters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    inked = np.flatnonzero(~_IS_SPACE[np.minimum(characters, len(_IS_SPACE) - 1)]).astype(np.int32)
    lengths = np.fromiter(map(len, words), np.int32, len(words))
    after = np.cumsum(lengths)
    classes = language.classes_of(words)
    starts, ends = inked[after - lengths], inked[after - 1] + 1
    return _Tokens(words, starts, ends, classes, np.asarray(classes, np.int64), language)


_IS_SPACE = np.asarray([chr(code).isspace() for code in range(0x3002)])
"""Whether a character is white space, of which there is none beyond."""

_GRAMMAR = W.REL | W.AUX | W.THAT | W.SUBORD | W.COORD | W.PREP | W.PRONOUN | W.ADV | W.TIME | W.PARTICLE | W.POSS


def _clear_names(tokens: _Tokens, sentences: list[int]) -> None:
    """Take from first names within a sentence the grammar of the words they look like: Kim, Will, May."""
    begins = set(sentences)
    for token in tokens.of(W.FIRST_NAME):
        if token not in begins:
            tokens.classes[token] &= ~_GRAMMAR


def _clear_former(tokens: _Tokens) -> None:
    """Count "były", "była" as determiners, not verbs, where they mean a former holder of an office."""
    words, classes = tokens.words, tokens.classes
    if tokens.language.code != "pl":
        return
    for token in tokens.of(W.AUX | W.FINITE):
        if words[token] not in _FORMER or token + 1 == len(words):
            continue
        if classes[token + 1] & W.HEAD and classes[token + 1] & W.NOMINATIVE:
            head = tokens.language.heads[words[token + 1].lower()]
            if head.kind == "person" and not head.is_plural:
                classes[token] = classes[token] & ~(W.AUX | W.FINITE) | W.DET


_FORMER = frozenset("były była Były Była".split())


def _clear_genitives(tokens: _Tokens, quotations: tuple[Quotation, ...]) -> None:
    """Take the verb from an English "'s" and the mark from an apostrophe where they say whose something is."""
    words, classes = tokens.words, tokens.classes
    marks = {mark for quotation in quotations for mark in (quotation.open, quotation.close)}
    for token in tokens.of(W.MARK):
        word = words[token]
        if word not in _APOSTROPHES or not 0 < token < len(words) - 1:
            continue
        if len(word) > 1:
            if classes[token - 1] & (W.PRONOUN | W.REL | W.ADV | W.THAT):
                classes[token] &= ~W.MARK
            elif not classes[token + 1] & (W.DET | W.NEG | W.PREP | W.ADV):
                classes[token] &= ~(W.AUX | W.FINITE)
        elif token not in marks and words[token - 1][-1] in "sz" and tokens.is_attached(token):
            classes[token] = 0


_APOSTROPHES = frozenset({"'s", "’s", "'", "’"})


def _join_abbreviations(tokens: _Tokens, sentences: list[int]) -> None:
    """Count the full stop of an abbreviation or initial within a sentence as what the abbreviation is: "Mr. Kos"."""
    words, classes = tokens.words, tokens.classes
    begins = set(sentences)
    for token in tokens.of(W.STOP):
        if words[token] != "." or token == 0 or token + 1 in begins or token + 1 == len(words):
            continue
        before = words[token - 1]
        if len(before) == 1 or _is_abbreviation(before, tokens.language):
            classes[token] = classes[token - 1]


def _paragraphs(text: str, starts: IntArray) -> list[int]:
    """The first token of each paragraph, and the number of tokens at last."""
    breaks = [match.end() for match in _BREAK.finditer(text)]
    return sorted({0, *np.searchsorted(starts, np.asarray(breaks, np.int32)).tolist(), len(starts)})


def _sentences(tokens: _Tokens, paragraphs: list[int]) -> list[int]:
    """The first token of each sentence, and the number of tokens at last."""
    count = len(tokens.words)
    first = set(paragraphs)
    for stop in tokens.of(W.STOP):
        after = _after_closers(tokens, stop + 1)
        if after < count and _ends_sentence(tokens, stop, after):
            first.add(after)
    return sorted(first)


def _after_closers(tokens: _Tokens, token: int) -> int:
    """The first token that is no closing mark attached to what stands before it."""
    limit = min(token + 4, len(tokens.words))
    while token < limit and tokens.words[token] in _CLOSERS and tokens.is_attached(token):
        token += 1
    return token


def _ends_sentence(tokens: _Tokens, stop: int, after: int) -> bool:
    """Whether the stop ends its sentence, given the token that would begin the next one."""
    words, next_class = tokens.words, tokens.classes[after]
    begins = next_class & (W.CAPITAL | W.NUM | W.QUOTE | W.DASH | W.BRACKET)
    if not begins or (next_class & W.STOP):
        return False
    if tokens.is_attached(after) and (not next_class & W.CAPITAL or _is_in_domain(tokens, stop)):
        return False
    if words[stop] != "." or stop == 0:
        return after > stop + 1 or not next_class & W.DASH or words[stop] in ("...", "…")
    before = words[stop - 1]
    is_initial = len(before) == 1 and before.isupper() and stop + 1 == after
    if is_initial:
        return False
    if stop + 1 == after and _is_abbreviation(before, tokens.language):
        is_opener = next_class & _OPENERS and not next_class & (W.HEAD | W.FIRST_NAME | W.UPPER)
        if next_class & W.DASH:  # "w 2024 r. – Będzie …"
            is_opener = bool(tokens.classes[min(after + 1, len(words) - 1)] & W.CAPITAL)
        return before in _MEASURES and bool(is_opener)
    return not (next_class & W.NUM and before.isdigit() and len(before) < 3)


def _is_in_domain(tokens: _Tokens, stop: int) -> bool:
    """Whether a full stop parts a name from a domain in capitals: "Harbour.EU"."""
    after = tokens.words[stop + 1]
    return len(after) < 4 and after.isupper() and stop > 0 and tokens.words[stop - 1][0].isupper()


_MEASURES = frozenset("proc tys mln mld zł gr r godz km itd itp br ub".split())
"""Abbreviations behind a number or at the end of a list, which a sentence may end with: "o 5 proc. Na wsi …"."""
_OPENERS = W.PREP | W.COORD | W.SUBORD | W.PRONOUN | W.PARTICLE | W.ADV | W.TIME | W.DET | W.AUX | W.FINITE | W.REL
"""Words that are capitalised for beginning a sentence alone."""


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
