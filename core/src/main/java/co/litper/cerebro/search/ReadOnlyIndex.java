package co.litper.cerebro.search;

import co.litper.cerebro.vocabulary.PersonRef;
import java.util.Collection;

/** An index that another process writes: every change is refused with {@link UnsupportedOperationException}. */
public interface ReadOnlyIndex extends SearchIndex {
    private static UnsupportedOperationException refused() {
        return new UnsupportedOperationException("the index was opened beside its writer, to be read only");
    }

    @Override
    default void put(Collection<Document> documents) {
        throw refused();
    }

    @Override
    default void remove(Collection<Long> ids) {
        throw refused();
    }

    @Override
    default int erase(PersonRef person) {
        throw refused();
    }

    @Override
    default void removeOlder(String kind, long beforeMs) {
        throw refused();
    }

    @Override
    default void commit(long position, byte[] state) {
        throw refused();
    }
}
