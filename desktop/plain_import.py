"""Importing Qt without what its Python side puts into every later import."""

import builtins


def import_qt() -> None:
    """Import Qt and take its import hook away again.

    PySide replaces `__import__` by one that reads the source of each module imported after it, to
    find `from __feature__ import snake_case`, which this program never says. It costs a tenth of
    the start.
    """
    plain = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401

    builtins.__import__ = plain
