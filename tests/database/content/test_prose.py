"""The texts of the dossier: written afresh, in both languages, as an editor would print them."""

import re
from pathlib import Path

import pytest

from database.compile.content import Content
from tests.database.content.conftest import Written, texts

SHARED = Path(__file__).parents[4] / "shared"
DOCUMENT = SHARED / "content" / "source-document.txt"

# Hungarian joins what English strings together and takes fewer words, of about the same total
# length; a text far outside this band has left something out, or has something of its own.
BAND = (0.65, 1.55)
SHORT = 40  # characters; below, one long word makes all the difference
BAND_OF_RECORD = (0.8, 1.25)

SUMMARY = (60, 150)
# Projects that the analysis mentions in passing: it says too little for sixty words.
MENTIONED = {
    "project/kicevo-ohrid-motorway": "one motorway in a list of projects",
    "project/miladinovci-stip-motorway": "one motorway in a list of projects",
    "project/tuzla-7": "one coal project in a list of projects",
    "project/xingyu-factory": "one of two factories in half a sentence",
    "project/yanfeng-factory": "one of two factories in half a sentence",
    "project/serbian-public-innovation-platform": "one sentence, shorter still in Hungarian",
}
SHORTEST_MENTION = 40

COPIED = 8  # words in a row


def test_both_languages_say_about_as_much(real_content: Content) -> None:
    wrong = []
    for record in real_content.records.values():
        for part, text in texts(record):
            english, hungarian = (len(text.by_language[language]) for language in ("en", "hu"))
            if english > SHORT and not BAND[0] <= hungarian / english <= BAND[1]:
                wrong.append((record.id, part, round(hungarian / english, 2)))
    assert wrong == []


def test_every_record_as_a_whole_is_as_long_in_either_language(real_content: Content) -> None:
    wrong = []
    for record in real_content.records.values():
        english, hungarian = (
            sum(len(text.by_language[language]) for _part, text in texts(record))
            for language in ("en", "hu")
        )
        if not BAND_OF_RECORD[0] <= hungarian / english <= BAND_OF_RECORD[1]:
            wrong.append((record.id, round(hungarian / english, 2)))
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "hu"])
def test_a_project_is_summed_up_at_readable_length(real_content: Content, language: str) -> None:
    wrong = []
    for record in real_content.records.values():
        if record.type == "project":
            words = sum(len(p.text.by_language[language].split()) for p in record.summary)
            least = SHORTEST_MENTION if record.id in MENTIONED else SUMMARY[0]
            if not least <= words <= SUMMARY[1]:
                wrong.append((record.id, words))
    assert wrong == []


def test_a_description_is_one_sentence_of_at_most_25_words(everything: list[Written]) -> None:
    for text in everything:
        if text.place.endswith(": description"):
            assert len(text.words.split()) <= 25, text
            assert text.words.endswith("."), text


def _plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_nothing_is_copied_from_the_analysis(everything: list[Written]) -> None:
    if not DOCUMENT.exists():
        pytest.skip("the source document is not kept in this repository")
    document = re.sub(r"https?://\S+", "", DOCUMENT.read_text("utf-8"))
    runs = set()
    for joined in (document, re.sub(r"-\s*\n\s*", "", document)):  # words broken at line ends
        words = _plain(joined)
        runs |= {tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1)}
    copied = []
    for text in everything:
        words = _plain(text.words)
        mine = {tuple(words[at : at + COPIED]) for at in range(len(words) - COPIED + 1)}
        copied += [(text.place, " ".join(run)) for run in mine & runs]
    assert copied == []


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("hu", r'["“]', "„ and ” stand around a quotation"),
        ("hu", r"„[^”]*$", "a quotation is closed"),
        ("hu", r"\d\s+%", "% stands without a space before it"),
        ("hu", r"\d\.\d{1,2}(?!\d|\.)", "decimals stand after a comma"),
        ("hu", r"(?<!\d)\d[ \u00a0]\d{3}(?![\d ])", "four digits stand together"),
        ("hu", r"\d{5,} (?:kamera|otthon|háztartás|euró|USA|dollár|helyszín|fő|ember)",
         "five digits and more are grouped"),
        ("hu", r"\b(?:billió|trillió)", "a thousand millions are milliárd"),
        ("hu", r"\b(?i:a) (?:[aáeéiíoóöőuúüű]|EU|5G|ASPI|EIB|IPA|IKT)", "az stands before a vowel"),
        ("hu", r"\b(?i:az) (?:Huawei|ZTE|NetDragon|WBIF|SHARE|CSIS|Telenor)", "a before these"),
        ("en", r"(?:^|\s)\"|\"(?:\s|$)", "curly quotation marks"),
        ("en", r"\d\s+%", "% stands without a space before it"),
        ("en", r"\b(?i:digitaliz|moderniz|organiz|centers?\b)", "British spelling"),
        ("both", r"  ", "one blank is enough"),
        ("both", r" - ", "a dash is longer than a hyphen"),
        ("both", r"\.\.\.", "an ellipsis is one sign"),
        ("both", r" [,.;:!?]", "no blank before a stop"),
        ("both", r"[,;][^\s\d”’»]", "a blank after a comma"),
        ("both", r"\d{4}-\d{2,4}\b", "a span has a dash"),
    ],
)  # fmt: skip
def test_the_typography_is_that_of_a_printed_book(
    everything: list[Written], language: str, wrong: str, right: str
) -> None:
    found = [
        (text.place, match[0])
        for text in everything
        if language in (text.language, "both") and not text.place.endswith(": title")
        for match in re.finditer(wrong, text.words)
    ]
    assert not found, "\n".join([right, *map(str, found)])
