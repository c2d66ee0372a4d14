"""What stands in the middle of the window: the columns, or a view that compares everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.selection import Place
from desktop.session import Session
from desktop.theme import Theme

PAGE = "page"
HELP = "matrix"
"""The topic that tells of all these views."""


class Page(StrEnum):
    """The views of the middle."""

    READ = "read"
    MATRIX = "matrix"
    FIGURES = "figures"
    NAMES = "names"


class Themed(Protocol):
    """A view that can take other colours."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""


class Centre(QStackedWidget):
    """Shows one page; the others are made when they are first asked for."""

    page_changed = Signal(object)
    """The Page now shown."""
    page_made = Signal(object, object)
    """A Page and its view that was made, before it is first shown."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        reading: QWidget,
        makers: Mapping[Page, Callable[[Theme], QWidget]],
    ) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._makers = makers
        self._pages: dict[Page, QWidget] = {Page.READ: reading}
        self.addWidget(reading)
        session.selection.leaving.connect(self._remember)
        session.selection.moved.connect(self._go)

    @property
    def page(self) -> Page:
        """The page shown."""
        shown = self.currentWidget()
        return next((p for p, widget in self._pages.items() if widget is shown), Page.READ)

    def view(self, page: Page) -> QWidget:
        """The view of a page, made if need be."""
        if page not in self._pages:
            from PySide6.QtGui import QKeySequence, QShortcut

            made = self._makers[page](self._theme)
            self._pages[page] = made
            self.addWidget(made)
            made.setProperty("help_topic", HELP)
            back = QShortcut(QKeySequence(Qt.Key.Key_Escape), made)
            back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            back.activated.connect(self._read)
            self.page_made.emit(page, made)
        return self._pages[page]

    def show_page(self, page: Page) -> None:
        """Show a page and put the keyboard into it."""
        if page is self.page:
            return
        view = self.view(page)
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        if had_focus or page is not Page.READ:
            # Before the other one goes: its focus would pass through what is not even asked for.
            view.setGeometry(self.contentsRect())
            view.show()
            (view.focusWidget() or view).setFocus()
        self.setCurrentWidget(view)
        self.page_changed.emit(page)

    def minimumSizeHint(self) -> QSize:
        """What the page shown needs: a wide one must not hold the others apart."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts; the columns are told by whom they belong to."""
        self._theme = theme
        for page, view in self._pages.items():
            if page is not Page.READ:
                cast(Themed, view).set_theme(theme)

    def _read(self) -> None:
        self.show_page(Page.READ)

    def _remember(self) -> None:
        """Let the way back lead to the page the reader leaves."""
        selection = self._session.selection
        view = selection.place.view
        if isinstance(view, dict) and self.page is not Page.READ:
            selection.remember_view({**view, PAGE: self.page})

    def _go(self, place: Place) -> None:
        """Words are read in the columns; coming back to a page shows it again."""
        remembered = place.view.get(PAGE) if isinstance(place.view, dict) else None
        if remembered is not None:
            self.show_page(remembered)
        elif place.edition is not None:
            self.show_page(Page.READ)
