package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.Connection;
import co.litper.cerebro.cluster.kafka.KafkaEventLog;
import co.litper.cerebro.cluster.kafka.Shards;
import co.litper.cerebro.cluster.kafka.Topics;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.log.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Follows the journals of all shards from outside and holds each entry, as it is committed, against the recording. Knows
 * nothing of nodes. Thread-safe.
 */
final class JournalWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST_EXAMPLES = 5;

    /** Characters shown before and behind the place where two facts differ. */
    private static final int AROUND = 160;

    private final Recordings recordings;
    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final long[][] seenNs;
    private final long[][] appendedMs;
    private final int[] next;
    private final List<String> examples = new ArrayList<>();
    private int differ;
    private int doubled;
    private int gaps;
    private long left;

    JournalWatch(Connection connection, Topics topics, Recordings recordings) {
        this.recordings = recordings;
        this.left = recordings.entries();
        this.next = new int[recordings.shards()];
        this.seenNs = arrays(recordings);
        this.appendedMs = arrays(recordings);
        this.consumer = connection.reader();
        consumer.assign(IntStream.range(0, recordings.shards())
                .mapToObj(shard -> new TopicPartition(topics.journal(), shard))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        this.thread = Thread.ofPlatform().name("journal-watch").daemon(true).start(this::follow);
    }

    private static long[][] arrays(Recordings recordings) {
        return IntStream.range(0, recordings.shards())
                .mapToObj(shard -> new long[recordings.entries(shard).size()])
                .toArray(long[][]::new);
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                    see(found);
                }
            }
        } catch (WakeupException e) {
            // closed
        } finally {
            consumer.close();
        }
    }

    private synchronized void see(ConsumerRecord<byte[], byte[]> found) {
        int shard = found.partition();
        Entry actual = KafkaEventLog.entry(found);
        long index = actual.position() - Shards.firstPosition(shard);
        if (index < next[shard]) {
            doubled++;
            note("position " + actual.position() + " stands twice");
            return;
        }
        if (index > next[shard]) {
            gaps++;
            note("position " + actual.position() + " follows " + (Shards.firstPosition(shard) + next[shard] - 1));
        }
        if (index >= seenNs[shard].length) {
            differ++;
            note("position " + actual.position() + " is behind the recording's end");
            return;
        }
        compare(actual, recordings.entries(shard).get((int) index));
        seenNs[shard][(int) index] = System.nanoTime();
        appendedMs[shard][(int) index] = found.timestamp();
        next[shard] = (int) index + 1;
        left--;
        notifyAll();
    }

    private void compare(Entry actual, Entry expected) {
        if (!Arrays.equals(actual.event(), expected.event()) || !Arrays.equals(actual.facts(), expected.facts())) {
            differ++;
            note("position " + actual.position() + " differs from the recording: " + difference(actual, expected));
        }
    }

    /** The first thing in which two entries differ, as both have it. */
    private static String difference(Entry actual, Entry expected) {
        if (!Arrays.equals(actual.event(), expected.event())) {
            return "the event is " + text(actual.event()) + ", was " + text(expected.event());
        }
        List<Fact> is = FactsCodec.decode(actual.facts());
        List<Fact> was = FactsCodec.decode(expected.facts());
        for (int i = 0; i < Math.min(is.size(), was.size()); i++) {
            String now = is.get(i).toString();
            String before = was.get(i).toString();
            if (!now.equals(before)) {
                int at = Arrays.mismatch(now.toCharArray(), before.toCharArray());
                int from = Math.max(0, at - AROUND);
                return "fact " + i + " is …" + now.substring(from, Math.min(now.length(), at + AROUND)) + "…, was …"
                        + before.substring(from, Math.min(before.length(), at + AROUND)) + "…";
            }
        }
        return is.size() + " facts, were " + was.size();
    }

    private static String text(byte[] event) {
        return new String(event, StandardCharsets.UTF_8);
    }

    private void note(String example) {
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(example);
        }
    }

    /** Waits until every entry of the recording was seen. False if that took longer. */
    synchronized boolean awaitAll(Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (left > 0) {
            long waitNs = deadline - System.nanoTime();
            if (waitNs <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, waitNs);
        }
        return true;
    }

    /** Waits until an entry of the recording was seen. False if that took longer. */
    synchronized boolean awaitSeen(int shard, int index, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (seenNs[shard][index] == 0) {
            long waitNs = deadline - System.nanoTime();
            if (waitNs <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, waitNs);
        }
        return true;
    }

    /** Waits until the last of each shard among {@code steps} was seen. False if that took longer. */
    boolean awaitLast(List<Recordings.Step> steps, Duration within) throws InterruptedException {
        Map<Integer, Integer> last = new HashMap<>();
        steps.forEach(step -> last.put(step.shard(), step.index()));
        for (Map.Entry<Integer, Integer> one : last.entrySet()) {
            if (!awaitSeen(one.getKey(), one.getValue(), within)) {
                return false;
            }
        }
        return true;
    }

    /** Entries that differ from the recording. */
    synchronized int differ() {
        return differ + gaps;
    }

    /** Entries that stand twice. */
    synchronized int doubled() {
        return doubled;
    }

    /** Entries that are not there. */
    synchronized long lost() {
        return left;
    }

    /** What was found wrong, the first few. */
    synchronized List<String> examples() {
        return List.copyOf(examples);
    }

    /** When an entry was seen here, by {@link System#nanoTime}; 0 if it was not. */
    synchronized long seenNs(int shard, int index) {
        return seenNs[shard][index];
    }

    /** How long after {@code atMs} a shard was first written to again, by the broker's clock; -1 if never. */
    synchronized long firstAppendAfterMs(int shard, long atMs) {
        for (long appended : appendedMs[shard]) {
            if (appended > atMs) {
                return appended - atMs;
            }
        }
        return -1;
    }

    /**
     * The longest that a shard was not written to, by the broker's clock: of silences that end after {@code fromMs} and begin
     * before {@code toMs}. What comes after the shard's last entry is no silence.
     */
    synchronized long longestStillMs(int shard, long fromMs, long toMs) {
        long longest = 0;
        long before = fromMs;
        for (long appended : appendedMs[shard]) {
            if (appended > fromMs && before < toMs) {
                longest = Math.max(longest, appended - before);
            }
            before = Math.max(before, appended);
        }
        return longest;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
