"""Analysis -> the main claim on the NATO Admiralty scale: its source and its information, judged apart."""

from __future__ import annotations

from dataclasses import dataclass

from credscore.analysis import Analysis
from credscore.chains import Attribution
from credscore.signals.origins import independent_origins, main_claim
from credscore.sources import SourceKind


@dataclass(frozen=True, slots=True)
class Admiralty:
    """``source``: reliability, A to F; ``information``: credibility, 1 to 6. F and 6: it cannot be judged."""

    source: str
    information: str


def rate_main_claim(analysis: Analysis) -> Admiralty:
    """The rating of the main claim, by what the text alone can show.

    Source: B where a document stands behind the claim, which anyone can check; C where the origin has a name and can be
    held to it; F where all origins are unnamed, since a source without a record cannot be judged (F, not E). A, D and E
    take a record of the source, which no text holds.

    Information: 1 with two or more independent identifiable origins; 2 with one that is a document; 3 with one origin,
    also an unnamed one; 4 where it is hearsay from nobody; 6 where the claim has no attribution. 5 would take a
    contradiction, which is not looked for.
    """
    claim = main_claim(analysis)
    n_origins = len(independent_origins(analysis, claim))
    return Admiralty(source=_rate_source(claim, n_origins), information=_rate_information(claim, n_origins))


def _rate_source(claim: tuple[Attribution, ...], n_origins: int) -> str:
    if _has_document(claim):
        return "B"
    return "C" if n_origins else "F"


def _rate_information(claim: tuple[Attribution, ...], n_origins: int) -> str:
    if not claim:
        return "6"
    if n_origins > 1:
        return "1"
    if _has_document(claim):
        return "2"
    return "4" if all(a.origin.kind is SourceKind.UNSPECIFIED for a in claim) else "3"


def _has_document(claim: tuple[Attribution, ...]) -> bool:
    return any(a.origin.kind is SourceKind.DOCUMENT for a in claim)
