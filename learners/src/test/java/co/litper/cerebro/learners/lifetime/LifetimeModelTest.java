package co.litper.cerebro.learners.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifetimeModelTest {
    private static final long SEED = 11;
    private static final BgNbd PUBLISHED = new BgNbd(0.2426, 4.4136, 0.7929, 2.4259);

    static List<LifetimeModel> models() {
        return List.of(
                new BgNbd(0.9, 6, 0.8, 2.5),
                new BgNbd(0.9, 6, 1, 1.5),
                new MbgNbd(0.9, 6, 0.8, 2.5),
                new ParetoNbd(0.9, 6, 0.7, 9),
                new ParetoNbd(0.9, 4, 1, 12));
    }

    /** Fader, Hardie and Lee (2005) on CDNOW, and what the reference implementations print for the same customer. */
    @Test
    void thePublishedParametersForeseeAsPublished() {
        assertThat(PUBLISHED.expected(CustomerSummary.of(2, 30.43, 38.86), 39)).isCloseTo(1.226, within(5e-4));
    }

    @ParameterizedTest
    @MethodSource("models")
    void foreseesWhatSimulatedCustomersDo(LifetimeModel model) {
        LifetimeSimulation simulation = new LifetimeSimulation(model, SEED);
        int customers = 60_000;
        double[] seen = new double[4];
        double[] told = new double[4];
        double fresh = 0;
        for (int i = 0; i < customers; i++) {
            LifetimeSimulation.Life life = simulation.next(20, 15);
            boolean recent = life.summary().recency() > 12;
            fresh += life.summary().repeats();
            int at = recent ? 0 : 2;
            seen[at] += life.later();
            told[at] += model.expected(life.summary(), 15);
            seen[at + 1] += life.alive() ? 1 : 0;
            told[at + 1] += model.alive(life.summary());
        }
        for (int i = 0; i < 4; i++) {
            assertThat(told[i]).as("%s, figure %d, seed %d", model, i, SEED).isCloseTo(seen[i], within(0.04 * seen[i]));
        }
        assertThat(model.expectedOfNew(20)).isCloseTo(fresh / customers, within(0.04 * fresh / customers));
    }

    @Test
    void theLikelihoodsOfAllPastsAddUpToOne() {
        for (LifetimeModel model : models()) {
            double sum = Math.exp(model.logLikelihood(CustomerSummary.of(0, 0, 2)));
            int steps = 4_000;
            for (int x = 1; x < 60; x++) {
                // All orders of the earlier purchases before the last: t^(x−1)/(x−1)! of the density.
                for (int i = 0; i < steps; i++) {
                    double last = 2 * (i + 0.5) / steps;
                    double orders = (x - 1) * Math.log(last) - Mixtures.logGamma(x);
                    sum += Math.exp(model.logLikelihood(CustomerSummary.of(x, last, 2)) + orders) * 2 / steps;
                }
            }
            assertThat(sum).as("%s", model).isCloseTo(1, within(1e-3));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingOverflowsForThoseWhoBuyEveryHour(LifetimeModel model) {
        CustomerSummary keen = CustomerSummary.of(50_000, 199.9999, 200);
        assertThat(model.logLikelihood(keen)).isFinite();
        assertThat(model.alive(keen)).isBetween(0.0, 1.0);
        assertThat(model.expected(keen, 1)).isBetween(1.0, 50_000.0 / 200 * 1.05);
        CustomerSummary gone = keen.watchedUntil(2_000);
        assertThat(model.alive(gone)).isLessThan(1e-6);
        assertThat(model.expected(gone, 1e6)).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @MethodSource("models")
    void moreTimeNeverBringsFewerPurchases(LifetimeModel model) {
        CustomerSummary customer = CustomerSummary.of(3, 15, 20);
        double before = 0;
        for (double horizon = 0.5; horizon < 100_000; horizon *= 2) {
            double expected = model.expected(customer, horizon);
            assertThat(expected).as("%s, %s", model, horizon).isGreaterThan(before);
            before = expected;
        }
    }

    @Test
    void theParametersOfSimulatedCustomersAreFoundAgain() {
        BgNbd truth = new BgNbd(0.9, 6, 0.8, 2.5);
        LifetimeSimulation simulation = new LifetimeSimulation(truth, SEED);
        List<CustomerSummary> customers = new ArrayList<>();
        for (int i = 0; i < 8_000; i++) {
            customers.add(simulation.next(10 + i % 30, 0).summary());
        }
        Fitted<BgNbd> fitted = LifetimeFit.bgNbd(customers);
        assertThat(fitted.settled()).isTrue();
        assertThat(fitted.logLikelihood())
                .isGreaterThan(
                        customers.stream().mapToDouble(truth::logLikelihood).sum());
        for (int i = 0; i < 4; i++) {
            assertThat(fitted.model().parameters()[i] / truth.parameters()[i])
                    .as("parameter %d, seed %d", i, SEED)
                    .isBetween(0.8, 1.25);
        }
    }

    @Test
    void whereNobodyComesBackThereIsNothingToFit() {
        assertThatThrownBy(() -> LifetimeFit.bgNbd(List.of(CustomerSummary.of(0, 0, 3))))
                .isInstanceOf(BadSampleException.class)
                .hasMessageContaining("1 customers");
        assertThatThrownBy(() -> LifetimeFit.gammaGamma(List.of(CustomerSummary.of(1, 2, 3))))
                .isInstanceOf(BadSampleException.class)
                .hasMessageContaining("monetary");
    }

    @Test
    void aPastThatCannotBeIsRefused() {
        assertThatThrownBy(() -> CustomerSummary.of(1, 5, 4)).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> CustomerSummary.of(-1, 0, 4)).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> CustomerSummary.of(1, Double.NaN, 4)).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> CustomerSummary.of(1, 3, 4).bought(3.5, 1)).isInstanceOf(BadSampleException.class);
    }
}
