"""What every dialog has: a page that scrolls where it must, an error line, buttons below."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShortcutEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Theme, text_scale, theme_for_system
from desktop.widgets.breaking_label import BreakingLabel

MARGIN: Final = 18
# The share of the screen a dialog may take before its page scrolls.
LARGEST: Final = 0.92


class Dialog(QDialog):
    """A modal dialog; subclasses fill `box` and `buttons`, and it lets go of itself when closed.

    `width` is in pixels at the usual text size.
    """

    TOPIC: ClassVar[str] = ""
    """The topic that F1 opens; without one the help begins at its contents."""

    def __init__(self, parent: QWidget | None, title: str, *, width: int = 520) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setProperty("help_topic", self.TOPIC)
        self._width = width
        self._keep_it: Callable[[], bool] | None = None
        self._page = _Page(self)
        self.box = QVBoxLayout(self._page)
        self.box.setContentsMargins(MARGIN, MARGIN, MARGIN, 10)
        self.box.setSpacing(10)
        self._scroll = _Scroll(self._page, self)
        self._scroll.page_changed.connect(self._grow)
        self._said = QWidget(self)
        self.error = label("", kind="error", parent=self._said)
        self.buttons = QDialogButtonBox(self)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        # The window's own F1 does not reach what is open above it.
        QShortcut(QKeySequence("F1"), self).activated.connect(self._help)
        # The parent would keep every dialog that was ever opened.
        self.finished.connect(self.deleteLater)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, 14)
        foot.addWidget(self.buttons)
        line = QFrame(self)
        line.setProperty("kind", "line")
        said = QVBoxLayout(self._said)
        said.setContentsMargins(MARGIN, 2, MARGIN, 10)
        said.addWidget(self.error)
        self._said.hide()
        self.foot = QVBoxLayout(self)
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot.setSpacing(0)
        self.foot.addWidget(self._scroll, 1)
        self.foot.addWidget(self._said)
        self.foot.addWidget(line)
        self.foot.addLayout(foot)

    def add_accept(self, words: str) -> QPushButton:
        """Add the button that does what the dialog is for; Return and Ctrl+Return press it."""
        button = self.add_button(words, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(button.click)
        return button

    def add_cancel(self, words: str = "") -> QPushButton:
        """Add the button that closes without doing anything; Escape presses it."""
        return self.add_button(words or self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)

    def add_button(self, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        """Add another button at the foot."""
        button = self.buttons.addButton(words, role)
        button.setAccessibleName(words.replace("&", ""))
        return button

    def until_kept(self, keep: Callable[[], bool]) -> None:
        """Stay open until what was asked for is kept: `keep` makes the edit and tells if it could.

        Where it could not, the reader is told by `say`, and all that was typed is still there.
        """
        self._keep_it = keep

    def accept(self) -> None:
        """Close once what was asked for is kept."""
        self.say("")
        if self._keep_it is None or self._keep_it():
            super().accept()

    def say(self, sentence: str) -> None:
        """Say what went wrong above the buttons; an empty sentence says nothing."""
        self.error.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._grow()

    def _help(self) -> None:
        """Open the help on what has the keyboard, beside this dialog."""
        from desktop.help.help_window import topic_for

        window = self.parentWidget()
        while window is not None and not hasattr(window, "open_help"):
            window = window.parentWidget()
        if window is not None:
            window.open_help(topic_for(QApplication.focusWidget() or self), self)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size the page wants, as far as the screen has it."""
        super().showEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Page Up and Page Down scroll what has no keys of its own."""
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in pages:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + pages[Qt.Key(event.key())] * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Resize to what the page wants at this width, never beyond the screen."""
        width = max(round(self._width * text_scale()), self.minimumSizeHint().width())
        width = min(width, self._most().width())
        self.resize(width, self._height_at(width))

    def _grow(self) -> None:
        """Follow what the page shows; never shrink under the reader's hands."""
        wanted = self._height_at(self.width())
        if self.isVisible() and wanted > self.height():
            self.resize(self.width(), wanted)

    def _most(self) -> QSize:
        screen = self.screen() or QGuiApplication.primaryScreen()
        return screen.availableGeometry().size() * LARGEST

    def _height_at(self, width: int) -> int:
        # The layout keeps what the page wanted before, unless it is told.
        self._scroll.updateGeometry()
        foot = height_at(self.foot, width) - self._scroll.sizeHint().height()
        return min(self._scroll.height_at(width) + foot, self._most().height())


