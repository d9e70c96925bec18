"""How to search, topic by topic, with examples that can be tried."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from i18n.locales import LOCALES, Locale
from i18n.messages import N_


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to know: title and text are messages, the examples questions by language."""

    title: str
    text: str
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def examples_for(self, locale: Locale) -> tuple[str, ...]:
        """Return every example once, those in the reader's language first."""
        codes = [locale.code, *(other.code for other in LOCALES)]
        return tuple(dict.fromkeys(e for code in codes for e in self.examples.get(code, ())))


TOPICS = (
    Topic(
        N_("Words"),
        N_(
            "Write what you look for, in English or Hungarian: both languages are searched at "
            "once, and a term also finds what it is called in the other one. Endings, accents "
            "and capitals make no difference."
        ),
        {"en": ("cameras in Belgrade", "data center"), "hu": ("okosvárosban", "arcfelismeres")},
    ),
    Topic(
        N_("Names"),
        N_(
            "Names are found in Latin letters with or without accents, in Cyrillic and in Chinese "
            "characters, and with Hungarian endings."
        ),
        {"en": ("Nis", "Вучић"), "hu": ("Vučićnak", "华为")},
    ),
    Topic(
        N_("Exact phrases"),
        N_("Words in quotation marks must stand next to each other, in this order."),
        {"en": ('"data centre"',), "hu": ("„Biztonságos Város”",)},
    ),
    Topic(
        N_("And, or, not"),
        N_(
            "AND, OR and NOT, in capitals, join words; with AND, none of them may be missing. "
            "Brackets keep together what belongs together. ÉS, VAGY and NEM do the same."
        ),
        {
            "en": ("(Huawei OR ZTE) AND 5G", "Huawei NOT 5G"),
            "hu": ("(Huawei VAGY ZTE) ÉS oktatás", "Huawei NEM kamera"),
        },
    ),
    Topic(
        N_("Must and must not"),
        N_(
            "If few records have all your words, some that lack one follow. A word with a plus "
            "must be there; a word with a minus must not."
        ),
        {"en": ("+Huawei +education", "Huawei -5G"), "hu": ("+Huawei +oktatás", "Huawei −5G")},
    ),
    Topic(
        N_("Parts of words"),
        N_(
            "An asterisk stands for any number of letters, a question mark for one. The word "
            "that you are typing counts as the beginning of a word."
        ),
        {
            "en": ("surveil*", "organi?ation", '"safe cit*"'),
            "hu": ("megfigy*", "V?čić", "„biztonságos vár*”"),
        },
    ),
    Topic(
        N_("Similar spellings"),
        N_(
            "A tilde after a word allows for a wrong letter. Words that the dossier does not "
            "have are searched like that by themselves."
        ),
        {"en": ("survaillance~",), "hu": ("megfigyeles~",)},
    ),
    Topic(
        N_("Fields"),
        N_(
            "A field and a colon narrow the answer: type, status, sector, country, place, "
            "language, actor, title and more. Values of more than one word stand in quotation "
            "marks; several values in brackets with OR between them. Years, dates and sums that "
            "you ask for in words, such as “projects in 2019”, are offered by fields over the hits."
        ),
        {
            "en": ("type:project", "country:Hungary", "actor:Huawei", "type:(event OR concern)"),
            "hu": ("típus:projekt", "ország:Magyarország", "szereplő:Huawei"),
        },
    ),
    Topic(
        N_("Years and dates"),
        N_("Two dots stand for from–to; the signs < and > for earlier and later."),
        {"en": ("year:2017..2019", "year:>2018"), "hu": ("év:2017..2019", "év:>2018")},
    ),
    Topic(
        N_("Money"),
        N_(
            "Amounts are compared within the currency that you name, and never converted. "
            "Without a currency, each is compared in its own."
        ),
        {"en": ("amount:>100M EUR",), "hu": ("összeg:>100 millió EUR",)},
    ),
    Topic(
        N_("What there is"),
        N_("Asks for records of which something is known: an amount, a date, a place, a source."),
        {"en": ("has:amount",), "hu": ("van:összeg",)},
    ),
    Topic(
        N_("Nothing is a mistake"),
        N_(
            "Whatever you type is searched. Signs that make no sense are taken as words, and "
            "the line under the field says how the question was understood."
        ),
        {"en": ("type:dragon Huawei",), "hu": ("(okosváros ÉS",)},
    ),
    Topic(
        N_("Suggestions"),
        N_(
            "While you type, the list under the field offers records, terms, earlier searches and "
            "fields. Down goes into it, and through it to the results; Enter goes to the results "
            "at once. Tab completes a field or its value. Escape closes the list; Alt+Down opens "
            "it again, in an empty field with your latest searches."
        ),
    ),
)
