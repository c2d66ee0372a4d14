"""The rules of CONTRIBUTING.md that a program can check."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.project import name_of, python_files, tree

MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 50
SHORT_FUNCTION = 30
SHARE_OF_SHORT = 0.95
NETWORK = {
    "socket", "ssl", "http", "urllib.request", "asyncio", "ftplib", "smtplib", "socketserver",
    "xmlrpc", "webbrowser", "requests", "httpx", "PySide6.QtNetwork", "PySide6.QtWebSockets",
}  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_files_and_functions_are_small_rooms() -> None:
    large = []
    for path in python_files():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MOST_LINES:
            large.append(f"{name_of(path)}: {lines} lines")
        large += [
            f"{name_of(path)}:{function.lineno} {function.name}: {length(function)} lines"
            for function in functions(path)
            if length(function) > MOST_LINES_OF_A_FUNCTION
        ]
    assert not large


def test_most_functions_are_short() -> None:
    lengths = [length(f) for path in python_files() for f in functions(path)]
    short = sum(lines <= SHORT_FUNCTION for lines in lengths)
    assert short / len(lengths) >= SHARE_OF_SHORT


def test_nothing_reaches_for_the_network() -> None:
    found = [
        f"{name_of(path)}: {name}"
        for path in python_files()
        for name in imported(path)
        if name in NETWORK or name.split(".")[0] in NETWORK
    ]
    assert not found


def test_no_star_import() -> None:
    found = [name_of(path) for path in python_files() if any(n == "*" for n in names_of(path))]
    assert not found


def test_no_connected_lambda_holds_self() -> None:
    """Such a lambda keeps its widget alive, or outlives it."""
    found = [
        f"{name_of(path)}:{call.lineno}"
        for path in python_files()
        for call in connections(path)
        if any(isinstance(given, ast.Lambda) and holds_self(given) for given in call.args)
    ]
    assert not found


def test_this_qt_does_not_lose_references(qapp: QApplication) -> None:
    """PySide6 6.12.0 drops one reference to None at each call and aborts within seconds."""
    before = sys.getrefcount(None)
    for _ in range(200):
        qapp.processEvents()
    assert sys.getrefcount(None) > before - 150


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a file."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def length(function: Function) -> int:
    """The lines of a function, without its decorators."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imported(path: Path) -> Iterator[str]:
    """Every module a file imports, whole names."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def names_of(path: Path) -> Iterator[str]:
    """Every name a file takes from a module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)


def connections(path: Path) -> Iterator[ast.Call]:
    """Every call of a method named connect."""
    for node in ast.walk(tree(path)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "connect"
        ):
            yield node


def holds_self(function: ast.Lambda) -> bool:
    """Whether a lambda uses self."""
    return any(isinstance(n, ast.Name) and n.id == "self" for n in ast.walk(function))
