"""What the program and the dossier are."""

from PySide6.QtWidgets import QLabel

from desktop_app.views.about_dialog import AboutDialog

ABOUT = {
    "title": {"en": "An example", "hu": "Egy példa"},
    "coverage": {"en": "What was known in 2021.", "hu": "Ami 2021-ben ismert volt."},
    "edition": "2026-11",
    "licence": "CC-BY-4.0",
}


def test_it_names_version_dossier_edition_coverage_and_licence(qtbot):
    dialog = AboutDialog("1.2.3", ABOUT, records=1234, sources=1)
    qtbot.addWidget(dialog)
    dialog.show()
    words = " | ".join(label.text() for label in dialog.findChildren(QLabel))
    for part in ("1.2.3", "An example", "2026-11 · 1,234 records · 1 source", "2021", "CC BY 4.0"):
        assert part in words


def test_a_dossier_that_says_little_about_itself_is_no_obstacle(qtbot):
    dialog = AboutDialog("1.2.3", {})
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.isVisible()
