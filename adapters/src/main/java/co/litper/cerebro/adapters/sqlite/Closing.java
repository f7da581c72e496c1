package co.litper.cerebro.adapters.sqlite;

import java.util.Deque;

/** Closes what was opened, the last first, whatever fails on the way. */
public final class Closing {
    private Closing() {}

    /** Closes all and leaves none; throws the first failure, the others with it. */
    public static void all(Deque<AutoCloseable> open) {
        RuntimeException failure = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = e instanceof RuntimeException r ? r : new IllegalStateException(e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
