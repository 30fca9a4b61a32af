"""How well a news article's statements are sourced: attribution chains, hedges, and a score that explains itself.

>>> import credscore
>>> print(credscore.score("Too short to judge.").value)
None

Names are imported when first used, so `import credscore` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from credscore.analysis import Analysis
    from credscore.api import analyze, score
    from credscore.articles import Article
    from credscore.batch import score_many
    from credscore.chains import Attribution
    from credscore.errors import CredscoreError, InputError, LanguageError, MissingExtraError, ModelError
    from credscore.hedges import Hedge, HedgeKind, Holder
    from credscore.scores import Score
    from credscore.sources import Source, SourceKind

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Article",
    "Attribution",
    "CredscoreError",
    "Hedge",
    "HedgeKind",
    "Holder",
    "InputError",
    "LanguageError",
    "MissingExtraError",
    "ModelError",
    "Score",
    "Source",
    "SourceKind",
    "__version__",
    "analyze",
    "score",
    "score_many",
]

_HOME_OF_NAME = {
    "Analysis": "analysis",
    "Article": "articles",
    "Attribution": "chains",
    "CredscoreError": "errors",
    "Hedge": "hedges",
    "HedgeKind": "hedges",
    "Holder": "hedges",
    "InputError": "errors",
    "LanguageError": "errors",
    "MissingExtraError": "errors",
    "ModelError": "errors",
    "Score": "scores",
    "Source": "sources",
    "SourceKind": "sources",
    "analyze": "api",
    "score": "api",
    "score_many": "batch",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF_NAME:
        raise AttributeError(f"module 'credscore' has no attribute {name!r}; it has: {', '.join(__all__)}")
    value = getattr(import_module(f"credscore.{_HOME_OF_NAME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
