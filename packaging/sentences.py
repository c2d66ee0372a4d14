"""Every text of the program that a translator is to see, read from the code.

Texts of the window are literals given to `tr` and `translate`; what the corpus says of a failure
is a `template` of an error, or a literal given to `said` or `counted`; what an edit is called in
the Edit menu is given to `Corpus.edit`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ERRORS = "errors"
"""The context in which `desktop.error_words` looks up what `db` has said."""
EDITS = "edits"
"""That in which `desktop.edits` looks up what an edit is called."""
WINDOW = "MainWindow"
WINDOWS = ("window", "self.window")
SPELT_OUT = ("translate", "_T")


class Sentence(NamedTuple):
    """A text, the context in which it is looked up, and whether it counts something."""

    context: str
    text: str
    counts: bool = False


def sentences(root: Path) -> list[Sentence]:
    """All sentences of `db` and `desktop` under the project's folder, in order, each once."""
    found: set[Sentence] = set()
    for folder in ("db", "desktop"):
        for file in sorted((root / folder).rglob("*.py")):
            found.update(sentences_in(ast.parse(file.read_text(encoding="utf-8"))))
    # A text that is counted somewhere is counted wherever its context is the same.
    counted = {(s.context, s.text) for s in found if s.counts}
    return sorted(s for s in found if s.counts or (s.context, s.text) not in counted)


def sentences_in(tree: ast.AST, owner: str = "") -> Iterator[Sentence]:
    """The sentences of a file, or of a part of it that stands in the class `owner`."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield from _given(node, owner)
        elif isinstance(node, ast.ClassDef):
            yield from _template(node)
        yield from sentences_in(node, node.name if isinstance(node, ast.ClassDef) else owner)


def _given(call: ast.Call, owner: str) -> Iterator[Sentence]:
    """The sentences that a call is given, where it is one that tells something."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)
    if name == "tr" and isinstance(function, ast.Attribute):
        receiver = ast.unparse(function.value)
        context = WINDOW if receiver in WINDOWS else owner
        yield from (Sentence(context, text, len(call.args) > 2) for text in texts(call.args[:1]))
    elif name in SPELT_OUT and len(call.args) > 1:
        for context in texts(call.args[:1]):
            yield from (Sentence(context, t, len(call.args) > 3) for t in texts(call.args[1:2]))
    elif name == "said":
        yield from (Sentence(ERRORS, text) for text in texts(call.args[:1]))
    elif name == "edit":
        yield from (Sentence(EDITS, text) for text in texts(call.args[:1]))
    elif name == "counted":
        yield from (Sentence(ERRORS, text, True) for text in texts(call.args[1:2]))


def _template(kind: ast.ClassDef) -> Iterator[Sentence]:
    """The sentence of a class of errors."""
    if not kind.name.endswith("Error"):
        return
    for line in kind.body:
        if isinstance(line, ast.Assign | ast.AnnAssign):
            name = line.target if isinstance(line, ast.AnnAssign) else line.targets[0]
            if ast.unparse(name) == "template":
                yield from (Sentence(ERRORS, text) for text in texts([line.value]))


def texts(given: Iterable[ast.expr | None]) -> Iterator[str]:
    """The literals of an expression, both of a choice of two."""
    for expression in given:
        if isinstance(expression, ast.IfExp):
            yield from texts([expression.body, expression.orelse])
        elif isinstance(expression, ast.Constant) and isinstance(expression.value, str):
            yield expression.value
