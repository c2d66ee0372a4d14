"""`triptych [FILE…]`: the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.application import Application


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
    application = begin([Path(name) for name in given])
    return application.qt.exec()


def begin(files: Sequence[Path] = ()) -> Application:
    """Show the first window: on files, on the last corpus, or on the bundled case."""
    # Nothing that is made before the text is seen is thrown away: the collector would search it
    # all over and over. It is let go when the window is complete.
    gc.disable()
    from desktop.plain_import import import_qt

    import_qt()
    from PySide6.QtWidgets import QApplication

    from desktop.application import Application, qt_application
    from desktop.errors import install_hook

    qt = QApplication.instance() or qt_application(sys.argv[0])
    assert isinstance(qt, QApplication)
    application = Application(qt)
    install_hook(application)
    asked = getattr(qt, "file_asked", None)
    if asked is not None:
        asked.connect(application.take_asked_file)
    application.start(*files).later.add(collect_again)
    return application


def collect_again() -> None:
    """Let the collector work, and leave alone what the program consists of."""
    gc.freeze()
    gc.enable()


if __name__ == "__main__":
    sys.exit(main())
