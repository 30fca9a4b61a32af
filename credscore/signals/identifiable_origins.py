"""Whether the origins can be identified."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.signals.evidence import Evidence, not_applicable
from credscore.signals.origins import UNNAMED_KINDS, is_identifiable, origin_spans
from credscore.sources import Source, SourceKind

_REFERENCE = "credweb:5ab55dfc"  # anonymous sources cited
_UNNAMED_DOCUMENT = 0.9
_UNNAMED_PERSON = 0.5


def identifiable_origins(analysis: Analysis) -> Evidence:
    """The mean, over the attributions, of how well a reader could find and ask the origin.

    Higher is better. A named person, organization, outlet or document counts 1, a document without a title of its own
    0.9, an unnamed person or group 0.5, hearsay from nobody 0. Unnamed sources are no fault in themselves (per article
    they tell nothing, AUC .52), which is why they count half and not nothing; named speakers tell reliable from
    unreliable media of ReCOVery with an AUC of .82 per outlet.
    """
    attributions = analysis.attributions
    if not attributions:
        return not_applicable(_REFERENCE)
    unidentified = [a for a in attributions if not is_identifiable(a.origin)]
    return Evidence(
        value=sum(_identifiability(a.origin) for a in attributions) / len(attributions),
        finding="some_unidentified" if unidentified else "all_identified",
        reference=_REFERENCE,
        spans=origin_spans(unidentified),
        title_spans=origin_spans(unidentified, in_title=True),
        facts={"n": len(unidentified), "total": len(attributions)},
    )


def _identifiability(origin: Source) -> float:
    if origin.name is not None:
        return 1.0
    if origin.kind is SourceKind.DOCUMENT:
        return _UNNAMED_DOCUMENT
    return _UNNAMED_PERSON if origin.kind in UNNAMED_KINDS else 0.0