class _Page(QWidget):
    """A page that shrinks to the least it needs before it has to scroll."""

    def heightForWidth(self, width: int) -> int:
        """The least height at a width."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().heightForWidth(width)
        return layout.totalMinimumHeightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """The least width; the height follows from it, not from the height of narrow words."""
        return QSize(super().minimumSizeHint().width(), 0)


class _Scroll(QScrollArea):
    """A page that scrolls up and down but is never narrower than it needs."""

    page_changed = Signal()

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(parent.accessibleName())
        self.setWidget(page)
        # The style sheet gives scroll areas paper; a dialog's page is part of the dialog.
        page.setObjectName("dialog_page")
        self.setStyleSheet("QScrollArea, #dialog_page { background: transparent; }")

    def height_at(self, width: int) -> int:
        """The height the page wants at a width."""
        layout = self._page.layout()
        return height_at(layout, width) if layout else self._page.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the page wants other room."""
        handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.page_changed.emit()
        return handled

    def sizeHint(self) -> QSize:
        """As large as the page."""
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as the page must be, and a few lines high."""
        bar = self.verticalScrollBar().sizeHint().width()
        width = self._page.minimumSizeHint().width() + bar
        return QSize(width, 160)


def height_at(layout: QLayout, width: int) -> int:
    """The height a layout wants at a width, whether or not that depends on the width."""
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()


class Form(QGridLayout):
    """Rows of a name and a field; unlike Qt's own form it gives wrapped words the height they need.

    Names are right-aligned beside the first line of what they name.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(14)
        self.setVerticalSpacing(9)
        self.setColumnStretch(1, 1)

    def add(
        self, name: str, field: QWidget | QLayout | None, buddy: QWidget | None = None
    ) -> QLabel:
        """Add a row; the mnemonic in `name` leads to the field, or to `buddy`."""
        row = self.rowCount()
        words = QLabel(name)
        words.setTextFormat(Qt.TextFormat.PlainText)
        target = buddy or (field if isinstance(field, QWidget) else None)
        if target is not None and "&" in name:
            words.setBuddy(target)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        if name and field is not None:
            # A name is as high as the first line of its field, so that both stand on one line.
            line = QLineEdit().sizeHint().height()
            words.setMinimumHeight(min(line, field.sizeHint().height()))
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self.addWidget(words, row, 0, top)
        if isinstance(field, QLayout):
            self.addLayout(field, row, 1)
        elif field is not None:
            self.addWidget(field, row, 1)
        return words


class RadioButton(QRadioButton):
    """A radio button that its key checks at once.

    Qt lets one sink for a tenth of a second first, and whoever presses Return meanwhile would
    have chosen something else.
    """

    def event(self, event: QEvent) -> bool:
        """Check without delay what its key has chosen."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.click()
            return True
        return super().event(event)


def label(
    words: str, *, kind: str = "", selectable: bool = False, parent: QWidget | None = None
) -> QLabel:
    """A label of plain text that wraps; `kind` is one of the style sheet's.

    What can be selected is left as it is, to be copied so.
    """
    made = QLabel(parent) if selectable else BreakingLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)
    made.setWordWrap(True)
    if kind:
        made.setProperty("kind", kind)
    if selectable:
        flags = Qt.TextInteractionFlag
        made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return made


def set_kind(widget: QWidget, kind: str) -> None:
    """Let the style sheet draw a widget as another kind."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def theme_of(widget: QWidget | None) -> Theme:
    """The theme of the window a dialog belongs to, else the one the system asks for."""
    while widget is not None:
        found = getattr(widget, "theme", None)
        if isinstance(found, Theme):
            return found
        widget = widget.parentWidget()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return theme_for_system(app)
