"""Whether the main claim has a second origin that is independent of the first."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.signals.evidence import Evidence, not_applicable
from credscore.signals.origins import independent_origins, is_identifiable, main_claim, origin_spans

_REFERENCE = "credweb:d0c94f6a"  # several sources in corroboration
_VALUES = (0.0, 0.4, 0.8)  # for no, one and two identifiable origins; from three on it is 1


def second_origin(analysis: Analysis) -> Evidence:
    """How many independent, identifiable origins the main claim has: 0 for none, 0.4 for one, 0.8 for two, else 1.

    Higher is better. Only independent confirmation makes information "confirmed" on the Admiralty scale, and passing a
    claim on does not launder it (NewsGuard's criterion on responsible gathering): two outlets that cite one agency are
    one origin. Unnamed origins are not counted, as they cannot be told apart.
    """
    claim = main_claim(analysis)
    if not claim:
        return not_applicable(_REFERENCE)
    n_origins = len(independent_origins(analysis, claim))
    identifiable = [a for a in claim if is_identifiable(a.origin)]
    return Evidence(
        value=_VALUES[n_origins] if n_origins < len(_VALUES) else 1.0,
        finding=("none", "one")[n_origins] if n_origins < 2 else "several",
        reference=_REFERENCE,
        spans=origin_spans(identifiable),
        title_spans=origin_spans(identifiable, in_title=True),
        facts={"n": n_origins},
    )
