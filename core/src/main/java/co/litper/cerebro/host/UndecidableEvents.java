package co.litper.cerebro.host;

import co.litper.cerebro.log.Envelope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Events at which the brain threw, so that they are refused when their source repeats them. The oldest of more than
 * {@link #CAPACITY} is forgotten and may throw again. Owned by the shard's thread.
 */
final class UndecidableEvents {
    /** More than one rule of one source breaks at a time. */
    private static final int CAPACITY = 1_024;

    /** Oldest first. */
    private final SequencedMap<String, UndecidableEventException> known = new LinkedHashMap<>();

    /** Answers an event with what the brain threw at it, and remembers both. */
    void refuse(Request request, RuntimeException cause) {
        Envelope e = request.envelope();
        UndecidableEventException told = new UndecidableEventException(e, cause);
        if (known.size() >= CAPACITY) {
            known.pollFirstEntry();
        }
        known.put(name(e), told);
        request.answer().completeExceptionally(told);
    }

    /** Answers those that are known, and returns the others. */
    List<Request> refuseKnown(List<Request> requests) {
        if (known.isEmpty()) {
            return requests;
        }
        List<Request> others = new ArrayList<>(requests.size());
        for (Request request : requests) {
            UndecidableEventException told = known.get(name(request.envelope()));
            if (told == null) {
                others.add(request);
            } else {
                request.answer().completeExceptionally(told);
            }
        }
        return others;
    }

    private static String name(Envelope e) {
        return e.source() + "\n" + e.id();
    }
}
