"""Which languages Tükör speaks, and which of them a reader's system asks for."""

import re
from collections.abc import Iterable, Mapping


class Locale:
    """A language of the interface and of the content; there is one of each, equal to itself only.

    Attributes:
        code: ISO 639-1, the key of content in this language (``title.hu``) and of its catalogue.
        endonym: the language's own name for itself, as a menu shows it.
        babel: the CLDR locale whose dates, numbers and names are used.
    """

    __slots__ = ("babel", "code", "endonym")

    def __init__(self, code: str, endonym: str, babel: str) -> None:
        self.code = code
        self.endonym = endonym
        self.babel = babel

    def __repr__(self) -> str:
        return f"<{self.code}>"


class UnknownLocale(LookupError):
    """No language has this code."""


ENGLISH = Locale("en", "English", "en_GB")
HUNGARIAN = Locale("hu", "Magyar", "hu_HU")

#: Every language, in the order menus and exports list them.
#: A third one is one line, ``Locale("sr", "Srpski", "sr_Latn_RS"),`` and a ``.po`` file.
LOCALES: tuple[Locale, ...] = (
    ENGLISH,
    HUNGARIAN,
)


def find(code: str) -> Locale:
    """Return the language with this code.

    Raises:
        UnknownLocale: Tükör does not speak it; the message lists the codes it knows.
    """
    for locale in LOCALES:
        if locale.code == code:
            return locale
    known = ", ".join(locale.code for locale in LOCALES)
    raise UnknownLocale(f"no language has the code {code!r}; there are: {known}")


def preferred(tags: Iterable[str]) -> Locale:
    """Return the first language asked for that Tükör speaks, English if it speaks none.

    *tags* come in order of preference and may be BCP 47 (``hu-HU``) or POSIX (``hu_HU.UTF-8``).
    """
    spoken = {locale.code: locale for locale in LOCALES}
    asked = (re.split(r"[-_.@]", tag.strip().lower(), maxsplit=1)[0] for tag in tags)
    return next((spoken[code] for code in asked if code in spoken), ENGLISH)


def environment_tags(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages an environment such as ``os.environ`` asks for, the most wanted first.

    ``LC_ALL`` overrules ``LC_MESSAGES``, which overrules ``LANG``; the list in ``LANGUAGE`` comes
    before all three, unless they say ``C``: then nothing is translated (GNU gettext manual, 2.3).
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    if locale.partition(".")[0] in {"C", "POSIX"}:
        return ()
    wanted = [*environment.get("LANGUAGE", "").split(":"), locale]
    return tuple(tag for tag in wanted if tag)
