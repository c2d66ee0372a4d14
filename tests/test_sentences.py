"""Everything the program says can be given to a translator."""

import ast
import string
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import ROOT, name_of, python_files, tree

REASONS = ("reason", "where", "what")
# What typst says of a page is read by the program itself.
NOT_TOLD = ("TypesettingError",)
PROGRAM = [
    path for path in python_files() if path.is_relative_to(ROOT / "db") or
    (path.is_relative_to(ROOT / "desktop") and not path.name.startswith("cli"))
]  # fmt: skip


@pytest.fixture
def translations(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import translations

    return translations


def test_an_error_is_raised_with_words_that_can_be_translated() -> None:
    """A bare text would be shown in English among the words of another language."""
    bare = [
        f"{name_of(path)}:{error.lineno} {ast.unparse(words)}"
        for path in PROGRAM
        for function in calls_by_function(path)
        for error in function.errors
        for words in told_by(error)
        for words in function.meant(words)
        if is_bare(words)
    ]
    assert not bare


def test_what_is_said_has_the_fields_of_its_template() -> None:
    """A field too few would turn a refusal into a failure of the program."""
    wrong = [
        f"{name_of(path)}:{call.lineno}"
        for path in PROGRAM
        for call in sayings(path)
        if fields_given(call) not in [fields_of(template) for template in templates(call)]
    ]
    assert not wrong


def test_what_a_translator_wrote_is_kept(translations, tmp_path: Path) -> None:
    file = tmp_path / "triptych_ru.ts"
    one, other = translations.Sentence("Pane", "One"), translations.Sentence("Pane", "%n", True)
    translations.write(file, "ru", [one, other], {})
    text = file.read_text(encoding="utf-8")
    before, after = text.split("<source>One</source>")
    done = after.replace('<translation type="unfinished" />', "<translation>Один</translation>", 1)
    file.write_text(f"{before}<source>One</source>{done}", encoding="utf-8")
    added = translations.Sentence("Pane", "New")
    translations.write(file, "ru", [added, other], translations.translations(file))
    kept = {m.findtext("source"): m.find("translation") for m in ET.parse(file).iter("message")}
    assert kept["One"].text == "Один"
    assert kept["One"].get("type") == "vanished"
    assert kept["New"].get("type") == "unfinished"
    assert set(kept) == {"One", "%n", "New"}


def test_the_english_plurals_are_those_of_the_code(translations, tmp_path: Path) -> None:
    """`python packaging/translations.py` was run after the last change."""
    kept = translations.translations(translations.FOLDER / "triptych_en.ts")
    found = translations.sentences(ROOT)
    assert set(kept) == {
        (s.context, s.text) for s in found if s.counts and s.context != translations.ERRORS
    }


class Function:
    """A function's errors, and what its names may stand for."""

    def __init__(self, node: ast.AST) -> None:
        walked = list(ast.walk(node))
        self.errors = [n for n in walked if isinstance(n, ast.Call) and is_error(called(n))]
        self._values: dict[str, list[ast.expr]] = {}
        for n in walked:
            if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name):
                self._values.setdefault(n.targets[0].id, []).append(n.value)

    def meant(self, words: ast.expr) -> list[ast.expr]:
        """An expression, or for a name what it was given in the function."""
        if isinstance(words, ast.Name):
            return self._values.get(words.id, [])
        if isinstance(words, ast.IfExp):
            return [*self.meant(words.body), *self.meant(words.orelse)]
        return [words]


def calls_by_function(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            yield Function(node)


def called(call: ast.Call) -> str:
    return ast.unparse(call.func).rsplit(".", 1)[-1]


def is_error(name: str) -> bool:
    return (name in own_errors() and name not in NOT_TOLD) or name == "_refused"


def own_errors() -> set[str]:
    """The errors that the program has of its own."""
    if not hasattr(own_errors, "found"):
        own_errors.found = {
            node.name
            for path in PROGRAM
            for node in ast.walk(tree(path))
            if isinstance(node, ast.ClassDef) and node.name.endswith("Error")
        }
    return own_errors.found


def told_by(error: ast.Call) -> Iterator[ast.expr]:
    """The words that an error is given: its reasons, or all that has no name."""
    yield from error.args
    yield from (keyword.value for keyword in error.keywords if keyword.arg in REASONS)


def is_bare(words: ast.expr) -> bool:
    """Whether a text is written out here, as it is or put together."""
    if isinstance(words, ast.Call):
        return ast.unparse(words) == "str(error)"
    parts = words.values if isinstance(words, ast.JoinedStr) else [words]
    texts = [part.value for part in parts if isinstance(part, ast.Constant)]
    return isinstance(words, ast.BinOp) or any(
        isinstance(text, str) and any(map(str.isalpha, text)) for text in texts
    )


def sayings(path: Path) -> Iterator[ast.Call]:
    """The calls of `said` and `counted` in a file that has them from `db.errors`."""
    body = tree(path).body
    if not any(isinstance(n, ast.ImportFrom) and n.module == "db.errors" for n in body):
        return
    for call in ast.walk(tree(path)):
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("said", "counted"):
            yield call


def templates(call: ast.Call) -> list[ast.expr]:
    return call.args[:2] if called(call) == "counted" else call.args[:1]


def fields_given(call: ast.Call) -> set[str | None]:
    given = {keyword.arg for keyword in call.keywords}
    return given | {"count"} if called(call) == "counted" else given


def fields_of(template: ast.expr) -> set[str]:
    assert isinstance(template, ast.Constant), "a template is a literal"
    parsed = string.Formatter().parse(template.value)
    return {name for _, name, _, _ in parsed if name}
