package co.litper.cerebro.adapters.people;

import co.litper.cerebro.adapters.sql.Session;
import java.sql.SQLException;
import java.util.Collection;

/**
 * The tables of one database that keep people and dead letters: {@code person(ref, key, data)}, a tombstone without key and data;
 * {@code name_word(token, ref)}; {@code letter(number, status, key, data)}; {@code meta(name, value)}. Thread-safe; failures come
 * as {@code StoreException}.
 */
public interface PeopleTables {
    /** Opens and seals what lies in them. */
    PeopleKeys keys();

    /** Does {@code work} in one transaction, durable on return: wholly, or not at all and then with an exception. */
    <T> T write(String doing, Session.Work<T> work);

    /** Reads what is committed. */
    <T> T read(Session.Work<T> work);

    /**
     * Called within a transaction before rows of these people are read to be written: whoever else is about to write one of them
     * waits until it ends.
     *
     * @param refs in ascending order
     */
    void takeTurn(Session session, Collection<String> refs) throws SQLException;

    /** The numbers of dead letters as they stand. */
    LetterBook letterBook();

    /** Notes, in the transaction that deletes, that old bytes must go; so that it is done even if the power fails. */
    void requestScrub(Session session) throws SQLException;

    /**
     * Rewrites the tables without what was deleted. O(their size).
     *
     * @throws co.litper.cerebro.log.StoreException if it could not be done now; then it is done later
     */
    void scrub();

    /** Which number the next dead letter gets, and how many there are. */
    interface LetterBook {
        /** The highest number ever given, 0 if none was. In a transaction; other writers wait from here on. */
        long last(Session session) throws SQLException;

        /** How many there are. In a transaction, after {@link #last}. */
        long total(Session session) throws SQLException;

        /** Keeps both with the transaction. */
        void stand(Session session, long last, long total) throws SQLException;

        /** Told that a transaction failed that had kept something. */
        void forget();
    }
}
