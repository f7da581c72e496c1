package co.litper.cerebro.learners.bandit;

/** Which weights an arm's score has, and so what one arm's reward teaches about another. */
public enum Layout {
    /** Each arm has weights of its own over 1, context and its features: "disjoint". Few arms, all of them seen often. */
    PER_ARM,
    /** One set of weights over 1, context and the arm's features. Arms that come and go; the context moves all arms alike. */
    JOINT,
    /**
     * One set of weights over 1, context, the arm's features and their products: what an arm's feature is worth depends on
     * the context. Width grows with contextWidth × armWidth.
     */
    CROSSED;

    int width(int contextWidth, int armWidth) {
        int flat = 1 + contextWidth + armWidth;
        return this == CROSSED ? Math.addExact(flat, Math.multiplyExact(contextWidth, armWidth)) : flat;
    }

    /** Writes the row of one arm into {@code out}. */
    void fill(float[] context, float[] features, float[] out) {
        out[0] = 1;
        System.arraycopy(context, 0, out, 1, context.length);
        int at = 1 + context.length;
        System.arraycopy(features, 0, out, at, features.length);
        at += features.length;
        if (this == CROSSED) {
            for (float f : features) {
                for (float c : context) {
                    out[at++] = f * c;
                }
            }
        }
    }
}
