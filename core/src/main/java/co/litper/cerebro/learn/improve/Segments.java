package co.litper.cerebro.learn.improve;

import co.litper.cerebro.learners.inference.Comparison;
import co.litper.cerebro.learners.inference.Effect;
import co.litper.cerebro.learners.inference.ManyTests;
import co.litper.cerebro.learners.inference.Moments;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the parts of the parcels that earn less, beyond what was forecast of them, than all others. One thread; O(segments).
 *
 * <p>Each part is held against the rest by Welch's test, to one side. Of the parts called weak at most one in twenty is so by
 * chance (Benjamini and Hochberg; cities, carriers and lanes overlap, so their tests depend on each other positively).
 */
final class Segments {
    /** Kept at most, about 150 bytes each; parcels of others beyond that count among the rest only. */
    private static final int MOST_SEGMENTS = 50_000;
    /** Parcels that a segment needs, and the rest as well. */
    private static final int LEAST_PARCELS = 30;
    /** Share of false alarms among alarms. */
    static final double LEVEL = 0.05;

    private static final double COVERAGE = 0.95;
    private static final double MS_PER_WEEK = 7 * 86_400_000.0;

    private final Map<Segment, Spread> spreads = new LinkedHashMap<>();
    private final Spread all = new Spread();
    private final Spread issues = new Spread();
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;

    void add(ParcelEnd end) {
        double beyond = end.cop() - end.expectedCop();
        all.add(beyond);
        add(new Segment.InCity(end.city()), beyond);
        add(new Segment.By(end.carrier()), beyond);
        add(new Segment.Lane(end.carrier(), end.city()), beyond);
        IssueReason reason = end.reason();
        if (reason != null) {
            double beyondIssue = end.cop() - end.expectedAtIssueCop();
            issues.add(beyondIssue);
            add(new Segment.Because(reason), beyondIssue);
        }
        firstMs = Math.min(firstMs, end.createdMs());
        lastMs = Math.max(lastMs, end.createdMs());
    }

    private void add(Segment segment, double value) {
        Spread spread = spreads.get(segment);
        if (spread == null && spreads.size() < MOST_SEGMENTS) {
            spread = new Spread();
            spreads.put(segment, spread);
        }
        if (spread != null) {
            spread.add(value);
        }
    }

    /** What a segment was found to differ by. */
    private record Tested(Segment segment, long parcels, Effect effect, double worseP) {}

    /** Those that are surely weak, the one that costs most first. */
    List<WeakSegment> weak() {
        List<Tested> tested = new ArrayList<>();
        spreads.forEach((segment, spread) -> {
            Moments rest = (segment instanceof Segment.Because ? issues : all).without(spread);
            Moments own = spread.moments();
            boolean large = own.count() >= LEAST_PARCELS && rest.count() >= LEAST_PARCELS;
            if (large && own.variance() + rest.variance() > 0) {
                Effect effect = Comparison.welch(rest, own, COVERAGE);
                double worse = effect.difference() < 0 ? effect.pValue() / 2 : 1 - effect.pValue() / 2;
                tested.add(new Tested(segment, own.count(), effect, worse));
            }
        });
        double[] adjusted = ManyTests.benjaminiHochberg(
                tested.stream().mapToDouble(Tested::worseP).toArray());
        double weeks = Math.max(1, (lastMs - firstMs) / MS_PER_WEEK);
        List<WeakSegment> weak = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            if (adjusted[i] <= LEVEL) {
                weak.add(weak(tested.get(i), adjusted[i], weeks));
            }
        }
        weak.sort(Comparator.comparingDouble(WeakSegment::lostPerWeekCop).reversed());
        return weak;
    }

    private static WeakSegment weak(Tested t, double adjustedP, double weeks) {
        Effect e = t.effect();
        double lost = -e.difference() * t.parcels() / weeks;
        return new WeakSegment(t.segment(), t.parcels(), e.difference(), e.low(), e.high(), adjustedP, lost);
    }
}
