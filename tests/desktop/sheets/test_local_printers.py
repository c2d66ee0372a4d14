"""Printing asks no print service over the network."""

import os
import sys

import pytest

from desktop.sheets.local_printers import CUPS_SOCKET, keep_printing_local


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="CUPS is asked so on Linux only")
def test_a_print_server_on_the_network_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "printers.example:631")
    keep_printing_local()
    assert os.environ["CUPS_SERVER"] == CUPS_SOCKET
