package co.litper.cerebro.learners.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.learners.linear.BadSampleException;
import co.litper.cerebro.learners.search.Trial.State;
import co.litper.cerebro.learners.snapshot.SnapshotException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SearchTest {
    private static final long SEED = 4;
    private static final int SEEDS = 12;

    private static final List<Sampler> SAMPLERS =
            List.of(new Sampler.Chance(), Sampler.Parzen.DEFAULT, Sampler.ExpectedImprovement.DEFAULT);

    private static final SearchSpace MIXED = new SearchSpace(
            new Parameter.Choice("kind", "a", "b"),
            new Parameter.Real("rate", 1e-4, 1, true, Optional.empty()),
            new Parameter.Whole("depth", 1, 8, false, Optional.of(new Parameter.When("kind", Set.of("b")))),
            new Parameter.Choice("shape", List.of("x", "y", "z"), Optional.of(new Parameter.When("kind", Set.of("b")))),
            new Parameter.Real("only", -1, 1, false, Optional.of(new Parameter.When("shape", Set.of("z")))));

    private static double loss(Point p) {
        double rate = Math.abs(Math.log10(p.real("rate")) + 2);
        return p.option("kind").equals("a")
                ? 2 + rate
                : rate
                        + Math.abs(p.whole("depth") - 5) * 0.2
                        + (p.option("shape").equals("z") ? Math.abs(p.real("only") - 0.5) : 0.5);
    }

    private static Search searched(Sampler sampler, long seed, int trials) {
        Search search = new Search(MIXED, sampler, new Pruner.Never(), seed);
        go(search, trials);
        return search;
    }

    private static void go(Search search, int trials) {
        for (int t = 0; t < trials; t++) {
            Trial trial = search.ask();
            search.tell(trial.number(), loss(trial.point()));
        }
    }

    @ParameterizedTest
    @FieldSource("SAMPLERS")
    void pointsKeepTheirRangesAndConditions(Sampler sampler) {
        Set<Object> depths = new java.util.TreeSet<>();
        for (Trial trial : searched(sampler, SEED, 60).trials()) {
            Point p = trial.point();
            assertThat(p.real("rate")).isBetween(1e-4, 1.0);
            assertThat(p.has("depth")).isEqualTo(p.option("kind").equals("b"));
            assertThat(p.has("only"))
                    .isEqualTo(p.has("shape") && p.option("shape").equals("z"));
            if (p.has("depth")) {
                assertThat(p.whole("depth")).isBetween(1L, 8L);
                depths.add(p.whole("depth"));
            }
        }
        assertThat(depths).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @FieldSource("SAMPLERS")
    void aSearchReadBackAsksTheSame(Sampler sampler) {
        Search search = searched(sampler, SEED, 15);
        Trial open = search.ask();
        Search again = Search.fromBytes(search.toBytes(), MIXED, sampler, new Pruner.Never());
        assertThat(again.toBytes()).isEqualTo(search.toBytes());
        search.tell(open.number(), 1);
        again.tell(open.number(), 1);
        go(search, 10);
        go(again, 10);
        assertThat(again.toBytes()).isEqualTo(search.toBytes());
        assertThat(again.best().orElseThrow().point().values())
                .isEqualTo(search.best().orElseThrow().point().values());
    }

    @Test
    void modelsOfTheLossFindLessThanChanceInFortyTrials() {
        double[] found = new double[SAMPLERS.size()];
        for (int seed = 1; seed <= SEEDS; seed++) {
            for (int s = 0; s < found.length; s++) {
                found[s] +=
                        searched(SAMPLERS.get(s), seed, 40).best().orElseThrow().loss() / SEEDS;
            }
        }
        assertThat(found[1]).as("Parzen to chance, seeds 1 to %d", SEEDS).isLessThan(0.8 * found[0]);
        assertThat(found[2]).as("improvement to chance, seeds 1 to %d", SEEDS).isLessThan(0.3 * found[0]);
    }

    @Test
    void openTrialsAreNotAskedForAgain() {
        Search search = searched(Sampler.ExpectedImprovement.DEFAULT, SEED, 15);
        List<String> asked = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            asked.add(search.ask().point().toString());
        }
        assertThat(asked).doesNotHaveDuplicates();
    }

    @Test
    void theMedianGivesUpWhatIsWorseThanHalf() {
        Search search = new Search(MIXED, new Sampler.Chance(), new Pruner.Median(3, 2), SEED);
        for (int t = 0; t < 4; t++) {
            Trial trial = search.ask();
            for (int step = 1; step <= 5; step++) {
                assertThat(search.report(trial.number(), step, 10 * t + 5 - step))
                        .as("trial %d", t)
                        .isEqualTo(t < 3 || step < 2);
                if (t == 3 && step == 2) {
                    break;
                }
            }
            if (t < 3) {
                search.tell(trial.number(), 10 * t);
            }
        }
        Trial last = search.trials().getLast();
        assertThat(last.state()).isEqualTo(State.PRUNED);
        assertThat(last.loss()).isEqualTo(33);
        assertThatThrownBy(() -> search.tell(last.number(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(search.best().orElseThrow().loss()).isZero();
    }

    @Test
    void halvingLetsAThirdGoOnFromEachRung() {
        Search search = new Search(MIXED, new Sampler.Chance(), new Pruner.SuccessiveHalving(1, 3), SEED);
        int[] reached = new int[10];
        for (int t = 0; t < 90; t++) {
            Trial trial = search.ask();
            double loss = (t * 37) % 90;
            boolean goesOn = true;
            for (int step = 1; step < 10 && goesOn; step++) {
                reached[step]++;
                goesOn = search.report(trial.number(), step, loss + 1.0 / step);
            }
            if (goesOn) {
                search.tell(trial.number(), loss);
            }
        }
        assertThat(reached[2]).isEqualTo(reached[3]).isBetween(25, 45);
        assertThat(reached[4]).isEqualTo(reached[9]).isBetween(5, 20);
        assertThat(search.best().orElseThrow().loss()).isZero();
    }

    @Test
    void brokenTrialsAndBadLossesAreNotLearnedFrom() {
        Search search = searched(Sampler.Parzen.DEFAULT, SEED, 12);
        Trial trial = search.ask();
        assertThatThrownBy(() -> search.tell(trial.number(), Double.NaN)).isInstanceOf(BadSampleException.class);
        search.fail(trial.number());
        assertThat(search.trials().getLast().state()).isEqualTo(State.FAILED);
        assertThat(Tried.of(search.trials()).size()).isEqualTo(12);
    }

    @Test
    void spacesThatDoNotHoldTogetherAreRefused() {
        Parameter.Real x = new Parameter.Real("x", 0, 1);
        assertThatThrownBy(() -> new SearchSpace(x, x)).hasMessageContaining("two");
        assertThatThrownBy(() -> new SearchSpace(
                        new Parameter.Real("y", 0, 1, false, Optional.of(new Parameter.When("kind", Set.of("a"))))))
                .hasMessageContaining("waits for kind");
        assertThatThrownBy(() -> new Parameter.Real("x", 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Parameter.Real("x", 0, 1, true, Optional.empty()))
                .hasMessageContaining("above 0");
        Search search = searched(new Sampler.Chance(), SEED, 3);
        SearchSpace other = new SearchSpace(x);
        assertThatThrownBy(() -> Search.fromBytes(search.toBytes(), other, new Sampler.Chance(), new Pruner.Never()))
                .isInstanceOf(SnapshotException.class);
        Point point = search.trials().getFirst().point();
        assertThatThrownBy(() -> point.whole("rate")).hasMessageContaining("no whole number");
    }

    @Test
    void aGaussianProcessPassesThroughWhatItSawAndDoubtsElsewhere() {
        double[][] inputs = new double[12][1];
        double[] targets = new double[12];
        for (int i = 0; i < 12; i++) {
            inputs[i][0] = i < 6 ? 0.05 * i : 0.7 + 0.05 * (i - 6);
            targets[i] = Math.sin(6 * inputs[i][0]);
        }
        GaussianProcess process = new GaussianProcess(inputs, targets);
        double[] out = new double[2];
        double[][] scratch = new double[2][12];
        process.predict(inputs[3], scratch, out);
        assertThat(out[0]).isCloseTo(targets[3], within(0.02));
        double seen = out[1];
        process.predict(new double[] {0.475}, scratch, out);
        assertThat(out[1]).isGreaterThan(5 * seen);
    }

    @Test
    void theLogarithmOfImprovementGoesOnWhereTheNumberVanishes() {
        assertThat(ImprovementProposal.logImprovement(0))
                .isCloseTo(Math.log(1 / Math.sqrt(2 * Math.PI)), within(1e-12));
        double before = ImprovementProposal.logImprovement(-5.999);
        assertThat(ImprovementProposal.logImprovement(-6.001))
                .isCloseTo(before, within(0.1))
                .isLessThan(before);
        assertThat(ImprovementProposal.logImprovement(-60)).isBetween(-1810.0, -1800.0);
    }
}
