"""The seal: a dossier tells whether it is as its publisher made it, and who that was."""

import base64
import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from database import seal
from database.model.errors import DossierDamaged, DossierMissing
from database.seal import BLANK, PUBLISHERS, Signature


@pytest.fixture
def dossier(sample_dossier: Path, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copy(sample_dossier, tmp_path))


@pytest.fixture
def key() -> SigningKey:
    """A publisher's key, forgotten after the test."""
    return SigningKey.generate()


@pytest.fixture
def publishers(key: SigningKey, tmp_path: Path) -> Path:
    """A list of two publishers; the second is the one with the key."""
    other, known = (
        base64.b64encode(bytes(each.verify_key)).decode() for each in (SigningKey.generate(), key)
    )
    path = tmp_path / "publishers.toml"
    path.write_text(
        f'[[publisher]]\nname = "Other"\nkey = "{other}"\n'
        f'[[publisher]]\nname = "Kis Kiadó"\nkey = "{known}"\n',
        "utf-8",
    )
    return path


def sign(dossier: Path, key: SigningKey) -> None:
    signature = key.sign(seal.examine(dossier).checksum.encode()).signature
    dossier.with_name(f"{dossier.name}.sig").write_bytes(signature)


def spoil(dossier: Path, place: int) -> None:
    content = bytearray(dossier.read_bytes())
    content[place] ^= 1
    dossier.write_bytes(content)


def noticed(dossier: Path) -> bool:
    try:
        found = seal.examine(dossier)
    except DossierDamaged:  # it cannot even be opened
        return True
    return found.intact is False and found.broken


def rewrite(dossier: Path) -> None:
    with closing(sqlite3.connect(dossier)) as connection, connection:
        connection.execute("UPDATE record SET title_en = 'Something else' WHERE number = 1")


def test_a_fresh_dossier_is_intact_and_unsigned(dossier: Path):
    found = seal.examine(dossier)
    assert (found.intact, found.signature, found.publisher) == (True, Signature.NONE, "")
    assert not found.broken


def test_the_checksum_can_be_found_without_this_program(dossier: Path):
    found = seal.examine(dossier)
    unsealed = dossier.read_bytes().replace(found.checksum.encode(), BLANK.encode())
    assert hashlib.sha256(unsealed).hexdigest() == found.checksum


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9, 0.9999])
def test_one_changed_bit_anywhere_is_noticed(dossier: Path, share: float):
    spoil(dossier, int(dossier.stat().st_size * share))
    assert noticed(dossier)


def test_a_changed_word_is_noticed(dossier: Path):
    rewrite(dossier)
    assert seal.examine(dossier).intact is False


def test_a_dossier_that_lost_its_end_is_noticed(dossier: Path):
    dossier.write_bytes(dossier.read_bytes()[:-4096])
    assert noticed(dossier)


@pytest.mark.parametrize("before", [-40, -65, -66, 0])
def test_a_checksum_may_stand_across_two_chunks(
    dossier: Path, before: int, monkeypatch: pytest.MonkeyPatch
):
    checksum = seal.examine(dossier).checksum
    place = dossier.read_bytes().index(f'"{checksum}"'.encode())
    monkeypatch.setattr(seal, "_CHUNK", place - before)
    assert seal.examine(dossier).intact is True


def test_a_dossier_without_a_checksum_is_not_called_broken(dossier: Path):
    with closing(sqlite3.connect(dossier)) as connection, connection:
        connection.execute("DELETE FROM about WHERE key = 'checksum'")
    found = seal.examine(dossier)
    assert found.intact is None
    assert not found.broken
    assert found.checksum == hashlib.sha256(dossier.read_bytes()).hexdigest()


def test_a_signature_names_its_publisher(dossier: Path, key: SigningKey, publishers: Path):
    sign(dossier, key)
    found = seal.examine(dossier, publishers)
    assert (found.signature, found.publisher) == (Signature.GOOD, "Kis Kiadó")
    assert not found.broken


def test_a_signature_of_other_content_is_bad(dossier: Path, key: SigningKey, publishers: Path):
    sign(dossier, key)
    rewrite(dossier)
    assert seal.examine(dossier, publishers).signature is Signature.BAD


def test_a_signature_by_a_stranger_is_bad(dossier: Path, publishers: Path):
    sign(dossier, SigningKey.generate())
    found = seal.examine(dossier, publishers)
    assert (found.signature, found.publisher, found.broken) == (Signature.BAD, "", True)


@pytest.mark.parametrize("nonsense", [b"", b"no signature", bytes(64)])
def test_a_file_that_is_no_signature_is_bad(dossier: Path, publishers: Path, nonsense: bytes):
    dossier.with_name(f"{dossier.name}.sig").write_bytes(nonsense)
    assert seal.examine(dossier, publishers).signature is Signature.BAD


def test_no_publisher_has_a_key_yet_so_nobody_can_sign(dossier: Path, key: SigningKey):
    assert PUBLISHERS.is_file()
    sign(dossier, key)
    assert seal.examine(dossier).signature is Signature.BAD


def test_what_is_no_dossier_has_no_seal(tmp_path: Path):
    with pytest.raises(DossierMissing):
        seal.examine(tmp_path / "none.tukor")
    (tmp_path / "text.tukor").write_text("no dossier", "utf-8")
    with pytest.raises(DossierDamaged):
        seal.examine(tmp_path / "text.tukor")
