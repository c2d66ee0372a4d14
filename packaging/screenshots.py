"""Draw the README's pictures anew, from the bundled case: `make screenshots`.

Usage: screenshots.py [FOLDER]      (default: packaging/images)

The same tree gives the same pictures on every machine with the same Qt.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pictures

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

IMAGES = pictures.ROOT / "packaging" / "images"
EVENT = "shooting"
EVENT_WITH_A_SILENCE = "police-vehicle"
QUERY = "Aktau"
SHEET_EVENTS = ("marines", "emergency", "aktau-demands", "jeeps")
SHEET_DATE = "2011-12-31"
PIXELS_AN_INCH = 110
DESIGNER = (1240, 780)


def main(arguments: list[str]) -> int:
    """Draw every picture into a folder."""
    folder = Path(arguments[0]) if arguments else IMAGES
    for theme in ("light", "dark"):
        with pictures.window(theme) as window:
            go_to(window, EVENT)
            pictures.save(window, folder / f"main-{theme}.png")
            if theme == "light":
                draw_ways_of_showing(window, folder)
                draw_matrix(window, folder)
                draw_designer(window, folder)
    draw_sheet(folder / "sheet.png")
    return 0


def go_to(window: MainWindow, event: str) -> None:
    """Make an event current, by its key."""
    session = window.session
    assert session is not None
    found = {e.key: e.id for e in session.events}
    session.selection.set_event(found[event])
    pictures.settle()


def draw_ways_of_showing(window: MainWindow, folder: Path) -> None:
    """Draw only this event, and a search."""
    go_to(window, EVENT_WITH_A_SILENCE)
    window.actions_["only_event"].trigger()
    pictures.settle()
    pictures.save(window, folder / "only-event-light.png")
    window.actions_["only_event"].trigger()
    window.search_field.setText(QUERY)
    pictures.settle()
    assert window.desk is not None
    window.desk.search.step(1)
    pictures.settle()
    pictures.save(window, folder / "search-light.png")


def draw_matrix(window: MainWindow, folder: Path) -> None:
    """Draw the matrix."""
    window.search_field.setText("")
    go_to(window, "casualties")
    window.actions_["view_matrix"].trigger()
    pictures.settle()
    pictures.save(window, folder / "matrix-light.png")
    window.actions_["view_read"].trigger()


def draw_designer(window: MainWindow, folder: Path) -> None:
    """Draw the designer of sheets, once its pages are there."""
    from desktop.sheets.event_scope import Scope
    from desktop.sheets.export_dialog import ExportDialog

    assert window.desk is not None
    go_to(window, "casualties")
    dialog = ExportDialog(window.desk, window)
    dialog.scope.choose(Scope.THIS)
    page = dialog.content.parentWidget()
    assert page is not None
    dialog.tabs.setCurrentWidget(page)
    dialog.show()
    dialog.resize(*DESIGNER)
    while dialog.preview.is_busy:
        pictures.settle()
    pictures.settle()
    pictures.save(dialog, folder / "designer-light.png")
    dialog.reject()


def draw_sheet(file: Path) -> None:
    """Draw the first page of a sheet as it prints."""
    import typst

    import resources
    from db.corpus import Corpus
    from db.packs.cases import compile_case
    from db.sheets.building import build_sheet
    from db.sheets.page import page_data
    from db.sheets.printable import Printer
    from db.sheets.requests import SheetRequest

    with tempfile.TemporaryDirectory(prefix="triptych-") as folder:
        path = Path(folder) / "case.triptych"
        compile_case("zhanaozen-2011", path)
        with Corpus.open(path, read_only=True) as corpus:
            ids = {e.key: e.id for e in corpus.events.all()}
            chosen = tuple(ids[key] for key in SHEET_EVENTS)
            sheet = build_sheet(corpus, SheetRequest(events=chosen, date=SHEET_DATE))
    data = json.dumps(page_data(sheet, Printer()), ensure_ascii=False)
    template = resources.path("sheets", "sheet.typ").read_bytes()
    made: Any = typst.compile(
        cast("Any", {"main.typ": template, "sheet.json": data.encode()}),
        format="png",
        ppi=PIXELS_AN_INCH,
        font_paths=[str(resources.path("fonts"))],
        ignore_system_fonts=True,
    )
    file.write_bytes(made[0] if isinstance(made, list) else made)
    print(f"wrote {file.name}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
