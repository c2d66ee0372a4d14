"""A small corpus for the tests of the layer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.corpus import Corpus
from tests import builders


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Corpus]:
    """The invented corpus of `tests.builders`, open."""
    with builders.harbour(tmp_path / "harbour.triptych") as corpus:
        yield corpus
