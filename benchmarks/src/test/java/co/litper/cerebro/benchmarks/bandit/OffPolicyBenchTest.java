package co.litper.cerebro.benchmarks.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffPolicyBenchTest {
    private static final long SEED = 13;
    private static final int ITEMS = 6;
    private static final int ROUNDS = 4_000;
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path folder = Path.of("");

    /** A small log as the Open Bandit Dataset lays it out: 'random' draws evenly, 'bts' prefers items that are clicked. */
    private void write(String policy, double greed, long seed, boolean propensities) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text =
                new StringBuilder(",timestamp,item_id,position,click,propensity_score,user_feature_0,user_feature_1");
        for (int i = 0; i < ITEMS; i++) {
            text.append(",user-item_affinity_").append(i);
        }
        text.append('\n');
        double[] share = new double[ITEMS];
        double sum = 0;
        for (int i = 0; i < ITEMS; i++) {
            share[i] = Math.exp(greed * i);
            sum += share[i];
        }
        for (int t = 0; t < ROUNDS; t++) {
            int item = 0;
            double left = random.nextDouble() * sum - share[0];
            while (left >= 0 && item < ITEMS - 1) {
                left -= share[++item];
            }
            int user = random.nextInt(3);
            double chance = 0.05 + 0.05 * item + 0.02 * user;
            text.append(t)
                    .append(",2019-11-24 00:00:")
                    .append(t % 60)
                    .append("+00:00,")
                    .append(item);
            text.append(',').append(1 + random.nextInt(3));
            text.append(',').append(random.nextDouble() < chance ? 1 : 0).append(',');
            text.append(propensities ? String.format(Locale.ROOT, "%.6f", share[item] / sum) : "");
            text.append(",81ce123cbb5bd8ce").append(user).append(",03a5648a76832f83");
            for (int i = 0; i < ITEMS; i++) {
                text.append(i == item ? ",0.0" : ",1.0");
            }
            text.append('\n');
        }
        Path campaign = Files.createDirectories(folder.resolve(policy).resolve("all"));
        Files.writeString(campaign.resolve("all.csv"), text);
        Files.writeString(campaign.resolve("item_context.csv"), ",item_id,item_feature_0\n0,0,-0.5\n");
    }

    private BenchResult run(String... args) {
        return new OffPolicyBench().run(List.of(args), SILENT);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static double figure(@Nullable Object figures, String name) {
        return ((Number) Objects.requireNonNull(map(figures).get(name))).doubleValue();
    }

    @Test
    void eachPolicysValueIsToldFromTheOthersLog() throws IOException {
        write("random", 0, SEED, true);
        write("bts", 0.4, SEED + 1, true);
        BenchResult result = run("--log", folder.toString());
        assertThat(result.ours().keySet()).containsExactlyInAnyOrder("all: bts from random", "all: random from bts");
        for (Object direction : result.ours().values()) {
            map(direction).forEach((estimator, figures) -> {
                // The mean it is held against is itself one of 4,000 clicks.
                assertThat((Double) map(figures).get("relativeError"))
                        .as("%s, seed %d", estimator, SEED)
                        .isLessThan(0.2);
                assertThat(map(figures).get("holdsOnPolicyMean")).isEqualTo(true);
            });
        }
        double floor = figure(result.floor().get("all: bts from random"), "meanOfTheLog");
        double ceiling = figure(result.ceiling().get("all: bts from random"), "onPolicyMean");
        assertThat(floor).isLessThan(ceiling * 0.85);
    }

    @Test
    void aLogWithoutPropensitiesIsRefused() throws IOException {
        write("random", 0, SEED, true);
        write("bts", 0.4, SEED + 1, false);
        BenchResult result = run("--log", folder.toString());
        List<Object> refusals = new ArrayList<>();
        map(result.ours().get("all: random from bts")).values().forEach(f -> refusals.add(map(f).get("refused")));
        assertThat(refusals)
                .hasSize(7)
                .allSatisfy(r -> assertThat(String.valueOf(r)).contains("no propensity"));
    }

    @Test
    void doublyRobustHalvesTheErrorOfWeightsAloneOnGeneratedDigits() {
        BenchResult result = run("--logs", "8");
        assertThat((Double) result.ours().get("drOverIps")).as("logs 0 to 7").isLessThan(0.5);
    }

    @Test
    void whatIsMissingIsToldInOneLine() throws IOException {
        assertBad("not a folder", "--log", folder.resolve("none").toString());
        assertBad("was logged by two policies", "--log", folder.toString());
        assertBad("no file", "--file", folder.resolve("none.csv").toString());
        assertBad("is not known", "--game", "mushroom");
        Path broken =
                Files.createDirectories(folder.resolve("random").resolve("all")).resolve("all.csv");
        Files.writeString(broken, "a,b\n1,2\n");
        assertBad("cannot read", "--log", folder.toString());
    }

    private void assertBad(String message, String... args) {
        assertThatThrownBy(() -> run(args))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining(message);
    }
}
