package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.adapters.sql.Session;
import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.Fusion;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.Search;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One search: candidates by words (BM25, k1 = 1.2 and b = 0.75) and by vectors, each then scored both ways in the same statement, so
 * that their blend compares like with like. Stateless but for the embedder.
 */
final class HybridQuery {
    /** Candidates that each side brings, and how many the graph keeps in view. */
    static final int CANDIDATES = 200;

    /** Of a long question the rest is left out. */
    private static final int MOST_TERMS = 64;

    /** Without a limit to what the graph walks, a filter that fits little would walk all of it. */
    private static final String TUNED = "SET LOCAL hnsw.ef_search = " + CANDIDATES
            + "; SET LOCAL hnsw.iterative_scan = strict_order;" + " SET LOCAL hnsw.max_scan_tuples = 20000";

    private static final String FITS = " d.merchant = ? AND (? OR d.kind = ANY(?)) AND d.at >= ? AND d.at < ? ";

    private static final String SCORED = """
            WITH question AS (SELECT ?::text[] AS terms, ?::public.vector AS embedding),
            asked AS (
              SELECT t.term, ln(1 + (s.documents - t.documents + 0.5) / (t.documents + 0.5)) AS rarity,
                s.length::double precision / s.documents AS mean
              FROM term t, total s, question q WHERE t.term = ANY(q.terms) AND s.documents > 0),
            by_words AS (
              SELECT d.id, (
                SELECT coalesce(sum(a.rarity * f.n * 2.2 / (f.n + 1.2 * (0.25 + 0.75 * cardinality(d.terms) / a.mean))), 0)
                FROM asked a, LATERAL (SELECT count(*) AS n FROM unnest(d.terms) u(t) WHERE u.t = a.term) f WHERE f.n > 0
              ) AS lexical
              FROM document d, question q WHERE d.terms && q.terms AND %1$s
              ORDER BY lexical DESC, d.id LIMIT %2$d),
            by_vector AS (
              SELECT d.id FROM document d
              WHERE ? AND d.embedding IS NOT NULL AND %1$s
              ORDER BY d.embedding OPERATOR(public.<=>) (SELECT embedding FROM question) LIMIT %2$d),
            candidates AS (SELECT id FROM by_words UNION SELECT id FROM by_vector)
            SELECT d.id, d.merchant, d.person, d.kind, d.at, d.text, d.payload,
              (SELECT coalesce(sum(a.rarity * f.n * 2.2 / (f.n + 1.2 * (0.25 + 0.75 * cardinality(d.terms) / a.mean))), 0)
               FROM asked a, LATERAL (SELECT count(*) AS n FROM unnest(d.terms) u(t) WHERE u.t = a.term) f WHERE f.n > 0),
              coalesce(1 - (d.embedding OPERATOR(public.<=>) q.embedding), 0),
              (SELECT s.length::double precision / s.documents FROM total s WHERE s.documents > 0)
            FROM candidates c JOIN document d ON d.id = c.id CROSS JOIN question q
            """.formatted(FITS, CANDIDATES);

    private final Embedder embedder;

    HybridQuery(Embedder embedder) {
        this.embedder = embedder;
    }

    /** A vector as pgvector reads it; null for one without a direction. */
    static @Nullable String literal(float[] vector) {
        StringBuilder text = new StringBuilder("[");
        boolean directed = false;
        for (float v : vector) {
            directed |= v != 0;
            text.append(text.length() == 1 ? "" : ",").append(v);
        }
        return directed ? text.append(']').toString() : null;
    }

    List<Hit> run(Session session, Search search) throws SQLException {
        Set<String> terms = new LinkedHashSet<>(Terms.of(search.text()));
        String vector = literal(embedder.embed(search.text()));
        if (terms.isEmpty() && vector == null) {
            return List.of();
        }
        try (var tune = session.connection().createStatement()) {
            tune.execute(TUNED);
        }
        PreparedStatement statement = session.statement(SCORED);
        bind(session, statement, search, terms, vector);
        List<Hit> found = new ArrayList<>();
        double most = 0;
        double meanTerms = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Document document = PgvectorSearchIndex.document(rows);
                double lexical = rows.getDouble(8);
                double similarity = rows.getDouble(9);
                meanTerms = rows.getDouble(10);
                if (lexical > 0 || similarity > 0) {
                    found.add(new Hit(document, 0, lexical, similarity));
                    most = Math.max(most, lexical);
                }
            }
        }
        return Fusion.best(found, most, Fusion.share(search.text(), meanTerms), search.limit());
    }

    private static void bind(
            Session session, PreparedStatement statement, Search search, Set<String> terms, @Nullable String vector)
            throws SQLException {
        Array asked = session.connection()
                .createArrayOf("text", terms.stream().limit(MOST_TERMS).toArray());
        statement.setArray(1, asked);
        statement.setString(2, vector);
        int at = filter(session, statement, search, 3);
        statement.setBoolean(at, vector != null);
        filter(session, statement, search, at + 1);
    }

    private static int filter(Session session, PreparedStatement statement, Search search, int from)
            throws SQLException {
        int at = from;
        statement.setString(at++, search.merchant().value());
        statement.setBoolean(at++, search.kinds().isEmpty());
        statement.setArray(
                at++, session.connection().createArrayOf("text", search.kinds().toArray()));
        statement.setLong(at++, search.fromMs());
        statement.setLong(at++, search.toMs());
        return at;
    }
}
