package co.litper.cerebro.simulator.world;

import org.jspecify.annotations.Nullable;

/**
 * Why a delivery attempt fails: the chance of each cause, met one after the other in the order of {@link Cause}. The
 * world draws from these chances and the truth adds them up; there is no other place where they are known. Pure.
 */
final class Attempts {
    /** No attempt follows the third. */
    static final int MOST = 3;

    private final double perDay;
    private final double perLate;
    private final double prepaid;
    private final double cashAfter;
    private final double cashBefore;
    private final double addressFails;
    private final double phoneFails;
    private final double damage;
    private final double blocked;
    private final double rain;
    private final double toldAbsent;
    private final double toldRefuse;
    private final double toldCash;
    private final double toldHours;
    private final double settled;
    private final double againAbsent;
    private final double againRefuse;
    private final double againCash;
    private final double rest;
    private final double refuseRest;
    private final Lanes lanes;
    private final Faults faults;
    private final Days days;

    Attempts(WorldParameters p, Lanes lanes, Faults faults, Days days) {
        this.days = days;
        this.lanes = lanes;
        this.faults = faults;
        perDay = p.get("refuse.perday");
        perLate = p.get("refuse.perlate");
        prepaid = p.get("refuse.prepaid");
        cashAfter = p.get("cash.after");
        cashBefore = p.get("cash.before");
        addressFails = p.get("address.fails");
        phoneFails = p.get("phone.fails");
        damage = p.get("carrier.damage");
        blocked = p.get("blocked.rate");
        rain = p.get("blocked.rain");
        toldAbsent = p.get("told.absent");
        toldRefuse = p.get("told.refuse");
        toldCash = p.get("told.cash");
        toldHours = p.get("told.hours");
        settled = p.get("told.settled");
        againAbsent = p.get("again.absent");
        againRefuse = p.get("again.refuse");
        againCash = p.get("again.cash");
        rest = p.get("cured.rest");
        refuseRest = p.get("cured.refuse");
    }

    /** How fresh a message is at the attempt, 1 just read to 0. */
    double freshness(long toldMs, long attemptMs) {
        return toldMs == 0 || toldMs > attemptMs ? 0 : Math.exp(-(attemptMs - toldMs) / (toldHours * Days.HOUR));
    }

    /**
     * Fills in the chance of each cause, given that none before it struck.
     *
     * @param attempt from 1
     * @param last why the attempt before failed, or null
     * @param cured true if that was set right
     * @param addressRight true if a wrong address was set right
     * @param firm true if the customer said no
     * @param told how fresh the customer's knowledge of the attempt is, 0 to 1
     * @param chances [{@link Cause#AT_DOOR}], overwritten
     */
    void chances(
            Order o,
            int carrier,
            int day,
            int attempt,
            @Nullable Cause last,
            boolean cured,
            boolean addressRight,
            boolean firm,
            double told,
            double[] chances) {
        Customer who = o.customer();
        double knows = cured ? Math.max(told, settled) : told;
        Cause open = cured ? null : last;
        Cause gone = cured ? last : null;
        chances[Cause.DAMAGED.ordinal()] = attempt == 1 ? damage : 0;
        chances[Cause.BLOCKED.ordinal()] = blocked(o.place(), day);
        chances[Cause.REMOTE.ordinal()] =
                o.place().remote() * (gone == Cause.REMOTE ? rest : open == Cause.REMOTE ? 1.3 : 1);
        chances[Cause.ADDRESS.ordinal()] =
                !o.badAddress() ? 0 : addressRight || gone == Cause.ADDRESS ? rest / 2 : addressFails;
        chances[Cause.PHONE.ordinal()] = !o.wrongPhone() ? 0 : gone == Cause.PHONE ? rest * phoneFails : phoneFails;
        double careless = lanes.careless(carrier, o.place());
        chances[Cause.CARELESS.ordinal()] = cured ? careless / 2 : careless;
        chances[Cause.ABSENT.ordinal()] = absent(who, open, gone, knows);
        chances[Cause.REFUSED.ordinal()] = refused(o, firm, day, open, gone, knows);
        chances[Cause.CASH.ordinal()] = o.cod() ? cash(who, day, open, gone, knows) : 0;
    }

    private double blocked(Place place, int day) {
        return Math.min(0.5, blocked * place.road() * (days.isRainy(day) ? rain : 1) * faults.blocking(place, day));
    }

    private double absent(Customer who, @Nullable Cause open, @Nullable Cause gone, double told) {
        double away = (1 - who.home()) * (1 - toldAbsent * told);
        if (gone == Cause.ABSENT || gone == Cause.CARELESS) {
            return away * rest;
        }
        return open == Cause.ABSENT ? Math.max(againAbsent * (1 - toldAbsent * told), away) : away;
    }

    private double refused(Order o, boolean firm, int day, @Nullable Cause open, @Nullable Cause gone, double told) {
        if (open == Cause.REFUSED || firm) {
            return againRefuse;
        }
        if (gone == Cause.REFUSED) {
            return refuseRest;
        }
        int since = Math.max(0, day - Days.dayOf(o.atMs()));
        int late = Math.max(0, day - Days.dayOf(o.promisedMs()));
        double grown = o.customer().refuse() * (1 + perDay * since + perLate * late) * (o.cod() ? 1 : prepaid);
        return Math.min(0.9, grown) * (1 - toldRefuse * told);
    }

    private double cash(Customer who, int day, @Nullable Cause open, @Nullable Cause gone, double told) {
        double lack =
                (1 - who.cash()) * Season.cash(days.sincePayday(day), cashAfter, cashBefore) * (1 - toldCash * told);
        if (gone == Cause.CASH) {
            return lack * rest;
        }
        return open == Cause.CASH ? Math.max(againCash * (1 - toldCash * told), lack) : lack;
    }
}
