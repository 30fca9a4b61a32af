from __future__ import annotations

import pytest

from credscore.admiralty import Admiralty, rate_main_claim
from tests.builders import NOBODY, OFFICIAL, Said, Sentence, Story, build, document, outlet, person

ANNA, BEN = Said(origin=person("Anna Reed")), Said(origin=person("Ben Otto"))
REPORT = Said(origin=document("the audit report"))
VIA_GAZETTE = Said(origin=OFFICIAL, via=("the Gazette",))


@pytest.mark.parametrize(
    ("said", "source", "information"),
    [
        ((), "F", "6"),
        ((VIA_GAZETTE,), "F", "3"),
        ((Said(origin=outlet("the Gazette")), VIA_GAZETTE), "F", "3"),
        ((Said(origin=NOBODY),), "F", "4"),
        ((ANNA,), "C", "3"),
        ((ANNA, BEN), "C", "1"),
        ((REPORT,), "B", "2"),
        ((REPORT, ANNA), "B", "1"),
    ],
)
def test_source_and_information_are_judged_apart(said: tuple[Said, ...], source: str, information: str) -> None:
    assert rate_main_claim(build(Story(lead=(Sentence(said=said),)))) == Admiralty(source, information)
