"""Which language a reader gets."""

import pytest

from i18n.locales import (
    ENGLISH,
    HUNGARIAN,
    LOCALES,
    Locale,
    UnknownLocale,
    environment_tags,
    find,
    preferred,
)


def test_languages_are_listed_in_a_fixed_order() -> None:
    assert [locale.code for locale in LOCALES] == ["en", "hu"]


def test_every_language_names_itself_in_its_own_words() -> None:
    assert [locale.endonym for locale in LOCALES] == ["English", "Magyar"]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_language_is_found_by_its_code(locale: Locale) -> None:
    assert find(locale.code) is locale


def test_an_unknown_code_is_refused_with_the_codes_there_are() -> None:
    with pytest.raises(UnknownLocale, match=r"'xx'.*en, hu"):
        find("xx")


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (["hu"], HUNGARIAN),
        (["hu-HU"], HUNGARIAN),
        (["hu_HU.UTF-8"], HUNGARIAN),
        (["HU"], HUNGARIAN),
        (["hu-Latn-HU"], HUNGARIAN),
        (["sr-RS", "hu-HU", "en-US"], HUNGARIAN),  # the first that Tükör speaks
        (["en_GB@euro", "hu"], ENGLISH),
        (["huu-PE"], ENGLISH),  # Murui Huitoto only begins like Hungarian
        (["de", "fr"], ENGLISH),
        ([], ENGLISH),
        (["", "C", "POSIX"], ENGLISH),
    ],
)
def test_the_first_language_asked_for_that_is_spoken_is_given(
    asked: list[str], given: Locale
) -> None:
    assert preferred(asked) == given


@pytest.mark.parametrize(
    ("environment", "given"),
    [
        ({"LANG": "hu_HU.UTF-8"}, HUNGARIAN),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "hu_HU.UTF-8"}, ENGLISH),
        ({"LC_MESSAGES": "hu_HU", "LANG": "en_US"}, HUNGARIAN),
        ({"LC_ALL": "", "LANG": "hu_HU"}, HUNGARIAN),  # empty is as good as absent
        ({"LANGUAGE": "sr:hu:en", "LANG": "de_DE"}, HUNGARIAN),
        ({"LANGUAGE": "hu", "LC_ALL": "C"}, ENGLISH),  # C means: do not translate
        ({"LANGUAGE": "hu", "LC_ALL": "C.UTF-8"}, ENGLISH),
        ({}, ENGLISH),
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(
    environment: dict[str, str], given: Locale
) -> None:
    assert preferred(environment_tags(environment)) == given
