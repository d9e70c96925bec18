"""The seal of a dossier: the checksum that it carries, and the signature beside it.

The checksum stands in the file itself, so that no copy loses it: the SHA-256, in hexadecimal, of
all its bytes, with the checksum's own 64 characters read as zeros.

A signature is a file of 64 bytes beside it (``NAME.tukor.sig``): Ed25519 over those 64 characters.
The public keys that count stand in ``publishers.toml``.
"""

import base64
import hashlib
import sqlite3
import tomllib
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO

from database import catalog
from database.model.errors import DossierDamaged

BLANK = "0" * 64  # what a dossier carries until it is sealed
PUBLISHERS = Path(__file__).with_name("publishers.toml")

_CHUNK = 2**20


class Signature(Enum):
    """What is to be said of the signature of a dossier."""

    NONE = "none"
    GOOD = "good"
    BAD = "bad"  # of other content, or by nobody that we know


@dataclass(frozen=True, slots=True)
class Seal:
    """What was found out about a dossier as it lies on the disk.

    ``checksum`` is the one it has; ``intact`` tells whether it also carries that one, and is None
    when it carries none. ``publisher`` is who signed it, or ``""``.
    """

    path: Path
    about: dict[str, Any]
    checksum: str
    intact: bool | None
    signature: Signature = Signature.NONE
    publisher: str = ""

    @property
    def broken(self) -> bool:
        """Tell whether it is not what its publisher made."""
        return self.intact is False or self.signature is Signature.BAD


def close(path: Path) -> str:
    """Put the checksum into a finished dossier, in the place of ``BLANK``; return it."""
    checksum = _checksum(path, BLANK)
    with path.open("r+b") as file:
        file.seek(_place(file, _written(BLANK)))
        file.write(_written(checksum))
    return checksum


def _place(file: BinaryIO, wanted: bytes) -> int:
    """Return where *wanted* first stands in a file of any size, or raise ``ValueError``."""
    kept, start = b"", 0
    while (at := kept.find(wanted)) < 0:
        chunk = file.read(_CHUNK)
        if not chunk:
            raise ValueError(f"{file.name} has no place for a checksum")
        start += max(0, len(kept) - len(wanted))
        kept = kept[-len(wanted) :] + chunk
    return start + at


def examine(path: Path, publishers: Path = PUBLISHERS) -> Seal:
    """Read a whole dossier and compare it with its seal; any thread may ask.

    It takes some 5 ms for each megabyte.

    Raises:
        DossierError: it cannot be opened or read.
    """
    with closing(catalog.connect(path)) as connection:
        try:
            about = catalog.about(connection)
            stated = str(about.get("checksum", ""))
            checksum = _checksum(path, stated)
            signature, publisher = _signature(path, checksum, publishers)
        except (OSError, ValueError, sqlite3.DatabaseError) as error:
            raise DossierDamaged(path) from error
    intact = checksum == stated if stated else None
    return Seal(path, about, checksum, intact, signature, publisher)


def _written(checksum: str) -> bytes:
    """Return the checksum as it stands in the file."""
    return f'"{checksum}"'.encode()


def _checksum(path: Path, stated: str) -> str:
    """Return the SHA-256 of a file in which the first *stated* checksum is read as zeros."""
    carried, blank = _written(stated), _written(BLANK)
    digest, kept = hashlib.sha256(), b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            kept += chunk
            if stated and carried in kept:
                kept, stated = kept.replace(carried, blank, 1), ""
            digest.update(kept[: -len(blank)])
            kept = kept[-len(blank) :]  # a checksum may begin in one chunk and end in the next
    digest.update(kept)
    return digest.hexdigest()


def _signature(path: Path, checksum: str, publishers: Path) -> tuple[Signature, str]:
    """Return what the signature beside a dossier is worth, and whose it is."""
    beside = path.with_name(f"{path.name}.sig")
    if not beside.exists():
        return Signature.NONE, ""
    from nacl.exceptions import BadSignatureError  # libsodium, for signed dossiers only
    from nacl.signing import VerifyKey

    signature = beside.read_bytes()
    for publisher in tomllib.loads(publishers.read_text("utf-8"))["publisher"]:
        try:
            key = VerifyKey(base64.b64decode(publisher["key"]))
            key.verify(checksum.encode(), signature)
        except (BadSignatureError, ValueError):  # the latter if it has not even the right length
            continue
        return Signature.GOOD, publisher["name"]
    return Signature.BAD, ""
