-- Views that document the file for a person who opens it in any SQLite tool.

CREATE VIEW v_sources AS
SELECT letter, key, label, title, creators, publisher, language, place, position,
       published_printed AS published_as_printed, published_edtf AS published,
       published_zone AS zone, published_zone_status AS zone_is,
       datetime(published_earliest, 'unixepoch') AS published_earliest_utc,
       datetime(published_latest, 'unixepoch') AS published_latest_utc
FROM source ORDER BY ordinal;

CREATE VIEW v_editions AS
SELECT s.key AS source, e.kind || CASE WHEN e.ordinal > 1 THEN '-' || e.ordinal ELSE '' END AS edition,
       e.state, e.sha256, e.characters, e.media_type, datetime(e.recorded, 'unixepoch') AS recorded_utc
FROM edition e JOIN source s ON s.id = e.source_id ORDER BY s.ordinal, e.id;

CREATE VIEW v_reports AS
SELECT s.key AS source, r.number, r.heading, r.author, r.reported_printed AS reported_as_printed,
       r.reported_edtf AS reported, r.reported_zone AS zone, r.reported_zone_status AS zone_is,
       datetime(r.reported_earliest, 'unixepoch') AS reported_earliest_utc,
       datetime(r.reported_latest, 'unixepoch') AS reported_latest_utc
FROM report r JOIN source s ON s.id = r.source_id ORDER BY s.ordinal, r.number;

CREATE VIEW v_passages AS
SELECT s.key AS source, e.kind AS edition, s.letter || '.' || p.number AS address, p.kind,
       p.start, p.end, r.number AS report, substr(t.text, p.start - t.start + 1, p.end - p.start) AS text
FROM passage p
JOIN edition e ON e.id = p.edition_id
JOIN source s ON s.id = e.source_id
JOIN edition_text t ON t.edition_id = e.id AND t.start =
    (SELECT max(start) FROM edition_text WHERE edition_id = e.id AND start <= p.start)
LEFT JOIN report r ON r.id = p.report_id
ORDER BY s.ordinal, e.id, p.number;

CREATE VIEW v_events AS
SELECT e.key, e.title, e.happened_edtf AS happened, e.happened_zone AS zone,
       e.happened_zone_status AS zone_is,
       datetime(e.happened_earliest, 'unixepoch') AS earliest_utc,
       datetime(e.happened_latest, 'unixepoch') AS latest_utc,
       e.place, p.key AS parent, e.summary
FROM event e LEFT JOIN event p ON p.id = e.parent_id
ORDER BY e.happened_earliest IS NULL, e.happened_earliest, e.ordinal;

CREATE VIEW v_mentions AS
SELECT v.key AS event, s.key AS source, e.kind AS edition, s.letter || '.' || p.number AS address,
       pl.start, pl.end, m.relation,
       substr(t.text, pl.start - t.start + 1, pl.end - pl.start) AS words
FROM mention m
JOIN event v ON v.id = m.event_id
JOIN placement pl ON pl.anchor_id = m.anchor_id
JOIN edition e ON e.id = pl.edition_id
JOIN source s ON s.id = e.source_id
JOIN passage p ON p.id = pl.passage_id
JOIN edition_text t ON t.edition_id = e.id AND t.start =
    (SELECT max(start) FROM edition_text WHERE edition_id = e.id AND start <= p.start)
ORDER BY v.happened_earliest, s.ordinal, pl.start;

CREATE VIEW v_claims AS
SELECT c.key AS claim, v.key AS event, s.key AS source, a.key AS aspect, c.min, c.max, c.value,
       c.vague, c.unit, c.scope, c.hedge, c.polarity, c.as_of_edtf AS as_of, c.status
FROM claim c
JOIN event v ON v.id = c.event_id
JOIN aspect a ON a.id = c.aspect_id
JOIN anchor n ON n.id = c.anchor_id
JOIN source s ON s.id = n.source_id
ORDER BY v.happened_earliest, a.ordinal, s.ordinal;

CREATE VIEW v_names AS
SELECT n.key, n.kind, group_concat(g.text, ' · ') AS spellings
FROM name n JOIN spelling g ON g.name_id = n.id GROUP BY n.id ORDER BY n.key;

CREATE VIEW v_aspects AS
SELECT a.key, a.title, a.type, a.unit,
       (SELECT group_concat(scope, ' · ') FROM aspect_scope s WHERE s.aspect_id = a.id) AS scopes,
       (SELECT group_concat(choice, ' · ') FROM aspect_choice c WHERE c.aspect_id = a.id) AS choices
FROM aspect a ORDER BY a.ordinal, a.id;

CREATE VIEW v_voices AS
SELECT v.key, v.name, v.kind, v.first_hand, s.key AS source
FROM voice v LEFT JOIN source s ON s.id = v.source_id ORDER BY v.id;

-- What is not here is as the program proposes it; the proposals are worked out, never stored.
CREATE VIEW v_judgements AS
SELECT a.key AS claim, b.key AS other_claim, j.relation, j.reason, j.recorder
FROM judgement j JOIN claim a ON a.id = j.a_claim_id JOIN claim b ON b.id = j.b_claim_id
ORDER BY a.key, b.key;

CREATE VIEW v_origins AS
SELECT a.key AS claim, b.key AS other_claim, o.basis, o.state
FROM origin o JOIN claim a ON a.id = o.a_claim_id JOIN claim b ON b.id = o.b_claim_id
ORDER BY a.key, b.key;

CREATE VIEW v_reviews AS
SELECT v.key AS event, s.key AS source, r.state, r.silence, r.reason
FROM review r JOIN event v ON v.id = r.event_id JOIN source s ON s.id = r.source_id
ORDER BY v.happened_earliest, v.ordinal, s.ordinal;
