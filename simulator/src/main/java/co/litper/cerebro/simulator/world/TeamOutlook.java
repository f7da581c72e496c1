package co.litper.cerebro.simulator.world;

import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;

/** Expected pesos of a novedad that is left to the merchant's team and the carrier, the team's calls taken as free. */
final class TeamOutlook {
    private static final long NOTICE_MS = 15 * Days.MINUTE;

    private final Nature nature;
    private final Order o;
    private final Outlook outlook;
    private final IssueReason reason;

    TeamOutlook(Nature nature, Order o, Outlook outlook, IssueReason reason) {
        this.nature = nature;
        this.o = o;
        this.outlook = outlook;
        this.reason = reason;
    }

    /** Nobody of ours acts: the team may take it up at one of its rounds, else the carrier does what it does. */
    double left(Plight s, long ms, long leftUntilMs) {
        double open = 1;
        double sum = 0;
        for (long at = nature.days.nextRound(ms); at < s.deadlineMs(); at = nature.days.nextRound(at)) {
            if (at >= leftUntilMs) {
                sum += open * nature.habits.takes * taken(s, at);
                open *= 1 - nature.habits.takes;
            }
        }
        return sum + open * outlook.passed(s);
    }

    /** The team takes it up. */
    double taken(Plight s, long ms) {
        if (ms >= s.deadlineMs()) {
            return outlook.passed(s);
        }
        double sum = 0;
        for (Action action : Action.values()) {
            double share = nature.habits.share(reason, action);
            if (share > 0) {
                sum += share * by(s, action, ms);
            }
        }
        return sum;
    }

    double by(Plight s, Action action, long ms) {
        return switch (action) {
            case CALL_CUSTOMER -> call(s, ms);
            case ASK_ADDRESS, ASK_TIME, ASK_CASH -> ask(s, action, ms);
            case HOLD_IN_OFFICE -> outlook.canHold(s) ? outlook.hold(s, ms) : outlook.redeliver(s, ms);
            case RETURN_TO_SENDER -> outlook.giveBack(s);
            case OPEN_CLAIM -> s.cause().isGoods() ? outlook.claim() : outlook.redeliver(s, ms);
            case NONE, CHOOSE_CARRIER, NOTIFY_CUSTOMER, FLAG_FOR_MONITORING, REDELIVER, ESCALATE ->
                outlook.redeliver(s, ms);
        };
    }

    private double call(Plight s, long ms) {
        long at = nature.days.nextContact(ms + NOTICE_MS);
        if (at >= s.deadlineMs()) {
            return outlook.passed(s);
        }
        double answers = nature.talks.answer(o, s.contacts(), s.hoursSinceReport(at));
        Plight after = s.contactedOnce();
        return -Economics.DEFAULT.callCop()
                + answers * heard(after, Action.CALL_CUSTOMER, at)
                + (1 - answers) * goOn(after, at);
    }

    private double ask(Plight s, Action question, long ms) {
        double replies = nature.talks.reply(o, question, s.cause(), s.contacts(), s.hoursSinceReport(ms));
        Plight after = s.contactedOnce();
        double sum = -Economics.DEFAULT.messageCop();
        double silent = 1;
        for (int i = 0; i < Talks.REPLY_HOURS.length; i++) {
            long at = Outlook.replyMs(ms, i);
            if (at < ms + Novedades.TEAM_WAITS_MS && at < s.deadlineMs()) {
                double chance = replies * nature.talks.delay(i);
                sum += chance * heard(after, question, at);
                silent -= chance;
            }
        }
        long end = ms + Novedades.TEAM_WAITS_MS;
        return sum + silent * (end >= s.deadlineMs() ? outlook.passed(after) : goOn(after, end));
    }

    private double heard(Plight s, Action question, long ms) {
        double settles = nature.talks.settles(question, s.cause(), s.firm());
        return settles * goOn(s.settled(), ms) + (1 - settles) * goOn(s.unsettled(), ms);
    }

    private double goOn(Plight s, long ms) {
        return s.firm() ? outlook.giveBack(s) : outlook.redeliver(s, ms);
    }
}
