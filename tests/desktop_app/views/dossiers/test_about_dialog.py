"""What the program and the dossiers are, and whether they are sound."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from database.seal import Seal, Signature
from desktop_app.views.dossiers.about_dialog import AboutDialog

ABOUT = {
    "title": {"en": "An example", "hu": "Egy példa"},
    "coverage": {"en": "What was known in 2021.", "hu": "Ami 2021-ben ismert volt."},
    "edition": "2026-11",
    "licence": "CC-BY-4.0",
}
OTHER = {"title": {"en": "Another one", "hu": "Egy másik"}, "edition": "2030-01"}
CHECKSUM = "0123456789abcdef" * 4
PLACE = Path("/library/dossier.tukor")


def words(dialog: AboutDialog) -> str:
    return " | ".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_names_version_dossier_edition_coverage_and_licence(qtbot):
    dialog = AboutDialog("1.2.3", ABOUT, records=1234, sources=1)
    qtbot.addWidget(dialog)
    dialog.show()
    for part in ("1.2.3", "An example", "2026-11 · 1,234 records · 1 source", "2021", "CC BY 4.0"):
        assert part in words(dialog)


def test_a_dossier_that_says_little_about_itself_is_no_obstacle(qtbot):
    dialog = AboutDialog("1.2.3", {})
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("seal", "sentence"),
    [
        (Seal(PLACE, ABOUT, CHECKSUM, True), "matches its checksum. Unsigned."),
        (Seal(PLACE, ABOUT, CHECKSUM, False), "does not match its checksum"),
        (Seal(PLACE, ABOUT, CHECKSUM, None), "carries no checksum"),
        (Seal(PLACE, ABOUT, CHECKSUM, True, Signature.GOOD, "Kis Kiadó"), "Signed by: Kis Kiadó"),
        (Seal(PLACE, ABOUT, CHECKSUM, True, Signature.BAD), "signature is not valid"),
    ],
)
def test_it_tells_what_the_seal_is_worth(qtbot, seal: Seal, sentence: str):
    dialog = AboutDialog("1.2.3", ABOUT)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "is being compared" in words(dialog)
    dialog.show_seals((seal,))
    assert sentence in words(dialog)
    assert "is being compared" not in words(dialog)
    assert "SHA-256 0123456789ab…" in words(dialog)


def test_the_checksum_is_copied_whole(qtbot):
    dialog = AboutDialog("1.2.3", ABOUT)
    qtbot.addWidget(dialog)
    (copy,) = (b for b in dialog.findChildren(QPushButton) if b.text() == "Copy checksum")
    assert not copy.isEnabled()
    dialog.show_seals((Seal(PLACE, ABOUT, CHECKSUM, True),))
    copy.click()
    assert QGuiApplication.clipboard().text() == CHECKSUM


def test_every_open_dossier_is_named_with_its_edition(qtbot):
    dialog = AboutDialog("1.2.3", ABOUT)
    qtbot.addWidget(dialog)
    seals = (Seal(PLACE, ABOUT, CHECKSUM, True), Seal(PLACE, OTHER, CHECKSUM, False))
    dialog.show_seals(seals)
    dialog.show_seals(seals)
    assert words(dialog).count("Another one") == 1
    assert "2030-01" in words(dialog)
