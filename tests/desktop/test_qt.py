"""What this program needs of Qt's binding itself."""

import sys

from PySide6.QtWidgets import QApplication


def test_the_binding_keeps_its_hands_off_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 dropped a reference at each call on Python 3.11 and aborted in seconds."""
    before = sys.getrefcount(None)
    for _ in range(200):
        QApplication.processEvents()
    assert sys.getrefcount(None) > before - 100
