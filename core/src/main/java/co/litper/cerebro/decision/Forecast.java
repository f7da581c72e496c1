package co.litper.cerebro.decision;

/**
 * What the models said of the parcel at the moment of decision. Floats, since receipts are small.
 *
 * @param delay calibrated probability of coming late, 0 to 1
 * @param issue calibrated probability of a (further) novedad, 0 to 1
 * @param giveBack calibrated probability of a return, 0 to 1
 * @param etaDays median days until delivery; 0 to 365, as its interval's ends
 * @param etaLowDays lower end of the 80 % interval
 * @param etaHighDays upper end of the 80 % interval
 * @param evidence how many matured outcomes the models had seen
 */
public record Forecast(
        float delay, float issue, float giveBack, float etaDays, float etaLowDays, float etaHighDays, long evidence) {}
