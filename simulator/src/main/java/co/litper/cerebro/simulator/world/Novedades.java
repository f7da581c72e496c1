package co.litper.cerebro.simulator.world;

import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.world.Agenda.Kind;
import co.litper.cerebro.simulator.world.Parcel.Phase;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import org.jspecify.annotations.Nullable;

/** What happens to a parcel from the report of a novedad until the carrier has an answer, and by that answer. */
final class Novedades {
    /** A novedad about which the player spoke with the customer within this time is left to it. */
    private static final long LEFT_TO_PLAYER_MS = Days.DAY;

    static final long TEAM_WAITS_MS = 3 * Days.HOUR;
    static final long ESCALATED_MS = 30 * Days.MINUTE;
    private static final int ROUND_COUNTS = 1 << 15;

    private final Scene scene;
    private final Nature nature;
    private final double confusion;

    Novedades(Scene scene) {
        this.scene = scene;
        this.nature = scene.nature;
        confusion = nature.p.get("report.confusion");
    }

    void report(Parcel x, Cause cause) {
        IssueReason reason = reported(x, cause);
        long deadline = nature.days.plusBusinessHours(scene.now, nature.fleet.answerHours(x.carrier));
        x.open(new Issue(cause, reason, scene.now, deadline));
        x.phase = Phase.ISSUE;
        x.plan++;
        x.last = cause;
        x.cured = false;
        x.question = null;
        String words = Words.issue(reason, scene.unit(x, Purpose.WORDS, x.told));
        scene.plan(x, deadline, Kind.DEADLINE);
        scene.plan(x, nature.days.nextRound(scene.now), Kind.ROUND);
        scene.tell(
                x,
                Feed.CARRIERS.get(x.carrier),
                new IssueReported(x.guide, Fleet.CARRIERS.get(x.carrier), words, reason, x.attempt));
    }

    /** The reason on paper: mostly the true one; spoilt goods are told as they are. */
    private IssueReason reported(Parcel x, Cause cause) {
        if (cause.isGoods() || scene.unit(x, Purpose.REPORT, x.attempt) >= confusion) {
            return cause.reason();
        }
        double unit = scene.unit(x, Purpose.REPORT_AS, x.attempt);
        return unit < 0.6
                ? IssueReason.OTHER
                : unit < 0.8 ? IssueReason.DELIVERY_ATTEMPT_FAILED : IssueReason.RECIPIENT_UNAVAILABLE;
    }

    /** Sends the customer a question about the open novedad. */
    void ask(Parcel x, Action question) {
        Issue issue = x.openIssue();
        double hours = (scene.now - issue.reportedMs) / (double) Days.HOUR;
        double chance = nature.talks.reply(x.order, question, issue.cause, issue.contacts, hours);
        int count = x.contacts;
        contact(x, issue, question);
        x.messages += Economics.DEFAULT.messageCop();
        x.question = question;
        x.askedMs = scene.now;
        x.replyMs = 0;
        if (scene.unit(x, Purpose.REPLY, count) < chance) {
            x.replyMs = scene.now + delay(scene.unit(x, Purpose.REPLY_DELAY, count));
            scene.plan(x, x.replyMs, Kind.REPLY);
        }
    }

    private long delay(double unit) {
        double left = unit;
        for (int i = 0; i < Talks.REPLY_HOURS.length; i++) {
            left -= nature.talks.delay(i);
            if (left < 0) {
                return Math.round(Talks.REPLY_HOURS[i] * Days.HOUR);
            }
        }
        return Math.round(Talks.REPLY_HOURS[Talks.REPLY_HOURS.length - 1] * Days.HOUR);
    }

    private void contact(Parcel x, Issue issue, Action action) {
        issue.actions.add(action);
        issue.contacts++;
        x.contact(scene.now);
    }

    void replied(Parcel x) {
        Action question = x.question;
        if (question == null || x.replyMs != scene.now) {
            return;
        }
        x.question = null;
        Issue issue = x.openIssue();
        hear(x, issue, question, scene.unit(x, Purpose.POSITIVE, x.contacts));
        if (issue.teamAction == question && x.phase == Phase.ISSUE) {
            teamAnswers(x, issue);
        }
    }

    /** What the customer says, and what it sets right. */
    private void hear(Parcel x, Issue issue, Action question, double unit) {
        boolean settled = unit < nature.talks.settles(question, issue.cause, x.firm);
        String intent = "other";
        if (settled) {
            x.cured = true;
            x.addressRight |= issue.cause == Cause.ADDRESS;
            intent = switch (issue.cause) {
                case ADDRESS -> "new_address";
                case CASH -> "cash_ready";
                case DAMAGED, BLOCKED, REMOTE, PHONE, CARELESS, ABSENT, REFUSED, LOST -> "confirms";
            };
        } else if (issue.cause == Cause.REFUSED) {
            x.firm = true;
            intent = "rejects";
        }
        scene.tell(x, Feed.CHAT, new CustomerReplied(x.order.customer().ref(), x.guide, intent));
    }

