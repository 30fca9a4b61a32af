"""Over how many origins the statements are spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import exp, log

from credscore.analysis import Analysis
from credscore.chains import Attribution
from credscore.signals.evidence import Evidence, not_applicable
from credscore.signals.origins import source_key, sourced
from credscore.spans import Span

_REFERENCE = "credweb:7113e6b1"  # number of quoted sources


def diversity(analysis: Analysis) -> Evidence:
    """1 - 1/N, where N is the effective number of origins: exp of the entropy of their shares of the attributions.

    Higher is better: 0 for one origin, 0.5 for two that speak equally often, 0.75 for four. One voice that speaks nine
    times of ten counts little more than one (Hill 1973, order 1). All unnamed origins count as one, hearsay as none.
    """
    attributions = sourced(analysis)
    if not attributions:
        return not_applicable(_REFERENCE)
    keys = [source_key(analysis, a, a.origin) for a in attributions]
    counts = Counter(keys)
    return Evidence(
        value=1.0 - 1.0 / _effective_number(counts),
        finding="one" if len(counts) == 1 else "several",
        reference=_REFERENCE,
        spans=tuple(sorted(_first_spans(attributions, keys))),
        facts={"n": len(counts), "total": len(attributions)},
    )


def _effective_number(counts: Counter[str]) -> float:
    total = counts.total()
    return max(1.0, exp(-sum(count / total * log(count / total) for count in counts.values())))


def _first_spans(attributions: Iterable[Attribution], keys: Iterable[str]) -> Iterable[Span]:
    """Where each origin of the body is met for the first time."""
    first: dict[str, Span] = {}
    for attribution, key in zip(attributions, keys, strict=True):
        if not attribution.in_title:
            first.setdefault(key, attribution.origin.span)
    return first.values()
