package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.testkit.contract.StateStoreContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class SqliteStateStoreTest extends StateStoreContract {
    private @Nullable SqliteStore store;

    @Override
    protected StateStore open(Path folder) {
        closeLast();
        SqliteStore opened = SqliteStore.open(folder, SqliteStore.Options.standard());
        store = opened;
        return opened.states();
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
