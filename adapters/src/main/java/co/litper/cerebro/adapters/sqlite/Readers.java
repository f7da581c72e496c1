package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.sql.Session;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** A few reading connections that threads share. A thread waits while all are in use; work must not nest. Thread-safe. */
final class Readers implements AutoCloseable {
    /** More would not read faster on the machines this is for, and each holds a page cache of 2 MiB. */
    static final int MOST = 4;

    private final Opener opener;
    private final Semaphore free = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();

    Readers(Opener opener) {
        this.opener = opener;
    }

    <T> T read(Session.Work<T> work) throws SQLException {
        free.acquireUninterruptibly();
        try {
            Session session = idle.pollFirst();
            if (session == null) {
                session = opener.open();
            }
            return use(session, work);
        } finally {
            free.release();
        }
    }

    /** A session that failed is not used again: its statements may stand in the middle of something. */
    private <T> T use(Session session, Session.Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T answer = work.on(session);
            done = true;
            return answer;
        } finally {
            if (done) {
                idle.offerFirst(session);
            } else {
                session.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        free.acquireUninterruptibly(MOST);
        try {
            for (Session session = idle.poll(); session != null; session = idle.poll()) {
                session.close();
            }
        } finally {
            free.release(MOST);
        }
    }

    /** Opens one more. */
    @FunctionalInterface
    interface Opener {
        Session open() throws SQLException;
    }
}
