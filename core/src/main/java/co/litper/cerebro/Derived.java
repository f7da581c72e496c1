package co.litper.cerebro;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.TimePrecision;

/** Makes the envelopes of events that follow from others. Their ids are a function of what they say, so that a repeat is one. */
public final class Derived {
    private static final String SOURCE = "/cerebro/brain";

    private Derived() {}

    /** Another tick of the same moment, for the keys that the first had no room for. */
    public static Envelope tickAgain(Envelope first, Event tick, long position) {
        return new Envelope(
                "tick-again-" + position,
                SOURCE,
                first.merchant(),
                first.subject(),
                first.validAt(),
                TimePrecision.SECOND,
                first.recordedAt(),
                "",
                first.id(),
                first.priority(),
                first.standing(),
                false,
                first.depth(),
                tick);
    }

    /**
     * @param cause the event from which this one follows
     * @param what a word that tells kinds of derived events apart
     * @param about the number of what it is about: a decision, an effect, a home key
     */
    static Envelope of(Envelope cause, String what, long about, long homeKey, Event event) {
        return new Envelope(
                what + "-" + Long.toHexString(about),
                SOURCE,
                cause.merchant(),
                Subjects.home(homeKey),
                cause.recordedAt(),
                TimePrecision.SECOND,
                cause.recordedAt(),
                cause.correlationId(),
                cause.id(),
                cause.priority(),
                cause.standing(),
                false,
                Math.min(Envelope.MAX_DEPTH, cause.depth() + 1),
                event);
    }
}
