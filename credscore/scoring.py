"""Analysis + model -> Score: the value, and the contributions that add up to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import floor, sqrt

from credscore.admiralty import rate_main_claim
from credscore.analysis import Analysis, Note
from credscore.messages import Messages, list_message_languages, load_messages
from credscore.model import Model, Weight, load_model
from credscore.scores import Band, Contribution, Score
from credscore.signals import SIGNALS, Evidence, Signal, signal_name

__all__ = ["MIN_WORDS", "Band", "Contribution", "Score", "count_words", "score_analysis"]

MIN_WORDS = 60  # below it, one attribution more or less moves the score by more than a band

_FALLBACK_LANGUAGE = "en"
_N_GROUPS = 6  # of the jackknife: enough for a spread, few enough to cost little
_READING_ERROR = 12.0  # points; set by reason: what one misread attribution can move in an article that has only one


def score_analysis(
    analysis: Analysis,
    model: Model | None = None,
    *,
    lang: str | None = None,
    signals: Sequence[Signal] = SIGNALS,
) -> Score:
    """The score of an analysed article.

    Args:
        analysis: What was found in the article.
        model: The scorecard to use; the one that comes with the package if None.
        lang: Language of the messages; the article's own if None, English where that has no messages.
        signals: The signals to ask. One that the model has no weight for gives no points, and a note says so.

    Raises:
        LanguageError: There are no messages in ``lang``.
        ModelError: The default model cannot be loaded.

    The interval is one standard error to each side (about two chances in three), under two doubts: which statements the
    article happened to have (a jackknife that leaves out one sixth of the attributions at a time), and how well they
    were read (12 / sqrt(attributions) points, set by reason). The larger of the two is taken, and cut at 0 and 100.

    The score abstains where the language is not supported, the text has fewer than 60 words, or nothing in it is
    attributed to anyone.
    """
    model = model or load_model()
    messages = _messages(lang, analysis)
    reason = _reason_to_abstain(analysis, messages)
    if reason is not None:
        return _abstain(model, messages, reason)
    weights = {weight.signal: weight for weight in model.weights}
    evidence = [(signal_name(signal), signal(analysis)) for signal in signals]
    exact = [_exact_points(weights.get(name), found) for name, found in evidence]
    tenths = _share_out(exact, round(10 * (model.base + sum(exact))) - round(10 * model.base))
    value = (round(10 * model.base) + sum(tenths)) / 10
    return Score(
        value=value,
        interval=_interval(analysis, value, [s for s in signals if signal_name(s) in weights], weights, model.base),
        band=Band.of(value),
        abstained=False,
        admiralty=rate_main_claim(analysis),
        model=model.id,
        base=model.base,
        contributions=tuple(
            _contribution(name, found, points / 10, messages)
            for (name, found), points in zip(evidence, tenths, strict=True)
        ),
        notes=tuple(_notes(analysis, messages, [name for name, _ in evidence if name not in weights])),
        lang=messages.code,
    )


def count_words(analysis: Analysis) -> int:
    """How many pieces between white space the body text has."""
    return len(analysis.article.text.split())


def _messages(lang: str | None, analysis: Analysis) -> Messages:
    if lang is not None:
        return load_messages(lang)
    own = analysis.language
    return load_messages(own if own is not None and own in list_message_languages() else _FALLBACK_LANGUAGE)


def _reason_to_abstain(analysis: Analysis, messages: Messages) -> Note | None:
    if analysis.language is None:
        return _note(messages, "language_not_supported")
    n_words = count_words(analysis)
    if n_words < MIN_WORDS:
        return _note(messages, "too_short", n=n_words, total=MIN_WORDS)
    return None if analysis.attributions else _note(messages, "nothing_attributed")


def _abstain(model: Model, messages: Messages, reason: Note) -> Score:
    return Score(
        value=None,
        interval=None,
        band=None,
        abstained=True,
        admiralty=None,
        model=model.id,
        base=model.base,
        contributions=(),
        notes=(reason,),
        lang=messages.code,
    )


def _exact_points(weight: Weight | None, evidence: Evidence) -> float:
    return weight.points(evidence.value) if weight is not None and evidence.is_applicable else 0.0


def _share_out(exact: Sequence[float], total: int) -> list[int]:
    """Points in tenths that add up to the total: each rounded down or up, up for those that lie nearest to it.

    Rounding the total first, and not the parts, is what keeps the score monotone: no change for the better can lose a
    tenth to rounding. Parts of exactly 0 stay 0.

    >>> _share_out([0.26, 0.26, 0.0, -0.12], 4)
    [3, 2, 0, -1]
    """
    tenths = [floor(10 * part) for part in exact]
    by_need = sorted(range(len(exact)), key=lambda i: tenths[i] - 10 * exact[i])
    for i in by_need[: total - sum(tenths)]:
        tenths[i] += 1
    return tenths


def _interval(
    analysis: Analysis, value: float, signals: Sequence[Signal], weights: dict[str, Weight], base: float
) -> tuple[float, float]:
    n_attributions = len(analysis.attributions)
    half_width = _READING_ERROR / sqrt(n_attributions)
    n_groups = min(_N_GROUPS, n_attributions)
    if n_groups > 1:
        parts = [_without_group(analysis, group, n_groups) for group in range(n_groups)]
        values = [base + sum(_exact_points(weights[signal_name(s)], s(part)) for s in signals) for part in parts]
        half_width = max(half_width, _jackknife_error(values))
    return max(0.0, round(value - half_width, 1)), min(100.0, round(value + half_width, 1))


def _without_group(analysis: Analysis, group: int, n_groups: int) -> Analysis:
    """The analysis without every n-th attribution; signals see what the article would say without these."""
    kept = tuple(a for i, a in enumerate(analysis.attributions) if i % n_groups != group)
    return replace(analysis, attributions=kept)


def _jackknife_error(values: Sequence[float]) -> float:
    """The standard error by the delete-a-group jackknife: sqrt((g - 1) / g * sum of squared deviations)."""
    mean = sum(values) / len(values)
    return sqrt((len(values) - 1) / len(values) * sum((value - mean) ** 2 for value in values))


def _contribution(name: str, evidence: Evidence, points: float, messages: Messages) -> Contribution:
    return Contribution(
        signal=name,
        points=points,
        value=round(evidence.value, 4),
        is_applicable=evidence.is_applicable,
        finding=evidence.finding,
        reference=evidence.reference,
        spans=evidence.spans,
        title_spans=evidence.title_spans,
        message=messages.explain(name, evidence.finding, evidence.facts),
    )


def _notes(analysis: Analysis, messages: Messages, unknown: Iterable[str]) -> Iterable[Note]:
    if analysis.relays:
        names = ", ".join(dict.fromkeys(relay.name for relay in analysis.relays))
        yield _note(messages, "wire_copy", names=names)
    if names := ", ".join(unknown):
        yield _note(messages, "not_for_model", names=names)


def _note(messages: Messages, code: str, **facts: str | int) -> Note:
    return Note(code, messages.note(code, facts))
