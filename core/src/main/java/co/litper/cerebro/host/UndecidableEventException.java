package co.litper.cerebro.host;

import co.litper.cerebro.log.Envelope;

/**
 * The brain threw at an event: a bug of ours or of an agent. The event is not in the log and changed nothing; the same event
 * is refused from memory until the host is started again.
 */
public final class UndecidableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndecidableEventException(Envelope e, Throwable cause) {
        super(
                "event '" + e.id() + "' (" + e.event().type().wire() + ") of " + e.source()
                        + " could not be decided: " + cause + ". Maybe an agent does not expect what it says;"
                        + " keep the event and send it again after an update.",
                cause);
    }
}
