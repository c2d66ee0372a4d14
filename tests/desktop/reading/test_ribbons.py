from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.reading.ribbons import Ribbon, RibbonStrip, curve
from desktop.theme import theme


def test_a_ribbon_joins_two_boxes_and_leaves_the_rest(qtbot) -> None:
    colours, window = theme("light"), QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet("background: #ffffff")
    strip = RibbonStrip(window)
    strip.setGeometry(0, 0, 60, 200)
    window.resize(60, 200)
    window.show()
    qtbot.waitExposed(window)
    left, right = QRect(-50, 20, 50, 40), QRect(60, 120, 50, 40)
    strip.set_ribbons([Ribbon(left, right, colours.source(0), colours.source(1))])
    image = window.grab().toImage()
    white = 0xFFFFFFFF
    assert image.pixel(1, 40) != white
    assert image.pixel(58, 140) != white
    assert image.pixel(1, 180) == white
    assert image.pixel(58, 20) == white


def test_a_ribbon_leaves_and_arrives_level() -> None:
    path = curve(0, 10, 100, 90)
    assert path.angleAtPercent(0) == 0
    assert path.angleAtPercent(1) in (0, 360)


def test_a_strip_lets_the_mouse_through(qtbot) -> None:
    pressed: list[int] = []

    class Below(QWidget):
        def mousePressEvent(self, event: object) -> None:
            pressed.append(1)

    window = Below()
    qtbot.addWidget(window)
    strip = RibbonStrip(window)
    strip.setGeometry(0, 0, 100, 100)
    window.resize(100, 100)
    window.show()
    qtbot.waitExposed(window)
    target = window.childAt(50, 50) or window
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    assert pressed
