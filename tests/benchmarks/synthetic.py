"""Dossiers of any size for measuring: the real records, told again with other words and names."""

import random
from dataclasses import replace
from pathlib import Path

from database.compile import build, content
from database.model import schema as schema_files
from database.model.record import Passage, Record
from database.model.text import Text


def compile_synthetic(path: Path, records: int, seed: int = 1) -> Path:
    """Compile a dossier of *records* records into *path*; the same seed gives the same dossier.

    Each record is a real one whose words are partly replaced by words of other records, and whose
    title gets a made-up name, so that the vocabulary grows as that of real text does.
    """
    schema = schema_files.load()
    real = content.load(schema)
    chance = random.Random(seed)
    words = {
        language: [w for r in real.records.values() for p in r.summary for w in _words(p, language)]
        for language in ("en", "hu")
    }
    several = dict(real.records)
    models = list(real.records.values())
    for n in range(records - len(several)):
        model = models[n % len(models)]
        record_id = f"{model.type}/synthetic-{n:06}"
        several[record_id] = _varied(model, record_id, words, chance)
    ordered = dict(sorted(several.items(), key=lambda item: item[0])[:records])
    if records < len(real.records):
        ordered = dict(real.records)
    path.unlink(missing_ok=True)
    build.compile_into(path, replace(real, records=ordered), schema)
    return path


def _words(passage: Passage, language: str) -> list[str]:
    return passage.text.by_language[language].split()


def _name(chance: random.Random) -> str:
    syllables = ("ba", "ko", "vi", "ra", "dže", "mi", "lo", "šta", "ne", "gu", "ő", "ty", "sze")
    return "".join(chance.choices(syllables, k=chance.randint(2, 5))).capitalize()


def _varied(
    model: Record, record_id: str, words: dict[str, list[str]], chance: random.Random
) -> Record:
    name = _name(chance)
    return replace(
        model,
        id=record_id,
        title=Text({x: f"{t} {name}" for x, t in model.title.by_language.items()}),
        names=(),
        summary=tuple(
            replace(passage, text=_shaken(passage.text, words, chance)) for passage in model.summary
        ),
    )


def _shaken(text: Text, words: dict[str, list[str]], chance: random.Random) -> Text:
    return Text(
        {
            language: " ".join(
                chance.choice(words[language]) if chance.random() < 0.3 else word
                for word in written.split()
            )
            for language, written in text.by_language.items()
        }
    )
