package co.litper.cerebro.decision;

import java.util.EnumSet;
import java.util.Set;

/** A limit that kept a choice from taking its course. Several may have hit at once. */
public enum Guardrail {
    /** The event is historical: nothing may leave. */
    HISTORICAL,
    /** The action type is paused by people. */
    PAUSED,
    /** Attempts at this novedad are used up. */
    ATTEMPTS,
    /** No carrier's tariff covers the city: carriers are ranked, none is chosen. */
    NO_TARIFF,
    /** The customer cannot be reached: no person known. */
    NO_CONTACT,
    /** The world refused this action at this novedad before. */
    FAILED_BEFORE,
    /** The customer was contacted enough for that day. */
    CONTACTED;

    /** The set as bits, by ordinal. */
    public static int bits(Set<Guardrail> hit) {
        int bits = 0;
        for (Guardrail g : hit) {
            bits |= 1 << g.ordinal();
        }
        return bits;
    }

    /** The set that {@link #bits} made. Bits of unknown guardrails are left out. */
    public static Set<Guardrail> of(int bits) {
        Set<Guardrail> hit = EnumSet.noneOf(Guardrail.class);
        for (Guardrail g : values()) {
            if ((bits & (1 << g.ordinal())) != 0) {
                hit.add(g);
            }
        }
        return hit;
    }
}
