-- Ground: what was captured and what people decided. Everything else can be built again from these.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The bytes as they came, content-addressed, compressed, never edited.
CREATE TABLE capture (
  content_hash TEXT PRIMARY KEY,          -- sha256:… of the bytes before compression
  size         INTEGER NOT NULL,          -- bytes before compression
  compression  TEXT NOT NULL,             -- deflate (RFC 1951)
  bytes        BLOB NOT NULL
);

-- One document of a source, as it was at one capture.
CREATE TABLE report (
  id           TEXT PRIMARY KEY,          -- r-… from address (or file name) and content hash
  source       TEXT NOT NULL,             -- as given
  url          TEXT,
  input_kind   TEXT,                      -- page, text, body; NULL = found out from the bytes
  given_title  TEXT,
  given_published TEXT,
  content_hash TEXT NOT NULL,
  captured_at  TEXT NOT NULL              -- instant, UTC
);
CREATE INDEX report_content ON report (content_hash);
CREATE INDEX report_source ON report (source);

-- A person's word. Never edited; a later one about the same thing wins.
CREATE TABLE decision (
  id         TEXT PRIMARY KEY,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  action     TEXT NOT NULL                -- JSON
);

-- A report taken back. Its bytes are gone, the fact is kept.
CREATE TABLE withdrawal (
  report_id TEXT PRIMARY KEY,
  source    TEXT NOT NULL,
  reason    TEXT,
  at        TEXT NOT NULL
);

-- Derived: may be deleted at any time, `aktenlage rebuild` makes it again.
CREATE TABLE reading (
  id         INTEGER PRIMARY KEY,         -- row of term_index
  report_id  TEXT NOT NULL UNIQUE,
  engine     TEXT NOT NULL,               -- what read it: versions of stages, codebook, data
  generation INTEGER NOT NULL,            -- state of the ground at which it was written
  address    TEXT NOT NULL,               -- URL, canonical URL or source: its reports are versions of one another
  title      TEXT,                        -- these four stand in the reading too; here for lists
  published  TEXT,                        -- EDTF
  publisher  TEXT,
  agencies   TEXT NOT NULL,               -- JSON array
  json       BLOB NOT NULL,               -- the reading, deflate
  facts      BLOB,                        -- what linking needs to know of it, deflate JSON
  terms      BLOB NOT NULL                -- term -> starts in article.text, deflate JSON
);
CREATE INDEX reading_engine ON reading (engine, report_id);
CREATE INDEX reading_address ON reading (address);
CREATE INDEX reading_published ON reading (COALESCE(published, ''), report_id);
CREATE INDEX reading_generation ON reading (generation);

-- Which readings have a term: lower-case lemma, form or part of a compound, each one token. FTS5 rather than a
-- table (term, report): new terms are merged in sorted runs instead of touching a page each, and detail=none keeps
-- it small. Where in a text a term stands is in reading.terms.
CREATE VIRTUAL TABLE term_index USING fts5 (
  terms, content = '', contentless_delete = 1, detail = none,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S*'"
);

-- Results that cost time, each with the generation of the ground it was made from.
CREATE TABLE derived (
  key        TEXT PRIMARY KEY,
  generation INTEGER NOT NULL,
  value      BLOB NOT NULL
);

-- Who may write through the API. Only the hash is kept.
CREATE TABLE token (
  hash       TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
);
CREATE UNIQUE INDEX token_name ON token (name) WHERE revoked_at IS NULL;

CREATE TRIGGER capture_is_never_edited BEFORE UPDATE ON capture
BEGIN SELECT RAISE(ABORT, 'a capture is never edited'); END;

CREATE TRIGGER capture_goes_only_with_its_report BEFORE DELETE ON capture
WHEN EXISTS (
  SELECT 1 FROM report r WHERE r.content_hash = OLD.content_hash
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.report_id = r.id)
)
BEGIN SELECT RAISE(ABORT, 'a capture is deleted only when every report of it is withdrawn'); END;

CREATE TRIGGER report_is_never_edited BEFORE UPDATE ON report
BEGIN SELECT RAISE(ABORT, 'a report is never edited'); END;
CREATE TRIGGER report_is_never_deleted BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'a report is never deleted: withdraw it'); END;
CREATE TRIGGER decision_is_never_edited BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never edited: decide again'); END;
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never deleted: undo it'); END;
