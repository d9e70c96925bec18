"""What there is to say of an edition of a dossier: its own words, and what its seal is worth."""

from collections.abc import Mapping
from pathlib import Path

from database.model.errors import DossierAhead, DossierOutdated
from database.seal import Seal, Signature
from database.search.language.version import shortfall
from i18n.locales import Locale
from i18n.messages import _

_SHOWN = 12  # characters of a checksum, enough to tell one edition from another


def in_language(about: Mapping[str, object], key: str, locale: Locale) -> str:
    """Return what a dossier says under *key*, in another language if it has to be, or ``""``."""
    texts = about.get(key)
    if not isinstance(texts, Mapping):
        return ""
    return str(texts.get(locale.code) or next(iter(texts.values()), ""))


def short(checksum: str) -> str:
    """Return the beginning of a checksum, marked as such."""
    return f"{checksum[:_SHOWN]}…"


def checksum_sentence(seal: Seal) -> str:
    """Say whether the file has the checksum that it carries."""
    match seal.intact:
        case True:
            return _("The file matches its checksum.")
        case False:
            return _("The file does not match its checksum: it was damaged or changed.")
    return _("The file carries no checksum to compare it with.")


def index_sentence(about: Mapping[str, object]) -> str:
    """Say whether this version of the program made the index, ``""`` if it did."""
    match shortfall(Path(), about):
        case DossierOutdated():
            return _("An older version of the program made its index: a few words may be missed.")
        case DossierAhead():
            return _("A newer version of the program made its index: a few words may be missed.")
    return ""


def signature_sentence(seal: Seal) -> str:
    """Say who signed the file."""
    match seal.signature:
        case Signature.GOOD:
            return _("Signed by: {publisher}").format(publisher=seal.publisher)
        case Signature.BAD:
            return _("Its signature is not valid, or is by nobody that this program knows.")
    return _("Unsigned.")
