package co.litper.cerebro;

import co.litper.cerebro.world.WireException;

/** The {@code subject} of events that the brain itself appends: the home key, so that no directory is needed to find it. */
public final class Subjects {
    /** About the installation as a whole. */
    public static final String SYSTEM = "system";

    private static final String HOME = "home:";
    private static final int HEX = 16;

    private Subjects() {}

    /** The subject that names a home key. */
    public static String home(long homeKey) {
        return HOME + Long.toHexString(homeKey);
    }

    /** True if {@link #home} made this subject. */
    static boolean isHome(String subject) {
        return subject.startsWith(HOME);
    }

    /**
     * The home key in a subject that {@link #home} made.
     *
     * @throws WireException if it is another subject
     */
    public static long homeKey(String subject) {
        if (!subject.startsWith(HOME)) {
            throw new WireException(
                    "subject '" + subject + "' names no home key. Maybe the event was not made by a brain.");
        }
        return Long.parseUnsignedLong(subject.substring(HOME.length()), HEX);
    }
}
