package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.testkit.contract.VaultContract;
import co.litper.cerebro.vault.Vault;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The vault of a cluster on a real server. */
class PostgresVaultTest extends VaultContract {
    private final Map<Path, PostgresOptions> schemas = new HashMap<>();
    private @Nullable PostgresPeople people;

    @Override
    protected Vault open(Path folder) {
        closeLast();
        PostgresOptions options = schemas.computeIfAbsent(folder, f -> SharedPostgres.schema());
        PostgresPeople opened = PostgresPeople.open(options, folder.resolve("vault.key"));
        people = opened;
        return opened.vault();
    }

    @AfterEach
    void closeLast() {
        if (people != null) {
            people.close();
            people = null;
        }
    }

    @Override
    protected boolean isDurable() {
        return true;
    }
}
