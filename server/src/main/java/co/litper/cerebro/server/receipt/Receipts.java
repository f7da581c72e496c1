package co.litper.cerebro.server.receipt;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.learn.Learner;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.policy.RescueLearner;
import co.litper.cerebro.policy.RescuePolicy;
import co.litper.cerebro.world.WireWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads decisions back from the log. Not thread-safe: it remembers rescue tables of snapshots it met. */
public final class Receipts {
    /** Entries looked through for the outcome of one decision: some 30 days of 30,000 events. */
    public static final int MOST_SEARCHED = 1_000_000;

    /** Entries looked at for a decision near an unknown one. */
    static final int MOST_NEAR = 200;

    /** Rescue tables kept; a worklist rests on the few snapshots of its last days. */
    private static final int MOST_TABLES = 64;

    private final EventLog log;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Map<Long, Optional<RescuePolicy>> tables = new HashMap<>();
    private @Nullable Optional<RescuePolicy> newest;

    public Receipts(EventLog log) {
        this.log = log;
    }

    /**
     * The decisions with these ids; those that the log does not hold are left out. One look-up for each log position, since
     * a tick may have decided about hundreds of parcels at one.
     */
    public Map<Long, Decision> decisions(Collection<Long> ids) {
        Map<Long, Set<Long>> byPosition = new TreeMap<>();
        for (long id : ids) {
            byPosition
                    .computeIfAbsent(Decision.positionOf(id), p -> new HashSet<>())
                    .add(id);
        }
        Map<Long, Decision> found = new HashMap<>();
        byPosition.forEach((position, wanted) -> log.at(position).ifPresent(entry -> {
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (fact instanceof Decision decision && wanted.contains(decision.id())) {
                    found.put(decision.id(), decision);
                }
            }
        }));
        return found;
    }

    /** The whole receipt of a decision, or empty if the log holds none of this id. */
    public Optional<Receipt> find(long id) {
        long position = Decision.positionOf(id);
        Optional<Entry> entry = position < EventLog.FIRST ? Optional.empty() : log.at(position);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        List<Fact> facts = FactsCodec.decode(entry.get().facts());
        List<PlannedEffect> effects = facts.stream()
                .filter(PlannedEffect.class::isInstance)
                .map(PlannedEffect.class::cast)
                .filter(e -> PlannedEffect.decisionOf(e.id()) == id)
                .toList();
        return facts.stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(d -> d.id() == id)
                .findFirst()
                .map(d -> new Receipt(d, codec.decode(entry.get().event()), effects));
    }

    /**
     * What came of a decision: the last word on it within {@link #MOST_SEARCHED} entries from its own on, or empty. Stops at
     * the first word that nothing can correct.
     */
    public Optional<Settled> outcome(long id) {
        byte[] idBytes = new WireWriter().varint(id).toBytes();
        Settled[] last = new Settled[1];
        long from = Decision.positionOf(id);
        log.read(from, entry -> {
            // Most entries do not name the decision; their bytes say so without being decoded.
            if (contains(entry.facts(), idBytes)) {
                FactsCodec.decode(entry.facts()).forEach(fact -> {
                    if (fact instanceof Settled settled && settled.decisionId() == id) {
                        last[0] = settled;
                    }
                });
            }
            boolean settled = last[0] != null && last[0].complete();
            return !settled && entry.position() - from < MOST_SEARCHED;
        });
        return Optional.ofNullable(last[0]);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The decision that stands nearest before {@code id}, among the {@value #MOST_NEAR} entries before it and the last of
     * the log, to suggest where an unknown one was asked for.
     */
    public OptionalLong nearest(long id) {
        long position = Math.min(Decision.positionOf(id), log.end() - 1);
        for (long p = position; p >= EventLog.FIRST && p > position - MOST_NEAR; p--) {
            OptionalLong last = log.at(p).stream()
                    .flatMap(e -> FactsCodec.decode(e.facts()).stream())
                    .filter(Decision.class::isInstance)
                    .mapToLong(f -> ((Decision) f).id())
                    .max();
            if (last.isPresent()) {
                return last;
            }
        }
        return OptionalLong.empty();
    }

    /**
     * The rescue table of the snapshot that decided; where its bytes are not kept, that of the newest snapshot kept, so that
     * counts of cases may be off by what was learned between the two. Empty if none is kept. Version 0 is without experience.
     */
    public Optional<RescuePolicy> rescues(long snapshot) {
        if (tables.size() >= MOST_TABLES && !tables.containsKey(snapshot)) {
            tables.clear();
        }
        return tables.computeIfAbsent(
                snapshot,
                version -> version == 0
                        ? Optional.of(new RescueLearner().policy())
                        : log.snapshot(version).map(Receipts::tableIn).or(this::newest));
    }

    private Optional<RescuePolicy> newest() {
        if (newest == null) {
            newest = log.snapshot(log.newestSnapshot()).map(Receipts::tableIn);
        }
        return newest;
    }

    private static RescuePolicy tableIn(byte[] bytes) {
        return Learner.restore(bytes).current().learned().rescues();
    }
}
