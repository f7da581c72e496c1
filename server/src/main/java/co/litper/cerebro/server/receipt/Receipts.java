package co.litper.cerebro.server.receipt;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
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

/** Reads decisions back from the log. Not thread-safe. */
public final class Receipts {
    /** Entries looked through for the outcome of one decision: some 30 days of 30,000 events. */
    public static final int MOST_SEARCHED = 1_000_000;

    /** Entries looked at for a decision near an unknown one. */
    static final int MOST_NEAR = 200;

    private final EventLog log;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final RescueTables tables;

    public Receipts(EventLog log) {
        this(log, new RescueTables(log));
    }

    /** @param tables of the same log, shared by many */
    public Receipts(EventLog log, RescueTables tables) {
        this.log = log;
        this.tables = tables;
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

    /** The word on a decision that stands at a log position, or empty if none stands there. */
    public Optional<Settled> outcomeAt(long id, long position) {
        return log.at(position).stream()
                .flatMap(entry -> FactsCodec.decode(entry.facts()).stream())
                .filter(fact -> fact instanceof Settled settled && settled.decisionId() == id)
                .map(Settled.class::cast)
                .reduce((first, last) -> last);
    }

    /** The rescue table of the snapshot that decided; see {@link RescueTables#of}. */
    public Optional<RescuePolicy> rescues(long snapshot) {
        return tables.of(snapshot);
    }
}
