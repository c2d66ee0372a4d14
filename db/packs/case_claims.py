"""Compiling the claims of a case, and their words: aspects, voices, names, links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from db.comparing.ladders import Ladder
from db.corpus.claim_fields import ClaimFields, columns_of, require_no_circle
from db.corpus.things import thing
from db.errors import CaseError, said
from db.packs.case_files import Row, SourceFiles, located
from db.records import Aspect, Voice
from db.text.folding import fold

if TYPE_CHECKING:
    from db.packs.cases import CaseCompiler

Words = tuple[tuple[str, str], ...]
Found = TypeVar("Found")


class ClaimCompiler:
    """Turns claim rows into anchored claims."""

    def __init__(self, case: CaseCompiler) -> None:
        self.case = case
        self.aspects: dict[str, Aspect] = {}
        self.voices: dict[str, Voice] = {}
        self.keys: dict[str, int] = {}
        self.about: dict[int, str] = {}

    def vocabulary(self) -> None:
        """Store aspects, voices and names."""
        files = self.case.files
        for number, row in enumerate(files.aspects, start=1):
            with located(files.folder / "aspects.toml", row["key"]):
                self._aspect(number, row)
        for row in files.voices:
            with located(files.folder / "voices.toml", row["key"]):
                self._voice(row)
        for row in files.names:
            with located(files.folder / "names.toml", row["key"]):
                self._name(row)

    def _voice(self, row: dict[str, Any]) -> None:
        values = {
            "key": row["key"], "name": row["name"], "kind": row.get("kind", ""),
            "first_hand": row.get("first_hand", "unknown"),
            "source_id": self.case.sources.get(row.get("source", "")),
        }  # fmt: skip
        self.voices[row["key"]] = Voice(self.case.insert("voice", **values), **values)

    def _aspect(self, number: int, row: dict[str, Any]) -> None:
        values = {
            "key": row["key"], "title": row["title"], "type": row["type"],
            "unit": row.get("unit", ""), "ordinal": number, "counts": row.get("counts", False),
            "grows": row.get("grows", False), "excludes": row.get("excludes", False),
        }  # fmt: skip
        if not values["title"].strip():
            raise ValueError(said("An aspect needs a title."))
        aspect = Aspect(self.case.insert("aspect", **values), **values)
        scopes, choices = self._words(aspect.id, row)
        self.aspects[aspect.key] = replace(aspect, scopes=scopes, choices=choices)

    def _words(self, aspect_id: int, row: dict[str, Any]) -> list[Words]:
        """Store the scopes and choices of an aspect, each with what it is a part or a form of."""
        path = self.case.files.folder / "aspects.toml"
        found: list[Words] = []
        for table, one, many, above in (
            ("aspect_scope", "scope", "scopes", "within"),
            ("aspect_choice", "choice", "choices", "wider"),
        ):
            wider = dict(row.get(above, {}))
            # A text's words need no list of their own.
            words = list(row.get(many, ()) or dict.fromkeys([*wider, *wider.values()]))
            for word in {*wider, *wider.values()} - set(words):
                reason = said(
                    "{above} names “{word}”, which is not among the {many}",
                    above=above,
                    word=word,
                    many=many,
                )
                raise CaseError(file=path, where=row["key"], reason=reason)
            if circle := Ladder(wider).circle():
                raise CaseError(file=path, where=row["key"], reason=in_a_circle(above, circle))
            for word in words:
                values = {one: word, above: wider.get(word, "")}
                self.case.insert(table, aspect_id=aspect_id, **values)
            found.append(tuple((word, wider.get(word, "")) for word in words))
        return found

    def _name(self, row: dict[str, object]) -> None:
        name_id = self.case.insert(
            "name", key=row["key"], kind=row["kind"], note=row.get("note", "")
        )
        spellings = row.get("spellings", ())
        assert isinstance(spellings, list)
        for number, spelling in enumerate(spellings):
            self.case.insert(
                "spelling", name_id=name_id, text=spelling["text"], folded=fold(spelling["text"]),
                script=spelling.get("script", ""), language=spelling.get("language", ""),
                ordinal=number,
            )  # fmt: skip

    def claims(self, files: SourceFiles, source_id: int) -> None:
        """Store a source's claims with their places in original and digest."""
        path = files.folder / "claims.csv"
        for line, row in enumerate(files.claims, start=2):
            with located(path, said("line {line}", line=line)):
                self._claim(files, source_id, row, path, f"line {line}")

    def _claim(self, files: SourceFiles, source_id: int, row: Row, path: Path, where: str) -> None:
        number = int(row["number"])
        digest = self._digest_span(files, number, row["digest"], path, where)
        span = (int(row["start"]), int(row["end"])) if row["start"] else None
        anchor_id = self.case.anchor(source_id, number, span, digest, path, where)
        aspect = self._known(self.aspects, "aspect", row["aspect"], path, where)
        keys = [key.strip() for key in row["voices"].split(">") if key.strip()]
        chain = [self._known(self.voices, "voice", key, path, where) for key in keys]
        fields = ClaimFields(
            self.case.event(row["event"], path, where), aspect.id, min=_number(row["min"]),
            max=_number(row["max"]), value=row["value"], vague=row["vague"], unit=row["unit"],
            scope=row["scope"], hedge=row["hedge"] or "stated",
            polarity=row["polarity"] or "affirm", as_of=row.get("as_of", ""), note=row["note"],
        )  # fmt: skip
        require_no_circle(chain, source_id)
        claim_id = self.case.insert(
            "claim", key=row["id"], anchor_id=anchor_id, recorder="case",
            recorded=self.case.recorded, **columns_of(fields, aspect, self.case.zone),
        )  # fmt: skip
        self.keys[row["id"]], self.about[claim_id] = claim_id, aspect.key
        for position, voice in enumerate(chain):
            self.case.insert("claim_voice", claim_id=claim_id, position=position, voice_id=voice.id)

    def links(self) -> None:
        """Store the links between passages of different sources."""
        path = self.case.files.folder / "links.csv"
        for line, row in enumerate(self.case.files.links, start=2):
            with located(path, said("line {line}", line=line)):
                ends = [self._link_end(row, side, path, f"line {line}") for side in "ab"]
                self.case.insert(
                    "link", a_anchor_id=ends[0], b_anchor_id=ends[1], kind=row["kind"],
                    note=row["note"], recorder="case",
                )  # fmt: skip

    def judgements(self) -> None:
        """Store what the case itself settles of pairs of claims."""
        path = self.case.files.folder / "judgements.csv"
        for line, row in enumerate(self.case.files.judgements, start=2):
            with located(path, said("line {line}", line=line)):
                pair = sorted(
                    self._known(self.keys, "claim", row[s], path, f"line {line}") for s in "ab"
                )
                if pair[0] == pair[1] or len({self.about[claim_id] for claim_id in pair}) > 1:
                    raise ValueError(said("Only two claims about one aspect can be compared."))
                if not row["reason"]:
                    raise CaseError(
                        file=path,
                        where=said("line {line}", line=line),
                        reason=said("a reason is missing"),
                    )
                self.case.insert(
                    "judgement", a_claim_id=pair[0], b_claim_id=pair[1], relation=row["relation"],
                    reason=row["reason"], recorder="case",
                )  # fmt: skip

    def _link_end(self, row: Row, side: str, path: Path, where: str) -> int:
        source_id = self._known(self.case.sources, "source", row[f"{side}_source"], path, where)
        start, end = row[f"{side}_start"], row[f"{side}_end"]
        span = (int(start), int(end)) if start else None
        return self.case.anchor(source_id, int(row[f"{side}_number"]), span, None, path, where)

    def _digest_span(
        self, files: SourceFiles, number: int, words: str, path: Path, where: str
    ) -> tuple[int, int] | None:
        if not words:
            return None
        words, _, occurrence = words.partition("#")
        text = files.digest.get(number, "")
        at = -1
        for _ in range(int(occurrence or 1)):
            at = text.find(words, at + 1)
        if at < 0 or (not occurrence and text.count(words) > 1):
            reason = said(
                "the digest of {number} has “{words}” {count} times",
                number=number,
                words=words,
                count=text.count(words),
            )
            raise CaseError(file=path, where=where, reason=reason)
        return at, at + len(words)

    def _known(
        self, known: Mapping[str, Found], what: str, key: str, path: Path, where: str
    ) -> Found:
        if key not in known:
            reason = said("there is no {what} {key}", what=thing(what), key=key or "“”")
            raise CaseError(file=path, where=where, reason=reason)
        return known[key]


def in_a_circle(above: str, circle: Sequence[str]) -> str:
    """That words lie within one another so that none is the outermost."""
    return said("{above} goes in a circle: {circle}", above=above, circle=" → ".join(circle))


def _number(text: str) -> int | float | None:
    if not text.strip():
        return None
    try:
        value = float(text)
    except ValueError as error:
        raise ValueError(said("“{text}” is not a number", text=text)) from error
    return int(value) if value.is_integer() else value
