"""Errors in what Qt calls of ours: told like any other, where PySide would end the program.

Where a method of ours that Qt calls fails while Python has called Qt, PySide writes the method's
name before the error's words. Before Python 3.12 an error that Python's own C code raises,
`int("x")` or `[][1]`, has no object yet at that moment; PySide (6.8 to 6.11) takes its text for
one, and the program dies where it stands. An error that is raised once more has its object. So
every method of ours that stands for one of Qt's is called through one that does that.
"""

import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any, Final

FAULTY: Final = sys.version_info < (3, 12)
"""Whether errors may come without an object."""
VARIABLE_ARGUMENTS: Final = 0x04 | 0x08
"""The flags of a function that takes `*args` or `**kwargs`."""


def make_overrides_safe() -> None:
    """Have every class of ours that is made from now on raise its errors whole."""
    from shiboken6 import Shiboken

    if FAULTY:
        setattr(Shiboken.Object, "__init_subclass__", classmethod(_made))  # noqa: B010


def _made(cls: type, /, **_: object) -> None:
    ours = [each for each in vars(cls).items() if type(each[1]) is FunctionType]
    if not ours:
        return
    of_qt = [vars(base) for base in cls.__mro__ if base.__module__.startswith("PySide6.")]
    for name, function in ours:
        if name[0] != "_" and any(name in base for base in of_qt):
            setattr(cls, name, raising_whole(function))


def raising_whole(function: FunctionType) -> FunctionType:
    """Return the function with its errors raised once more; PySide counts the arguments it takes.

    One with arguments that PySide cannot give, or more than Qt has anywhere, is left as it is.
    """
    code = function.__code__
    count = code.co_argcount
    if code.co_flags & VARIABLE_ARGUMENTS or code.co_kwonlyargcount or not 0 < count <= len(CALLS):
        return function
    call: Any = CALLS[count - 1](function)
    call.__code__ = call.__code__.replace(
        co_name=code.co_name, co_varnames=code.co_varnames[:count]
    )
    call.__defaults__ = function.__defaults__
    for each in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__"):
        setattr(call, each, getattr(function, each))
    call.__dict__.update(function.__dict__)
    return call  # type: ignore[no-any-return]


def _of_one(function: Callable[..., Any]) -> object:
    def call(a: Any) -> Any:
        try:
            return function(a)
        except BaseException:
            raise

    return call


def _of_two(function: Callable[..., Any]) -> object:
    def call(a: Any, b: Any) -> Any:
        try:
            return function(a, b)
        except BaseException:
            raise

    return call


def _of_three(function: Callable[..., Any]) -> object:
    def call(a: Any, b: Any, c: Any) -> Any:
        try:
            return function(a, b, c)
        except BaseException:
            raise

    return call


def _of_four(function: Callable[..., Any]) -> object:
    def call(a: Any, b: Any, c: Any, d: Any) -> Any:
        try:
            return function(a, b, c, d)
        except BaseException:
            raise

    return call


def _of_five(function: Callable[..., Any]) -> object:
    def call(a: Any, b: Any, c: Any, d: Any, e: Any) -> Any:
        try:
            return function(a, b, c, d, e)
        except BaseException:
            raise

    return call


def _of_six(function: Callable[..., Any]) -> object:
    def call(a: Any, b: Any, c: Any, d: Any, e: Any, f: Any) -> Any:
        try:
            return function(a, b, c, d, e, f)
        except BaseException:
            raise

    return call


CALLS: Final = (_of_one, _of_two, _of_three, _of_four, _of_five, _of_six)
"""By the number of arguments; one that takes any number would be given more than it wants."""
