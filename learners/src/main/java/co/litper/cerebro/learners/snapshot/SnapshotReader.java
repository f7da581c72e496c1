package co.litper.cerebro.learners.snapshot;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Reads what {@link SnapshotWriter} wrote. The checksum is verified before the first number is given out, and every read
 * checks its bounds, so that no learner is made of damaged bytes. Not thread-safe.
 */
public final class SnapshotReader {
    private static final int HEAD = Integer.BYTES + 1;

    private final ByteBuffer buffer;
    private final int version;

    /**
     * Opens a snapshot.
     *
     * @throws SnapshotException if {@code bytes} are of another kind or version, cut short or damaged
     */
    public SnapshotReader(byte[] bytes, int kind, int version) {
        this(bytes, kind, version, version);
    }

    /**
     * Opens a snapshot of one of several versions; {@link #version()} tells which.
     *
     * @throws SnapshotException if {@code bytes} are of another kind or version, cut short or damaged
     */
    public SnapshotReader(byte[] bytes, int kind, int oldest, int newest) {
        if (bytes.length < HEAD + Integer.BYTES) {
            throw new SnapshotException("snapshot " + name(kind) + " has " + bytes.length + " bytes, at least "
                    + (HEAD + Integer.BYTES) + " are needed. Maybe it was cut short.");
        }
        buffer = ByteBuffer.wrap(bytes, 0, bytes.length - Integer.BYTES);
        int foundKind = buffer.getInt();
        int foundVersion = buffer.get() & 0xFF;
        if (foundKind != kind) {
            throw new SnapshotException("snapshot is of kind " + name(foundKind) + ", wanted " + name(kind)
                    + ". Maybe two files were mixed up.");
        }
        version = foundVersion;
        if (foundVersion < oldest || foundVersion > newest) {
            throw new SnapshotException("snapshot " + name(kind) + " has version " + foundVersion
                    + ", this release reads version " + (oldest == newest ? "" : oldest + " to ") + newest
                    + ". Maybe it was written by a newer release.");
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - Integer.BYTES);
        int stored = ByteBuffer.wrap(bytes).getInt(bytes.length - Integer.BYTES);
        if (stored != (int) crc.getValue()) {
            throw new SnapshotException("snapshot " + name(kind) + " of " + bytes.length
                    + " bytes does not match its checksum. Maybe it was cut short or damaged on disk.");
        }
    }

    /** The version of the layout. */
    public int version() {
        return version;
    }

    /** One int. */
    public int int32() {
        return need(Integer.BYTES).getInt();
    }

    /** One long. */
    public long int64() {
        return need(Long.BYTES).getLong();
    }

    /** One double. */
    public double float64() {
        return need(Double.BYTES).getDouble();
    }

    /** Doubles, as many as were written. */
    public double[] doubles() {
        double[] values = new double[count(Double.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getDouble();
        }
        return values;
    }

    /** Doubles into {@code target} from its start. Returns how many. */
    public int doublesInto(double[] target) {
        double[] values = doubles();
        if (values.length > target.length) {
            throw new SnapshotException("snapshot holds " + values.length + " numbers where " + target.length + " fit");
        }
        System.arraycopy(values, 0, target, 0, values.length);
        return values.length;
    }

    /** Floats, as many as were written. */
    public float[] floats() {
        float[] values = new float[count(Float.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = buffer.getFloat();
        }
        return values;
    }

    /** Bytes, as many as were written. */
    public byte[] bytes() {
        byte[] values = new byte[count(1)];
        buffer.get(values);
        return values;
    }

    private int count(int width) {
        int count = int32();
        if (count < 0 || count > buffer.remaining() / width) {
            throw new SnapshotException("snapshot claims " + count + " values at byte " + buffer.position() + ", "
                    + buffer.remaining() + " bytes are left");
        }
        return count;
    }

    private ByteBuffer need(int bytes) {
        if (buffer.remaining() < bytes) {
            throw new SnapshotException("snapshot ends at byte " + buffer.limit() + ", " + bytes
                    + " more were expected. Maybe it was written by another release.");
        }
        return buffer;
    }

    private static String name(int kind) {
        StringBuilder text = new StringBuilder();
        for (int shift = 24; shift >= 0; shift -= 8) {
            int c = (kind >>> shift) & 0xFF;
            text.append(c > ' ' && c < 127 ? (char) c : '?');
        }
        return text.toString();
    }
}
