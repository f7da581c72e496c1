package co.litper.cerebro.testkit;

import co.litper.cerebro.log.InMemoryStateStore;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.testkit.contract.StateStoreContract;
import java.nio.file.Path;

class InMemoryStateStoreTest extends StateStoreContract {
    @Override
    protected StateStore open(Path folder) {
        return new InMemoryStateStore();
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
