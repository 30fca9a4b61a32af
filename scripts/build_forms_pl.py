"""Writes credscore/languages/pl/forms.tsv: every `{lemma}` of the Polish pack in all its forms, from Morfeusz.

    python scripts/build_forms_pl.py            writes the table, lists lemmas that Morfeusz does not know
    python scripts/build_forms_pl.py --check    writes nothing; lists rows whose example lacks their own pattern

Morfeusz 2 (PyPI: morfeusz2) and its dictionary SGJP are needed here only, never by the package; their notice is
credscore/languages/pl/NOTICE. Run it again after any change to a pattern. Left out are forms that are vocative,
negated, superlative, or marked archaic, rare or dialectal, and the plurals of first names. Conditionals and the first
person of the past are put together from their parts; first names that Morfeusz lacks get the regular endings.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

PACK = Path(__file__).resolve().parent.parent / "credscore" / "languages" / "pl"

# Parts of speech to take from each file, best first: the first group that yields forms is used.
VERB, NOUN, ADJECTIVE, FIRST_NAME = (frozenset({kind}) for kind in ("verb", "noun", "adj", "first name"))
PARTS = {
    "verbs.tsv": (VERB, ADJECTIVE, NOUN),
    "nouns.tsv": (NOUN, ADJECTIVE, VERB),
    "cues.tsv": (VERB, NOUN | ADJECTIVE),
    "hedges.tsv": (VERB | NOUN | ADJECTIVE,),
    "boosters.tsv": (VERB | NOUN | ADJECTIVE,),
    "descriptors.tsv": (NOUN | ADJECTIVE, VERB),
    "anonymity.tsv": (VERB | NOUN | ADJECTIVE,),
}
CLASS_OF_TAG = {
    **dict.fromkeys(("fin", "bedzie", "praet", "inf", "imps", "pcon", "pact", "ppas", "ger", "impt", "winien"), "verb"),
    "subst": "noun",
    "adj": "adj",
}
UNWANTED = {"neg", "sup", "com", "voc"}
PERSON = {"pri": "1", "sec": "2", "ter": "3"}
FIRST_PERSON = {"sg:m": "em", "sg:f": "am", "pl:m1": "śmy", "pl:f": "śmy"}
# What the last consonant of a stem becomes before the locative: Alan, Alanie; Monika, Monice; Scott, Scotcie.
SOFT = {"k": "ce", "g": "dze", "r": "rze", "t": "cie", "d": "dzie", "ł": "le", "c": "ce"}
# Not in the dictionary yet, or only as the genitive of the masculine.
NEW_FEMININE = "ministra"
NEW_FEMININE_ENDINGS = (("nom", "a"), ("gen", "y"), ("dat", "ze"), ("acc", "ę"), ("inst", "ą"), ("loc", "ze"))


def main() -> int:
    """Return 0 when all went well, 1 when `--check` found a row that does not match its own example."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="only compare every row with its example")
    return check_examples(PACK) if parser.parse_args().check else write_forms(PACK)


