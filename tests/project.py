"""The project as files, for tests of the whole."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MADE_HERE = {
    ".git", ".venv", "build", "dist", "out", "__pycache__", ".pytest_cache", ".mypy_cache",
    ".ruff_cache", ".hypothesis", ".import_linter_cache",
}  # fmt: skip
BINARY = {".ttf", ".png", ".ico", ".icns", ".triptych", ".gz"}
CODE = ("db", "desktop", "resources", "packaging")


def files() -> Iterator[Path]:
    """Every file of the project, without what was made beside it."""
    waiting = [ROOT]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            if path.name in MADE_HERE or path.name.endswith(".egg-info"):
                continue
            if path.is_dir():
                waiting.append(path)
            elif not path.name.startswith(".coverage"):
                yield path


def texts() -> Iterator[tuple[str, str]]:
    """The name and the text of every text file."""
    for path in files():
        if path.suffix.lower() not in BINARY:
            yield name_of(path), path.read_text(encoding="utf-8", errors="replace")


def python_files() -> list[Path]:
    """Every Python file of the program."""
    return [path for folder in CODE for path in sorted((ROOT / folder).rglob("*.py"))]


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """A file's name from the project's folder on."""
    return path.relative_to(ROOT).as_posix()
