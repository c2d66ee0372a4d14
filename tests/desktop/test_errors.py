"""A fault of ours leaves a report a reader can find and pass on."""

import sys
from pathlib import Path

import pytest

from desktop import errors


class Windows:
    """As much of the program as the hook knows."""

    windows: list[object] = []


@pytest.fixture()
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRIPTYCH_SETTINGS", str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return tmp_path


def fail(words: str) -> None:
    raise ValueError(words)


def test_a_fault_is_written_down_without_its_words(settings: Path) -> None:
    errors.install_hook(Windows())  # type: ignore[arg-type]
    try:
        fail("Zhanaozen burns")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    report = (settings / "crash-report.txt").read_text(encoding="utf-8")
    assert "ValueError" in report and "fail" in report
    assert "Zhanaozen" not in report


def test_a_program_without_a_terminal_writes_it_too(
    settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors.install_hook(Windows())  # type: ignore[arg-type]
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(KeyError, KeyError("x"), None)
    assert (settings / "crash-report.txt").is_file()
