"""Our own errors: a report with nothing of the reader's in it, and the program goes on."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from desktop import settings
from desktop.settings import REPORT

if TYPE_CHECKING:
    from desktop.application import Application


def install_hook(application: Application) -> None:
    """Show what fails in a handler instead of losing it."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            application.qt.quit()
            return
        report = report_text(kind, trace)
        # A program without a terminal has none on Windows.
        if sys.stderr is not None:
            sys.stderr.write(report)
        path = write_report(report)
        for window in application.windows[-1:]:
            window.warn(
                window.tr(
                    "Something in the program failed. Your corpus is as it was after the last "
                    "change. A report without any of your texts is in {file}."
                ).format(file=path or REPORT)
            )

    sys.excepthook = hook


def report_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The traceback by file, line and function; no message, for it may quote a text."""
    import traceback

    lines = [f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC\n{kind.__module__}.{kind.__name__}\n"]
    for frame in traceback.extract_tb(trace):
        lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}\n")
    return "".join(lines)


def write_report(report: str) -> Path | None:
    """Put the report where the reader can find it; None where that cannot be written."""
    path = settings.folder() / REPORT
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report, encoding="utf-8")
    except OSError:
        return None
    return path
