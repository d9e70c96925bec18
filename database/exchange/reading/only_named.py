"""Those whom a table names in passing: they become records too, or nobody could be asked about."""

from collections.abc import Iterator

from database.exchange.reading.draft import Draft
from database.model.schema import Schema


class OnlyNamed:
    """Follows the records of a table, and knows in the end whom they name and do not tell of."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._told: set[str] = set()
        self._named: dict[str, Draft] = {}

    def follow(self, draft: Draft) -> None:
        """Take notice of a record and of those to whom it is related."""
        self._told |= {draft.name, *map(str.casefold, draft.table.get("title", {}).values())}
        for relation in draft.table.get("relations", ()):
            name, types = relation["to"], self._schema.roles[relation["role"]].targets
            if len(types) == 1 and not self._is_id(name):
                self._named.setdefault(name.casefold(), Draft(draft.line, types[0], name))

    def drafts(self) -> Iterator[Draft]:
        """Yield a record without a title for each, on the line that names them first."""
        for folded, draft in self._named.items():
            if draft.name not in self._told and folded not in self._told:
                yield draft

    def _is_id(self, name: str) -> bool:
        """Tell an id, which names nobody, from a name."""
        return name.partition("/")[0] in self._schema.types
