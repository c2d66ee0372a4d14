"""Importing Qt without what its Python side does for programs that are being written."""

import builtins
import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final

from desktop.quick_enums import make_enums_quickly
from desktop.safe_overrides import make_overrides_safe

LATE: Final = {
    "shibokensupport.signature": ("errorhandler", "layout", "mapping", "parser"),
    "shibokensupport.signature.lib": ("enum_sig", "pyi_generator", "tool"),
}
"""What words error messages and writes type stubs, by its package."""
MAPPING: Final = "shibokensupport.signature.mapping"
"""The one of them that PySide also asks for by its whole name."""
BEFOREHAND: Final = ("tempfile", "textwrap", "traceback")
"""What is imported beforehand, for the modules above and to tell of a failed import..."""
IMPORTERS: Final = ("shiboken6", "signature_bootstrap", "shibokensupport.signature.loader")
"""... by these."""

FOR_WARNINGS: Final = ("textwrap", "dedent")
"""What the namespace `Qt` imports to warn of sums of flags: a module, and a function of it."""


def import_qt() -> None:
    """Import Qt, what is needed for its error messages only when there is one.

    PySide compiles its tables of signatures from source at each start, a third of the time it
    takes to be imported. It also replaces `__import__` by one that reads the source of each
    module imported after it, to find `from __feature__ import snake_case`, which this program
    never says. That is taken away again. And Python has every function of a library looked up
    when the library is opened: of these, few are ever called. Enumerations are made quickly, and
    errors in what Qt calls do not end the program, from now on.
    """
    make_enums_quickly()
    plain = builtins.__import__

    def importing(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        if not fromlist:
            if name in BEFOREHAND and (globals or {}).get("__name__") in IMPORTERS:
                return LateModule(name)
        elif fromlist[0] in LATE.get(name, ()):
            return _with_late(name, fromlist)
        elif (name, *fromlist) == FOR_WARNINGS and name not in sys.modules:
            return _with_late_functions(*FOR_WARNINGS)
        elif name == "shibokensupport" and "feature" in fromlist:
            sys.modules[name].feature = _no_features()  # type: ignore[attr-defined]
        return plain(name, globals, locals, fromlist or (), level)

    flags = _bind_when_called()
    builtins.__import__ = importing
    try:
        import PySide6.QtWidgets  # noqa: F401

        # Made when it is first touched, and then it imports something too.
        from PySide6.QtCore import Qt  # noqa: F401
    finally:
        builtins.__import__ = plain
        if flags is not None:
            sys.setdlopenflags(flags)
    make_overrides_safe()


class LateModule(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, None)

    def __getattr__(self, name: str) -> Any:
        return getattr(_imported(self.__name__), name)


def _with_late_functions(name: str, *functions: str) -> ModuleType:
    """Stands for a module of which only these functions are asked for, until one is called."""
    module = ModuleType(name)
    for each in functions:
        setattr(module, each, partial(_call_late, name, each))
    return module


def _call_late(name: str, function: str, *given: object) -> object:
    return getattr(_imported(name), function)(*given)


def _with_late(name: str, late: Sequence[str]) -> ModuleType:
    package = importlib.import_module(name)
    for each in late:
        if not hasattr(package, each):
            setattr(package, each, LateModule(f"{name}.{each}"))
    sys.modules.setdefault(MAPPING, _late_mapping())
    return package


def _late_mapping() -> ModuleType:
    """The module that PySide looks into past all that is said of attributes here."""
    module = LateModule(MAPPING)

    def update_mapping() -> object:
        return _imported(MAPPING).update_mapping()

    module.__dict__["update_mapping"] = update_mapping
    return module


def _no_features() -> ModuleType:
    """What is asked at each import which features a module wants, with the answer: none."""
    module = ModuleType("shibokensupport.feature")
    module.__spec__ = ModuleSpec(module.__name__, None)
    module.feature_import = module.feature_imported = _nothing  # type: ignore[attr-defined]
    return module


def _nothing(*_: object) -> None:
    pass


def _bind_when_called() -> int | None:
    """Have a function of a library looked up when it is first called; what was set before."""
    if not hasattr(sys, "setdlopenflags"):
        return None
    before = sys.getdlopenflags()
    sys.setdlopenflags(before & ~os.RTLD_NOW | os.RTLD_LAZY)
    return before


def _imported(name: str) -> ModuleType:
    if name in BEFOREHAND:
        return importlib.import_module(name)
    if isinstance(sys.modules.get(name), LateModule):
        del sys.modules[name]
    spec = sys.modules["shibokensupport"].__spec__
    archive: Any = spec.loader if spec is not None else None
    # Whatever finds modules in the archive was taken from the path when PySide was imported.
    sys.meta_path.insert(0, archive)
    try:
        return importlib.import_module(name)
    finally:
        sys.meta_path.remove(archive)
