"""Printers of this machine only: the program opens no network connection, for printing either."""

from __future__ import annotations

import os
import sys
from typing import Final

CUPS_SOCKET: Final = "/run/cups/cups.sock"


def keep_printing_local() -> None:
    """Let Qt's printing on Linux ask the print service of this machine by its local socket.

    Without it the CUPS library tries TCP port 631; a server that the environment names is not
    asked either. To be called before Qt looks for printers.
    """
    if sys.platform.startswith("linux"):
        os.environ["CUPS_SERVER"] = CUPS_SOCKET
