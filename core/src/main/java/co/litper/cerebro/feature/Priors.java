package co.litper.cerebro.feature;

/**
 * What is assumed before the first outcome. Assumptions, not measurements: the return rate is the 20–30 % that couriers
 * quote for cash on delivery, lowered for the prepaid share; the others are round numbers. A hundred outcomes outweigh them.
 *
 * @param lateRate share late, 0 to 1
 * @param issueRate share with a novedad, 0 to 1
 * @param returnRate share returned, 0 to 1
 * @param transitDays days from order to door, above 0
 * @param handoverDays days from order to the carrier, above 0
 */
public record Priors(double lateRate, double issueRate, double returnRate, double transitDays, double handoverDays) {
    /** The defaults for Colombia. */
    public static final Priors DEFAULT = new Priors(0.15, 0.25, 0.2, 4, 1);

    public Priors {
        if (!(isShare(lateRate) && isShare(issueRate) && isShare(returnRate) && transitDays > 0 && handoverDays > 0)) {
            throw new IllegalArgumentException("priors must be rates between 0 and 1 and days above 0, are late "
                    + lateRate
                    + ", issue " + issueRate + ", return " + returnRate + ", transit " + transitDays + ", hand-over "
                    + handoverDays);
        }
    }

    private static boolean isShare(double rate) {
        return rate > 0 && rate < 1;
    }
}
