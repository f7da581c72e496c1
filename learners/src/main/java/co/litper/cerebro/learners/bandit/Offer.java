package co.litper.cerebro.learners.bandit;

import java.util.Arrays;

/**
 * What there is to choose from now: a context and a set of arms that may differ from one decision to the next.
 *
 * @param context [contextWidth] features that all arms share, finite, best scaled to about 0 ± 1
 * @param arms identity of each arm, distinct; at least one
 * @param features [arms][armWidth] features of each arm, finite; rows may be empty where the layout has none
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record Offer(float[] context, long[] arms, float[][] features) {
    private static final float[] NONE = {};
    private static final int CONTEXT = -1;

    /** An offer of arms without features of their own. */
    public static Offer of(float[] context, long... arms) {
        float[][] features = new float[arms.length][];
        Arrays.fill(features, NONE);
        return new Offer(context, arms, features);
    }

    /** Throws {@link BadChoiceException} unless widths are as told, numbers finite and arms distinct. O(arms²). */
    void require(int contextWidth, int armWidth) {
        requireRow(CONTEXT, context, contextWidth);
        if (arms.length == 0) {
            throw new BadChoiceException("nothing is offered. Maybe every arm was ruled out beforehand.");
        }
        if (features.length != arms.length) {
            throw new BadChoiceException(features.length + " rows of features for " + arms.length + " arms");
        }
        for (int i = 0; i < arms.length; i++) {
            requireRow(i, features[i], armWidth);
            for (int j = 0; j < i; j++) {
                if (arms[j] == arms[i]) {
                    throw new BadChoiceException("arm " + arms[i] + " is offered twice, at " + j + " and " + i);
                }
            }
        }
    }

    /** Names are made only for what is wrong: this is on the way of every decision. */
    private void requireRow(int of, float[] row, int width) {
        if (row.length != width) {
            throw new BadChoiceException(name(of) + ": " + row.length + " values where the bandit takes " + width
                    + ". Maybe they were made under another version of the features.");
        }
        for (int i = 0; i < width; i++) {
            if (!Float.isFinite(row[i])) {
                throw new BadChoiceException(name(of) + ": value " + i + " is " + row[i]
                        + ". Maybe a missing value: give 0 where features are scaled to mean 0.");
            }
        }
    }

    private String name(int of) {
        return of == CONTEXT ? "context" : "features of arm " + arms[of];
    }
}
