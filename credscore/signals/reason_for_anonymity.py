"""Whether the text says why its unnamed sources are not named."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.signals.evidence import Evidence, not_applicable
from credscore.signals.origins import origin_spans
from credscore.sources import SourceKind

_REFERENCE = "credweb:69a1b877"  # motive for anonymity given
_REQUEST_ONLY = 0.4


def reason_for_anonymity(analysis: Analysis) -> Evidence:
    """1 when the text gives a reason why a source is not named, 0.4 when it says only that one asked not to be, else 0.

    Higher is better. It applies where a single person speaks without a name: groups ("officials", "experts") are
    seldom asked for one. Readers trust stories on unnamed sources least when no reason is given (N = 620).
    """
    unnamed = [a for a in analysis.attributions if a.origin.kind is SourceKind.UNNAMED_PERSON]
    if not unnamed:
        return not_applicable(_REFERENCE)
    reasons = tuple(span for span, is_reason in analysis.anonymity if is_reason)
    requests = tuple(span for span, is_reason in analysis.anonymity if not is_reason)
    facts = {"n": len(origin_spans(unnamed)) + len(origin_spans(unnamed, in_title=True))}
    if reasons:
        return Evidence(value=1.0, finding="reason", reference=_REFERENCE, spans=reasons, facts=facts)
    if requests:
        return Evidence(value=_REQUEST_ONLY, finding="request", reference=_REFERENCE, spans=requests, facts=facts)
    return Evidence(
        value=0.0,
        finding="none",
        reference=_REFERENCE,
        spans=origin_spans(unnamed),
        title_spans=origin_spans(unnamed, in_title=True),
        facts=facts,
    )
