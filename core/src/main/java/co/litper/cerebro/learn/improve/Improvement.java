package co.litper.cerebro.learn.improve;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change that was proposed, and how it fared. In the log it is the value of {@code improvement.N}, so that each step is an
 * event and the newest one is part of the state.
 *
 * @param number counts from 1
 * @param change what
 * @param status how it stands
 * @param sinceMs since when, epoch milliseconds
 * @param appliedMs when it was applied, or 0
 * @param promise what the log said of it when it was proposed
 * @param measured what came of it, or null while that is not known
 */
public record Improvement(
        int number,
        Change change,
        Status status,
        long sinceMs,
        long appliedMs,
        Promise promise,
        @Nullable Measured measured) {

    /** How it stands. */
    public enum Status {
        /** A person is asked. */
        WAITING,
        /** A person said no. */
        REJECTED,
        /** Nobody answered until what spoke for it was old. */
        EXPIRED,
        /** In force, and being measured. */
        APPLIED,
        /** In force, measured, and not surely harmful. */
        KEPT,
        /** In force; its effect cannot be told. */
        UNTOLD,
        /** Taken back, by itself or by a person. */
        REVERTED,
        /** The setting was changed by someone else meanwhile. */
        SUPERSEDED
    }

    /**
     * What the log said.
     *
     * @param gainCop pesos a week
     * @param low lower end of its interval
     * @param high upper end
     * @param confidence the probability that it helps, 0 to 1
     */
    public record Promise(double gainCop, double low, double high, double confidence) {}

    /** When it was applied; the epoch if it was not. */
    public Instant applied() {
        return Instant.ofEpochMilli(appliedMs);
    }

    /** Since when it stands so. */
    public Instant since() {
        return Instant.ofEpochMilli(sinceMs);
    }

    /** What came of it. */
    public Optional<Measured> effect() {
        return Optional.ofNullable(measured);
    }

    /** True if its value is in force as far as it knows. */
    public boolean isInForce() {
        return switch (status) {
            case APPLIED, KEPT, UNTOLD -> true;
            case WAITING, REJECTED, EXPIRED, REVERTED, SUPERSEDED -> false;
        };
    }

    Improvement now(Status next, Instant at) {
        long applied = next == Status.APPLIED ? at.toEpochMilli() : appliedMs;
        return new Improvement(number, change, next, at.toEpochMilli(), applied, promise, measured);
    }

    Improvement with(Measured found) {
        return new Improvement(number, change, status, sinceMs, appliedMs, promise, found);
    }
}
