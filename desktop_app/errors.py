"""What went wrong, told to whom it concerns."""

from pathlib import Path
from typing import NamedTuple

from database.dossiers import BUILT_IN
from database.model.errors import (
    DossierAhead,
    DossierAltered,
    DossierError,
    DossierMissing,
    DossierOutdated,
    DossierSigned,
    DossierTooNew,
    DossierTooOld,
    ExportError,
    FileExists,
    FileFull,
    FileKept,
    FileNotUtf8,
    FormatUnknown,
    ImportedFileError,
    KnownError,
    NotebookBusy,
    NotebookDamaged,
    NotebookError,
    NotebookFull,
    NotebookTooNew,
    UnknownRecord,
)
from i18n.messages import _


class LibraryMissing(KnownError):
    """The system lacks the shared library ``name``."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoScreen(KnownError):
    """No window can be opened on the screen ``name``; ``""`` where none has a name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoFont(KnownError):
    """The system has no font to write with."""


class PictureNotSaved(KnownError):
    """There is no room or no right to write a picture at ``path``."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Unprinted(KnownError):
    """Not all of an answer could be printed where ``path`` leads: the disk may be ``full``."""

    def __init__(self, path: Path, *, full: bool) -> None:
        super().__init__(str(path))
        self.path = path
        self.full = full


class Explanation(NamedTuple):
    """An error in the language of the reader: what happened, and what to do."""

    sentence: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.sentence}\n{self.remedy}"


def explain(error: object) -> Explanation:
    """Return what to tell the reader about *error*."""
    match error:
        case DossierError():
            return _of_dossier(error)
        case ImportedFileError():
            return _of_import(error)
        case NotebookError():
            return _of_notebook(error)
        case ExportError():
            return _of_export(error)
        case Unprinted():
            return _of_printing(error)
        case LibraryMissing() | NoScreen() | NoFont() | PictureNotSaved():
            return _of_system(error)
        case UnknownRecord():
            return Explanation(
                _("There is no such record: {record_id}").format(record_id=error.record_id),
                _("Search for it by name to find its id."),
            )
    return Explanation(
        _("Something went wrong that the program did not expect."),
        _("What you were doing is kept. The details are in the log."),
    )


def _of_dossier(error: DossierError) -> Explanation:
    match error:
        case DossierMissing():
            ours = _("Install the program again, or compile the dossier with “make setup”.")
            theirs = _("Look whether the file has another name or stands in another folder.")
            return Explanation(
                _("The dossier was not found: {path}").format(path=error.path),
                ours if error.path == BUILT_IN else theirs,
            )
        case DossierOutdated() | DossierAhead() | DossierSigned():
            return _of_another_version(error)
        case DossierTooNew():
            return Explanation(
                _("The dossier was made for a newer version of the program: {path}").format(
                    path=error.path
                ),
                _("Install the newest version of the program."),
            )
        case DossierTooOld():
            return Explanation(
                _("The dossier was made for an older version of the program: {path}").format(
                    path=error.path
                ),
                _("Get a newer edition of it, or import the file again that it was made of."),
            )
        case DossierAltered():
            return Explanation(
                _("The dossier is damaged, or was changed by somebody: {path}").format(
                    path=error.path
                ),
                _("It does not match its checksum or signature. Put a sound copy in its place."),
            )
    return Explanation(
        _("The dossier cannot be read: {path}").format(path=error.path),
        _("The file is damaged or is no dossier. Put a sound copy in its place."),
    )


def _of_another_version(error: DossierOutdated | DossierAhead | DossierSigned) -> Explanation:
    """Tell of a dossier that can be searched, though not as well as it could be."""
    match error:
        case DossierOutdated():
            ours = _("Install the program again, or compile the dossier with “make setup”.")
            theirs = _("It can be searched, but a few words are found in it only once renewed.")
            return Explanation(
                _("An older version of the program made this dossier: {path}").format(
                    path=error.path
                ),
                ours if error.path == BUILT_IN else theirs,
            )
        case DossierAhead():
            return Explanation(
                _("A newer version of the program made this dossier: {path}").format(
                    path=error.path
                ),
                _(
                    "It can be searched, but a few words may not be found in it."
                    " Install the newest version of the program."
                ),
            )
    return Explanation(
        _("Its publisher signed this dossier, so it stays as it is: {path}").format(
            path=error.path
        ),
        _("Get a newer edition of it. A renewed copy, which is not signed, can be made beside it."),
    )


def _of_import(error: ImportedFileError) -> Explanation:
    match error:
        case FileNotUtf8():
            return Explanation(
                _("This is no text in UTF-8 from line {line} on: {path}").format(
                    line=error.line, path=error.path
                ),
                _("Save it as UTF-8 in the program it comes from; Excel calls it “CSV UTF-8”."),
            )
        case FormatUnknown():
            return Explanation(
                _("The name of the file does not tell its format: {path}").format(path=error.path),
                _("Say which of the formats that can be imported it has."),
            )
    return Explanation(
        _("The file cannot be read: {path}").format(path=error.path),
        _("Look whether it is there, and whether you may read it."),
    )


def _of_notebook(error: NotebookError) -> Explanation:
    match error:
        case NotebookDamaged():
            put_aside = _("The damaged file is kept as {path}. A new one is begun.")
            left = _("The damaged file is left as it is: {path}. Rename it to begin a new one.")
            return Explanation(
                _("Saved searches and history cannot be read."),
                (put_aside if error.kept else left).format(path=error.kept or error.path),
            )
        case NotebookTooNew():
            return Explanation(
                _("Saved searches and history were written by a newer version: {path}").format(
                    path=error.path
                ),
                _("Install the newest version of the program. Until then none are remembered."),
            )
        case NotebookFull():
            return Explanation(
                _("There is no room on the disk to remember searches: {path}").format(
                    path=error.path
                ),
                _("Make some room, then try again. What was saved before is kept."),
            )
        case NotebookBusy():
            return Explanation(
                _("Another window is using the saved searches at this moment."),
                _("Try again in a moment."),
            )
    return Explanation(
        _("Saved searches and history cannot be read or written: {path}").format(path=error.path),
        _("Check that you may write to this folder. Searching works without it."),
    )


def _of_export(error: ExportError) -> Explanation:
    match error:
        case FileExists():
            return Explanation(
                _("There is such a file already: {path}").format(path=error.path),
                _("Choose another name, or have it replaced."),
            )
        case FileKept():
            return Explanation(
                _("This file must stay as it is: {path}").format(path=error.path),
                _("Choose another name. Nothing was written."),
            )
        case FileFull():
            return Explanation(
                _("There is no room on the disk for the file: {path}").format(path=error.path),
                _("Make some room or choose another folder. Nothing was written."),
            )
    return Explanation(
        _("The file cannot be written: {path}").format(path=error.path),
        _("Check that the folder is there and that you may write to it. Nothing was written."),
    )


def _of_printing(error: Unprinted) -> Explanation:
    if error.full:
        return Explanation(
            _("There is no room on the disk for the file: {path}").format(path=error.path),
            _("Make some room, then try again. What is there of it is not complete."),
        )
    return Explanation(
        _("The file cannot be written: {path}").format(path=error.path),
        _("Send the output elsewhere. What is there of it is not complete."),
    )


def _of_system(error: LibraryMissing | NoScreen | NoFont | PictureNotSaved) -> Explanation:
    match error:
        case LibraryMissing():
            return Explanation(
                _("The system has no library of this name: {library}").format(library=error.name),
                _("Install the package that contains it, then start the program again."),
            )
        case NoScreen():
            unreachable = _("The screen cannot be reached: {screen}").format(screen=error.name)
            return Explanation(
                unreachable if error.name else _("There is no screen here."),
                _(
                    "Start the program from your own desktop session."
                    " “tukor search” and “tukor show” need no screen."
                ),
            )
        case NoFont():
            return Explanation(
                _("No font was found on this system."),
                _("Install one, such as DejaVu Sans (package: fonts-dejavu-core)."),
            )
        case PictureNotSaved():
            return Explanation(
                _("The picture cannot be saved: {path}").format(path=error.path),
                _("Choose a folder that you may write to."),
            )
