package co.litper.cerebro.model;

import co.litper.cerebro.world.Hash64;
import co.litper.cerebro.world.WireReader;
import co.litper.cerebro.world.WireWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Shipments under way, so that what time alone reveals is learned when it is revealed: that an expected day came and the
 * parcel did not, that a promise is broken. A shipment that ended is kept until its last moment has passed, so that the quick
 * are not counted before the slow. Bounded at {@link #CAPACITY}; beyond it a new shipment is not followed and
 * teaches only when it ends. What was known of a shipment is not kept here but found again by its id. Owned by one thread.
 */
final class InFlight {
    /** Shipments followed: a few days of a large merchant; about 8 MB, a snapshot of them below 1 MB. */
    static final int CAPACITY = 1 << 15;

    private static final int ENDED = 0x10;
    private static final int JUDGED = 0x20;
    private static final int PROMISED = 0x40;

    /** What fell due. */
    enum Kind {
        LOW,
        EXPECTED,
        HIGH,
        PROMISE
    }

    private static final Kind[] KINDS = Kind.values();

    /** The moment of what was not promised. */
    static final long NEVER = Long.MAX_VALUE;

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
        private final long id;

        /** When to look, epoch milliseconds, one a {@link Kind}; {@link #NEVER} for a promise that was not given. */
        private final long[] marksMs;

        boolean ended;
        boolean judgedLate;
        /** Moments still to come, a bit a {@link Kind}. */
        int pending;

        private Flight(long id, long[] marksMs) {
            this.id = id;
            this.marksMs = marksMs;
        }
    }

    /** By mixed id: ids are multiples of 1,024, which a hash table would put into a few bins. */
    private final Map<Long, Flight> flights = new HashMap<>();

    private final PriorityQueue<Due> dues = new PriorityQueue<>();

    /**
     * Follows a shipment unless it is followed already or there is no room.
     *
     * @param marksMs when to look, epoch milliseconds, one a {@link Kind}
     */
    void open(long id, long[] marksMs) {
        if (flights.size() < CAPACITY && get(id) == null) {
            Flight flight = new Flight(id, marksMs.clone());
            flights.put(Hash64.mix(id), flight);
            int all = (1 << KINDS.length) - 1;
            boolean promised = marksMs[Kind.PROMISE.ordinal()] != NEVER;
            schedule(id, flight, promised ? all : all & ~(1 << Kind.PROMISE.ordinal()));
        }
    }

    private void schedule(long id, Flight flight, int pending) {
        flight.pending = pending;
        for (Kind kind : KINDS) {
            if ((pending & (1 << kind.ordinal())) != 0) {
                dues.add(new Due(flight.marksMs[kind.ordinal()], id, kind));
            }
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
        return flights.get(Hash64.mix(id));
    }

    /** One of the shipment's moments has passed; it is forgotten with the last if it has ended. */
    void passed(Due due, Flight flight) {
        flight.pending &= ~(1 << due.kind().ordinal());
        forgetIfDone(due.id(), flight);
    }

    /** The shipment ended. */
    void end(long id, Flight flight) {
        flight.ended = true;
        forgetIfDone(id, flight);
    }

    private void forgetIfDone(long id, Flight flight) {
        if (flight.ended && flight.pending == 0) {
            flights.remove(Hash64.mix(id));
        }
    }

    int size() {
        return flights.size();
    }

    /** Appends all, in order of id: about 25 bytes a shipment. */
    void write(WireWriter out) {
        out.varint(flights.size());
        long[] ids = flights.values().stream().mapToLong(f -> f.id).sorted().toArray();
        long before = 0;
        for (long id : ids) {
            Flight flight = Objects.requireNonNull(get(id));
            out.varint(id - before);
            before = id;
            long expected = flight.marksMs[Kind.EXPECTED.ordinal()];
            boolean promised = flight.marksMs[Kind.PROMISE.ordinal()] != NEVER;
            out.varint(expected)
                    .varint(flight.marksMs[Kind.LOW.ordinal()] - expected)
                    .varint(flight.marksMs[Kind.HIGH.ordinal()] - expected)
                    .octet(flight.pending
                            | (flight.ended ? ENDED : 0)
                            | (flight.judgedLate ? JUDGED : 0)
                            | (promised ? PROMISED : 0));
            if (promised) {
                out.varint(flight.marksMs[Kind.PROMISE.ordinal()] - expected);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    static InFlight read(WireReader in) {
        InFlight all = new InFlight();
        int count = in.varintAsInt();
        long id = 0;
        for (int i = 0; i < count; i++) {
            id += in.varint();
            long expected = in.varint();
            long[] marks = {expected + in.varint(), expected, expected + in.varint(), NEVER};
            int flags = in.octet();
            if ((flags & PROMISED) != 0) {
                marks[Kind.PROMISE.ordinal()] = expected + in.varint();
            }
            Flight flight = new Flight(id, marks);
            flight.ended = (flags & ENDED) != 0;
            flight.judgedLate = (flags & JUDGED) != 0;
            all.flights.put(Hash64.mix(id), flight);
            all.schedule(id, flight, flags & ((1 << KINDS.length) - 1));
        }
        return all;
    }
}
