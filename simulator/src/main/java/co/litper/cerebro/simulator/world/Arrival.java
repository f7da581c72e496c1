package co.litper.cerebro.simulator.world;

import co.litper.cerebro.policy.Economics;

/**
 * A first attempt whose day is not known yet: the chance of each day times what the attempt is worth on it. Novedades
 * after it are foreseen from two days, one in time and one late, each standing for its side of the promise.
 */
final class Arrival {
    private final Nature nature;
    private final Order o;
    private final int carrier;
    private final long freight;
    private final long back;
    private final int pickupDay;
    /** Working days that have passed since pickup without an attempt. */
    private final int gone;

    private final double median;

    Arrival(Nature nature, Order o, int carrier, long freight, long back, int pickupDay, int gone) {
        this.nature = nature;
        this.o = o;
        this.carrier = carrier;
        this.freight = freight;
        this.back = back;
        this.pickupDay = pickupDay;
        this.gone = gone;
        median = nature.transit.median(o, carrier, pickupDay);
    }

    /** Worth if the customer is told on the morning of the attempt, or not told, whichever is better. */
    double best(int contacts, double hours) {
        double untold = expected(contacts, 0);
        double read = nature.talks.read(o, contacts);
        double unread = expected(contacts + 1, 0);
        double told = expected(contacts + 1, nature.attempts.freshness(1, 1 + Math.round(hours * Days.HOUR)));
        return Math.max(untold, read * told + (1 - read) * unread - Economics.DEFAULT.messageCop());
    }

    /** Worth with a message read at {@code toldMs}, or none if that is 0. */
    double told(int contacts, long toldMs) {
        return expected(contacts, toldMs, Double.NaN);
    }

    private double expected(int contacts, double told) {
        return expected(contacts, 0, told);
    }

    /** @param told how fresh the message is, or NaN to reckon it from {@code toldMs} */
    private double expected(int contacts, long toldMs, double told) {
        int typical = nature.days.plusWorking(pickupDay, nature.transit.days(median, 0));
        int promise = Days.dayOf(o.promisedMs());
        Outlook inTime = outlook(Math.min(typical, promise - 1), contacts);
        Outlook late = outlook(Math.max(typical, promise + 1), contacts);
        double before = nature.transit.atMost(median, gone);
        double lost = nature.p.get("carrier.loss");
        double sum = 0;
        double seen = 0;
        for (int n = gone + 1; n <= Transit.MOST_DAYS && 1 - before > 1e-12; n++) {
            double chance = (nature.transit.atMost(median, n) - nature.transit.atMost(median, n - 1)) / (1 - before);
            if (!Prospects.isRare(chance)) {
                int day = nature.days.plusWorking(pickupDay, n);
                double fresh =
                        Double.isNaN(told) ? nature.attempts.freshness(toldMs, Journeys.resultMs(day, 0.5)) : told;
                Outlook outlook = day < promise ? inTime : late;
                sum += chance * outlook.attempt(1, day, null, false, false, false, fresh);
                seen += chance;
            } else if (seen > 0.5) {
                break;
            }
        }
        double arrives = seen == 0 ? inTime.lost() : sum / seen;
        return (1 - lost) * arrives + lost * inTime.claim();
    }

    private Outlook outlook(int day, int contacts) {
        return new Outlook(nature, o, carrier, freight, back, 1, Math.max(day, pickupDay), contacts);
    }
}
