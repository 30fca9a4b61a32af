"""Frames + sources -> attributions, each with the chain of sources from the publisher's side to the origin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credscore.sources import Source
from credscore.spans import Span


class Construction(StrEnum):
    """How an attribution is worded."""

    QUOTED = "quoted"
    MIXED = "mixed"
    INDIRECT = "indirect"
    PREPOSITIONAL = "prepositional"
    HEADLINE = "headline"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A statement that the article puts in someone's mouth, mind or pages.

    ``chain`` runs from the publisher's side (first) to the origin (last); the publisher itself is not in it.
    ``cue_class`` is the class of the lexicon row behind the cue ("say", "think", "feel", "want", "demand", "judge",
    "show", "according", "hearsay", ...). ``parent`` is the index of the attribution in whose content this one stands.
    All spans are code points of the body text, or of the title where ``in_title``.
    """

    cue: Span
    content: tuple[Span, ...]
    chain: tuple[Source, ...]
    cue_class: str
    construction: Construction
    parent: int | None = None
    in_title: bool = False

    @property
    def origin(self) -> Source:
        """The last link: where the statement is said to come from."""
        return self.chain[-1]
