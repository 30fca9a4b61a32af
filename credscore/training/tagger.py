"""PolNeAR, gold chains and vectors of words from unlabelled news -> the tagger of a language.

``python -m credscore.training.tagger --data ../shared --out models/tagger-en/1`` repeats the model that ships, with its
seed, in some eight minutes. ``--vectors FILE`` keeps the vectors for the next training, which spares it one of them.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from credscore.arrays import IntArray
from credscore.columns import CUE_CLUSTERS, STRUCTURE_COLUMNS, Learned, structure_columns
from credscore.folders import begin_card, write_sums
from credscore.labels import LAYERS
from credscore.tagger import FILES, NUMBERS
from credscore.training.corpora import ANNOTATIONS, LabelledText, read_guided, read_polnear
from credscore.training.network import (
    Batch,
    Recipe,
    Tensor,
    cut_segments,
    import_torch,
    lexical_columns,
    new_parameters,
    offsets,
    score_labels,
    sequence_loss,
    to_arrays,
)
from credscore.training.vectors import CLUSTERS, WordVectors, kept_vectors
from credscore.training.vocabulary import Vocabulary, count_words
from credscore.wordcolumns import WORD_COLUMNS, word_columns


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One article in numbers: word rows (n,), lexical, word and structure columns (n, ...), labels, paragraphs."""

    words: IntArray
    lexical: IntArray
    types: IntArray
    places: IntArray
    labels: Mapping[str, IntArray]
    paragraphs: list[int]


def train_tagger(
    texts: Sequence[LabelledText], vectors: WordVectors, recipe: Recipe
) -> tuple[Vocabulary, dict[str, Tensor]]:
    """The vocabulary and the averaged parameters that a training on texts ends with; the same for the same seed."""
    torch = import_torch()
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(1)
    vocabulary = count_words(texts, vectors, recipe.max_words)
    texts = [copy for text in texts for copy in [text] * (recipe.guided_copies if text.is_guided else 1)]
    examples = [to_example(text, vocabulary, is_counted=True) for text in texts]
    parameters = new_parameters(recipe, vocabulary)
    average = {name: value.detach().clone() for name, value in parameters.items()}
    slow = [parameters["words"]]
    fast = [value for name, value in parameters.items() if name != "words"]
    rates = [{"params": slow, "lr": recipe.learning_rate / 2}, {"params": fast, "lr": recipe.learning_rate}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    n_steps = recipe.epochs * math.ceil(len(examples) / recipe.articles_of_batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, n_steps))
    for step, batch in enumerate(_batches(examples, recipe)):
        loss = _loss(parameters, recipe, vocabulary, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*slow, *fast], 1.0)
        optimizer.step()
        schedule.step()
        weight = 1 - min(recipe.averaging, (step + 1) / (step + 10))
        for name, value in parameters.items():
            average[name].lerp_(value.detach(), weight)
    return vocabulary, average


def _rate(step: int, n_steps: int) -> float:
    """The learning rate's factor: a short warm-up, then half a cosine."""
    return min(1.0, (step + 1) / 100) * 0.5 * (1 + math.cos(math.pi * min(1.0, step / n_steps)))


def to_example(text: LabelledText, vocabulary: Vocabulary, *, is_counted: bool) -> Example:
    """A text in numbers; where it ``is_counted`` in the vocabulary, it is told what the other texts show alone."""
    document = text.document
    rows = vocabulary.rows_of(document.lower)
    shares = vocabulary.shares(without=(rows, text.labels) if is_counted else None)
    learned = Learned(shares[0, rows], vocabulary.clusters[rows, CLUSTERS.index(CUE_CLUSTERS)])
    types = np.asarray([word_columns(word, document.language) for word in document.words], np.int32)
    places = structure_columns(document, text.cues, text.frames, learned).T
    return Example(
        words=rows,
        lexical=lexical_columns(vocabulary, rows, shares),
        types=types + offsets(WORD_COLUMNS),
        places=places + offsets(STRUCTURE_COLUMNS),
        labels={"outer": text.labels, "inner": text.inner} if text.is_guided else {"broad": text.labels},
        paragraphs=document.paragraphs,
    )


def _batches(examples: Sequence[Example], recipe: Recipe) -> Iterator[list[Example]]:
    """Batches of articles of like length, in an order that the seed decides, for all epochs."""
    order = random.Random(recipe.seed)  # noqa: S311 - shuffles, keeps no secret
    size = recipe.articles_of_batch
    for _ in range(recipe.epochs):
        shuffled = order.sample(examples, len(examples))
        batches = []
        for start in range(0, len(shuffled), 8 * size):
            alike = sorted(shuffled[start : start + 8 * size], key=lambda example: len(example.words))
            batches += [alike[at : at + size] for at in range(0, len(alike), size)]
        order.shuffle(batches)
        yield from batches


