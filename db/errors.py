"""The world's errors: what happened, to which file, that nothing was lost, what to do next.

Each kind carries a template and its fields, so that the window can show it in the reader's
language while the command line shows it in English. A reason given as a field is `said`, which
carries a template and fields of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

COMMA = ", "


class Said(str):
    """English words that keep their template and fields, to be told in another language.

    A field may be said itself; a tuple is told as a list. `number` chooses a plural form, -1 where
    nothing is counted; `one` is the template for 1 in English. A part of a sentence has no full
    stop.
    """

    __slots__ = ("fields", "is_part", "number", "one", "template")

    template: str
    fields: Mapping[str, object]
    one: str
    number: int
    is_part: bool

    def __new__(
        cls, template: str, fields: Mapping[str, object], one: str = "", number: int = -1,
        is_part: bool = False,
    ) -> Said:  # fmt: skip
        """Put the fields into the template."""
        english = one if number == 1 and one else template
        text = english.format_map({name: _listed(value) for name, value in fields.items()})
        made = super().__new__(cls, text.removesuffix(".") if is_part else text)
        made.template, made.fields, made.one = template, fields, one
        made.number, made.is_part = number, is_part
        return made

    def __getnewargs__(self) -> tuple[object, ...]:  # type: ignore[override]
        """What a copy is made of."""
        return self.template, self.fields, self.one, self.number, self.is_part


def said(template: str, /, **fields: object) -> Said:
    """Words for the reader; the template is a literal, so that translators are given it."""
    return Said(template, fields)


def counted(one: str, many: str, /, count: int, **fields: object) -> Said:
    """Words about a number of things, which both templates may call {count}."""
    return Said(many, {"count": count, **fields}, one, count)


def part(words: str) -> str:
    """A sentence to stand within another: without its full stop."""
    if not isinstance(words, Said):
        return words.removesuffix(".")
    return Said(words.template, words.fields, words.one, words.number, is_part=True)


def told(error: BaseException) -> str:
    """What an error says, said where it was raised with something said."""
    words = error.args[0] if len(error.args) == 1 else None
    return words if isinstance(words, Said) else str(error)


def _listed(value: object) -> object:
    return COMMA.join(map(str, value)) if type(value) is tuple else value


def _name(path: Path) -> str:
    """The name of a file; that of the folder one is in where only dots were given."""
    return path.name or path.absolute().name or str(path)


class CorpusError(Exception):
    """A failure of the world, told in one sentence for the reader."""

    template: ClassVar[str] = "{reason}"

    def __init__(self, **fields: object) -> None:
        self.fields = {k: _name(v) if isinstance(v, Path) else v for k, v in fields.items()}
        super().__init__(Said(self.template, self.fields))


class CorpusNotFoundError(CorpusError):
    """No file stands at the path that was given."""

    template = "{file} was not found. Nothing was changed; check the name and the folder."


class NotACorpusError(CorpusError):
    """The file is something other than a corpus of this program."""

    template = "{file} is not a Triptych corpus: {reason}. The file was left as it is."


class CorpusTooNewError(CorpusError):
    """The file was written by a later version of the program."""

    template = (
        "{file} was made by a newer Triptych (file version {found}, this program knows {known}). "
        "The file was left as it is; open it with a newer program."
    )


class CorpusDamagedError(CorpusError):
    """The file cannot be read as it should be."""

    template = (
        "{file} is damaged: {reason}. The file was left as it is; a backup beside it may be whole."
    )


class MigrationError(CorpusError):
    """A file could not be brought to this version and was left as it was."""

    template = (
        "{file} could not be brought to this version: {reason}. "
        "The file was left as it was; its copy is {backup}."
    )


class ReadOnlyError(CorpusError):
    """A change was asked of a corpus that is open for reading only."""

    template = (
        "{file} is open for reading only, so the change was not made. "
        "Save a copy to work in, and open that."
    )


class HeldError(CorpusError):
    """A change was asked of a corpus that another program has open."""

    template = (
        "{file} is open in another Triptych ({holder}), so the change was not made. "
        "Close it there, then open it here again."
    )


class CorpusMovedError(CorpusError):
    """The file at the corpus's path is no longer the one that was opened."""

    template = (
        "{file} was replaced or moved while it was open, so the change was not made. "
        "Open it again, or save a copy of what is on the screen."
    )


class CorpusGoneError(CorpusMovedError):
    """No file stands at the corpus's path any more."""

    template = (
        "{file} is not there any more: it was deleted or moved while it was open, so the change "
        "was not made. Nothing that is on the screen is lost; choose Save a copy to keep it."
    )


class WriteError(CorpusError):
    """A change could not be written."""

    template = (
        "{file} could not be written: {reason}. The last change was not made; "
        "all before it is safe."
    )


class FileNotMadeError(WriteError):
    """A new file, or a copy, could not be made."""

    template = (
        "{file} could not be written: {reason}. Nothing was changed; "
        "make room there, or choose another folder."
    )


class FileExistsAlreadyError(CorpusError):
    """A new file was asked for where one stands."""

    template = "{file} exists already and was left as it is; choose another name."


class UnknownCaseError(CorpusError):
    """No bundled case has that name."""

    template = "There is no bundled case named {name}; there is: {known}."


class CaseError(CorpusError):
    """A case's text files contradict themselves."""

    template = "{file}, {where}: {reason}."


class UnknownOriginalError(CorpusError):
    """A file is not an original that this corpus waits for."""

    template = (
        "{file} is not one of the originals this corpus describes, so nothing was added. "
        "It must be the same text, letter for letter."
    )


class UnreadableFileError(CorpusError):
    """A file could not be read at all."""

    template = "{file} could not be read: {reason}. Nothing was changed."


class InvalidEditError(CorpusError):
    """A change contradicts the model and was not made."""

    template = "{reason} Nothing was changed."


class ExportError(CorpusError):
    """A sheet could not be written."""

    template = "{file} could not be written: {reason}. The corpus was not touched."
