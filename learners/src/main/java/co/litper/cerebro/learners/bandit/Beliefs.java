package co.litper.cerebro.learners.bandit;

import java.util.Arrays;

/** What is believed of the arms of one offer, and the policy's distribution over them. Scratch space only; one thread. */
final class Beliefs {
    private final BanditSettings settings;
    private final ArmMemory memory;
    private final BestArm bestArm = new BestArm();
    private float[][] rows = {};
    private double[] scores = {};
    private double[] values = {};
    private double[] deviations = {};
    private double[] covariance = {};
    private boolean[] allowed = {};
    private double error;

    Beliefs(BanditSettings settings, ArmMemory memory) {
        this.settings = settings;
        this.memory = memory;
    }

    /** The row of one arm of a sound offer; valid until the next call. */
    float[] row(Offer offer, int index) {
        room(offer.arms().length);
        settings.layout().fill(offer.context(), offer.features()[index], rows[index]);
        return rows[index];
    }

    void values(Offer offer, double[] out) {
        if (out.length != offer.arms().length) {
            throw new BadChoiceException("room for " + out.length + " values of " + offer.arms().length + " arms");
        }
        believe(offer);
        System.arraycopy(values, 0, out, 0, out.length);
    }

    /** Bound on the error of the distribution made last. */
    double error() {
        return error;
    }

    /** Writes the policy's distribution into {@code out}; returns the arm of highest value. */
    int spread(Offer offer, long decision, long rewards, double[] out) {
        believe(offer);
        error = 0;
        switch (settings.policy()) {
            case Policy.Explore(Explorer rule) -> Arms.spread(rule, values, allowed, out);
            case Policy.Optimistic(double alpha, Explorer rule) -> {
                deviations(offer);
                for (int i = 0; i < out.length; i++) {
                    deviations[i] = settings.reward().value(scores[i] + alpha * deviations[i]);
                }
                Arms.spread(rule, deviations, allowed, out);
            }
            case Policy.Thompson(double scale, double rate, int samples) ->
                thompson(offer, scale, rate, samples, decision, out);
            case Policy.InverseGap(double scale, double exponent) ->
                Arms.spread(
                        new Explorer.SquareCb(scale * Math.pow(Math.max(1, rewards), exponent)), values, allowed, out);
        }
        return Arms.best(values, allowed);
    }

    private void believe(Offer offer) {
        offer.require(settings.contextWidth(), settings.armWidth());
        int n = offer.arms().length;
        room(n);
        for (int i = 0; i < n; i++) {
            settings.layout().fill(offer.context(), offer.features()[i], rows[i]);
            scores[i] = memory.of(offer.arms()[i]).score(rows[i]);
            values[i] = settings.reward().value(scores[i]);
        }
    }

    private void deviations(Offer offer) {
        for (int i = 0; i < scores.length; i++) {
            Evidence of = memory.of(offer.arms()[i]);
            deviations[i] = Math.sqrt(of.variance(rows[i]) * noise(of));
        }
    }

    private double noise(Evidence of) {
        return switch (settings.reward()) {
            case Reward.Linear(double _, double deviation) -> of.noise(deviation);
            case Reward.Logistic _ -> 1;
        };
    }

    private void thompson(Offer offer, double scale, double rate, int samples, long decision, double[] out) {
        int n = out.length;
        if (n == 1) {
            out[0] = 1;
            return;
        }
        if (settings.layout() == Layout.PER_ARM) {
            deviations(offer);
            if (n == 2) {
                double variance = deviations[0] * deviations[0] + deviations[1] * deviations[1];
                out[0] = BestArm.ofTwo(scores[0] - scores[1], scale * scale * variance);
                out[1] = 1 - out[0];
            } else {
                for (int i = 0; i < n; i++) {
                    deviations[i] *= scale;
                }
                error = bestArm.independent(scores, deviations, allowed, out);
            }
        } else {
            covariances(offer, scale);
            if (n == 2) {
                out[0] = BestArm.ofTwo(scores[0] - scores[1], covariance[0] + covariance[3] - 2 * covariance[2]);
                out[1] = 1 - out[0];
            } else {
                long seed = Mix.of(~settings.seed(), decision);
                error = bestArm.joint(scores, covariance, allowed, samples, seed, out);
            }
        }
        for (int i = 0; i < n; i++) {
            out[i] = rate / n + (1 - rate) * out[i];
        }
        error *= 1 - rate;
    }

    private void covariances(Offer offer, double scale) {
        int n = offer.arms().length;
        if (covariance.length < n * n) {
            covariance = new double[n * n];
        }
        Evidence of = memory.of(offer.arms()[0]);
        double factor = scale * scale * noise(of);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i * n + j] = factor * of.covariance(rows[i], rows[j]);
            }
        }
    }

    /** Arrays of exactly the offer's size, since rules take them whole; the same size again allocates nothing. */
    private void room(int n) {
        if (scores.length != n) {
            scores = new double[n];
            values = new double[n];
            deviations = new double[n];
            allowed = new boolean[n];
            Arrays.fill(allowed, true);
        }
        if (rows.length < n) {
            int before = rows.length;
            rows = Arrays.copyOf(rows, n);
            for (int i = before; i < n; i++) {
                rows[i] = new float[settings.width()];
            }
        }
    }
}
