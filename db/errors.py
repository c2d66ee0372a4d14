"""The world's errors: what happened, to which file, that nothing was lost, what to do next.

Each kind carries a template and its fields, so that the window can show it in the reader's
language while the command line shows it in English.
"""

from pathlib import Path
from typing import ClassVar


class CorpusError(Exception):
    """A failure of the world, told in one sentence for the reader."""

    template: ClassVar[str] = "{reason}"

    def __init__(self, **fields: object) -> None:
        self.fields = {k: v.name if isinstance(v, Path) else v for k, v in fields.items()}
        super().__init__(self.template.format(**self.fields))


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


class WriteError(CorpusError):
    """A change could not be written."""

    template = (
        "{file} could not be written: {reason}. The last change was not made; "
        "all before it is safe."
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
