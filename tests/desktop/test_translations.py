"""The words of counted things: they are looked up where they are kept."""

import ast
import xml.etree.ElementTree as ET

import resources
from tests.project import python_files, tree


def test_counted_words_are_kept_where_the_program_looks_for_them() -> None:
    """A text under another context would be shown as "2 claim(s)"."""
    kept = {
        context.findtext("name")
        for context in ET.parse(resources.path("translations", "triptych_en.ts")).iter("context")
    }
    assert kept - places_looked_in() == set()


def places_looked_in() -> set[str]:
    """The classes, which ask by their own name, and the contexts named in a call."""
    found = set()
    for path in python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.Call) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found
