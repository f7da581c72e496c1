package co.litper.cerebro.simulator.world;

import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.simulator.world.Parcel.Phase;
import co.litper.cerebro.vocabulary.Action;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers what choices are worth for a parcel as it stands, from {@link Outlook}. Asking changes nothing. */
final class Prospects {
    /** Days of arrival less likely than this are left out. */
    private static final double RARE = 1e-4;
    /** From a message on the morning of the attempt to the door. */
    private static final double MORNING_HOURS = 4.25;

    private static final double MIDDAY_UNIT = 0.5;

    private final Nature nature;

    Prospects(Nature nature) {
        this.nature = nature;
    }

    /** Worth of giving an order to a carrier. */
    double carrier(Parcel x, int carrier, long nowMs) {
        Order o = x.order;
        double price = nature.faults.freight(carrier, Days.dayOf(nowMs));
        var tariff = nature.lanes.tariff(carrier, o.place());
        long freight = Math.round(tariff.freightCop() * price / 100) * 100 + nature.lanes.surcharge(o.weightKg());
        long back = Math.round(tariff.returnFreightCop() * price / 100) * 100;
        double value = new Arrival(nature, o, carrier, freight, back, pickupDay(o), 0).best(x.notices, MORNING_HOURS);
        return (1 - calledOff(o, nowMs)) * value - x.messages;
    }

    private int pickupDay(Order o) {
        return Journeys.pickupDay(nature.days, o.cutoffMs());
    }

    private double calledOff(Order o, long nowMs) {
        double left = 1 - (nowMs - o.atMs()) / (double) Journeys.CANCELLED_MS;
        return nature.p.get("demand.cancel") * Math.clamp(left, 0, 1);
    }

    /** What a message now adds to the next attempt, against none at all. */
    double telling(Parcel x, long nowMs) {
        int cost = (int) Economics.DEFAULT.messageCop();
        if (x.phase == Phase.ISSUE || x.phase == Phase.OFFICE || x.phase == Phase.CLAIMED || x.carrier == Fleet.NONE) {
            return -cost;
        }
        double read = nature.talks.read(x.order, x.notices);
        return read * (attempt(x, nowMs, nowMs) - attempt(x, x.toldMs, nowMs)) - cost;
    }

    private double attempt(Parcel x, long toldMs, long nowMs) {
        if (x.phase == Phase.OUT || x.phase == Phase.AGAIN) {
            Outlook outlook = new Outlook(nature, x.order, x.carrier, x.freight, x.back, x.attempt, x.attemptDay);
            double told = nature.attempts.freshness(toldMs, Journeys.resultMs(x.attemptDay, MIDDAY_UNIT));
            return outlook.attempt(x.attempt, x.attemptDay, x.last, x.cured, x.addressRight, x.firm, told);
        }
        int pickup = x.guide.isEmpty() ? pickupDay(x.order) : x.pickupDay;
        int gone = 0;
        while (nature.days.plusWorking(pickup, gone + 1) <= Days.dayOf(nowMs) && gone < Transit.MOST_DAYS - 1) {
            gone++;
        }
        return new Arrival(nature, x.order, x.carrier, x.freight, x.back, pickup, gone).told(toldMs);
    }

    /** Worth of each answer to the open novedad. */
    SortedMap<Action, Double> answers(Parcel x, long nowMs) {
        if (x.phase != Phase.ISSUE) {
            throw new IllegalArgumentException("guide " + x.guide + " has no open novedad");
        }
        Issue issue = x.openIssue();
        Plight s = new Plight(
                x.attempt,
                issue.cause,
                x.cured,
                issue.contacts,
                x.addressRight,
                x.firm,
                issue.reportedMs,
                issue.deadlineMs);
        int reported = Days.dayOf(issue.reportedMs);
        Outlook outlook = new Outlook(
                nature,
                x.order,
                x.carrier,
                x.freight,
                x.back,
                Math.min(Attempts.MOST, x.attempt + 1),
                nature.days.plusWorking(Math.max(reported, Days.dayOf(nowMs)), 1));
        TeamOutlook team = new TeamOutlook(nature, x.order, outlook, issue.reason);
        SortedMap<Action, Double> worth = new TreeMap<>();
        worth.put(Action.NONE, waiting(x, issue, s, outlook, team, nowMs));
        worth.put(Action.CALL_CUSTOMER, outlook.call(s, nowMs));
        worth.put(Action.REDELIVER, outlook.redeliver(s, nowMs));
        worth.put(Action.RETURN_TO_SENDER, outlook.giveBack(s));
        worth.put(Action.ESCALATE, team.taken(s, nature.days.nextContact(nowMs + Novedades.ESCALATED_MS)));
        for (Action question : new Action[] {Action.ASK_ADDRESS, Action.ASK_TIME, Action.ASK_CASH}) {
            worth.put(question, outlook.ask(s, question, nowMs));
        }
        if (outlook.canHold(s)) {
            worth.put(Action.HOLD_IN_OFFICE, outlook.hold(s, nowMs));
        }
        if (issue.cause.isGoods()) {
            worth.put(Action.OPEN_CLAIM, outlook.claim());
        }
        double spent = x.messages + x.calls;
        worth.replaceAll((action, value) -> value - spent);
        return worth;
    }

    /** Waiting: for the reply under way and then on, or for the team and the carrier. */
    private double waiting(Parcel x, Issue issue, Plight s, Outlook outlook, TeamOutlook team, long nowMs) {
        Action question = x.question;
        if (issue.teamAction != null) {
            return team.by(s, issue.teamAction, nowMs);
        }
        if (x.callMs > 0) {
            return outlook.callAt(s, x.callMs);
        }
        if (question != null && nowMs < Outlook.replyMs(x.askedMs, Talks.REPLY_HOURS.length - 1)) {
            double replies = nature.talks.reply(
                    x.order, question, issue.cause, Math.max(0, issue.contacts - 1), s.hoursSinceReport(x.askedMs));
            return outlook.await(s, question, x.askedMs, nowMs, replies);
        }
        return team.left(s, nowMs, x.playerContactMs < issue.reportedMs ? 0 : x.playerContactMs + Days.DAY);
    }

    /** The chance below which a day is left out. */
    static boolean isRare(double chance) {
        return chance < RARE;
    }
}
