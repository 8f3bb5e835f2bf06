-- A token that only reads may be given to feed readers and dashboards. Those made before this could write.
ALTER TABLE token ADD COLUMN access TEXT COLLATE "C" NOT NULL DEFAULT 'write' CHECK (access IN ('read', 'write'));
