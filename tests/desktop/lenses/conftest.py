"""The program on a reader's own copy of the bundled case."""

from tests.stories.conftest import application, compiled_case, own_folders, reader

__all__ = ["application", "compiled_case", "own_folders", "reader"]
