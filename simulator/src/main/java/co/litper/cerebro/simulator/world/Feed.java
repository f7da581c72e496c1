package co.litper.cerebro.simulator.world;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.log.Subject;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.MerchantId;
import java.time.Instant;
import java.util.List;

/** Tells the player what happens, faithfully or, while its fault lasts, with repeats, delays, swaps and nonsense. */
final class Feed {
    static final String SHOP = "/dropi/webhook";
    static final String CHAT = "/chatea";
    static final String SETTINGS = "/settings";
    static final String CLOCK = "/cerebro/clock";
    static final List<String> CARRIERS = Fleet.CARRIERS.stream()
            .map(Carrier::code)
            .map(code -> "/carrier/" + code)
            .toList();

    /** A late event comes this many hours later at most; after 48 it would be history. */
    private static final double LATEST_HOURS = 24;

    private static final double SWAP_HOURS = 5;

    private final Nature nature;
    private final Agenda agenda;
    private Player player = event -> {};
    private final double repeat;
    private final double late;
    private final double swap;
    private final double garble;

    Feed(Nature nature, Agenda agenda) {
        this.nature = nature;
        this.agenda = agenda;
        repeat = nature.p.get("fault.feed.repeat");
        late = nature.p.get("fault.feed.late");
        swap = nature.p.get("fault.feed.swap");
        garble = nature.p.get("fault.feed.garble");
    }

    void listener(Player listener) {
        player = listener;
    }

    /** Tells what happened now to a parcel. */
    void tell(Parcel x, String source, Event event, long nowMs) {
        int count = x.told++;
        Envelope envelope = envelope(x.order.id() + "." + count, source, nature.merchant, event, nowMs);
        if (nature.faults.isFeedBad(Days.dayOf(nowMs)) && source.startsWith("/carrier")) {
            tellBadly(x, count, envelope, nowMs);
        } else {
            player.meet(envelope);
        }
    }

    /** Tells what concerns no parcel. */
    void tell(String id, String source, Event event, long nowMs) {
        MerchantId whose = source.equals(CLOCK) ? MerchantId.INSTALLATION : nature.merchant;
        player.meet(envelope(id, source, whose, event, nowMs));
    }

    /** Brings what was held back. */
    void bring(Envelope held, long nowMs) {
        player.meet(with(held, held.id(), held.event(), nowMs));
    }

    private void tellBadly(Parcel x, int count, Envelope e, long nowMs) {
        long about = x.order.number();
        Event event = e.event();
        if (event instanceof TrackingUpdated scan
                && scan.state() != null
                && !scan.state().isEnd()
                && nature.luck.unit(about, Purpose.FEED_GARBLE, count) < garble) {
            player.meet(with(e, e.id(), Garbling.of(scan, nature.luck.bits(about, Purpose.FEED_GARBLE, count)), nowMs));
            return;
        }
        double delay = delayHours(about, count);
        if (delay > 0) {
            agenda.add(nowMs + Math.round(delay * Days.HOUR), Agenda.Kind.DELAYED, e, 0);
        } else {
            player.meet(e);
        }
        double again = nature.luck.unit(about, Purpose.FEED_REPEAT, count);
        if (again < repeat) {
            boolean sameId = again < repeat / 2;
            Envelope twin = sameId ? e : with(e, e.id() + "r", event, nowMs);
            agenda.add(nowMs + Math.round((delay + again / repeat) * Days.HOUR), Agenda.Kind.DELAYED, twin, 0);
        }
    }

    private double delayHours(long about, int count) {
        double lateness = nature.luck.unit(about, Purpose.FEED_LATE, count);
        if (lateness < late) {
            return lateness / late * LATEST_HOURS;
        }
        double swapped = nature.luck.unit(about, Purpose.FEED_SWAP, count);
        return swapped < swap ? swapped / swap * SWAP_HOURS : 0;
    }

    static Envelope envelope(String id, String source, MerchantId merchant, Event event, long nowMs) {
        Instant now = Instant.ofEpochMilli(nowMs);
        return Envelope.own(id, source, merchant, Subject.of(event), now, event);
    }

    private static Envelope with(Envelope e, String id, Event event, long nowMs) {
        Instant now = Instant.ofEpochMilli(nowMs);
        return new Envelope(
                id,
                e.source(),
                e.merchant(),
                e.subject(),
                e.validAt(),
                e.precision(),
                now,
                e.correlationId(),
                e.causationId(),
                e.priority(),
                Standing.of(e.validAt(), now, false),
                e.skewed(),
                e.depth(),
                event);
    }
}
