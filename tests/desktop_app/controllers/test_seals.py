"""Examining the seals of dossiers that come and go meanwhile."""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from database import seal
from database.model.errors import DossierMissing
from desktop_app.background.latest_only import LatestOnly, single_worker
from desktop_app.controllers.seals import SealController


def test_a_dossier_forgotten_while_another_is_examined_has_no_seal(
    qtbot: QtBot, sample_dossier: Path, outdated: Path
):
    parent = QObject()
    seals = SealController([sample_dossier, outdated], LatestOnly(single_worker(parent), parent))
    seals.take(seal.examine(outdated))
    with qtbot.waitSignal(seals.examined):
        seals.examine()
        seals.forget(outdated)
    assert [found.path for found in seals.seals] == [sample_dossier]


def test_a_dossier_that_cannot_be_read_hides_the_seals_of_no_other(
    qtbot: QtBot, sample_dossier: Path, outdated: Path, tmp_path: Path
):
    gone = tmp_path / "gone.tukor"
    parent = QObject()
    latest = LatestOnly(single_worker(parent), parent)
    seals = SealController([sample_dossier, gone, outdated], latest)
    told = []
    seals.failed.connect(told.append)
    with qtbot.waitSignals([seals.examined, seals.failed]):
        seals.examine()
    assert [found.path for found in seals.seals] == [sample_dossier, outdated]
    assert [(type(error), error.path) for error in told] == [(DossierMissing, gone)]
