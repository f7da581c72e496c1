package co.litper.cerebro.benchmarks.lifetime;

import co.litper.cerebro.benchmarks.Bench;
import co.litper.cerebro.benchmarks.BenchDataException;
import co.litper.cerebro.benchmarks.BenchResult;
import co.litper.cerebro.benchmarks.bandit.Options;
import co.litper.cerebro.learners.lifetime.BgNbd;
import co.litper.cerebro.learners.lifetime.CustomerSummary;
import co.litper.cerebro.learners.lifetime.Fitted;
import co.litper.cerebro.learners.lifetime.GammaGamma;
import co.litper.cerebro.learners.lifetime.LifetimeFit;
import co.litper.cerebro.learners.lifetime.LifetimeModel;
import co.litper.cerebro.learners.optimise.NelderMead;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.commons.numbers.gamma.LogGamma;

/** Parameters and likelihoods of BG/NBD, MBG/NBD, Pareto/NBD and gamma-gamma, beside customers that never leave. */
public final class LifetimeBench implements Bench {
    private static final String FILE = "--file";
    private static final String HORIZON = "--horizon";
    private static final int MOST_HORIZON = 100_000;

    @Override
    public String name() {
        return "lifetime";
    }

    @Override
    public String description() {
        return "models of customers' lifetimes (--file F [--horizon 39]; columns x, t_x, T, maybe zbar)";
    }

    @Override
    public BenchResult run(List<String> args, PrintStream progress) {
        Options options = new Options(args, List.of(FILE, HORIZON));
        Path file = Path.of(options.text(FILE)
                .orElseThrow(() -> new BenchDataException("--file is missing: a CSV of x, t_x, T, maybe zbar", null)));
        int horizon = options.number(HORIZON, 39, 1, MOST_HORIZON);
        CustomerFile read = CustomerFile.read(file);
        List<CustomerSummary> customers = read.customers();
        progress.println("lifetime: " + customers.size() + " customers" + (read.valued() ? ", with values" : ""));
        try {
            SequencedMap<String, Object> ours = figures(customers, horizon);
            if (read.valued()) {
                value(ours, customers, LifetimeFit.gammaGamma(customers));
            }
            SequencedMap<String, Object> floor = new LinkedHashMap<>();
            floor.put("logLikelihood", neverLeaving(customers));
            return new BenchResult(
                    "lifetime",
                    ours,
                    floor,
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>(),
                    List.of(),
                    options.command("lifetime"));
        } catch (IllegalArgumentException e) {
            throw new BenchDataException(file + ": " + e.getMessage(), e);
        }
    }

    private static SequencedMap<String, Object> figures(List<CustomerSummary> customers, int horizon) {
        Fitted<BgNbd> bg = LifetimeFit.bgNbd(customers);
        SequencedMap<String, Object> ours = new LinkedHashMap<>();
        ours.put("r", bg.model().r());
        ours.put("alpha", bg.model().alpha());
        ours.put("a", bg.model().a());
        ours.put("b", bg.model().b());
        ours.put("logLikelihood", bg.logLikelihood());
        ours.put("settled", bg.settled());
        CustomerSummary first = customers.getFirst();
        ours.put("firstCustomerExpected", bg.model().expected(first, horizon));
        ours.put("firstCustomerAlive", bg.model().alive(first));
        ours.put("expectedOfNew", bg.model().expectedOfNew(horizon));
        ours.put(
                "expectedOfAll",
                customers.stream()
                        .mapToDouble(c -> bg.model().expected(c, horizon))
                        .sum());
        ours.put("mbgNbd", other(LifetimeFit.mbgNbd(customers), "a", "b"));
        ours.put("paretoNbd", other(LifetimeFit.paretoNbd(customers), "s", "beta"));
        ours.put("customers", customers.size());
        return ours;
    }

    private static SequencedMap<String, Object> other(
            Fitted<? extends LifetimeModel> fitted, String third, String fourth) {
        double[] parameters = fitted.model().parameters();
        SequencedMap<String, Object> figures = new LinkedHashMap<>();
        figures.put("r", parameters[0]);
        figures.put("alpha", parameters[1]);
        figures.put(third, parameters[2]);
        figures.put(fourth, parameters[3]);
        figures.put("logLikelihood", fitted.logLikelihood());
        figures.put("settled", fitted.settled());
        return figures;
    }

    private static void value(
            SequencedMap<String, Object> ours, List<CustomerSummary> customers, Fitted<GammaGamma> fitted) {
        ours.put("p", fitted.model().p());
        ours.put("q", fitted.model().q());
        ours.put("v", fitted.model().v());
        ours.put("valueLogLikelihood", fitted.logLikelihood());
        ours.put("valueSettled", fitted.settled());
        ours.put("spenders", fitted.customers());
        ours.put("firstCustomerValue", fitted.model().expectedValue(customers.getFirst()));
    }

    /** The best likelihood of a negative binomial: rates that differ, and nobody leaves. */
    private static double neverLeaving(List<CustomerSummary> customers) {
        return -new NelderMead(0.5, 1e-10, 2_000)
                .minimise(
                        logs -> {
                            double r = Math.exp(logs[0]);
                            double alpha = Math.exp(logs[1]);
                            double sum = 0;
                            for (CustomerSummary c : customers) {
                                sum -= LogGamma.value(r + c.repeats())
                                        - LogGamma.value(r)
                                        + r * Math.log(alpha)
                                        - (r + c.repeats()) * Math.log(alpha + c.age());
                            }
                            return sum;
                        },
                        new double[] {0, Math.log(1 + customers.getFirst().age())})
                .value();
    }
}
