package co.litper.cerebro.learn.improve;

import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.learn.improve.Improvement.Status;
import java.util.List;
import java.util.Optional;

/** What people say to a change. Pure functions. */
public final class Answers {
    private Answers() {}

    /** What came of it. */
    public sealed interface Result {}

    /** Events to append, in order. */
    public record Done(Improvement improvement, List<ConfigurationChanged> steps) implements Result {
        public Done {
            steps = List.copyOf(steps);
        }
    }

    /** Nothing may be changed. */
    public record Refused(Why why) implements Result {}

    /** Why not. */
    public enum Why {
        /** No change has this number. */
        UNKNOWN,
        /** It does not wait for an answer. */
        NOT_WAITING,
        /** It is not in force. */
        NOT_IN_FORCE,
        /** The setting is fixed in the configuration or by a person. */
        FIXED,
        /** The setting has another value now than when it was proposed. */
        CHANGED_SINCE,
        /** An earlier change is being measured: two at once cannot be told apart. */
        MEASURING
    }

    /** Yes: it is put in force, and measured. */
    public static Result apply(int number, Standing standing, String by) {
        Improvements all = Improvements.of(standing.values());
        Optional<Improvement> found = all.find(number);
        if (found.isEmpty()) {
            return new Refused(Why.UNKNOWN);
        }
        Change change = found.get().change();
        if (found.get().status() != Status.WAITING) {
            return new Refused(Why.NOT_WAITING);
        }
        if (standing.isFixed(change.key())) {
            return new Refused(Why.FIXED);
        }
        if (!standing.holds(change.key(), change.from())) {
            return new Refused(Why.CHANGED_SINCE);
        }
        if (!all.in(Status.APPLIED).isEmpty()) {
            return new Refused(Why.MEASURING);
        }
        Improvement applied = found.get().now(Status.APPLIED, standing.now());
        return new Done(applied, Steps.apply(applied, by));
    }

    /** No: it is not proposed again for eight weeks. */
    public static Result reject(int number, Standing standing, String by) {
        Optional<Improvement> found = Improvements.of(standing.values()).find(number);
        if (found.isEmpty()) {
            return new Refused(Why.UNKNOWN);
        }
        if (found.get().status() != Status.WAITING) {
            return new Refused(Why.NOT_WAITING);
        }
        Improvement rejected = found.get().now(Status.REJECTED, standing.now());
        return new Done(rejected, List.of(Steps.record(rejected, by)));
    }

    /** Back to what it was. */
    public static Result revert(int number, Standing standing, String by) {
        Optional<Improvement> found = Improvements.of(standing.values()).find(number);
        if (found.isEmpty()) {
            return new Refused(Why.UNKNOWN);
        }
        Change change = found.get().change();
        if (!found.get().isInForce()) {
            return new Refused(Why.NOT_IN_FORCE);
        }
        if (standing.isFixed(change.key())) {
            return new Refused(Why.FIXED);
        }
        if (!standing.holds(change.key(), change.to())) {
            return new Refused(Why.CHANGED_SINCE);
        }
        Improvement reverted = found.get().now(Status.REVERTED, standing.now());
        return new Done(reverted, Steps.revert(reverted, by));
    }
}
