"""The score of an article and its contributions, as records."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from credscore.admiralty import Admiralty
from credscore.analysis import Note
from credscore.messages import load_messages
from credscore.spans import Span


class Band(StrEnum):
    """Four classes of scores, cut where NewsGuard cuts its own: 75, 60, 40."""

    STRONG = "strong"
    GOOD = "good"
    PARTIAL = "partial"
    WEAK = "weak"

    @classmethod
    def of(cls, value: float) -> Band:
        """The band of a score.

        >>> [Band.of(value).value for value in (100, 75, 74.9, 60, 40, 39.9)]
        ['strong', 'strong', 'good', 'good', 'partial', 'weak']
        """
        if value >= 75:
            return cls.STRONG
        if value >= 60:
            return cls.GOOD
        return cls.PARTIAL if value >= 40 else cls.WEAK


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one signal adds to the score, and the words that earned or cost it.

    ``points`` has one decimal; it is 0 where the signal does not apply. ``value`` is that of the signal's Evidence,
    ``finding`` the code of what it found, and ``message`` the same as a sentence. ``title_spans`` point into the title.
    """

    signal: str
    points: float
    value: float
    is_applicable: bool
    finding: str
    reference: str
    spans: tuple[Span, ...]
    title_spans: tuple[Span, ...]
    message: str

    def to_dict(self) -> dict[str, Any]:
        """The contribution in the JSON form; ``title_spans`` are there only if there are any."""
        form: dict[str, Any] = {
            "signal": self.signal,
            "points": self.points,
            "value": self.value,
            "applicable": self.is_applicable,
            "finding": self.finding,
            "reference": self.reference,
            "spans": [list(span) for span in self.spans],
            "message": self.message,
        }
        return form | ({"title_spans": [list(span) for span in self.title_spans]} if self.title_spans else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well the statements of one article are sourced, 0 to 100; never whether they are true.

    ``value`` is ``base`` plus the points of all ``contributions``, exactly, in tenths. Where the score abstains,
    ``value``, ``interval``, ``band`` and ``admiralty`` are None, there are no contributions, and ``notes`` says why.
    ``lang`` is the language of the messages.
    """

    value: float | None
    interval: tuple[float, float] | None
    band: Band | None
    abstained: bool
    admiralty: Admiralty | None
    model: str
    base: float
    contributions: tuple[Contribution, ...]
    notes: tuple[Note, ...]
    lang: str

    def __str__(self) -> str:
        """The score as plain text: one line for it, one for each contribution that moved it, one for each note."""
        moved = sorted((c for c in self.contributions if c.points), key=lambda c: -abs(c.points))
        lines = [f"{c.points:+6.1f}  {c.message}" for c in moved]
        return "\n".join([self._headline(), *lines, *(note.message for note in self.notes)])

    def to_dict(self) -> dict[str, Any]:
        """The parts of the JSON form that the score gives: "score", "contributions" and "notes"."""
        band, admiralty = self.band, self.admiralty
        return {
            "score": {
                "value": self.value,
                "interval": None if self.interval is None else list(self.interval),
                "band": None if band is None else band.value,
                "band_name": None if band is None else load_messages(self.lang).name("bands", band),
                "abstained": self.abstained,
                "admiralty": None if admiralty is None else asdict(admiralty),
                "model": self.model,
                "base": self.base,
            },
            "contributions": [contribution.to_dict() for contribution in self.contributions],
            "notes": [{"code": note.code, "message": note.message} for note in self.notes],
        }

    def _headline(self) -> str:
        messages = load_messages(self.lang)
        if self.value is None or self.interval is None or self.band is None:
            return messages.name("terms", "abstained")
        low, high = self.interval
        return f"{self.value:.1f} ({low:.1f}-{high:.1f}): {messages.name('bands', self.band)}"
