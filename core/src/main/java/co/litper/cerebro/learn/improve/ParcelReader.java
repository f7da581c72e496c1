package co.litper.cerebro.learn.improve;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.learn.improve.ParcelEnd.Fate;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Outcome;
import co.litper.cerebro.world.WireReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins a parcel's decisions with its end. One thread. */
final class ParcelReader {
    /** Parcels under way, about 200 bytes each; the eldest beyond that are given up. */
    private static final int MOST_OPEN = 200_000;

    private final Map<Long, Open> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Open> eldest) {
            return size() > MOST_OPEN;
        }
    };

    /** A parcel under way. */
    record Open(
            MerchantId merchant,
            long atMs,
            boolean lookedBack,
            ShipmentContext context,
            Forecast forecast,
            double expectedCop,
            @Nullable IssueReason reason,
            double expectedAtIssueCop) {
        Open meeting(IssueReason met, double expected) {
            return new Open(merchant, atMs, lookedBack, context, forecast, expectedCop, met, expected);
        }

        Open of(MerchantId owner) {
            return new Open(owner, atMs, lookedBack, context, forecast, expectedCop, reason, expectedAtIssueCop);
        }
    }

    void decided(Decision d, MerchantId merchant, Economics economics) {
        Open known = open.get(d.key());
        if (known != null && (d.issue() == null || known.reason() != null)) {
            if (known.merchant().equals(MerchantId.INSTALLATION) && !merchant.equals(MerchantId.INSTALLATION)) {
                open.put(d.key(), known.of(merchant));
            }
            return;
        }
        ShipmentContext context = ShipmentContext.read(new WireReader(d.context()));
        double expected = Expected.of(d, context, economics);
        Open parcel = known != null
                ? known
                : new Open(merchant, d.atMs(), d.observed(), context, d.forecast(), expected, null, Double.NaN);
        IssueReason reason = d.issue();
        open.put(d.key(), reason == null ? parcel : parcel.meeting(reason, expected));
    }

    /** A parcel and its end. */
    record Ended(Open parcel, ParcelEnd end) {}

    /** @param all what one event settled about one parcel, complete and at least one */
    Optional<Ended> ended(List<Settled> all, long endedMs) {
        Open parcel = open.remove(all.getFirst().homeKey());
        if (parcel == null) {
            return Optional.empty();
        }
        double cop = 0;
        double points = 0;
        String carrier = "";
        for (Settled each : all) {
            cop += each.reward().cop();
            points += each.reward().points();
            carrier = carrier.isEmpty() ? each.carrier() : carrier;
        }
        return Optional.of(new Ended(
                parcel,
                new ParcelEnd(
                        parcel.context().createdAt().toEpochMilli(),
                        endedMs,
                        parcel.lookedBack(),
                        parcel.context().destination(),
                        carrier.isEmpty() ? parcel.context().carrier() : new Carrier(carrier),
                        parcel.reason(),
                        parcel.forecast(),
                        fate(all.getFirst()),
                        all.size(),
                        points,
                        cop,
                        parcel.expectedCop(),
                        parcel.expectedAtIssueCop())));
    }

    private static Fate fate(Settled settled) {
        return switch (settled.outcome()) {
            case ISSUE_UNRESOLVED -> Fate.RETURNED;
            case CUSTOMER_LOST -> Fate.CANCELLED;
            case DELIVERY_SUCCESS, CUSTOMER_HAPPY, DELAY_PREVENTED, ISSUE_RESOLVED, DELAY_OCCURRED, UNKNOWN ->
                settled.late() || settled.outcome() == Outcome.DELAY_OCCURRED ? Fate.LATE : Fate.IN_TIME;
        };
    }

    /** When parcels whose end is not known were first decided about, epoch milliseconds. */
    long[] openSinceMs() {
        return open.values().stream()
                .filter(o -> !o.lookedBack())
                .mapToLong(Open::atMs)
                .toArray();
    }
}
