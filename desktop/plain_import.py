"""Importing Qt without what its Python side does for programs that are being written."""

import builtins
import importlib
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final

LATE: Final = {
    "shibokensupport.signature": ("errorhandler", "layout", "parser"),
    "shibokensupport.signature.lib": ("enum_sig", "pyi_generator"),
}
"""What words error messages and writes type stubs, by its package."""


def import_qt() -> None:
    """Import Qt, what is needed for its error messages only when there is one.

    PySide compiles its tables of signatures from source at each start, a third of the time it
    takes to be imported. It also replaces `__import__` by one that reads the source of each
    module imported after it, to find `from __feature__ import snake_case`, which this program
    never says. That is taken away again.
    """
    plain = builtins.__import__

    def importing(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if not fromlist or fromlist[0] not in LATE.get(name, ()):
            return plain(name, globals, locals, fromlist or (), level)
        package = importlib.import_module(name)
        for each in fromlist:
            if not hasattr(package, each):
                setattr(package, each, LateModule(f"{name}.{each}"))
        return package

    builtins.__import__ = importing
    try:
        import PySide6.QtWidgets  # noqa: F401
    finally:
        builtins.__import__ = plain


class LateModule(ModuleType):
    """Stands for a module of PySide's own archive until something of it is asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, None)

    def __getattr__(self, name: str) -> Any:
        return getattr(_imported(self.__name__), name)


def _imported(name: str) -> ModuleType:
    spec = sys.modules["shibokensupport"].__spec__
    archive: Any = spec.loader if spec is not None else None
    # Whatever finds modules in the archive was taken from the path when PySide was imported.
    sys.meta_path.insert(0, archive)
    try:
        return importlib.import_module(name)
    finally:
        sys.meta_path.remove(archive)
