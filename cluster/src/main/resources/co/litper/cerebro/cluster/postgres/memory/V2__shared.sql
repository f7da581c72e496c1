-- Several processes share a memory: of which journal it is, and whom those who do not fill it want erased by the one who does.
ALTER TABLE commit_point ADD COLUMN store bigint NOT NULL DEFAULT 0;
CREATE TABLE erasure (
  person text PRIMARY KEY,
  asked timestamptz NOT NULL DEFAULT now(),
  -- How many documents went; null until it is done.
  gone integer
);
