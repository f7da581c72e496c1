package co.litper.cerebro.learners.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.linear.BadSampleException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemandTest {
    private static final long SEED = 6;

    private static Intermittent after(Intermittent.Kind kind, double smoothing, double... demands) {
        Intermittent demand = new Intermittent(kind, smoothing);
        for (double d : demands) {
            demand.observe(d);
        }
        return demand;
    }

    /** By hand: sizes 4 then 4 + .5 · (8 − 4) = 6, intervals 2 then 2 + .5 · (3 − 2) = 2.5. */
    @Test
    void crostonAndItsCorrectionAreAsByHand() {
        double[] demands = {0, 4, 0, 0, 8};
        assertThat(after(Intermittent.Kind.CROSTON, 0.5, demands).rate()).isCloseTo(6 / 2.5, within(1e-12));
        assertThat(after(Intermittent.Kind.SBA, 0.5, demands).rate()).isCloseTo(0.75 * 6 / 2.5, within(1e-12));
        double chance = 0.5 * 0.5 * 0.5 * 0.5 + 0.5;
        assertThat(after(Intermittent.Kind.TSB, 0.5, demands).rate()).isCloseTo(chance * 6, within(1e-12));
    }

    @Test
    void theCorrectedRateIsNearerToTheTruth() {
        SplittableRandom random = new SplittableRandom(SEED);
        Intermittent croston = new Intermittent(Intermittent.Kind.CROSTON, 0.2);
        Intermittent sba = new Intermittent(Intermittent.Kind.SBA, 0.2);
        double over = 0;
        double corrected = 0;
        int periods = 20_000;
        for (int i = 0; i < periods; i++) {
            double demand = random.nextDouble() < 0.3 ? 1 + random.nextInt(9) : 0;
            croston.observe(demand);
            sba.observe(demand);
            over += (croston.rate() - 1.5) / periods;
            corrected += (sba.rate() - 1.5) / periods;
        }
        assertThat(over).as("seed %d", SEED).isGreaterThan(0.05);
        assertThat(Math.abs(corrected)).as("seed %d", SEED).isLessThan(over / 2);
    }

    @Test
    void onlyWhatForgetsFadesWhenNothingComesAnyMore() {
        double[] demands = new double[60];
        for (int i = 0; i < 20; i++) {
            demands[i] = i % 2 == 0 ? 5 : 0;
        }
        assertThat(after(Intermittent.Kind.CROSTON, 0.1, demands).rate()).isGreaterThan(2);
        assertThat(after(Intermittent.Kind.TSB, 0.1, demands).rate()).isLessThan(0.1);
        assertThat(after(Intermittent.Kind.TSB, 0.1, 0, 0).rate()).isZero();
    }

    @Test
    void whatIsNoDemandChangesNothing() {
        Intermittent demand = after(Intermittent.Kind.SBA, 0.1, 0, 3);
        byte[] before = demand.toBytes();
        assertThatThrownBy(() -> demand.observe(-1)).isInstanceOf(BadSampleException.class);
        assertThatThrownBy(() -> demand.observe(Double.NaN)).isInstanceOf(BadSampleException.class);
        assertThat(demand.toBytes()).isEqualTo(before);
    }

    @Test
    void aHolidayIsBelievedTheMoreOftenItWasSeen() {
        SpecialDays days = new SpecialDays(1);
        assertThat(days.factor("festivo")).isEqualTo(1);
        days.observe("festivo", 100, 50);
        assertThat(days.factor("festivo")).isCloseTo(Math.sqrt(0.5), within(1e-12));
        for (int i = 0; i < 50; i++) {
            days.observe("festivo", 200, 100);
        }
        assertThat(days.factor("festivo")).isBetween(0.5, 0.52);
        days.observe("cerrado", 100, 0);
        assertThat(days.factor("cerrado")).isBetween(0.1, 0.3);
        assertThatThrownBy(() -> days.observe("festivo", 0, 3)).isInstanceOf(BadSampleException.class);
    }
}
