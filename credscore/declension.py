"""Case forms of Polish names -> their base forms, by endings and gender.

The paradigms are those of the Polish grammar of proper names: surnames in -ski and the like decline as adjectives,
those in -a as nouns in -a whoever bears them, men's surnames in a consonant as nouns, women's not at all.
"""

from __future__ import annotations

import re

_VOWELS = frozenset("aeiouyąęó")
_NEVER_BEFORE_Y = _VOWELS | set("kglj")
_MIN_STEM = 2
"""No name loses so much of itself that fewer letters than these remain."""

_ADJECTIVAL = (
    ("iego", "i"),
    ("iemu", "i"),
    ("ego", "y"),
    ("emu", "y"),
    ("skim", "ski"),
    ("ckim", "cki"),
    ("dzkim", "dzki"),
    ("ym", "y"),
)
"""Endings of men's surnames that decline as adjectives: Kowalskiego, Batoremu, Czarnym."""

_NOUNS_IN_A = (
    ("ą", "a"),
    ("ę", "a"),
    ("ii", "ia"),
    ("ki", "ka"),
    ("gi", "ga"),
    ("li", "la"),
    ("ni", "nia"),
    ("y", "a"),
    ("dzie", "da"),
    ("cie", "ta"),
    ("rze", "ra"),
    ("dze", "ga"),
    ("ce", "ka"),
    ("le", "ła"),
    ("ie", "a"),
)
"""Endings of names in -a: Sową, Sowę, Kostki, Hołowni, Sowy, Dudzie, Sikorze, Sowie."""

_ADJECTIVAL_IN_A = (("kiej", "ka"), ("giej", "ga"), ("ej", "a"))
"""Endings of women's surnames that decline as adjectives, beside those in _NOUNS_IN_A: Kowalskiej, Nowej."""

_NOUNS = ("owi", "iem", "em", "a", "u")
"""Endings of men's names in a consonant: Nowakowi, Nowakiem, Nowaka, Nowaku."""

_PLAIN = re.compile(
    r"(?:[sc]k|dzk)(?:iego|iemu|im)\Z|\w\w(?:owi|[kg]iem)\Z|['’](?:a|ego|go|emu|mu|owi|em|ie|iem|y|u|i|m)\Z"
)
"""Endings that no base form of a name has."""


def is_plainly_oblique(word: str) -> bool:
    """Whether the ending of a name alone shows that it is no nominative.

    >>> is_plainly_oblique("Kowalskiego"), is_plainly_oblique("Sowa"), is_plainly_oblique("Blake'a")
    (True, False, True)
    """
    return bool(_PLAIN.search(word))


def base_forms(word: str, gender: str | None) -> tuple[str, ...]:
    """What an oblique form of a name can come from, the likeliest first; the word itself where no ending says so.

    >>> base_forms("Kowalskiego", "m")[0], base_forms("Kowalskiej", "f")[0], base_forms("Dudka", "m")[0]
    ('Kowalski', 'Kowalska', 'Dudek')
    """
    head, apostrophe, _ = word.replace("’", "'").rpartition("'")
    if apostrophe and len(head) >= _MIN_STEM:
        return (head,)
    if "-" in word:
        return ("-".join(base_forms(part, gender)[0] for part in word.split("-")),)
    return tuple(_feminine(word) if gender == "f" else _masculine(word)) or (word,)


def _feminine(word: str) -> list[str]:
    return _replaced(word, (*_ADJECTIVAL_IN_A, *_NOUNS_IN_A))


def _masculine(word: str) -> list[str]:
    """The base forms of a man's name; a name in -a may also be one in -o ("Ziobry"), those in -enko mostly are."""
    for ending in _NOUNS:
        stem = word.removesuffix(ending)
        if _ends(word, ending) and stem[-1] not in _VOWELS and not _replaced(word, _ADJECTIVAL):
            return list(dict.fromkeys((_with_moving_e(stem), stem)))
    found = _replaced(word, _ADJECTIVAL) or _replaced(word, _NOUNS_IN_A)
    found += [base[:-1] + "o" for base in found if base.endswith("a")]
    return found[::-1] if word.endswith("enki") else found


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> list[str]:
    """The word with the first of the endings that it has replaced by that of the base form."""
    for ending, base in endings:
        stem = word.removesuffix(ending)
        if _ends(word, ending) and (ending != "y" or stem[-1] not in _NEVER_BEFORE_Y):
            return [stem + base]
    return []


def _ends(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM


def _with_moving_e(stem: str) -> str:
    """A stem with the e that only its base form has: Dudk-, Krawc-, Wróbl-; other stems as they are.

    Of the clusters in -k, Polish leaves -sk as it is (Tusk), and in names of one syllable -rk, -nk, -lk (Clark, Fink).
    """
    before, last = stem[-2].lower(), stem[-1]
    if before in _VOWELS:
        return stem
    is_short = sum(letter in _VOWELS for letter in stem.lower()) == 1
    if last == "k" and before != "s" and not (is_short and before in "rnlł" and stem[-3:-2].lower() in _VOWELS):
        return stem[:-2] + _SOFTENED.get(before, stem[-2]) + "ek"
    if last == "c" and before in "wmpń":
        return stem[:-2] + _SOFTENED.get(before, stem[-2] + "i") + "ec"
    if last == "l" and before in "bdgptkf":
        return stem[:-1] + "el"
    return stem


_SOFTENED = {"ś": "si", "ń": "ni", "ć": "ci", "ź": "zi"}


def same_stem(first: str, second: str) -> bool:
    """Whether two words can be case forms of one Polish name.

    >>> same_stem("Sullivana", "Sullivan"), same_stem("Kowalska", "Kowalczyk")
    (True, False)
    """
    shorter, longer = sorted((first.replace("’", "'"), second.replace("’", "'")), key=len)
    common = 0
    for left, right in zip(shorter, longer, strict=False):
        if left != right:
            break
        common += 1
    is_close = common >= max(3, len(shorter) - 2)
    rests = {shorter[common:], longer[common:]}
    return is_close and (rests <= _ENDINGS or ("ek" in rests and bool(rests & _MOVING)))


_ENDINGS = frozenset(
    ["", *"a u e y i ą ę em iem ie ego iego emu iemu im ym owi ów ej iej 'a 'owi 'em 'ego 'emu 'ie".split()]
)
_MOVING = frozenset("ka kowi kiem ku".split())
"""Endings of names whose e moves: "Dudek", "Dudka"."""
