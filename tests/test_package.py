from __future__ import annotations

import ast
import importlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import credscore
from credscore.articles import load_example

PACKAGE = Path(credscore.__file__).parent
ROOT = PACKAGE.parent

# A module imports only from those before it; modules of one line stand side by side.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("arrays", "declension", "errors", "memory", "spans"),
    ("words",),
    ("quotations",),
    ("articles", "folders", "patterns", "messages", "recognition"),
    ("regression",),
    ("lexicons",),
    ("language",),
    ("document",),
    ("marks",),
    ("agreement", "stretches"),
    ("phrases", "roles"),
    ("names",),
    ("persons",),
    ("contexts", "insertions"),
    ("cues",),
    ("frames",),
    ("clauses",),
    ("verbforms", "headlines", "citations", "hearsay", "descriptions"),
    ("subjects", "outlets"),
    ("media",),
    ("cited",),
    ("speakers", "governed"),
    ("quoted", "signed", "objects", "agents", "complements"),
    ("relatives", "claims", "passives", "indirect"),
    ("speech",),
    ("reading",),
    ("labels", "wordcolumns"),
    ("columns",),
    ("tagger", "linking", "confidence"),
    ("sources", "relays"),
    ("links",),
    ("chains",),
    ("repeats",),
    ("hedges",),
    ("analysis",),
    ("training",),
    ("signals",),
    ("admiralty", "model", "testing"),
    ("scores",),
    ("scoring",),
    ("render",),
    ("api", "batch"),
    ("cli",),
    ("__main__",),
)
RANK = {module: rank for rank, modules in enumerate(LAYERS) for module in modules}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py" or path.parent != PACKAGE)


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported_parts(path: Path) -> set[str]:
    """The modules or subpackages of credscore that a module imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "credscore":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("credscore."):
            found.add(str(node.module).split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("credscore.")}
    return found & set(RANK)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    own = _part(path)
    assert own in RANK, f"give {own} its place in LAYERS"
    wrong = {part for part in _imported_parts(path) if part != own and RANK[part] >= RANK[own]}
    assert not wrong, f"{own} stands before {wrong}"


class TestExports:
    def test_every_name_is_there(self) -> None:
        for name in credscore.__all__:
            assert getattr(credscore, name) is not None

    def test_all_is_sorted_and_listed(self) -> None:
        assert sorted(credscore.__all__) == credscore.__all__
        assert set(credscore.__all__) <= set(dir(credscore))

    def test_every_public_name_is_where_it_is_said_to_be(self) -> None:
        for name, home in credscore._HOME_OF_NAME.items():
            assert getattr(credscore, name) is getattr(importlib.import_module(f"credscore.{home}"), name)

    def test_unknown_name_is_answered_with_the_known_ones(self) -> None:
        with pytest.raises(AttributeError, match="it has: Analysis"):
            _ = credscore.analyse


def test_import_is_light() -> None:
    assert _loaded_by("import credscore", "numpy", "sklearn", "scipy", "joblib", "typer", "rich", "json") == []


def test_scoring_needs_no_extra() -> None:
    code = "import credscore; credscore.score('A short text.')"
    assert _loaded_by(code, "sklearn", "joblib", "typer", "rich") == []


def _loaded_by(code: str, *modules: str) -> list[str]:
    """Those of the modules that a fresh interpreter holds after running the code."""
    loaded = _python(f"{code}\nimport sys\nprint(*sys.modules)").split()
    return [module for module in modules if module in loaded]


def _python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (ROOT / "pyproject.toml").is_file():
        pytest.skip("needs the repository, not only the installed package")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


class TestWheel:
    def test_data_is_inside(self, wheel: Path) -> None:
        names = set(zipfile.ZipFile(wheel).namelist())
        inside = {path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*") if _belongs_in_wheel(path)}
        models = {path.relative_to(ROOT).as_posix() for path in (ROOT / "models").rglob("*") if path.is_file()}
        assert inside <= names
        assert models
        assert {f"credscore/_{name}" for name in models} <= names

    def test_names_every_sort_of_data(self, wheel: Path) -> None:
        names = zipfile.ZipFile(wheel).namelist()
        for ending in ("examples/pl.toml", "languages/pl/NOTICE", "languages/en/verbs.tsv", "py.typed"):
            assert f"credscore/{ending}" in names

    def test_nothing_else_is_inside(self, wheel: Path) -> None:
        tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
        assert tops == {"credscore", f"credscore-{credscore.__version__}.dist-info"}

    def test_scores_the_same_unpacked_elsewhere(self, wheel: Path, tmp_path: Path) -> None:
        zipfile.ZipFile(wheel).extractall(tmp_path)
        lines = [
            f"import sys; sys.path.insert(0, {str(tmp_path)!r})",
            "import credscore; from credscore.articles import load_example",
            "print(credscore.__file__, credscore.score(load_example('pl')).value)",
        ]
        file, value = _python("\n".join(lines)).split()
        assert file.startswith(str(tmp_path))
        assert value == str(credscore.score(load_example("pl")).value)


def _belongs_in_wheel(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_function_has_one_docstring(path: Path) -> None:
    functions = (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef))
    strays = [
        function.name
        for function in functions
        for statement in function.body[1:]
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    ]
    assert strays == []
