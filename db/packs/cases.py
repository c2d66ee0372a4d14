"""Compiling a bundled case into a corpus file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import resources
from db.backup import is_taken, made_aside, plain_reason
from db.comparing.ladders import Ladder
from db.corpus import Corpus
from db.corpus.editions import NewEdition, PassageRow, text_hash
from db.corpus.sources import SourceFields
from db.corpus.times import understood
from db.errors import (
    CaseError,
    CorpusError,
    FileExistsAlreadyError,
    FileNotMadeError,
    UnknownCaseError,
    said,
)
from db.packs.case_claims import ClaimCompiler, in_a_circle
from db.packs.case_files import CaseFiles, Row, SourceFiles, located, read_case, why
from db.records import EditionKind, PassageKind, Time
from db.text.zones import ZoneStatus, resolve_zone

IMPORTER = "case"


def known_cases() -> list[str]:
    """Names of the bundled cases."""
    folder = resources.path("cases")
    return sorted(f.name for f in folder.iterdir() if (f / "case.toml").is_file())


def compile_case(name: str, target: Path, *, make_folder: bool = False) -> None:
    """Compile a bundled case into a new corpus at `target`, whole or not at all."""
    if name not in known_cases():
        raise UnknownCaseError(name=name, known=tuple(known_cases()))
    if make_folder:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileNotMadeError(file=target, reason=plain_reason(error)) from error
    compile_folder(resources.path("cases", name), target)


def compile_folder(folder: Path, target: Path) -> None:
    """Compile a folder of case files into a new corpus, whole or not at all."""
    if is_taken(target):
        raise FileExistsAlreadyError(file=target)
    files = read_case(folder)
    with made_aside(target) as partial:
        _compile(files, partial)


def _compile(files: CaseFiles, target: Path) -> None:
    with located(files.folder / "case.toml", said("the whole file")):
        title, zone = files.data["title"], files.data["zone"]
        resolve_zone(zone)
    language = files.data.get("language", "en")
    with Corpus.create(target, title=title, zone=zone, language=language) as corpus:
        # The file gets its name only when it is whole, so it need not survive a crash before.
        corpus.connection.execute("PRAGMA synchronous = OFF")
        with (
            located(files.folder, said("its tables")),
            corpus.edit("Compile case", logged=False),
        ):
            CaseCompiler(corpus, files).run()


class CaseCompiler:
    """One compilation: keys of the files become rows of the corpus.

    The tables are filled by plain inserts in one transaction; the facets' edits are for readers.
    """

    def __init__(self, corpus: Corpus, files: CaseFiles) -> None:
        self.corpus = corpus
        self.files = files
        self.zone: str = files.data["zone"]
        self.recorded = understood(files.data.get("recorded", ""), "UTC").earliest
        self.events: dict[str, int] = {}
        self.sources: dict[str, int] = {}
        # (source id, passage number) -> (passage id, start, end), by kind of edition
        self.spans: dict[EditionKind, dict[tuple[int, int], tuple[int, int, int]]] = {
            EditionKind.ORIGINAL: {},
            EditionKind.DIGEST: {},
        }
        self.editions: dict[tuple[int, EditionKind], int] = {}

    def run(self) -> None:
        """Store everything the files say."""
        data = self.files.data
        self.corpus.connection.execute(
            "UPDATE corpus SET summary = ?, case_key = ?",
            (data.get("summary", "").strip(), data["key"]),
        )
        self._events()
        for files in self.files.sources:
            self._source(files)
        claims = ClaimCompiler(self)
        claims.vocabulary()
        for files in self.files.sources:
            source_id = self.sources[files.data["key"]]
            for line, row in enumerate(files.mentions, start=2):
                with located(files.folder / "mentions.csv", said("line {line}", line=line)):
                    self._mention(files, source_id, row, f"line {line}")
            claims.claims(files, source_id)
            self._reviews(files, source_id)
        claims.links()
        claims.judgements()

    def event(self, key: str, file: Path, where: str) -> int:
        """The id of an event named in a file."""
        if key not in self.events:
            raise CaseError(file=file, where=where, reason=said("there is no event {key}", key=key))
        return self.events[key]

    def _events(self) -> None:
        path = self.files.folder / "events.toml"
        for number, row in enumerate(self.files.events, start=1):
            with located(path, row["key"]):
                self._event(path, number, row)
        for row in self.files.events:
            with located(path, row["key"]):
                self._relate_event(path, row)
        if circle := Ladder({e["key"]: e.get("parent") or "" for e in self.files.events}).circle():
            raise CaseError(file=path, where=circle[0], reason=in_a_circle("parent", circle))

    def _event(self, path: Path, number: int, row: dict[str, Any]) -> None:
        if row["key"] in self.events:
            raise CaseError(file=path, where=row["key"], reason=said("the key stands twice"))
        status = ZoneStatus(row.get("zone_status", ZoneStatus.ASSUMED))
        when = self._time(path, row["key"], row.get("when", ""), row.get("zone", self.zone),
                          printed=row.get("printed", ""), status=status)  # fmt: skip
        self.events[row["key"]] = self.insert(
            "event",
            key=row["key"], title=row["title"], ordinal=number,
            happened_printed=when.printed, happened_edtf=when.edtf, happened_zone=when.zone,
            happened_zone_status=str(when.zone_status), happened_earliest=when.earliest,
            happened_latest=when.latest, place=row.get("place", ""),
            lasting=int(row.get("lasting", False)),
            summary=" ".join(row.get("summary", "").split("\n")).strip(),
        )  # fmt: skip

    def _relate_event(self, path: Path, row: dict[str, str | list[str]]) -> None:
        key = str(row["key"])
        own = self.events[key]
        if row.get("parent"):
            parent = self.event(str(row["parent"]), path, key)
            self.corpus.connection.execute(
                "UPDATE event SET parent_id = ? WHERE id = ?", (parent, own)
            )
        for earlier in row.get("after", ()):
            self._insert_order(self.event(earlier, path, key), own)
        for later in row.get("before", ()):
            self._insert_order(own, self.event(later, path, key))

    def _insert_order(self, earlier: int, later: int) -> None:
        self.corpus.connection.execute(
            "INSERT OR IGNORE INTO event_order (earlier_id, later_id) VALUES (?, ?)",
            (earlier, later),
        )

    def _source(self, files: SourceFiles) -> None:
        data = files.data
        path = files.folder / "source.toml"
        with located(path, said("the whole file")):
            source_id, _ = self.corpus.sources.add(self._source_fields(path, data))
            self.sources[data["key"]] = source_id
        reports = {}
        path = files.folder / "reports.csv"
        for line, row in enumerate(files.reports, start=2):
            with located(path, said("line {line}", line=line)):
                at = self._row_time(path, f"line {line}", row)
                reports[row["number"]] = self.corpus.sources.add_report(
                    source_id, int(row["number"]), row["heading"], row["author"], at
                )
        with located(files.folder / "source.toml", "original"):
            self._original(files, source_id, reports)
        self._digest(files, source_id, reports)

    def _source_fields(self, path: Path, data: dict[str, Any]) -> SourceFields:
        return SourceFields(
            label=data["label"], key=data["key"], title=data.get("title", ""),
            creators=tuple(data.get("creators", ())), publisher=data.get("publisher", ""),
            language=data.get("language", ""), place=data.get("place", ""),
            position=data.get("position", ""), rights=data.get("rights", ""),
            citation=data.get("citation", ""), summary=data.get("summary", "").strip(),
            retrieved=data.get("retrieved", {}).get("edtf", ""),
            published=self._row_time(path, "published", data.get("published", {})),
        )  # fmt: skip

    def _original(self, files: SourceFiles, source_id: int, reports: dict[str, int]) -> None:
        rows = list(_passages(files, reports))
        original = files.data["original"]
        edition = NewEdition(
            source_id, EditionKind.ORIGINAL, files.data.get("language", ""),
            original["sha256"], original.get("text_sha256", original["sha256"]),
            int(original["characters"]), original["media_type"], IMPORTER,
        )  # fmt: skip
        self._store(edition, rows)

    def _digest(self, files: SourceFiles, source_id: int, reports: dict[str, int]) -> None:
        path = files.folder / "digest.md"
        rows: list[PassageRow] = []
        parts: list[str] = []
        at = 0
        for passage in _passages(files, reports):
            words = files.digest.get(passage.number)
            if words is None:
                raise CaseError(
                    file=path, where=str(passage.number), reason=said("the digest is missing")
                )
            rows.append(passage._replace(start=at, end=at + len(words)))
            parts.append(words)
            at += len(words) + 2
        if extra := files.digest.keys() - {row.number for row in rows}:
            raise CaseError(
                file=path, where=f"{min(extra)}", reason=said("a digest has no passage")
            )
        text = "\n\n".join(parts) + "\n"
        data = text.encode()
        edition = NewEdition(
            source_id, EditionKind.DIGEST, self.files.data.get("language", "en"),
            hashlib.sha256(data).hexdigest(), text_hash(text), len(text), "text/plain", IMPORTER,
            text, data, self.recorded,
        )  # fmt: skip
        self._store(edition, rows)

    def _store(self, edition: NewEdition, rows: list[PassageRow]) -> None:
        edition_id = self.corpus.editions.add(edition, rows)
        self.editions[edition.source_id, edition.kind] = edition_id
        spans = self.corpus.editions.spans(edition_id)
        for number, span in zip(sorted(row.number for row in rows), spans, strict=True):
            self.spans[edition.kind][edition.source_id, number] = span

    def anchor(
        self, source_id: int, number: int, original: tuple[int, int] | None,
        digest: tuple[int, int] | None, file: Path, where: str,
    ) -> int:  # fmt: skip
        """Make an anchor with its places in both editions; None stands for the whole passage.

        Spans are relative to the passage.
        """
        anchor_id = self.insert("anchor", source_id=source_id)
        for kind, span in ((EditionKind.ORIGINAL, original), (EditionKind.DIGEST, digest)):
            known = self.spans[kind].get((source_id, number))
            if known is None:
                raise CaseError(
                    file=file,
                    where=where,
                    reason=said("there is no passage {number}", number=number),
                )
            passage_id, first, last = known
            start, end = (0, last - first) if span is None else span
            if not 0 <= start < end <= last - first:
                raise CaseError(
                    file=file,
                    where=where,
                    reason=said("{start}-{end} does not fit", start=start, end=end),
                )
            self.insert(
                "placement", anchor_id=anchor_id, edition_id=self.editions[source_id, kind],
                passage_id=passage_id, start=first + start, end=first + end,
            )  # fmt: skip
        return anchor_id

    def _mention(self, files: SourceFiles, source_id: int, row: Row, where: str) -> None:
        path = files.folder / "mentions.csv"
        span = (int(row["start"]), int(row["end"])) if row["start"] else None
        anchor_id = self.anchor(source_id, int(row["number"]), span, None, path, where)
        self.insert(
            "mention", event_id=self.event(row["event"], path, where), anchor_id=anchor_id,
            relation=row["relation"], recorder=IMPORTER, recorded=self.recorded,
        )  # fmt: skip

    def _reviews(self, files: SourceFiles, source_id: int) -> None:
        path = files.folder / "reviews.csv"
        settled: dict[int, tuple[str, str | None]] = {}
        if files.data.get("read_for_all_events", False):
            spoken = {self.events[m["event"]] for m in files.mentions}
            for event_id in self.events.values():
                settled[event_id] = ("mentioned" if event_id in spoken else "silent", None)
        for line, row in enumerate(files.reviews, start=2):
            with located(path, said("line {line}", line=line)):
                event_id = self.event(row["event"], path, f"line {line}")
                settled[event_id] = (row["state"], row["silence"] or None)
        for event_id, (state, silence) in settled.items():
            with located(path, next(k for k, i in self.events.items() if i == event_id)):
                self.insert(
                    "review", event_id=event_id, source_id=source_id, state=state, silence=silence
                )

    def _row_time(self, path: Path, where: str, row: dict[str, str]) -> Time:
        status = ZoneStatus(row.get("zone_status") or ZoneStatus.UNKNOWN)
        return self._time(path, where, row.get("edtf", ""), row.get("zone", ""),
                          printed=row.get("printed", ""), status=status,
                          note=row.get("note", ""))  # fmt: skip

    def _time(
        self, path: Path, where: str, edtf: str, zone: str, *, printed: str, status: ZoneStatus,
        note: str = "",
    ) -> Time:  # fmt: skip
        try:
            return understood(edtf, zone, printed=printed, status=status, note=note)
        except CorpusError as error:
            raise CaseError(file=path, where=where, reason=why(error)) from error

    def insert(self, table: str, **values: object) -> int:
        """Insert one row and return its id."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        cursor = self.corpus.connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values())
        )
        return int(cursor.lastrowid or 0)


def _passages(files: SourceFiles, reports: dict[str, int]) -> Iterator[PassageRow]:
    path = files.folder / "passages.csv"
    for line, row in enumerate(files.passages, start=2):
        with located(path, said("line {line}", line=line)):
            if row["report"] and row["report"] not in reports:
                raise ValueError(said("there is no report {report}", report=row["report"]))
            passage = PassageRow(
                int(row["number"]), int(row["start"]), int(row["end"]), PassageKind(row["kind"]),
                reports.get(row["report"]),
            )  # fmt: skip
        yield passage
