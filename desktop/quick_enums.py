"""Making Qt's enumerations in a fifth of the time Python takes for them.

PySide has each enumeration made by Python's `enum` when its class is first touched, and the one
name `Qt` stands for a hundred. Python asks many things of every member that are of no use here:
is the name private, is the value a descriptor, has a base class something of that name? PySide
gives plain names and whole numbers. So one enumeration of each kind is made by Python, and the
others are cast from it, member by member.

What Python keeps in an enumeration is its own affair. That is why the first one is also cast:
where the two differ in anything, as they may in a Python that is yet to come, every enumeration of
that kind is made by Python as ever.
"""

import sys
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from enum import EnumType, Flag
from functools import reduce
from operator import or_
from typing import Any, Final

Members = Sequence[tuple[str, int]]

MODEL: Final = (("SECOND", 2), ("FIRST", 1), ("BOTH", 3), ("ALSO_FIRST", 1), ("NONE", 0))
"""A little of all that there is: several bits, no bit, one value twice, values out of order."""
NOT_COPIED: Final = ("__dict__", "__weakref__", "__new__", "_iter_member_")
"""What Python gives a class by itself, or changes while it makes one."""


def make_enums_quickly() -> None:
    """Have PySide's enumerations cast from now on; others are made as ever."""
    plain = getattr(EnumType, "_create_", None)
    if plain is not None and not hasattr(plain, "plain"):
        EnumType._create_ = _casting(plain)  # type: ignore[attr-defined]


def _casting(plain: Callable[..., EnumType]) -> Callable[..., EnumType]:
    moulds: dict[tuple[EnumType, object], Mould] = {}

    def create(
        cls: EnumType, class_name: str, names: Any, *, module: str | None = None, **rest: Any
    ) -> EnumType:
        if module is None:
            # Python looks two calls up for the module that asks, and would look too near. In a
            # thread of Qt's own there may be nobody.
            with suppress(ValueError):
                module = sys._getframe(2).f_globals.get("__name__")
        if module is not None and _is_asked_by_qt(names, **rest):
            boundary = rest["boundary"]
            mould = moulds.get((cls, boundary))
            if mould is None:
                mould = moulds[cls, boundary] = Mould(cls, boundary, plain)
            if mould.takes(names):
                return mould.cast(class_name, names, module)
        return plain(cls, class_name, names, module=module, **rest)

    create.plain = plain  # type: ignore[attr-defined]
    return create


def _is_asked_by_qt(
    names: object,
    boundary: object = None,
    qualname: object = None,
    type: object = None,
    **_: object,
) -> bool:
    """Whether PySide asks: it gives pairs in a list, and keeps values that are out of bounds."""
    is_list_of_pairs = isinstance(names, list) and names and isinstance(names[0], tuple)
    return bool(is_list_of_pairs and boundary is not None and qualname is None and type is None)


class Mould:
    """What all enumerations of one kind have in common, taken from one that Python made."""

    def __init__(self, base: EnumType, boundary: object, plain: Callable[..., EnumType]) -> None:
        self._base = base
        self._is_flag = issubclass(base, Flag)
        self._is_int = issubclass(base, int)
        self._taken = {name for each in base.__mro__ for name in vars(each)} | {"mro"}
        made = plain(base, "Model", MODEL, module=__name__, boundary=boundary)
        members = dict(MODEL)
        self._new = made.__new__
        self._body = {
            name: value
            for name, value in vars(made).items()
            if name not in members and name not in NOT_COPIED
        }
        self._own = [(n, type(v)) for n, v in self._body.items() if type(v) in (list, dict)]
        self._fits = self._casts(made)

    def _casts(self, made: EnumType) -> bool:
        try:
            return _inside(made) == _inside(self.cast("Model", MODEL, __name__))
        except (AttributeError, LookupError, TypeError, ValueError):
            return False

    def takes(self, members: Members) -> bool:
        """Whether an enumeration of these members comes out as Python would make it."""
        names = {name for name, _ in members}
        return (
            self._fits
            and len(names) == len(members)
            and self._taken.isdisjoint(names)
            and all(type(value) is int and name[0] != "_" for name, value in members)
        )

    def cast(self, name: str, members: Members, module: str | None) -> EnumType:
        """Make an enumeration."""
        body = {**self._body, **{each: make() for each, make in self._own}, "__module__": module}
        if self._is_flag:
            body |= _masks({value for _, value in members})
        # Past `enum`, which would take each value for one that is yet to become a member.
        made: Any = type.__new__(EnumType, name, (self._base,), body)
        self._fill(made, members)
        made.__new__ = self._new
        return made  # type: ignore[no-any-return]

    def _fill(self, made: Any, members: Members) -> None:
        names: list[str] = made._member_names_
        by_name: dict[str, Any] = made._member_map_
        by_value: dict[int, Any] = made._value2member_map_
        for name, value in members:
            member = by_value.get(value)
            if member is None:
                member = int.__new__(made, value) if self._is_int else object.__new__(made)
                member._value_ = value
                member._name_ = name
                member.__objclass__ = made
                member._sort_order_ = len(names)
                by_value[value] = member
                if not self._is_flag or _is_one_bit(value):
                    names.append(name)
            by_name[name] = member
            # Past `enum`, which would look whether a member of that name is there.
            type.__setattr__(made, name, member)
        # Kept by Pythons from the later ones of 3.13 on.
        getattr(made, "_hashable_values_", []).extend(by_value)
        if self._is_flag:
            in_order = [by_name[name]._value_ for name in names]
            if in_order != sorted(in_order):
                made._iter_member_ = made._iter_member_by_def_


def _masks(values: Collection[int]) -> dict[str, int]:
    """What an enumeration of flags keeps of its bits."""
    mask = reduce(or_, values)
    return {
        "_flag_mask_": mask,
        "_singles_mask_": reduce(or_, filter(_is_one_bit, values), 0),
        "_all_bits_": 2 ** mask.bit_length() - 1,
    }


def _is_one_bit(value: int) -> bool:
    return value != 0 and value & (value - 1) == 0


def _inside(made: Any) -> list[tuple[str, str]]:
    """All that an enumeration and its members consist of."""
    each = (made, *made._member_map_.values())
    return sorted((name, repr(value)) for one in each for name, value in vars(one).items())
