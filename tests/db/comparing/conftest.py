"""What comparing is tested on: the bundled case, and a small corpus made by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.corpus import Corpus
from db.packs.cases import compile_case
from tests.db.corpus.made import Made, make_corpus


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    path: Path = tmp_path_factory.mktemp("case") / "case.triptych"
    compile_case("zhanaozen-2011", path)
    with Corpus.open(path, read_only=True) as corpus:
        yield corpus


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    with make_corpus(tmp_path / "made.triptych") as corpus:
        yield Made(corpus)
