package co.litper.cerebro.simulator.player;

import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.ContactRules;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The ceiling: does what the hidden state says is worth most, under the same contact rules. Answers are asked for again at
 * the report, at each reply, and every six hours in which customers may be contacted.
 */
final class OraclePlayer implements Player {
    private static final Duration AGAIN = Duration.ofHours(6);

    private final Truth truth;
    private final Caseload caseload;
    private final ContactGate gate;
    private final Hand hand;

    OraclePlayer(Desk desk, Truth truth, HolidayCalendar holidays) {
        this.truth = truth;
        this.caseload = new Caseload(AnswerDeadlines.standard(holidays));
        this.gate = new ContactGate(ContactRules.standard(holidays));
        this.hand = new Hand(desk, gate);
    }

    @Override
    public void meet(Envelope e) {
        Instant now = e.recordedAt();
        gate.meet(e);
        switch (caseload.meet(e)) {
            case News.Ordered(Tracked parcel) -> choose(parcel, now);
            case News.Troubled(Tracked parcel) -> answer(parcel, now);
            case News.Replied(Tracked parcel, String intent) -> answer(parcel, now);
            case News.Moved(Tracked parcel) -> tell(parcel, now);
            case News.Passed(Instant hour) -> lookAgain(hour);
            case News.Nothing _ -> {}
        }
    }

    private void choose(Tracked parcel, Instant now) {
        truth.carriers(parcel.orderId).entrySet().stream()
                .max(Map.Entry.<Carrier, Double>comparingByValue())
                .ifPresent(best ->
                        hand.act(parcel, Action.CHOOSE_CARRIER, best.getKey().code(), now));
    }

    private void lookAgain(Instant now) {
        if (gate.isOpen(now)) {
            for (Tracked parcel : List.copyOf(caseload.troubled())) {
                if (parcel.postponed != Action.NONE
                        || !parcel.lookedAt.plus(AGAIN).isAfter(now)) {
                    answer(parcel, now);
                }
            }
        }
    }

    /** The best answer that may be given now; a better one that may not is kept in mind for when it may. */
    private void answer(Tracked parcel, Instant now) {
        parcel.lookedAt = now;
        parcel.postponed = Action.NONE;
        List<Map.Entry<Action, Double>> ranked = truth.answers(parcel.guideNumber).entrySet().stream()
                .sorted(Map.Entry.<Action, Double>comparingByValue().reversed())
                .toList();
        for (Map.Entry<Action, Double> option : ranked) {
            Action action = option.getKey();
            if (action == Action.NONE) {
                return;
            }
            switch (hand.act(parcel, action, now)) {
                case DONE -> {
                    if (!action.contactsCustomer()) {
                        parcel.closeIssue();
                    }
                    return;
                }
                case NOT_NOW -> {
                    if (!gate.isOpen(now) && now.plus(AGAIN).isBefore(parcel.deadline)) {
                        parcel.postponed = action;
                        return;
                    }
                }
                case REFUSED -> {}
            }
        }
    }

    private void tell(Tracked parcel, Instant now) {
        boolean onItsWay = parcel.state == ShipmentState.IN_TRANSIT || parcel.state == ShipmentState.OUT_FOR_DELIVERY;
        if (onItsWay && !parcel.told && gate.permits(parcel, now) && truth.telling(parcel.guideNumber) > 0) {
            parcel.told = hand.act(parcel, Action.NOTIFY_CUSTOMER, now) == Hand.Result.DONE;
        }
    }
}
