package co.litper.cerebro.cluster;

import co.litper.cerebro.adapters.people.PeopleCopy;
import co.litper.cerebro.adapters.people.PeopleTables;
import co.litper.cerebro.log.DeadLetters;
import co.litper.cerebro.vault.Vault;
import java.nio.file.Path;

/** People and dead letters that all nodes of a cluster share. Thread-safe. */
public interface SharedPeople extends AutoCloseable {
    /** People's data. */
    Vault vault();

    /** What broke its contract. */
    DeadLetters deadLetters();

    /**
     * Takes over all people and dead letters of an installation in a folder, and verifies that they arrived; can be repeated.
     *
     * @throws co.litper.cerebro.log.StoreException if both are not under one key, or differ afterwards
     */
    PeopleCopy.Copied takeOver(PeopleTables installation);

    @Override
    void close();

    /**
     * Where they are.
     *
     * @param url of the database
     * @param user who may make tables there
     * @param password theirs, empty if none is asked for
     * @param prefix of the cluster, as its topics have it
     * @param keyFile the file whose key opens them; the same on every node
     */
    record Address(String url, String user, String password, String prefix, Path keyFile) {
        /** Without the password, so that it can be logged. */
        @Override
        public String toString() {
            return "Address[" + url + ", user=" + user + ", prefix=" + prefix + ", keyFile=" + keyFile + "]";
        }
    }

    /** A technology that keeps people. */
    interface Provider {
        /** True if it knows what is at such a URL. */
        boolean serves(String url);

        /**
         * Opens the people there, making tables where there are none. To be closed.
         *
         * @throws co.litper.cerebro.log.StoreException if the server cannot be reached, or the key is missing or another's
         * @throws IllegalArgumentException if the address cannot be one of its
         */
        SharedPeople open(Address address);
    }
}
