"""Lexicon patterns -> word sequences that are looked up by their first word.

A pattern is written as words with one space between them: `{lemma}` stands for every form of the lemma, `a|b` for
either word, `word?` for an optional one, `<source>` and `<content>` for what stands there in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

MAX_SLOT_TOKENS = 10
"""The longest source phrase, in tokens, that may stand between the two halves of a pattern."""
_SLOT_BARRIERS = frozenset({".", ";", ":", "!", "?", ",", "-", "–", "—"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of a lexicon: what its words mean for the reading.

    ``table`` is the file it stands in ("verbs", "cues", "hedges", ...); ``kind`` its class or kind column;
    ``strength`` the interval of probability of a hedge, or None.
    """

    id: str
    table: str
    pattern: str
    kind: str = ""
    direction: str = "subject"
    frames: frozenset[str] = frozenset()
    strength: tuple[float, float] | None = None
    context: str = "-"
    example: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern stands in a document: tokens [start, end), and the slot between its halves if it has one."""

    start: int
    end: int
    rule: Rule
    slot: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: for each place the words that may stand there, None for a slot in the middle.

    ``third`` are the words one of which must be the third, where that is fixed: it tells most patterns apart.
    """

    places: tuple[frozenset[str] | None, ...]
    rule: Rule
    is_reflexive: bool = False
    third: frozenset[str] | None = None


@dataclass(slots=True)
class _Opening:
    """The patterns that begin with one word; longer ones come first.

    ``by_second`` holds those whose second word is fixed, ``others`` all others, ``single`` those of one word alone.
    What is left of ``others`` begins with a slot, behind which one of the words ``after_slot`` must stand.
    """

    by_second: dict[str, list[Pattern]] = field(default_factory=dict)
    others: list[Pattern] = field(default_factory=list)
    single: list[Pattern] = field(default_factory=list)
    after_slot: set[str] = field(default_factory=set)

    def add(self, pattern: Pattern) -> None:
        """Take in a pattern."""
        if len(pattern.places) == 1:
            self.others.append(pattern)
            self.single.append(pattern)
        elif (second := pattern.places[1]) is None:
            self.others.append(pattern)
            self.after_slot.update(pattern.places[2] or ())
        else:
            for word in {*second, "się"} if pattern.is_reflexive else second:
                self.by_second.setdefault(word, []).append(pattern)

    def without_second(self, words: Sequence[str], start: int) -> list[Pattern]:
        """The patterns that ask nothing of the second word, those with a slot where what must follow it is near."""
        if self.after_slot.isdisjoint(words[start + 2 : start + 1 + MAX_SLOT_TOKENS]):
            return self.single
        return self.others


@dataclass(slots=True)
class PatternIndex:
    """Compiled patterns by the word they begin with, so that most are never tried."""

    openings: dict[str, _Opening] = field(default_factory=dict)

    def add(self, rule: Rule, forms: Mapping[str, Sequence[str]]) -> None:
        """Take in a rule; KeyError names a lemma that the form table lacks."""
        for places in _expand(rule.pattern.split(), forms):
            is_reflexive = rule.table == "verbs" and len(places) > 1 and places[1] == frozenset({"się"})
            kept = (places[:1] + places[2:]) if is_reflexive else places
            third = kept[2] if len(kept) > 2 and kept[1] is not None and not is_reflexive else None
            pattern = Pattern(tuple(kept), rule, is_reflexive, third)
            for word in kept[0] or ():
                self.openings.setdefault(word, _Opening()).add(pattern)

    def sort(self) -> None:
        """Put the longest pattern first everywhere, so that the first match is the longest one."""
        for opening in self.openings.values():
            for patterns in (opening.others, opening.single, *opening.by_second.values()):
                patterns.sort(key=lambda pattern: (-len(pattern.places) - pattern.is_reflexive, pattern.rule.table))

    def matches(self, words: Sequence[str]) -> list[Match]:
        """All matches, in text order; per table, the longest one at each place.

        Args:
            words: the document's tokens, lower case.
        """
        found: list[Match] = []
        last = len(words) - 1
        for start, opening in enumerate(map(self.openings.get, words)):
            if opening is None:
                continue
            candidates = opening.without_second(words, start) if opening.after_slot else opening.single
            if opening.by_second and start < last and (longer := opening.by_second.get(words[start + 1])):
                candidates = longer + candidates
            if candidates:
                found.extend(_first_of_each_table(candidates, words, start))
        return found


def _first_of_each_table(patterns: Sequence[Pattern], words: Sequence[str], start: int) -> Iterable[Match]:
    """The first pattern of each table that matches at a place."""
    third = words[start + 2] if start + 2 < len(words) else ""
    by_table: dict[str, Match] = {}
    for pattern in patterns:
        if pattern.third and third not in pattern.third:
            continue
        if pattern.rule.table not in by_table and (match := match_pattern(pattern, words, start)):
            by_table[pattern.rule.table] = match
    return by_table.values()


def match_pattern(pattern: Pattern, words: Sequence[str], start: int) -> Match | None:
    """The match of a pattern that begins at a token, or None."""
    at, slot = start + 1, None
    has_reflexive = False
    for place in pattern.places[1:]:
        if pattern.is_reflexive and not has_reflexive and words[at : at + 1] == ["się"]:
            at, has_reflexive = at + 1, True
        if place is None:
            slot = (at, at)
            continue
        if slot is not None and slot[0] == slot[1]:
            at = _slot_end(words, at, place)
            slot = (slot[0], at)
        if at >= len(words) or words[at] not in place:
            return None
        at += 1
    if pattern.is_reflexive and not has_reflexive:
        if at < len(words) and words[at] == "się":
            at += 1
        elif "się" not in words[max(0, start - 3) : start] and "się" not in words[at : at + 3]:
            return None
    return Match(start, at, pattern.rule, slot)


def _slot_end(words: Sequence[str], start: int, place: frozenset[str]) -> int:
    """The first token after a slot of one word or more that may go on with ``place``; the end of text if none."""
    for at in range(start, min(start + MAX_SLOT_TOKENS, len(words))):
        if at > start and words[at] in place:
            return at
        if words[at] in _SLOT_BARRIERS:
            break
    return len(words)


def _expand(tokens: Sequence[str], forms: Mapping[str, Sequence[str]]) -> Iterable[list[frozenset[str] | None]]:
    """The variants of a pattern: with and without its optional words, slots at the edges left out."""
    variants: list[list[frozenset[str] | None]] = [[]]
    for token in tokens:
        if token.startswith("<"):
            variants = [[*variant, None] for variant in variants]
            continue
        is_optional = token.endswith("?") and len(token) > 1
        words = _words_of(token.rstrip("?") if is_optional else token, forms)
        longer = [[*variant, words] for variant in variants]
        variants = longer + variants if is_optional else longer
    return [_strip_slots(variant) for variant in variants]


def _words_of(token: str, forms: Mapping[str, Sequence[str]]) -> frozenset[str]:
    words: set[str] = set()
    for part in token.split("|"):
        words.update(forms[part[1:-1]] if part.startswith("{") else (part,))
    return frozenset(words)


def _strip_slots(places: list[frozenset[str] | None]) -> list[frozenset[str] | None]:
    while places and places[0] is None:
        places = places[1:]
    while places and places[-1] is None:
        places = places[:-1]
    return places
