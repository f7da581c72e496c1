package co.litper.cerebro.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.feature.Priors;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OlistRunTest {
    private static final Instant START = Instant.parse("2017-01-01T12:00:00Z");
    private static final int ORDERS = 1_500;
    private static final long SEED = 21;

    /** One order an hour, 2 to 40 days under way; those delivered after {@code cutHours} get their days from another seed. */
    private static List<OlistOrder> orders(long futureSeed, long cutHours) {
        SplittableRandom random = new SplittableRandom(SEED);
        SplittableRandom future = new SplittableRandom(futureSeed);
        Instant cut = START.plus(Duration.ofHours(cutHours));
        List<OlistOrder> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            Instant bought = START.plus(Duration.ofHours(i));
            Instant handed = bought.plus(Duration.ofMinutes(600 + random.nextInt(9_000)));
            Instant delivered = bought.plus(Duration.ofMinutes(2_880 + random.nextInt(50_000)));
            String state = random.nextInt(2) == 0 ? "SP" : "AM";
            Instant otherwise = cut.plus(Duration.ofMinutes(1 + future.nextInt(90_000)));
            orders.add(new OlistOrder(
                    i,
                    "seller" + random.nextInt(20),
                    "SP",
                    state,
                    "01" + random.nextInt(9),
                    "livros",
                    50,
                    10,
                    1,
                    bought,
                    handed.isAfter(cut) ? cut.plus(Duration.ofMinutes(future.nextInt(5_000) + 1L)) : handed,
                    delivered.isAfter(cut) ? otherwise : delivered,
                    bought.plus(Duration.ofDays(20)),
                    "delivered"));
        }
        return orders.stream()
                .filter(o -> o.delivered() == null || o.delivered().isAfter(o.purchased()))
                .toList();
    }

    @Test
    void shufflingFutureOutcomesChangesNoPredictionMadeBefore() {
        long cutHours = 1_000;
        Instant cut = START.plus(Duration.ofHours(cutHours));
        List<Forecast> one = before(cut, orders(1, cutHours));
        List<Forecast> other = before(cut, orders(2, cutHours));
        assertThat(one).hasSizeGreaterThan(900).isEqualTo(other);
        assertThat(all(orders(1, cutHours))).as("the future itself differs").isNotEqualTo(all(orders(2, cutHours)));
    }

    private static List<Forecast> before(Instant cut, List<OlistOrder> orders) {
        return OlistRun.predict(orders, Priors.DEFAULT, OlistBench.EWMA_STEP).stream()
                .filter(p -> !p.order().purchased().isAfter(cut))
                .map(OlistRun.Prediction::forecast)
                .toList();
    }

    private static List<Forecast> all(List<OlistOrder> orders) {
        return before(Instant.MAX, orders);
    }

    @Test
    void aMissingFileIsNamedInOneLine(@TempDir Path empty) {
        PrintStream quiet = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> OlistBench.run(empty, quiet))
                .isInstanceOf(BenchDataException.class)
                .hasMessageContaining("olist_customers_dataset.csv")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aResultIsOneJsonObjectWhateverTheLocale() {
        LinkedHashMap<String, Object> ours = new LinkedHashMap<>();
        ours.put("auc", 0.5);
        ours.put("of", List.of(1, "a\"b"));
        ours.put("none", Double.NaN);
        BenchResult result = new BenchResult(
                "x", ours, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), List.of(3L), "run");
        assertThat(result.toJson())
                .isEqualTo("{\"bench\":\"x\",\"ours\":{\"auc\":0.500000,\"of\":[1,\"a\\\"b\"],\"none\":null},"
                        + "\"floor\":{},\"peer\":{},\"ceiling\":{},\"seeds\":[3],\"command\":\"run\"}");
    }
}
