package co.litper.cerebro.cluster.kafka;

import co.litper.cerebro.Brain;
import co.litper.cerebro.ShardState;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Snapshot;
import co.litper.cerebro.log.StateRow;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;

/**
 * Copies an installation of one process to a cluster of one shard: its log and snapshots, byte by byte, and its state as of the
 * log's end, which nodes restore as they restore their own. Then reads both sides again and compares counts and hashes.
 *
 * <p>One shard, because ids of decisions and effects are made of positions, and the positions of one log are those of one
 * shard. It can be stopped at any point and run again: the log goes on where the copy ends, state is written anew. A copy that
 * something else went on with, or that is of another installation, is refused. O(log + state); memory: all
 * rows, twice while it verifies, some 600 bytes each. One thread.
 */
public final class Migration {
    /** Entries of one transaction: some hundred kilobytes. */
    private static final int BATCH = 500;

    private static final int MAX_CACHED_KEYS = 100_000;

    private final EventLog log;
    private final StateStore states;
    private final Function<ShardState, Brain> brains;
    private final Connection connection;
    private final Topics topics;

    /**
     * What was moved and found equal on both sides.
     *
     * @param entries of the log
     * @param copied how many of them were copied this time
     * @param snapshots that are there
     * @param rows of the state
     * @param logHash SHA-256 of position, event and facts of every entry, in hexadecimal
     * @param stateHash SHA-256 of every row in order of its key
     */
    public record Moved(long entries, long copied, int snapshots, long rows, String logHash, String stateHash) {}

    /**
     * From {@code log} and {@code states}, which nobody else writes to meanwhile.
     *
     * @param brains make the brain that folds what came after the last checkpoint
     * @throws IllegalArgumentException if {@code topics} have more than one shard
     */
    public Migration(
            EventLog log, StateStore states, Function<ShardState, Brain> brains, Connection connection, Topics topics) {
        if (topics.shards() != 1) {
            throw new IllegalArgumentException("one process can only move to one shard, not " + topics.shards()
                    + ": ids are made of positions, and each shard has its own");
        }
        this.log = log;
        this.states = states;
        this.brains = brains;
        this.connection = connection;
        this.topics = topics;
    }

    /**
     * Copies what is missing and verifies all of it.
     *
     * @param progress is told the position up to which the log is copied
     * @throws StoreException if brokers cannot be reached, a node runs, or both sides differ
     */
    public Moved run(LongConsumer progress) {
        topics.ensure(connection);
        ShardChangelog changelog = new ShardChangelog(connection, topics);
        changelog.ensure();
        requireNoNode();
        Map<Long, byte[]> rows = rows();
        try (KafkaEventLog copy = new KafkaEventLog(connection, topics, 0)) {
            long copied = copyLog(copy, progress);
            int snapshots = copySnapshots(copy);
            changelog.write(rows, log.end());
            return verify(copy, changelog, rows, copied, snapshots);
        }
    }

    private void requireNoNode() {
        try (Admin admin = connection.admin()) {
            boolean busy = admin.listGroups().all().get().stream()
                    .filter(group -> group.groupId().equals(topics.application()))
                    .anyMatch(group -> group.groupState()
                            .map(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
                            .orElse(true));
            if (busy) {
                throw new StoreException(
                        StoreException.Kind.LOCKED,
                        "nodes of '" + topics.prefix() + "' run at " + connection.brokers()
                                + ". Maybe stop them first.");
            }
        } catch (ExecutionException e) {
            throw new StoreException(
                    StoreException.Kind.IO, "groups at " + connection.brokers() + " cannot be listed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.IO, "interrupted while asking for nodes", e);
        }
    }

    private long copyLog(KafkaEventLog copy, LongConsumer progress) {
        long from = copy.end();
        requireSame(copy, from - 1);
        List<Entry> batch = new ArrayList<>(BATCH);
        log.read(from, entry -> {
            batch.add(entry);
            if (batch.size() == BATCH) {
                append(copy, batch, progress);
            }
            return true;
        });
        append(copy, batch, progress);
        return log.end() - from;
    }

    private static void append(KafkaEventLog copy, List<Entry> batch, LongConsumer progress) {
        if (!batch.isEmpty()) {
            copy.append(batch, List.of());
            progress.accept(batch.getLast().position());
            batch.clear();
        }
    }

    /** The last entry that both have must be one. */
    private void requireSame(KafkaEventLog copy, long last) {
        if (last < EventLog.FIRST) {
            return;
        }
        Entry there = copy.at(last).orElseThrow();
        Entry here = log.at(last).orElse(null);
        if (here == null
                || !Arrays.equals(here.event(), there.event())
                || !Arrays.equals(here.facts(), there.facts())) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    topics.journal() + " has an entry " + last
                            + " that is not this installation's. Maybe nodes went on with it already, or it is another"
                            + " installation's: use another prefix.");
        }
    }

