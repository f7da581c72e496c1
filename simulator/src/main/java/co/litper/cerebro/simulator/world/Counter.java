package co.litper.cerebro.simulator.world;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Channel.Result;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.world.Agenda.Kind;
import co.litper.cerebro.simulator.world.Parcel.Phase;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where effects come in: refuses what makes no sense, does the rest once. */
final class Counter implements Desk {
    /** Effects remembered for repeats; a channel repeats within minutes. */
    private static final int REMEMBERED = 20_000;

    private final Scene scene;
    private final Journeys journeys;
    private final Novedades novedades;
    private final Map<Long, Result> taken = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Result> eldest) {
            return size() > REMEMBERED;
        }
    };

    Counter(Scene scene, Journeys journeys, Novedades novedades) {
        this.scene = scene;
        this.journeys = journeys;
        this.novedades = novedades;
    }

    @Override
    public Result take(Dispatch effect) {
        Result known = taken.get(effect.effectId());
        if (known != null) {
            return known;
        }
        Parcel x = parcel(effect.subject());
        Result result = x != null && does(x, effect) ? Result.DONE : Result.FAILED;
        taken.put(effect.effectId(), result);
        return result;
    }

    private @Nullable Parcel parcel(String subject) {
        return subject.startsWith("home:") ? scene.find(Subjects.homeKey(subject)) : null;
    }

    private boolean does(Parcel x, Dispatch effect) {
        return switch (effect.action()) {
            case NONE, FLAG_FOR_MONITORING -> true;
            case CHOOSE_CARRIER -> choose(x, effect.target());
            case NOTIFY_CUSTOMER -> notify(x);
            case ASK_ADDRESS,
                    ASK_TIME,
                    ASK_CASH,
                    CALL_CUSTOMER,
                    REDELIVER,
                    HOLD_IN_OFFICE,
                    RETURN_TO_SENDER,
                    OPEN_CLAIM,
                    ESCALATE -> x.phase == Phase.ISSUE && answer(x, x.openIssue(), effect.action());
        };
    }

    private boolean choose(Parcel x, String target) {
        int carrier = target.isEmpty() ? Fleet.NONE : Fleet.indexOf(new Carrier(target));
        if (x.phase != Phase.ORDERED
                || carrier == Fleet.NONE
                || !scene.nature.lanes.serves(carrier, x.order.place(), x.order.cod())) {
            return false;
        }
        journeys.choose(x, carrier, true);
        return true;
    }

    /** A message about the parcel's coming: what is read makes the next attempt likelier. */
    private boolean notify(Parcel x) {
        if (x.phase == Phase.CLAIMED) {
            return false;
        }
        double chance = scene.nature.talks.read(x.order, x.notices++);
        if (scene.unit(x, Purpose.READ, x.contacts) < chance) {
            x.toldMs = scene.now;
        }
        x.contact(scene.now);
        x.playerContactMs = scene.now;
        x.messages += Economics.DEFAULT.messageCop();
        if (x.issue != null) {
            x.issue.actions.add(Action.NOTIFY_CUSTOMER);
            x.issue.contacts++;
        }
        return true;
    }

    private boolean answer(Parcel x, Issue issue, Action action) {
        if (!isPossible(x, issue, action)) {
            return false;
        }
        switch (action) {
            case ASK_ADDRESS, ASK_TIME, ASK_CASH -> {
                x.playerContactMs = scene.now;
                novedades.ask(x, action);
            }
            case CALL_CUSTOMER -> {
                x.playerContactMs = scene.now;
                novedades.bookCall(x);
            }
            case ESCALATE -> escalate(x, issue);
            case REDELIVER -> novedades.redeliver(x);
            case HOLD_IN_OFFICE -> novedades.hold(x);
            case RETURN_TO_SENDER -> novedades.giveBack(x);
            case OPEN_CLAIM -> novedades.claim(x);
            case NONE, CHOOSE_CARRIER, NOTIFY_CUSTOMER, FLAG_FOR_MONITORING ->
                throw new IllegalStateException(action + " is no answer to a novedad");
        }
        if (x.issue == null) {
            issue.answeredByPlayer = true;
        }
        return true;
    }

    private boolean isPossible(Parcel x, Issue issue, Action action) {
        return switch (action) {
            case HOLD_IN_OFFICE -> !issue.cause.isGoods() && scene.nature.lanes.hasOffice(x.carrier, x.order.place());
            case OPEN_CLAIM -> issue.cause.isGoods();
            case CALL_CUSTOMER -> x.callMs == 0;
            case NONE,
                    CHOOSE_CARRIER,
                    NOTIFY_CUSTOMER,
                    FLAG_FOR_MONITORING,
                    ASK_ADDRESS,
                    ASK_TIME,
                    ASK_CASH,
                    REDELIVER,
                    RETURN_TO_SENDER,
                    ESCALATE -> true;
        };
    }

    private void escalate(Parcel x, Issue issue) {
        issue.actions.add(Action.ESCALATE);
        issue.escalated = true;
        issue.people = true;
        scene.plan(x, scene.nature.days.nextContact(scene.now + Novedades.ESCALATED_MS), Kind.ROUND);
    }
}
