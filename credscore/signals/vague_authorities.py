"""Vague authorities: "some say", "experts believe"."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.hedges import HedgeKind, Holder
from credscore.signals.evidence import Evidence, hedge_spans, not_applicable, saturate

_REFERENCE = "credweb:31755cbb"  # attribution not given
_PER_SENTENCE = 10.0


def vague_authorities(analysis: Analysis) -> Evidence:
    """How often the article itself calls on people nobody can count or ask: one in ten sentences gives 0.5.

    Higher is worse: editors call these weasel words, and readers of CoNLL-2010's Wikipedia marked them as uncertain
    most of all ("critics" .92, "experts" .83). Where a source speaks vaguely, that is the source's affair. Doubt of
    other kinds ("may", "probably") is no fault and is not counted.
    """
    if not analysis.sentences:
        return not_applicable(_REFERENCE)
    vague = [h for h in analysis.hedges if h.kind is HedgeKind.WEASEL and h.holder is Holder.AUTHOR]
    return Evidence(
        value=saturate(_PER_SENTENCE * len(vague) / len(analysis.sentences)),
        finding="some" if vague else "none",
        reference=_REFERENCE,
        spans=hedge_spans(vague),
        title_spans=hedge_spans(vague, in_title=True),
        facts={"n": len(vague)},
    )
