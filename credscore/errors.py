"""The exceptions of credscore: what a caller can put right, and how.

```
CredscoreError
├── InputError            an article, row or file that cannot be read as asked
├── LanguageError         a language pack that is unknown, damaged or too small
├── ModelError            a model folder that is missing, damaged or does not fit
└── MissingExtraError     an optional dependency that is not installed (also an ImportError)
```

An odd article (empty, in another language, with unbalanced quotation marks) is never an error: its analysis carries
a note, and its score abstains.
"""

from __future__ import annotations

__all__ = ["CredscoreError", "InputError", "LanguageError", "MissingExtraError", "ModelError"]


class CredscoreError(Exception):
    """Base of every exception that credscore raises on purpose."""


class InputError(CredscoreError):
    """An input that cannot be used: a file that is not there, bytes that are not text, a row without its text."""


class LanguageError(CredscoreError):
    """A language pack that is not known, does not pass its checks, or is below the minimum size."""


class ModelError(CredscoreError):
    """A model folder that is not there, is damaged, or was made for other signals."""


class MissingExtraError(CredscoreError, ImportError):
    """A feature whose optional dependency is not installed; the message names the extra to install."""
