"""The tagger's network and its loss in PyTorch; ``credscore.tagger`` runs the same arithmetic in numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from credscore.arrays import IntArray
from credscore.columns import CUE_CLUSTERS, STRUCTURE_COLUMNS
from credscore.errors import MissingExtraError
from credscore.labels import LABELS, LAYERS
from credscore.tagger import START, barred_transitions
from credscore.training.vectors import CLUSTERS
from credscore.training.vocabulary import SHARED_ROLES, Vocabulary
from credscore.wordcolumns import WORD_COLUMNS

Tensor = Any
"""A torch.Tensor; torch is an optional dependency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The settings of a training; the defaults made the models that ship."""

    width: int = 64
    dilations: tuple[int, ...] = (1, 2, 4, 8)
    epochs: int = 8
    articles_of_batch: int = 6
    guided_copies: int = 1
    learning_rate: float = 2e-3
    input_dropout: float = 0.3
    layer_dropout: float = 0.3
    word_dropout: float = 0.2
    averaging: float = 0.998
    max_words: int = 24_000
    max_segment: int = 300
    seed: int = 1


def import_torch() -> Any:
    """The torch module.

    Raises:
        MissingExtraError: PyTorch is not installed.
    """
    try:
        import torch
    except ImportError:
        raise MissingExtraError("training needs PyTorch: pip install 'credscore[train]'") from None
    return torch


LEXICAL_COLUMNS = {f"cluster{n}": n + 1 for n in CLUSTERS} | {f"share_{role}": 8 for role in SHARED_ROLES}
"""Columns of a word that are learned from texts: name -> number of values; they are summed into the word's row."""


