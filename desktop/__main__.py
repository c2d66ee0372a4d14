"""`triptych [FILE…]`: the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window on a corpus or an original, and stay until the last window is closed."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in ("-h", "--help"):
        print("usage: triptych [FILE…]\n\nWithout a window: triptych-cli --help")  # noqa: T201
        return 0
    if given and given[0] == "--version":
        from desktop.cli import version

        print(f"triptych {version()}")  # noqa: T201
        return 0
    from desktop.plain_import import import_qt

    import_qt()
    from PySide6.QtWidgets import QApplication

    from desktop.application import Application, qt_application
    from desktop.errors import install_hook

    qt = QApplication.instance() or qt_application(sys.argv[0])
    assert isinstance(qt, QApplication)
    application = Application(qt)
    install_hook(application)
    application.start(*map(Path, given))
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
