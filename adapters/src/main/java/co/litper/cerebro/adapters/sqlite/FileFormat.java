package co.litper.cerebro.adapters.sqlite;

import java.util.List;

/**
 * What one of the store's files is and how SQLite shall treat it.
 *
 * @param fileName its name in the store's folder
 * @param applicationId what stands in the header of a file of this kind, so that a foreign one is told apart
 * @param pageBytes size of a page of a new file
 * @param synchronous FULL syncs every commit; NORMAL may lose the last commits with the power, never their order
 * @param writerCacheKb page cache of the writing connection, in KiB
 * @param secureDelete true if deleted bytes are overwritten
 * @param shared true if several processes write: each transaction takes the lock before it reads
 * @param migrations the statements that lead from version i to version i + 1
 */
record FileFormat(
        String fileName,
        int applicationId,
        int pageBytes,
        String synchronous,
        int writerCacheKb,
        boolean secureDelete,
        boolean shared,
        List<List<String>> migrations) {

    /** Blocks of about 20 KiB are written in order and read whole: larger pages mean fewer of them. */
    private static final int JOURNAL_PAGE_BYTES = 8192;

    private static final int SMALL_PAGE_BYTES = 4096;
    private static final int JOURNAL_CACHE_KB = 8 * 1024;
    private static final int PEOPLE_CACHE_KB = 16 * 1024;

    /** A checkpoint goes through the indexes in order of key: their pages want to stay. */
    private static final int STATE_CACHE_KB = 32 * 1024;

    private static final int ACCESS_CACHE_KB = 1024;

    /** Entries in blocks, and snapshots. {@code batch_end} is the position after the batch that a block belongs to. */
    static final FileFormat JOURNAL = new FileFormat(
            "journal.db",
            0x43_62_72_4A,
            JOURNAL_PAGE_BYTES,
            "FULL",
            JOURNAL_CACHE_KB,
            false,
            false,
            List.of(List.of(
                    "CREATE TABLE journal(first INTEGER PRIMARY KEY, count INTEGER NOT NULL,"
                            + " batch_end INTEGER NOT NULL, bytes BLOB NOT NULL)",
                    "CREATE TABLE snapshot(version INTEGER PRIMARY KEY, bytes BLOB)",
                    "CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID")));

    /**
     * Versions of rows of state; of a key's versions the one with the highest {@code id} up to the meta number {@code end}
     * counts. {@code due} is null where no timer runs. The partial indexes answer the scans in order of key.
     */
    static final FileFormat STATE = new FileFormat(
            "state.db",
            0x43_62_72_53,
            SMALL_PAGE_BYTES,
            "NORMAL",
            STATE_CACHE_KB,
            false,
            false,
            List.of(
                    List.of(
                            "CREATE TABLE state(key INTEGER PRIMARY KEY, kind INTEGER NOT NULL,"
                                    + " attention INTEGER NOT NULL, due INTEGER, bytes BLOB)",
                            "CREATE INDEX state_attention ON state(key) WHERE attention > 0",
                            "CREATE INDEX state_due ON state(key, due) WHERE due IS NOT NULL",
                            "CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID"),
                    List.of(
                            "ALTER TABLE state RENAME TO state_by_key",
                            "DROP INDEX state_attention",
                            "DROP INDEX state_due",
                            "CREATE TABLE state(id INTEGER PRIMARY KEY, key INTEGER NOT NULL, kind INTEGER NOT NULL,"
                                    + " attention INTEGER NOT NULL, due INTEGER, bytes BLOB)",
                            "INSERT INTO state(key, kind, attention, due, bytes)"
                                    + " SELECT key, kind, attention, due, bytes FROM state_by_key ORDER BY key",
                            "DROP TABLE state_by_key",
                            "CREATE INDEX state_key ON state(key)",
                            "CREATE INDEX state_attention ON state(key) WHERE attention > 0",
                            "CREATE INDEX state_due ON state(key, due) WHERE due IS NOT NULL",
                            "INSERT INTO meta(name, value) SELECT 'end', coalesce(max(id), 0) FROM state",
                            "INSERT INTO meta(name, value) VALUES('cleaned', 0)")));

    /**
     * People, tombstones (no key, no data) and dead letters. What is secret stands in {@code key} (wrapped) and {@code data}
     * (sealed); names are found by {@link co.litper.cerebro.adapters.people.SealedVault}.
     */
    static final FileFormat PEOPLE = new FileFormat(
            "people.db",
            0x43_62_72_50,
            SMALL_PAGE_BYTES,
            "FULL",
            PEOPLE_CACHE_KB,
            true,
            false,
            List.of(
                    List.of(
                            "CREATE TABLE person(ref BLOB PRIMARY KEY, key BLOB, data BLOB) WITHOUT ROWID",
                            "CREATE TABLE letter(number INTEGER PRIMARY KEY AUTOINCREMENT, status INTEGER NOT NULL,"
                                    + " key BLOB NOT NULL, data BLOB NOT NULL)",
                            "CREATE INDEX letter_status ON letter(status, number)",
                            "CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID"),
                    List.of(
                            "CREATE TABLE name_word(token BLOB NOT NULL, ref BLOB NOT NULL, PRIMARY KEY(token, ref)) WITHOUT ROWID")));

    /**
     * API keys, users and the audit trail. The triggers keep an act from being changed by mistake; that nobody did so on purpose
     * is what the chain tells. {@code IF NOT EXISTS}: two processes may make the file at the same time.
     */
    static final FileFormat ACCESS = new FileFormat(
            "access.db",
            0x43_62_72_41,
            SMALL_PAGE_BYTES,
            "FULL",
            ACCESS_CACHE_KB,
            false,
            true,
            List.of(
                    List.of(
                            "CREATE TABLE IF NOT EXISTS access_key(id TEXT PRIMARY KEY, salt BLOB NOT NULL, digest BLOB NOT NULL,"
                                    + " role TEXT NOT NULL, merchant TEXT, label TEXT NOT NULL, made_by TEXT NOT NULL,"
                                    + " made_at INTEGER NOT NULL, expires_at INTEGER, revoked_at INTEGER, used_at INTEGER)"
                                    + " WITHOUT ROWID",
                            "CREATE TABLE IF NOT EXISTS act(number INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
                                    + " actor TEXT NOT NULL, what TEXT NOT NULL, target TEXT NOT NULL, result TEXT NOT NULL,"
                                    + " correlation TEXT NOT NULL, link BLOB NOT NULL)",
                            "CREATE TABLE IF NOT EXISTS act_head(only INTEGER PRIMARY KEY CHECK (only = 1),"
                                    + " count INTEGER NOT NULL, seal BLOB NOT NULL)",
                            "CREATE TRIGGER IF NOT EXISTS act_unchanged BEFORE UPDATE ON act"
                                    + " BEGIN SELECT RAISE(ABORT, 'the audit trail is only appended to'); END",
                            "CREATE TRIGGER IF NOT EXISTS act_kept BEFORE DELETE ON act"
                                    + " BEGIN SELECT RAISE(ABORT, 'the audit trail is only appended to'); END",
                            "CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID"),
                    List.of("CREATE TABLE IF NOT EXISTS user(id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
                            + " salt BLOB NOT NULL, digest BLOB NOT NULL, rounds INTEGER NOT NULL, role TEXT NOT NULL,"
                            + " merchant TEXT, made_by TEXT NOT NULL, made_at INTEGER NOT NULL,"
                            + " generation INTEGER NOT NULL) WITHOUT ROWID")));

    /** Pages of many indexes are changed at once, all over the file. */
    private static final int READS_CACHE_KB = 48 * 1024;

    /**
     * What is read from, made of log and state: {@link ReadFile} tells its tables. A power cut may take its last commits; they
     * are made again.
     */
    static final FileFormat READS = new FileFormat(
            "reads.db",
            0x43_62_72_52,
            SMALL_PAGE_BYTES,
            "NORMAL",
            READS_CACHE_KB,
            false,
            false,
            List.of(List.of("CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID")));

    FileFormat {
        migrations = List.copyOf(migrations);
    }

    /** The version that this program writes, from 1. */
    int version() {
        return migrations.size();
    }
}
