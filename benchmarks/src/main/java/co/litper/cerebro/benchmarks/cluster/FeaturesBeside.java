package co.litper.cerebro.benchmarks.cluster;

import co.litper.cerebro.Concerned;
import co.litper.cerebro.StateView;
import co.litper.cerebro.cluster.kafka.KafkaEventLog;
import co.litper.cerebro.cluster.redis.FeatureFollower;
import co.litper.cerebro.cluster.redis.RedisFeatures;
import co.litper.cerebro.cluster.redis.RedisServerAddress;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.InMemoryEventLog;
import co.litper.cerebro.log.StateStore;
import co.litper.cerebro.log.StoreException;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The features of all shards in Redis, kept up by a thread of its own from the journals, and in the end counted. */
final class FeaturesBeside implements AutoCloseable {
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(5);
    private static final long REST_NS = Duration.ofMillis(50).toNanos();
    private static final List<String> NAMES =
            Arrays.stream(Feature.values()).map(Feature::key).toList();

    private static final int MOST_EXAMPLES = 5;

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
                    Optional<FeatureFollower.Batch> next = views.get(shard).ask(follower::read);
                    next.ifPresent(follower::publish);
                    moved |= next.isPresent();
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
        List<String> examples = new ArrayList<>();
        for (int shard = 0; shard < recordings.shards(); shard++) {
            for (Last last : lastDecisions(shard).values()) {
                expected++;
                if (isThere(shard, last)) {
                    right++;
                } else if (examples.size() < MOST_EXAMPLES) {
                    examples.add(told(shard, last));
                }
            }
        }
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("featureWritesFailed", failed);
        figures.put("featuresBehind", behind());
        figures.put("vectorsExpected", expected);
        figures.put("vectorsRight", right);
        figures.put("vectorsWrong", examples);
        return new Struck.Beside(expected - right + (int) behind(), figures);
    }

    private String told(int shard, Last last) {
        Decision decision = Objects.requireNonNull(last.decision, "removed if there is none");
        return "decision " + decision.id() + " of " + decision.atMs() + " wanted under one of " + last.numbers
                + ", where vectors are of "
                + last.numbers.stream()
                        .filter(number -> !number.isEmpty())
                        .map(number -> features.get(shard).knownAt(last.merchant, number))
                        .toList();
    }

    private long behind() {
        long behind = 0;
        for (int shard = 0; shard < followers.size(); shard++) {
            long last = recordings.entries(shard).getLast().position();
            behind += Math.max(0, last - followers.get(shard).position());
        }
        return behind;
    }

    /** What was decided last of a parcel, and the numbers that it ever had: it is kept under the one of that moment. */
    private static final class Last {
        private final Set<String> numbers = new LinkedHashSet<>();
        private final MerchantId merchant;
        private @Nullable Decision decision;

        Last(MerchantId merchant) {
            this.merchant = merchant;
        }

        /** Takes in a home that turned out to be the same parcel: which of both it is kept under, depends on when it is read. */
        void join(Last other) {
            numbers.addAll(other.numbers);
            Decision told = other.decision;
            if (told != null && (decision == null || told.id() > decision.id())) {
                decision = told;
            }
        }
    }

    /** By home in the end: the recording lived through once more, entry by entry. */
    private Map<Long, Last> lastDecisions(int shard) {
        InMemoryEventLog log =
                new InMemoryEventLog(recordings.entries(shard).getFirst().position());
        EnvelopeCodec codec = new EnvelopeCodec();
        StateView view = StateView.open(log, StateStore.empty(), codec);
        Map<Long, Last> last = new LinkedHashMap<>();
        for (Entry entry : recordings.entries(shard)) {
            log.append(List.of(entry), List.of());
            view.advance(log, codec);
            List<Fact> facts = FactsCodec.decode(entry.facts());
            for (long key : Concerned.keys(codec.decode(entry.event()), facts)) {
                note(view, key, last);
            }
            for (Fact fact : facts) {
                if (fact instanceof Decision d && d.features().length > 0) {
                    Last own = last.get(view.state().homeKey(d.key()));
                    if (own != null) {
                        own.decision = d;
                    }
                }
            }
        }
        Map<Long, Last> inTheEnd = new LinkedHashMap<>();
        last.forEach((home, own) -> inTheEnd.computeIfAbsent(view.state().homeKey(home), h -> new Last(own.merchant))
                .join(own));
        inTheEnd.values().removeIf(own -> own.decision == null);
        return inTheEnd;
    }

    private static void note(StateView view, long key, Map<Long, Last> last) {
        long homeKey = view.state().homeKey(key);
        view.state().home(homeKey).ifPresent(home -> {
            Last own = last.computeIfAbsent(homeKey, h -> new Last(home.merchant()));
            own.numbers.add(home.parcel().guideNumber());
            own.numbers.add(home.parcel().orderId());
        });
    }

    private boolean isThere(int shard, Last last) {
        Decision decision = Objects.requireNonNull(last.decision, "removed if there is none");
        return last.numbers.stream().anyMatch(number -> isAt(shard, last.merchant, number, decision));
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
