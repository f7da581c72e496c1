package co.litper.cerebro.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The truth is what comes of living the same future many times under other luck. */
class TruthTest {
    /** Deviations in standard errors that are allowed to a single state, and on the mean square over all. */
    private static final double MOST = 4;

    private static final double MOST_MEAN_SQUARE = 2;
    private static final int ISSUES = 8;
    private static final int TIMES = 150;

    @Test
    void answersToANovedadAreWorthWhatReplayGives() {
        List<Double> deviations = new ArrayList<>();
        World world = world();
        world.run(
                e -> {
                    if (e.event() instanceof IssueReported issue && deviations.size() < 6 * ISSUES) {
                        compare(world, issue.guideNumber(), deviations);
                    }
                },
                Passive.START.plus(Duration.ofDays(7)));

        assertTrue(deviations.size() >= 6 * ISSUES, "states compared: " + deviations.size());
        judge(deviations);
    }

    private static void compare(World world, String guide, List<Double> deviations) {
        SortedMap<Action, Double> truth = world.truth().answers(guide);
        truth.forEach((action, worth) -> {
            boolean isLeft = action == Action.NONE || action == Action.ESCALATE;
            Replay.Mean mean = Replay.of(world, orderOf(guide), action, "", isLeft, TIMES);
            if (mean.error() > 100) {
                deviations.add((mean.value() - worth) / mean.error());
            } else {
                assertEquals(worth, mean.value(), 500, guide + " " + action);
            }
        });
    }

    @Test
    void carriersAreWorthWhatReplayGives() {
        List<Double> deviations = new ArrayList<>();
        World world = world();
        world.run(
                e -> {
                    if (e.event() instanceof OrderCreated order && deviations.size() < 25) {
                        SortedMap<Carrier, Double> truth = world.truth().carriers(order.orderId());
                        truth.forEach((carrier, worth) -> {
                            Replay.Mean mean = Replay.of(
                                    world, order.orderId(), Action.CHOOSE_CARRIER, carrier.code(), false, TIMES);
                            deviations.add((mean.value() - worth) / mean.error());
                        });
                    }
                },
                Passive.START.plus(Duration.ofHours(14)));

        assertTrue(deviations.size() >= 25);
        judge(deviations);
    }

    @Test
    void askingTheTruthChangesNothing() {
        List<Envelope> asked = new ArrayList<>();
        World world = world();
        world.run(
                e -> {
                    asked.add(e);
                    if (e.event() instanceof OrderCreated order) {
                        world.truth().carriers(order.orderId());
                    }
                },
                Passive.START.plus(Duration.ofDays(5)));
        List<Envelope> unasked = new ArrayList<>();
        world().run(unasked::add, Passive.START.plus(Duration.ofDays(5)));

        assertEquals(unasked, asked);
    }

    private static void judge(List<Double> deviations) {
        double squares = 0;
        for (double deviation : deviations) {
            assertTrue(Math.abs(deviation) < MOST, "standard errors from the truth: " + deviations);
            squares += deviation * deviation / deviations.size();
        }
        assertTrue(squares < MOST_MEAN_SQUARE, "mean square " + squares + " of " + deviations);
    }

    @Test
    void whoKnowsRatesAndNobodyIsRightOnAverageAndNotOfEachCustomer() {
        List<Double> differences = new ArrayList<>();
        World world = world();
        world.run(
                e -> {
                    if (e.event() instanceof OrderCreated order) {
                        SortedMap<Carrier, Double> truth = world.truth().carriers(order.orderId());
                        world.rates()
                                .carriers(order.orderId())
                                .forEach((carrier, guessed) ->
                                        differences.add(guessed - truth.getOrDefault(carrier, Double.NaN)));
                    }
                },
                Passive.START.plus(Duration.ofDays(6)));

        double mean = differences.stream().mapToDouble(d -> d).average().orElseThrow();
        double spread =
                Math.sqrt(differences.stream().mapToDouble(d -> d * d).average().orElseThrow());
        assertTrue(differences.size() > 500, "worths compared: " + differences.size());
        assertTrue(Math.abs(mean) < 0.1 * spread, "mean " + mean + " of a spread of " + spread);
        assertTrue(spread > 1_000, "spread " + spread);
    }

    private static World world() {
        return new World(WorldParameters.middle(), 3, Passive.HOLIDAYS, Passive.START, 40, s -> {});
    }

    static String orderOf(String guide) {
        return Long.toString(100_000 + Long.parseLong(guide.substring(2)) - 10_000_000L);
    }
}
