"""What a bundle carries and what it does not: decided in one place, for the build and its test.

A bundle is a folder with two programs, Python, Qt and the packages they run on. It leaves out
whatever could open a connection, and whatever nothing in Triptych uses. Libraries every Linux
desktop has are left to the system, so that its security updates reach them.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

INSIDE: Final = "lib"
"""The folder beside the two programs that holds everything else."""

QT_MODULES: Final = ("QtCore", "QtDBus", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets")
"""The Python side of Qt that may be there (QtDBus only where a platform's plugins need it)."""

QT_LIBRARIES: Final = frozenset(
    {"Core", "DBus", "Gui", "PrintSupport", "Svg", "WaylandClient", "Widgets", "XcbQpa"}
)
"""Qt's shared libraries, without the `Qt6` or `libQt6` before their names."""

QT_PLUGINS: Final = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qgtk3", "qxdgdesktopportal"},
    # Finds the printers by way of CUPS on Linux and macOS; loaded by the print dialog, not before.
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
"""Folder of plugins → those that may be there, without `lib` and ending."""

EXCLUDED_MODULES: Final = (
    "ssl", "_ssl", "_hashlib", "_asyncio", "asyncio", "http.server", "ftplib", "imaplib", "poplib",
    "smtplib", "telnetlib", "nntplib", "xmlrpc", "socketserver", "webbrowser",
    "pip", "setuptools", "pkg_resources", "wheel", "ensurepip", "distutils", "lib2to3",
    "numpy", "pandas", "babel", "scipy", "matplotlib", "PIL", "IPython",
    "tkinter", "_tkinter", "turtle", "idlelib", "curses", "_curses", "readline",
    "unittest", "doctest", "pydoc", "pydoc_data", "test", "_testcapi", "pytest", "hypothesis",
    "mypy", "coverage", "pdb", "rich", "pygments",
    "PySide6.QtNetwork", "PySide6.QtTest", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql",
    "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
)  # fmt: skip
"""Modules no program of the bundle may hold (without _hashlib, hashes are Python's own code)."""

SYSTEM_LIBRARIES_CARRIED: Final = re.compile(
    # What Python itself needs, in the version it was tested with.
    r"libpython3|libsqlite3|libffi|libbz2|liblzma|libuuid|libmpdec|libcrypt\."
    # Small ones of X11 that many desktops do not install by themselves.
    r"|libxcb-(cursor|icccm|image|keysyms|render-util|util|xkb)\.|libxkbcommon(-x11)?\."
)
"""Libraries of the build system that go into a Linux bundle; no others do."""

FORBIDDEN: Final = re.compile(
    r"qtnetwork|qt6network|webengine|websockets|(^|/)_?ssl[._]|libssl|libcrypto|libcurl"
    r"|platforms/(lib)?qvnc|/tls/|networkinformation|qmltooling|/qml/|qt6(qml|quick|sql|test|pdf)"
    r"|opengl32sw|d3dcompiler|(^|/)(numpy|pandas|babel|pip|setuptools|wheel)(/|\.|-|$)"
    r"|(^|/)(tests?|testing)/|(^|/)(test_[^/]*|conftest)\.pyc?$|direct_url\.json$|__pycache__",
    re.IGNORECASE,
)
"""Paths no bundle may hold."""


def plugin_wanted(path: str) -> bool | None:
    """Whether a plugin of Qt belongs in a bundle; None for what is no plugin of Qt."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    if "plugins" not in parts or "PySide6" not in parts:
        return None
    folder, *rest = parts[parts.index("plugins") + 1 :]
    if len(rest) != 1:
        return False
    return plain_name(rest[0]) in QT_PLUGINS.get(folder, set())


def qt_library(path: str) -> str | None:
    """The name of one of Qt's own libraries, such as `Gui`; None for any other file."""
    name = PurePosixPath(path.replace("\\", "/")).name
    found = re.fullmatch(r"(?:lib)?Qt6?([A-Z]\w*)(?:\.framework|\.(?:so|dll|dylib)[.\d]*)?", name)
    return found[1] if found else None


def plain_name(file: str) -> str:
    """A library's name without `lib` and ending: `libqxcb.so` is `qxcb`."""
    return re.sub(r"^lib|\.(so|dll|dylib)([.\d]*)$", "", file)


def module_forbidden(name: str, source: str = "") -> bool:
    """Whether a Python module may not be in a bundle, by its name and its file."""
    return any(name == left or name.startswith(f"{left}.") for left in EXCLUDED_MODULES) or bool(
        FORBIDDEN.search(source.replace("\\", "/").rpartition("site-packages/")[2])
    )
