"""Notes: kept by the browser or not, saved to a file for real, and taken into the corpus."""

import json
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtWidgets import QFileDialog

from db.corpus import Corpus
from desktop.cli import main
from tests.stories.take_home.pages import take_home, write

SHOWN = "[...document.querySelectorAll('#own-notes .note')].map(n => n.textContent)"
EVIL = "<img src=x onerror=alert(1)> </script> \u202egnorw =1+1 {n}\n\nNew line 🏗"
FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage',"
    " { get() { throw new DOMException('no', 'SecurityError'); } })"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def note(browser, text, by=""):
    """Write a note where the keyboard is."""
    browser.key("m", "KeyM")
    browser.write(text)
    if by:
        browser.run(f"document.querySelector('#sheet input').value = {by!r}")
    browser.run("document.querySelector('#sheet .strong').click()")
    browser.drawn()


def save(browser, folder: Path) -> Path:
    """Save the notes as a reader does, and wait for the file."""
    folder.mkdir(exist_ok=True)
    browser.downloads(folder)
    browser.run("document.querySelector('#top button').click()")
    browser.run("document.querySelector('#sheet .strong').click()")
    while not (files := [f for f in folder.iterdir() if f.suffix == ".json"]):
        browser.drawn()
    browser.key("Escape")
    return files[0]


def merge(corpus: Path, file: Path, capsys) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["notes", str(corpus), str(file)])
    return code, capsys.readouterr().err


def texts(corpus: Path) -> list[str]:
    with Corpus.open(corpus, read_only=True) as opened:
        return [n.text for n in opened.notes.all()]


@pytest.fixture
def corpus(compiled_case, tmp_path) -> Path:
    return Path(copyfile(compiled_case, tmp_path / "case.triptych"))


@pytest.fixture
def saved(browser, tmp_path) -> Path:
    """A file with a note on an event and one on a passage, hostile words in both."""
    note(browser, EVIL, by="Aru")
    browser.key("2", "Digit2")
    browser.key("Home")
    note(browser, "Compare A.12.\x00end")
    return save(browser, tmp_path / "downloads")


def test_saved_notes_go_into_the_corpus_once(saved, corpus, capsys):
    before = texts(corpus)
    code, said = merge(corpus, saved, capsys)
    assert (code, "2 notes were added, 0" in said) == (0, True)
    added = [text for text in texts(corpus) if text not in before]
    assert len(added) == 2
    assert any(text.startswith(EVIL + "\n\n— Aru, 20") for text in added)
    assert any(text.startswith("Compare A.12.") for text in added)
    assert "0 notes were added, 2" in merge(corpus, saved, capsys)[1]
    assert len(texts(corpus)) == len(before) + 2


def test_the_window_reads_saved_notes_and_undoes_them(saved, reader, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(saved), ""))
    notes = reader.desk.session.corpus.notes
    before = len(notes.all())
    reader.does("read_notes")
    assert len(notes.all()) == before + 2
    assert "2" in reader.window.messages.banner.text()
    reader.does("read_notes")
    assert len(notes.all()) == before + 2
    reader.does("undo")
    assert len(notes.all()) == before


def test_notes_of_another_page_have_no_place_and_are_told(chromium, corpus, tmp_path, capsys):
    sheet = take_home([["Other words."]], corpus_title="Another corpus")
    chromium.open(write(tmp_path, sheet))
    chromium.key("1", "Digit1")
    note(chromium, "On words that the case does not have")
    before = texts(corpus)
    code, said = merge(corpus, save(chromium, tmp_path / "downloads"), capsys)
    assert code != 0
    assert "no place for the note on A.1: On words" in said
    assert texts(corpus) == before


def test_a_passage_that_has_another_number_now_keeps_its_note(saved, corpus, capsys, tmp_path):
    content = json.loads(saved.read_text())
    moved = next(n for n in content["notes"] if n["on"].startswith("B."))
    moved["on"] = "B.3"
    saved.write_text(json.dumps(content))
    merge(corpus, saved, capsys)
    moved["on"], moved["crc"] = "B.1", "00000000"
    saved.write_text(json.dumps(content))
    code, said = merge(corpus, saved, capsys)
    assert (code != 0, "no place for the note on B.1" in said) == (True, True)
    with Corpus.open(corpus, read_only=True) as opened:
        placed = opened.connection.execute(
            "SELECT DISTINCT p.number FROM note n JOIN placement pl ON pl.anchor_id = n.subject_id "
            "JOIN passage p ON p.edition_id = pl.edition_id AND p.start = pl.start "
            "WHERE n.text LIKE 'Compare A.12%'"
        ).fetchall()
    assert placed == [(1,)]


def test_notes_come_back_into_the_page_once_and_the_later_writing_wins(saved, browser, page):
    browser.run("localStorage.clear()")
    browser.open(page, "#shooting")
    assert browser.run(SHOWN) == []
    for known in ("2 notes read, 0", "2 notes read, 2"):
        browser.run("document.querySelector('#top button').click()")
        browser.give("#sheet input[type=file]", saved)
        browser.until(f"document.querySelector('#notes-said')?.textContent.startsWith('{known}')")
        browser.key("Escape")
    [shown] = browser.run(SHOWN)
    assert EVIL.split("\n")[0] in shown
    assert browser.run("document.querySelectorAll('img').length") == 0
    assert browser.run("document.querySelectorAll('.has-note').length") == 1


def test_another_file_is_refused_in_a_sentence(browser, tmp_path):
    other = tmp_path / "other.json"
    other.write_text("[]")
    browser.run("document.querySelector('#top button').click()")
    browser.give("#sheet input[type=file]", other)
    browser.until("document.querySelector('#notes-said').textContent.includes('no notes')")


@pytest.mark.parametrize("forbidding", [FORBIDDEN, FULL])
def test_where_the_browser_keeps_nothing_the_reader_is_told_and_asked(
    chromium, page, tmp_path, corpus, capsys, forbidding
):
    rule = chromium.before(forbidding)
    try:
        chromium.open(page, "#shooting")
        note(chromium, "Only on this page")
        assert "Only on this page" in chromium.run(SHOWN)[0]
        assert "Save your notes to a file" in chromium.run(
            "document.querySelector('#own-notes .warning').textContent"
        )
        assert "keeps nothing" in chromium.run("document.getElementById('said').textContent")
        leaving = "dispatchEvent(new Event('beforeunload', { cancelable: true }))"
        assert chromium.run(leaving) is False
        file = save(chromium, tmp_path / "downloads")
        assert chromium.run(leaving) is True
        assert merge(corpus, file, capsys)[0] == 0
    finally:
        chromium.not_before(rule)


def test_what_another_program_left_in_the_store_harms_nothing(browser, page):
    key = "'triptych-notes-' + JSON.parse(document.getElementById('data').textContent).content"
    for left in ('{"a": 1}', "[null, 1, {}]", "not JSON", '[{"id": 1, "on": 2}]'):
        browser.run(f"localStorage.setItem({key}, {left!r})")
        browser.open(page, "#shooting")
        assert browser.run(SHOWN) == []
    note(browser, "Kept")
    browser.open(page, "#shooting")
    assert len(browser.run(SHOWN)) == 1


def test_a_deleted_note_stays_deleted(browser, page):
    note(browser, "To be deleted")
    browser.run("document.querySelector('#own-notes .note button').click()")
    browser.run("document.querySelectorAll('#sheet .row button')[1].click()")
    browser.open(page, "#shooting")
    assert browser.run(SHOWN) == []
