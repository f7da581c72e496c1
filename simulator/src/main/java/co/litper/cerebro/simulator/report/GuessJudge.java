package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.Map;
import java.util.SortedMap;

/**
 * Hands out what somebody guesses, and counts how often the best guess is as good as the best truth, by the rule of {@link
 * Range}: the precision that is within reach of someone who guesses so well.
 */
final class GuessJudge implements Truth {
    private final Truth guess;
    private final Truth truth;
    private final Count carriers = new Count();
    private final Count answers = new Count();

    private static final class Count {
        private long matter;
        private long precise;
    }

    GuessJudge(Truth guess, Truth truth) {
        this.guess = guess;
        this.truth = truth;
    }

    @Override
    public SortedMap<Carrier, Double> carriers(String orderId) {
        SortedMap<Carrier, Double> guessed = guess.carriers(orderId);
        judge(guessed, truth.carriers(orderId), carriers);
        return guessed;
    }

    @Override
    public SortedMap<Action, Double> answers(String guideNumber) {
        SortedMap<Action, Double> guessed = guess.answers(guideNumber);
        judge(guessed, truth.answers(guideNumber), answers);
        return guessed;
    }

    @Override
    public double telling(String guideNumber) {
        return guess.telling(guideNumber);
    }

    private static <T> void judge(SortedMap<T, Double> guessed, SortedMap<T, Double> worth, Count count) {
        Range range = Range.EMPTY;
        for (double value : worth.values()) {
            range = range.with(value);
        }
        if (guessed.isEmpty() || !range.matters()) {
            return;
        }
        T taken = guessed.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        count.matter++;
        count.precise += range.isPrecise(worth.getOrDefault(taken, Double.NEGATIVE_INFINITY)) ? 1 : 0;
    }

    /** Its precision; the forecasts of nobody. */
    ReceiptFigures figures() {
        return new ReceiptFigures(
                Double.NaN,
                Double.NaN,
                Range.share(carriers.precise + answers.precise, carriers.matter + answers.matter),
                Range.share(carriers.precise, carriers.matter),
                Range.share(answers.precise, answers.matter),
                Double.NaN,
                1);
    }
}
