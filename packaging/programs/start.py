"""What a bundle sees to before the program begins."""

import os
import sys

SEARCHED = "LD_LIBRARY_PATH"


def prepare() -> None:
    """On Linux, lead Qt to its plugins and hide the bundle's libraries from other programs.

    The boot loader has set LD_LIBRARY_PATH, and the loader has read it; a program that is started
    from here, such as a browser, has to find its own libraries.
    """
    if not sys.platform.startswith("linux"):
        return
    inside = getattr(sys, "_MEIPASS", "")
    os.environ["QT_PLUGIN_PATH"] = f"{inside}/PySide6/Qt/plugins"
    before = os.environ.pop(f"{SEARCHED}_ORIG", "")
    if before:
        os.environ[SEARCHED] = before
    else:
        os.environ.pop(SEARCHED, None)
