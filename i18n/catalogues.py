"""The files translators work on: the template, the catalogues, and what gettext reads.

They are written without dates and line numbers, so that a change shows only what was changed.
"""

import os
import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from i18n.locales import Locale

ROOT = Path(__file__).parent.parent
MAPPING = Path(__file__).parent / "babel.cfg"

#: What marks a message in the code: gettext's own names, and our mark for a sentence by count.
KEYWORDS = {**DEFAULT_KEYWORDS, "NN_": (1, 2), "PN_": ((1, "c"), 2)}

#: Header lines that change with every run, or that nobody fills in.
_RESTLESS = re.compile(
    r'^"(?:Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|'
    r'Last-Translator|Language-Team|Generated-By):.*\\n"\n',
    re.MULTILINE,
)
#: The moment every compiled catalogue claims to be from.
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


def extract(root: Path = ROOT, mapping: Path = MAPPING) -> Catalog:
    """Return every message of the schema and of the code under *root*, by file and place in it."""
    with mapping.open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file, str(mapping))  # type: ignore[no-untyped-call]
    template = Catalog(header_comment="# The words of Tükör, for translators.", fuzzy=False)
    found = extract_from_dir(root, methods, options, KEYWORDS, comment_tags=("Translators:",))
    for name, line, message, comments, context in found:
        place = (Path(name).as_posix(), line)
        template.add(message, None, [place], auto_comments=comments, context=context)
    return template


def empty(locale: Locale) -> Catalog:
    """Return a catalogue without messages, with the plural forms of its language."""
    comment = f"# The words of Tükör in {locale.endonym}. See i18n/README.md."
    return Catalog(locale.code, header_comment=comment, fuzzy=False)


def read(path: Path, locale: Locale) -> Catalog:
    """Return the catalogue of a ``.po`` file.

    Raises:
        PoFileError: it is not well formed, or has more plural forms than its header says.
    """
    with path.open("rb") as file:
        catalogue = read_po(file, locale=locale.code, abort_invalid=True)
    catalogue.creation_date = catalogue.revision_date = _ALWAYS
    return catalogue


def update(catalogue: Catalog, template: Catalog, *, prune: bool = False) -> None:
    """Give a catalogue the messages of the template; no translation is guessed.

    What the template lacks is kept aside as obsolete, or with *prune* thrown away.
    """
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    if prune:
        catalogue.obsolete.clear()


def as_text(catalogue: Catalog) -> str:
    """Return a catalogue or template as its file has it."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, sort_by_file=True, include_lineno=False)
    return _RESTLESS.sub("", buffer.getvalue().decode("utf-8"))


def write(path: Path, text: str) -> bool:
    """Write a file unless it says the same already; tell whether it was written."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def compile_catalogue(source: Path, target: Path, locale: Locale) -> bool:
    """Write what gettext reads, unless it is newer than its source; tell whether it was written.

    The same source gives the same bytes. Readers see the old file or the new one, never a half.
    """
    if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
        return False
    catalogue = read(source, locale)
    unfinished = target.with_suffix(f".{os.getpid()}.unfinished")
    try:
        with unfinished.open("wb") as file:
            write_mo(file, catalogue)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return True
