package co.litper.cerebro.simulator.check;

import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.log.Entry;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.simulator.player.Parcels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the product's ledger gives to the decisions of a parcel adds up to what the parcel earned by what was told of it:
 * delivered, value less goods, freight and lateness; returned, less both freights; cancelled, nothing. A peso a decision
 * may go to rounding.
 */
final class MoneyOfLedger extends Checker {
    /** The reference configuration's figures where nothing is told; the sums are this checker's own. */
    private static final Economics TOLD = Economics.DEFAULT;

    private final Map<String, ParcelFacts> facts = new HashMap<>();

    @Override
    void told(Envelope e) {
        switch (e.event()) {
            case OrderCreated o -> facts.put(o.orderId(), o.parcel());
            case GuideCreated g -> facts.put(g.orderId(), g.parcel());
            default -> {}
        }
    }

    @Override
    void recorded(Instant now, List<Entry> entries, Parcels parcels) {
        Map<Long, List<Settled>> byParcel = new TreeMap<>();
        for (Entry entry : entries) {
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (fact instanceof Settled settled && settled.complete()) {
                    byParcel.computeIfAbsent(settled.homeKey(), _ -> new ArrayList<>())
                            .add(settled);
                }
            }
        }
        byParcel.forEach((home, settled) -> {
            String order = parcels.of(home).orderId();
            ParcelFacts parcel = facts.remove(order);
            if (parcel != null) {
                check(order, now, parcel, settled);
            }
        });
    }

    private void check(String order, Instant now, ParcelFacts parcel, List<Settled> settled) {
        long sum = settled.stream().mapToLong(s -> s.reward().cop()).sum();
        long expected = earned(parcel, settled.getFirst());
        if (Math.abs(sum - expected) > settled.size()) {
            violated(
                    "order:" + order,
                    now,
                    settled.size() + " decisions were given " + sum + " pesos, the parcel earned " + expected);
        }
    }

    private static long earned(ParcelFacts p, Settled settled) {
        long freight = p.freightCop() == ParcelFacts.UNTOLD ? TOLD.freightCop() : p.freightCop();
        long back = p.returnFreightCop() == ParcelFacts.UNTOLD ? TOLD.returnFreightCop() : p.returnFreightCop();
        long kept = p.costCop() == ParcelFacts.UNTOLD
                ? Math.round(p.valueCop() * TOLD.marginShare())
                : p.valueCop() - p.costCop();
        return switch (settled.outcome()) {
            case DELIVERY_SUCCESS, ISSUE_RESOLVED, DELAY_OCCURRED, DELAY_PREVENTED, CUSTOMER_HAPPY ->
                kept - freight - (settled.late() ? TOLD.delayCop() : 0);
            case ISSUE_UNRESOLVED -> -freight - back;
            case CUSTOMER_LOST, UNKNOWN -> 0;
        };
    }
}
