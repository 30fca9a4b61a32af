"""Text -> words: the token pattern, and what a single word shows without its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from credscore.memory import Memory

TOKEN = re.compile(
    r"""
    \d++(?:[.,:/]\d+)*                                    # 12, 3.5, 10:30, 347/2
    | [^\W\d_](?:\.[^\W\d_])+(?![^\W_])                   # U.S, p.m
    | \w++(?:[-–]\w++)*(?:\.\w{2,12}){0,2}\.(?:com|org|net|pl|eu|uk|de|fr|gov|info|tv|io|us)\b   # a domain
    | [A-Z]['’][A-ZŁŚŻ]\w++                                 # O'Leary
    | @\w++                                               # a handle
    | \w++(?:[-‐‑]\w++)*(?:['’](?:a|ów|owi|owie|em|ego|emu|ie|u|y|ą|ę|go|iego)\b)?  # a word; Jake'a, Putin’s is two
    | ['’](?:s|re|ve|ll|d|m|t)\b                          # the English clitics
    | \.{3}|--|''|’’|‘‘|``|[^\w\s]                              # marks
    """,
    re.VERBOSE,
)
"""One token. No part can backtrack beyond a fixed length, so reading a text takes linear time."""


_TOKENS = Memory[tuple[str, ...]](lambda chunk: tuple(TOKEN.findall(chunk)))
"""The tokens of what stands between white space, which no token spans."""


def tokenize(text: str) -> list[str]:
    """The tokens of a text, which are all that is not white space.

    >>> tokenize("Rain fell, she said.")
    ['Rain', 'fell', ',', 'she', 'said', '.']
    """
    return list(chain.from_iterable(map(_TOKENS.__getitem__, text.split())))


class WordClass:
    """What a word can be, as bits; a word may be several things at once.

    Plain integers rather than an ``enum.IntFlag``: the classes are tested a hundred times a token, and the operators of
    a flag cost ten times those of an int (they took two thirds of the whole analysis).
    """

    PREP = 1 << 0
    COORD = 1 << 1
    SUBORD = 1 << 2
    THAT = 1 << 3
    REL = 1 << 4
    PRONOUN = 1 << 5
    FIRST_PERSON = 1 << 6
    POSS = 1 << 7
    DET = 1 << 8
    ADV = 1 << 9
    TIME = 1 << 10
    NEG = 1 << 11
    AUX = 1 << 12
    NUM = 1 << 13
    PARTICLE = 1 << 14
    CAPITAL = 1 << 15
    UPPER = 1 << 16
    MARK = 1 << 17
    QUOTE = 1 << 18
    DASH = 1 << 19
    COMMA = 1 << 20
    STOP = 1 << 21
    COLON = 1 << 22
    FINITE = 1 << 23
    HEAD = 1 << 24
    NOMINATIVE = 1 << 25
    FIRST_NAME = 1 << 26
    BRACKET = 1 << 27


CLASS_OF_NAME = {
    "prep": WordClass.PREP,
    "coord": WordClass.COORD,
    "subord": WordClass.SUBORD,
    "that": WordClass.THAT,
    "rel": WordClass.REL,
    "pron_m": WordClass.PRONOUN,
    "pron_f": WordClass.PRONOUN,
    "pron_n": WordClass.PRONOUN,
    "pron_pl": WordClass.PRONOUN,
    "pron_1": WordClass.FIRST_PERSON,
    "poss": WordClass.POSS,
    "det": WordClass.DET,
    "adv": WordClass.ADV,
    "place_adv": WordClass.ADV,
    "time": WordClass.TIME,
    "neg": WordClass.NEG,
    "aux": WordClass.AUX,
    "num": WordClass.NUM,
    "particle": WordClass.PARTICLE,
}
"""The class column of function_words.tsv."""

MARKS = {
    **dict.fromkeys("\"„”“«»‟‘’'`", WordClass.QUOTE),
    "''": WordClass.QUOTE,
    "``": WordClass.QUOTE,
    "’’": WordClass.QUOTE,
    "‘‘": WordClass.QUOTE,
    **dict.fromkeys(("-", "–", "—", "―", "--", "‒", "−"), WordClass.DASH),
    ",": WordClass.COMMA,
    ";": WordClass.COMMA,
    **dict.fromkeys((".", "!", "?", "…", "...", "|"), WordClass.STOP),
    ":": WordClass.COLON,
    **dict.fromkeys("()[]", WordClass.BRACKET),
}


def fold(word: str) -> str:
    """A word as lexicons and models know it: lower case, straight apostrophe."""
    return word.lower().replace("’", "'")


_FOLDED = Memory[str](fold)


def fold_all(words: Iterable[str]) -> list[str]:
    """Many words as lexicons and models know them."""
    return list(map(_FOLDED.__getitem__, words))


def shape_of(word: str) -> int:
    """The classes that the letters of one word show: marks, capitals, digits."""
    if word in MARKS:
        return WordClass.MARK | MARKS[word]
    first = word[0]
    if first.isdigit():
        return WordClass.NUM
    if first == "@":
        return WordClass.CAPITAL
    if not first.isalpha():
        return WordClass.MARK if word[-1] == "s" or not word[-1].isalpha() else 0  # "'t", "'ve", but not "'s"
    if not first.isupper():
        return 0
    is_upper = len(word) > 1 and word.isupper()
    return WordClass.CAPITAL | (WordClass.UPPER if is_upper else 0)
