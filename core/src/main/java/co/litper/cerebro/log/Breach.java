package co.litper.cerebro.log;

/**
 * One way in which an event breaks its data contract.
 *
 * @param problem where and what
 * @param severity what follows of it
 */
public record Breach(Problem problem, Severity severity) {
    /** What follows of a breach. */
    public enum Severity {
        /** The event is taken; the breach is counted. */
        WARNING,
        /** The event goes to the dead letters. */
        REFUSAL
    }
}