    /** Books a call by the team. */
    void bookCall(Parcel x) {
        Issue issue = x.openIssue();
        issue.people = true;
        x.callMs = scene.team.book(scene.now);
        scene.plan(x, x.callMs, Kind.CALL);
    }

    void called(Parcel x) {
        x.callMs = 0;
        Issue issue = x.openIssue();
        double hours = (scene.now - issue.reportedMs) / (double) Days.HOUR;
        int count = x.contacts;
        double chance = nature.talks.answer(x.order, issue.contacts, hours);
        contact(x, issue, Action.CALL_CUSTOMER);
        x.calls += Economics.DEFAULT.callCop();
        if (scene.unit(x, Purpose.CALL, count) < chance) {
            hear(x, issue, Action.CALL_CUSTOMER, scene.unit(x, Purpose.CALL_POSITIVE, count));
        }
        if (issue.teamAction == Action.CALL_CUSTOMER && x.phase == Phase.ISSUE) {
            teamAnswers(x, issue);
        }
    }

    /** One of the team's rounds: it may take the novedad up. */
    void round(Parcel x) {
        Issue issue = x.openIssue();
        if (issue.teamAction != null) {
            return;
        }
        boolean left = x.playerContactMs >= issue.reportedMs && scene.now - x.playerContactMs < LEFT_TO_PLAYER_MS;
        int count = (int) (scene.now / Days.HOUR) & (ROUND_COUNTS - 1);
        boolean taken = issue.escalated || (!left && scene.unit(x, Purpose.ROUND, count) < nature.habits.takes);
        if (!taken) {
            scene.plan(x, nature.days.nextRound(scene.now), Kind.ROUND);
            return;
        }
        issue.people = true;
        Action action = teamAction(x, nature.habits.answer(issue.reason, scene.unit(x, Purpose.HABIT, x.attempt)));
        issue.teamAction = action;
        switch (action) {
            case CALL_CUSTOMER -> bookCall(x);
            case ASK_ADDRESS, ASK_TIME, ASK_CASH -> {
                ask(x, action);
                scene.plan(x, scene.now + TEAM_WAITS_MS, Kind.TEAM_GOES_ON);
            }
            case NONE,
                    CHOOSE_CARRIER,
                    NOTIFY_CUSTOMER,
                    FLAG_FOR_MONITORING,
                    REDELIVER,
                    HOLD_IN_OFFICE,
                    RETURN_TO_SENDER,
                    OPEN_CLAIM,
                    ESCALATE -> teamAnswers(x, issue);
        }
    }

    /** What the habit comes to here: no office, or nothing to claim, and it is delivered again. */
    Action teamAction(Parcel x, Action habit) {
        boolean possible = switch (habit) {
            case HOLD_IN_OFFICE -> nature.lanes.hasOffice(x.carrier, x.order.place());
            case OPEN_CLAIM -> x.openIssue().cause.isGoods();
            case NONE,
                    CHOOSE_CARRIER,
                    NOTIFY_CUSTOMER,
                    FLAG_FOR_MONITORING,
                    ASK_ADDRESS,
                    ASK_TIME,
                    ASK_CASH,
                    CALL_CUSTOMER,
                    REDELIVER,
                    RETURN_TO_SENDER,
                    ESCALATE -> true;
        };
        return possible ? habit : Action.REDELIVER;
    }

    void teamGoesOn(Parcel x) {
        teamAnswers(x, x.openIssue());
    }

    /** The team tells the carrier what to do, after what it has learned from the customer. */
    private void teamAnswers(Parcel x, Issue issue) {
        Action action = issue.teamAction == null ? Action.REDELIVER : issue.teamAction;
        scene.tell(x, Feed.SHOP, new IssueResolved(x.guide, action.wire()));
        switch (action) {
            case HOLD_IN_OFFICE -> hold(x);
            case RETURN_TO_SENDER -> giveBack(x);
            case OPEN_CLAIM -> claim(x);
            case CALL_CUSTOMER, ASK_ADDRESS, ASK_TIME, ASK_CASH -> {
                if (x.firm) {
                    sendBack(x);
                } else {
                    redeliver(x);
                }
            }
            case NONE, CHOOSE_CARRIER, NOTIFY_CUSTOMER, FLAG_FOR_MONITORING, REDELIVER, ESCALATE -> redeliver(x);
        }
    }

