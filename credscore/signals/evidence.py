"""What a signal gives back: a value between 0 and 1, and the words of the article that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from credscore.analysis import Analysis
from credscore.hedges import Hedge
from credscore.spans import Span

Fact: TypeAlias = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one signal finds in one article.

    ``value`` lies in [0, 1]; the signal's docstring says what a higher one means. Where the signal does not apply
    (nothing to judge), ``is_applicable`` is False and the value counts for nothing.
    ``finding`` names the case that was met, and ``facts`` fills in the sentence that a reader gets for it.
    ``reference`` is the published criterion behind the signal (``credweb:<W3C id>`` where there is one).
    ``spans`` point into the body text, ``title_spans`` into the title.
    """

    value: float
    finding: str
    reference: str
    spans: tuple[Span, ...] = ()
    title_spans: tuple[Span, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    is_applicable: bool = True


Signal: TypeAlias = Callable[[Analysis], Evidence]


def not_applicable(reference: str, finding: str = "not_applicable") -> Evidence:
    """Evidence that there is nothing in the article for the signal to judge."""
    return Evidence(value=0.0, finding=finding, reference=reference, is_applicable=False)


def hedge_spans(hedges: Iterable[Hedge], *, in_title: bool = False) -> tuple[Span, ...]:
    """The spans of those hedges that stand in the body, or else in the title."""
    return tuple(sorted(h.span for h in hedges if h.in_title is in_title))


def saturate(count: float) -> float:
    """How far a count goes towards enough, in [0, 1): each further one closes half of what was missing.

    >>> [saturate(count) for count in (0, 1, 2, 3)]
    [0.0, 0.5, 0.75, 0.875]
    """
    return 1.0 - float(0.5**count)
