"""Analyses built by hand: a story of sentences, each with its statements, becomes a text with all spans in place."""

from __future__ import annotations

from dataclasses import dataclass, field

from credscore.analysis import Analysis, Relay
from credscore.articles import Article
from credscore.chains import Attribution, Construction
from credscore.hedges import Hedge, HedgeKind, Holder
from credscore.sources import Source, SourceKind
from credscore.spans import Span

CLAIM = "the harbour bridge reopens before summer holidays"
OTHER = "nobody has counted these boats"
_FILLER = "Boats went up and down the river all day and nothing else was worth a line here."


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One source: its words, its kind, and whether the words are its name."""

    words: str
    kind: SourceKind
    is_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement: its origin, the outlets it came through, its content, and the hedges inside it."""

    origin: Who
    via: tuple[str, ...] = ()
    content: str = CLAIM
    is_quoted: bool = False
    hedges: tuple[HedgeKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: what is said in it, and what the article itself adds."""

    said: tuple[Said, ...] = ()
    hedges: tuple[HedgeKind, ...] = ()
    n_boosters: int = 0
    anonymity: tuple[bool, ...] = ()  # one phrase each; True where it gives a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A lead, a body, perhaps a statement in the title, and agencies that are credited."""

    lead: tuple[Sentence, ...]
    body: tuple[Sentence, ...] = ()
    title: Said | None = None
    wires: tuple[str, ...] = ()
    language: str | None = "en"
    n_fillers: int = 5  # plain sentences at the end, so that the text is long enough to be judged


def person(name: str) -> Who:
    return Who(words=name, kind=SourceKind.NAMED_PERSON, is_named=True)


def outlet(name: str) -> Who:
    return Who(words=name, kind=SourceKind.OUTLET, is_named=True)


def document(words: str) -> Who:
    return Who(words=words, kind=SourceKind.DOCUMENT)


OFFICIAL = Who(words="a senior official", kind=SourceKind.UNNAMED_PERSON)
OFFICIALS = Who(words="several officials", kind=SourceKind.UNNAMED_GROUP)
NOBODY = Who(words="reportedly", kind=SourceKind.UNSPECIFIED)


def build(story: Story) -> Analysis:
    """The Analysis that a perfect reader would make of the story."""
    body, title = _Writer(), _Writer(in_title=True)
    if story.title is not None:
        title.say(story.title)
    sentences = [body.sentence(sentence) for sentence in story.lead]
    lead = (0, len(body.text))
    sentences += [body.sentence(sentence) for sentence in (*story.body, *[Sentence()] * story.n_fillers)]
    relays = tuple(Relay(name=wire, kind="wire", spans=(body.add(f"({wire})"),)) for wire in story.wires)
    return Analysis(
        article=Article(text=body.text, title=title.text or None, language=story.language),
        language=story.language,
        sentences=tuple(sentences),
        paragraphs=((0, len(body.text)),),
        lead=lead,
        n_tokens=len(body.text.split()),
        attributions=(*title.attributions, *body.attributions),
        hedges=(*title.hedges, *body.hedges),
        boosters=tuple(body.boosters),
        anonymity=tuple(body.anonymity),
        relays=relays,
        notes=(),
    )


@dataclass(slots=True)
class _Writer:
    text: str = ""
    in_title: bool = False
    attributions: list[Attribution] = field(default_factory=list)
    hedges: list[Hedge] = field(default_factory=list)
    boosters: list[Span] = field(default_factory=list)
    anonymity: list[tuple[Span, bool]] = field(default_factory=list)

    def add(self, words: str) -> Span:
        self.text += " " if self.text else ""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def sentence(self, sentence: Sentence) -> Span:
        start = len(self.text) + bool(self.text)
        for said in sentence.said:
            self.say(said)
        for kind in sentence.hedges:
            self.hedges.append(self._hedge(kind, Holder.AUTHOR))
        self.boosters += [self.add("clearly") for _ in range(sentence.n_boosters)]
        self.anonymity += [(self.add("who may not speak openly"), is_reason) for is_reason in sentence.anonymity]
        self.add(_FILLER)
        return start, len(self.text)

    def say(self, said: Said) -> None:
        chain = [self._link(outlet(name)) for name in said.via]
        chain.append(self._link(said.origin))
        is_hearsay = said.origin.kind is SourceKind.UNSPECIFIED
        cue = chain[-1].span if is_hearsay else self.add("said that")
        start = len(self.text) + 1
        self.add(said.content)
        hedges = [self._hedge(kind, Holder.SOURCE) for kind in said.hedges]
        self.attributions.append(
            Attribution(
                cue=cue,
                content=((start, len(self.text)),),
                chain=tuple(chain),
                cue_class="hearsay" if is_hearsay else "say",
                construction=_construction(said),
                in_title=self.in_title,
            )
        )
        self.hedges += hedges

    def _link(self, who: Who) -> Source:
        return Source(span=self.add(who.words), kind=who.kind, name=who.words if who.is_named else None)

    def _hedge(self, kind: HedgeKind, holder: Holder) -> Hedge:
        return Hedge(span=self.add("perhaps"), kind=kind, holder=holder, in_title=self.in_title)


def _construction(said: Said) -> Construction:
    if said.origin.kind is SourceKind.UNSPECIFIED:
        return Construction.HEARSAY
    return Construction.QUOTED if said.is_quoted else Construction.INDIRECT
