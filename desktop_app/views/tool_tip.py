"""What a tool tip says."""

from html import escape


def as_it_stands(words: str) -> str:
    """Return *words* for a tool tip, which would take a title with ``<b>`` in it for markup."""
    if not {"<", "&"} & {*words}:
        return words
    return f"<p>{escape(words)}</p>".replace("\n", "<br>")
