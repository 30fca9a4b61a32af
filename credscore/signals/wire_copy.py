"""Whether the article is marked as agency material."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.signals.evidence import Evidence, not_applicable

_REFERENCE = "credweb:b4fafa09"  # wire services


def wire_copy(analysis: Analysis) -> Evidence:
    """1 when the article openly republishes a news agency's material or credits it; it does not apply otherwise.

    Higher is neither better nor worse: agencies report with care, and the publisher adds nothing of its own. It is a
    signal so that a reader sees it and a model can weigh it; the shipped weight is 0.
    """
    if not analysis.relays:
        return not_applicable(_REFERENCE)
    return Evidence(
        value=1.0,
        finding="wire",
        reference=_REFERENCE,
        spans=tuple(sorted(span for relay in analysis.relays for span in relay.spans)),
        facts={"names": ", ".join(dict.fromkeys(relay.name for relay in analysis.relays))},
    )
