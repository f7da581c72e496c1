package co.litper.cerebro;

import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.logistics.ParcelState;
import java.time.Instant;

/** What leaves for a channel: a planned effect with what its words need to know of the parcel. */
final class Dispatches {
    private Dispatches() {}

    static Dispatch of(PlannedEffect plan, long homeKey, Home home) {
        ParcelState parcel = home.parcel();
        return new Dispatch(
                plan.id(),
                home.merchant(),
                Subjects.home(homeKey),
                parcel.customer(),
                plan.action(),
                plan.target(),
                plan.deadlineMs(),
                parcel.guideNumber().isEmpty() ? parcel.orderId() : parcel.guideNumber(),
                cargo(parcel));
    }

    private static Dispatch.Cargo cargo(ParcelState parcel) {
        ParcelFacts facts = parcel.facts();
        Instant promised = facts.promisedAt();
        return new Dispatch.Cargo(
                parcel.carrier(),
                parcel.destination(),
                facts.cod() ? Math.max(0, facts.valueCop()) : 0,
                promised == null ? Dispatch.Cargo.NOT_PROMISED : promised.toEpochMilli());
    }
}
