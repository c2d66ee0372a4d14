"""The program's own files are found from a checkout and from a bundle."""

import sys
from pathlib import Path

import pytest

import resources


def test_files_of_a_checkout_are_found() -> None:
    assert resources.path("themes", "light.json").is_file()


def test_files_of_a_bundle_are_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.path("fonts", "a.ttf") == tmp_path / "resources" / "fonts" / "a.ttf"
