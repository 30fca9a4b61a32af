"""What others reach on the same data, to stand beside our figures; measured by this project unless marked (paper)."""

from __future__ import annotations

POLISH = {
    "attribution": "no peer reads Polish; two annotators .97",
    "chain": "two annotators .94",
    "multi_hop": "two annotators .87",
    "hedge": "two annotators .94",
    "content": "two annotators, both languages .98",
    "cue": "two annotators, both languages .94",
    "unnamed": "two annotators, both languages .94",
    "kind": "two annotators, both languages .96",
    "name": "two annotators, both languages .94",
    "holder": "two annotators, both languages 1.00",
}

ENGLISH = POLISH | {
    "attribution": "GenderGapTracker .47, textacy .25-.27; two annotators .93",
    "chain": "GenderGapTracker .31, textacy .16-.19; two annotators .85",
    "multi_hop": "GenderGapTracker 0; two annotators .76",
    "hedge": "two annotators 1.00",
}

POLNEAR = {
    "micro": "test part, other tokens: CRF on parses .71, BERT .86 (paper)",
    "match30": "GenderGapTracker .50 (.53 on ready parses), textacy .22 (fails on 22 of 84 articles)",
    "content": "linear classifier .81, GenderGapTracker .64 (.67), textacy (.41)",
    "cue": "linear classifier .59, GenderGapTracker .32 (.33)",
    "source": "linear classifier .62, GenderGapTracker .52 (.54), textacy (.14)",
    "source_right": "GenderGapTracker .79",
    "indirect recall": "a trial network .60",
    "indirect precision": "a trial network .75",
}

LANGUAGE = "stop words alone, by sentence: .985"
