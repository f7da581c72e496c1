package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.cluster.kafka.ClusterLearner;
import co.litper.cerebro.cluster.kafka.KafkaEventLog;
import co.litper.cerebro.log.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What the learner of a cluster takes: how fast it reads journals that are there, what it costs to look up a decision that is
 * not at hand any more, and how soon another goes on when it is killed.
 */
record LearnerRun(Recordings recordings) {
    private static final int PORTION = 1_000;
    private static final int LOOK_UPS = 300;
    private static final double NS_PER_S = 1e9;
    private static final double NS_PER_MS = 1e6;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final long LOOK_AGAIN_NS = Duration.ofMillis(10).toNanos();

    /**
     * What became of it.
     *
     * @param entries of all journals
     * @param entriesPerSecond from the start of a learner without experience to its first snapshot, which is of all of them
     * @param snapshotBytes of that one
     * @param lookUpMs to read one entry again, median
     * @param takeoverMs from the kill of the learner until another has its memory and goes on
     */
    record Outcome(int entries, double entriesPerSecond, int snapshotBytes, double lookUpMs, long takeoverMs) {
        SequencedMap<String, Object> figures() {
            SequencedMap<String, Object> figures = new LinkedHashMap<>();
            figures.put("entries", entries);
            figures.put("entriesPerSecond", entriesPerSecond);
            figures.put("snapshotBytes", snapshotBytes);
            figures.put("lookUpMs", lookUpMs);
            figures.put("takeoverMs", takeoverMs);
            return figures;
        }
    }

    Outcome run(NodeProcess.Told told) {
        told.topics().ensure(told.connection());
        List<KafkaEventLog> journals = new ArrayList<>();
        for (int shard = 0; shard < recordings.shards(); shard++) {
            journals.add(new KafkaEventLog(told.connection(), told.topics(), shard));
        }
        try {
            fill(journals);
            double seconds = learn(told, journals.getFirst());
            int bytes = journals.getFirst().snapshot(1).orElseThrow().length;
            return new Outcome(
                    recordings.entries(),
                    recordings.entries() / seconds,
                    bytes,
                    lookUpMs(journals),
                    takeoverMs(told));
        } finally {
            journals.forEach(KafkaEventLog::close);
        }
    }

    /** The shards by turns, as if all had lived at once. */
    private void fill(List<KafkaEventLog> journals) {
        int most = 0;
        for (int shard = 0; shard < journals.size(); shard++) {
            most = Math.max(most, recordings.entries(shard).size());
        }
        for (int from = 0; from < most; from += PORTION) {
            for (int shard = 0; shard < journals.size(); shard++) {
                List<Entry> entries = recordings.entries(shard);
                if (from < entries.size()) {
                    journals.get(shard)
                            .append(entries.subList(from, Math.min(entries.size(), from + PORTION)), List.of());
                }
            }
        }
    }

    private static double learn(NodeProcess.Told told, KafkaEventLog any) {
        long start = System.nanoTime();
        try (ClusterLearner learner = ClusterLearner.start(LearnerProcess.setup(told))) {
            await(learner::isLearning);
            await(() -> any.newestSnapshot() > 0);
            return (System.nanoTime() - start) / NS_PER_S;
        }
    }

    private double lookUpMs(List<KafkaEventLog> journals) {
        Random random = new Random(recordings.seed());
        double[] took = new double[LOOK_UPS];
        for (int i = 0; i < LOOK_UPS; i++) {
            int shard = random.nextInt(journals.size());
            List<Entry> entries = recordings.entries(shard);
            long position = entries.get(random.nextInt(entries.size())).position();
            long start = System.nanoTime();
            if (journals.get(shard).at(position).isEmpty()) {
                throw new IllegalStateException("entry " + position + " is not there");
            }
            took[i] = (System.nanoTime() - start) / NS_PER_MS;
        }
        Arrays.sort(took);
        return took[LOOK_UPS / 2];
    }

    private static long takeoverMs(NodeProcess.Told told) {
        try (LearnerProcess doomed = LearnerProcess.start(told)) {
            doomed.awaitLearning();
            try (ClusterLearner standBy = ClusterLearner.start(LearnerProcess.setup(told))) {
                // So that it stands by when it is needed: joining is no part of taking over.
                LockSupport.parkNanos(Duration.ofMillis(told.deadAfterMs()).toNanos());
                long start = System.nanoTime();
                doomed.kill();
                await(standBy::isLearning);
                return Duration.ofNanos(System.nanoTime() - start).toMillis();
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the learner did not get there within " + WITHIN);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
    }
}
