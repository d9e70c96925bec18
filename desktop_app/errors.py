"""What went wrong, told to the reader: what it is, and what to do about it."""

from collections.abc import Mapping
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
    FileError,
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
from i18n.messages import N_, _


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


class SettingsUnwritable(FileError):
    """The choices of the reader cannot be kept in the file at ``path``."""


class FolderNotMade(FileError):
    """A folder for pictures cannot be made."""


class PictureNotSaved(FileError):
    """There is no room or no right to write a picture."""


class Unprinted(FileError):
    """Not all of an answer could be printed where ``path`` leads."""


class UnprintedFull(Unprinted):
    """That is a file on a disk that is full."""


class Explanation(NamedTuple):
    """An error in the language of the reader: what happened, and what to do."""

    sentence: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.sentence}\n{self.remedy}"


def explain(error: object) -> Explanation:
    """Return what to tell the reader about *error*."""
    match error:
        case DossierMissing() | DossierOutdated() if error.path == BUILT_IN:
            told = (_TOLD[type(error)][0], _SETUP)
        case NotebookDamaged(kept=None):
            told = _NOTEBOOK_STAYS
        case NoScreen(name=""):
            told = _NOWHERE
        case _ if _is_damage(error):
            told = _NO_LONGER_READ
        case _:
            told = next((_TOLD[kind] for kind in type(error).__mro__ if kind in _TOLD), _BUG)
    facts = getattr(error, "__dict__", {})
    sentence, remedy = (_(words).format(**facts) for words in told)
    return Explanation(sentence, remedy)


def _is_damage(error: object) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return str(error).startswith(_NO_TEXT) if code is None else code & 0xFF in _DAMAGE


# What happened and what to do, as messages with places for the attributes of an error. What does
# not stand here itself is told as the nearest of its bases is.
_TOLD: Mapping[type, tuple[str, str]] = {
    DossierError: (
        N_("The dossier cannot be read: {path}"),
        N_("The file is damaged or is no dossier. Put a sound copy in its place."),
    ),
    DossierMissing: (
        N_("The dossier was not found: {path}"),
        N_("Look whether the file has another name or stands in another folder."),
    ),
    DossierTooNew: (
        N_("The dossier was made for a newer version of the program: {path}"),
        N_("Install the newest version of the program."),
    ),
    DossierTooOld: (
        N_("The dossier was made for an older version of the program: {path}"),
        N_("Get a newer edition of it, or import the file again that it was made of."),
    ),
    DossierOutdated: (
        N_("An older version of the program made this dossier: {path}"),
        N_("It can be searched, but a few words are found in it only once renewed."),
    ),
    DossierAhead: (
        N_("A newer version of the program made this dossier: {path}"),
        N_(
            "It can be searched, but a few words may not be found in it."
            " Install the newest version of the program."
        ),
    ),
    DossierSigned: (
        N_("Its publisher signed this dossier, so it stays as it is: {path}"),
        N_(
            "Get a newer edition of it. A renewed copy, which is not signed, can be made beside it."
        ),
    ),
    DossierAltered: (
        N_("The dossier is damaged, or was changed by somebody: {path}"),
        N_("It does not match its checksum or signature. Put a sound copy in its place."),
    ),
    ImportedFileError: (
        N_("The file cannot be read: {path}"),
        N_("Look whether it is there, and whether you may read it."),
    ),
    FileNotUtf8: (
        N_("This is no text in UTF-8 from line {line} on: {path}"),
        N_("Save it as UTF-8 in the program it comes from; Excel calls it “CSV UTF-8”."),
    ),
    FormatUnknown: (
        N_("The name of the file does not tell its format: {path}"),
        N_("Say which of the formats that can be imported it has."),
    ),
    NotebookError: (
        N_("Saved searches and history cannot be read or written: {path}"),
        N_("Check that you may write to this folder. Searching works without it."),
    ),
    NotebookDamaged: (
        N_("Saved searches and history cannot be read."),
        N_("The damaged file is kept as {kept}. A new one is begun."),
    ),
    NotebookTooNew: (
        N_("Saved searches and history were written by a newer version: {path}"),
        N_("Install the newest version of the program. Until then none are remembered."),
    ),
    NotebookFull: (
        N_("There is no room on the disk to remember searches: {path}"),
        N_("Make some room, then try again. What was saved before is kept."),
    ),
    NotebookBusy: (
        N_("Another window is using the saved searches at this moment."),
        N_("Try again in a moment."),
    ),
    ExportError: (
        N_("The file cannot be written: {path}"),
        N_("Check that the folder is there and that you may write to it. Nothing was written."),
    ),
    FileExists: (
        N_("There is such a file already: {path}"),
        N_("Choose another name, or have it replaced."),
    ),
    FileKept: (
        N_("This file must stay as it is: {path}"),
        N_("Choose another name. Nothing was written."),
    ),
    FileFull: (
        N_("There is no room on the disk for the file: {path}"),
        N_("Make some room or choose another folder. Nothing was written."),
    ),
    Unprinted: (
        N_("The file cannot be written: {path}"),
        N_("Send the output elsewhere. What is there of it is not complete."),
    ),
    UnprintedFull: (
        N_("There is no room on the disk for the file: {path}"),
        N_("Make some room, then try again. What is there of it is not complete."),
    ),
    UnknownRecord: (
        N_("There is no such record: {record_id}"),
        N_("Search for it by name to find its id."),
    ),
    LibraryMissing: (
        N_("The system has no library of this name: {name}"),
        N_("Install the package that contains it, then start the program again."),
    ),
    NoScreen: (
        N_("The screen cannot be reached: {name}"),
        N_(
            "Start the program from your own desktop session."
            " “tukor search” and “tukor show” need no screen."
        ),
    ),
    NoFont: (
        N_("No font was found on this system."),
        N_("Install one, such as DejaVu Sans (package: fonts-dejavu-core)."),
    ),
    SettingsUnwritable: (
        N_("Your settings cannot be kept: {path}"),
        N_("They hold until you quit. Check that you may write there and that the disk has room."),
    ),
    FolderNotMade: (
        N_("The folder cannot be made: {path}"),
        N_("Choose a folder that you may write to."),
    ),
    PictureNotSaved: (
        N_("The picture cannot be saved: {path}"),
        N_("Choose a folder that you may write to."),
    ),
}
_SETUP = N_("Install the program again, or compile the dossier with “make setup”.")
_NOTEBOOK_STAYS = (
    _TOLD[NotebookDamaged][0],
    N_("The damaged file is left as it is: {path}. Rename it to begin a new one."),
)
# SQLITE_IOERR, SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html): what SQLite finds in a
# file that was sound when it was opened. Its module is not loaded before the window can be seen.
_DAMAGE = frozenset({10, 11, 26})
# What Python's own part of it says, without a code, of such a text.
_NO_TEXT = "Could not decode to UTF-8"
_NO_LONGER_READ = (
    N_("An open dossier can no longer be read."),
    N_(
        "Its file was changed or cannot be reached."
        " Put a sound copy in its place, then start the program again."
    ),
)
_NOWHERE = (N_("There is no screen here."), _TOLD[NoScreen][1])
_BUG = (
    N_("Something went wrong that the program did not expect."),
    N_("What you were doing is kept. The details are in the log."),
)
