"""`triptych-cli share`: a copy of a corpus with persons under other names."""

from __future__ import annotations

import argparse
import datetime
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import InvalidEditError
from desktop.cli import DONE, complain, emit

if TYPE_CHECKING:
    from db.sharing.keys import KeyRow
    from db.sharing.previewing import Preview
    from db.sharing.request import ShareRequest

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = argparse.Action


def add_share(commands: Commands) -> None:
    """Describe the command and its arguments."""
    parser = commands.add_parser("share", help="write a copy with persons under other names")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("file", metavar="FILE", type=Path, help="must not exist")
    parser.add_argument("--person", metavar="NAMEKEY", action="append", default=[],
                        help="default: every name of a person")  # fmt: skip
    parser.add_argument("--as", metavar="NAMEKEY=WORDS", action="append", default=[], dest="own",
                        help="the pseudonym for a person, not a number")  # fmt: skip
    parser.add_argument("--also", metavar="NAMEKEY=WORDS", action="append", default=[],
                        help="a spelling the corpus does not list")  # fmt: skip
    parser.add_argument("--only-listed", action="store_true",
                        help="replace no form that is not listed")  # fmt: skip
    parser.add_argument("--key", metavar="KEYFILE", type=Path,
                        help="who is who: read where it exists, and written")  # fmt: skip
    parser.add_argument("--date", metavar="DAY", default="", help="the copy's day, not today")
    parser.add_argument("--dry-run", action="store_true", help="list what would be replaced")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from db.sharing.building import share
    from db.sharing.keys import KeyRow, read_key, write_key
    from db.sharing.previewing import preview

    if options.key and options.key.resolve() in {options.corpus.resolve(), options.file.resolve()}:
        raise InvalidEditError(reason="The key must be another file than the corpus and its copy.")
    kept = read_key(options.key) if options.key and options.key.exists() else []
    request = _request(options, kept)
    found = preview(options.corpus, request)
    if options.dry_run:
        _tell_forms(found, as_json=options.json)
        return DONE
    pseudonyms = {person.key: person.pseudonym for person in found.persons}
    made = share(options.corpus, options.file, replace(request, pseudonyms=pseudonyms))
    if options.key:
        rows = [KeyRow(p.key, p.spellings, p.pseudonym) for p in made.persons]
        write_key(options.key, rows, kept)
    for key in found.awaited:
        complain(f"{key} is not held: whoever has that text can add it to the copy again.")
    left = [f for f in found.forms if not f.is_likely or options.only_listed]
    for form in left:
        places = ", ".join(form.places)
        complain(f"“{form.written}” ({form.count}, {places}) was left: it may be a name chosen.")
    complain(f"{options.file.name} is written. Persons under pseudonyms: {len(made.persons)}.")
    return DONE


def _request(options: argparse.Namespace, kept: list[KeyRow]) -> ShareRequest:
    from db.corpus import Corpus
    from db.sharing.keys import pseudonym_in
    from db.sharing.request import ShareRequest

    own: dict[str, str] = {}
    with Corpus.open(options.corpus, read_only=True) as corpus:
        for name in corpus.names.all():
            if not options.person or name.key in options.person:
                known = pseudonym_in(kept, name.key, [s.text for s in name.spellings])
                own |= {name.key: known} if known else {}
    own |= {key: words[-1] for key, words in _pairs(options.own, "--as").items()}
    return ShareRequest(
        persons=tuple(options.person),
        pseudonyms=own,
        also={key: tuple(words) for key, words in _pairs(options.also, "--also").items()},
        forms=frozenset() if options.only_listed else None,
        day=_day(options.date),
    )


def _pairs(given: list[str], option: str) -> dict[str, list[str]]:
    pairs: dict[str, list[str]] = {}
    for pair in given:
        key, sign, words = pair.partition("=")
        if not sign or not key or not words.strip():
            raise InvalidEditError(reason=f"{option} takes NAMEKEY=WORDS, not “{pair}”.")
        pairs.setdefault(key, []).append(words)
    return pairs


def _day(text: str) -> int:
    """The first second of a day in UTC; raises InvalidEditError for what is no day."""
    today = datetime.datetime.now(datetime.UTC).date()
    try:
        day = datetime.date.fromisoformat(text[:10]) if text else today
    except ValueError as error:
        raise InvalidEditError(reason=f"{text} is no day such as 2011-12-17.") from error
    return int(datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC).timestamp())


def _tell_forms(found: Preview, *, as_json: bool) -> None:
    for person, count in zip(found.persons, found.counts, strict=True):
        row = {"person": person.key, "form": person.title, "pseudonym": person.pseudonym}
        emit({**row, "kind": "listed", "replaced": True, "count": count}, as_json=as_json)
    pseudonyms = {person.key: person.pseudonym for person in found.persons}
    for form in found.forms:
        row = {"person": " / ".join(form.persons), "form": form.written}
        more = {
            "pseudonym": " or ".join(pseudonyms[person] for person in form.persons),
            "kind": form.form.kind.name.lower(),
            "replaced": form.is_likely,
            "count": form.count,
            "places": form.places,
            "context": form.context,
        }
        emit({**row, **more}, as_json=as_json)
