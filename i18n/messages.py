"""The gettext layer: every interface sentence, in the language in force or in a given one.

English is the key, so English needs no catalogue. Text in the language in force comes from ``_``
and its kin; ``of(locale)`` gives text in any language without switching. Call none of them while a
module is imported.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from i18n.locales import ENGLISH, Locale

DOMAIN = "tukor"
FOLDER = Path(__file__).parent / "locale"


class CatalogueMissing(FileNotFoundError):
    """A language has no compiled catalogue; the message says how to make one."""


class Catalogue(GNUTranslations):
    """A compiled catalogue that has no translation for nothing."""

    def gettext(self, message: str) -> str:
        """Return the translation; gettext itself answers nothing with the file's header."""
        return super().gettext(message) if message else ""


def source_path(locale: Locale) -> Path:
    """Return where a language's ``.po`` file stands, the one that translators edit."""
    return FOLDER / locale.code / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalogue_path(locale: Locale) -> Path:
    """Return where a language's compiled ``.mo`` file stands."""
    return source_path(locale).with_suffix(".mo")


@cache
def of(locale: Locale) -> NullTranslations:
    """Return the messages of one language: ``of(HUNGARIAN).gettext("Search")``.

    The result has ``gettext``, ``ngettext``, ``pgettext`` and ``npgettext``. It never changes, so
    threads may share it.

    Raises:
        CatalogueMissing: the language has not been compiled yet.
    """
    if locale == ENGLISH:
        return NullTranslations()
    path = catalogue_path(locale)
    if not path.exists():
        raise CatalogueMissing(f"{path} does not exist: run `python -m i18n compile` to make it")
    with path.open("rb") as file:
        return Catalogue(file)


# Replaced as a pair, so that no thread sees one language's name with another's words.
_in_force: tuple[Locale, NullTranslations] = (ENGLISH, NullTranslations())


def activate(locale: Locale) -> None:
    """Put a language in force, in every thread, from the next call on.

    Raises:
        CatalogueMissing: the language has not been compiled yet; the one in force stays.
    """
    global _in_force
    _in_force = (locale, of(locale))


def current() -> Locale:
    """Return the language in force, English until one is activated."""
    return _in_force[0]


def _(message: str) -> str:
    """Translate a sentence."""
    return _in_force[1].gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate the sentence that suits a count."""
    return _in_force[1].ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Translate a word whose meaning depends on where it stands."""
    return _in_force[1].pgettext(context, message)


def N_(message: str) -> str:
    """Mark a sentence for translators where it is defined; it is translated where it is shown."""
    return message


def PN_(context: str, message: str) -> tuple[str, str]:
    """Mark a word whose meaning depends on where it stands; it is translated where it is shown."""
    return context, message


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark a sentence that depends on a count; it is translated where it is shown."""
    return one, many
