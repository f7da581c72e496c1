package co.litper.cerebro.server.memory;

import co.litper.cerebro.Home;
import co.litper.cerebro.StateView;
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
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Clock;
import co.litper.cerebro.world.WireReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills the memory from the log: one episode for each decision that is settled for good and was the first about its parcel, was about
 * a novedad, or acted. Goes on where the memory stands, so that it may be called again at any time. Not thread-safe.
 */
public final class MemoryProjector {
    /** Entries read before their decisions are looked up and remembered. */
    private static final int BATCH = 5_000;

    private final EventLog log;
    private final StateView view;
    private final Vault vault;
    private final HolidayCalendar holidays;
    private final Receipts receipts;
    private final EnvelopeCodec codec = new EnvelopeCodec();

    /** A projector of what {@code view} has seen; whoever {@code vault} says is erased leaves no memory. */
    public MemoryProjector(EventLog log, StateView view, Vault vault, HolidayCalendar holidays) {
        this.log = log;
        this.view = view;
        this.vault = vault;
        this.holidays = holidays;
        this.receipts = new Receipts(log);
    }

    /** An outcome, where it stands in the log, and when that was. */
    private record Known(Settled settled, long position, Instant at) {}

    /** Remembers what the log tells beyond the memory's position; returns how many episodes that were. */
    public long advance(Memories memories) {
        long from = memories.position() + 1;
        long remembered = 0;
        Instant last = Instant.MIN;
        while (from < log.end()) {
            List<Known> known = new ArrayList<>();
            long next = collect(from, known);
            Map<Long, Decision> decisions = receipts.decisions(
                    known.stream().map(k -> k.settled.decisionId()).toList());
            for (Known one : known) {
                Decision decision = decisions.get(one.settled.decisionId());
                if (decision != null && remember(memories, one, decision)) {
                    remembered++;
                }
                last = one.at;
            }
            from = next;
        }
        if (from > memories.position() + 1) {
            if (last.isAfter(Instant.MIN)) {
                memories.tidy(last);
            }
            memories.commit(from - 1);
        }
        return remembered;
    }

    /** Returns the position after the last one read. */
    private long collect(long from, List<Known> known) {
        long[] next = {from};
        log.read(from, entry -> {
            if (entry.facts().length > 0) {
                List<Fact> facts = FactsCodec.decode(entry.facts());
                for (Fact fact : facts) {
                    if (fact instanceof Settled settled && settled.complete()) {
                        known.add(new Known(
                                settled,
                                entry.position(),
                                codec.decode(entry.event()).recordedAt()));
                    }
                }
            }
            next[0] = entry.position() + 1;
            return next[0] - from < BATCH;
        });
        return next[0];
    }

    private boolean remember(Memories memories, Known known, Decision decision) {
        Settled settled = known.settled;
        boolean tells = !settled.carrier().isEmpty() || decision.issue() != null || settled.carriedOut() != Action.NONE;
        Home home = tells ? view.state().home(settled.homeKey()).orElse(null) : null;
        if (home == null) {
            return false;
        }
        PersonRef person = home.parcel().customer();
        if (vault.isErased(person)) {
            return false;
        }
        ShipmentContext context = ShipmentContext.read(new WireReader(decision.context()));
        memories.remember(episode(known, decision, context, home));
        return true;
    }

    private Episode episode(Known known, Decision decision, ShipmentContext context, Home home) {
        Settled settled = known.settled;
        LocalDate day = LocalDate.ofInstant(context.createdAt(), Clock.BOGOTA);
        Carrier carrier = settled.carrier().isEmpty() ? context.carrier() : new Carrier(settled.carrier());
        double fine =
                (1 - decision.forecast().delay()) * (1 - decision.forecast().giveBack());
        long decidedAt = Decision.positionOf(settled.decisionId());
        return new Episode(
                settled.decisionId(),
                home.merchant(),
                home.parcel().customer(),
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
                home.parcel().state() == ShipmentState.RETURNED,
                settled.days(),
                settled.parcelCop(),
                decidedAt == known.position ? List.of(decidedAt) : List.of(decidedAt, known.position));
    }
}
