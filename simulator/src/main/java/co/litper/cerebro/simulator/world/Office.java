package co.litper.cerebro.simulator.world;

/** Answers of the carrier: too late, at the office, by default, for lost goods. Chances only. Pure. */
final class Office {
    /** Days that a parcel waits at the office; fetched on one of the first four, each as likely. */
    static final int FETCH_DAYS = 4;

    static final int KEPT_DAYS = 6;

    private final double uncontacted;
    private final double refused;
    private final double ignoredHours;
    final double retries;
    final double goodsRescued;
    final double claimPays;
    final double claimShare;
    final int claimDays;

    Office(WorldParameters p) {
        uncontacted = p.get("office.uncontacted");
        refused = p.get("office.refused");
        ignoredHours = p.get("answer.ignored.hours");
        retries = p.get("carrier.default.retry");
        goodsRescued = p.get("goods.rescued");
        claimPays = p.get("claim.pays");
        claimShare = p.get("claim.share");
        claimDays = (int) p.get("claim.days");
    }

    /** Chance that a customer fetches the parcel. */
    double fetched(Order o, boolean contacted, Cause cause, boolean cured) {
        return o.customer().office() * (contacted ? 1 : uncontacted) * (cause == Cause.REFUSED && !cured ? refused : 1);
    }

    /** Chance that an answer so long after the report comes too late to stop the way back. */
    double ignored(long reportedMs, long nowMs) {
        return 1 - Math.exp(-(nowMs - reportedMs) / (ignoredHours * Days.HOUR));
    }
}
