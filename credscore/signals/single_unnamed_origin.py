"""Whether the main claim depends on a source that nobody can name."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.chains import Attribution
from credscore.signals.evidence import Evidence, Fact, not_applicable
from credscore.signals.origins import (
    UNNAMED_KINDS,
    independent_origins,
    is_identifiable,
    main_claim,
    origin_spans,
    passage,
)

_REFERENCE = "credweb:db18b042"  # a single anonymous source materially cited
_EXPLAINED = 0.5


def single_unnamed_origin(analysis: Analysis) -> Evidence:
    """1 when the main claim (title and lead) rests on unnamed sources or hearsay alone, 0.5 when the text says why.

    Higher is worse. Using unnamed sources is no fault, *depending* on them is: readers trust a story that rests on
    unnamed sources alone less (N = 620), and least when no reason is given. An outlet that passes the unnamed source on
    does not help: passing a claim on does not launder it. All unnamed sources of the claim count as one, since the text
    does not tell them apart. A first origin that can be identified brings the value to 0.
    """
    claim = main_claim(analysis)
    if not claim:
        return not_applicable(_REFERENCE)
    if independent_origins(analysis, claim) or all(is_identifiable(a.origin) for a in claim):
        return Evidence(value=0.0, finding="identifiable", reference=_REFERENCE)
    unnamed = [a for a in claim if a.origin.kind in UNNAMED_KINDS]
    is_explained = bool(unnamed) and any(is_reason for _, is_reason in analysis.anonymity)
    return Evidence(
        value=_EXPLAINED if is_explained else 1.0,
        finding=_finding(unnamed, is_explained=is_explained),
        reference=_REFERENCE,
        spans=origin_spans(unnamed or claim),
        title_spans=origin_spans(unnamed or claim, in_title=True),
        facts=_facts(analysis, unnamed),
    )


def _finding(unnamed: list[Attribution], *, is_explained: bool) -> str:
    if not unnamed:
        return "hearsay"
    explained = "explained" if is_explained else "unexplained"
    return f"{explained}_relayed" if _relayed_first(unnamed).chain[:-1] else explained


def _facts(analysis: Analysis, unnamed: list[Attribution]) -> dict[str, Fact]:
    if not unnamed:
        return {}
    attribution = _relayed_first(unnamed)
    relay = attribution.chain[0]
    return {
        "origin": passage(analysis, attribution, attribution.origin.span),
        "relay": relay.name or passage(analysis, attribution, relay.span),
    }


def _relayed_first(unnamed: list[Attribution]) -> Attribution:
    """The attribution to show: the first of those with the longest chain, as it tells most."""
    return max(unnamed, key=lambda attribution: len(attribution.chain))
