-- What each table held when the file was last let go of: its rows and a digest of them. The first
-- change after that empties it, so that it is never held against rows that were meant to change.
CREATE TABLE seal (
    name TEXT PRIMARY KEY,
    rows INTEGER NOT NULL,
    sha256 TEXT NOT NULL
) WITHOUT ROWID;
