package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.search.Document;
import co.litper.cerebro.search.Embedder;
import co.litper.cerebro.search.Hit;
import co.litper.cerebro.search.ReadOnlyIndex;
import co.litper.cerebro.search.Search;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;

/** Documents that another process commits. Thread-safe. */
final class PgvectorCommitted implements ReadOnlyIndex {
    private static final String STANDS = "SELECT position, state FROM commit_point";
    private static final String COUNT = "SELECT count(*) FROM document WHERE kind = ?";

    private final PgvectorBeside beside;
    private final HybridQuery query;
    private final Point point;

    /** Where a commit left the memory. */
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    private record Point(long position, byte[] state) {}

    private PgvectorCommitted(PgvectorBeside beside, Embedder embedder, Point point) {
        this.beside = beside;
        this.query = new HybridQuery(embedder);
        this.point = point;
    }

    static PgvectorCommitted open(PgvectorBeside beside, Embedder embedder) {
        Point point = beside.read("read", session -> {
            try (ResultSet rows = session.statement(STANDS).executeQuery()) {
                return rows.next() ? new Point(rows.getLong(1), rows.getBytes(2)) : new Point(0, new byte[0]);
            }
        });
        return new PgvectorCommitted(beside, embedder, point);
    }

    @Override
    public long count(String kind) {
        return beside.read("count in", session -> {
            PreparedStatement statement = session.statement(COUNT);
            statement.setString(1, kind);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
            }
        });
    }

    @Override
    public Optional<Document> find(long id) {
        return beside.read("read", session -> PgvectorSearchIndex.find(session, id));
    }

    @Override
    public List<Hit> search(Search search) {
        return beside.read("search", session -> query.run(session, search));
    }

    @Override
    public long size() {
        return beside.read("count in", session -> {
            try (ResultSet rows =
                    session.statement("SELECT documents FROM total").executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
            }
        });
    }

    @Override
    public long position() {
        return point.position;
    }

    @Override
    public byte[] state() {
        return point.state.clone();
    }

    @Override
    public void close() {
        // the connection is lent
    }
}
