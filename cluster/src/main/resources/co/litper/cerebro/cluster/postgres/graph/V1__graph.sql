-- A graph on two clocks: when something held (valid) and when that became known (recorded), in epoch milliseconds; an end that is
-- not known is the largest bigint. Types and relations are the ordinals that the code gives them.
CREATE TABLE meta (
  name text COLLATE "C" PRIMARY KEY,
  value bigint NOT NULL
);
CREATE TABLE node (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  merchant text COLLATE "C" NOT NULL,
  type smallint NOT NULL,
  name text COLLATE "C" NOT NULL,
  UNIQUE (merchant, type, name)
);
-- Ids ascend in the order in which edges became known.
CREATE TABLE edge (
  id bigint PRIMARY KEY,
  source bigint NOT NULL,
  relation smallint NOT NULL,
  target bigint NOT NULL,
  valid_from bigint NOT NULL,
  valid_to bigint NOT NULL,
  recorded_from bigint NOT NULL,
  recorded_to bigint NOT NULL,
  position bigint NOT NULL
);
CREATE INDEX edge_out ON edge (source, relation, id);
CREATE INDEX edge_in ON edge (target, relation, id);
-- What aggregated edges came to: a row for each guide that changed one.
CREATE TABLE figure (
  id bigint PRIMARY KEY,
  source bigint NOT NULL,
  relation smallint NOT NULL,
  target bigint NOT NULL,
  recorded bigint NOT NULL,
  n bigint NOT NULL,
  promised bigint NOT NULL,
  late bigint NOT NULL,
  returned bigint NOT NULL,
  issues bigint NOT NULL,
  timed bigint NOT NULL,
  days double precision NOT NULL,
  days_squared double precision NOT NULL
);
CREATE INDEX figure_edge ON figure (source, relation, target, id);
CREATE INDEX figure_relation ON figure (relation, source, target, id);
