"""Document -> relays: media whose material the article as a whole republishes or passes on."""

from __future__ import annotations

from dataclasses import dataclass

from credscore.cues import Cues
from credscore.document import Document
from credscore.spans import Span
from credscore.words import WordClass as W

_CREDIT_WORDS = frozenset("źródło źródła source credit foto via h/t oprac autor".split())
_CLOSING_TOKENS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """A medium whose material the article republishes: wire copy ("wire") or a credit line ("credit")."""

    name: str
    kind: str
    spans: tuple[Span, ...]


def find_relays(document: Document, cues: Cues) -> tuple[Relay, ...]:
    """The credit lines of a document: "(PAP)", "(Reuters) -", "mt/ PAP", "Źródło: Onet", one relay a medium."""
    spans: dict[tuple[str, str], list[Span]] = {}
    for token, (end, entry) in cues.names.items():
        if entry.is_outlet and _is_credit(document, token, end):
            kind = "wire" if entry.kind == "agency" else "credit"
            spans.setdefault((entry.name, kind), []).append(document.span(token, end))
    return tuple(Relay(name=name, kind=kind, spans=tuple(found)) for (name, kind), found in spans.items())


def _is_credit(document: Document, token: int, end: int) -> bool:
    """Whether an outlet's name stands as a credit: in brackets, after a slash, or after a word like "source:"."""
    words, classes = document.words, document.classes
    before = words[token - 1] if token else ""
    after = words[end] if end < len(words) else ""
    if before in ("(", "[", "/") and after in (")", "]", "/", "."):
        return True
    if before in ("/", "(") and (end >= len(words) or classes[end] & W.STOP):
        return True
    if after == "/" and document.begins_sentence(token):
        return True
    is_named = any(word in _CREDIT_WORDS for word in document.lower[max(0, token - 3) : token])
    is_labelled = before == ":" or document.lower[token - 1 : token] == ["via"]
    return (is_named and is_labelled) or (before == "/" and token >= len(words) - _CLOSING_TOKENS)
