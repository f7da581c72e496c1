package co.litper.cerebro.learn.improve;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.Episode;
import co.litper.cerebro.learn.replay.Period;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a period of the log shows. Immutable.
 *
 * @param period decisions of which time
 * @param parcels parcels of it that have ended
 * @param trends week by week
 * @param weak segments that are surely weak, the one that costs most first
 * @param choices choices joined with what came of them
 * @param changedAt when each setting was last changed
 * @param openSinceMs when parcels whose end is not known were first decided about, epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // a column, never compared
public record Evidence(
        Period period,
        long parcels,
        List<Trend> trends,
        List<WeakSegment> weak,
        ChoiceLog choices,
        Map<String, Instant> changedAt,
        long[] openSinceMs) {
    private static final double MS_PER_WEEK = 7 * 86_400_000.0;

    public Evidence {
        trends = List.copyOf(trends);
        weak = List.copyOf(weak);
        changedAt = Map.copyOf(changedAt);
    }

    /** Nothing but choices: for what only they speak of. */
    static Evidence of(ChoiceLog choices) {
        return new Evidence(choices.period(), 0, List.of(), List.of(), choices, Map.of(), new long[0]);
    }

    /** The choices made since a setting was last changed. */
    ChoiceLog since(String key) {
        Instant changed = changedAt.get(key);
        if (changed == null) {
            return choices;
        }
        long fromMs = changed.toEpochMilli();
        Map<Question, ChoiceLog.Slice> slices = new EnumMap<>(Question.class);
        choices.slices().forEach((question, slice) -> slices.put(question, after(slice, fromMs)));
        return new ChoiceLog(period, slices);
    }

    private static ChoiceLog.Slice after(ChoiceLog.Slice slice, long fromMs) {
        List<Episode> kept =
                slice.episodes().stream().filter(e -> e.atMs() >= fromMs).toList();
        double share =
                kept.isEmpty() ? 0 : (double) kept.size() / slice.episodes().size();
        return new ChoiceLog.Slice(
                kept,
                Math.round(slice.parcels() * share),
                Math.round(slice.choices() * share),
                slice.immature(),
                slice.lookedBack());
    }

    /** Parcels of the choices whose first was made in a time. */
    long endedSinceMs(long fromMs, long toMs) {
        double most = 0;
        for (ChoiceLog.Slice slice : choices.slices().values()) {
            long within = slice.episodes().stream()
                    .filter(e -> fromMs <= e.atMs() && e.atMs() < toMs)
                    .count();
            double share = slice.episodes().isEmpty()
                    ? 0
                    : (double) slice.parcels() / slice.episodes().size();
            most = Math.max(most, within * share);
        }
        return Math.round(most);
    }

    /** Parcels a week about which a question was asked. */
    static double perWeek(ChoiceLog.Slice slice) {
        if (slice.episodes().isEmpty()) {
            return 0;
        }
        long span =
                slice.episodes().getLast().atMs() - slice.episodes().getFirst().atMs();
        return slice.parcels() / Math.max(1, span / MS_PER_WEEK);
    }
}
