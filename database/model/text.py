"""Text that exists in several languages at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in each language that has them; keys are language codes (BCP 47)."""

    by_language: Mapping[str, str]

    @classmethod
    def of(cls, **by_language: str) -> "Text":
        """Make a text from keyword arguments: ``Text.of(en="city", hu="város")``."""
        return cls(MappingProxyType(by_language))

    def has(self, language: str) -> bool:
        """Tell whether the text exists in *language*."""
        return bool(self.by_language.get(language))

    def within(self, language: str) -> str:
        """Return the text in *language*, else in the first language that has it, else ``""``."""
        return self.by_language.get(language) or next(filter(None, self.by_language.values()), "")

    def __bool__(self) -> bool:
        """Tell whether there is a text in any language."""
        return any(self.by_language.values())

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_language.values())
