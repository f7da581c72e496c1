package co.litper.cerebro.simulator.check;

import java.time.Instant;

/**
 * Something that must not happen and did.
 *
 * @param rule which rule was broken
 * @param subject about which parcel, order, customer or effect
 * @param at when it was seen
 * @param what happened
 */
public record Violation(String rule, String subject, Instant at, String what) {
    @Override
    public String toString() {
        return at + " " + rule + ": " + subject + " " + what;
    }
}
