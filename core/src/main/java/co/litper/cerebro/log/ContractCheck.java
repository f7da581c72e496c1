package co.litper.cerebro.log;

import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.EventType;
import co.litper.cerebro.event.LogisticsEvent.GuideUpdated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Holds an envelope against its data contract: ranges, lengths, words and patterns of every field, the subject, the clock
 * of the source, and freshness.
 *
 * <p>The rules are those of the JSON Schema, compiled once; nothing is serialised. Thread-safe. O(fields);
 * {@code EnvelopeCodecBenchmark} times it.
 */
public final class ContractCheck {
    /** How far a source's clock may run ahead of ours before its events are flagged as skewed. */
    public static final Duration SKEW_TOLERANCE = Duration.ofMinutes(10);

    /** How far a source's clock may run ahead of ours before its events are refused. */
    public static final Duration SKEW_LIMIT = Duration.ofHours(24);

    private ContractCheck() {}

    /** True if the source's clock ran more than {@link #SKEW_TOLERANCE} ahead of ours. */
    public static boolean isSkewed(Instant validAt, Instant recordedAt) {
        return validAt.isAfter(recordedAt.plus(SKEW_TOLERANCE));
    }

    /** All breaches of the contract, data first; empty if the envelope keeps it. */
    public static List<Breach> check(Envelope envelope) {
        Event event = envelope.event();
        DataCheck data = new DataCheck(event.type());
        EventWriter.write(event, data);
        data.end();
        checkContext(envelope, data.breaches);
        return data.breaches;
    }

    /** Notes the breaches of everything but the data. */
    static void checkContext(Envelope envelope, List<Breach> breaches) {
        if (!fits(envelope.subject(), envelope.event())) {
            breaches.add(
                    refusal("/subject", "does not fit the data. Maybe it should be " + Subject.of(envelope.event())));
        }
        if (envelope.validAt().isAfter(envelope.recordedAt().plus(SKEW_LIMIT))) {
            breaches.add(
                    refusal(
                            "/time",
                            "lies more than " + SKEW_LIMIT.toHours()
                                    + " hours ahead of our clock. Maybe day and month were swapped, or the source's clock is wrong."));
        } else if (isSkewed(envelope.validAt(), envelope.recordedAt())) {
            breaches.add(
                    warning("/time", "lies more than " + SKEW_TOLERANCE.toMinutes() + " minutes ahead of our clock"));
        }
        Duration freshness = DataContracts.of(envelope.event().type()).freshness();
        if (envelope.validAt().isBefore(envelope.recordedAt().minus(freshness))) {
            breaches.add(warning("/time", "is older than " + freshness.toHours() + " hours"));
        }
    }

    /** An update of a guide may also be about its order, and what a customer says also about the customer. */
    private static boolean fits(String subject, Event event) {
        if (subject.equals(Subject.of(event))) {
            return true;
        }
        return switch (event) {
            case GuideUpdated guide -> !guide.orderId().isEmpty() && subject.equals("order:" + guide.orderId());
            case CustomerEvent customer ->
                customer.customer().isKnown()
                        && subject.equals("customer:" + customer.customer().value());
            default -> false;
        };
    }

    private static Breach refusal(String pointer, String message) {
        return new Breach(new Problem(pointer, message), Breach.Severity.REFUSAL);
    }

    private static Breach warning(String pointer, String message) {
        return new Breach(new Problem(pointer, message), Breach.Severity.WARNING);
    }

    /** Takes the fields of an event and holds each against its rule. */
    private static final class DataCheck implements FieldSink {
        private final List<Breach> breaches = new ArrayList<>(0);
        private final Deque<FieldRule> outer = new ArrayDeque<>(2);
        private final Set<Field> seen = EnumSet.noneOf(Field.class);
        private FieldRule object;
        private String pointer = "/data";

        DataCheck(EventType type) {
            this.object = DataContracts.rule(type);
        }

        private FieldRule rule(Field field) {
            FieldRule rule = object.properties().get(field.json());
            if (rule == null) {
                throw new IllegalStateException("the contract has no field " + pointer + "/" + field.json());
            }
            if (outer.isEmpty()) {
                seen.add(field);
            }
            return rule;
        }

        private void breach(Field field, String message) {
            breaches.add(refusal(pointer + "/" + field.json(), message));
        }

        @Override
        public void text(Field field, String value) {
            rule(field).check(value, message -> breach(field, message));
        }

        @Override
        public void integer(Field field, long value) {
            rule(field).check(value, message -> breach(field, message));
        }

        @Override
        public void number(Field field, double value) {
            rule(field).check(value, message -> breach(field, message));
        }

        @Override
        public void flag(Field field, boolean value) {
            rule(field);
        }

        @Override
        public void instant(Field field, Instant value) {
            rule(field);
        }

        @Override
        public void begin(Field field) {
            FieldRule inner = rule(field);
            outer.push(object);
            object = inner;
            pointer += "/" + field.json();
        }

        @Override
        public void end() {
            if (!outer.isEmpty()) {
                object = outer.pop();
                pointer = "/data";
                return;
            }
            if (!object.anyOf().isEmpty()
                    && seen.stream().noneMatch(field -> object.anyOf().contains(field.json()))) {
                breaches.add(refusal("/data", object.missingAnyOf()));
            }
        }
    }
}
