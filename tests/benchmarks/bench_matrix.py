"""The matrix of 10,000 claims in the window, from the file to the rows drawn."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from db.comparing.reading import CLAIMS
from db.corpus import Corpus
from desktop.comparing.compared import Compared
from desktop.comparing.matrix_page import MatrixPage
from desktop.session import Session
from desktop.theme import theme
from tests.benchmarks.bench_comparing import _invent
from tests.benchmarks.measuring import Result, interleaved, result
from tests.benchmarks.panes import application

WIDTH, HEIGHT, SAMPLES = 1000, 700, 40


def window_matrix() -> Iterator[Result]:
    """Opening against twice the bare query and drawing what is in sight for the first time."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.triptych"
        _invent(path)
        session = Session(Corpus.open(path, read_only=True))
        session.selection.set_event(session.events[len(session.events) // 2].id)
        # What every view of a session has long asked before the matrix is opened.
        assert session.silences and session.spoken is not None
        shown = _open(session)
        reference, subject = interleaved(
            lambda: _bare(session, shown), lambda: _close(_open(session)), SAMPLES
        )
        yield result("matrix in the window / 2 × (query) + drawing", 1.0, reference, subject)
        _close(shown)
        session.close()


def _open(session: Session) -> MatrixPage:
    page = MatrixPage(Compared(session), theme("light"))
    page.resize(WIDTH, HEIGHT)
    page.show()
    QApplication.processEvents()
    return page


def _close(page: MatrixPage) -> None:
    page.close()
    page.deleteLater()
    QApplication.processEvents()


def _bare(session: Session, shown: MatrixPage) -> None:
    """Twice the query, and one screen measured and drawn as if for the first time."""
    for _ in range(2):
        session.corpus.connection.execute(CLAIMS).fetchall()
    shown.view.set_theme(theme("light"))
    shown.model.forget_cells()
    shown.view.measure()
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    shown.render(image)
