"""Citing in the window: the style chosen holds for words and references, sources are renewed."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from db.citing.files import read_file
from db.citing.matching import match
from db.citing.taking_in import Choice, take_in
from desktop.citing.export_dialog import ExportReferencesDialog
from desktop.settings import Settings
from desktop.sharing.share_dialog import ShareDialog
from tests.stories.reader import Reader


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_words_are_copied_in_the_style_chosen(reader: Reader) -> None:
    column = reader.column("B")
    column.pane.setFocus()
    reader.wait()
    column.pane.select(column.shown.text.starts[11], column.shown.text.ends[11])
    reader.does("cite_copy")
    assert copied().startswith("Ponomareva, Yulia. 2011. “Kazakhstan plunged into crisis")
    reader.does("copy_reference")
    assert copied().endswith("(Moscow News, 17 Dec 2011, B.12, digest)")
    reader.does("cite_author_date")
    reader.does("copy_reference")
    assert copied().endswith("(Ponomareva 2011, B.12, digest)")
    reader.does("cite_note")
    reader.does("cite_russian")
    reader.does("copy_reference")
    assert copied().endswith("17 декабря 2011 г., 23:59, B.12, digest.")
    actions = reader.window.actions_
    ticked = [name for name in ("cite_short", "cite_note", "cite_russian", "cite_english")
              if actions[name].isChecked()]  # fmt: skip
    assert ticked == ["cite_note", "cite_russian"]
    assert reader.application.settings.citation_style == "note"
    # Choosing the style that is chosen leaves it so.
    reader.does("cite_note")
    assert actions["cite_note"].isChecked()
    assert Settings().citation_style == "short"


def test_an_imported_label_is_seen_at_once_and_undone(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "x.bib"
    file.write_text(
        "@misc{moscow-news, shorttitle={The Moscow paper}}\n@misc{new, title={A new one}}",
        encoding="utf-8",
    )
    session = reader.desk.session
    choices = [Choice(m, m.changes) for m in match(session.sources, read_file(file).entries)]
    session.perform(lambda corpus: take_in(corpus, choices))
    reader.wait()
    column = reader.column("B")
    assert column.pane.accessibleName() == "Text of The Moscow paper"
    added = session.sources[-1]
    reader.desk.reading.add_column(added.id)
    reader.wait()
    assert len(reader.desk.reading.columns) == 4
    session.undo_stack.undo()
    reader.wait()
    assert [c.source.label for c in reader.desk.reading.columns] == [
        s.label for s in session.sources
    ]
    assert reader.column("B").source.label == "Moscow News"


def test_the_dialogs_open_from_the_menus_and_files_are_written(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.ris"
    monkeypatch.setattr(ExportReferencesDialog, "_ask_file", lambda dialog, ending: file)
    reader.does("cite_export")
    export = reader.window.findChild(ExportReferencesDialog)
    assert isinstance(export, ExportReferencesDialog)
    export.form.setCurrentIndex(3)
    export.ok.click()
    reader.wait()
    assert [e.fields["key"] for e in read_file(file).entries] == [
        "ticker", "moscow-news", "campaign-kazakhstan",
    ]  # fmt: skip
    reader.does("share")
    share = reader.window.findChild(ShareDialog)
    assert isinstance(share, ShareDialog)
    share.reject()
    reader.wait()
