"""Model folders: where they are, and whether their files are those that were saved.

A model is a folder ``models/<name>/<version>/`` with its numbers, ``card.md`` (data, terms, figures, limits),
``metrics.json``, and ``SHA256SUMS`` over all of them, in the form that ``sha256sum -c`` reads. In a wheel the folders
lie inside the package, in a checkout beside it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from credscore.errors import ModelError

SUMS = "SHA256SUMS"

_PACKAGE = Path(__file__).parent
_IN_WHEEL, _IN_CHECKOUT = _PACKAGE / "_models", _PACKAGE.parent / "models"
MODELS = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT  # never a foreign "models" in site-packages


def list_folders(numbers: str) -> list[str]:
    """The ids (``name/version``) of the models that came with the package and hold a file ``numbers``, sorted."""
    return sorted(f"{path.parent.parent.name}/{path.parent.name}" for path in MODELS.glob(f"*/*/{numbers}"))


def find_folder(model: str, numbers: str) -> Path | None:
    """The folder of a model by its id, or None where none of that id holds a file ``numbers``."""
    return MODELS / model if model in list_folders(numbers) else None


def check_folder(folder: Path, files: Iterable[str]) -> None:
    """Raises ModelError, with all faults at once, where files are missing or not those that were saved."""
    if faults := list(_faults(folder, tuple(files))):
        raise ModelError(tell_faults(folder, faults))


def read_json(path: Path) -> Any:
    """What a JSON file of a model holds; raises ModelError where it is no JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise ModelError(tell_faults(path.parent, [f"{path.name} is not JSON: {error}"])) from None


def begin_card(folder: Path, title: str) -> None:
    """Writes a ``card.md`` that is yet to be filled in, where a folder has none."""
    card = folder / "card.md"
    if not card.is_file():
        card.write_text(f"# {title}\n\nNo card yet.\n", encoding="utf-8", newline="\n")


def write_sums(folder: Path, files: Iterable[str]) -> None:
    """Writes the checksums of a folder's files beside them."""
    sums = "".join(f"{_digest(folder / name)}  {name}\n" for name in files)
    (folder / SUMS).write_text(sums, encoding="utf-8", newline="\n")


def tell_faults(where: object, faults: Iterable[str]) -> str:
    """The message of a ModelError: what is wrong with a model, a line a fault."""
    return f"the model {where} cannot be used:\n" + "\n".join(f"- {fault}" for fault in faults)


def _faults(folder: Path, files: tuple[str, ...]) -> Iterator[str]:
    missing = [name for name in (*files, SUMS) if not (folder / name).is_file()]
    yield from (f"{name} is missing" for name in missing)
    if SUMS in missing:
        return
    lines = (folder / SUMS).read_text(encoding="utf-8", errors="replace").splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    for name in files:
        if name not in sums:
            yield f"{SUMS} does not list {name}"
        elif name not in missing and _digest(folder / name) != sums[name]:
            yield f"{name} was changed after it was saved (its SHA-256 differs)"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
