"""The results of a search, beside the columns, and the way from each to its words."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.patterns import paint_bar
from desktop.searching.search_model import ROW, HitRow, SearchModel, find
from desktop.session import Session
from desktop.theme import SECONDARY_PIXELS, Theme, interface_font

Index = QModelIndex | QPersistentModelIndex
PAUSE = 120
SNIPPET_LINES = 3
PAD = 12


class SearchPanel(QWidget):
    """Finds as the reader types; choosing a hit goes to its words."""

    found = Signal(object)
    """The found words of each edition: edition id -> [(start, end)]."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query = ""
        self.model = SearchModel(self)
        self.view = QListView(self)
        self.view.setObjectName("search_results")
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setModel(self.model)
        self._delegate = HitDelegate(theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Search results"))
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.head.setContentsMargins(PAD, 10, PAD, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.view, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.search_now)
        self.view.clicked.connect(self._chosen)
        self.view.activated.connect(self._chosen)
        session.changed.connect(self._corpus_changed)
        self.set_theme(theme)

    def search(self, query: str) -> None:
        """Search once the reader pauses."""
        self._query = query
        self._pause.start()

    def search_now(self) -> None:
        """Search for what was typed."""
        self._pause.stop()
        results = find(self._session, self._query)
        self.model.set_rows(results.rows)
        self.head.setText(self._summary(len(results.rows), results.complete))
        self.found.emit(results.marks)

    def step(self, by: int) -> None:
        """Go to the next or previous hit and to its words."""
        if self._pause.isActive():
            self.search_now()
        rows = self.model.rowCount()
        if not rows:
            return
        current = self.view.currentIndex()
        at = (current.row() + by) % rows if current.isValid() else (0 if by > 0 else rows - 1)
        index = self.model.index(at)
        self.view.setCurrentIndex(index)
        self._chosen(index)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self._delegate.set_theme(theme)
        self.head.setFont(interface_font(theme, SECONDARY_PIXELS))
        self.view.scheduleDelayedItemsLayout()

    def _summary(self, count: int, complete: bool) -> str:
        if not self._query.strip():
            return self.tr("Type words, a name or an address such as B.14.")
        if not count:
            return self.tr("Nothing found. All sources and editions were searched.")
        if complete:
            return self.tr("%n passage(s)", None, count)
        return self.tr("The best %n passage(s) among the first 2,000", None, count)

    def _chosen(self, index: Index) -> None:
        hit = self.model.hit(index)
        if hit is not None:
            self._session.selection.go_to_words(hit.edition, hit.start, hit.end)

    def _corpus_changed(self) -> None:
        if self._query and self.isVisible():
            self._pause.start()


class HitDelegate(QStyledItemDelegate):
    """Draws a hit: its source's bar, address and edition, and the words around it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self._theme = theme
        self._font = interface_font(theme)
        self._small = interface_font(theme, SECONDARY_PIXELS)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for a line of place and up to three of words."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        layout = self._laid_out(index.data(ROW), width)
        return QSize(100, round(layout.boundingRect().height()) + self._line() + 16)

    def _line(self) -> int:
        return QFontMetrics(self._small).height()

    def _laid_out(self, row: HitRow, width: int) -> QTextLayout:
        layout = QTextLayout(row.snippet, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        ranges = []
        for start, end in row.found:
            piece = QTextLayout.FormatRange()
            before = len(row.snippet[:start].encode("utf-16-le")) // 2
            piece.start = before
            piece.length = len(row.snippet[start:end].encode("utf-16-le")) // 2
            piece.format = bold
            ranges.append(piece)
        layout.setFormats(ranges)
        layout.beginLayout()
        top = 0.0
        for _ in range(SNIPPET_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(60, width - 2 * PAD - 10))
            line.setPosition(line.position().__class__(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one hit."""
        row: HitRow = index.data(ROW)
        rect, theme = option.rect, self._theme
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.hover)
        bar = QRectF(rect.left() + PAD - 6, rect.top() + 8, 3, rect.height() - 16)
        paint_bar(painter, bar, theme.source(row.style))
        painter.setFont(self._small)
        painter.setPen(theme.muted)
        left = rect.left() + PAD + 4
        head = QRect(left, rect.top() + 6, rect.width() - 2 * PAD, self._line())
        place = " ".join(f"{row.address} · {row.source} · {row.edition_kind}".split())
        metrics = QFontMetrics(self._small)
        place = metrics.elidedText(place, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), place)
        painter.setPen(theme.ink)
        layout = self._laid_out(row, rect.width())
        layout.draw(painter, QRectF(left, head.bottom() + 3, 0, 0).topLeft())
        painter.restore()
