package co.litper.cerebro.simulator.world;

import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What choices are worth to someone who knows every rate of the world and nobody in it: the mean over {@link #DRAWN} people
 * who might be the customer, each weighed by how likely what has happened at the door would be with them. No learner can do
 * better, save by what it remembers of customers who come again.
 *
 * <p>Asking costs {@link #DRAWN} times what asking {@link Clairvoyance} costs, some milliseconds.
 */
final class Strangers implements Truth {
    /** People who stand for all. */
    static final int DRAWN = 12;

    /** Keeps a mean defined where what happened could have happened to none of those drawn. */
    private static final double LEAST_LIKELY = 1e-9;

    private static final long SALT = 0x73747261L;

    private final Function<String, Parcel> byOrder;
    private final Function<String, Parcel> byGuide;
    private final Prospects prospects;
    private final Scene scene;
    private final double[] chances = new double[Cause.AT_DOOR];

    Strangers(Function<String, Parcel> byOrder, Function<String, Parcel> byGuide, Prospects prospects, Scene scene) {
        this.byOrder = byOrder;
        this.byGuide = byGuide;
        this.prospects = prospects;
        this.scene = scene;
    }

    /** Somebody who might be the customer. */
    private record Guess(Parcel parcel, double weight) {}

    @Override
    public SortedMap<Carrier, Double> carriers(String orderId) {
        List<Guess> guesses = guesses(byOrder.apply(orderId));
        SortedMap<Carrier, Double> worth = new TreeMap<>();
        Order order = guesses.getFirst().parcel().order;
        for (int c = 0; c < Fleet.COUNT; c++) {
            if (scene.nature.lanes.serves(c, order.place(), order.cod())) {
                int carrier = c;
                double mean = mean(guesses, x -> prospects.carrier(x, carrier, scene.now));
                worth.put(Fleet.CARRIERS.get(c), mean);
            }
        }
        return worth;
    }

    @Override
    public SortedMap<Action, Double> answers(String guideNumber) {
        SortedMap<Action, Double> means = new TreeMap<>();
        List<Guess> guesses = guesses(byGuide.apply(guideNumber));
        double total = guesses.stream().mapToDouble(Guess::weight).sum();
        for (Guess guess : guesses) {
            prospects
                    .answers(guess.parcel(), scene.now)
                    .forEach((action, cop) -> means.merge(action, guess.weight() / total * cop, Double::sum));
        }
        return means;
    }

    @Override
    public double telling(String guideNumber) {
        return mean(guesses(byGuide.apply(guideNumber)), x -> prospects.telling(x, scene.now));
    }

    private static double mean(List<Guess> guesses, ToDoubleFunction<Parcel> worth) {
        double sum = 0;
        double total = 0;
        for (Guess guess : guesses) {
            sum += guess.weight() * worth.applyAsDouble(guess.parcel());
            total += guess.weight();
        }
        return sum / total;
    }

    private List<Guess> guesses(Parcel x) {
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < DRAWN; i++) {
            Parcel guessed =
                    x.of(scene.nature.orders.stranger(x.order, SALT + i, met(x, Cause.ADDRESS), met(x, Cause.PHONE)));
            guesses.add(new Guess(guessed, likelihood(guessed)));
        }
        return guesses;
    }

    private static boolean met(Parcel x, Cause cause) {
        return x.issues.stream().anyMatch(issue -> issue.cause == cause);
    }

    /** How likely the causes of its failed attempts are, and that the customer answered or did not. */
    private double likelihood(Parcel x) {
        double product = 1;
        Cause before = null;
        int attempt = 1;
        for (Issue issue : x.issues) {
            if (issue.cause.ordinal() >= Cause.AT_DOOR) {
                continue;
            }
            int day = Days.dayOf(issue.reportedMs);
            scene.nature.attempts.chances(
                    x.order,
                    x.carrier,
                    day,
                    Math.min(attempt++, Attempts.MOST),
                    before,
                    false,
                    false,
                    false,
                    0,
                    chances);
            for (int cause = 0; cause < issue.cause.ordinal(); cause++) {
                product *= 1 - chances[cause];
            }
            product *= chances[issue.cause.ordinal()];
            before = issue.cause;
            double read = scene.nature.talks.read(x.order, 0);
            boolean answered = issue == x.issue && x.cured;
            product *= answered ? read : Math.pow(1 - read, issue == x.issue ? issue.contacts : 0);
        }
        return LEAST_LIKELY + product;
    }
}
