package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sql.Session;
import java.nio.file.Path;
import java.sql.SQLException;

/** One transaction of reading: all work sees the same data, whatever is written meanwhile. Thread-safe. */
final class Moment implements AutoCloseable {
    private final Session session;
    private final Path file;

    Moment(Session session, Path file) {
        this.session = session;
        this.file = file;
    }

    synchronized <T> T read(Session.Work<T> work) {
        try {
            return work.on(session);
        } catch (SQLException e) {
            throw Failures.of("read", file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            session.close();
        } catch (SQLException e) {
            throw Failures.of("close", file, e);
        }
    }
}
