package co.litper.cerebro.simulator.player;

import co.litper.cerebro.event.CustomerEvent;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.ContactRules;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps the contact rules for players that have none of their own: hours, one contact a day per customer unless they wrote
 * in the last 24 hours, three per novedad.
 */
final class ContactGate {
    private static final Duration LATELY = Duration.ofHours(24);

    private final ContactRules rules;
    private final Map<PersonRef, Instant> wroteAt = new HashMap<>();
    private final Map<PersonRef, Integer> today = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    ContactGate(ContactRules rules) {
        this.rules = rules;
    }

    void meet(Envelope e) {
        LocalDate now = HolidayCalendar.dayOf(e.recordedAt());
        if (!now.equals(day)) {
            day = now;
            today.clear();
            wroteAt.values().removeIf(at -> at.isBefore(e.recordedAt().minus(LATELY)));
        }
        if (e.event() instanceof CustomerEvent said && said.customer().isKnown()) {
            wroteAt.put(said.customer(), e.recordedAt());
        }
    }

    /** True within the hours in which customers may be contacted. */
    boolean isOpen(Instant now) {
        return rules.mayContact(now);
    }

    boolean permits(Tracked parcel, Instant now) {
        Instant wrote = wroteAt.get(parcel.facts.customer());
        boolean wroteLately = wrote != null && !wrote.isBefore(now.minus(LATELY));
        return parcel.facts.customer().isKnown()
                && rules.mayContact(now, today.getOrDefault(parcel.facts.customer(), 0), parcel.attempts, wroteLately);
    }

    /** Notes a contact that was made. */
    void take(Tracked parcel) {
        today.merge(parcel.facts.customer(), 1, Integer::sum);
        parcel.attempts++;
    }
}
