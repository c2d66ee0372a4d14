"""The ribbons over the columns: drawn anew whenever something has moved, their signs pressed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QCursor

from desktop.reading.column import Column
from desktop.reading.columns_box import ColumnsBox
from desktop.reading.link_sign import LinkSign
from desktop.reading.ribbon_plan import JoinedWords, Links, Plan, Planner, SignPlace, Target
from desktop.reading.ribbons import Ribbon, RibbonStrip
from desktop.theme import Theme

Key = tuple[Target, Target, str]


def no_links(left: Column, right: Column) -> Sequence[JoinedWords]:
    """Join nothing."""
    return ()


class RibbonLayer(QObject):
    """Draws what joins the columns' passages; redrawn once however much has moved."""

    switched = Signal(bool)
    """The ribbons were shown or hidden."""
    followed = Signal(int, int, int)
    """The sign of a link was pressed: the edition and the words at its other end."""

    def __init__(self, box: ColumnsBox, theme: Theme) -> None:
        super().__init__(box)
        self.links: Links = no_links
        self._box = box
        self._theme = theme
        self._on = False
        self._strips: dict[tuple[int, int], RibbonStrip] = {}
        self._signs: dict[Key, LinkSign] = {}
        self._places: dict[Key, SignPlace] = {}
        self._hot: Key | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw)

    def set_on(self, on: bool) -> None:
        """Show or hide the ribbons."""
        if on != self._on:
            self._on = on
            self.switched.emit(on)
        self.schedule()

    @property
    def is_on(self) -> bool:
        """Whether ribbons are shown."""
        return self._on

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._show_signs([])
        self.schedule()

    def schedule(self) -> None:
        """Draw anew as soon as everything has moved."""
        if self._on or self._strips or self._signs:
            self._timer.start()

    def _draw(self) -> None:
        # One above another they touch no neighbour's passages.
        beside = self._box.splitter.orientation() == Qt.Orientation.Horizontal
        columns = self._box.shown() if self._on and beside else []
        plan = Planner(self._box, columns, self._theme, self.links, self._hot).plan()
        self._show_strips(columns, plan)
        self._show_signs(plan.signs)

    # Lines

    def _show_strips(self, columns: Sequence[Column], plan: Plan) -> None:
        for pair in self._strips.keys() - plan.ribbons.keys():
            strip = self._strips.pop(pair)
            strip.setParent(None)
            strip.deleteLater()
        for pair, ribbons in plan.ribbons.items():
            if pair not in self._strips:
                self._strips[pair] = RibbonStrip(self._box)
            strip = self._strips[pair]
            strip.setGeometry(self._area(columns[pair[0]], columns[pair[1]], ribbons))
            strip.raise_()
            strip.show()
            strip.set_ribbons(ribbons)

    def _area(self, left: Column, right: Column, ribbons: Sequence[Ribbon]) -> QRect:
        start = max(ribbon.left.right() for ribbon in ribbons)
        end = min(ribbon.right.left() for ribbon in ribbons)
        ones, others = self._viewport(left), self._viewport(right)
        top, bottom = min(ones.top(), others.top()), max(ones.bottom(), others.bottom())
        return QRect(start, top, max(1, end - start), bottom - top + 1)

    def _viewport(self, column: Column) -> QRect:
        viewport = column.pane.viewport()
        return QRect(viewport.mapTo(self._box, QPoint(0, 0)), viewport.size())

    # Signs

    def _show_signs(self, places: Sequence[SignPlace]) -> None:
        self._places = {place.key: place for place in places}
        for key in self._signs.keys() - self._places.keys():
            sign = self._signs.pop(key)
            sign.hide()
            sign.deleteLater()
            self._hot = None if key == self._hot else self._hot
        for key, place in self._places.items():
            if key not in self._signs:
                self._signs[key] = self._new_sign(key)
            sign = self._signs[key]
            sign.show_sign(place.sign, place.words, self._colour(place), place.style.tint)
            sign.set_middle(place.middle)
            sign.raise_()
            sign.show()

    def _new_sign(self, key: Key) -> LinkSign:
        sign = LinkSign(self._theme, self._box)
        sign.pointed.connect(partial(self._point, key))
        sign.clicked.connect(partial(self._follow, key))
        return sign

    def _colour(self, place: SignPlace) -> QColor:
        box = QRect(0, 0, 1, 1)
        return Ribbon(box, box, place.style, place.other_style).colour

    def _point(self, key: Key, on: bool) -> None:
        """Show which line a sign belongs to."""
        self._hot = key if on else None
        self.schedule()

    def _follow(self, key: Key) -> None:
        """Go to the end of a link that is farther from the pointer."""
        place, sign = self._places.get(key), self._signs.get(key)
        if place is None or sign is None:
            return
        to_right = sign.mapFromGlobal(QCursor.pos()).x() < sign.width() / 2
        self.followed.emit(*(place.right if to_right else place.left))
