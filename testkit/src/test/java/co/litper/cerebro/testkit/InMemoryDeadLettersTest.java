package co.litper.cerebro.testkit;

import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.log.InMemoryDeadLetters;
import co.litper.cerebro.testkit.contract.DeadLettersContract;
import java.nio.file.Path;

class InMemoryDeadLettersTest extends DeadLettersContract {
    @Override
    protected DeadLetters open(Path folder, int capacity) {
        return new InMemoryDeadLetters(capacity);
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