    /** Nobody answered in time. */
    void deadline(Parcel x) {
        Issue issue = x.openIssue();
        if (issue.cause.isGoods()) {
            givenUp(x);
        } else if (x.attempt < Attempts.MOST && scene.unit(x, Purpose.RETRY, x.attempt) < nature.office.retries) {
            deliverAgain(x, issue.cause);
        } else {
            sendBack(x);
        }
    }

    /** The carrier is told to deliver again. */
    void redeliver(Parcel x) {
        Issue issue = x.openIssue();
        issue.actions.add(Action.REDELIVER);
        if (issue.cause.isGoods()) {
            redeliverGoods(x);
        } else if (x.attempt >= Attempts.MOST
                || scene.unit(x, Purpose.IGNORED, x.attempt) < nature.office.ignored(issue.reportedMs, scene.now)) {
            sendBack(x);
        } else {
            deliverAgain(x, issue.cause);
        }
    }

    /** Search for it, or press the damaged one on the customer. */
    private void redeliverGoods(Parcel x) {
        if (x.attempt < Attempts.MOST && scene.unit(x, Purpose.FOUND, x.attempt) < nature.office.goodsRescued) {
            x.cured = true;
            deliverAgain(x, null);
        } else {
            answered(x, Phase.CLAIMED);
            scene.plan(x, Days.at(nature.days.nextTour(scene.now), 17), Kind.GIVEN_UP);
        }
    }

    private void deliverAgain(Parcel x, @Nullable Cause last) {
        answered(x, Phase.AGAIN);
        x.last = last;
        x.attempt++;
        x.attemptDay = nature.days.nextTour(scene.now);
        scene.plan(x, Days.at(x.attemptDay, 7 + 2.9 * scene.unit(x, Purpose.OUT_TIME, x.attempt)), Kind.OUT);
    }

    private static void answered(Parcel x, Phase phase) {
        x.issue = null;
        x.question = null;
        x.callMs = 0;
        x.plan++;
        x.phase = phase;
    }

    /** The carrier is told to hold it in the office. */
    void hold(Parcel x) {
        x.openIssue().actions.add(Action.HOLD_IN_OFFICE);
        answered(x, Phase.OFFICE);
        scene.plan(x, Days.at(nature.days.nextTour(scene.now), 10), Kind.OFFICE);
    }

    void atOffice(Parcel x) {
        scene.scan(x, ShipmentState.IN_OFFICE);
        Issue issue = x.issues.getLast();
        double chance = nature.office.fetched(x.order, issue.contacts > 0, issue.cause, x.cured);
        int today = Days.dayOf(scene.now);
        if (scene.unit(x, Purpose.FETCH, x.attempt) < chance) {
            int day = today + 1 + (int) (scene.unit(x, Purpose.FETCH_DAY, x.attempt) * Office.FETCH_DAYS);
            scene.plan(x, Days.at(day, 15), Kind.FETCHED);
        } else {
            scene.plan(x, Days.at(today + Office.KEPT_DAYS, 9), Kind.NOT_FETCHED);
        }
    }

    /** The carrier is told to bring it back; spoilt or lost goods are written off. */
    void giveBack(Parcel x) {
        Issue issue = x.openIssue();
        issue.actions.add(Action.RETURN_TO_SENDER);
        if (issue.cause.isGoods()) {
            answered(x, Phase.CLAIMED);
            scene.plan(x, scene.now + 2 * Days.HOUR, Kind.GIVEN_UP);
        } else {
            sendBack(x);
        }
    }

    /** The way back begins. */
    void sendBack(Parcel x) {
        if (x.issue != null) {
            answered(x, Phase.AGAIN);
        }
        scene.plan(x, scene.now + 2 * Days.HOUR, Kind.RETURNED);
    }

    void returned(Parcel x) {
        scene.scan(x, ShipmentState.RETURNED);
        scene.end(x, Ending.RETURNED);
    }

    void claim(Parcel x) {
        x.openIssue().actions.add(Action.OPEN_CLAIM);
        answered(x, Phase.CLAIMED);
        scene.plan(x, scene.now + nature.office.claimDays * Days.DAY, Kind.CLAIM_PAID);
    }

    void claimSettled(Parcel x) {
        if (scene.unit(x, Purpose.CLAIM) < nature.office.claimPays) {
            x.claims = Math.round(nature.office.claimShare * x.order.goods());
        }
        givenUp(x);
    }

    /** The carrier strikes it off: an end that its feed calls cancelled. */
    void givenUp(Parcel x) {
        scene.scan(x, ShipmentState.CANCELLED);
        scene.end(x, Ending.LOST);
    }
}
