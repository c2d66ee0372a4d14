"""Every edit can be taken back and made again, and then the corpus is the same to the last row."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from db import schema
from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.corpus.events import EventFields
from db.corpus.undo import LOGGED_TABLES
from db.errors import InvalidEditError
from db.records import Change, Relation, Silence
from tests import builders

TITLES = st.sampled_from(["A fall", "Smoke", "Ещё раз", "It's “quoted”; DROP TABLE event", "🏗"])
WHEN = st.sampled_from(["", "2011", "2011-12-16T12:00:00", "../2011-12-18", "2011-12-16/.."])
PICK = st.integers(0, 10**6)
# SQLite writes a number so that it reads the same one, but for such as no source has ever given.
FIGURES = st.one_of(st.none(), st.floats(0, 1e9).map(lambda figure: round(figure, 3)))

Edit = Callable[[], Change]


class Undoing(RuleBasedStateMachine):
    """A reader at work, whose every step is taken back and made again."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.corpus = builders.harbour(self.folder / "harbour.triptych")
        self.corpus.connection.execute("PRAGMA synchronous = OFF")
        self.corpus.aspects.add(AspectFields(title="Injured", type="number", unit="people"))
        for where in range(8):
            self.corpus.mentions.add(1 + where % 2, *self.place(where))
            fields = ClaimFields(1 + where % 2, 1, min=where, vague="dozens")
            self.corpus.claims.add(fields, *self.place(where))
            self.corpus.notes.add("event", 1 + where % 2, "Mine")
        self.corpus.links.add(self.place(0), self.place(7), "repeats")
        self.first = builders.contents(self.corpus)
        self.done: list[Change] = []

    def teardown(self) -> None:
        if hasattr(self, "corpus"):
            self.corpus.close()
            shutil.rmtree(self.folder)

    def do(self, edit: Edit) -> None:
        before = builders.contents(self.corpus)
        try:
            change = edit()
        except InvalidEditError:
            assert builders.contents(self.corpus) == before, "a refused edit left something"
            return
        after = builders.contents(self.corpus)
        touched = {name for name in before if before[name] != after[name] and name != "index"}
        assert touched <= change.tables.keys(), "views would not hear of it"
        undone = self.corpus.revert(change)
        assert builders.contents(self.corpus) == before
        again = self.corpus.revert(undone)
        assert builders.contents(self.corpus) == after
        self.done.append(again)

    def ids(self, table: str) -> list[int]:
        return [i for (i,) in self.corpus.connection.execute(f"SELECT id FROM {table}")]

    def one(self, table: str, pick: int) -> int:
        ids = self.ids(table)
        return ids[pick % len(ids)] if ids else 0

    @rule(title=TITLES, when=WHEN, parent=PICK)
    def add_event(self, title: str, when: str, parent: int) -> None:
        above = self.one("event", parent) if parent % 2 else 0
        fields = EventFields(title=title, when=when, parent_id=above or None, summary="*why*")
        self.do(lambda: self.corpus.events.add(fields)[1])

    @rule(pick=PICK, title=TITLES, when=WHEN, parent=PICK, lasting=st.booleans())
    def change_event(self, pick: int, title: str, when: str, parent: int, lasting: bool) -> None:
        event, above = self.one("event", pick), self.one("event", parent)
        fields = EventFields(title=title, when=when, parent_id=above or None, lasting=lasting)
        self.do(lambda: self.corpus.events.change(event, fields))

    @rule(pick=PICK)
    def delete_event(self, pick: int) -> None:
        event = self.one("event", pick)
        self.do(lambda: self.corpus.events.delete(event))

    @rule(a=PICK, b=PICK)
    def put_before(self, a: int, b: int) -> None:
        earlier, later = self.one("event", a), self.one("event", b)
        self.do(lambda: self.corpus.events.put_before(earlier, later))

    def place(self, pick: int) -> tuple[int, int, int]:
        """The words of one passage, or a part of them."""
        edition, start, end = self.corpus.connection.execute(
            "SELECT edition_id, start, end FROM passage ORDER BY id LIMIT 1 OFFSET "
            f"{pick} % max((SELECT count(*) FROM passage), 1)"
        ).fetchone() or (0, 0, 1)
        return edition, start + pick % 3, end

    @rule(pick=PICK, where=PICK, relation=st.sampled_from(list(Relation)))
    def add_mention(self, pick: int, where: int, relation: Relation) -> None:
        event, place = self.one("event", pick), self.place(where)
        self.do(lambda: self.corpus.mentions.add(event, *place, relation)[1])

    @rule(pick=PICK, event=PICK, relation=st.sampled_from(list(Relation)))
    def change_mention(self, pick: int, event: int, relation: Relation) -> None:
        mention, to = self.one("mention", pick), self.one("event", event)
        self.do(lambda: self.corpus.mentions.change(mention, event_id=to, relation=relation))

    @rule(picks=st.lists(PICK, min_size=1, max_size=3))
    def delete_mentions(self, picks: list[int]) -> None:
        mentions = list(dict.fromkeys(self.one("mention", p) for p in picks))
        self.do(lambda: self.corpus.mentions.delete(mentions))

    @rule(event=PICK, source=PICK, state=st.sampled_from(["mentioned", "silent", "not-looked"]))
    def review(self, event: int, source: int, state: str) -> None:
        about, by = self.one("event", event), self.one("source", source)
        silence = Silence.OUT_OF_SCOPE if state == "silent" and event % 2 else None
        self.do(lambda: self.corpus.reviews.settle(about, by, state, silence))

    @rule(event=PICK, where=PICK, least=FIGURES)
    def add_claim(self, event: int, where: int, least: float | None) -> None:
        fields = ClaimFields(self.one("event", event), 1, min=least, vague="dozens")
        self.do(lambda: self.corpus.claims.add(fields, *self.place(where))[1])

    @rule(pick=PICK)
    def delete_claim(self, pick: int) -> None:
        claim = self.one("claim", pick)
        self.do(lambda: self.corpus.claims.delete([claim]))

    @rule(a=PICK, b=PICK)
    def add_link(self, a: int, b: int) -> None:
        self.do(lambda: self.corpus.links.add(self.place(a), self.place(b), "supports")[1])

    @rule(subject=st.sampled_from(["event", "mention", "source", "claim", "link"]), pick=PICK)
    def add_note(self, subject: str, pick: int) -> None:
        about = self.one(subject, pick)
        self.do(lambda: self.corpus.notes.add(subject, about, "**Ask** them")[1])

    @rule(where=PICK)
    def add_note_on_words(self, where: int) -> None:
        self.do(lambda: self.corpus.notes.add_on_words(*self.place(where), "why?")[1])

    @precondition(lambda self: len(self.ids("source")) > 1)
    @rule(pick=PICK)
    def delete_source(self, pick: int) -> None:
        source = self.one("source", pick)
        self.do(lambda: self.corpus.sources.delete(source))

    @precondition(lambda self: self.done)
    @rule()
    def undo_all_and_make_again(self) -> None:
        last = builders.contents(self.corpus)
        undone = [self.corpus.revert(change) for change in reversed(self.done)]
        assert builders.contents(self.corpus) == self.first
        self.done = [self.corpus.revert(change) for change in reversed(undone)]
        assert builders.contents(self.corpus) == last

    @invariant()
    def nothing_points_nowhere(self) -> None:
        if hasattr(self, "corpus"):
            connection = self.corpus.connection
            assert not connection.execute("PRAGMA foreign_key_check").fetchall()
            orphans = connection.execute(
                "SELECT id FROM anchor WHERE id NOT IN (SELECT anchor_id FROM placement)"
            )
            assert not orphans.fetchall()


TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)


def test_every_table_is_watched() -> None:
    tables = {n for kind, n, _ in schema.expected_shape(schema.version()) if kind == "table"}
    assert set(LOGGED_TABLES) == {t for t in tables if not t.startswith("passage_index")} - {"seal"}


def test_bulk_work_pays_for_no_log_and_leaves_none(tmp_path: Path) -> None:
    with builders.harbour(tmp_path / "c.triptych") as corpus:
        builders.add_event(corpus, "Logged")
        with corpus.edit("Bulk", logged=False) as bulk:
            corpus.insert("event", {"key": "bulk", "title": "Bulk"})
        assert bulk.change.inverse == ()
        change = corpus.events.add(EventFields(title="After"))[1]
        assert change.rows("event") == {4 + 1}
        corpus.revert(change)
        assert [e.key for e in corpus.events.all()].count("bulk") == 1


def test_undoing_survives_a_restart_only_as_what_it_made(tmp_path: Path) -> None:
    path = tmp_path / "c.triptych"
    with builders.harbour(path) as corpus:
        before = builders.contents(corpus)
        change = corpus.events.delete(1)
        corpus.revert(change)
    with Corpus.open(path) as corpus:
        assert builders.contents(corpus) == before
