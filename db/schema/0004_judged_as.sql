-- What a claim said when it was judged, kept from the first change of it after that. The judgement
-- stays in force; a person confirms it or takes it back. `voices` are ids as JSON, outermost first.
CREATE TABLE judged_as (
    id INTEGER PRIMARY KEY,
    judgement_id INTEGER NOT NULL REFERENCES judgement(id) ON DELETE CASCADE,
    claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    event_id INTEGER NOT NULL,
    aspect_id INTEGER NOT NULL,
    min NUMERIC,
    max NUMERIC,
    value TEXT,
    vague TEXT,
    unit TEXT NOT NULL DEFAULT '',
    scope TEXT NOT NULL DEFAULT '',
    hedge TEXT NOT NULL,
    polarity TEXT NOT NULL,
    as_of_edtf TEXT NOT NULL DEFAULT '',
    as_of_earliest INTEGER,
    as_of_latest INTEGER,
    voices TEXT NOT NULL DEFAULT '[]',
    UNIQUE (judgement_id, claim_id)
);
CREATE INDEX judged_as_by_claim ON judged_as(claim_id);

CREATE VIEW v_judged_before_a_change AS
SELECT a.key AS claim, b.key AS other_claim, j.relation, j.reason, c.key AS changed_claim,
       o.min AS judged_min, o.max AS judged_max, o.value AS judged_value, o.scope AS judged_scope
FROM judged_as o
JOIN judgement j ON j.id = o.judgement_id
JOIN claim a ON a.id = j.a_claim_id
JOIN claim b ON b.id = j.b_claim_id
JOIN claim c ON c.id = o.claim_id
ORDER BY a.key, b.key, c.key;
