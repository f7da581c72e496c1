package co.litper.cerebro.search;

/**
 * Turns a text into a vector whose angle to another tells how alike the two are. Equal text gives equal bits within one
 * {@link #name()}; vectors of different names must never meet. Thread-safe.
 */
public interface Embedder extends AutoCloseable {

    /** What made the vectors and in which version; an index made under another name must be made again. */
    String name();

    /** How many numbers a vector has. */
    int dimension();

    /**
     * The vector of a text, of length 1; all zeros for a text without a word. Text beyond what the embedder reads is left out.
     *
     * @return a new array of {@link #dimension()} numbers
     */
    float[] embed(String text);

    /** Lets go of what it holds; most hold nothing. */
    @Override
    default void close() {
        // nothing is held but memory
    }

    /** The cosine of two vectors of length 1: their inner product, in [-1, 1]. O(d). */
    static float cosine(float[] a, float[] b) {
        // Four sums side by side, so that the processor need not wait for each addition.
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
