package co.litper.cerebro.simulator.player;

import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.AnswerDeadlines;
import co.litper.cerebro.logistics.ContactRules;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.vocabulary.Action;
import java.time.Instant;
import java.util.List;

/**
 * A player that does not learn: a rule for carriers, a rule for the first answer to a novedad, and from there what any team
 * would do. A positive reply is followed by another delivery, a refusal by the return; who does not reply in half of the
 * time left is tried again.
 */
final class RulePlayer implements Player {
    private final CarrierRule carriers;
    private final RescueRule rescue;
    private final Tariffs tariffs = new Tariffs();
    private final Caseload caseload;
    private final ContactGate gate;
    private final Hand hand;

    RulePlayer(Desk desk, HolidayCalendar holidays, CarrierRule carriers, RescueRule rescue) {
        this.carriers = carriers;
        this.rescue = rescue;
        this.caseload = new Caseload(AnswerDeadlines.standard(holidays));
        this.gate = new ContactGate(ContactRules.standard(holidays));
        this.hand = new Hand(desk, gate);
    }

    @Override
    public void meet(Envelope e) {
        Instant now = e.recordedAt();
        gate.meet(e);
        tariffs.meet(e);
        switch (caseload.meet(e)) {
            case News.Ordered(Tracked parcel) -> choose(parcel, now);
            case News.Troubled(Tracked parcel) -> attempt(parcel, rescue.first(parcel), now);
            case News.Replied(Tracked parcel, String intent) -> replied(parcel, intent, now);
            case News.Passed(Instant hour) ->
                List.copyOf(caseload.troubled()).forEach(parcel -> lookAgain(parcel, hour));
            case News.Moved _, News.Nothing _ -> {}
        }
    }

    private void choose(Tracked parcel, Instant now) {
        var serving = tariffs.serving(parcel.facts.destination(), parcel.facts.cod());
        carriers.choose(parcel, serving)
                .ifPresent(carrier -> hand.act(parcel, Action.CHOOSE_CARRIER, carrier.code(), now));
    }

    private void attempt(Tracked parcel, Action action, Instant now) {
        if (action == Action.NONE) {
            return;
        }
        switch (hand.act(parcel, action, now)) {
            case DONE -> acted(parcel, action, now);
            case NOT_NOW -> {
                parcel.postponed = action;
                parcel.patienceEnds = parcel.deadline;
            }
            case REFUSED -> {
                if (action != Action.REDELIVER) {
                    attempt(parcel, Action.REDELIVER, now);
                }
            }
        }
    }

    private static void acted(Tracked parcel, Action action, Instant now) {
        parcel.postponed = Action.NONE;
        switch (action) {
            case ASK_ADDRESS, ASK_TIME, ASK_CASH -> parcel.waitHalf(now);
            case REDELIVER, HOLD_IN_OFFICE, RETURN_TO_SENDER, OPEN_CLAIM -> parcel.closeIssue();
            // The team has it now.
            case CALL_CUSTOMER, ESCALATE -> parcel.patienceEnds = Instant.MAX;
            case NONE, CHOOSE_CARRIER, NOTIFY_CUSTOMER, FLAG_FOR_MONITORING -> {}
        }
    }

    private void replied(Tracked parcel, String intent, Instant now) {
        switch (intent) {
            case "new_address", "confirms", "cash_ready" -> attempt(parcel, Action.REDELIVER, now);
            case "rejects" -> attempt(parcel, Action.RETURN_TO_SENDER, now);
            default -> {}
        }
    }

    private void lookAgain(Tracked parcel, Instant now) {
        // A tick an hour: past the last one before the deadline it would be too late.
        boolean isLast = !now.plusSeconds(3_600).isBefore(parcel.patienceEnds);
        if (parcel.postponed != Action.NONE && gate.permits(parcel, now)) {
            attempt(parcel, parcel.postponed, now);
        } else if (isLast) {
            parcel.patienceEnds = Instant.MAX;
            attempt(parcel, Action.REDELIVER, now);
        }
    }
}
