"""What ``check`` finds in a translation."""

import pytest
from babel.messages.catalog import Catalog

from i18n.catalogues import empty, update
from i18n.checks import problems
from i18n.locales import HUNGARIAN, Locale

SERBIAN = Locale("sr", "Srpski", "sr_Latn_RS")
English = str | tuple[str, str]
Translation = str | tuple[str, ...]


def found(english: English, translation: Translation, locale: Locale = HUNGARIAN) -> str:
    """Return what is wrong with one translation, in one string."""
    template, catalogue = Catalog(), empty(locale)
    template.add(english)
    catalogue.add(english, translation)
    update(catalogue, template)
    return "; ".join(problems(catalogue, template, locale))


@pytest.mark.parametrize(
    ("english", "translation"),
    [
        ("Search", "Keresés"),
        ("&Search", "Kere&sés"),
        ("Save as…", "Mentés másként…"),
        ("Sources:", "Források:"),
        ("“{title}” cannot be read.", "Nem olvasható: „{title}”."),
        ("{value} (estimate)", "{value} (becslés)"),
        ("Research && development", "Kutatás és fejlesztés"),
        ("{n}%", "{n}%"),
        ("mid-{date}", "{date} közepe"),
        ("Relations of {name}", "{name} kapcsolatai"),
        (("{n} record", "{n} records"), ("{n} rekord",)),
        (("One record", "{n} records"), ("{n} rekord",)),
    ],
)
def test_a_good_translation_passes(english: English, translation: Translation) -> None:
    assert found(english, translation) == ""


@pytest.mark.parametrize(
    ("english", "translation", "complaint"),
    [
        ("Search", "", "has no translation"),
        (("{n} record", "{n} records"), ("",), "has no translation"),
        ("{n} of {total}", "{n} / {totl}", "must have the placeholders {n}, {total}"),
        ("{n} of {total}", "{n}", "must have the placeholders"),
        ("Search", "Keresés {n}", "must have the placeholders none"),
        ("{n} of", "{n", "stray brace"),
        (("One record", "{n} records"), ("Egy rekord",), "must have the placeholders {n}"),
        ("Search ", "Keresés", "same space"),
        ("Search", "\nKeresés", "same space"),
        ("Save as…", "Mentés másként", "must end as the English does"),
        ("Sources:", "Források", "must end as the English does"),
        ("Saved", "Mentve.", "must end as the English does"),
        ("Saved.", "Mentve", "must end as the English does"),
        ("&Search", "Keresés", "must have & before 1 letter"),
        ("&Search", "&Kere&sés", "must have & before 1 letter"),
        ("Search", "Kere&sés", "must have & before 0 letter"),
        ("Wait", "Vár...jon", "three dots"),
        ("a “b” c", "a “b” c", "English quotation marks"),
        ("a “b” c", 'a "b" c', "English quotation marks"),
        ("a “b” c", "a „b c", "without its pair"),
        ("In {place}", "{place}-ban", "suffix on a placeholder"),
        ("In {place}", "{place}ban", "suffix on a placeholder"),
        ("With “{name}”", "„{name}”-val", "suffix on a placeholder"),
        ("The {name}", "Az {name}", "article before a placeholder"),
        ("The {name}", "a(z) {name}", "article before a placeholder"),
        ("Open the “{name}”", "Megnyitja a „{name}”", "article before a placeholder"),
    ],
)
def test_a_fault_is_named(english: English, translation: Translation, complaint: str) -> None:
    assert complaint in found(english, translation)


def test_hungarian_rules_are_for_hungarian() -> None:
    assert found("In {place}", "{place}-u", SERBIAN) == ""


def test_every_plural_form_of_a_language_is_wanted() -> None:
    english = ("{n} record", "{n} records")
    assert found(english, ("{n} zapis", "{n} zapisa", "{n} zapisa"), SERBIAN) == ""
    assert "has no translation" in found(english, ("{n} zapis", "{n} zapisa", ""), SERBIAN)


def test_a_file_must_have_as_many_plural_forms_as_its_language() -> None:
    faults = list(problems(empty(SERBIAN), Catalog(), HUNGARIAN))
    assert faults == ["Plural-Forms says 3 forms, the language has 1"]


def test_a_fuzzy_translation_must_be_looked_at() -> None:
    template, catalogue = Catalog(), empty(HUNGARIAN)
    template.add("Search")
    catalogue.add("Search", "Keresés", flags=["fuzzy"])
    assert "marked fuzzy" in "".join(problems(catalogue, template, HUNGARIAN))


def test_messages_that_came_and_went_are_named() -> None:
    template, catalogue = Catalog(), empty(HUNGARIAN)
    template.add("New", context="menu")
    catalogue.add("Old", "Régi")
    assert list(problems(catalogue, template, HUNGARIAN)) == [
        "“New” (menu) is missing: run `python -m i18n update`",
        "“Old” is no longer used: run `python -m i18n update`",
    ]


def test_an_obsolete_translation_is_kept_until_it_is_pruned() -> None:
    template, catalogue = Catalog(), empty(HUNGARIAN)
    catalogue.add("Old", "Régi")
    update(catalogue, template)
    assert "“Old” is obsolete" in "".join(problems(catalogue, template, HUNGARIAN))
    update(catalogue, template, prune=True)
    assert list(problems(catalogue, template, HUNGARIAN)) == []


def test_a_similar_translation_is_never_guessed() -> None:
    template, catalogue = Catalog(), empty(HUNGARIAN)
    catalogue.add("Search sources", "Keresés a források között")
    template.add("Search source")
    update(catalogue, template)
    assert "“Search source” has no translation" in "".join(problems(catalogue, template, HUNGARIAN))
