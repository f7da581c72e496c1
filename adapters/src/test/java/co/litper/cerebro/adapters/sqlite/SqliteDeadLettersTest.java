package co.litper.cerebro.adapters.sqlite;

import co.litper.cerebro.adapters.people.SealedDeadLetters;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.testkit.contract.DeadLettersContract;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class SqliteDeadLettersTest extends DeadLettersContract {
    private @Nullable Database database;

    @Override
    protected DeadLetters open(Path folder, int capacity) {
        closeLast();
        Database opened = Database.open(folder, FileFormat.PEOPLE, SqliteStore.Options.standard());
        database = opened;
        return new SealedDeadLetters(PeopleFile.open(folder, opened, false), capacity);
    }

    @AfterEach
    void closeLast() {
        if (database != null) {
            database.close();
            database = null;
        }
    }

    @Override
    protected boolean isDurable() {
        return true;
    }
}