def _loss(parameters: dict[str, Tensor], recipe: Recipe, vocabulary: Vocabulary, batch: Sequence[Example]) -> Tensor:
    """The loss of a batch, per token: each layer learns from the articles that have labels of it."""
    length = max(len(example.words) for example in batch)
    scores = score_labels(parameters, recipe, to_batch(batch, vocabulary), is_training=True).flatten(0, 1)
    loss: Tensor = 0
    for number, layer in enumerate(LAYERS):
        told = _segments(batch, recipe, length, layer)
        if told is not None:
            places, labels, mask = told
            loss = loss + sequence_loss(scores[places, number], labels, mask, parameters["transitions"][number])
    return loss / sum(len(example.words) for example in batch)


def _segments(
    batch: Sequence[Example], recipe: Recipe, length: int, layer: str
) -> tuple[Tensor, Tensor, Tensor] | None:
    """The places, labels and mask of the segments of a batch that have labels of a layer; None where none has."""
    segments = [
        (number * length + start, number * length + end, example.labels[layer][start:end])
        for number, example in enumerate(batch)
        if layer in example.labels
        for start, end in cut_segments(example.paragraphs, recipe.max_segment)
    ]
    if not segments:
        return None
    torch = import_torch()
    longest = max(end - start for start, end, _ in segments)
    places = torch.zeros(len(segments), longest, dtype=torch.long)
    labels, mask = torch.zeros_like(places), torch.zeros(len(segments), longest)
    for row, (start, end, told) in enumerate(segments):
        places[row, : end - start] = torch.arange(start, end)
        mask[row, : end - start] = 1
        labels[row, : end - start] = torch.from_numpy(told.astype(np.int64))
        labels[row, 0] -= int(labels[row, 0] in (2, 4, 6))
    return places, labels, mask


def to_batch(examples: Sequence[Example], vocabulary: Vocabulary) -> Batch:
    """Examples as a network takes them, filled up to the longest one."""
    length = max(len(example.words) for example in examples)
    words, lexical, types, places = (
        _padded([getattr(example, name) for example in examples], length)
        for name in ("words", "lexical", "types", "places")
    )
    vectors = import_torch().from_numpy(vocabulary.vectors)[words]
    return Batch(words=words, vectors=vectors, lexical=lexical, types=types, places=places)


def _padded(arrays: Sequence[IntArray], length: int) -> Tensor:
    torch = import_torch()
    filled = np.zeros((len(arrays), length, *arrays[0].shape[1:]), np.int64)
    for row, array in enumerate(arrays):
        filled[row, : len(array)] = array
    return torch.from_numpy(filled)


def save_tagger(
    folder: Path, vocabulary: Vocabulary, parameters: dict[str, Tensor], recipe: Recipe, metrics: dict[str, Any]
) -> None:
    """Writes a model folder; its ``card.md`` must be there, or is begun."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / NUMBERS, **to_arrays(parameters, recipe, vocabulary))
    (folder / "words.txt").write_text("\n".join(vocabulary.rows), encoding="utf-8", newline="\n")
    metrics = {"recipe": asdict(recipe), "words": len(vocabulary.rows), **metrics}
    (folder / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8", newline="\n")
    begin_card(folder, "Tagger")
    write_sums(folder, FILES)


def read_texts(data: Path, annotations: Path, language: str, without: int | None) -> list[LabelledText]:
    """The training texts of a language: PolNeAR's train part for English, and those by the guide but for one fold."""
    guided = [text for text in read_guided(data, annotations, language) if text.fold != without]
    polnear = read_polnear(data / "data" / "polnear" / "train.jsonl") if language == "en" else iter(())
    return [*polnear, *guided]


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains and saves one tagger, or with ``--fold`` one that has not seen the gold articles of a fold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with data/polnear and gold")
    parser.add_argument("--language", default="en")
    parser.add_argument("--out", type=Path, required=True, help="the model folder to write")
    parser.add_argument("--annotations", type=Path, default=ANNOTATIONS, help="folder with <language>.jsonl")
    parser.add_argument("--fold", type=int, help="leave out the articles of this fold, annotated by the guide")
    parser.add_argument("--vectors", type=Path, help="an .npz file of word vectors; learned and written where missing")
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    options = parser.parse_args(arguments)
    recipe = Recipe(seed=options.seed)
    texts = read_texts(options.data, options.annotations, options.language, options.fold)
    vectors = kept_vectors(options.vectors, options.data / "data", options.language, recipe.seed)
    vocabulary, parameters = train_tagger(texts, vectors, recipe)
    save_tagger(options.out, vocabulary, parameters, recipe, {"articles": len(texts), "fold": options.fold})


if __name__ == "__main__":
    main()
