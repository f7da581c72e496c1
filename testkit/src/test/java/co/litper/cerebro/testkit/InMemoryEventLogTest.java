package co.litper.cerebro.testkit;

import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.testkit.contract.EventLogContract;
import java.nio.file.Path;

class InMemoryEventLogTest extends EventLogContract {
    @Override
    protected EventLog open(Path folder) {
        return new InMemoryEventLog();
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
