package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Choices joined with what came of them, by question. Immutable.
 *
 * @param period decisions of which time
 * @param slices what was found, for every question that was wanted
 */
public record ChoiceLog(Period period, Map<Question, Slice> slices) {
    public ChoiceLog {
        slices = Map.copyOf(slices);
    }

    /**
     * What was found of one question.
     *
     * @param episodes parcels whose outcome is known, in order of time; a sample drawn evenly if there are very many
     * @param parcels how many parcels there are of which {@code episodes} are the sample
     * @param choices choices about these parcels
     * @param immature choices whose outcome is not known yet, left out and taken for nothing
     * @param lookedBack choices made in hindsight, when a file of the past was read: nobody acted on them
     */
    public record Slice(List<Episode> episodes, long parcels, long choices, long immature, long lookedBack) {
        static final Slice EMPTY = new Slice(List.of(), 0, 0, 0, 0);

        public Slice {
            episodes = List.copyOf(episodes);
        }

        /** Share of the period's choices whose outcome is not known yet, 0 to 1. */
        public double immatureShare() {
            return immature == 0 ? 0 : (double) immature / (immature + choices);
        }
    }

    /** What was found of a question; empty if it was not wanted. */
    public Slice of(Question question) {
        return slices.getOrDefault(question, Slice.EMPTY);
    }

    /**
     * Reads a log once from its beginning. Memory: choices of parcels under way, and at most 120,000 choices a
     * question.
     *
     * @param whose merchants that count
     * @param progress is told the position, entry by entry
     */
    public static ChoiceLog read(
            EventLog log, Period period, Set<Question> questions, Predicate<MerchantId> whose, LongConsumer progress) {
        ChoiceReader reader = new ChoiceReader(period, questions, whose);
        log.read(EventLog.FIRST, entry -> {
            reader.take(entry);
            progress.accept(entry.position());
            return true;
        });
        return reader.finish();
    }

    /** Reads choices of all merchants. */
    public static ChoiceLog read(EventLog log, Period period, Set<Question> questions) {
        return read(log, period, questions, m -> true, position -> {});
    }

    /** These episodes as a log of one question. */
    public static ChoiceLog of(Question question, List<Episode> episodes) {
        long choices = episodes.stream().mapToLong(e -> e.choices().size()).sum();
        Map<Question, Slice> slices = new EnumMap<>(Question.class);
        slices.put(question, new Slice(episodes, episodes.size(), choices, 0, 0));
        return new ChoiceLog(Period.ALWAYS, slices);
    }
}
