"""Hungarian endings that a hyphen parts from a figure or a capital: ``2016-ban``, ``EU-t``.

They are no words: who looks for a ban does not mean ``2016-ban``, nor who looks for Huawei in 2016
something that stands between the two.
"""

import re

# Sought from the hyphen on, which few texts have. In an address more follows: 2020-a-new-road.
_AFTER_HYPHEN = re.compile(
    r"-(?<=[A-Z0-9]-)(?i:n[ae]k|b[ae]n?|[brt][óőoö]l|n[áéae]l|h[oeö]z|[vj][ae]l|[ée]rt|k[ée]nt|kor"
    r"|r[ae]|ig|[oeaö]?t|[oeö]?n|j?[ae]|[aoeö]?k|[aoeö]?s|[ae]?i)(?![\w-])"
)


def without(text: str) -> str:
    """Return *text* with blanks in their place, so that all other letters stay where they are."""
    if "-" not in text:
        return text
    return _AFTER_HYPHEN.sub(lambda ending: " " * len(ending[0]), text)
