"""How many hops lie between the publisher and the origins."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.chains import Attribution
from credscore.signals.evidence import Evidence, not_applicable
from credscore.signals.origins import sourced
from credscore.sources import SourceKind

_REFERENCE = "newsguard:responsible-gathering"


def relay_dependence(analysis: Analysis) -> Evidence:
    """The mean over the attributions of 1 - 1/hops: 0 where the publisher asked the origin itself, 0.5 with one relay.

    Higher is worse: each hop is one more place where a statement can change, and passing a claim on does not launder
    it (NewsGuard's criterion on responsible gathering). An outlet cited alone is a relay too: the publisher has it
    from there. Hearsay has no chain and is judged elsewhere.
    """
    attributions = sourced(analysis)
    if not attributions:
        return not_applicable(_REFERENCE)
    relayed = [a for a in attributions if _n_hops(a) > 1]
    return Evidence(
        value=sum(1.0 - 1.0 / _n_hops(a) for a in attributions) / len(attributions),
        finding="relayed" if relayed else "direct",
        reference=_REFERENCE,
        spans=tuple(sorted({a.chain[0].span for a in relayed if not a.in_title})),
        title_spans=tuple(sorted({a.chain[0].span for a in relayed if a.in_title})),
        facts={"n": len(relayed), "total": len(attributions)},
    )


def _n_hops(attribution: Attribution) -> int:
    """Steps from the publisher to the origin; an outlet as origin stands for one who told it."""
    return len(attribution.chain) + (attribution.origin.kind is SourceKind.OUTLET)
