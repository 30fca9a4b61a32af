"""Source phrases -> sources: of which kind each one is, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from credscore.spans import Span


class SourceKind(StrEnum):
    """What a source is; the values are those of the JSON form."""

    NAMED_PERSON = "named_person"
    NAMED_ORGANIZATION = "named_organization"
    OUTLET = "outlet"
    DOCUMENT = "document"
    UNNAMED_PERSON = "unnamed_person"
    UNNAMED_GROUP = "unnamed_group"
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One link of a chain: the words that name the source, its kind, and its fullest known name.

    ``name`` is None for a source that the article does not name.
    """

    span: Span
    kind: SourceKind
    name: str | None = None
