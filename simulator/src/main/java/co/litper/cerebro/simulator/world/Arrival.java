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
    private final int promise;
    private final Outlook inTime;
    private final Outlook late;

    Arrival(Nature nature, Order o, int carrier, long freight, long back, int pickupDay, int gone) {
        this.nature = nature;
        this.o = o;
        this.carrier = carrier;
        this.freight = freight;
        this.back = back;
        this.pickupDay = pickupDay;
        this.gone = gone;
        median = nature.transit.median(o, carrier, pickupDay);
        promise = Days.dayOf(o.promisedMs());
        int typical = nature.days.plusWorking(pickupDay, nature.transit.days(median, 0));
        inTime = outlook(Math.min(typical, promise - 1));
        late = outlook(Math.max(typical, promise + 1));
    }

    /** Worth if the customer is told {@code hours} before the attempt, or not told, whichever is better. */
    double best(int noticesBefore, double hours) {
        double untold = expected(0, 0);
        double read = nature.talks.read(o, noticesBefore);
        double told = expected(0, nature.attempts.freshness(1, 1 + Math.round(hours * Days.HOUR)));
        return Math.max(untold, read * told + (1 - read) * untold - Economics.DEFAULT.messageCop());
    }

    /** Worth with a message read at {@code toldMs}, or none if that is 0. */
    double told(long toldMs) {
        return expected(toldMs, Double.NaN);
    }

    /** @param told how fresh the message is, or NaN to reckon it from {@code toldMs} */
    private double expected(long toldMs, double told) {
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

    private Outlook outlook(int day) {
        return new Outlook(nature, o, carrier, freight, back, 1, Math.max(day, pickupDay));
    }
}
