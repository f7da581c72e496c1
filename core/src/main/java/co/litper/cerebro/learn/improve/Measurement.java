package co.litper.cerebro.learn.improve;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.Episode;
import co.litper.cerebro.learn.replay.Gate;
import co.litper.cerebro.learners.inference.Comparison;
import co.litper.cerebro.learners.inference.Effect;
import co.litper.cerebro.learners.inference.Moments;
import co.litper.cerebro.policy.Economics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures a change on the parcels about which its questions were asked in the two weeks after it, against those of the four
 * weeks before, each less its forecast. A comparison in time: what else changed in those weeks is in it too.
 */
final class Measurement {
    static final Duration BEFORE = Duration.ofDays(28);
    static final Duration AFTER = Duration.ofDays(14);
    /** How long parcels get to end; those still under way then are few. */
    static final Duration MATURING = Duration.ofDays(14);
    /** After this long without an answer there will be none. */
    static final Duration MOST = Duration.ofDays(60);

    private static final int LEAST_PARCELS = 100;
    private static final double COVERAGE = 0.95;

    private Measurement() {}

    /** What measuring came to. */
    sealed interface Result {}

    /** It is too early. */
    record Early() implements Result {}

    /** There will be no answer: too few parcels. */
    record Untold() implements Result {}

    /** An answer. */
    record Told(Measured measured) implements Result {}

    static Result of(Improvement change, Evidence evidence, Economics economics, Instant now) {
        Instant applied = change.applied();
        if (now.isBefore(applied.plus(AFTER).plus(MATURING))) {
            return new Early();
        }
        Result otherwise = now.isBefore(applied.plus(MOST)) ? new Early() : new Untold();
        double[] before = beyond(change, evidence, economics, applied.minus(BEFORE), applied);
        double[] after = beyond(change, evidence, economics, applied, applied.plus(AFTER));
        if (before.length < LEAST_PARCELS || after.length < LEAST_PARCELS || immature(evidence, applied)) {
            return otherwise;
        }
        Moments first = Moments.of(before);
        Moments second = Moments.of(after);
        if (first.variance() + second.variance() <= 0) {
            return otherwise;
        }
        Effect effect = Comparison.welch(first, second, COVERAGE);
        return new Told(new Measured(effect.difference(), effect.low(), effect.high(), after.length));
    }

    private static boolean immature(Evidence evidence, Instant applied) {
        long from = applied.toEpochMilli();
        long to = applied.plus(AFTER).toEpochMilli();
        long open = Arrays.stream(evidence.openSinceMs())
                .filter(ms -> from <= ms && ms < to)
                .count();
        long ended = evidence.endedSinceMs(from, to);
        return open > Gate.DEFAULT.mostImmature() * (open + ended);
    }

    /** What each parcel earned beyond its forecast; a parcel counts once, however many questions were asked about it. */
    private static double[] beyond(
            Improvement change, Evidence evidence, Economics economics, Instant from, Instant to) {
        Map<Long, Double> byParcel = new LinkedHashMap<>();
        for (Question question : Question.values()) {
            if (Candidates.questionsOf(change.change().key()).contains(question)) {
                for (Episode e : evidence.choices().of(question).episodes()) {
                    boolean within = e.atMs() >= from.toEpochMilli() && e.atMs() < to.toEpochMilli();
                    if (within) {
                        byParcel.putIfAbsent(e.parcel(), e.returnCop() - Expected.of(e, economics));
                    }
                }
            }
        }
        return byParcel.values().stream().mapToDouble(d -> d).toArray();
    }
}