def write_forms(pack: Path) -> int:
    """Return 0 after the table is written; lemmas without forms go to stderr."""
    generator = _Generator()
    rows: dict[tuple[str, str], set[str]] = {}
    for lemma, parts in (wanted := list(lemmas(pack))):
        for form, tag in generator.expand(lemma, parts):
            rows.setdefault((lemma, form), set()).add(tag)
    known = {lemma for lemma, _ in rows}
    for name, gender in names(pack):
        for form, tag in generator.expand(name, (FIRST_NAME,)) or decline_name(name, gender):
            rows.setdefault((name, form), set()).add(tag)
    lines = ["lemma\tform\ttags", *(f"{a}\t{b}\t{'|'.join(sorted(tags))}" for (a, b), tags in sorted(rows.items()))]
    (pack / "forms.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    unknown = sorted({lemma for lemma, _ in wanted} - known)
    print(f"{len(rows)} forms of {len(known)} lemmas; {len(unknown)} unknown: {' '.join(unknown)}", file=sys.stderr)
    return 0


def lemmas(pack: Path) -> Iterator[tuple[str, tuple[frozenset[str], ...]]]:
    """Yield every `{lemma}` of the pattern files with the parts of speech to look for, each pair once."""
    seen = set()
    for name, parts in PARTS.items():
        for row in _read(pack / name):
            for lemma in re.findall(r"\{([^}]+)\}", row["pattern"]):
                if (lemma, parts) not in seen:
                    seen.add((lemma, parts))
                    yield lemma, parts


def names(pack: Path) -> Iterator[tuple[str, str]]:
    """Yield the first names that are one word, with their gender."""
    rows = _read(pack / "first_names.tsv")
    yield from dict.fromkeys((row["name"], row["gender"]) for row in rows if re.fullmatch(r"\w+", row["name"]))


def decline_name(name: str, gender: str) -> Iterator[tuple[str, str]]:
    """Yield the singular of a first name that Morfeusz lacks, by the regular endings; other names stay as they are."""
    cases = ("gen", "dat", "acc", "inst", "loc")
    forms: tuple[str, ...] = (name,) * 5
    if name.endswith("a"):
        forms = _feminine(name[:-1])
    elif gender == "m" and name[-1] not in "eéèiíouy":
        forms = _masculine(name)
    for case, form in (("nom", name), *zip(cases, forms, strict=True)):
        yield form, f"sg:{case}:{'f' if gender == 'f' else 'm1'}"


def _feminine(stem: str) -> tuple[str, ...]:
    genitive = stem + ("i" if stem[-1] in "kgijl" else "y")
    locative = genitive if stem[-1] in "ijl" else _soften(stem)
    return genitive, locative, stem + "ę", stem + "ą", locative


def _masculine(name: str) -> tuple[str, ...]:
    locative = name + "u" if name.endswith(("k", "g", "l", "j", "h", "z", "c")) else _soften(name)
    return name + "a", name + "owi", name + "a", name + ("iem" if name[-1] in "kg" else "em"), locative


def _soften(stem: str) -> str:
    return stem[:-1] + SOFT.get(stem[-1], stem[-1] + "ie")


class _Generator:
    """Morfeusz, asked for the forms of a lemma and answering in the pack's own tags."""

    def __init__(self) -> None:
        import morfeusz2  # type: ignore[import-untyped, import-not-found, unused-ignore]

        self._morfeusz: Any = morfeusz2.Morfeusz()

    def expand(self, lemma: str, parts: tuple[frozenset[str], ...]) -> list[tuple[str, str]]:
        """Return (form, tag) pairs of the first group of parts of speech that has any, else by `_by_headword`."""
        if lemma.endswith(NEW_FEMININE):
            return [(lemma[:-1] + ending, f"sg:{case}:f") for case, ending in NEW_FEMININE_ENDINGS]
        entries = self._peoples(lemma) or self._morfeusz.generate(lemma)
        entries = [entry for entry in entries if not _is_marked(entry[4])] or entries
        for group in parts:
            found = [pair for entry in entries if _part(entry) in group for pair in _forms(entry[0], entry[2])]
            if found:
                return [pair for pair in found if group != FIRST_NAME or pair[1].startswith("sg")]
        return list(self._by_headword(lemma))

    def _peoples(self, lemma: str) -> list[tuple[str, str, str, list[str], list[str]]]:
        """Return the entries of a name of a people, in lower case as the pack has all words: "polak"."""
        entries = self._morfeusz.generate(lemma.capitalize()) if lemma.islower() else []
        known = (entry for entry in entries if entry[1][:1].isupper() and "nazwa_pospolita" in entry[3])
        return [(form.lower(), *rest) for form, *rest in known]

    def _by_headword(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield the forms of a participle (pytany: from pytać) or of a plural noun (ludzie: from człowiek)."""
        for _, _, (_, headword, tag, *_) in self._morfeusz.analyse(word):
            start = re.match(r"pact|ppas|subst:pl:nom", tag)
            if start:
                polarity = ":neg" if tag.endswith(":neg") else ""
                for form, _, other, _, labels in self._morfeusz.generate(headword.split(":")[0]):
                    is_same = other.startswith(start[0].removesuffix(":nom")) and other.endswith(polarity)
                    if is_same and not _is_marked(labels):
                        yield from _forms(form, other.removesuffix(polarity))


def _part(entry: tuple[str, str, str, list[str], list[str]]) -> str | None:
    part = CLASS_OF_TAG.get(entry[2].split(":")[0])
    return "first name" if part == "noun" and "imię" in entry[3] else part


def _is_marked(labels: Iterable[str]) -> bool:
    return any(mark in label for label in labels for mark in ("arch", "daw", "gwar", "przest", "rzad"))


def _forms(form: str, tag: str) -> Iterator[tuple[str, str]]:
    kind, *rest = tag.split(":")
    if UNWANTED & set(rest):
        return
    if kind == "praet":
        yield from _past(form, rest)
    elif kind in {"fin", "bedzie", "impt"}:
        yield form, f"{'fin' if kind == 'bedzie' else kind}:{rest[0]}:{PERSON[rest[1]]}"
    elif kind in {"inf", "imps", "pcon"}:
        yield form, kind
    elif kind == "winien":
        yield from ((form, f"winien:{rest[0]}:{gender}") for gender in _genders(rest[0], rest[1], False))
    else:
        yield from _declined(form, kind, rest)


def _past(form: str, rest: list[str]) -> Iterator[tuple[str, str]]:
    number, genders = rest[0], rest[1]
    is_stem = rest[-1] == "agl"  # mogł- beside mógł: only the stem of the first person
    for gender in _genders(number, genders, False):
        place = f"{number}:{gender}"
        if not is_stem:
            yield form, f"praet:{place}"
            yield form + "by", f"cond:{place}"
            yield form + ("bym" if number == "sg" else "byśmy"), f"cond:{place}:1"
        ending = FIRST_PERSON.get(place)
        if ending and (is_stem or rest[-1] != "nagl"):
            yield (form[:-1] if place == "sg:f" else form) + ending, f"praet:{place}:1"


def _declined(form: str, kind: str, rest: list[str]) -> Iterator[tuple[str, str]]:
    numbers, cases, genders = rest[0], rest[1], rest[2]
    prefix = "" if kind in {"subst", "adj"} else kind + ":"
    for number, case in product(numbers.split("."), cases.split(".")):
        for gender in _genders(number, genders, kind == "subst") if case != "voc" else ():
            yield form, f"{prefix}{number}:{case}" + ("" if kind == "ger" else f":{gender}")


def _genders(number: str, genders: str, is_noun: bool) -> list[str]:
    """Return genders as the pack writes them: m, f, n in the singular, m1 (men) and f (all else) in the plural."""
    parts = genders.split(".")
    if is_noun:
        return parts
    if number == "sg":
        return sorted({part[0] for part in parts})
    return sorted({"m1" if part == "m1" else "f" for part in parts})


def check_examples(pack: Path) -> int:
    """Return 0 if every example holds its own pattern, every counterexample its word; else list them and return 1."""
    table: dict[str, set[str]] = {}
    for row in _read(pack / "forms.tsv"):
        table.setdefault(row["lemma"], set()).add(row["form"].lower())
    faults = [
        f"{name}: {row['id']}: {row['example']}"
        for name in PARTS
        for row in _read(pack / name)
        if not _pattern(row["pattern"], table).search(_spaced(row["example"]))
    ]
    faults += [
        f"counterexamples.tsv: {row['word']}: {row['sentence']}"
        for row in _read(pack / "counterexamples.tsv")
        if f" {_spaced(row['word']).strip()} " not in _spaced(row["sentence"])
    ]
    print("\n".join(faults) or "every example holds its pattern", file=sys.stderr)
    return int(bool(faults))


def _spaced(text: str) -> str:
    return " " + " ".join(re.findall(r"\w+|[^\w\s]", text.lower())) + " "


def _pattern(pattern: str, table: dict[str, set[str]]) -> re.Pattern[str]:
    return re.compile(" " + "".join(_token(token, table) for token in pattern.split(" ")))


def _token(token: str, table: dict[str, set[str]]) -> str:
    is_optional, token = (True, token[:-1]) if token.endswith("?") and len(token) > 1 else (False, token)
    if token in {"<source>", "<content>"}:
        inner = r"(?:\S+ ){1,25}?"
    elif token.startswith("{"):
        forms = sorted((_spaced(form).strip() for form in table.get(token[1:-1], ())), key=len, reverse=True)
        inner = f"(?:{'|'.join(map(re.escape, forms)) or '(?!)'}) "
    else:
        inner = f"(?:{'|'.join(map(re.escape, token.split('|')))}) "
    return f"(?:{inner})?" if is_optional else inner


def _read(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        header = lines[0].split("\t")
        yield from (dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


if __name__ == "__main__":
    sys.exit(main())
