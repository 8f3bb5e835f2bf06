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

-- One document of a source, as it was at one capture. Another text at the same address is another row with the
-- same address: a version.
CREATE TABLE report (
  id           TEXT PRIMARY KEY,          -- r-… from address and content hash
  address      TEXT NOT NULL,             -- URL, canonical URL or the source's name: what makes versions
  source       TEXT NOT NULL,             -- as given
  url          TEXT,
  input_kind   TEXT,                      -- page, text, body; NULL = found out from the bytes
  given_title  TEXT,
  given_published TEXT,
  content_hash TEXT NOT NULL,
  captured_at  TEXT NOT NULL              -- instant, UTC
);
CREATE INDEX report_address ON report (address, captured_at);
CREATE INDEX report_content ON report (content_hash);

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
  report_id TEXT PRIMARY KEY,
  engine    TEXT NOT NULL,                -- what read it: version of the code, hash of the codebook
  json      BLOB NOT NULL,                -- the reading, deflate
  facts     BLOB                          -- what linking needs to know of it, deflate JSON
);

CREATE TABLE term (
  term      TEXT NOT NULL,                -- lower-case lemma, form or part of a compound
  report_id TEXT NOT NULL,
  places    TEXT NOT NULL,                -- starts in article.text, comma-separated
  PRIMARY KEY (term, report_id)
) WITHOUT ROWID;
CREATE INDEX term_report ON term (report_id);

-- Results that cost time, each with the generation of the ground it was made from.
CREATE TABLE derived (
  key        TEXT PRIMARY KEY,
  generation INTEGER NOT NULL,
  value      BLOB NOT NULL
);

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
