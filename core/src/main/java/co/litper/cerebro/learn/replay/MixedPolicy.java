package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Question;
import java.util.List;

/** Draws among policies, choice by choice. */
record MixedPolicy(String name, List<ReplayPolicy> policies, List<Double> shares) implements ReplayPolicy {
    private static final double CLOSE = 1e-9;

    MixedPolicy {
        policies = List.copyOf(policies);
        shares = List.copyOf(shares);
        double sum = shares.stream().mapToDouble(s -> s).sum();
        if (policies.size() != shares.size() || shares.stream().anyMatch(s -> !(s >= 0)) || Math.abs(sum - 1) > CLOSE) {
            throw new IllegalArgumentException(name + " mixes " + policies.size() + " policies in shares " + shares
                    + ", which must be one each and 1 in sum");
        }
    }

    @Override
    public boolean answers(Question question) {
        return policies.stream().allMatch(p -> p.answers(question));
    }

    @Override
    public double[] odds(LoggedChoice choice) {
        double[] odds = new double[choice.bids().size()];
        for (int p = 0; p < policies.size(); p++) {
            double[] own = policies.get(p).odds(choice);
            for (int i = 0; i < odds.length; i++) {
                odds[i] += shares.get(p) * own[i];
            }
        }
        return odds;
    }
}
