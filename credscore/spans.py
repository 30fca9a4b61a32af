"""Spans: where words stand in a text."""

from __future__ import annotations

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""[start, end) in code points of the text as given; or in tokens, where a docstring says so."""

__all__ = ["Span"]
