"""Analysis -> Evidence: one signal a file, listed in one tuple.

A signal is any callable that takes an Analysis and gives Evidence; `credscore.testing.check_signal` holds it to the
contract. Its name (``__name__``) is the key of its weight in a model and of its sentences in the messages.
"""

from __future__ import annotations

from credscore.signals.admitted_uncertainty import admitted_uncertainty
from credscore.signals.attributed_doubt import attributed_doubt
from credscore.signals.boosters import boosters
from credscore.signals.diversity import diversity
from credscore.signals.documents import documents
from credscore.signals.evidence import Evidence, Fact, Signal
from credscore.signals.hearsay import hearsay
from credscore.signals.identifiable_origins import identifiable_origins
from credscore.signals.quoted_sources import quoted_sources
from credscore.signals.reason_for_anonymity import reason_for_anonymity
from credscore.signals.relay_dependence import relay_dependence
from credscore.signals.second_origin import second_origin
from credscore.signals.single_unnamed_origin import single_unnamed_origin
from credscore.signals.sourced_share import sourced_share
from credscore.signals.vague_authorities import vague_authorities
from credscore.signals.wire_copy import wire_copy

__all__ = ["SIGNALS", "Evidence", "Fact", "Signal", "signal_name"]

SIGNALS: tuple[Signal, ...] = (
    single_unnamed_origin,
    reason_for_anonymity,
    second_origin,
    sourced_share,
    identifiable_origins,
    diversity,
    documents,
    quoted_sources,
    relay_dependence,
    hearsay,
    vague_authorities,
    boosters,
    admitted_uncertainty,
    attributed_doubt,
    wire_copy,
)


def signal_name(signal: Signal) -> str:
    """The name of a signal: that of its function, or of its class where it is an object with ``__call__``."""
    return getattr(signal, "__name__", type(signal).__name__)
