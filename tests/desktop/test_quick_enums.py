"""Qt's enumerations are made quickly, and are what Python would have made of them."""

import subprocess
import sys
from enum import Enum, EnumType, Flag, FlagBoundary, IntEnum, IntFlag
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.quick_enums import Mould, _inside
from tests.project import ROOT

PLAIN = getattr(EnumType._create_, "plain", EnumType._create_)  # type: ignore[attr-defined]


CLASSES = (
    QtCore.Qt, QtCore.QEvent, QtCore.QLocale, QtCore.QCborSimpleType, QtCore.QDir,
    QtGui.QAccessible, QtGui.QFont, QtGui.QGradient, QtGui.QImage, QtGui.QPainter, QtGui.QPalette,
    QtWidgets.QDialogButtonBox, QtWidgets.QFileDialog, QtWidgets.QMessageBox, QtWidgets.QStyle,
)  # fmt: skip


def test_every_enumeration_comes_out_as_python_makes_it() -> None:
    keep = FlagBoundary.KEEP
    moulds = {base: Mould(base, keep, PLAIN) for base in (Enum, Flag, IntEnum, IntFlag)}
    inside = [each for one in CLASSES for each in (one, *vars(one).values())]
    made: list[Any] = [each for each in inside if isinstance(each, EnumType) and len(each)]
    assert len(made) > 150
    for each in made:
        base, name = each.__mro__[1], each.__name__
        members = [(name, member.value) for name, member in each.__members__.items()]
        assert moulds[base].takes(members), each
        python = PLAIN(base, name, members, module="", boundary=keep)
        assert _inside(moulds[base].cast(name, members, "")) == _inside(python)


def test_what_is_not_plain_is_left_to_python() -> None:
    mould = Mould(Flag, FlagBoundary.KEEP, PLAIN)
    assert mould.takes([("BOLD", 1)])
    for name, value in [("name", 1), ("mro", 1), ("_hidden_", 1), ("BOLD", "1"), ("BOLD", True)]:
        assert not mould.takes([(name, value)])  # type: ignore[list-item]
    assert not mould.takes([("BOLD", 1), ("BOLD", 2)])


def test_a_python_that_makes_enumerations_otherwise_makes_them_all() -> None:
    def that_keeps_more(*given: Any, **asked: Any) -> Any:
        made = PLAIN(*given, **asked)
        made._values_ = [member.value for member in made]
        return made

    def that_keeps_less(*given: Any, **asked: Any) -> Any:
        made = PLAIN(*given, **asked)
        del made._member_map_
        return made

    for another_python in (that_keeps_more, that_keeps_less):
        assert not Mould(Enum, FlagBoundary.KEEP, another_python).takes([("BOLD", 1)])


SCRIPT = """
import pickle, sys
if sys.argv[1] == "quick":
    from desktop.plain_import import import_qt
    import_qt()
    import_qt()
from enum import IntEnum
from PySide6.QtCore import QEvent, QFlag, Qt
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["triptych"])
label = QLabel("words")
label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
both = label.alignment()
print(both, list(both), Qt.AlignmentFlag.AlignTop in both, ~both & Qt.AlignmentFlag.AlignRight)
print(Qt.Key(65) is Qt.Key.Key_A, Qt.Key(1234567), len(Qt.Key), Qt.Key.Key_A.name, Qt.AlignRight)
print(Qt.Key, Qt.Key.__module__, Qt.Key.__qualname__, pickle.loads(pickle.dumps(Qt.Key.Key_B)))
print(QEvent.Type.User.value, QEvent(QEvent.Type.User).type(), Qt.WindowType(0xf0000002))
print(label.sizePolicy().horizontalPolicy(), [f.name for f in Qt.WindowState], Qt.Key.Key_F1 == 3)
print(IntEnum("Own", [("ONE", 1)]).__module__, IntEnum("Own", "ONE TWO").TWO)
for wrong in (lambda: setattr(Qt.Key, "Key_A", 3), lambda: Qt.Key.Key_None, lambda: Qt.Key["a"]):
    try:
        wrong()
    except Exception as error:
        print(repr(error))
"""


def test_a_program_sees_no_difference() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, way],
            capture_output=True, cwd=ROOT, encoding="utf-8", check=True,
        ).stdout
        for way in ("quick", "usual")
    ]  # fmt: skip
    assert "AlignRight" in said[0] and "cannot reassign" in said[0]
    assert said[0] == said[1]
