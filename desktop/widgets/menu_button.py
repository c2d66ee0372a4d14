"""A button that opens a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


def menu_button(menu: QMenu, parent: QWidget) -> QToolButton:
    """Return a button with a menu's words that opens it by click or key."""
    button = QToolButton(parent)
    title = menu.title()
    button.setText(title)
    button.setAccessibleName(title.replace("&", ""))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
