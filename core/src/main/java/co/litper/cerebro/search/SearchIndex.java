package co.litper.cerebro.search;

import co.litper.cerebro.vocabulary.PersonRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Documents that are found by their words and by their sense. Derived from the log: {@link #position()} tells up to where, so
 * that after a crash the rest is read again. One writer at a time; readers at any time, from any thread.
 *
 * <p>What is put or removed is found, or found no more, at once in the same process, and durable after {@link #commit}.
 * Failures of the disk come as {@code StoreException}; the index is then as it was at the last commit.
 */
public interface SearchIndex extends AutoCloseable {

    /** Puts documents in, in place of those with the same ids. */
    void put(Collection<Document> documents);

    /** Takes documents out; those that are not there are passed over. */
    void remove(Collection<Long> ids);

    /**
     * Takes out all that tells of a person, and rewrites what held it, so that no file of the index has a byte of it; durable
     * on return together with what was put before.
     *
     * @return how many documents went
     */
    int erase(PersonRef person);

    /** Takes out the documents of a kind that tell of a time before {@code beforeMs}. */
    void removeOlder(String kind, long beforeMs);

    /** How many documents of a kind there are. */
    long count(String kind);

    /** The document with this id, or empty. */
    Optional<Document> find(long id);

    /** The best hits, best first. Finds nothing for a text without a word. */
    List<Hit> search(Search search);

    /** How many documents there are. */
    long size();

    /**
     * Makes everything durable, wholly or not at all, together with how far the log was read.
     *
     * @param position the last log position that is in, at least 0
     * @param state whatever the owner must know to go on, handed back by {@link #state()}
     */
    void commit(long position, byte[] state);

    /** The position of the last commit; 0 if there was none, or the index was made by another embedder. */
    long position();

    /** The state of the last commit; empty if there was none. */
    byte[] state();

    @Override
    void close();
}
