-- People, tombstones (no key, no data) and dead letters. What is secret stands in key (wrapped) and data (sealed).
CREATE TABLE meta (
  name text COLLATE "C" PRIMARY KEY,
  value bigint NOT NULL
);
CREATE TABLE person (
  ref bytea PRIMARY KEY,
  key bytea,
  data bytea,
  CHECK ((key IS NULL) = (data IS NULL))
);
-- Of each word of a name a token under a secret, beside the customers who have it.
CREATE TABLE name_word (
  token bytea NOT NULL,
  ref bytea NOT NULL,
  PRIMARY KEY (token, ref)
);
CREATE TABLE letter (
  number bigint PRIMARY KEY,
  status integer NOT NULL,
  key bytea NOT NULL,
  data bytea NOT NULL
);
CREATE INDEX letter_status ON letter (status, number);
-- What is sealed cannot be made smaller; to try would cost time.
ALTER TABLE person ALTER COLUMN data SET STORAGE EXTERNAL;
ALTER TABLE letter ALTER COLUMN data SET STORAGE EXTERNAL;
INSERT INTO meta(name, value) VALUES ('letter_last', 0), ('letter_total', 0), ('names', 1);
