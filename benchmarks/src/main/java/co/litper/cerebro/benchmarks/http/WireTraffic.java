package co.litper.cerebro.benchmarks.http;

import co.litper.cerebro.world.Clock;
import java.nio.charset.StandardCharsets;

/**
 * Events as an integrator sends them, numbered from 0: each parcel begins with its customer's phone, moves, gets a novedad
 * now and then, and ends. The n-th event is a function of n but for its time.
 */
final class WireTraffic {
    private static final int STEPS = 4;
    private static final int PARCELS_PER_ISSUE = 10;
    private static final long FIRST_GUIDE = 52_000_000_000L;
    private static final long FIRST_PHONE = 3_000_000_000L;
    private static final int PHONES = 500_000_000;

    private final String run;
    private final String merchant;

    /** @param run tells the events of one run from those of another */
    WireTraffic(String run) {
        this(run, "bench");
    }

    /** @param merchant whose shipments they are */
    WireTraffic(String run, String merchant) {
        this.run = run;
        this.merchant = merchant;
    }

    /** The id of the n-th event. */
    String id(long n) {
        return run + "-" + n;
    }

    /** The n-th event, structured. */
    String event(long n) {
        long parcel = n / STEPS;
        String guide = "\"guideNumber\":\"" + run + (FIRST_GUIDE + parcel) + "\"";
        boolean issue = parcel % PARCELS_PER_ISSUE == 0;
        return switch ((int) (n % STEPS)) {
            case 0 ->
                wrapped(
                        n,
                        "guide.created",
                        guide + ",\"orderId\":\"O" + run + parcel
                                + "\",\"parcel\":{\"customer\":{\"phone\":\"" + (FIRST_PHONE + parcel % PHONES)
                                + "\",\"name\":\"Cliente de Prueba\",\"address\":\"Calle 1 # 2-3\"},\"origin\":\"11001\","
                                + "\"destination\":\"76001\",\"carrier\":\"TCC\",\"cod\":true,\"valueCop\":150000,"
                                + "\"freightCop\":14000}");
            case 1 -> wrapped(n, "tracking.updated", guide + scan("IN_TRANSIT"));
            case 2 ->
                issue
                        ? wrapped(
                                n,
                                "issue.reported",
                                guide
                                        + ",\"carrier\":\"TCC\",\"rawReason\":\"DIRECCION ERRADA\",\"reason\":\"BAD_ADDRESS\","
                                        + "\"attempt\":1")
                        : wrapped(n, "tracking.updated", guide + scan("OUT_FOR_DELIVERY"));
            default -> wrapped(n, "tracking.updated", guide + scan("DELIVERED"));
        };
    }

    private static String scan(String state) {
        return ",\"carrier\":\"TCC\",\"rawStatus\":\"" + state + "\",\"state\":\"" + state
                + "\",\"location\":\"76001\"";
    }

    private String wrapped(long n, String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id(n) + "\",\"source\":\"/bench\",\"type\":\"" + type
                + "\",\"time\":\"" + Clock.system().now() + "\",\"merchantid\":\"" + merchant + "\",\"data\":{" + data
                + "}}";
    }

    /** Events {@code from} to {@code from + count - 1} as one batch. */
    byte[] batch(long from, int count) {
        StringBuilder batch = new StringBuilder(count * 400).append('[');
        for (long n = from; n < from + count; n++) {
            batch.append(n == from ? "" : ",").append(event(n));
        }
        return batch.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }
}
