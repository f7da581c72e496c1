package co.litper.cerebro.learn.improve;

import java.util.List;

/**
 * How well things go, where they go badly, what would do better, and what becomes of what was changed.
 *
 * @param evidence what the log shows
 * @param mode what may be done without people
 * @param opportunities what would do better, each with its course: first what happens now, then by gain
 * @param followUps earlier changes that stand otherwise from now on
 * @param earlier all earlier changes, as they stood
 */
public record ImprovementReport(
        Evidence evidence,
        Mode mode,
        List<Opportunity> opportunities,
        List<Improvement> followUps,
        Improvements earlier) {
    public ImprovementReport {
        opportunities = List.copyOf(opportunities);
        followUps = List.copyOf(followUps);
    }

    /** True if no parcel of the period has ended, so that there is nothing to say. */
    public boolean isEmpty() {
        return evidence.parcels() == 0;
    }
}
