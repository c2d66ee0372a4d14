"""The views that compare everything, each imported and made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from desktop.comparing.centre import Page
from desktop.comparing.compared import Compared
from desktop.theme import Theme


def views(compared: Compared) -> Mapping[Page, Callable[[Theme], QWidget]]:
    """How each page of the middle is made."""

    def matrix(theme: Theme) -> QWidget:
        from desktop.comparing.matrix_page import MatrixPage

        return MatrixPage(compared, theme)

    def figures(theme: Theme) -> QWidget:
        from desktop.comparing.figures_page import FiguresPage

        return FiguresPage(compared, theme)

    def names(theme: Theme) -> QWidget:
        from desktop.comparing.naming_page import NamingPage

        return NamingPage(compared, theme)

    return {Page.MATRIX: matrix, Page.FIGURES: figures, Page.NAMES: names}
