package co.litper.cerebro.model;

import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.ShipmentContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Shipments under way, so that what time alone reveals is learned when it is revealed: that an expected day came and the
 * parcel did not, that a promise is broken. Bounded at {@link #CAPACITY}; beyond it a new shipment is not followed and
 * teaches only when it ends. Owned by one thread.
 */
final class InFlight {
    /** Shipments followed: a few days of a large merchant; 8 MB. */
    static final int CAPACITY = 1 << 15;

    /** What fell due. */
    enum Kind {
        LOW,
        EXPECTED,
        HIGH,
        PROMISE
    }

    private static final Kind[] MARKS = {Kind.LOW, Kind.EXPECTED, Kind.HIGH};

    /** A moment at which a shipment is looked at. */
    record Due(long atMs, long id, Kind kind) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(atMs, other.atMs);
            int byId = byTime != 0 ? byTime : Long.compare(id, other.id);
            return byId != 0 ? byId : kind.compareTo(other.kind);
        }
    }

    /** A shipment under way. */
    static final class Flight {
        final FeatureRow row;
        final ShipmentContext context;
        /** Low end, middle and high end of the ETA given, epoch milliseconds. */
        final long[] marksMs;

        boolean ended;
        boolean judgedLate;
        int duesLeft;

        Flight(FeatureRow row, ShipmentContext context, long[] marksMs, boolean ended, boolean judgedLate) {
            this.row = row;
            this.context = context;
            this.marksMs = marksMs;
            this.ended = ended;
            this.judgedLate = judgedLate;
        }
    }

    private final Map<Long, Flight> flights = new HashMap<>();
    private final PriorityQueue<Due> dues = new PriorityQueue<>();

    /** Follows a shipment unless it is followed already or there is no room. */
    void open(long id, FeatureRow row, ShipmentContext context, long[] marksMs) {
        if (flights.size() < CAPACITY && !flights.containsKey(id)) {
            Flight flight = new Flight(row, context, marksMs, false, false);
            flights.put(id, flight);
            schedule(id, flight, Long.MIN_VALUE);
        }
    }

    private void schedule(long id, Flight flight, long afterMs) {
        for (int i = 0; i < flight.marksMs.length; i++) {
            if (flight.marksMs[i] > afterMs) {
                dues.add(new Due(flight.marksMs[i], id, MARKS[i]));
                flight.duesLeft++;
            }
        }
        Instant promised = flight.context.promisedAt();
        if (promised != null && promised.toEpochMilli() > afterMs) {
            dues.add(new Due(promised.toEpochMilli(), id, Kind.PROMISE));
            flight.duesLeft++;
        }
    }

    /** The next moment at or before {@code nowMs}, taken out, or null. */
    @Nullable
    Due poll(long nowMs) {
        Due due = dues.peek();
        return due == null || due.atMs() > nowMs ? null : dues.poll();
    }

    /** The shipment, or null if it is not followed. */
    @Nullable
    Flight get(long id) {
        return flights.get(id);
    }

    /** One of the shipment's moments has passed; it is forgotten with the last if it has ended. */
    void passed(long id, Flight flight) {
        flight.duesLeft--;
        forgetIfDone(id, flight);
    }

    /** The shipment ended. */
    void end(long id, Flight flight) {
        flight.ended = true;
        forgetIfDone(id, flight);
    }

    private void forgetIfDone(long id, Flight flight) {
        if (flight.ended && flight.duesLeft == 0) {
            flights.remove(id);
        }
    }

    int size() {
        return flights.size();
    }
}
