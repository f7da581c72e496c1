package co.litper.cerebro.simulator.world;

import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LogisticsEvent.TrackingUpdated;
import co.litper.cerebro.policy.Economics;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What stands on the world's stage now: the time, the parcels under way, what is planned. Mutable, one thread. */
final class Scene {
    final Nature nature;
    final Agenda agenda = new Agenda();
    final Feed feed;
    final Team team;
    private final Map<Long, Parcel> parcels = new HashMap<>();
    private final Consumer<ParcelStory> ended;
    long now;

    Scene(Nature nature, Team team, long now, Consumer<ParcelStory> ended) {
        this.nature = nature;
        this.team = team;
        this.now = now;
        this.ended = ended;
        this.feed = new Feed(nature, agenda);
    }

    void enter(Parcel x) {
        parcels.put(x.order.homeKey(), x);
    }

    @Nullable
    Parcel find(long homeKey) {
        return parcels.get(homeKey);
    }

    /** Parcels under way, by order number. */
    List<Parcel> underWay() {
        List<Parcel> all = new ArrayList<>(parcels.values());
        all.sort((a, b) -> Long.compare(a.order.number(), b.order.number()));
        return all;
    }

    /** Plans for a parcel under its present plan. */
    void plan(Parcel x, long ms, Agenda.Kind kind) {
        agenda.add(Math.max(ms, now), kind, x, x.plan);
    }

    double unit(Parcel x, Purpose purpose, int count) {
        return nature.luck.unit(x.order.number(), purpose, count);
    }

    double unit(Parcel x, Purpose purpose) {
        return unit(x, purpose, 0);
    }

    void tell(Parcel x, String source, Event event) {
        feed.tell(x, source, event, now);
    }

    /** A scan in the carrier's words. */
    void scan(Parcel x, ShipmentState state) {
        String words = Words.status(x.carrier, state, unit(x, Purpose.WORDS, x.told));
        boolean atOrigin = state == ShipmentState.SHIPPED || state == ShipmentState.RETURNED;
        tell(
                x,
                Feed.CARRIERS.get(x.carrier),
                new TrackingUpdated(
                        x.guide,
                        Fleet.CARRIERS.get(x.carrier),
                        words,
                        state,
                        atOrigin
                                ? Geography.ORIGINS.get(x.order.origin())
                                : x.order.place().code()));
    }

    /** Closes a parcel's story. */
    void end(Parcel x, Ending ending) {
        x.phase = Parcel.Phase.ENDED;
        x.plan++;
        parcels.remove(x.order.homeKey());
        ended.accept(story(x, ending));
    }

    /** The story of a parcel up to now. */
    ParcelStory story(Parcel x, Ending ending) {
        Order o = x.order;
        boolean delivered = ending == Ending.DELIVERED;
        boolean isLate = delivered && now > o.promisedMs();
        return new ParcelStory(
                o.id(),
                x.guide,
                o.customer().ref(),
                o.place().code(),
                x.guide.isEmpty() ? Carrier.UNKNOWN : Fleet.CARRIERS.get(x.carrier),
                x.chosenByPlayer,
                o.cod(),
                Instant.ofEpochMilli(o.atMs()),
                Instant.ofEpochMilli(o.promisedMs()),
                ending == Ending.OPEN ? null : Instant.ofEpochMilli(now),
                ending,
                x.issues.stream().map(issue -> issue.story(delivered)).toList(),
                x.contactsAt,
                new ParcelStory.Account(
                        o.value(),
                        o.goods(),
                        x.freight,
                        ending == Ending.RETURNED ? x.back : 0,
                        isLate ? Economics.DEFAULT.delayCop() : 0,
                        x.messages,
                        x.calls,
                        x.claims));
    }
}
