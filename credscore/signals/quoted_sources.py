"""Whether named sources speak in their own words."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.chains import Construction
from credscore.signals.evidence import Evidence, saturate
from credscore.signals.origins import is_identifiable, origin_spans, source_key

_REFERENCE = "credweb:aec59fc7"  # original quotes
_QUOTED = frozenset({Construction.QUOTED, Construction.MIXED})
_SECOND_HAND = 0.5


def quoted_sources(analysis: Analysis) -> Evidence:
    """How far the named sources that are quoted verbatim go towards enough: one gives 0.5, two 0.75.

    Higher is better: a quotation by name can be held against the one who spoke. Quotations that came through another
    medium count half. Each source counts once, however much it says.
    """
    quoted = [a for a in analysis.attributions if a.construction in _QUOTED and is_identifiable(a.origin)]
    credit: dict[str, float] = {}
    for attribution in quoted:
        key = source_key(analysis, attribution, attribution.origin)
        credit[key] = max(credit.get(key, 0.0), 1.0 if len(attribution.chain) == 1 else _SECOND_HAND)
    return Evidence(
        value=saturate(sum(credit.values())),
        finding="some" if quoted else "none",
        reference=_REFERENCE,
        spans=origin_spans(quoted),
        title_spans=origin_spans(quoted, in_title=True),
        facts={"n": len(credit)},
    )
