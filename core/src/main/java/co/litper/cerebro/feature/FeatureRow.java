package co.litper.cerebro.feature;

import co.litper.cerebro.world.WireException;
import java.util.Arrays;

/**
 * What a model was scored on: one number a {@link Feature}, NaN where missing. Every number is a half-precision float from
 * the start, so that the bytes in a receipt give back exactly the row that was scored. Immutable; the array is not copied
 * out.
 *
 * <p>Bytes: version, a bitmap of what is present (a bit a column), then two bytes a present column: at most
 * {@link #MAX_BYTES}.
 */
public final class FeatureRow {
    /** Version of the columns and of the bytes. */
    public static final int VERSION = 1;

    private static final int BITMAP = (Feature.COUNT + 7) / 8;
    /** A row with nothing missing. */
    public static final int MAX_BYTES = 1 + BITMAP + 2 * Feature.COUNT;

    private static final float LARGEST = 65_504;

    private final float[] values;

    private FeatureRow(float[] values) {
        this.values = values;
    }

    /**
     * A row of {@code values}, rounded in place to half precision; the array belongs to the row from then on.
     *
     * @param values [{@link Feature#COUNT}], NaN or finite; beyond ±65,504 they are cut
     */
    static FeatureRow rounding(float[] values) {
        for (int i = 0; i < values.length; i++) {
            float v = values[i];
            if (!Float.isNaN(v)) {
                values[i] = Float.float16ToFloat(Float.floatToFloat16(Math.max(-LARGEST, Math.min(LARGEST, v))));
            }
        }
        return new FeatureRow(values);
    }

    /** The number of a feature, or NaN. */
    public float get(Feature feature) {
        return values[feature.ordinal()];
    }

    /** The row as models read it; not to be written. */
    public float[] values() {
        return values;
    }

    /** At most {@link #MAX_BYTES} bytes. */
    public byte[] toBytes() {
        byte[] bytes = new byte[MAX_BYTES];
        bytes[0] = VERSION;
        int at = 1 + BITMAP;
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
                bytes[1 + i / 8] |= (byte) (1 << (i % 8));
                short half = Float.floatToFloat16(values[i]);
                bytes[at++] = (byte) (half >>> 8);
                bytes[at++] = (byte) half;
            }
        }
        return Arrays.copyOf(bytes, at);
    }

    /** Reads what {@link #toBytes()} wrote; throws {@link WireException} for another version or bytes cut short. */
    public static FeatureRow fromBytes(byte[] bytes) {
        if (bytes.length < 1 + BITMAP || bytes[0] != VERSION) {
            throw new WireException("feature row of " + bytes.length + " bytes has version "
                    + (bytes.length == 0 ? "none" : bytes[0]) + ", this program reads version " + VERSION
                    + ". Maybe the receipt was written by another release.");
        }
        float[] values = new float[Feature.COUNT];
        int at = 1 + BITMAP;
        for (int i = 0; i < values.length; i++) {
            if ((bytes[1 + i / 8] & (1 << (i % 8))) == 0) {
                values[i] = Float.NaN;
            } else if (at + 2 > bytes.length) {
                throw new WireException("feature row ends at byte " + bytes.length + " before column " + i
                        + ". Maybe the receipt was cut short.");
            } else {
                values[i] = Float.float16ToFloat((short) ((bytes[at] << 8) | (bytes[at + 1] & 0xFF)));
                at += 2;
            }
        }
        return new FeatureRow(values);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FeatureRow other && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
