package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.testkit.contract.EventLogContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class SqliteEventLogTest extends EventLogContract {
    private @Nullable SqliteStore store;

    @Override
    protected EventLog open(Path folder) {
        closeLast();
        SqliteStore opened = SqliteStore.open(folder, SqliteStore.Options.standard());
        store = opened;
        return opened.log();
    }

    @AfterEach
    void closeLast() {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    @Override
    protected boolean isDurable() {
        return true;
    }
}
