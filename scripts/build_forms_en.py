"""Writes credscore/languages/en/forms.tsv: every form of every {lemma} that the English pack's patterns name.

    python scripts/build_forms_en.py            writes the table anew from the other tables of the pack
    python scripts/build_forms_en.py --check    prints rows that are malformed or whose example lacks their pattern

English inflects so regularly that spelling rules and the tables of exceptions below are enough; no dictionary is read.
A lemma is inflected as a noun where nouns.tsv or descriptors.tsv name it, as a verb where any other table does.
Run it again whenever a table gains a lemma. Tags of one form are joined by `|`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

PACK = Path(__file__).resolve().parent.parent / "credscore" / "languages" / "en"
NOUN_TABLES = ("nouns.tsv", "descriptors.tsv")
VERB_TABLES = ("verbs.tsv", "cues.tsv", "hedges.tsv", "boosters.tsv", "anonymity.tsv")
COLUMNS = {
    "verbs.tsv": "id pattern class direction frames example",
    "nouns.tsv": "id pattern class frames example",
    "cues.tsv": "id pattern class example",
    "hedges.tsv": "id pattern kind low high context example",
    "boosters.tsv": "id pattern example",
    "counterexamples.tsv": "must_not word sentence why",
    "forms.tsv": "lemma form tags",
}
ALLOWED = {
    ("verbs.tsv", "class"): "say add reply ask demand think feel want judge show learn",
    ("verbs.tsv", "direction"): "subject from object",
    ("verbs.tsv", "frames"): "quote that wh inf np pp as to",
    ("nouns.tsv", "class"): "say add reply ask demand think feel want judge show learn",
    ("nouns.tsv", "frames"): "quote that wh inf np pp as",
    ("cues.tsv", "class"): "according as relay medium hearsay",
    ("hedges.tsv", "kind"): "epistemic evidential weasel unverified",
    ("hedges.tsv", "context"): "- modal hearsay_inf verb clause",
    ("counterexamples.tsv", "must_not"): "attribution hedge booster any",
}

# lemma, past and past participle; no third word where both are the same, `a|b` where two spellings live side by side
IRREGULAR = """
arise arose arisen; broadcast broadcast;
bear bore borne; beat beat beaten; become became become; beg begged; begin began begun; bet
bet; bid bid|bade bid|bidden; bite bit bitten; break broke broken; bring brought; cast cast; catch caught;
choose chose chosen; come came come; cost cost; cut cut; deadpan deadpanned; deal dealt; dig dug; do did done;
draw drew drawn; dream dreamed|dreamt; fall fell fallen; feel felt; fight fought; find found; forecast
forecast|forecasted; foresee foresaw foreseen; foretell foretold; forget forgot forgotten; get got got|gotten;
give gave given; go went gone; hang hung; hear heard; hit hit; hold held; infer inferred; keep kept; know knew
known; lay laid; lead led; learn learned|learnt; leave left; let let; light lit; lose lost; make made; mean
meant; misread misread; misunderstand misunderstood; overhear overheard; pay paid; plead pleaded|pled; put put;
quit quit; read read; retell retold; rethink rethought; rise rose risen; run ran run; say said; see saw seen;
seek sought; send sent; set set; shed shed; shoot shot; show showed shown|showed; sing sang sung; speak spoke
spoken; spell spelled|spelt; spin spun; spit spat; split split; stand stood; stick stuck; strike struck; submit
submitted; swear swore sworn; take took taken; teach taught; tear tore torn; tell told; think thought; throw
threw thrown; understand understood; undertake undertook undertaken; uphold upheld; wake woke woken; wear wore
worn; weep wept; win won; withdraw withdrew withdrawn; write wrote written
"""
PAST = {entry.split()[0]: entry.split()[1:] for entry in IRREGULAR.split(";")}
WHOLE = {
    "be": "be:base am:pres:1 'm:pres:1 are:pres:2 're:pres:2 is:pres:3 's:pres:3 was:past were:past "
    "being:ing been:ppart",
    "have": "have:base has:pres:3 've:base 's:pres:3 had:past 'd:past had:ppart having:ing",
    "lie": "lie:base lies:pres:3 lied:past lied:ppart lying:ing",
    "would": "would:past 'd:past",
}
DOUBLING = set(
    """admit allot bar beg begin bet blab blog brag chat commit compel concur confer cut deadpan deter dig drop dub
    flag flip forget get hit infer jab jot let nag nod occur omit pan permit plan plot pop prefer put quip
    quiz quit rap rebut recap recur refer regret remit rip rub run set shed shrug sin slam slap slip slur snap
    sob spin spit split star stop strip submit sum swap tap tip transmit trap trim trip trot tut vet whip win
    zap""".split()
)
BRITISH_L = {
    "cancel",
    "channel",
    "counsel",
    "label",
    "marvel",
    "model",
    "quarrel",
    "rival",
    "signal",
    "total",
    "travel",
}
UNCHANGED = {"police", "staff", "media", "personnel", "advice", "evidence", "research", "data", "speculation", "gossip"}
PLURALS = {
    "child": "children",
    "criterion": "criteria",
    "life": "lives",
    "man": "men",
    "medium": "media",
    "memorandum": "memorandums|memoranda",
    "passer-by": "passers-by",
    "passerby": "passersby",
    "person": "people",
    "phenomenon": "phenomena",
    "thief": "thieves",
    "wife": "wives",
    "woman": "women",
}
ENDINGS = (("sis", "ses"), ("woman", "women"), ("man", "men"), ("person", "persons"))


def main(arguments: list[str]) -> int:
    """Writes the table, or checks the pack with ``--check``; the exit status tells whether all is well."""
    if "--check" in arguments:
        faults = list(_faults())
        print("\n".join(faults) or "every example contains its pattern")
        return bool(faults)
    rows = sorted(_table())
    (PACK / "forms.tsv").write_text("\n".join(["lemma\tform\ttags", *("\t".join(row) for row in rows), ""]), "utf-8")
    print(f"{len({row[0] for row in rows})} lemmas, {len(rows)} forms")
    return 0


def verb_forms(lemma: str) -> list[tuple[str, str]]:
    """Form and tag of every form of an English verb."""
    if lemma in WHOLE:
        pairs = (pair.split(":", 1) for pair in WHOLE[lemma].split())
        return [(form, tag) for form, tag in pairs]
    past, *participle = PAST.get(lemma, [_ed(lemma)])
    parts = {"base": lemma, "pres:3": _s(lemma), "ing": _ing(lemma), "past": past, "ppart": "".join(participle) or past}
    forms = [(form, tag) for tag, each in parts.items() for form in each.split("|")]
    return forms + [(re.sub(r"iz(?=e|i)", "is", form), tag) for form, tag in forms if _takes_ise(lemma)]


def noun_forms(lemma: str) -> list[tuple[str, str]]:
    """Form and tag of the singular and the plural of an English noun, in both spellings of -ization."""
    plural = PLURALS.get(lemma) or (lemma if lemma in UNCHANGED else _plural(lemma))
    forms = [(lemma, "sg"), *((form, "pl") for form in plural.split("|"))]
    return forms + [(form.replace("ization", "isation"), tag) for form, tag in forms if "ization" in form]


def _table() -> Iterator[tuple[str, str, str]]:
    nouns, verbs = set(_lemmas(NOUN_TABLES)), set(_lemmas(VERB_TABLES))
    verbs -= nouns - set(_lemmas(("verbs.tsv",)))
    for lemma in nouns | verbs:
        tags: dict[str, list[str]] = {}
        forms = (noun_forms(lemma) if lemma in nouns else []) + (verb_forms(lemma) if lemma in verbs else [])
        for form, tag in forms:
            tags.setdefault(form, []).append(tag)
        yield from ((lemma, form, "|".join(dict.fromkeys(each))) for form, each in tags.items())


def _lemmas(tables: Iterable[str]) -> Iterator[str]:
    for table in tables:
        for row in _rows(table):
            yield from re.findall(r"\{([^{}]+)\}", row["pattern"])


def _rows(table: str) -> list[dict[str, str]]:
    path = PACK / table
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")] if path.exists() else []
    header = lines[0].split("\t") if lines else []
    return [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:]]


def _plural(noun: str) -> str:
    for ending, plural in ENDINGS:
        if noun.endswith(ending) and noun != "human":
            return noun.removesuffix(ending) + plural
    return _s(noun)


def _s(word: str) -> str:
    if re.search(r"(s|x|z|ch|sh)$", word) or word in {"go", "do", "veto", "echo", "undergo"}:
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def _ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    return "|".join(stem + "ed" for stem in _stems(word))


def _ing(word: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return "|".join(stem + "ing" for stem in _stems(word))


def _stems(word: str) -> list[str]:
    doubled = word + ("k" if word.endswith("ic") else word[-1])
    if word in DOUBLING or word.endswith("ic"):
        return [doubled]
    return [word, doubled] if word in BRITISH_L else [word]


def _takes_ise(lemma: str) -> bool:
    return lemma.endswith("ize") and lemma not in {"seize", "prize", "size"}


def _faults() -> Iterator[str]:
    for table, columns in COLUMNS.items():
        seen: set[str] = set()
        for row in _rows(table):
            name = row.get("id") or next(iter(row.values()))
            if list(row) != columns.split() or not all(row.values()):
                yield f"{table} {name}: has the columns {' '.join(row)}"
                continue
            yield from (f"{table} {name}: {fault}" for fault in _row_faults(table, row))
            if "id" in row and row["id"] in seen:
                yield f"{table} {name}: the id stands twice"
            seen.add(name)


def _row_faults(table: str, row: dict[str, str]) -> Iterator[str]:
    for (where, column), allowed in ALLOWED.items():
        if where == table and (odd := set(row[column].split(",")) - set(allowed.split())):
            yield f"{column} {', '.join(odd)}"
    example, pattern = row.get("example") or row.get("sentence") or "", row.get("pattern") or row.get("word") or ""
    if example and not any(_matches(pattern.split(), _tokens(example)[i:]) for i in range(len(_tokens(example)))):
        yield f"{pattern!r} is not in {example!r}"
    if "pattern" in row and not 9 <= len(example.split()) <= 30:
        yield f"an example of {len(example.split())} words"


def _tokens(text: str) -> list[str]:
    return re.findall(r"'?\w+|[^\w\s]", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))


def _matches(pattern: list[str], tokens: list[str]) -> bool:
    if not pattern:
        return True
    first, rest = pattern[0], pattern[1:]
    if first.startswith("<"):
        return any(_matches(rest, tokens[i:]) for i in range(1, min(len(tokens), 25) + 1))
    optional = first.endswith("?") and len(first) > 1
    if tokens and tokens[0] in _words(first.rstrip("?") or first) and _matches(rest, tokens[1:]):
        return True
    return optional and _matches(rest, tokens)


@cache
def _words(token: str) -> frozenset[str]:
    parts = re.sub(r"[{}]", "", token).split("|")
    if not token.startswith("{"):
        return frozenset(parts)
    return frozenset(row["form"] for row in _rows("forms.tsv") if row["lemma"] in parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
