-- Long-term memory: documents with their words and vectors. The extension lies in public, since a database has it once. The
-- number of dimensions is the embedder's; vectors of another embedder never meet these: the schema is dropped and made anew.
CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;
CREATE TABLE commit_point (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  embedder text NOT NULL,
  position bigint NOT NULL,
  state bytea NOT NULL
);
CREATE TABLE document (
  id bigint PRIMARY KEY,
  merchant text NOT NULL,
  person text NOT NULL,
  kind text NOT NULL,
  at bigint NOT NULL,
  text text NOT NULL,
  payload bytea NOT NULL,
  -- Stems and groups of synonyms, each as often as it occurs.
  terms text[] NOT NULL,
  -- Null for a text without a direction.
  embedding public.vector(${dimension})
);
CREATE INDEX document_terms ON document USING gin (terms);
CREATE INDEX document_embedding ON document USING hnsw (embedding public.vector_cosine_ops) WITH (m = 16, ef_construction = 128);
CREATE INDEX document_person ON document (person) WHERE person <> '';
CREATE INDEX document_kind ON document (kind, at);
-- How many documents have a term, and how long all are together, as BM25 wants it.
CREATE TABLE term (
  term text COLLATE "C" PRIMARY KEY,
  documents bigint NOT NULL
);
CREATE TABLE total (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  documents bigint NOT NULL,
  length bigint NOT NULL
);
INSERT INTO total(documents, length) VALUES (0, 0);
-- Triggers count by statement, so that no way in or out can forget to.
CREATE FUNCTION count_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO term(term, documents)
    SELECT t, count(*) FROM (SELECT DISTINCT n.id, unnest(n.terms) AS t FROM fresh n) d GROUP BY t ORDER BY t
    ON CONFLICT (term) DO UPDATE SET documents = term.documents + excluded.documents;
  UPDATE total SET documents = documents + (SELECT count(*) FROM fresh),
    length = length + (SELECT coalesce(sum(cardinality(terms)), 0) FROM fresh);
  RETURN NULL;
END $$;
CREATE FUNCTION count_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE term SET documents = term.documents - d.n
    FROM (SELECT t, count(*) AS n FROM (SELECT DISTINCT o.id, unnest(o.terms) AS t FROM gone o) x GROUP BY t) d
    WHERE term.term = d.t;
  DELETE FROM term WHERE documents <= 0;
  UPDATE total SET documents = documents - (SELECT count(*) FROM gone),
    length = length - (SELECT coalesce(sum(cardinality(terms)), 0) FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER count_in AFTER INSERT ON document REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION count_in();
CREATE TRIGGER count_out AFTER DELETE ON document REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION count_out();
