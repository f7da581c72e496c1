package co.litper.cerebro;

import co.litper.cerebro.act.Outbox;
import co.litper.cerebro.act.Validity;
import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.logistics.CustomerState;
import co.litper.cerebro.logistics.ParcelState;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Turns choices into planned effects: only those that may go beyond a proposal, each with its permit, its earliest time and
 * the predicate under which it still makes sense.
 */
public final class EffectPlanner {
    /** A message about a parcel says nothing new after two days. */
    private static final Duration MESSAGE_LIFE = Duration.ofDays(2);

    /** An answer to a novedad after two days meets a parcel that is on its way back. */
    private static final Duration ANSWER_LIFE = Duration.ofDays(2);

    private final LongUnaryOperator contactWindow;

    /** @param contactWindow the first epoch millisecond from a given one at which customers may be contacted */
    public EffectPlanner(LongUnaryOperator contactWindow) {
        this.contactWindow = contactWindow;
    }

    /**
     * The effects of a decision, those without permit marked refused. Empty in observe mode, and where an earlier decision
     * stands.
     *
     * @param graceMs milliseconds that an answer to a novedad waits for a thought before it leaves, at least 0
     */
    List<PlannedEffect> plan(
            Decision decision,
            ParcelState parcel,
            CustomerState customer,
            Outbox outbox,
            Settings settings,
            long graceMs) {
        if (decision.observed() || decision.keepsStanding()) {
            return List.of();
        }
        List<PlannedEffect> planned = List.of();
        boolean contacted = false;
        for (int i = 0; i < decision.choices().size(); i++) {
            Choice choice = decision.choices().get(i);
            Action action = choice.winner().action();
            if (reachesTheWorld(action) && choice.autonomy().compareTo(Autonomy.APPROVE) >= 0 && outbox.hasRoom()) {
                PlannedEffect effect = plan(decision, i, parcel, customer, contacted, settings, graceMs);
                contacted |= action.contactsCustomer() && effect.status() == EffectStatus.PLANNED;
                planned = planned.isEmpty() ? new ArrayList<>(2) : planned;
                planned.add(effect);
            }
        }
        return planned;
    }

    /** True if the customer may get one more contact when contact hours come next. */
    boolean mayContact(CustomerState customer, long nowMs, Settings settings) {
        long atMs = contactWindow.applyAsLong(nowMs);
        return customer.mayBeContacted(ContactDay.of(atMs), settings.contactsPerDay(), atMs);
    }

    private PlannedEffect plan(
            Decision decision,
            int index,
            ParcelState parcel,
            CustomerState customer,
            boolean contactedNow,
            Settings settings,
            long graceMs) {
        Choice choice = decision.choices().get(index);
        Action action = choice.winner().action();
        boolean contacts = action.contactsCustomer();
        long from = decision.atMs() + (choice.question() == Question.ISSUE ? graceMs : 0);
        long notBefore = contacts ? contactWindow.applyAsLong(from) : from;
        boolean permitted = !contacts
                || (!contactedNow
                        && customer.mayBeContacted(ContactDay.of(notBefore), settings.contactsPerDay(), notBefore));
        long life = (action == Action.NOTIFY_CUSTOMER ? MESSAGE_LIFE : ANSWER_LIFE).toMillis();
        return new PlannedEffect(
                PlannedEffect.idOf(decision.id(), index),
                decision.key(),
                action,
                choice.winner().target(),
                permitted ? EffectStatus.PLANNED : EffectStatus.REFUSED,
                choice.autonomy() == Autonomy.APPROVE,
                notBefore,
                notBefore + life,
                Validity.of(parcel, action));
    }

    /** Watching a shipment is a mark in our own state and needs no channel. */
    private static boolean reachesTheWorld(Action action) {
        return action != Action.NONE && action != Action.FLAG_FOR_MONITORING;
    }
}
