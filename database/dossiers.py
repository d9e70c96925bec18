"""Which dossiers there are to open."""

from pathlib import Path

# The curated dossier that comes with the program; it stands in the program's folder, read-only.
BUILT_IN = Path(__file__).parent / "built" / "china-in-serbian-ict.tukor"