    /** The newest that a shelf keeps. */
    private int copySnapshots(KafkaEventLog copy) {
        long newest = log.newestSnapshot();
        int there = 0;
        for (long version = Math.max(1, newest - SnapshotShelf.KEPT + 1); version <= newest; version++) {
            byte[] bytes = log.snapshot(version).orElse(null);
            if (bytes != null) {
                there++;
                if (copy.snapshot(version).isEmpty()) {
                    copy.append(List.of(), List.of(new Snapshot(version, bytes)));
                }
            }
        }
        return there;
    }

    /** Every row as of the log's end: those of the checkpoint, and over them what came after it. */
    private Map<Long, byte[]> rows() {
        Map<Long, byte[]> rows = new TreeMap<>(Long::compareUnsigned);
        states.scanAll(row -> rows.put(row.key(), RowFormat.STANDARD.encode(row)));
        ShardState state = new ShardState(states, MAX_CACHED_KEYS);
        Brain brain = brains.apply(state);
        EnvelopeCodec codec = new EnvelopeCodec();
        log.read(states.position() + 1, entry -> {
            brain.refold(entry, codec);
            return true;
        });
        requireKept(state.control().snapshot());
        if (state.beginCheckpoint()) {
            state.encodePending(Integer.MAX_VALUE);
            for (StateRow row : state.takeEncoded()) {
                rows.put(row.key(), RowFormat.STANDARD.encode(row));
            }
        }
        return rows;
    }

    /** One process keeps most snapshots only in what it learned from, and all of it when it is stopped. */
    private void requireKept(long named) {
        if (named > log.newestSnapshot()) {
            throw new StoreException(
                    StoreException.Kind.CORRUPT,
                    "snapshot " + named + " is in use but not kept; the newest is " + log.newestSnapshot()
                            + ". Maybe the installation was killed: start it, stop it, and run this again.");
        }
    }

    private Moved verify(
            KafkaEventLog copy, ShardChangelog changelog, Map<Long, byte[]> rows, long copied, int snapshots) {
        String here = Digests.ofLog(log);
        String there = Digests.ofLog(copy);
        String stateHere = Digests.ofRows(rows);
        Map<Long, byte[]> written = changelog.rows();
        String stateThere = Digests.ofRows(written);
        if (log.end() != copy.end() || !here.equals(there)) {
            throw differ("log", log.end() - 1, here, copy.end() - 1, there);
        }
        if (rows.size() != written.size() || !stateHere.equals(stateThere)) {
            throw differ("state", rows.size(), stateHere, written.size(), stateThere);
        }
        if (changelog.next() != log.end() || copy.newestSnapshot() != log.newestSnapshot()) {
            throw differ("place", log.end(), "" + log.newestSnapshot(), changelog.next(), "" + copy.newestSnapshot());
        }
        return new Moved(log.end() - 1, copied, snapshots, rows.size(), here, stateHere);
    }

    private static StoreException differ(String what, long count, String hash, long countThere, String hashThere) {
        return new StoreException(
                StoreException.Kind.CORRUPT,
                "the " + what + " differs: here " + count + " with " + hash + ", there " + countThere + " with "
                        + hashThere
                        + ". Maybe something else writes to one of them; run it again, or use another prefix.");
    }
}
