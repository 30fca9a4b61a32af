"""Checks that hold extensions to their contracts; for our own tests and for those of users."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import isfinite

from credscore.analysis import Analysis
from credscore.articles import Article
from credscore.chains import Attribution, Construction
from credscore.hedges import Hedge, HedgeKind, Holder
from credscore.signals import Evidence, Signal, signal_name
from credscore.sources import Source, SourceKind
from credscore.spans import Span

__all__ = ["check_signal"]


def check_signal(signal: Signal, analyses: Iterable[Analysis] = ()) -> None:
    """Raises AssertionError, with all that is wrong, where a signal breaks the contract; gives back nothing.

    The contract: a name that is an identifier; for any analysis the same answer twice, a finite value from 0 to 1, a
    finding and a reference, and spans inside the text. It is checked on an empty article, on one in an unknown
    language, on a short one with a chain, a hedge and a booster, and on the ``analyses`` given.

    >>> from credscore.signals import SIGNALS
    >>> for signal in SIGNALS:
    ...     check_signal(signal)
    """
    name = signal_name(signal)
    faults = [] if name.isidentifier() else [f"its name {name!r} is not an identifier"]
    for number, analysis in enumerate((*_samples(), *analyses), 1):
        faults += [f"article {number}: {fault}" for fault in _faults(signal, analysis)]
    if faults:
        raise AssertionError(f"the signal {name} breaks the contract:\n" + "\n".join(f"- {fault}" for fault in faults))


def _faults(signal: Signal, analysis: Analysis) -> Iterator[str]:
    evidence: object = signal(analysis)  # a user's signal may give anything
    if not isinstance(evidence, Evidence):
        yield f"it gives {type(evidence).__name__}, not Evidence"
        return
    if signal(analysis) != evidence:
        yield "it gives two answers to the same article"
    if not (isfinite(evidence.value) and 0 <= evidence.value <= 1):
        yield f"the value {evidence.value!r} is not between 0 and 1"
    if not (evidence.finding and evidence.reference):
        yield "finding or reference is empty"
    article = analysis.article
    yield from _span_faults("spans", evidence.spans, len(article.text))
    yield from _span_faults("title_spans", evidence.title_spans, len(article.title or ""))


def _span_faults(field: str, spans: Iterable[Span], length: int) -> Iterator[str]:
    for start, end in spans:
        if not 0 <= start < end <= length:
            yield f"{field}: ({start}, {end}) does not lie inside the text of {length} characters"


def _samples() -> tuple[Analysis, ...]:
    empty = Analysis(
        article=Article(text=""),
        language=None,
        sentences=(),
        paragraphs=(),
        lead=(0, 0),
        n_tokens=0,
        attributions=(),
        hedges=(),
        boosters=(),
        anonymity=(),
        relays=(),
        notes=(),
    )
    return empty, replace(empty, language="en"), replace(empty, article=Article(text="Ωραία μέρα.")), _short_sample()


def _short_sample() -> Analysis:
    """A sentence with a chain of two links, a hedge of its source, and a booster."""
    text = "The mill clearly failed. It may reopen, the Tarn Gazette wrote, citing a clerk."
    at = {words: (text.index(words), text.index(words) + len(words)) for words in _SHORT_SAMPLE_WORDS}
    outlet = Source(span=at["the Tarn Gazette"], kind=SourceKind.OUTLET, name="Tarn Gazette")
    clerk = Source(span=at["a clerk"], kind=SourceKind.UNNAMED_PERSON)
    attribution = Attribution(
        cue=at["wrote"],
        content=(at["It may reopen"],),
        chain=(outlet, clerk),
        cue_class="say",
        construction=Construction.INDIRECT,
    )
    return Analysis(
        article=Article(text=text),
        language="en",
        sentences=((0, 24), (25, len(text))),
        paragraphs=((0, len(text)),),
        lead=(0, len(text)),
        n_tokens=17,
        attributions=(attribution,),
        hedges=(Hedge(span=at["may"], kind=HedgeKind.EPISTEMIC, holder=Holder.SOURCE, attribution=0),),
        boosters=(at["clearly"],),
        anonymity=(),
        relays=(),
        notes=(),
    )


_SHORT_SAMPLE_WORDS = ("clearly", "It may reopen", "may", "the Tarn Gazette", "wrote", "a clerk")
