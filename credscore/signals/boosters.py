"""Words of certainty in the article's own voice."""

from __future__ import annotations

from credscore.analysis import Analysis
from credscore.signals.evidence import Evidence, not_applicable, saturate

_REFERENCE = "evidence:boosters"  # no W3C signal; see the docstring
_PER_SENTENCE = 10.0


def boosters(analysis: Analysis) -> Evidence:
    """How often the article itself stresses its certainty ("clearly", "the truth is"): one in ten sentences gives 0.5.

    Higher is worse: averaged per outlet, such words tell unreliable from reliable media of ReCOVery with an AUC of .81.
    Inside attributed statements they are the source's, and not counted.
    """
    if not analysis.sentences:
        return not_applicable(_REFERENCE)
    return Evidence(
        value=saturate(_PER_SENTENCE * len(analysis.boosters) / len(analysis.sentences)),
        finding="some" if analysis.boosters else "none",
        reference=_REFERENCE,
        spans=tuple(sorted(analysis.boosters)),
        facts={"n": len(analysis.boosters)},
    )
