package co.litper.cerebro.memory;

import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one fact of many episodes: a pattern whose rate of what goes wrong stands out from the rest of the next broader one.
 * A fact is upheld by each episode that fits, and contradicted when the evidence falls back below what noise would give. Not
 * thread-safe. O(patterns of an episode) for each.
 */
final class Consolidation {
    /** Patterns counted, some 100 bytes each; when they are this many, new ones are left out, the broad ones being in. */
    static final int MAX_PATTERNS = 10_000;
    /** Fewer episodes are no pattern. */
    static final long LEAST_COUNT = 12;
    /**
     * Standard errors above the rest from which a pattern is a fact: one in 4,000 by chance, against thousands of
     * patterns that are looked at again and again.
     */
    static final double STANDS_OUT = 3.5;
    /** Standard errors below which a fact is contradicted. */
    static final double FALLS_BACK = 1.5;

    /** Differences of the rate below which nobody would act. */
    private static final double LEAST_DIFFERENCE = 0.05;

    private static final double UPHELD_BY = 0.1;
    /** Importance of a fact that barely stands out, and what each further standard error adds. */
    private static final double FACT_IMPORTANCE = 0.7;

    private static final double IMPORTANCE_PER_ERROR = 0.02;
    private static final int PERCENT = 100;

    private final Wording wording;
    private final Map<Long, Tally> tallies = new LinkedHashMap<>();

    Consolidation(Wording wording) {
        this.wording = wording;
    }

    /** How a fact that is kept already is looked up. */
    @FunctionalInterface
    interface Known {
        Optional<Memory> find(long id);
    }

    /** Counts an episode; returns the facts that it made, upheld or contradicted. */
    List<Memory> take(Episode episode, Known known) {
        List<Pattern> patterns = Pattern.of(episode);
        for (Pattern pattern : patterns) {
            long id = pattern.id();
            Tally before = tallies.get(id);
            if (before != null || tallies.size() < MAX_PATTERNS) {
                tallies.put(id, (before == null ? Tally.NONE : before).plus(episode));
            }
        }
        List<Memory> facts = new ArrayList<>();
        for (Pattern pattern : patterns.subList(1, patterns.size())) {
            judge(pattern, episode, known).ifPresent(facts::add);
        }
        return facts;
    }

    private Optional<Memory> judge(Pattern pattern, Episode episode, Known known) {
        Tally tally = tallies.getOrDefault(pattern.id(), Tally.NONE);
        Tally broader = tallies.getOrDefault(pattern.broader().id(), Tally.NONE);
        if (tally.count() < LEAST_COUNT) {
            return Optional.empty();
        }
        double above = tally.above(broader);
        boolean standsOut = above >= STANDS_OUT && tally.rate() - tally.restRate(broader) >= LEAST_DIFFERENCE;
        if (!standsOut && above >= FALLS_BACK) {
            return Optional.empty();
        }
        Optional<Memory> before = known.find(pattern.id());
        long nowMs = episode.at().toEpochMilli();
        if (standsOut) {
            Trace trace = before.map(m -> m.trace().upheld(UPHELD_BY, nowMs)).orElseGet(() -> Trace.fresh(1, nowMs));
            return Optional.of(fact(pattern, tally, broader, above, nowMs, trace));
        }
        return before.filter(m -> !m.trace().isContradicted())
                .map(m -> m.with(m.trace().contradicted(nowMs)));
    }

    private Memory fact(Pattern pattern, Tally tally, Tally broader, double above, long nowMs, Trace trace) {
        String text = String.format(
                Locale.ROOT,
                "%s va mal %d de %d veces (%d %%), frente a %d %% en lo demás.",
                pattern.in(wording),
                tally.wrong(),
                tally.count(),
                Math.round(PERCENT * tally.rate()),
                Math.round(PERCENT * tally.restRate(broader)));
        return new Memory(
                pattern.id(),
                MemoryKind.FACT,
                pattern.merchant(),
                PersonRef.NONE,
                nowMs,
                text,
                pattern.id(),
                Math.min(1, FACT_IMPORTANCE + IMPORTANCE_PER_ERROR * above),
                tally.count(),
                tally.evidence(),
                trace);
    }

    void write(WireWriter out) {
        out.varint(tallies.size());
        tallies.forEach((id, tally) -> {
            out.fixed64(id);
            tally.write(out);
        });
    }

    void read(WireReader in) {
        tallies.clear();
        int size = in.varintAsInt();
        for (int i = 0; i < size; i++) {
            tallies.put(in.fixed64(), Tally.read(in));
        }
    }
}
