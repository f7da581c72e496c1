package co.litper.cerebro.simulator.world;

import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.vocabulary.Action;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Expected pesos of one parcel with one carrier from any point of its way on, played well: a dynamic programme over
 * attempts and novedades with the very chances from which the world draws.
 *
 * <p>Of a novedad still to come only its cause and which attempt it is are told apart; its day is taken as the working day
 * {@link #STEP_DAYS} after the one before, its hour as midday. The choice about each
 * is the best of: redeliver, hold, return, claim, call, the fitting question with or without waiting for a slow reply; one contact, as the contact rules have it for a day. One
 * thread; O(attempts × causes² × choices) to make, some ten microseconds.
 */
final class Outlook {
    /** Working days from one failed attempt to the next where that is not known yet. */
    private static final int STEP_DAYS = 2;

    /** Days from the first attempt for which the next one's worth is remembered. */
    private static final int MEMORY_DAYS = 16;

    private static final int STATES = 8;
    /** Where the worth of a novedad with a customer who said no before stands. */
    private static final int FIRM = Cause.AT_DOOR;

    private static final double MIDDAY = 12.75;
    private static final double NOTICE = 0.25;

    private final Nature nature;
    private final Order o;
    private final int carrier;
    private final long freight;
    private final long back;
    private final int promiseDay;
    private final boolean hasOffice;
    private final int firstDay;
    private final double[] known = new double[(Attempts.MOST + 1) * Cause.AT_DOOR * STATES * MEMORY_DAYS];
    private final BitSet isKnown = new BitSet(known.length);
    private final double[] chances = new double[Cause.AT_DOOR];
    /** [address wrong or right × attempts + 1 × causes, and a refusal by a customer who said no before]. */
    private final double[][][] worth = new double[2][Attempts.MOST + 1][FIRM + 1];

    /**
     * @param from the failed attempt, or the coming one, after which novedades are to be foreseen
     * @param day of that attempt
     */
    Outlook(Nature nature, Order o, int carrier, long freight, long back, int from, int day) {
        this.nature = nature;
        firstDay = day;
        this.o = o;
        this.carrier = carrier;
        this.freight = freight;
        this.back = back;
        promiseDay = Days.dayOf(o.promisedMs());
        hasOffice = nature.lanes.hasOffice(carrier, o.place());
        for (int attempt = Attempts.MOST; attempt >= from; attempt--) {
            int then = nature.days.plusWorking(day, STEP_DAYS * (attempt - from));
            long at = Days.at(then, MIDDAY);
            long deadline = nature.days.plusBusinessHours(at, nature.fleet.answerHours(carrier));
            foresee(attempt, at, deadline, false);
            if (o.badAddress()) {
                foresee(attempt, at, deadline, true);
            }
        }
    }

    private void foresee(int attempt, long at, long deadline, boolean addressRight) {
        double[] row = worth[addressRight ? 1 : 0][attempt];
        for (int i = 0; i < Cause.AT_DOOR; i++) {
            row[i] = best(new Plight(attempt, Cause.ALL.get(i), false, 0, addressRight, false, at, deadline), at);
        }
        row[FIRM] = best(new Plight(attempt, Cause.REFUSED, false, 0, addressRight, true, at, deadline), at);
    }

    /** Worth of an attempt, weighed over what may come of it. */
    double attempt(
            int attempt,
            int day,
            @Nullable Cause last,
            boolean cured,
            boolean addressRight,
            boolean firm,
            double told) {
        nature.attempts.chances(o, carrier, day, attempt, last, cured, addressRight, firm, told, chances);
        double[] row = worth[addressRight && o.badAddress() ? 1 : 0][attempt];
        double reached = 1;
        double sum = 0;
        for (int i = 0; i < Cause.AT_DOOR; i++) {
            sum += reached * chances[i] * row[firm && i == Cause.REFUSED.ordinal() ? FIRM : i];
            reached *= 1 - chances[i];
        }
        return sum + reached * delivered(day);
    }

    double delivered(int day) {
        return o.value() - o.goods() - freight - (day > promiseDay ? Economics.DEFAULT.delayCop() : 0);
    }

    double returned() {
        return -freight - back;
    }

    double lost() {
        return -freight - o.goods();
    }

    /** The carrier is told to deliver again. */
    double redeliver(Plight s, long ms) {
        if (s.attempt() >= Attempts.MOST) {
            return giveBack(s);
        }
        int day = nature.days.nextTour(ms);
        if (s.cause().isGoods()) {
            double found = nature.office.goodsRescued;
            return found * attempt(s.attempt() + 1, day, null, true, s.addressRight(), s.firm(), 0)
                    + (1 - found) * lost();
        }
        double ignored = nature.office.ignored(s.reportedMs(), ms);
        return (1 - ignored) * next(s, day) + ignored * returned();
    }

    /** The next attempt, remembered: the choices about a novedad lead to few different ones. */
    private double next(Plight s, int day) {
        int ahead = day - firstDay;
        if (ahead < 0 || ahead >= MEMORY_DAYS) {
            return attempt(s.attempt() + 1, day, s.cause(), s.cured(), s.addressRight(), s.firm(), 0);
        }
        int state = (s.cured() ? 1 : 0) | (s.addressRight() ? 2 : 0) | (s.firm() ? 4 : 0);
        int at = ((s.attempt() * Cause.AT_DOOR + s.cause().ordinal()) * STATES + state) * MEMORY_DAYS + ahead;
        if (!isKnown.get(at)) {
            isKnown.set(at);
            known[at] = attempt(s.attempt() + 1, day, s.cause(), s.cured(), s.addressRight(), s.firm(), 0);
        }
        return known[at];
    }

    double hold(Plight s, long ms) {
        double fetched = nature.office.fetched(o, s.contacts() > 0, s.cause(), s.cured());
        int day = nature.days.nextTour(ms);
        double sum = 0;
        for (int i = 1; i <= Office.FETCH_DAYS; i++) {
            sum += delivered(day + i);
        }
        return fetched * sum / Office.FETCH_DAYS + (1 - fetched) * returned();
    }

    boolean canHold(Plight s) {
        return hasOffice && !s.cause().isGoods();
    }

    double giveBack(Plight s) {
        return s.cause().isGoods() ? lost() : returned();
    }

    double claim() {
        return lost() + nature.office.claimPays * Math.round(nature.office.claimShare * o.goods());
    }

    /** The carrier's own way at the deadline. */
    double passed(Plight s) {
        if (s.cause().isGoods()) {
            return lost();
        }
        double again = s.attempt() < Attempts.MOST ? nature.office.retries : 0;
        return again == 0
                ? returned()
                : again * next(s, nature.days.nextTour(s.deadlineMs())) + (1 - again) * returned();
    }

    /** The best answer to the carrier without another word with the customer. */
    double answer(Plight s, long ms) {
        if (ms >= s.deadlineMs()) {
            return passed(s);
        }
        double best = Math.max(giveBack(s), redeliver(s, ms));
        if (canHold(s)) {
            best = Math.max(best, hold(s, ms));
        }
        return s.cause().isGoods() ? Math.max(best, claim()) : best;
    }

    /** The team calls, then the best answer. */
    double call(Plight s, long ms) {
        return callAt(s, nature.days.nextContact(ms + Math.round(NOTICE * Days.HOUR)));
    }

    /** The team calls at a moment, then the best answer. */
    double callAt(Plight s, long at) {
        if (at >= s.deadlineMs()) {
            return passed(s);
        }
        double answers = nature.talks.answer(o, s.contacts(), s.hoursSinceReport(at));
        Plight after = s.contactedOnce();
        return -Economics.DEFAULT.callCop()
                + answers * heard(after, Action.CALL_CUSTOMER, at)
                + (1 - answers) * answer(after, at);
    }

    /** After the customer's word. */
    private double heard(Plight s, Action question, long ms) {
        if (ms >= s.deadlineMs()) {
            return passed(s);
        }
        double settles = nature.talks.settles(question, s.cause(), s.firm());
        return settles * answer(s.settled(), ms) + (1 - settles) * answer(s.unsettled(), ms);
    }

    /** A question now, waiting for the reply as long as that is worth it, then the best answer. */
    double ask(Plight s, Action question, long ms) {
        double replies = nature.talks.reply(o, question, s.cause(), s.contacts(), s.hoursSinceReport(ms));
        return -Economics.DEFAULT.messageCop() + await(s.contactedOnce(), question, ms, ms, replies);
    }

    /**
     * Waiting for the reply to a question, until the next time at which one may come at least.
     *
     * @param replies chance, when it was asked, that there will be one
     */
    double await(Plight s, Action question, long askedMs, long ms, double replies) {
        int first = 0;
        double gone = 0;
        while (first < Talks.REPLY_HOURS.length && replyMs(askedMs, first) <= ms) {
            gone += replies * nature.talks.delay(first++);
        }
        double best = Double.NEGATIVE_INFINITY;
        double heard = 0;
        double silent = 1;
        for (int i = first; i < Talks.REPLY_HOURS.length; i++) {
            double chance = replies * nature.talks.delay(i) / (1 - gone);
            heard += chance * heard(s, question, replyMs(askedMs, i));
            silent -= chance;
            best = Math.max(best, heard + silent * answer(s, replyMs(askedMs, i)));
        }
        return best;
    }

    static long replyMs(long askedMs, int i) {
        return askedMs + Math.round(Talks.REPLY_HOURS[i] * Days.HOUR);
    }

    /** Everything considered. */
    double best(Plight s, long ms) {
        double best = answer(s, ms);
        if (s.cause().isGoods()) {
            return best;
        }
        best = Math.max(best, call(s, ms));
        return Math.max(best, ask(s, s.cause().question(), ms));
    }
}
