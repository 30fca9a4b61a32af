"""Whether the article admits what it does not know."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.hedges import HedgeKind, Holder
from credscore.signals.evidence import Evidence, hedge_spans, saturate

_REFERENCE = "credweb:c2385f39"  # acknowledges uncertainty


def admitted_uncertainty(analysis: Analysis) -> Evidence:
    """How far open admissions of not knowing ("it is unclear whether", "could not be verified") go towards enough.

    Higher is better: one gives 0.5, two 0.75. Uncertainty that is acknowledged raises trust in those who report it
    (Jensen 2008, N = 601). An article that has nothing to admit loses nothing by it.
    """
    admitted = [h for h in analysis.hedges if h.kind is HedgeKind.UNVERIFIED and h.holder is Holder.AUTHOR]
    return Evidence(
        value=saturate(len(admitted)),
        finding="some" if admitted else "none",
        reference=_REFERENCE,
        spans=hedge_spans(admitted),
        title_spans=hedge_spans(admitted, in_title=True),
        facts={"n": len(admitted)},
    )