def new_parameters(recipe: Recipe, vocabulary: Vocabulary) -> dict[str, Tensor]:
    """Freshly drawn parameters of a network that knows the words of a vocabulary."""
    torch = import_torch()
    width, n_labels = recipe.width, len(LABELS)
    is_trained = torch.from_numpy(vocabulary.seen > 0)
    is_trained[0] = True
    size = vocabulary.vectors.shape[1]
    drawn = {
        "words": torch.randn(len(is_trained), width) * 0.1 * is_trained[:, None],
        "projection": torch.randn(size, width) / size**0.5,
        "lexical": torch.randn(sum(LEXICAL_COLUMNS.values()), width) * 0.1,
        "types": torch.randn(sum(WORD_COLUMNS.values()), width) * 0.1,
        "places": torch.randn(sum(STRUCTURE_COLUMNS.values()), width) * 0.1,
        "input": torch.randn(width, width) / width**0.5,
        "scale": torch.ones(width),
        "shift": torch.zeros(width),
        "output": torch.randn(width, len(LAYERS) * n_labels) / width**0.5,
        "output_bias": torch.zeros(len(LAYERS) * n_labels),
        "transitions": torch.zeros(len(LAYERS), n_labels, n_labels),
    }
    for number in range(len(recipe.dilations)):
        drawn[f"scale{number}"], drawn[f"shift{number}"] = torch.ones(width), torch.zeros(width)
        drawn[f"kernel{number}"] = torch.randn(3 * width, 2 * width) / (3 * width) ** 0.5
        drawn[f"bias{number}"] = torch.zeros(2 * width)
    return {name: value.requires_grad_() for name, value in drawn.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Articles in numbers, filled up to one length, and the vectors of their words: (n_articles, n_tokens, ...)."""

    words: Tensor
    vectors: Tensor
    lexical: Tensor
    types: Tensor
    places: Tensor


def score_labels(parameters: Mapping[str, Tensor], recipe: Recipe, batch: Batch, *, is_training: bool) -> Tensor:
    """The scores of the labels of each layer for each token of a batch: (n_articles, n_tokens, n_layers, n_labels)."""
    functional = import_torch().nn.functional
    words, places = batch.words, batch.places
    if is_training:
        words = words * (import_torch().rand(words.shape) >= recipe.word_dropout)
    rows = parameters["words"][words] + parameters["types"][batch.types].sum(-2)
    rows = rows + batch.vectors @ parameters["projection"] + parameters["lexical"][batch.lexical].sum(-2)
    rows = functional.dropout(rows, recipe.input_dropout, is_training) @ parameters["input"]
    hidden = rows + parameters["places"][places].sum(-2)
    hidden = functional.dropout(hidden, recipe.input_dropout, is_training)
    for number, dilation in enumerate(recipe.dilations):
        scale, shift = parameters[f"scale{number}"], parameters[f"shift{number}"]
        normal = functional.layer_norm(hidden, (recipe.width,), scale, shift)
        mixed = _windows(normal, dilation) @ parameters[f"kernel{number}"] + parameters[f"bias{number}"]
        gated = mixed[..., : recipe.width] * mixed[..., recipe.width :].sigmoid()
        hidden = hidden + functional.dropout(gated, recipe.layer_dropout, is_training)
    normal = functional.layer_norm(hidden, (recipe.width,), parameters["scale"], parameters["shift"])
    return (normal @ parameters["output"] + parameters["output_bias"]).unflatten(-1, (len(LAYERS), len(LABELS)))


def _windows(hidden: Tensor, dilation: int) -> Tensor:
    """Each token's row beside those ``dilation`` tokens before and after it."""
    torch = import_torch()
    padded = torch.nn.functional.pad(hidden, (0, 0, dilation, dilation))
    count = hidden.shape[1]
    return torch.cat([padded[:, :count], hidden, padded[:, 2 * dilation :]], -1)


def sequence_loss(scores: Tensor, labels: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
    """The negative log-likelihood of label sequences under a linear-chain CRF, summed over segments.

    Args:
        scores: (n_segments, length, n_labels).
        labels: (n_segments, length).
        mask: (n_segments, length), 1 for tokens, 0 for what only fills up.
        transitions: (n_labels, n_labels), from the row's label to the column's.
    """
    torch = import_torch()
    moves = transitions + torch.from_numpy(barred_transitions())
    start = torch.from_numpy(START)
    told = (scores.gather(2, labels.unsqueeze(2)).squeeze(2) * mask).sum(1) + start[labels[:, 0]]
    told = told + (moves[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]).sum(1)
    total = scores[:, 0] + start
    for step in range(1, scores.shape[1]):
        onward = torch.logsumexp(total.unsqueeze(2) + moves, 1) + scores[:, step]
        is_token = mask[:, step : step + 1]
        total = onward * is_token + total * (1 - is_token)
    return (torch.logsumexp(total, 1) - told).sum()


def cut_segments(bounds: Sequence[int], longest: int) -> list[tuple[int, int]]:
    """The paragraphs between bounds, those longer than ``longest`` tokens in pieces."""
    return [
        (start, min(start + longest, high)) for low, high in pairwise(bounds) for start in range(low, high, longest)
    ]


def to_arrays(parameters: Mapping[str, Tensor], recipe: Recipe, vocabulary: Vocabulary) -> dict[str, Any]:
    """The arrays of ``weights.npz``: all that depends on the word alone summed into its row, kept as int8 with a scale.

    The input map is multiplied into the rows, and so are the vectors and lexical columns of each word.
    """
    found = {name: value.detach().numpy() for name, value in parameters.items()}
    mapped, projection, lexical = (found.pop(name) for name in ("input", "projection", "lexical"))
    rows = np.arange(len(vocabulary.seen), dtype=np.int32)
    told = lexical[lexical_columns(vocabulary, rows, vocabulary.shares())].sum(axis=1)
    words, types = (found["words"] + vocabulary.vectors @ projection + told) @ mapped, found["types"] @ mapped
    scale = np.abs(words).max(axis=1) / 127 + 1e-12
    sizes = list(WORD_COLUMNS.values())
    return {
        **{name: value.astype(np.float32) for name, value in found.items()},
        "words": np.round(words / scale[:, None]).astype(np.int8),
        "word_scale": scale.astype(np.float32),
        "types": types.astype(np.float16),
        "type_offsets": np.cumsum([0, *sizes[:-1]]).astype(np.int32),
        "shares": vocabulary.shares()[0].astype(np.int8),
        "clusters": vocabulary.clusters[:, CLUSTERS.index(CUE_CLUSTERS)].astype(np.int16),
        "dilations": np.asarray(recipe.dilations, np.int32),
    }


def lexical_columns(vocabulary: Vocabulary, rows: IntArray, shares: IntArray) -> IntArray:
    """The values of LEXICAL_COLUMNS for the words of rows, each moved to its place in the common table: (n, 5)."""
    values = np.concatenate([vocabulary.clusters[rows], shares[:, rows].T], axis=1)
    return values + offsets(LEXICAL_COLUMNS)


def offsets(columns: Mapping[str, int]) -> IntArray:
    """Where the values of each column begin in a table of all of them."""
    return np.cumsum([0, *list(columns.values())[:-1]]).astype(np.int32)
