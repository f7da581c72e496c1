package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.StateView;
import co.litper.cerebro.cluster.kafka.KafkaEventLog;
import co.litper.cerebro.cluster.redis.FeatureFollower;
import co.litper.cerebro.cluster.redis.RedisFeatures;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.LockSupport;

/** The features of all shards in Redis, kept up by a thread of its own from the journals, and in the end counted. */
final class FeaturesBeside implements AutoCloseable {
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(5);
    private static final long REST_NS = Duration.ofMillis(50).toNanos();
    private static final List<String> NAMES =
            Arrays.stream(Feature.values()).map(Feature::key).toList();

    private final Recordings recordings;
    private final List<KafkaEventLog> journals = new ArrayList<>();
    private final List<JournalView> views = new ArrayList<>();
    private final List<RedisFeatures> features = new ArrayList<>();
    private final List<FeatureFollower> followers = new ArrayList<>();
    private final Thread thread;
    private volatile int failed;
    private volatile boolean closed;

    FeaturesBeside(NodeProcess.Told told, Recordings recordings, String redis) {
        this.recordings = recordings;
        for (int shard = 0; shard < recordings.shards(); shard++) {
            KafkaEventLog journal = new KafkaEventLog(told.connection(), told.topics(), shard);
            RedisFeatures kept = RedisFeatures.open(RedisServerAddress.of(redis, "f" + shard));
            journals.add(journal);
            views.add(new JournalView(journal));
            features.add(kept);
            followers.add(new FeatureFollower(journal, kept));
        }
        thread = Thread.ofPlatform().name("features-beside").daemon(true).start(this::follow);
    }

    private void follow() {
        while (!closed) {
            boolean moved = false;
            for (int shard = 0; shard < followers.size(); shard++) {
                FeatureFollower follower = followers.get(shard);
                try {
                    moved |= views.get(shard).ask(follower::step);
                } catch (StoreException e) {
                    failed++;
                }
            }
            if (!moved) {
                LockSupport.parkNanos(REST_NS);
            }
        }
    }

    /** Waits until the features tell of every entry, and holds each parcel's last against the recording's. */
    Struck.Beside compare() throws InterruptedException {
        long deadline = System.nanoTime() + CAUGHT_UP_WITHIN.toNanos();
        while (behind() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofNanos(REST_NS));
        }
        int expected = 0;
        int right = 0;
        for (int shard = 0; shard < recordings.shards(); shard++) {
            Map<Long, Decision> last = lastDecisions(shard);
            expected += last.size();
            int own = shard;
            right += views.get(shard).ask(view -> (int) last.entrySet().stream()
                    .filter(e -> isThere(own, view, e.getKey(), e.getValue()))
                    .count());
        }
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("featureWritesFailed", failed);
        figures.put("featuresBehind", behind());
        figures.put("vectorsExpected", expected);
        figures.put("vectorsRight", right);
        return new Struck.Beside(expected - right + (int) behind(), figures);
    }

    private long behind() {
        long behind = 0;
        for (int shard = 0; shard < followers.size(); shard++) {
            long last = recordings.entries(shard).getLast().position();
            behind += Math.max(0, last - followers.get(shard).position());
        }
        return behind;
    }

    /** By home. */
    private Map<Long, Decision> lastDecisions(int shard) {
        return views.get(shard).ask(view -> {
            Map<Long, Decision> last = new LinkedHashMap<>();
            for (Entry entry : recordings.entries(shard)) {
                FactsCodec.decode(entry.facts()).forEach(fact -> {
                    if (fact instanceof Decision d && d.features().length > 0) {
                        last.put(view.state().homeKey(d.key()), d);
                    }
                });
            }
            last.keySet().removeIf(home -> view.state().home(home).isEmpty());
            return last;
        });
    }

    /** Under the guide's number, or under the order's if it was decided last before there was a guide. */
    private boolean isThere(int shard, StateView view, long home, Decision decision) {
        MerchantId merchant = view.state().home(home).orElseThrow().merchant();
        ParcelState parcel = view.state().home(home).orElseThrow().parcel();
        return isAt(shard, merchant, parcel.guideNumber(), decision)
                || isAt(shard, merchant, parcel.orderId(), decision);
    }

    private boolean isAt(int shard, MerchantId merchant, String number, Decision decision) {
        if (number.isEmpty()) {
            return false;
        }
        FeatureRow row = FeatureRow.fromBytes(decision.features());
        float[] there = features.get(shard).get(merchant, number, NAMES);
        for (Feature feature : Feature.values()) {
            if (Float.compare(there[feature.ordinal()], row.get(feature)) != 0) {
                return false;
            }
        }
        return features.get(shard).knownAt(merchant, number).orElse(-1) == decision.atMs();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        features.forEach(RedisFeatures::close);
        journals.forEach(KafkaEventLog::close);
    }
}
