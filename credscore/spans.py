"""Spans and ranges: where words stand in a text."""

from __future__ import annotations

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""[start, end) in code points of the text as given."""

Range: TypeAlias = tuple[int, int]
"""[start, end) in tokens of a document."""
