"""What others reach on the same data, to stand beside our figures; measured by this project unless marked (paper)."""

from __future__ import annotations

GOLD = {
    ("pl", "attribution"): "no peer reads Polish; two annotators .97",
    ("pl", "chain"): "two annotators .94",
    ("pl", "multi_hop"): "two annotators .87",
    ("pl", "hedge"): "two annotators .94",
    ("en", "attribution"): "GenderGapTracker .47, textacy .25-.27, two annotators .93",
    ("en", "chain"): "GenderGapTracker .31, textacy .16-.19, two annotators .85",
    ("en", "multi_hop"): "GenderGapTracker 0, two annotators .76",
    ("en", "hedge"): "two annotators 1.00",
}

POLNEAR = {
    "attribution": "GenderGapTracker .50 (.53 on ready parses), textacy .22 (fails on 22 of 84 articles)",
    "content tokens": "linear classifier .81, GenderGapTracker .64 (.67), textacy (.41)",
    "cue tokens": "linear classifier .59, GenderGapTracker .32 (.33)",
    "source tokens": "linear classifier .62, GenderGapTracker .52 (.54), textacy (.14)",
    "right source": "GenderGapTracker .79",
}

LANGUAGE = "stop words alone, by sentence: .985"
