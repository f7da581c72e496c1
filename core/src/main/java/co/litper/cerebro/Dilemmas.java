package co.litper.cerebro;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.logistics.CustomerState;
import co.litper.cerebro.logistics.ParcelState;
import java.util.Objects;

/** Copies what a receipt knows into a dilemma, which leaves the shard's thread. */
final class Dilemmas {
    private Dilemmas() {}

    /** @param decision about a novedad, on its way to the reasoner */
    static Dilemma of(Decision decision, Home home, CustomerState customer, long stakeCop) {
        ParcelState parcel = home.parcel();
        Choice choice = decision.choices().stream()
                .filter(c -> c.question() == Question.ISSUE)
                .findFirst()
                .orElseThrow();
        return new Dilemma(
                decision.id(),
                decision.key(),
                home.merchant(),
                decision.atMs(),
                Objects.requireNonNull(decision.stage()),
                parcel.carrier(),
                parcel.destination(),
                parcel.facts().cod(),
                parcel.facts().valueCop(),
                stakeCop,
                new Dilemma.History(customer.orders(), customer.delivered(), customer.returned(), customer.issues()),
                decision.forecast(),
                choice.winner().action(),
                choice.bids().stream()
                        .filter(Bid::feasible)
                        .map(b -> new Dilemma.Option(b.action(), b.valueCop(), b.confidence()))
                        .toList());
    }
}
