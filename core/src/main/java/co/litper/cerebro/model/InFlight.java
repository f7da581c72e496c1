package co.litper.cerebro.model;

import co.litper.cerebro.feature.FeatureRow;
import co.litper.cerebro.feature.ShipmentContext;
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

    private static final Kind[] KINDS = Kind.values();

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
        /** Moments still to come, a bit a {@link Kind}. */
        int pending;

        Flight(FeatureRow row, ShipmentContext context, long[] marksMs) {
            this.row = row;
            this.context = context;
            this.marksMs = marksMs;
        }

        private long atMs(Kind kind) {
            return kind == Kind.PROMISE
                    ? Objects.requireNonNull(context.promisedAt()).toEpochMilli()
                    : marksMs[kind.ordinal()];
        }
    }

    private final Map<Long, Flight> flights = new HashMap<>();
    private final PriorityQueue<Due> dues = new PriorityQueue<>();

    /** Follows a shipment unless it is followed already or there is no room. */
    void open(long id, FeatureRow row, ShipmentContext context, long[] marksMs) {
        if (flights.size() < CAPACITY && !flights.containsKey(id)) {
            Flight flight = new Flight(row, context, marksMs);
            flights.put(id, flight);
            int all = (1 << KINDS.length) - 1;
            schedule(id, flight, context.promisedAt() == null ? all & ~(1 << Kind.PROMISE.ordinal()) : all);
        }
    }

    private void schedule(long id, Flight flight, int pending) {
        flight.pending = pending;
        for (Kind kind : KINDS) {
            if ((pending & (1 << kind.ordinal())) != 0) {
                dues.add(new Due(flight.atMs(kind), id, kind));
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
        return flights.get(id);
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
            flights.remove(id);
        }
    }

    int size() {
        return flights.size();
    }

    void write(WireWriter out) {
        out.varint(flights.size());
        long[] ids =
                flights.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        for (long id : ids) {
            Flight flight = Objects.requireNonNull(flights.get(id));
            out.fixed64(id).bytes(flight.row.toBytes());
            flight.context.write(out);
            for (long mark : flight.marksMs) {
                out.varint(mark);
            }
            out.flag(flight.ended).flag(flight.judgedLate).octet(flight.pending);
        }
    }

    static InFlight read(WireReader in) {
        InFlight all = new InFlight();
        int count = in.varintAsInt();
        for (int i = 0; i < count; i++) {
            long id = in.fixed64();
            FeatureRow row = FeatureRow.fromBytes(in.bytes());
            ShipmentContext context = ShipmentContext.read(in);
            Flight flight = new Flight(row, context, new long[] {in.varint(), in.varint(), in.varint()});
            flight.ended = in.flag();
            flight.judgedLate = in.flag();
            all.flights.put(id, flight);
            all.schedule(id, flight, in.octet());
        }
        return all;
    }
}
