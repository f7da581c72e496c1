package co.litper.cerebro.server.face.rescue;

import co.litper.cerebro.adapters.sqlite.SqliteAccess.Numbered;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.server.face.frame.FaceDesk;
import co.litper.cerebro.server.face.shipments.ByHand;
import co.litper.cerebro.server.read.ReadSide;
import co.litper.cerebro.server.worklist.Wording;
import co.litper.cerebro.server.worklist.WorklistItem;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls about open novedades in which nobody could be talked to, as the log tells them. Used for one page, by one thread; O(events of
 * a shipment) each, of which the last {@value #LOOKED_AT} are read.
 */
final class CallsMade {
    /** Events of a shipment that are read for its last call: a novedad has some ten. */
    private static final int LOOKED_AT = 50;

    /** Positions of one question to the read tables. */
    private static final int PAGE = 1_000;

    /** Acts among which the caller is looked for: more than a team does in a day. */
    private static final int ACTS = 2_000;

    private final FaceDesk desk;
    private final ReadSide reads;
    private final MerchantId merchant;
    private final Map<String, String> actors = new HashMap<>();
    /** By guide or order number: a shipment may stand in two lists of the page. */
    private final Map<String, Optional<Made>> known = new HashMap<>();

    private boolean actsRead;

    /**
     * A call.
     *
     * @param by who made it; empty if that is not known any more
     * @param result as the log says it, a key of {@link ByHand#CALLS}
     */
    record Made(Instant at, String by, String result) {}

    CallsMade(FaceDesk desk, ReadSide reads, MerchantId merchant) {
        this.desk = desk;
        this.reads = reads;
        this.merchant = merchant;
    }

    /** The last such call since the novedad was reported. */
    Optional<Made> last(WorklistItem item) {
        if (!item.contacted()) {
            return Optional.empty();
        }
        return known.computeIfAbsent(
                Wording.number(item),
                number -> reads.parcels().find(merchant, number).flatMap(line -> last(line.id(), item.reportedAt())));
    }

    private Optional<Made> last(long parcel, Instant since) {
        List<Long> positions = reads.timeline().positions(parcel, 0, PAGE);
        while (positions.size() == PAGE) {
            List<Long> more = reads.timeline().positions(parcel, positions.getLast() + 1, PAGE);
            if (more.isEmpty()) {
                break;
            }
            positions = more;
        }
        EventLog log = desk.desk().installation().store().log();
        EnvelopeCodec codec = new EnvelopeCodec();
        return positions.reversed().stream()
                .limit(LOOKED_AT)
                .flatMap(position -> log.at(position).stream())
                .map(entry -> codec.decode(entry.event()))
                .filter(e -> !e.validAt().isBefore(since))
                .flatMap(e -> made(e).stream())
                .findFirst();
    }

    private Optional<Made> made(Envelope e) {
        return e.event() instanceof ActionExecuted done
                        && done.action() == Action.CALL_CUSTOMER
                        && ByHand.CALLS.containsKey(done.result())
                ? Optional.of(new Made(e.validAt(), by(ByHand.callOf(e.id(), done)), done.result()))
                : Optional.empty();
    }

    /** The name of who made a call of the service; the log knows none, the trail of acts does. */
    private String by(String call) {
        if (!actsRead) {
            actsRead = true;
            for (Numbered each : desk.desk().audit().newest(Long.MAX_VALUE, ACTS)) {
                actors.putIfAbsent(each.act().correlation(), each.act().actor());
            }
        }
        return Optional.ofNullable(actors.get(call)).map(desk.users()::nameOf).orElse("");
    }
}
