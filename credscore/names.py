"""Document -> the runs of capitals that name persons, and those that name institutions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from credscore.document import Document
from credscore.language import Head
from credscore.roles import (
    can_be_nominative,
    head_at,
    held_with,
    is_close,
    is_owner,
    is_post,
    roles_after,
    roles_before,
)
from credscore.spans import Range
from credscore.words import WordClass as W

MAX_NAME_TOKENS = 4
_HONORIFICS: dict[str, dict[str, str | None]] = {
    "en": {
        **dict.fromkeys("mr sir lord".split(), "m"),
        **dict.fromkeys("mrs ms miss lady dame madam".split(), "f"),
        **dict.fromkeys("dr prof rev sen rep gov gen col lt maj capt sgt adm".split()),
    },
    "pl": {
        **dict.fromkeys("pan pana panu panem lord sir".split(), "m"),
        **dict.fromkeys("pani panią lady".split(), "f"),
        **dict.fromkeys("dr prof gen hab inż mgr płk ppłk mjr kpt ks bp abp kard red mec sen".split()),
    },
}
"""Words and abbreviations that stand before the names of persons, with the gender that they show."""
_PARTICLES = frozenset("de da di van von der den al el bin ibn del la le du".split())
_NO_PERSON = ("ów", "ych", "ich")
"""Endings of Polish plurals, which name nobody: "Przywódca Tatarów Krymskich Jan Kos"."""
_OPENINGS = frozenset({"zdaniem"})
"""Words that open a sentence before a name."""
_JOINED_PARTICLES = ("al-", "el-", "ul-")
ORGANIZATION_WORDS = frozenset(
    "Inc Corp Ltd LLC Co Group Company University Institute Center Centre Foundation Association Council Committee "
    "Union Party Bank Ministry Department Agency Office Court Commission Fund Society League Alliance Coalition "
    "Project Network Organization Organisation".split()
)
"""Words that end the names of institutions and companies in English, and so in articles of other languages."""


def own_roles(document: Document, name: Range) -> Iterator[tuple[str, frozenset[str]]]:
    """The lemmas of the roles beside a name that are those of its bearer, each with what it is held with."""
    for token, head in roles_before(document, name):
        if not (is_close(document, head) and is_owner(document, name, head, can_be_nominative(document, token))):
            yield head.lemma, held_with(document, token, max(0, token - MAX_NAME_TOKENS + 1), name[0])
    for token, head in roles_after(document, name):
        if head.lemma:
            high = min(token + MAX_NAME_TOKENS, document.sentence_bounds(token)[1])
            yield head.lemma, held_with(document, token, name[1], high)


def person_name(document: Document, run: Range, is_repeated: bool) -> Range | None:
    """The part of a run of capitals that names a person: from a first name on, or the whole with a role beside it.

    ``is_repeated`` where the article has the same run again, as it has names of firms; persons go by their surname.
    """
    start, end = run
    first = next((t for t in range(start, end) if document.classes[t] & W.FIRST_NAME), None)
    is_shouted = end - start > 1 and all(document.classes[t] & W.UPPER for t in range(start, end))
    if is_shouted or is_organization_name(document, (start if first is None else first, end)):
        return None
    if first is not None and end - first > 1:
        return first, end
    if honorific_before(document, start) is not None:
        return run
    role = head_at(document, start - 1) if start else None
    if end - start == 1:
        return run if role is not None and is_called(document, start, role) else None
    if role is not None:
        is_firm = is_post(document, role) and (is_repeated or end - start > 2 or _is_led_on(document, run))
        return None if is_firm else run
    return run if _is_introduced(document, run) else None


def _is_led_on(document: Document, run: Range) -> bool:
    """Whether capitals behind a post go on or have a case of their own: "szef Nowej Barki", "rzecznik AB Orr 2"."""
    after = document.classes[run[1]] if run[1] < len(document.words) else 0
    words = document.words[slice(*run)]
    is_cased = any(word.isupper() or word.endswith((*_NO_PERSON, "ego", "ej", "u", "skich")) for word in words)
    return is_cased or bool(after & (W.NUM | W.CAPITAL))


def is_called(document: Document, name: int, role: Head) -> bool:
    """Whether a name right behind a role can be that of the one who has it: "premier Kos", not "szef Orlenu"."""
    word, is_nominative = document.words[name], can_be_nominative(document, name - 1)
    if document.classes[name] & W.UPPER or is_post(document, role):
        return False
    if document.language.code == "pl" and document.lower[name + 1 : name + 2] == ["'s"]:  # "King's College"
        return False
    if document.language.code != "pl":
        return True
    is_owned = is_owner(document, (name, name + 1), role, is_nominative)
    return not is_owned and not word.endswith((*_NO_PERSON, *("u" * is_nominative)))


def _is_introduced(document: Document, run: Range) -> bool:
    """Whether a role goes with two or more capitals: behind a comma, before one, or with words of its own between."""
    start, end = run
    if next(roles_after(document, run), None) is not None:
        return True
    if start < 2 or end >= len(document.words):
        return False
    after, before = document.classes[end], document.classes[start - 1]
    is_own = before & W.HEAD and head_at(document, start - 1) is None  # "szef koncernu Brzask Energia"
    if (
        is_own
        or before & W.PREP
        or not (after & (W.MARK | W.FINITE | W.AUX | W.REL | W.PREP) or document.language.code == "en")
    ):
        return False
    return next(roles_before(document, run), None) is not None


def is_organization_name(document: Document, run: Range) -> bool:
    """Whether one of a run of capitals says that they name no person: "Liberal Party", "Rada Języka"."""
    heads = document.language.heads
    for token in range(*run):
        if document.words[token] in ORGANIZATION_WORDS:
            return True
        is_surname = token > run[0] and document.classes[token - 1] & W.FIRST_NAME
        head = heads.get(document.lower[token]) if not is_surname else None
        if head is not None and head.kind != "person":
            return True
    return False


def capital_runs(document: Document, taken: dict[int, int]) -> Iterable[Range]:
    """Runs of capitalised words within a sentence, particles like "van" inside them allowed.

    A role noun among them begins a new run behind it: "House Speaker Anna Howe", "Sędzia Jan Kos".
    """
    classes, lower, count = document.classes, document.lower, len(document.words)
    is_polish = document.language.code == "pl"
    free = 0
    for token in sorted({*document.tokens_of(W.CAPITAL), *taken}):
        if token in taken:
            free = max(free, taken[token])
        if token < free or not _begins_run(document, token):
            continue
        start = token
        end = token + 1
        while end < count and end not in taken and end - start - document.words[start:end].count(".") < MAX_NAME_TOKENS:
            is_initial = document.words[end] == "." and len(document.words[end - 1]) == 1
            is_particle = lower[end] in _PARTICLES and _leads_to_name(document, end)
            is_particle = is_particle or lower[end].startswith(_JOINED_PARTICLES)
            if (
                not (classes[end] & W.CAPITAL or is_initial or is_particle)
                or document.sentence_of[end] != document.sentence_of[token]
            ):
                break
            is_lead = _is_title(document, end) or honorific_before(document, end + 1) is not None
            if is_lead or (is_polish and document.words[end].endswith(_NO_PERSON) and end + 1 < count):
                start = end + 1
            end += 1
        if start < end:
            yield start, end
        free = end


def _begins_run(document: Document, token: int) -> bool:
    """Whether a capitalised word can begin a name."""
    word_class = document.classes[token]
    grammar = W.DET | W.PREP | W.PRONOUN | W.COORD | W.SUBORD | W.REL | W.AUX
    if not word_class & W.FIRST_NAME and document.begins_sentence(token):
        grammar |= W.TIME | W.ADV | W.FINITE * (document.language.code == "pl")  # "Wyszła Anna Sowa"
    is_word = document.words[token] != "." and not word_class & grammar
    is_word = is_word and document.lower[token] not in honorifics_of(document)
    is_word = is_word and document.lower[token] not in _OPENINGS
    return is_word and not _is_title(document, token)


def honorifics_of(document: Document) -> Mapping[str, str | None]:
    """The honorifics of a document's language, each with the gender that it shows."""
    return _HONORIFICS.get(document.language.code, {})


def honorific_before(document: Document, token: int) -> str | None:
    """The honorific right before a token, with the full stop of an abbreviation between them or without."""
    at = token - 1 - (token > 1 and document.words[token - 1] == ".")
    return document.lower[at] if at >= 0 and document.lower[at] in honorifics_of(document) else None


def _is_title(document: Document, token: int) -> bool:
    """Whether a capitalised role noun stands before a capital: "Senator Orr"; not behind a first name."""
    classes = document.classes
    if not classes[token] & W.HEAD or token + 1 >= len(classes) or not classes[token + 1] & W.CAPITAL:
        return False
    is_surname = token > 0 and classes[token - 1] & W.FIRST_NAME
    return head_at(document, token) is not None and not is_surname and not classes[token] & W.FIRST_NAME


def _leads_to_name(document: Document, particle: int) -> bool:
    """Whether a capitalised word follows a particle of a name, or two of them: "van der Berg"."""
    near = zip(document.lower[particle + 1 : particle + 3], document.classes[particle + 1 : particle + 3], strict=True)
    first = next((word_class for word, word_class in near if word_class & W.CAPITAL or word not in _PARTICLES), 0)
    return bool(first & W.CAPITAL)
