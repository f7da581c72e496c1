package co.litper.cerebro.learners.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.learners.inference.Effect;
import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpliftTest {
    private static final long SEED = 17;
    private static final int ROWS = 1_200;
    private static final int LOGS = 120;

    /** A log in which the effect is 1 + 2 × the first value, and who gains more is treated more often. */
    private record Log(UpliftRows data, double[] effects) {
        static Log of(long seed, double heterogeneity) {
            SplittableRandom random = new SplittableRandom(seed);
            List<double[]> rows = new ArrayList<>();
            boolean[] treated = new boolean[ROWS];
            double[] outcomes = new double[ROWS];
            double[] propensities = new double[ROWS];
            double[] effects = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                double[] row = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
                rows.add(row);
                propensities[i] = row[0] + row[1] > 0 ? 0.7 : 0.2;
                treated[i] = random.nextDouble() < propensities[i];
                effects[i] = 1 + heterogeneity * row[0];
                outcomes[i] = 3 * row[1] + Math.sin(3 * row[2]) + (treated[i] ? effects[i] : 0) + random.nextGaussian();
            }
            return new Log(new UpliftRows(rows, treated, outcomes, propensities), effects);
        }
    }

    private static Uplift.Settings by(Method method) {
        return new Uplift.Settings(method, RidgeFitting.DEFAULT, 5, 4, 0.95);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void whoGainsMoreIsForeseenAndConfirmedOnRowsNotLearnedFrom(Method method) {
        Log log = Log.of(SEED, 2);
        UpliftReport report = Uplift.estimate(log.data, by(method), SEED);
        double error = 0;
        double spread = 0;
        for (int i = 0; i < ROWS; i++) {
            error += Math.pow(report.foreseen()[i] - log.effects[i], 2);
            spread += Math.pow(1 - log.effects[i], 2);
        }
        assertThat(error).as("%s, seed %d", method, SEED).isLessThan(0.1 * spread);
        assertThat(report.extremes().low()).as("%s, seed %d", method, SEED).isGreaterThan(3);
        assertThat(report.groups().getFirst().high())
                .isLessThan(report.groups().getLast().low());
        assertThat(report.surface().at(new double[] {2, 0, 0})).isBetween(4.0, 6.0);
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        int average = 0;
        int first = 0;
        for (int l = 0; l < LOGS; l++) {
            Log log = Log.of(SEED + l, 0);
            UpliftReport report = Uplift.estimate(log.data, by(Method.DR), l);
            average += holds(report.average(), 1) ? 1 : 0;
            first += holds(report.groups().getFirst(), 1) ? 1 : 0;
        }
        assertThat((double) average / LOGS)
                .as("average, %d logs from seed %d", LOGS, SEED)
                .isBetween(0.89, 1.0);
        assertThat((double) first / LOGS)
                .as("lowest group, %d logs from seed %d", LOGS, SEED)
                .isBetween(0.89, 1.0);
    }

    /** Ranked by what it was fitted to, noise alone would look like an effect; ranked by earlier folds it does not. */
    @Test
    void noDifferenceIsSeenWhereAllGainAlike() {
        int seen = 0;
        for (int l = 0; l < LOGS; l++) {
            UpliftReport report = Uplift.estimate(Log.of(SEED + l, 0).data, by(Method.DR), l);
            seen += holds(report.extremes(), 0) ? 0 : 1;
        }
        assertThat((double) seen / LOGS).as("%d logs from seed %d", LOGS, SEED).isLessThan(0.11);
    }

    private static boolean holds(Effect effect, double truth) {
        return effect.low() <= truth && truth <= effect.high();
    }

    @Test
    void theDifferenceOfMeansIsMisledWherePropensitiesDiffer() {
        Log log = Log.of(SEED, 0);
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int i = 0; i < ROWS; i++) {
            int side = log.data.treated()[i] ? 1 : 0;
            sums[side] += log.data.outcomes()[i];
            counts[side]++;
        }
        double naive = sums[1] / counts[1] - sums[0] / counts[0];
        assertThat(holds(Uplift.estimate(log.data, by(Method.DR), SEED).average(), 1))
                .isTrue();
        assertThat(naive).as("seed %d", SEED).isGreaterThan(2);
    }

    @Test
    void equalSeedsGiveEqualReports() {
        Log log = Log.of(SEED, 1);
        UpliftReport one = Uplift.estimate(log.data, by(Method.X), 3);
        UpliftReport two = Uplift.estimate(log.data, by(Method.X), 3);
        assertThat(one.foreseen()).isEqualTo(two.foreseen());
        assertThat(one.groups()).isEqualTo(two.groups());
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            rows.add(new double[] {i});
        }
        assertThatThrownBy(() -> UpliftRows.ofTrial(rows, new boolean[120], new double[120], 1))
                .isInstanceOf(BadSampleException.class)
                .hasMessageContaining("propensity");
        UpliftRows nobody = UpliftRows.ofTrial(rows, new boolean[120], new double[120], 0.5);
        assertThatThrownBy(() -> Uplift.estimate(nobody, by(Method.T), SEED)).hasMessageContaining("none is treated");
        assertThatThrownBy(() -> UpliftRows.ofTrial(rows.subList(0, 5), new boolean[5], new double[5], 0.5))
                .isInstanceOf(BadSampleException.class);
    }
}
