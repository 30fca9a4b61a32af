"""Whole articles of our own writing and all that is found in them.

``pytest tests/test_golden.py --update-golden`` rewrites the expected forms; read the difference before committing it.
Each span stands beside its words, so that the files can be read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from credscore.analysis import analyze
from credscore.articles import Article

GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_an_article_is_read_as_before(name: str, update_golden: bool) -> None:
    text = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    article = Article(text=text, id=name, language=name.partition("-")[0])
    form = _with_words(analyze(article).to_dict(), text)
    path = GOLDEN / f"{name}.json"
    if update_golden:
        path.write_text(json.dumps(form, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert form == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", ["pl", "en"])
def test_there_are_articles_of_different_make(code: str) -> None:
    forms = [json.loads((GOLDEN / f"{name}.json").read_text("utf-8")) for name in NAMES if name.startswith(code)]
    records = [record for form in forms for record in form["attributions"]]
    assert len(forms) >= 6
    assert len({record["construction"] for record in records}) == 6
    assert {link["kind"] for record in records for link in record["chain"]} >= {"outlet", "document", "unspecified"}
    assert any(len(record["chain"]) > 1 for record in records)


def _with_words(value: Any, text: str) -> Any:
    """A form in which each record with a span also holds the words that stand there."""
    if isinstance(value, list):
        return [_with_words(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    words = {"words": text[value["start"] : value["end"]]} if "start" in value else {}
    return words | {key: _with_words(item, text) for key, item in value.items()}
