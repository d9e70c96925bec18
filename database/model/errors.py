"""Errors that are nobody's bug: the reader can do something about each of them.

The sentence shown to the reader is made where it is shown; an error carries facts only.
"""

from pathlib import Path


class KnownError(Exception):
    """Base of every error that a reader is told about in a sentence of their language."""


class FileError(KnownError):
    """Something is wrong with the file at ``path``."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class DossierError(FileError):
    """A dossier file cannot be used."""


class DossierMissing(DossierError):
    """There is no file at ``path``."""


class DossierDamaged(DossierError):
    """The file is no SQLite database, or lacks what a dossier has."""


class DossierAltered(DossierError):
    """The file can be read, but is not what its publisher made."""


class DossierTooNew(DossierError):
    """The file was written for a later version of the program."""


class DossierTooOld(DossierError):
    """The file was written for an earlier version of the program, which kept things elsewhere."""


class DossierOutdated(DossierError):
    """An earlier version of the program made its index: a few words may not be found in it."""


class DossierAhead(DossierError):
    """A later version of the program made its index: a few words may not be found in it."""


class DossierSigned(DossierError):
    """The file must stay as it is, or its publisher's signature would be worth nothing."""


class ImportedFileError(FileError):
    """A file cannot be imported."""


class FileUnreadable(ImportedFileError):
    """There is no file at ``path``, or it may not be read."""


class FileNotUtf8(ImportedFileError):
    """The file is no text in UTF-8; ``line`` is the first that is not."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(path)
        self.line = line


class FormatUnknown(ImportedFileError):
    """The name of the file does not tell its format."""


class UnknownRecord(KnownError):
    """No open dossier has a record of this id."""

    def __init__(self, record_id: str) -> None:
        super().__init__(record_id)
        self.record_id = record_id


class NotebookError(FileError):
    """The reader's own notebook cannot be used."""


class NotebookUnwritable(NotebookError):
    """The file or its folder cannot be read or written."""


class NotebookFull(NotebookError):
    """There is no room on the disk."""


class NotebookBusy(NotebookError):
    """Another window keeps the file to itself."""


class NotebookTooNew(NotebookError):
    """The file was written by a later version of the program."""


class NotebookDamaged(NotebookError):
    """The file cannot be understood; it is ``kept`` there now, or where it was if that is None."""

    def __init__(self, path: Path, kept: Path | None) -> None:
        super().__init__(path)
        self.kept = kept


class ExportError(FileError):
    """Nothing was written; the file is as it was."""


class FileExists(ExportError):
    """There is a file at ``path`` already."""


class FileKept(ExportError):
    """The file at ``path`` is what is being read, or came with the program: it must stay."""


class FileFull(ExportError):
    """There is no room on the disk."""


class FileUnwritable(ExportError):
    """The file or its folder cannot be written, or is no ordinary file."""
