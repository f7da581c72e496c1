package co.litper.cerebro.learners.lifetime;

import co.litper.cerebro.learners.snapshot.SnapshotException;

/** Makes models of stored numbers. */
final class Stored {
    static final int KIND = 0x4C494645;
    static final int VERSION = 1;

    private static final int PARAMETERS = 4;

    private Stored() {}

    static LifetimeModel model(int family, double[] p) {
        if (p.length != PARAMETERS) {
            throw new SnapshotException("a lifetime model has " + p.length + " parameters, wanted " + PARAMETERS);
        }
        try {
            return switch (family) {
                case 0 -> new BgNbd(p[0], p[1], p[2], p[3]);
                case 1 -> new MbgNbd(p[0], p[1], p[2], p[3]);
                case 2 -> new ParetoNbd(p[0], p[1], p[2], p[3]);
                default -> throw new SnapshotException("no lifetime model has the number " + family);
            };
        } catch (IllegalArgumentException e) {
            throw new SnapshotException("stored lifetime model: " + e.getMessage());
        }
    }
}
