package co.litper.cerebro.server.rehearsal;

import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;

/** Events as an integrator sends them, numbered from 0: a parcel sets out, moves, gets a novedad now and then, arrives. */
final class MadeUpEvents {
    /** Events of one parcel. */
    static final int STEPS = 4;

    private static final int PARCELS_PER_ISSUE = 5;
    private static final long FIRST_PHONE = 3_000_000_000L;

    private final MerchantId merchant;
    private final Instant now;

    MadeUpEvents(MerchantId merchant, Instant now) {
        this.merchant = merchant;
        this.now = now;
    }

    /** The n-th event as a structured CloudEvent. */
    String event(long n) {
        long parcel = n / STEPS;
        String guide = "\"guideNumber\":\"R" + parcel + "\",\"carrier\":\"TCC\"";
        return switch ((int) (n % STEPS)) {
            case 0 ->
                cloudEvent(
                        n,
                        "guide.created",
                        "\"guideNumber\":\"R" + parcel + "\",\"orderId\":\"O" + parcel
                                + "\",\"parcel\":{\"customer\":{\"phone\":\"" + (FIRST_PHONE + parcel)
                                + "\",\"name\":\"Nadie\",\"address\":\"Calle 1\"},\"origin\":\"11001\",\"destination\":\"76001\","
                                + "\"carrier\":\"TCC\",\"cod\":true,\"valueCop\":150000,\"freightCop\":14000}");
            case 1 -> cloudEvent(n, "tracking.updated", guide + state("IN_TRANSIT"));
            case 2 ->
                parcel % PARCELS_PER_ISSUE == 0
                        ? cloudEvent(
                                n,
                                "issue.reported",
                                guide + ",\"rawReason\":\"DIRECCION ERRADA\",\"reason\":\"BAD_ADDRESS\",\"attempt\":1")
                        : cloudEvent(n, "tracking.updated", guide + state("OUT_FOR_DELIVERY"));
            default -> cloudEvent(n, "tracking.updated", guide + state("DELIVERED"));
        };
    }

    private static String state(String state) {
        return ",\"rawStatus\":\"" + state + "\",\"state\":\"" + state + "\",\"location\":\"76001\"";
    }

    private String cloudEvent(long n, String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"r-" + n + "\",\"source\":\"/rehearsal\",\"type\":\"" + type
                + "\",\"merchantid\":\"" + merchant.value() + "\",\"time\":\"" + now + "\",\"data\":{" + data + "}}";
    }
}
