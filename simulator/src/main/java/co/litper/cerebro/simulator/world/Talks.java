package co.litper.cerebro.simulator.world;

import co.litper.cerebro.vocabulary.Action;

/** Whether customers answer, when, and what it settles. The world draws from these chances, the truth adds them. Pure. */
final class Talks {
    /** Hours until a reply comes. */
    static final double[] REPLY_HOURS = {0.5, 2, 15};

    private final double misfit;
    private final double fatigue;
    private final double patienceHours;
    private final double[] delays;
    private final double wrongReach;
    private final double wrongCall;
    private final double[] settles = new double[Cause.ALL.size()];

    Talks(WorldParameters p) {
        misfit = p.get("reply.misfit");
        fatigue = p.get("reply.fatigue");
        patienceHours = p.get("reply.hours");
        double soon = p.get("reply.soon");
        double later = p.get("reply.later");
        delays = new double[] {soon, later, 1 - soon - later};
        wrongReach = p.get("wrongphone.reach");
        wrongCall = p.get("wrongphone.call");
        for (Cause cause : Cause.ALL) {
            settles[cause.ordinal()] = switch (cause) {
                case ADDRESS -> p.get("settles.address");
                case ABSENT, CARELESS, BLOCKED -> p.get("settles.absent");
                case CASH -> p.get("settles.cash");
                case REFUSED -> p.get("settles.refuse");
                case PHONE -> p.get("settles.phone");
                case REMOTE -> p.get("settles.remote");
                case DAMAGED, LOST -> 0;
            };
        }
    }

    /** Chance that a message is read by the customer of an order. */
    double read(Order o, int contactsBefore) {
        return o.customer().reach() * (o.wrongPhone() ? wrongReach : 1) * tired(contactsBefore);
    }

    /** Chance that a question about a novedad is replied to. */
    double reply(Order o, Action question, Cause cause, int contactsBefore, double hoursSinceReport) {
        double fit = misfit + (1 - misfit) * cause.fit(question);
        return read(o, contactsBefore) * fit * Math.exp(-hoursSinceReport / patienceHours);
    }

    /** Share of replies that come after {@code REPLY_HOURS[i]}. */
    double delay(int i) {
        return delays[i];
    }

    /** Chance that a call is answered. */
    double answer(Order o, int contactsBefore, double hoursSinceReport) {
        return o.customer().phone()
                * (o.wrongPhone() ? wrongCall : 1)
                * tired(contactsBefore)
                * Math.exp(-hoursSinceReport / patienceHours);
    }

    /** Chance that a reply to a question, or a call, settles a cause. */
    double settles(Action question, Cause cause, boolean firm) {
        return firm ? 0 : settles[cause.ordinal()] * cause.fit(question);
    }

    private double tired(int contactsBefore) {
        return Math.pow(1 - fatigue, contactsBefore);
    }
}
