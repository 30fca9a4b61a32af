"""PolNeAR articles + their relays -> how well wire copy and republished articles are recognised.

- ``wire``: the article has a relay of kind "wire"; gold: its `wire` field names an agency
- ``republished``: it has any relay; gold: its `wire` or `credit` field names somebody. The corpus cut the "h/t"
  lines of all 53 articles with a `credit` out of their texts, and those it left in have none in that field, so that 53
  of the 122 to be found show no sign, and right finds of the others may count as wrong
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.counts import Counts, Ratio
from benchmarks.quality.tally import Tally
from benchmarks.table import read_rows
from credscore import analyze
from credscore.articles import Article

_NOBODY = frozenset({"", "None", "NA"})


def measure_republished(path: Path) -> Tally:
    """Precision, recall and F1 over all articles of a PolNeAR file."""
    tally = Tally()
    for row in read_rows(path):
        relays = analyze(Article(text=row["text"], language="en")).relays
        is_wire, is_credit = row["wire"] not in _NOBODY, row["credit"] not in _NOBODY
        has_wire = any(relay.kind == "wire" for relay in relays)
        tally.add(
            _ratios("wire", gold=is_wire, found=has_wire)
            | _ratios("republished", gold=is_wire or is_credit, found=bool(relays))
        )
    return tally


def _ratios(name: str, *, gold: bool, found: bool) -> dict[str, Ratio]:
    counts = Counts(gold and found, gold, found)
    return {f"{name} precision": counts.precision, f"{name} recall": counts.recall, f"{name} F1": counts.f1}
