package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.testkit.contract.VaultContract;
import co.litper.cerebro.vault.Vault;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class SqliteVaultTest extends VaultContract {
    private @Nullable SqliteStore store;

    @Override
    protected Vault open(Path folder) {
        closeLast();
        SqliteStore opened = SqliteStore.open(folder, SqliteStore.Options.standard());
        store = opened;
        return opened.vault();
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
