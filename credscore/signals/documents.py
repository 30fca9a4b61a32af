"""Whether documents stand behind the article."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.signals.evidence import Evidence, saturate
from credscore.signals.origins import origin_spans, source_key
from credscore.sources import SourceKind

_REFERENCE = "credweb:457405d2"  # documents cited


def documents(analysis: Analysis) -> Evidence:
    """How far the documents cited as origins (reports, studies, filings, polls) go towards enough: 1 gives 0.5, 2 0.75.

    Higher is better: a document can be checked by anyone, and does not change what it says.
    """
    cited = [a for a in analysis.attributions if a.origin.kind is SourceKind.DOCUMENT]
    n_documents = len({source_key(analysis, a, a.origin) for a in cited})
    return Evidence(
        value=saturate(n_documents),
        finding="some" if cited else "none",
        reference=_REFERENCE,
        spans=origin_spans(cited),
        title_spans=origin_spans(cited, in_title=True),
        facts={"n": n_documents},
    )
