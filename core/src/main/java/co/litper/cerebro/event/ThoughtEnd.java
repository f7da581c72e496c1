package co.litper.cerebro.event;

/** How a slow thought came to its end. Only the first brings an answer. */
public enum ThoughtEnd {
    /** The reasoner named one of the actions that it was offered. */
    ADVISED,
    /** The reasoner would rather not judge. */
    REFUSED,
    /** What came back was no valid answer: of another form, or an action that was not offered. */
    MALFORMED,
    /** The service was overloaded, also when asked again. */
    OVERLOADED,
    /** No answer came in time. */
    TIMED_OUT,
    /** The connection failed or broke off, or the service refused us. */
    UNREACHABLE,
    /** The hour's or the day's budget was spent: nothing was sent. */
    OVER_BUDGET,
    /** The service failed lately and is left alone for a while: nothing was sent. */
    HELD_BACK,
    /** More thoughts waited than can be thought: nothing was sent. */
    NO_ROOM
}
