-- Ground: what was captured and what people decided. Everything else can be built again from these.

CREATE TABLE meta (
  key   TEXT COLLATE "C" PRIMARY KEY,
  value TEXT COLLATE "C" NOT NULL
);

-- The bytes as they came, content-addressed, compressed, never edited.
CREATE TABLE capture (
  content_hash TEXT COLLATE "C" PRIMARY KEY,          -- sha256:… of the bytes before compression
  size         INTEGER NOT NULL,          -- bytes before compression
  compression  TEXT COLLATE "C" NOT NULL,             -- deflate (RFC 1951)
  bytes        BYTEA NOT NULL
);

-- One document of a source, as it was at one capture.
CREATE TABLE report (
  id           TEXT COLLATE "C" PRIMARY KEY,          -- r-… from address (or file name) and content hash
  source       TEXT COLLATE "C" NOT NULL,             -- as given
  url          TEXT COLLATE "C",
  input_kind   TEXT COLLATE "C",                      -- page, text, body; NULL = found out from the bytes
  given_title  TEXT COLLATE "C",
  given_published TEXT COLLATE "C",
  content_hash TEXT COLLATE "C" NOT NULL,
  captured_at  TEXT COLLATE "C" NOT NULL              -- instant, UTC
);
CREATE INDEX report_content ON report (content_hash);
CREATE INDEX report_source ON report (source);

-- A person's word. Never edited; a later one about the same thing wins.
CREATE TABLE decision (
  id         TEXT COLLATE "C" PRIMARY KEY,
  decided_at TEXT COLLATE "C" NOT NULL,
  decided_by TEXT COLLATE "C" NOT NULL,
  action     TEXT COLLATE "C" NOT NULL,               -- JSON
  seq        INTEGER GENERATED ALWAYS AS IDENTITY -- order of insertion
);

-- A report taken back. Its bytes are gone, the fact is kept.
CREATE TABLE withdrawal (
  report_id TEXT COLLATE "C" PRIMARY KEY,
  source    TEXT COLLATE "C" NOT NULL,
  reason    TEXT COLLATE "C",
  at        TEXT COLLATE "C" NOT NULL
);

-- Derived: may be deleted at any time, `aktenlage rebuild` makes it again.
CREATE TABLE reading (
  id         INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report_id  TEXT COLLATE "C" NOT NULL UNIQUE,
  engine     TEXT COLLATE "C" NOT NULL,               -- what read it: versions of stages, codebook, data
  generation INTEGER NOT NULL,            -- state of the ground at which it was written
  address    TEXT COLLATE "C" NOT NULL,               -- URL, canonical URL or source: its reports are versions of one another
  title      TEXT COLLATE "C",                        -- these four stand in the reading too; here for lists
  published  TEXT COLLATE "C",                        -- EDTF
  publisher  TEXT COLLATE "C",
  agencies   TEXT COLLATE "C" NOT NULL,               -- JSON array
  json       BYTEA NOT NULL,               -- the reading, deflate
  facts      BYTEA,                        -- what linking needs to know of it, deflate JSON
  terms      BYTEA NOT NULL                -- term -> starts in article.text, deflate JSON
);
CREATE INDEX reading_engine ON reading (engine, report_id);
CREATE INDEX reading_address ON reading (address);
CREATE INDEX reading_published ON reading (COALESCE(published, ''), report_id);
CREATE INDEX reading_generation ON reading (generation);

-- Which readings have a term: lower-case lemma, form or part of a compound. Our own analysis made them, so that German
-- is searched alike on every database; PostgreSQL's dictionaries have no part in it. Where in a text a term stands is
-- in reading.terms.
CREATE TABLE term_index (
  reading INTEGER PRIMARY KEY REFERENCES reading (id) ON DELETE CASCADE,
  terms   TEXT[] NOT NULL
);
CREATE INDEX term_index_terms ON term_index USING gin (terms);

-- Results that cost time, each with the generation of the ground it was made from.
CREATE TABLE derived (
  key        TEXT COLLATE "C" PRIMARY KEY,
  generation INTEGER NOT NULL,
  value      BYTEA NOT NULL,
  seq        INTEGER GENERATED ALWAYS AS IDENTITY -- order of insertion
);

-- Who may write through the API. Only the hash is kept.
CREATE TABLE token (
  hash       TEXT COLLATE "C" PRIMARY KEY,
  name       TEXT COLLATE "C" NOT NULL,
  created_at TEXT COLLATE "C" NOT NULL,
  revoked_at TEXT COLLATE "C"
);
CREATE UNIQUE INDEX token_name ON token (name) WHERE revoked_at IS NULL;

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $$;

CREATE FUNCTION capture_goes_only_with_its_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM report r WHERE r.content_hash = OLD.content_hash
    AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.report_id = r.id)
  ) THEN
    RAISE EXCEPTION 'a capture is deleted only when every report of it is withdrawn';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER capture_is_never_edited BEFORE UPDATE ON capture
FOR EACH ROW EXECUTE FUNCTION refuse('a capture is never edited');
CREATE TRIGGER capture_goes_only_with_its_report BEFORE DELETE ON capture
FOR EACH ROW EXECUTE FUNCTION capture_goes_only_with_its_report();
CREATE TRIGGER report_is_never_edited BEFORE UPDATE ON report
FOR EACH ROW EXECUTE FUNCTION refuse('a report is never edited');
CREATE TRIGGER report_is_never_deleted BEFORE DELETE ON report
FOR EACH ROW EXECUTE FUNCTION refuse('a report is never deleted: withdraw it');
CREATE TRIGGER decision_is_never_edited BEFORE UPDATE ON decision
FOR EACH ROW EXECUTE FUNCTION refuse('a decision is never edited: decide again');
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
FOR EACH ROW EXECUTE FUNCTION refuse('a decision is never deleted: undo it');
