-- For those who read the graph by statements of their own: what the numbers mean, and its edges with the names of their ends.
CREATE TABLE node_type (
  type smallint PRIMARY KEY,
  name text COLLATE "C" NOT NULL
);
CREATE TABLE relation_type (
  relation smallint PRIMARY KEY,
  name text COLLATE "C" NOT NULL
);
CREATE VIEW link AS
  SELECT s.merchant, st.name AS source_type, s.name AS source, r.name AS relation, tt.name AS target_type, t.name AS target,
    e.valid_from, e.valid_to, e.recorded_from, e.recorded_to, e.position
  FROM edge e
  JOIN node s ON s.id = e.source JOIN node_type st ON st.type = s.type
  JOIN node t ON t.id = e.target JOIN node_type tt ON tt.type = t.type
  JOIN relation_type r ON r.relation = e.relation;
