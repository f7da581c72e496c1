package co.litper.cerebro.event;

/** The life of an effect. */
public enum EffectStatus {
    /** Decided; waits for its time, its permit or its approval. */
    PLANNED,
    /** About to be handed to a channel that cannot tell a repeat: committed before the attempt. */
    ATTEMPTING,
    /** The channel took it. */
    DONE,
    /** The channel refused it for good. */
    FAILED,
    /** The process died between attempt and answer: nobody knows; shown to a person, never sent again blindly. */
    UNKNOWN,
    /** Its deadline passed or the world moved on before it left. */
    EXPIRED,
    /** No permit: the customer, the carrier or a limit had no room for it. */
    REFUSED;

    /** True while something can still happen to it. */
    public boolean isOpen() {
        return this == PLANNED || this == ATTEMPTING;
    }
}
