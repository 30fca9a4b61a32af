from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from credscore import folders
from credscore.errors import ModelError
from credscore.folders import SUMS, check_folder, list_folders, tell_faults, write_sums

FILES = ("weights.json", "card.md")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model folder as it was saved."""
    (tmp_path / "weights.json").write_bytes(b"{}\n")
    (tmp_path / "card.md").write_bytes("# Próba\n".encode())
    write_sums(tmp_path, FILES)
    return tmp_path


def _faults(folder: Path) -> list[str]:
    with pytest.raises(ModelError) as caught:
        check_folder(folder, FILES)
    return str(caught.value).splitlines()[1:]


def test_a_folder_as_it_was_saved_is_sound(folder: Path) -> None:
    check_folder(folder, FILES)


def test_sums_are_in_the_form_that_sha256sum_reads(folder: Path) -> None:
    lines = (folder / SUMS).read_bytes().decode().splitlines(keepends=True)
    assert lines[0] == f"{hashlib.sha256(b'{}' + bytes([10])).hexdigest()}  weights.json\n"
    assert [line.split("  ")[1] for line in lines] == ["weights.json\n", "card.md\n"]


@pytest.mark.parametrize(
    ("name", "content", "faults"),
    [
        ("card.md", b"# Another\n", ["- card.md was changed after it was saved (its SHA-256 differs)"]),
        ("card.md", None, ["- card.md is missing"]),
        (SUMS, None, [f"- {SUMS} is missing"]),
        (SUMS, b"", [f"- {SUMS} does not list weights.json", f"- {SUMS} does not list card.md"]),
        (SUMS, b"\xff\xfe\n", [f"- {SUMS} does not list weights.json", f"- {SUMS} does not list card.md"]),
    ],
)
def test_what_is_not_as_it_was_saved_is_told(folder: Path, name: str, content: bytes | None, faults: list[str]) -> None:
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    assert _faults(folder) == faults


def test_all_faults_are_told_at_once(folder: Path) -> None:
    (folder / "weights.json").write_bytes(b"{}")
    (folder / "card.md").unlink()
    assert [fault.split()[1] for fault in _faults(folder)] == ["card.md", "weights.json"]


def test_a_folder_that_is_not_there_lacks_all_files(tmp_path: Path) -> None:
    assert len(_faults(tmp_path / "none")) == 3


def test_files_beside_those_asked_for_do_not_matter(folder: Path) -> None:
    (folder / "notes.txt").write_bytes(b"for later")
    check_folder(folder, FILES)


def test_models_are_listed_by_the_file_of_their_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b/1/weights.npz", "a/2/weights.npz", "a/1/weights.json", "weights.npz", "c/weights.npz"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(folders, "MODELS", tmp_path)
    assert list_folders("weights.npz") == ["a/2", "b/1"]
    assert list_folders("weights.json") == ["a/1"]


def test_the_models_that_came_along_are_found() -> None:
    assert "reasoned/1" in list_folders("weights.json")


def test_faults_are_told_a_line_each() -> None:
    assert tell_faults("m/1", ["one", "two"]) == "the model m/1 cannot be used:\n- one\n- two"
