"""The badge that says how claims relate: amber and a sign for a conflict, quiet words else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from db.records import ClaimRelation
from desktop.comparing.lines import Badge
from desktop.comparing.type import Type
from desktop.widgets.signs import paint_flash

PAD = 8.0
SIGN = 13.0


def badge_width(badge: Badge, type_: Type) -> float:
    """The room a badge takes."""
    words = type_.width(badge.words, _font(badge, type_))
    if badge.relation is ClaimRelation.CONFLICT:
        return words + (2 * PAD + SIGN) * type_.scale
    return words


def paint_badge(
    painter: QPainter, right: float, middle: float, badge: Badge, type_: Type, *,
    left: float | None = None,
) -> None:  # fmt: skip
    """Paint a badge that ends at `right`, or begins at `left`, in the middle of its line."""
    width = badge_width(badge, type_)
    right = right if left is None else left + width
    theme, scale = type_.theme, type_.scale
    rect = QRectF(right - width, middle - 9.5 * scale, width, 19 * scale)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_font(badge, type_))
    if badge.relation is ClaimRelation.CONFLICT:
        painter.setPen(QPen(theme.disagreement, 1) if theme.contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.disagreement_tint)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        left_edge = QPointF(rect.left() + PAD * scale, middle)
        paint_flash(painter, left_edge, theme.disagreement, scale)
        painter.setPen(theme.disagreement)
        rect.setLeft(rect.left() + (PAD + SIGN) * scale)
    else:
        painter.setPen(theme.muted)
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, badge.words)
    painter.restore()


def _font(badge: Badge, type_: Type) -> QFont:
    return type_.small_strong if badge.relation is ClaimRelation.CONFLICT else type_.small
