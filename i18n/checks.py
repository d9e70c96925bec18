"""What can be wrong with a translation, in any language and in Hungarian."""

import re
from collections.abc import Callable, Iterator
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural

from i18n.locales import Locale

#: A rule compares the English with the translation and returns what is wrong, or nothing.
Rule = Callable[[str, str], str | None]

_ACCELERATOR = re.compile(r"&(?=\w)(?!\w+;)")
_LAST_SIGNS = "….:?!"
_UNUSED = "is no longer used: run `python -m i18n update`"


def problems(catalogue: Catalog, template: Catalog, locale: Locale) -> Iterator[str]:
    """Yield what must be mended in a catalogue, each after the words it is about.

    *template* is a fresh extraction: what the program and the schema say now.
    """
    expected = get_plural(locale.code).num_plurals
    if catalogue.num_plurals != expected:
        yield f"Plural-Forms says {catalogue.num_plurals} forms, the language has {expected}"
    known = {_key(message) for message in template if message.id}
    present = {_key(message): message for message in catalogue if message.id}
    for message in template:
        if message.id and _key(message) not in present:
            yield _about(message, "is missing: run `python -m i18n update`")
    for key, message in present.items():
        wrong = _faults(message, locale) if key in known else (_UNUSED,)
        yield from (_about(message, fault) for fault in wrong)
    for message in catalogue.obsolete.values():
        yield _about(message, "is obsolete: run `python -m i18n update --prune`")


def _faults(message: Message, locale: Locale) -> Iterator[str]:
    """Yield what is wrong with the translation of one message."""
    if message.fuzzy:
        yield "is marked fuzzy: check it and remove the mark"
    rules = (*RULES, *RULES_OF.get(locale.code, ()))
    for english, translation in _pairs(message):
        if not translation:
            yield "has no translation"
            continue
        yield from filter(None, (rule(english, translation) for rule in rules))


def _pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Yield each form with the English it stands for: one for the first of several, else many."""
    if not isinstance(message.id, (list, tuple)):
        yield message.id, str(message.string or "")
        return
    one, many = message.id
    forms = message.string if isinstance(message.string, (list, tuple)) else ("",)
    for index, form in enumerate(forms):
        yield (one if index == 0 and len(forms) > 1 else many), form


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, _english(message)


def _english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _about(message: Message, fault: str) -> str:
    context = f" ({message.context})" if message.context else ""
    return f"“{_english(message)}”{context} {fault}"


def _placeholders(english: str, translation: str) -> str | None:
    try:
        wanted, found = _fields(english), _fields(translation)
    except ValueError as error:
        return f"has a stray brace: {error}"
    if wanted == found:
        return None
    return f"must have the placeholders {_listed(wanted)}, it has {_listed(found)}"


def _fields(text: str) -> set[str]:
    return {
        field for _text, field, _spec, _conversion in Formatter().parse(text) if field is not None
    }


def _listed(fields: set[str]) -> str:
    return ", ".join(f"{{{field}}}" for field in sorted(fields)) or "none"


def _outer_space(english: str, translation: str) -> str | None:
    def outer(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    return (
        None if outer(english) == outer(translation) else "must begin and end with the same space"
    )


def _last_sign(english: str, translation: str) -> str | None:
    wanted, found = (text.rstrip()[-1:] for text in (english, translation))
    if wanted == found or not {wanted, found} & set(_LAST_SIGNS):
        return None
    return f"must end as the English does, with {wanted!r}, not with {found!r}"


def _accelerators(english: str, translation: str) -> str | None:
    wanted, found = (
        len(_ACCELERATOR.findall(text.replace("&&", ""))) for text in (english, translation)
    )
    return None if wanted == found else f"must have & before {wanted} letter, it has {found}"


def _ellipsis(_english: str, translation: str) -> str | None:
    return "has three dots: write …" if "..." in translation else None


def _quotes(_english: str, translation: str) -> str | None:
    if re.search('["“‘]', translation):
        return "has English quotation marks: write „…”, inside them »…«"
    if translation.count("„") != translation.count("”"):
        return "has a quotation mark without its pair"
    return None


def _glued(_english: str, translation: str) -> str | None:
    if re.search(r"\}[\"”»]?-?[^\W\d_]", translation):
        return "has a suffix on a placeholder: say it so that none is needed"
    if re.search(r"\b[Aa](?:z|\(z\))? [„»]?\{", translation):
        return "has an article before a placeholder: say it so that none is needed"
    return None


RULES: tuple[Rule, ...] = (_placeholders, _outer_space, _last_sign, _accelerators, _ellipsis)
#: Rules of one language, by its code.
RULES_OF: dict[str, tuple[Rule, ...]] = {"hu": (_quotes, _glued)}
