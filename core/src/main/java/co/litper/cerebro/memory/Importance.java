package co.litper.cerebro.memory;

/**
 * How much an episode matters, 0 to 1: one less the product of what each of surprise, money and outcome leaves, so that one
 * of them alone can make it important. Stateless.
 */
public final class Importance {
    /** Above this a memory is kept for long. */
    public static final double LONG_TERM = 0.7;

    /** Pesos at which money alone gives 1 − 1/e of its weight: about what a parcel earns or costs. */
    private static final double TYPICAL_COP = 60_000;

    private static final double SURPRISE_WEIGHT = 0.8;
    private static final double MONEY_WEIGHT = 0.5;
    private static final double OUTCOME_WEIGHT = 0.6;
    /** What a success is worth remembering beside a failure of the same size: most parcels succeed. */
    private static final double SUCCESS_SHARE = 0.25;

    private Importance() {}

    /** The importance of an episode. */
    public static double of(Episode episode) {
        double happened = episode.wentWrong() ? 1 : 0;
        double surprise = Math.abs(happened - episode.expected());
        double money = -Math.expm1(-Math.abs((double) episode.cop()) / TYPICAL_COP);
        double points = Math.min(1, Math.abs(episode.outcome().points()));
        double outcome = episode.wentWrong() || episode.outcome().points() < 0 ? points : points * SUCCESS_SHARE;
        return 1 - (1 - SURPRISE_WEIGHT * surprise) * (1 - MONEY_WEIGHT * money) * (1 - OUTCOME_WEIGHT * outcome);
    }
}
