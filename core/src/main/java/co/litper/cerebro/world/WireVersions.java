package co.litper.cerebro.world;

/** Checks the version that stands at the head of stored bytes. */
public final class WireVersions {
    private WireVersions() {}

    /** @throws WireException if {@code found} is not {@code known} */
    public static void require(String what, int found, int known) {
        if (found != known) {
            String told = what + " has version " + found + ", this program reads version " + known + ". Maybe it ";
            throw found > known
                    ? WireException.newer(told + "was written by a newer Cerebro.")
                    : new WireException(told + "is damaged.");
        }
    }
}
