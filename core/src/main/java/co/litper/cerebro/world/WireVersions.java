package co.litper.cerebro.world;

/** Checks the version that stands at the head of stored bytes. */
public final class WireVersions {
    private WireVersions() {}

    /** @throws WireException if {@code found} is not {@code known} */
    public static void require(String what, int found, int known) {
        if (found != known) {
            throw new WireException(what + " has version " + found + ", this program reads version " + known
                    + ". Maybe it " + (found > known ? "was written by a newer Cerebro." : "is damaged."));
        }
    }
}
