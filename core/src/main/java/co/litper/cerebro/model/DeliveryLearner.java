package co.litper.cerebro.model;

import co.litper.cerebro.feature.Aggregates;
import co.litper.cerebro.feature.Feature;
import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.Observation;
import co.litper.cerebro.feature.Priors;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.learners.calibrate.ConformalInterval;
import co.litper.cerebro.learners.calibrate.ConformalInterval.Mark;
import co.litper.cerebro.learners.calibrate.ConformalInterval.Offsets;
import co.litper.cerebro.learners.linear.BayesianLearner;
import co.litper.cerebro.learners.linear.BayesianLearner.Family;
import co.litper.cerebro.learners.linear.LinearModel;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.model.DeliveryOutcome.Ending;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Learns from shipments under way and ended, and publishes {@link DeliveryModels}. A function of the calls made to it, in
 * their order: equal calls give equal bytes. Owned by one thread.
 *
 * <p>For each shipment: {@link #opened} with its first decision and under that one's id, {@link #handedOver} when the carrier has it, {@link #ended}
 * once; {@link #learn} for every further decision about it; {@link #advance} as time passes. What is learned about a
 * decision is learned on the row as it was known then.
 */
public final class DeliveryLearner {
    private static final double MS_PER_DAY = 86_400_000.0;
    private static final double COVERAGE = 0.8;
    /** Residuals on which intervals rest. */
    private static final int RESIDUALS = 2_048;

    private static final double STEER = 0.005;
    /** Before any outcome: half to double the days. */
    private static final Offsets COLD_OFFSETS = new Offsets(-Math.log(2), 0, Math.log(2));
    /** Residuals that the cold offsets weigh. */
    private static final double COLD_WEIGHT = 20;

    private static final BayesianLearner.Settings ETA_SETTINGS = new BayesianLearner.Settings(0.05, 0.3, 20_000, 1.5);

    private static final int KIND = 0x444C524E;
    private static final int VERSION = 2;

    private final Priors priors;
    private final Aggregates aggregates;
    private final InFlight flights;
    private final RiskLearner delay;
    private final RiskLearner issue;
    private final RiskLearner giveBack;
    private final BayesianLearner eta;
    private final ConformalInterval interval;
    private Offsets offsets = COLD_OFFSETS;
    /** The ETA model last published: what shards see. */
    private LinearModel published;

    private long evidence;
    private long version;

    /** A learner without experience. */
    public DeliveryLearner(Priors priors) {
        this.priors = priors;
        this.aggregates = new Aggregates();
        this.flights = new InFlight();
        this.delay = new RiskLearner(Feature.LATE_LANE);
        this.issue = new RiskLearner(Feature.ISSUE_LANE);
        this.giveBack = new RiskLearner(Feature.RETURN_LANE);
        this.eta = new BayesianLearner(Family.GAUSSIAN, ETA_SETTINGS, new double[Feature.COUNT], 0);
        this.interval = new ConformalInterval(COVERAGE, RESIDUALS, STEER);
        this.published = eta.model();
    }

    private DeliveryLearner(Priors priors, SnapshotReader in) {
        this.priors = priors;
        this.aggregates = Aggregates.fromBytes(in.bytes());
        this.flights = InFlight.read(new WireReader(in.bytes()));
        this.delay = RiskLearner.read(in, Feature.LATE_LANE);
        this.issue = RiskLearner.read(in, Feature.ISSUE_LANE);
        this.giveBack = RiskLearner.read(in, Feature.RETURN_LANE);
        this.eta = BayesianLearner.fromBytes(in.bytes(), Family.GAUSSIAN, ETA_SETTINGS);
        this.interval = ConformalInterval.fromBytes(in.bytes(), COVERAGE, RESIDUALS, STEER);
        this.published = LinearModel.fromBytes(in.bytes());
        this.offsets = new Offsets(in.float64(), in.float64(), in.float64());
        this.evidence = in.int64();
        this.version = in.int64();
    }

    /** All that is known, versioned: a learner read from it goes on as this one would. */
    public byte[] toBytes() {
        WireWriter under = new WireWriter();
        flights.write(under);
        SnapshotWriter out = new SnapshotWriter(KIND, VERSION);
        out.bytes(aggregates.toBytes()).bytes(under.toBytes());
        delay.write(out);
        issue.write(out);
        giveBack.write(out);
        out.bytes(eta.toBytes()).bytes(interval.toBytes()).bytes(published.toBytes());
        out.float64(offsets.low()).float64(offsets.median()).float64(offsets.high());
        return out.int64(evidence).int64(version).finish();
    }

    /**
     * Reads what {@link #toBytes()} wrote.
     *
     * @param priors those of the program; they are not among the bytes
     * @throws co.litper.cerebro.learners.snapshot.SnapshotException if the bytes are cut short, damaged or of another version
     */
    public static DeliveryLearner fromBytes(byte[] bytes, Priors priors) {
        return new DeliveryLearner(priors, new SnapshotReader(bytes, KIND, VERSION));
    }

    /**
     * A shipment's first decision was made: from now on time itself may teach.
     *
     * @param id of the decision; opened twice changes nothing
     */
    public void opened(long id, FeatureRow row, ShipmentContext context) {
        double log = DeliveryModels.logDays(published, row);
        long atMs = context.at().toEpochMilli();
        Instant promised = context.promisedAt();
        long[] marksMs = {
            atMs + millis(log + offsets.low()),
            atMs + millis(log + offsets.median()),
            atMs + millis(log + offsets.high()),
            promised == null ? InFlight.NEVER : promised.toEpochMilli()
        };
        flights.open(id, marksMs);
    }

    private static long millis(double logDays) {
        return Math.round(Math.exp(logDays) * MS_PER_DAY);
    }

    /** The carrier took the parcel at {@code at}; once a shipment. */
    public void handedOver(ShipmentContext context, Instant at) {
        version++;
        aggregates.observe(context, new Observation.HandedOver(at, days(context.createdAt(), at), 1));
    }

    /** The shipment opened under {@code id} ended: statistics and the first decision's models learn. Once a shipment. */
    public void ended(long id, FeatureRow row, ShipmentContext context, DeliveryOutcome outcome) {
        InFlight.Flight flight = flights.get(id);
        boolean judged = flight != null && flight.judgedLate;
        if (outcome.ending() != Ending.CANCELLED) {
            boolean delivered = outcome.ending() == Ending.DELIVERED;
            double total = delivered ? days(context.createdAt(), outcome.at()) : Double.NaN;
            double expected = Math.exp(row.get(Feature.EXPECTED_DAYS));
            aggregates.observe(
                    context,
                    new Observation.Ended(
                            outcome.at(), !delivered, outcome.issue(), total, expected, outcome.weight()));
            if (delivered && !judged && context.promisedAt() != null) {
                aggregates.observe(context, new Observation.Judged(outcome.at(), outcome.late(), outcome.weight()));
            }
            learn(row, context, outcome, !judged);
        }
        if (flight != null) {
            flights.end(id, flight);
        }
    }

    /** A further decision about a shipment that has ended: models learn, statistics do not count it again. */
    public void learn(FeatureRow row, ShipmentContext context, DeliveryOutcome outcome) {
        learn(row, context, outcome, true);
    }

    private void learn(FeatureRow row, ShipmentContext context, DeliveryOutcome outcome, boolean judge) {
        if (outcome.ending() == Ending.CANCELLED || outcome.weight() == 0) {
            return;
        }
        boolean delivered = outcome.ending() == Ending.DELIVERED;
        if (delivered && judge && context.promisedAt() != null) {
            delay.learn(DeliveryModels.delayInput(published, row), row, outcome.late(), outcome.weight());
        }
        issue.learn(row.values(), row, outcome.issue(), outcome.weight());
        giveBack.learn(row.values(), row, !delivered, outcome.weight());
        if (delivered) {
            learnDays(row, days(context.at(), outcome.at()), outcome.weight());
        }
        evidence++;
        version++;
    }

    private void learnDays(FeatureRow row, double days, double weight) {
        double truth = Observation.logDays(days);
        double offset = row.get(Feature.REMAINING_DAYS);
        interval.observe(truth - offset - eta.score(row.values()));
        eta.update(row.values(), offset, truth, weight);
    }

    /**
     * Time has come to {@code now}: what fell due is learned. Call with each tick; going back changes nothing.
     *
     * @param openings what was known of a shipment at the decision by whose id it was opened; one that is not found any
     *     more teaches nothing
     */
    public void advance(Instant now, LongFunction<Optional<Known>> openings) {
        for (InFlight.Due due = flights.poll(now.toEpochMilli()); due != null; due = flights.poll(now.toEpochMilli())) {
            InFlight.Flight flight = flights.get(due.id());
            if (flight != null) {
                fellDue(due, flight, openings);
                flights.passed(due, flight);
            }
        }
    }

    private void fellDue(InFlight.Due due, InFlight.Flight flight, LongFunction<Optional<Known>> openings) {
        version++;
        Instant at = Instant.ofEpochMilli(due.atMs());
        switch (due.kind()) {
            case LOW -> interval.passed(Mark.LOW, !flight.ended);
            case EXPECTED ->
                openings.apply(due.id())
                        .ifPresent(known ->
                                aggregates.observe(known.context(), new Observation.FellDue(at, !flight.ended, 1)));
            case HIGH -> interval.passed(Mark.HIGH, !flight.ended);
            case PROMISE -> {
                if (!flight.ended) {
                    openings.apply(due.id()).ifPresent(known -> brokenPromise(at, flight, known));
                }
            }
        }
    }

    private void brokenPromise(Instant at, InFlight.Flight flight, Known known) {
        flight.judgedLate = true;
        aggregates.observe(known.context(), new Observation.Judged(at, true, 1));
        delay.learn(DeliveryModels.delayInput(published, known.row()), known.row(), true, 1);
    }

    /** What is known now, to be read by shards. Twice in a row gives equal models. */
    public DeliveryModels snapshot() {
        published = eta.model();
        offsets = interval.offsets(COLD_OFFSETS, COLD_WEIGHT);
        return new DeliveryModels(
                version,
                evidence,
                aggregates.publish(),
                priors,
                delay.model(),
                issue.model(),
                giveBack.model(),
                published,
                offsets);
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / MS_PER_DAY;
    }
}
