"""Which English words a form may be a form of; British and American spellings agree."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from database.search.language.exceptions import exceptions_of
from database.search.language.folding import fold
from database.search.language.snowball import Snowball

snowball = Snowball("english")

# British spellings and their American sisters, brought to one form.
_BRITISH = (
    (re.compile(r"(cent|theat|met|lit|fib|calib|spect|lust|somb)re(?=s?$)"), r"\1er"),
    (re.compile(r"centr(?=(ed|ing)$)"), "center"),
    (re.compile(r"programme(?=s?$)"), "program"),
    (re.compile(r"(lic|def|off|ret)ence"), r"\1ense"),
    (re.compile(r"(?<=\w{3})ys(?=(e|es|ed|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=\w{3})is(?=(e|es|ed|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=\w{2})our(?=(s|ed|ing|al|able|hood|ly|er|ers|ite|ites)?$)"), "or"),
    (re.compile(r"(?<=\w{2})ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=\w{3})ll(?=(ed|ing|er|ers|ment|ments)$)"), "l"),
    (re.compile(r"(fulfi|enro|insta)ll$"), r"\1l"),
)
# What every one of them has somewhere; nine of ten words have none of it.
_MAY_BE_BRITISH = re.compile("ence|is|ll|ogue|our|programme|re|ys|centr").search

# No exception begins with fewer letters.
_SHORTEST_BEGINNING = 3


def stem(form: str) -> str:
    """Return one stem for all spellings of a word."""
    return _exception(form) or fold(snowball.stem(american(form)))


def stems(form: str) -> frozenset[str]:
    """Return every stem that *form* may have: as it is spelt, and in American spelling."""
    if known := _exception(form):
        return frozenset({known})
    found = [fold(form), fold(snowball.stem(form))]
    if (spelt := american(form)) != form:
        found.append(fold(snowball.stem(spelt)))
    return frozenset(found)


def american(form: str) -> str:
    """Return *form* as Americans spell it."""
    if not _MAY_BE_BRITISH(form):
        return form
    for british, its_sister in _BRITISH:
        form = british.sub(its_sister, form)
    return form


def _exception(form: str) -> str | None:
    for one, begins, lemma in exceptions().get(form[:_SHORTEST_BEGINNING], ()):
        if form == one or (begins and form.startswith(one)):
            return lemma
    return None


@cache
def exceptions() -> Mapping[str, tuple[tuple[str, bool, str], ...]]:
    """Return the exceptions as ``by_beginning`` has them."""
    return by_beginning(exceptions_of("english"))


def by_beginning(
    listed: Mapping[str, list[str]],
) -> Mapping[str, tuple[tuple[str, bool, str], ...]]:
    """Return forms, if others begin so, and their lemmas, by the first letters.

    Whole forms come before beginnings, and long beginnings before short ones.
    """
    found = defaultdict(list)
    for lemma, several in listed.items():
        for one in several:
            form = one.removesuffix("-")
            found[form[:_SHORTEST_BEGINNING]].append((form, form != one, lemma))
    return {
        letters: tuple(sorted(forms, key=lambda known: (known[1], -len(known[0]))))
        for letters, forms in found.items()
    }
