"""How values, codes and dates read in a language.

The index, the command line and the pages all take their words from here, so that a reader finds
what they see.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from database.model.record import Claim, Place, RecordId
from database.model.schema import Field, Schema
from database.model.text import Text
from database.model.values import Code, Money, Plain, Quantity, Stance, StatedDate, Value
from i18n import formats, labels, messages
from i18n.locales import Locale


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts values into words of one locale.

    ``titles``, ``places`` and ``dossiers`` name what is only pointed to; what is not among them
    keeps its key.
    """

    locale: Locale
    schema: Schema
    titles: Mapping[RecordId, Text]
    places: Mapping[str, Place]
    dossiers: Mapping[str, Text] = field(default_factory=dict)

    def label(self, field: Field) -> str:
        """Return the name of a field."""
        return labels.schema_label(field.label, self.locale)

    def type_name(self, type_id: str, *, plural: bool = False) -> str:
        """Return the name of a record type."""
        record_type = self.schema.types.get(type_id)
        if record_type is None:
            return type_id
        label = record_type.plural if plural else record_type.label
        return labels.schema_label(label, self.locale)

    def role(self, role_id: str, *, reverse: bool) -> str:
        """Return the heading over related records, seen from either end."""
        role = self.schema.roles[role_id]
        return labels.role_label(role.reverse if reverse else role.label, self.locale)

    def code(self, vocabulary: str, code: str) -> str:
        """Return the word for one entry of a closed list."""
        label = self.schema.vocabularies[vocabulary].get(code, code)
        return labels.code_label(vocabulary, str(label), self.locale)

    def title(self, record_id: RecordId) -> str:
        """Return the title of a record that is pointed to."""
        title = self.titles.get(record_id)
        return title.within(self.locale.code) if title else record_id

    def dossier(self, dossier_id: str) -> str:
        """Return the title of a dossier."""
        title = self.dossiers.get(dossier_id)
        return title.within(self.locale.code) if title else dossier_id

    def claim(self, claim: Claim) -> str:
        """Return the value of a claim with its qualifier: ``about 1,000 cameras``."""
        words = self.value(claim.value)
        if not claim.qualifier:
            return words
        return self.code("qualifier", claim.qualifier).format(value=words)

    def value(self, value: Value) -> str:
        """Return one value in words."""
        match value:
            case Text():
                return value.within(self.locale.code)
            case StatedDate():
                return self.date(value)
            case Money():
                return formats.money(value.amount, value.currency, self.locale)
            case Quantity():
                return self._quantity(value)
            case Code():
                return self.code(value.vocabulary, value.code)
            case Stance():
                return self._stance(value)
            case Plain():
                return self._plain(value)

    def date(self, date: StatedDate) -> str:
        """Return a date as precisely as it is known."""
        if date.end or date.open_end:
            words = formats.span(date.start, date.end, self.locale)
        else:
            words = formats.format_date(date.start, self.locale)
        if not date.modifier:
            return words
        return self.code("date-modifier", date.modifier).format(date=words)

    def _quantity(self, quantity: Quantity) -> str:
        one, many = self.schema.unit(quantity.unit)
        return labels.quantity(one, many, quantity.number, self.locale)

    def _stance(self, stance: Stance) -> str:
        translate = messages.of(self.locale)
        words = {
            "stance": self.code("stance", stance.stance),
            "about": self.title(stance.about),
        }
        if not stance.ground:
            return translate.pgettext("stance of an actor", "{stance}: {about}").format(**words)
        words["ground"] = labels.within_sentence(self.code("ground", stance.ground))
        pattern = translate.pgettext("stance of an actor", "{stance}: {about} (ground: {ground})")
        return pattern.format(**words)

    def _plain(self, value: Plain) -> str:
        match value.kind:
            case "country":
                return formats.country_name(value.text, self.locale)
            case "language":
                return formats.language_name(value.text, self.locale)
            case "place":
                place = self.places.get(value.text)
                return place.name.within(self.locale.code) if place else value.text
            case _:
                return value.text
