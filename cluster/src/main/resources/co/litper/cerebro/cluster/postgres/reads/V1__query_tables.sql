-- The query tables of server.read, column for column as ReadShape makes them for SQLite. Texts are compared byte by byte
-- (COLLATE "C"), as SQLite does, so that orders and ranges of numbers are the same on both. Moments are epoch milliseconds;
-- days are Bogota's, counted from 1970-01-01. All of it is derived from the log: a migration that changes what stands in a
-- table may truncate all tables, meta included, and let them be made anew.
CREATE TABLE meta (
  name text COLLATE "C" PRIMARY KEY,
  value bigint NOT NULL
);
CREATE TABLE word (
  id bigint PRIMARY KEY,
  text text COLLATE "C" NOT NULL UNIQUE
);
CREATE TABLE parcel (
  id bigint PRIMARY KEY,
  key bigint NOT NULL,
  merchant bigint NOT NULL,
  guide text COLLATE "C" NOT NULL,
  ord text COLLATE "C" NOT NULL,
  customer bytea,
  city bigint NOT NULL,
  carrier bigint NOT NULL,
  state bigint NOT NULL,
  issue bigint,
  open bigint NOT NULL,
  issue_at bigint,
  due bigint,
  value bigint NOT NULL,
  risk bigint NOT NULL,
  flags bigint NOT NULL,
  promised bigint,
  created bigint,
  moved bigint,
  ended bigint,
  ended_day bigint,
  issues bigint NOT NULL,
  attempts bigint NOT NULL,
  last_decision bigint NOT NULL,
  waiting bigint NOT NULL
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX parcel_key ON parcel (key);
CREATE INDEX parcel_merchant ON parcel (merchant, id);
CREATE INDEX parcel_guide ON parcel (merchant, guide, id) WHERE guide <> '';
CREATE INDEX parcel_ord ON parcel (merchant, ord, id) WHERE ord <> '';
CREATE INDEX parcel_customer ON parcel (customer, id) WHERE customer IS NOT NULL;
CREATE INDEX parcel_city ON parcel (merchant, city, id);
CREATE INDEX parcel_carrier ON parcel (merchant, carrier, id);
CREATE INDEX parcel_state ON parcel (merchant, state, id);
CREATE INDEX parcel_open ON parcel (merchant, due, risk, guide, ord) WHERE open = 1;
CREATE INDEX parcel_office ON parcel (merchant, state, due);
CREATE INDEX parcel_ended ON parcel (merchant, ended_day, id) WHERE ended_day IS NOT NULL;
CREATE TABLE home (
  id bigint PRIMARY KEY,
  bytes bytea NOT NULL
) WITH (fillfactor = 80);
CREATE TABLE waiting (
  effect bigint PRIMARY KEY,
  parcel bigint NOT NULL,
  merchant bigint NOT NULL,
  hung bigint NOT NULL,
  deadline bigint NOT NULL,
  action bigint NOT NULL
);
CREATE INDEX waiting_parcel ON waiting (parcel);
CREATE INDEX waiting_deadline ON waiting (merchant, hung, deadline, effect, action);
-- The three that grow with every event: cut by log position (moment) or decision id, which is the position times 1,024.
CREATE TABLE moment (
  parcel bigint NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (parcel, position)
) PARTITION BY RANGE (position);
CREATE TABLE decision (
  id bigint PRIMARY KEY,
  merchant bigint NOT NULL,
  parcel bigint NOT NULL,
  at bigint NOT NULL,
  carrier bigint NOT NULL,
  actions bigint NOT NULL,
  agents bigint NOT NULL,
  flags bigint NOT NULL,
  autonomy bigint NOT NULL,
  value bigint NOT NULL,
  delay double precision NOT NULL,
  answer bigint,
  propensity double precision,
  settled bigint,
  outcome bigint,
  cop bigint
) PARTITION BY RANGE (id);
CREATE INDEX decision_merchant ON decision (merchant, id);
CREATE INDEX decision_carrier ON decision (merchant, carrier, id);
CREATE TABLE chosen (
  merchant bigint NOT NULL,
  action bigint NOT NULL,
  id bigint NOT NULL,
  PRIMARY KEY (merchant, action, id)
) PARTITION BY RANGE (id);
CREATE TABLE span (
  day bigint PRIMARY KEY,
  first bigint NOT NULL,
  last bigint NOT NULL
);
CREATE TABLE lane (
  merchant bigint NOT NULL,
  carrier bigint NOT NULL,
  city bigint NOT NULL,
  "parcels" double precision NOT NULL DEFAULT 0,
  "open_issues" double precision NOT NULL DEFAULT 0,
  "delivered" double precision NOT NULL DEFAULT 0,
  "promised" double precision NOT NULL DEFAULT 0,
  "late" double precision NOT NULL DEFAULT 0,
  "returned" double precision NOT NULL DEFAULT 0,
  "cancelled" double precision NOT NULL DEFAULT 0,
  "lost" double precision NOT NULL DEFAULT 0,
  "with_issue" double precision NOT NULL DEFAULT 0,
  "ended_with_issue" double precision NOT NULL DEFAULT 0,
  "rescued" double precision NOT NULL DEFAULT 0,
  "timed" double precision NOT NULL DEFAULT 0,
  "days" double precision NOT NULL DEFAULT 0,
  "days_squared" double precision NOT NULL DEFAULT 0,
  "lost_cop" double precision NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant, carrier, city)
);
CREATE TABLE stand (
  merchant bigint NOT NULL,
  carrier bigint NOT NULL,
  state bigint NOT NULL,
  "parcels" double precision NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant, carrier, state)
);
CREATE TABLE day (
  merchant bigint NOT NULL,
  day bigint NOT NULL,
  carrier bigint NOT NULL,
  "begun" double precision NOT NULL DEFAULT 0,
  "issues" double precision NOT NULL DEFAULT 0,
  "delivered" double precision NOT NULL DEFAULT 0,
  "promised" double precision NOT NULL DEFAULT 0,
  "late" double precision NOT NULL DEFAULT 0,
  "returned" double precision NOT NULL DEFAULT 0,
  "cancelled" double precision NOT NULL DEFAULT 0,
  "ended_with_issue" double precision NOT NULL DEFAULT 0,
  "rescued" double precision NOT NULL DEFAULT 0,
  "timed" double precision NOT NULL DEFAULT 0,
  "days" double precision NOT NULL DEFAULT 0,
  "delivered_cop" double precision NOT NULL DEFAULT 0,
  "lost_cop" double precision NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant, day, carrier)
);
CREATE TABLE brain (
  merchant bigint NOT NULL,
  day bigint NOT NULL,
  "decisions" double precision NOT NULL DEFAULT 0,
  "observed" double precision NOT NULL DEFAULT 0,
  "acted" double precision NOT NULL DEFAULT 0,
  "asked" double precision NOT NULL DEFAULT 0,
  "explored" double precision NOT NULL DEFAULT 0,
  "settled" double precision NOT NULL DEFAULT 0,
  "points" double precision NOT NULL DEFAULT 0,
  "cop" double precision NOT NULL DEFAULT 0,
  "delivered" double precision NOT NULL DEFAULT 0,
  "foreseen" double precision NOT NULL DEFAULT 0,
  "late" double precision NOT NULL DEFAULT 0,
  "foreseen_right" double precision NOT NULL DEFAULT 0,
  "answered" double precision NOT NULL DEFAULT 0,
  "answered_settled" double precision NOT NULL DEFAULT 0,
  "answered_rescued" double precision NOT NULL DEFAULT 0,
  "worth" double precision NOT NULL DEFAULT 0,
  "worth_squared" double precision NOT NULL DEFAULT 0,
  "left" double precision NOT NULL DEFAULT 0,
  "left_w" double precision NOT NULL DEFAULT 0,
  "left_wr" double precision NOT NULL DEFAULT 0,
  "left_ww" double precision NOT NULL DEFAULT 0,
  "left_wwr" double precision NOT NULL DEFAULT 0,
  "left_wwrr" double precision NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant, day)
);
