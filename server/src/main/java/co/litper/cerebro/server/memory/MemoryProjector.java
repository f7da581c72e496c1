package co.litper.cerebro.server.memory;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Settled;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.memory.Episode;
import co.litper.cerebro.memory.Memories;
import co.litper.cerebro.memory.Scene;
import co.litper.cerebro.server.receipt.Receipts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.world.Clock;
import co.litper.cerebro.world.WireReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fills a memory from the log: one episode for each decision that is settled for good and was the first about its parcel, was about
 * a novedad, or acted. Reads where the memory stands and goes on from there, batch by batch. Not thread-safe.
 */
final class MemoryProjector {
    /** Entries of a batch: between two of them the memory answers questions, which wait for some 50 ms at the most. */
    static final int MOST_ENTRIES = 100;

    /** Time of the log after which it is looked again what is too old, at the next commit. */
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

    private final EventLog log;
    private final Owner.Source owners;
    private final Predicate<PersonRef> erased;
    private final HolidayCalendar holidays;
    private final Memories memories;
    private final Receipts receipts;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private volatile long position;
    private Instant last = Instant.MIN;
    private Instant tidied = Instant.MIN;

    /**
     * A projector that goes on where {@code memories} stand.
     *
     * @param erased true for whoever must leave no memory
     */
    MemoryProjector(
            EventLog log,
            Owner.Source owners,
            Predicate<PersonRef> erased,
            HolidayCalendar holidays,
            Memories memories) {
        this.log = log;
        this.owners = owners;
        this.erased = erased;
        this.holidays = holidays;
        this.memories = memories;
        this.receipts = new Receipts(log);
        this.position = Math.max(memories.position(), log.first() - 1);
    }

    /** An outcome, where it stands in the log, and when that was. */
    private record Known(Settled settled, long position, Instant at) {}

    /** What a batch of the log tells: outcomes, their decisions by id, whose they are by home key, and its last position. */
    record Batch(List<Known> known, Map<Long, Decision> decisions, Map<Long, Owner> owners, long through) {}

    /** The log position up to which everything is remembered, if not yet durably. */
    long position() {
        return position;
    }

    /** Remembers all that the log tells, durably. */
    void takeAll() throws InterruptedException {
        long before = position;
        while (position + 1 < log.end()) {
            take(read());
        }
        if (position > before) {
            commit();
        }
    }

    /** Reads what comes next, which the log must hold. Changes nothing. */
    Batch read() throws InterruptedException {
        List<Known> known = new ArrayList<>();
        long through = collect(position + 1, known);
        Set<Long> homes = new LinkedHashSet<>();
        known.forEach(k -> homes.add(k.settled.homeKey()));
        return new Batch(
                known,
                receipts.decisions(
                        known.stream().map(k -> k.settled.decisionId()).toList()),
                homes.isEmpty() ? Map.of() : owners.of(homes),
                through);
    }

    /** The last position read. */
    private long collect(long from, List<Known> known) {
        long[] through = {from - 1};
        log.read(from, entry -> {
            if (entry.facts().length > 0) {
                for (Fact fact : FactsCodec.decode(entry.facts())) {
                    if (fact instanceof Settled settled && settled.complete()) {
                        known.add(new Known(
                                settled,
                                entry.position(),
                                codec.decode(entry.event()).recordedAt()));
                    }
                }
            }
            through[0] = entry.position();
            return through[0] - from + 1 < MOST_ENTRIES;
        });
        return through[0];
    }

    /** Remembers a batch, which must be the one that comes next. Whoever was erased since it was read leaves no memory. */
    void take(Batch batch) {
        if (batch.through() <= position) {
            throw new IllegalArgumentException("a batch up to " + batch.through() + " after " + position);
        }
        for (Known one : batch.known()) {
            Decision decision = batch.decisions().get(one.settled.decisionId());
            Owner owner = batch.owners().get(one.settled.homeKey());
            if (decision != null && owner != null && tells(one.settled, decision) && !erased.test(owner.customer())) {
                memories.remember(episode(one, decision, owner));
            }
            last = one.at;
        }
        memories.flush();
        position = batch.through();
    }

    private static boolean tells(Settled settled, Decision decision) {
        return !settled.carrier().isEmpty() || decision.issue() != null || settled.carriedOut() != Action.NONE;
    }

    /** Forgets what is due, and makes everything durable. */
    void commit() {
        if (last.isAfter(Instant.MIN) && (tidied.equals(Instant.MIN) || !last.isBefore(tidied.plus(TIDY_EVERY)))) {
            memories.tidy(last);
            tidied = last;
        }
        memories.commit(position);
    }

    private Episode episode(Known known, Decision decision, Owner owner) {
        ShipmentContext context = ShipmentContext.read(new WireReader(decision.context()));
        Settled settled = known.settled;
        LocalDate day = LocalDate.ofInstant(context.createdAt(), Clock.BOGOTA);
        Carrier carrier = settled.carrier().isEmpty() ? context.carrier() : new Carrier(settled.carrier());
        double fine =
                (1 - decision.forecast().delay()) * (1 - decision.forecast().giveBack());
        long decidedAt = Decision.positionOf(settled.decisionId());
        return new Episode(
                settled.decisionId(),
                owner.merchant(),
                owner.customer(),
                known.at,
                new Scene(
                        carrier,
                        context.destination(),
                        decision.issue(),
                        settled.carriedOut(),
                        day.getDayOfWeek(),
                        holidays.isHoliday(day.minusDays(1))),
                Math.clamp(1 - fine, 0, 1),
                settled.outcome(),
                settled.late(),
                owner.returned(),
                settled.days(),
                settled.parcelCop(),
                decidedAt == known.position ? List.of(decidedAt) : List.of(decidedAt, known.position));
    }
}
