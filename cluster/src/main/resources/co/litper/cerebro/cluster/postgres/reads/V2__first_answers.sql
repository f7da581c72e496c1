-- Shipments by the first answer to their novedad: what the brain is worth counts each shipment once.
CREATE TABLE first_answer (
  parcel bigint PRIMARY KEY,
  id bigint NOT NULL,
  merchant bigint NOT NULL,
  day bigint NOT NULL,
  alone bigint NOT NULL,
  own bigint NOT NULL,
  propensity double precision NOT NULL,
  settled bigint NOT NULL DEFAULT 0,
  delivered bigint NOT NULL DEFAULT 0,
  cop bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX first_answer_id ON first_answer (id);
ALTER TABLE brain
  ADD COLUMN "judged" double precision NOT NULL DEFAULT 0,
  ADD COLUMN "judged_settled" double precision NOT NULL DEFAULT 0;
