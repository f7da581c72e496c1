package co.litper.cerebro.server.thinking;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Evidence;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Finding;
import co.litper.cerebro.decision.Reason;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.world.WireException;
import co.litper.cerebro.world.WireReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an installation's own logs tell about a dilemma: the features of its receipt, cases that resemble it, what came of each
 * answer to such novedades, and what became of the carrier's parcels in the city. It follows them and is built of receipts
 * and outcomes alone. Thread-safe, one question at a time.
 *
 * <p>The first question reads the whole logs, each further one what is new. Remembers the last {@value #MOST_CASES} cases.
 */
final class LogEvidence implements Evidence {
    private static final int MOST_CASES = 5_000;

    /** Decisions about novedades whose end is not known. */
    private static final int MOST_OPEN = 50_000;

    /** Lanes counted; Colombia's carriers times its larger towns. */
    private static final int MOST_LANES = 20_000;

    private static final int MOST_RECALLED = 8;

    private final List<EventLog> logs;
    /** Of each log the position read last. */
    private final long[] read;

    private final Map<Long, Open> open = bounded(MOST_OPEN);
    private final Map<Long, Past> cases = bounded(MOST_CASES);
    private final Map<Lane, long[]> lanes = bounded(MOST_LANES);

    private record Lane(Carrier carrier, CityCode city) {}

    private record Open(@Nullable IssueReason reason, boolean opens, Carrier carrier, CityCode city) {}

    private record Past(Open about, Action done, Outcome outcome, boolean late, float days, long cop) {}

    /** @param logs of the installation; several have different positions */
    LogEvidence(List<EventLog> logs) {
        this.logs = List.copyOf(logs);
        this.read = new long[logs.size()];
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public synchronized List<Finding> lookUp(Kind kind, Dilemma dilemma) {
        return switch (kind) {
            case FEATURES -> swayed(dilemma);
            case MEMORY -> {
                follow();
                yield remembered(dilemma);
            }
            case GRAPH -> {
                follow();
                yield counted(dilemma);
            }
            case CASES -> {
                follow();
                yield tried(dilemma);
            }
        };
    }

    private List<Finding> swayed(Dilemma dilemma) {
        return logs.stream()
                .flatMap(log -> log.at(Decision.positionOf(dilemma.decisionId())).stream())
                .flatMap(entry -> FactsCodec.decode(entry.facts()).stream())
                .filter(fact -> fact instanceof Decision d && d.id() == dilemma.decisionId())
                .flatMap(fact -> ((Decision) fact).reasons().stream())
                .filter(reason -> reason.feature() < Feature.COUNT)
                .map(LogEvidence::finding)
                .toList();
    }

    private static Finding finding(Reason reason) {
        return new Finding.Swayed(Feature.at(reason.feature()), reason.weight());
    }

    private void follow() {
        for (int i = 0; i < read.length; i++) {
            int log = i;
            logs.get(log).read(Math.max(EventLog.FIRST, read[log] + 1), entry -> {
                take(entry);
                read[log] = entry.position();
                return true;
            });
        }
    }

    private void take(Entry entry) {
        for (Fact fact : FactsCodec.decode(entry.facts())) {
            if (fact instanceof Decision d && (d.issue() != null || d.first()) && !d.keepsStanding()) {
                context(d)
                        .ifPresent(c -> open.put(d.id(), new Open(d.issue(), d.first(), c.carrier(), c.destination())));
            } else if (fact instanceof Settled s && s.complete()) {
                ended(s);
            }
        }
    }

    /** What the receipt knew; empty if it is of a release that wrote it otherwise. */
    private static Optional<ShipmentContext> context(Decision d) {
        try {
            return Optional.of(ShipmentContext.read(new WireReader(d.context())));
        } catch (WireException otherRelease) {
            return Optional.empty();
        }
    }

    private void ended(Settled s) {
        Open about = open.remove(s.decisionId());
        if (about == null) {
            return;
        }
        if (about.reason() != null) {
            cases.put(s.decisionId(), new Past(about, s.carriedOut(), s.outcome(), s.late(), s.days(), s.parcelCop()));
        }
        if (about.opens()) {
            Carrier carrier = s.carrier().isEmpty() ? about.carrier() : new Carrier(s.carrier());
            long[] sums = lanes.computeIfAbsent(new Lane(carrier, about.city()), _ -> new long[3]);
            sums[0]++;
            sums[1] += s.late() ? 1 : 0;
            sums[2] += s.outcome() == Outcome.ISSUE_UNRESOLVED ? 1 : 0;
        }
    }

    private List<Finding> remembered(Dilemma d) {
        return cases.values().stream()
                .filter(past -> past.about().reason() == d.stage().reason())
                .sorted(Comparator.comparingInt((Past past) -> -likeness(past, d)))
                .limit(MOST_RECALLED)
                .<Finding>map(past -> new Finding.Remembered(
                        past.about().carrier(),
                        past.about().city(),
                        past.about().reason(),
                        past.done(),
                        past.outcome(),
                        past.late(),
                        past.days(),
                        past.cop()))
                .toList();
    }

    private static int likeness(Past past, Dilemma d) {
        return (past.about().city().equals(d.city()) ? 2 : 0)
                + (past.about().carrier().equals(d.carrier()) ? 1 : 0);
    }

    private List<Finding> counted(Dilemma d) {
        List<Finding> found = new ArrayList<>();
        lanes.forEach((lane, sums) -> {
            if (lane.city().equals(d.city())) {
                Finding counted = new Finding.Counted(lane.carrier(), lane.city(), sums[0], sums[1], sums[2]);
                found.add(lane.carrier().equals(d.carrier()) ? 0 : found.size(), counted);
            }
        });
        return found;
    }

    private List<Finding> tried(Dilemma d) {
        Map<Action, long[]> byAction = new TreeMap<>();
        for (Past past : cases.values()) {
            if (past.about().reason() == d.stage().reason()) {
                long[] sums = byAction.computeIfAbsent(past.done(), _ -> new long[2]);
                sums[0]++;
                sums[1] += past.outcome() == Outcome.ISSUE_RESOLVED ? 1 : 0;
            }
        }
        return byAction.entrySet().stream()
                .<Finding>map(e -> new Finding.Tried(d.stage().reason(), e.getKey(), e.getValue()[0], e.getValue()[1]))
                .toList();
    }
}
