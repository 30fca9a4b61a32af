"""Whether the doubt of the sources is passed on with their words."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.hedges import Holder
from credscore.signals.evidence import Evidence, hedge_spans, saturate

_REFERENCE = "credweb:c2385f39"  # acknowledges uncertainty


def attributed_doubt(analysis: Analysis) -> Evidence:
    """How far the hedges inside attributed statements go towards enough: one gives 0.5, two 0.75.

    Higher is better: readers trust a report more when doubt is given to those who know the matter (Jensen 2008,
    N = 601). The article's own doubt is not counted, neither for nor against it: plain density of hedges is neutral
    (.497) or slightly good (.576). A text whose sources have no doubts loses nothing.
    """
    attributed = [h for h in analysis.hedges if h.holder is Holder.SOURCE]
    return Evidence(
        value=saturate(len(attributed)),
        finding="some" if attributed else "none",
        reference=_REFERENCE,
        spans=hedge_spans(attributed),
        title_spans=hedge_spans(attributed, in_title=True),
        facts={"n": len(attributed)},
    )
