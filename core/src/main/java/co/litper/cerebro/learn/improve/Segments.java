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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** P-value at which a segment counts as weak beside the listed ones it overlaps: one in twenty over ten of its kind. */
    private static final double STANDS_OUT = LEVEL / 10;

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
    private record Tested(Segment segment, Effect effect, double worseP) {}

    /** Those that are surely weak and not so only for another that is listed, the one that costs most first. */
    List<WeakSegment> weak() {
        List<Tested> tested = new ArrayList<>();
        spreads.forEach((segment, own) -> {
            Spread rest = (segment instanceof Segment.Because ? issues : all).without(own);
            compare(own, rest).ifPresent(effect -> tested.add(new Tested(segment, effect, worse(effect))));
        });
        double[] adjusted = ManyTests.benjaminiHochberg(
                tested.stream().mapToDouble(Tested::worseP).toArray());
        List<WeakSegment> weak = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            if (adjusted[i] <= LEVEL) {
                weak.add(weak(tested.get(i), adjusted[i]));
            }
        }
        weak.removeIf(w -> w.segment() instanceof Segment.Lane lane && !isWorseThanBothOfItsOwn(lane));
        List<Segment.Lane> lanes = weak.stream()
                .map(WeakSegment::segment)
                .flatMap(s -> s instanceof Segment.Lane lane ? Stream.of(lane) : Stream.of())
                .toList();
        weak.removeIf(w -> !isWeakWithout(w.segment(), lanes));
        weak.sort(Comparator.comparingDouble(WeakSegment::lostPerWeekCop).reversed());
        return weak;
    }

    private static Optional<Effect> compare(Spread own, Spread rest) {
        Moments a = rest.moments();
        Moments b = own.moments();
        boolean told = a.count() >= LEAST_PARCELS && b.count() >= LEAST_PARCELS && a.variance() + b.variance() > 0;
        return told ? Optional.of(Comparison.welch(a, b, COVERAGE)) : Optional.empty();
    }

    private static double worse(Effect effect) {
        return effect.difference() < 0 ? effect.pValue() / 2 : 1 - effect.pValue() / 2;
    }

    /** A carrier that is bad everywhere makes each of its lanes look bad: a lane counts if it stands out there as well. */
    private boolean isWorseThanBothOfItsOwn(Segment.Lane lane) {
        return standsOut(lane, new Segment.By(lane.carrier())) && standsOut(lane, new Segment.InCity(lane.city()));
    }

    private boolean standsOut(Segment lane, Segment whole) {
        Spread own = Objects.requireNonNull(spreads.get(lane));
        Spread wide = spreads.get(whole);
        return wide == null
                || compare(own, wide.without(own))
                        .map(e -> worse(e) <= STANDS_OUT)
                        .orElse(true);
    }

    /** A carrier or a city that is weak for one lane only is not listed beside it. */
    private boolean isWeakWithout(Segment segment, List<Segment.Lane> lanes) {
        Spread own = Objects.requireNonNull(spreads.get(segment));
        Spread left = own;
        for (Segment.Lane lane : lanes) {
            boolean within =
                    segment.equals(new Segment.By(lane.carrier())) || segment.equals(new Segment.InCity(lane.city()));
            left = within ? left.without(Objects.requireNonNull(spreads.get(lane))) : left;
        }
        if (left == own) {
            return true;
        }
        return compare(left, all.without(own)).map(e -> worse(e) <= STANDS_OUT).orElse(false);
    }

    private WeakSegment weak(Tested t, double adjustedP) {
        Effect e = t.effect();
        long parcels =
                Objects.requireNonNull(spreads.get(t.segment())).moments().count();
        double weeks = Math.max(1, (lastMs - firstMs) / MS_PER_WEEK);
        double lost = -e.difference() * parcels / weeks;
        return new WeakSegment(t.segment(), parcels, e.difference(), e.low(), e.high(), adjustedP, lost);
    }
}
