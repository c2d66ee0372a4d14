"""A short name for what a corpus says, the same on every machine and after every copy.

The hash is SHA-256 over one line of JSON for every row below, by key and never by row id, in a
fixed order; its first twelve hexadecimal digits are shown. Equal hashes mean equal sources,
reports, texts (by their own hashes, whether the text is held here or still awaited), passages,
events, mentions, claims, names, links, notes and reviews. Left out is what two copies of the same
content may differ in: row ids, when and by whom a row was recorded, the file's own bytes, saved
sheets. Method: docs of the format are the queries themselves.
"""

from __future__ import annotations

import hashlib
import json
from typing import Final

from db.corpus import Corpus

SHOWN_DIGITS: Final = 12

_TIME: Final = "{0}_printed, {0}_edtf, {0}_zone, {0}_zone_status"
_EDITION: Final = "s.key || '/' || e.kind || '-' || e.ordinal"
# An anchor is named by its places: where its words stand in each edition.
_PLACES: Final = (
    "(SELECT group_concat(place, ' ') FROM (SELECT "
    f"{_EDITION} || ':' || pl.start || '-' || pl.end AS place FROM placement pl "
    "JOIN edition e ON e.id = pl.edition_id JOIN source s ON s.id = e.source_id "
    "WHERE pl.anchor_id = {anchor} ORDER BY place))"
)

QUERIES: Final[dict[str, str]] = {
    "corpus": "SELECT title, zone, language, summary FROM corpus",
    "source": "SELECT key, letter, label, title, creators, publisher, language, place, position, "
    f"rights, citation, summary, {_TIME.format('published')}, published_note, retrieved_edtf "
    "FROM source",
    "report": f"SELECT s.key, r.number, r.heading, r.author, {_TIME.format('r.reported')}, "
    "r.reported_note FROM report r JOIN source s ON s.id = r.source_id",
    "edition": f"SELECT {_EDITION}, e.language, e.text_sha256, e.characters "
    "FROM edition e JOIN source s ON s.id = e.source_id",
    "passage": f"SELECT {_EDITION}, p.number, p.kind, p.start, p.end, r.number FROM passage p "
    "JOIN edition e ON e.id = p.edition_id JOIN source s ON s.id = e.source_id "
    "LEFT JOIN report r ON r.id = p.report_id",
    "event": f"SELECT v.key, v.title, {_TIME.format('v.happened')}, v.place, p.key, v.summary "
    "FROM event v LEFT JOIN event p ON p.id = v.parent_id",
    "event_order": "SELECT a.key, b.key FROM event_order o JOIN event a ON a.id = o.earlier_id "
    "JOIN event b ON b.id = o.later_id",
    "mention": "SELECT v.key, m.relation, m.status, "
    f"{_PLACES.format(anchor='m.anchor_id')} FROM mention m JOIN event v ON v.id = m.event_id",
    "aspect": "SELECT a.key, a.title, a.type, a.unit, a.counts, a.grows, a.excludes, s.scope, "
    "s.within FROM aspect a LEFT JOIN aspect_scope s ON s.aspect_id = a.id",
    "aspect_choice": "SELECT a.key, c.choice, c.wider FROM aspect_choice c "
    "JOIN aspect a ON a.id = c.aspect_id",
    "claim": "SELECT c.key, v.key, a.key, c.min, c.max, c.value, c.vague, c.unit, c.scope, "
    f"c.hedge, c.polarity, c.as_of_edtf, c.note, c.status, {_PLACES.format(anchor='c.anchor_id')} "
    "FROM claim c JOIN event v ON v.id = c.event_id JOIN aspect a ON a.id = c.aspect_id",
    "voice": "SELECT v.key, v.name, v.kind, v.first_hand, s.key FROM voice v "
    "LEFT JOIN source s ON s.id = v.source_id",
    "claim_voice": "SELECT c.key, x.position, v.key FROM claim_voice x "
    "JOIN claim c ON c.id = x.claim_id JOIN voice v ON v.id = x.voice_id",
    "judgement": "SELECT a.key, b.key, j.relation, j.reason FROM judgement j "
    "JOIN claim a ON a.id = j.a_claim_id JOIN claim b ON b.id = j.b_claim_id",
    "judged_as": "SELECT a.key, b.key, c.key, o.min, o.max, o.value, o.vague, o.unit, o.scope, "
    "o.hedge, o.polarity, o.as_of_edtf FROM judged_as o JOIN judgement j ON j.id = o.judgement_id "
    "JOIN claim a ON a.id = j.a_claim_id JOIN claim b ON b.id = j.b_claim_id "
    "JOIN claim c ON c.id = o.claim_id",
    "origin": "SELECT a.key, b.key, o.basis, o.state FROM origin o "
    "JOIN claim a ON a.id = o.a_claim_id JOIN claim b ON b.id = o.b_claim_id",
    "name": "SELECT n.key, n.kind, n.note, s.text, s.script, s.language FROM name n "
    "LEFT JOIN spelling s ON s.name_id = n.id",
    "link": f"SELECT {_PLACES.format(anchor='l.a_anchor_id')}, "
    f"{_PLACES.format(anchor='l.b_anchor_id')}, l.kind, l.note FROM link l",
    "note": "SELECT subject, text FROM note",
    "review": "SELECT v.key, s.key, r.state, r.silence, r.reason FROM review r "
    "JOIN event v ON v.id = r.event_id JOIN source s ON s.id = r.source_id",
}


def content_hash(corpus: Corpus) -> str:
    """SHA-256 of what a corpus says, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for kind, query in QUERIES.items():
        columns = query_width(corpus, query)
        order = ", ".join(str(n) for n in range(1, columns + 1))
        for row in corpus.connection.execute(f"{query} ORDER BY {order}"):
            line = json.dumps([kind, *row], ensure_ascii=False, separators=(",", ":"))
            digest.update(line.encode("utf-8", "replace") + b"\n")
    return digest.hexdigest()


def query_width(corpus: Corpus, query: str) -> int:
    """How many columns a query gives."""
    return len(corpus.connection.execute(f"{query} LIMIT 0").description)


def shown(content: str) -> str:
    """The digits of a hash that a page shows."""
    return content[:SHOWN_DIGITS]
