package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.LoggedChoice;
import co.litper.cerebro.learn.replay.Policies;
import co.litper.cerebro.learn.replay.ReplayPolicy;
import co.litper.cerebro.vocabulary.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Policies that never ran: the named ones first, then mixtures and tastes drawn by seed. */
final class OtherPolicies {
    private static final double[] SHARPNESS = {1, 3, 9};

    private OtherPolicies() {}

    static List<ReplayPolicy> of(Question question, int count, long seed) {
        List<ReplayPolicy> named = new ArrayList<>(
                switch (question) {
                    case CARRIER -> named("greedy", "random", "cheapest");
                    case NOTIFY -> named("greedy", "random", "never-notify", "always-notify");
                    case WATCH -> named("greedy", "random");
                    case ISSUE ->
                        named(
                                "greedy",
                                "random",
                                "constants",
                                "pause:call_customer",
                                "pause:redeliver",
                                "pause:ask_time");
                });
        SplittableRandom luck = new SplittableRandom(seed);
        List<ReplayPolicy> all = new ArrayList<>(named);
        while (all.size() < count) {
            int number = all.size() + 1;
            all.add(
                    number % 2 == 0
                            ? mixture("mixture-" + number, named, luck)
                            : Taste.drawn("taste-" + number, question, luck));
        }
        return all.subList(0, count);
    }

    private static List<ReplayPolicy> named(String... names) {
        List<ReplayPolicy> found = new ArrayList<>();
        for (String name : names) {
            found.add(Policies.find(name).orElseThrow());
        }
        return found;
    }

    private static ReplayPolicy mixture(String name, List<ReplayPolicy> named, SplittableRandom luck) {
        List<Double> shares = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < named.size(); i++) {
            double share = -Math.log(1 - luck.nextDouble());
            shares.add(share);
            sum += share;
        }
        double total = sum;
        return Policies.mixture(name, named, shares.stream().map(s -> s / total).toList());
    }

    /** Likes carriers, or actions, in shares of its own, whatever the parcel. */
    private record Taste(String name, Question question, long seed, double sharpness) implements ReplayPolicy {
        static Taste drawn(String name, Question question, SplittableRandom luck) {
            return new Taste(name, question, luck.nextLong(), SHARPNESS[luck.nextInt(SHARPNESS.length)]);
        }

        @Override
        public boolean answers(Question other) {
            return other == question;
        }

        @Override
        public double[] odds(LoggedChoice choice) {
            double[] odds = new double[choice.bids().size()];
            boolean any = choice.bids().stream().anyMatch(Bid::feasible);
            double sum = 0;
            for (int i = 0; i < odds.length; i++) {
                Bid bid = choice.bids().get(i);
                odds[i] = bid.feasible() || !any ? Math.pow(liking(bid), sharpness) : 0;
                sum += odds[i];
            }
            for (int i = 0; i < odds.length; i++) {
                odds[i] /= sum;
            }
            return odds;
        }

        private double liking(Bid bid) {
            long what = bid.action() == Action.CHOOSE_CARRIER
                    ? bid.target().hashCode()
                    : bid.action().ordinal();
            return 0.05 + new SplittableRandom(seed + 31 * what).nextDouble();
        }
    }
}
