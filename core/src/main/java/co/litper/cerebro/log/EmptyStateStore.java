package co.litper.cerebro.log;

import java.util.List;
import java.util.Optional;

/** A store without rows: what is folded on top of it is folded from the beginning of the log. */
final class EmptyStateStore implements StateStore {
    @Override
    public long position() {
        return 0;
    }

    @Override
    public Optional<StateRow> load(long key) {
        return Optional.empty();
    }

    @Override
    public void checkpoint(long position, List<StateRow> rows) {
        throw new StoreException(StoreException.Kind.IO, "the empty store keeps no rows");
    }

    @Override
    public void scanAttention(Visitor visitor) {}

    @Override
    public void scanTimers(TimerVisitor visitor) {}

    @Override
    public void scanAll(Visitor visitor) {}

    @Override
    public void clear() {}

    @Override
    public void close() {}
}
