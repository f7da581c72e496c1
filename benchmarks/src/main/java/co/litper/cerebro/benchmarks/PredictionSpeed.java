package co.litper.cerebro.benchmarks;

import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.Priors;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.learners.bandit.Choice;
import co.litper.cerebro.learners.bandit.Explorer;
import co.litper.cerebro.model.DeliveryLearner;
import co.litper.cerebro.model.DeliveryModels;
import co.litper.cerebro.model.DeliveryOutcome;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** JMH: what a feature row, a forecast and a randomised choice cost. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PredictionSpeed {
    private static final int CONTEXTS = 1_024;
    private static final Instant START = Instant.parse("2026-01-05T15:00:00Z");
    private static final Carrier[] CARRIERS = {Carrier.TCC, Carrier.ENVIA, Carrier.COORDINADORA, Carrier.SERVIENTREGA};

    private final ShipmentContext[] contexts = new ShipmentContext[CONTEXTS];
    private final double[] values = {0.1, 0.4, 0.35, 0.2};
    private final boolean[] allowed = {true, true, true, false};
    private final Explorer explorer = new Explorer.SquareCb(20);
    private DeliveryModels models = DeliveryModels.cold(Priors.DEFAULT);
    private FeatureRow row = models.features(context(0));
    private int next;

    @Setup
    public void learn() {
        DeliveryLearner learner = new DeliveryLearner(Priors.DEFAULT);
        for (int i = 0; i < CONTEXTS; i++) {
            contexts[i] = context(i);
            row = models.features(contexts[i]);
            learner.ended(
                    i,
                    row,
                    contexts[i],
                    DeliveryOutcome.delivered(START.plus(Duration.ofDays(2 + i % 6)), i % 6 > 3, false));
        }
        models = learner.snapshot();
    }

    private static ShipmentContext context(int i) {
        return new ShipmentContext(
                ShipmentContext.key("shop" + i % 50),
                ShipmentContext.key("11001"),
                new CityCode(String.valueOf(5_001 + i % 300)),
                CARRIERS[i % CARRIERS.length],
                ShipmentContext.NO_KEY,
                true,
                80_000,
                12_000,
                1,
                START,
                START,
                START.plus(Duration.ofDays(4)),
                ShipmentState.CREATED,
                1,
                0,
                1,
                0,
                0,
                Double.NaN);
    }

    @Benchmark
    public Forecast featuresAndForecast() {
        next = (next + 1) % CONTEXTS;
        return models.predict(contexts[next]);
    }

    @Benchmark
    public Forecast forecast() {
        return models.predict(row);
    }

    @Benchmark
    public Choice choose() {
        next = (next + 1) % CONTEXTS;
        return explorer.choose(values, allowed, next / (double) CONTEXTS);
    }
}
