"""Verifying in the background: what is told is of the file as it is when it was asked for."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import verification
from desktop.jobs import Job


def test_asked_for_while_one_runs_it_looks_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [["as it was"], ["as it is"]]

    def verifying(path: Path) -> Job:
        return lambda report, cancelled: found.pop(0)

    monkeypatch.setattr(verification, "verifying", verifying)
    asked = verification.Verification(Path("harbour.triptych"))
    told: list[object] = []
    asked.finished.connect(told.append)
    with qtbot.waitSignal(asked.finished):
        asked.start()
        asked.start()
    asked.close()
    assert told == [["as it is"]]
