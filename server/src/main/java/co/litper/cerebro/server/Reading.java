package co.litper.cerebro.server;

import co.litper.cerebro.StateView;
import co.litper.cerebro.adapters.sqlite.SqliteStore;
import co.litper.cerebro.log.EnvelopeCodec;
import java.nio.file.Path;

/** A data folder to be read, while another process may run its loop. A view of the moment of opening; not thread-safe. */
public final class Reading implements AutoCloseable {
    private final SqliteStore store;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final StateView view;

    private Reading(SqliteStore store) {
        this.store = store;
        this.view = StateView.open(store.log(), store.states(), codec);
    }

    /**
     * Opens the folder for reading.
     *
     * @throws co.litper.cerebro.log.StoreException if there is no store, or it is damaged
     */
    public static Reading open(Path folder, SqliteStore.Options options) {
        SqliteStore store = SqliteStore.openReadOnly(folder, options);
        try {
            return new Reading(store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The folder's stores; writing fails. */
    public SqliteStore store() {
        return store;
    }

    /** The state as the log has it. */
    public StateView view() {
        return view;
    }

    /** Reads what stands in the log. */
    public EnvelopeCodec codec() {
        return codec;
    }

    @Override
    public void close() {
        store.close();
    }
}
