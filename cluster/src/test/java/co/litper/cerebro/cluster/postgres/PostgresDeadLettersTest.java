package co.litper.cerebro.cluster.postgres;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.testkit.contract.DeadLettersContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The dead letters of a cluster on a real server. */
class PostgresDeadLettersTest extends DeadLettersContract {
    private final Map<Path, PostgresOptions> schemas = new HashMap<>();
    private @Nullable PostgresPeople people;

    @Override
    protected DeadLetters open(Path folder, int capacity) {
        closeLast();
        PostgresOptions options = schemas.computeIfAbsent(folder, f -> SharedPostgres.schema());
        PostgresPeople opened = PostgresPeople.open(options, folder.resolve("vault.key"));
        people = opened;
        return opened.deadLetters(capacity);
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
