-- The whole model of a corpus. Append-only: a released step is never edited, the next one follows it.
-- Times: *_printed as printed, *_edtf as understood, *_earliest/_latest UTC seconds (NULL = open).
-- Offsets count Unicode code points in the edition's text; an end is exclusive.

CREATE TABLE corpus (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    title TEXT NOT NULL,
    zone TEXT NOT NULL DEFAULT 'UTC',
    language TEXT NOT NULL DEFAULT 'en',
    summary TEXT NOT NULL DEFAULT '',
    case_key TEXT,
    letters_given INTEGER NOT NULL DEFAULT 0,
    nonce TEXT NOT NULL,
    made INTEGER NOT NULL
);

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    letter TEXT NOT NULL UNIQUE,
    ordinal INTEGER NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    creators TEXT NOT NULL DEFAULT '[]',
    publisher TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    position TEXT NOT NULL DEFAULT '',
    rights TEXT NOT NULL DEFAULT '',
    citation TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    style INTEGER NOT NULL DEFAULT 0,
    published_printed TEXT NOT NULL DEFAULT '',
    published_edtf TEXT NOT NULL DEFAULT '',
    published_zone TEXT NOT NULL DEFAULT '',
    published_zone_status TEXT NOT NULL DEFAULT 'unknown'
        CHECK (published_zone_status IN ('stated', 'assumed', 'unknown')),
    published_note TEXT NOT NULL DEFAULT '',
    published_earliest INTEGER,
    published_latest INTEGER,
    retrieved_edtf TEXT NOT NULL DEFAULT ''
);

CREATE TABLE edition (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('original', 'translation', 'digest')),
    ordinal INTEGER NOT NULL DEFAULT 1,
    language TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('held', 'awaited')),
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    characters INTEGER NOT NULL,
    media_type TEXT NOT NULL DEFAULT 'text/plain',
    encoding TEXT NOT NULL DEFAULT 'utf-8',
    importer TEXT NOT NULL DEFAULT '',
    recorded INTEGER,
    UNIQUE (source_id, kind, ordinal)
);

-- Kept apart from their edition so that listing editions never reads a long text, and in parts, so
-- that one passage of a long text is read without the rest. A part begins at a passage or at 0;
-- `start` counts code points; the parts of an edition in order, joined, are its text.
CREATE TABLE edition_text (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES edition(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (edition_id, start)
);

-- The bytes as received. NULL where they are the text in UTF-8, byte for byte: stored once, not twice.
CREATE TABLE edition_bytes (
    edition_id INTEGER PRIMARY KEY REFERENCES edition(id) ON DELETE CASCADE,
    bytes BLOB
);

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    heading TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    reported_printed TEXT NOT NULL DEFAULT '',
    reported_edtf TEXT NOT NULL DEFAULT '',
    reported_zone TEXT NOT NULL DEFAULT '',
    reported_zone_status TEXT NOT NULL DEFAULT 'unknown'
        CHECK (reported_zone_status IN ('stated', 'assumed', 'unknown')),
    reported_note TEXT NOT NULL DEFAULT '',
    reported_earliest INTEGER,
    reported_latest INTEGER,
    UNIQUE (source_id, number)
);

CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES edition(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    -- The most frequent kind apart: IN builds its list anew for each row, which halves an import.
    kind TEXT NOT NULL
        CHECK (kind = 'paragraph' OR kind IN ('heading', 'quotation', 'list-item', 'furniture')),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL CHECK (end >= start),
    report_id INTEGER REFERENCES report(id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX passage_by_edition ON passage(edition_id, number);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    ordinal INTEGER NOT NULL DEFAULT 0,
    happened_printed TEXT NOT NULL DEFAULT '',
    happened_edtf TEXT NOT NULL DEFAULT '',
    happened_zone TEXT NOT NULL DEFAULT '',
    happened_zone_status TEXT NOT NULL DEFAULT 'assumed'
        CHECK (happened_zone_status IN ('stated', 'assumed', 'unknown')),
    happened_earliest INTEGER,
    happened_latest INTEGER,
    -- 1 where it filled the whole stretch; else the stretch is what is not known about a moment.
    lasting INTEGER NOT NULL DEFAULT 0 CHECK (lasting IN (0, 1)),
    place TEXT NOT NULL DEFAULT '',
    parent_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
    summary TEXT NOT NULL DEFAULT ''
);

CREATE TABLE event_order (
    id INTEGER PRIMARY KEY,
    earlier_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    later_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    UNIQUE (earlier_id, later_id),
    CHECK (earlier_id <> later_id)
);

-- A place in a source's words. Its placements say where that is in each edition.
CREATE TABLE anchor (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE
);
CREATE INDEX anchor_by_source ON anchor(source_id);

CREATE TABLE placement (
    id INTEGER PRIMARY KEY,
    anchor_id INTEGER NOT NULL REFERENCES anchor(id) ON DELETE CASCADE,
    edition_id INTEGER NOT NULL REFERENCES edition(id) ON DELETE CASCADE,
    passage_id INTEGER NOT NULL REFERENCES passage(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    UNIQUE (anchor_id, edition_id)
);
CREATE INDEX placement_by_passage ON placement(passage_id);
CREATE INDEX placement_by_edition ON placement(edition_id, anchor_id);

CREATE TABLE mention (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    anchor_id INTEGER NOT NULL REFERENCES anchor(id) ON DELETE CASCADE,
    relation TEXT NOT NULL DEFAULT 'reports'
        CHECK (relation IN ('reports', 'denies', 'expects', 'context')),
    recorder TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'accepted' CHECK (status IN ('accepted', 'suggested')),
    recorded INTEGER
);
CREATE INDEX mention_by_event ON mention(event_id, anchor_id);
CREATE INDEX mention_by_anchor ON mention(anchor_id);

CREATE TABLE aspect (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    title TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('number', 'time', 'choice', 'text')),
    unit TEXT NOT NULL DEFAULT '',
    ordinal INTEGER NOT NULL DEFAULT 0,
    -- Figures count people or things, so that a part cannot exceed its whole.
    counts INTEGER NOT NULL DEFAULT 0 CHECK (counts IN (0, 1)),
    -- A count that can only rise while the event goes on.
    grows INTEGER NOT NULL DEFAULT 0 CHECK (grows IN (0, 1)),
    -- Of two different choices at most one holds.
    excludes INTEGER NOT NULL DEFAULT 0 CHECK (excludes IN (0, 1))
);

CREATE TABLE aspect_scope (
    id INTEGER PRIMARY KEY,
    aspect_id INTEGER NOT NULL REFERENCES aspect(id) ON DELETE CASCADE,
    scope TEXT NOT NULL,
    within TEXT NOT NULL DEFAULT '',
    UNIQUE (aspect_id, scope)
);

-- The words of a choice, also of a text; `wider` is the more general word for one.
CREATE TABLE aspect_choice (
    id INTEGER PRIMARY KEY,
    aspect_id INTEGER NOT NULL REFERENCES aspect(id) ON DELETE CASCADE,
    choice TEXT NOT NULL CHECK (choice <> ''),
    wider TEXT NOT NULL DEFAULT '' CHECK (wider <> choice),
    UNIQUE (aspect_id, choice)
);

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    anchor_id INTEGER NOT NULL REFERENCES anchor(id) ON DELETE CASCADE,
    aspect_id INTEGER NOT NULL REFERENCES aspect(id) ON DELETE CASCADE,
    min NUMERIC,
    max NUMERIC,
    value TEXT,
    vague TEXT,
    unit TEXT NOT NULL DEFAULT '',
    scope TEXT NOT NULL DEFAULT '',
    hedge TEXT NOT NULL DEFAULT 'stated' CHECK (hedge IN
        ('stated', 'confirmed', 'reported', 'unconfirmed', 'alleged', 'denied', 'expected')),
    polarity TEXT NOT NULL DEFAULT 'affirm' CHECK (polarity IN ('affirm', 'deny')),
    as_of_edtf TEXT NOT NULL DEFAULT '',
    as_of_earliest INTEGER,
    as_of_latest INTEGER,
    note TEXT NOT NULL DEFAULT '',
    recorder TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'accepted' CHECK (status IN ('accepted', 'suggested')),
    recorded INTEGER,
    CHECK (min IS NULL OR max IS NULL OR min <= max)
);
CREATE INDEX claim_by_event ON claim(event_id, aspect_id);
CREATE INDEX claim_by_anchor ON claim(anchor_id);

CREATE TABLE voice (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    first_hand TEXT NOT NULL DEFAULT 'unknown' CHECK (first_hand IN ('yes', 'no', 'unknown')),
    source_id INTEGER REFERENCES source(id) ON DELETE SET NULL
);

CREATE TABLE claim_voice (
    id INTEGER PRIMARY KEY,
    claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    voice_id INTEGER NOT NULL REFERENCES voice(id) ON DELETE CASCADE,
    UNIQUE (claim_id, position),
    UNIQUE (claim_id, voice_id)
);

CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    a_claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    b_claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    relation TEXT NOT NULL CHECK (relation IN ('agree', 'update', 'scope', 'rounding', 'conflict')),
    reason TEXT NOT NULL DEFAULT '',
    recorder TEXT NOT NULL DEFAULT '',
    UNIQUE (a_claim_id, b_claim_id),
    CHECK (a_claim_id < b_claim_id)
);
CREATE INDEX judgement_by_second ON judgement(b_claim_id);

CREATE TABLE origin (
    id INTEGER PRIMARY KEY,
    a_claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    b_claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
    basis TEXT NOT NULL CHECK (basis IN ('voice', 'words', 'reader')),
    state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'confirmed', 'rejected')),
    UNIQUE (a_claim_id, b_claim_id),
    CHECK (a_claim_id < b_claim_id)
);
CREATE INDEX origin_by_second ON origin(b_claim_id);

CREATE TABLE name (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'place', 'body', 'thing')),
    note TEXT NOT NULL DEFAULT ''
);

CREATE TABLE spelling (
    id INTEGER PRIMARY KEY,
    name_id INTEGER NOT NULL REFERENCES name(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    script TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    ordinal INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX spelling_by_folded ON spelling(folded);
CREATE INDEX spelling_by_name ON spelling(name_id);

CREATE TABLE link (
    id INTEGER PRIMARY KEY,
    a_anchor_id INTEGER NOT NULL REFERENCES anchor(id) ON DELETE CASCADE,
    b_anchor_id INTEGER NOT NULL REFERENCES anchor(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('contradicts', 'supports', 'repeats', 'updates', 'explains')),
    note TEXT NOT NULL DEFAULT '',
    recorder TEXT NOT NULL DEFAULT ''
);

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL CHECK (subject IN ('corpus', 'source', 'edition', 'report', 'anchor', 'event',
        'mention', 'claim', 'aspect', 'voice', 'name', 'link')),
    subject_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    made INTEGER NOT NULL,
    changed INTEGER
);
CREATE INDEX note_by_subject ON note(subject, subject_id);

-- A note goes with what it is about.
CREATE TRIGGER note_of_source AFTER DELETE ON source BEGIN
    DELETE FROM note WHERE subject = 'source' AND subject_id = OLD.id;
END;
CREATE TRIGGER note_of_edition AFTER DELETE ON edition BEGIN
    DELETE FROM note WHERE subject = 'edition' AND subject_id = OLD.id;
END;
CREATE TRIGGER note_of_report AFTER DELETE ON report BEGIN
    DELETE FROM note WHERE subject = 'report' AND subject_id = OLD.id;
END;
CREATE TRIGGER note_of_anchor AFTER DELETE ON anchor BEGIN
    DELETE FROM note WHERE subject = 'anchor' AND subject_id = OLD.id;
END;
CREATE TRIGGER note_of_event AFTER DELETE ON event BEGIN
    DELETE FROM note WHERE subject = 'event' AND subject_id = OLD.id;
END;
CREATE TRIGGER note_of_mention AFTER DELETE ON mention BEGIN
    DELETE FROM note WHERE subject = 'mention' AND subject_id = OLD.id;
END;
CREATE TRIGGER note_of_claim AFTER DELETE ON claim BEGIN
    DELETE FROM note WHERE subject = 'claim' AND subject_id = OLD.id;
END;
CREATE TRIGGER note_of_aspect AFTER DELETE ON aspect BEGIN
    DELETE FROM note WHERE subject = 'aspect' AND subject_id = OLD.id;
END;
CREATE TRIGGER note_of_voice AFTER DELETE ON voice BEGIN
    DELETE FROM note WHERE subject = 'voice' AND subject_id = OLD.id;
END;
CREATE TRIGGER note_of_name AFTER DELETE ON name BEGIN
    DELETE FROM note WHERE subject = 'name' AND subject_id = OLD.id;
END;
CREATE TRIGGER note_of_link AFTER DELETE ON link BEGIN
    DELETE FROM note WHERE subject = 'link' AND subject_id = OLD.id;
END;

CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('not-looked', 'mentioned', 'silent')),
    silence TEXT CHECK (silence IN ('not-published', 'out-of-scope', 'no-figure', 'silent')),
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (event_id, source_id)
);

CREATE TABLE sheet (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    layout TEXT NOT NULL,
    made INTEGER NOT NULL,
    changed INTEGER
);

-- The words of each passage, folded, with spaces for all that stands between them; the rowid is the
-- passage's id. Nothing but the index is stored: the texts themselves stand in edition_text. As the
-- words come folded, the simplest tokenizer does; a large hash makes bulk work write fewer segments.
CREATE VIRTUAL TABLE passage_index USING fts5(words, content='', tokenize="ascii");
INSERT INTO passage_index (passage_index, rank) VALUES ('hashsize', 67108864);
