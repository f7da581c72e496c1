package co.litper.cerebro.benchmarks;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Breach;
import co.litper.cerebro.log.ContractCheck;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.Intake;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.Subject;
import co.litper.cerebro.log.TimePrecision;
import co.litper.cerebro.testkit.RandomEvents;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.Priority;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times of writing, reading and checking one event: a row of an export, a scan, or any of all types in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class EnvelopeCodecBenchmark {
    private static final long SEED = 1;
    /** Enough that the branch predictor does not learn them by heart. */
    private static final int MIXED = 1024;

    private static final Instant NOON = Instant.parse("2026-03-01T17:00:00Z");
    private static final Instant RECORDED = Instant.parse("2026-03-01T17:00:05.123Z");

    /** Which events. */
    @Param({"guide", "scan", "mixed"})
    public String events = "";

    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Intake intake = new Intake((merchant, phone) -> PersonRef.NONE);
    private Envelope[] envelopes = {};
    private byte[][] bytes = {};
    private int next;

    /** Makes the events, and tells their size. */
    @Setup
    public void make() {
        RandomEvents random = new RandomEvents(SEED);
        envelopes = new Envelope[events.equals("mixed") ? MIXED : 1];
        bytes = new byte[envelopes.length][];
        long sum = 0;
        for (int i = 0; i < envelopes.length; i++) {
            envelopes[i] = switch (events) {
                case "guide" -> envelope(guide());
                case "scan" -> envelope(scan());
                default -> random.next();
            };
            bytes[i] = codec.encode(envelopes[i]);
            sum += bytes[i].length;
        }
        System.out.println(events + ": " + sum / envelopes.length + " bytes");
    }

    private int turn() {
        next = (next + 1) % envelopes.length;
        return next;
    }

    /** Envelope to bytes. */
    @Benchmark
    public byte[] encode() {
        return codec.encode(envelopes[turn()]);
    }

    /** Bytes to envelope. */
    @Benchmark
    public Envelope decode() {
        return codec.decode(bytes[turn()]);
    }

    /** Envelope against its contract. */
    @Benchmark
    public List<Breach> check() {
        return ContractCheck.check(envelopes[turn()]);
    }

    /** Bytes from outside through the gate. */
    @Benchmark
    public Intake.Result intake() {
        return intake.read(bytes[turn()], RECORDED, false);
    }

    private static Envelope envelope(Event event) {
        return new Envelope(
                "9f2c4e1ab07d3355",
                "/dropi/export",
                new MerchantId("litper"),
                Subject.of(event),
                NOON,
                TimePrecision.DAY,
                RECORDED,
                "",
                "",
                Priority.BULK,
                Standing.LIVE,
                false,
                0,
                event);
    }

    private static GuideUpdated guide() {
        ParcelFacts parcel = new ParcelFacts(
                new PersonRef("00112233445566778899aabbccddeeff"),
                CityCode.UNKNOWN,
                new CityCode("05001"),
                Carrier.COORDINADORA,
                true,
                89_900,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                ParcelFacts.UNTOLD,
                Double.NaN,
                0,
                "",
                "",
                null);
        return new GuideUpdated(
                "240012345678", "", parcel, "EN REPARTO", ShipmentState.OUT_FOR_DELIVERY, "", null, false, NOON, NOON);
    }

    private static TrackingUpdated scan() {
        return new TrackingUpdated(
                "240012345678", Carrier.TCC, "EN AGENCIA", ShipmentState.IN_OFFICE, new CityCode("52001"));
    }
}
