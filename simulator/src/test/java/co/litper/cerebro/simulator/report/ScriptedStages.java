package co.litper.cerebro.simulator.report;

import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.Ending;
import co.litper.cerebro.simulator.Handler;
import co.litper.cerebro.simulator.IssueStory;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.Told;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Hash64;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A world of two carriers and one novedad, small enough to foretell: an order at ten each day and its guide at one; TCC
 * delivers after two days; ENVIA, the habit, is cheaper and meets a novedad, which another delivery solves and nothing
 * else.
 */
final class ScriptedStages implements Stages {
    static final long GOOD = 28_000;
    static final long RETURNED = -20_000;
    private static final int ORDERS_A_DAY = 4;

    private final int faultDay;

    ScriptedStages() {
        this(Integer.MAX_VALUE);
    }

    private ScriptedStages(int faultDay) {
        this.faultDay = faultDay;
    }

    @Override
    public Stage open(long world, long demandSeed, Consumer<ParcelStory> ended) {
        return new Scripted(demandSeed, faultDay, ended);
    }

    @Override
    public List<String> faults() {
        return List.of("strike");
    }

    @Override
    public Stages with(String fault, int day) {
        return new ScriptedStages(day);
    }

    private static final class Parcel {
        final Instant orderedAt;
        Carrier carrier = Carrier.UNKNOWN;
        boolean chosen;
        boolean troubled;
        boolean again;

        Parcel(Instant orderedAt) {
            this.orderedAt = orderedAt;
        }
    }

    private static final class Scripted implements Stage, Truth {
        private final long seed;
        private final int faultDay;
        private final Consumer<ParcelStory> ended;
        private final Map<String, Parcel> parcels = new TreeMap<>();
        private Instant now = Told.MONDAY.minus(Duration.ofHours(10));
        private int hour;
        private int events;

        Scripted(long seed, int faultDay, Consumer<ParcelStory> ended) {
            this.seed = seed;
            this.faultDay = faultDay;
            this.ended = ended;
        }

        @Override
        public Desk desk() {
            return this::take;
        }

        private Channel.Result take(Dispatch effect) {
            return parcels.entrySet().stream()
                    .filter(e -> Told.subject(e.getKey()).equals(effect.subject()))
                    .findAny()
                    .map(e -> take(effect, e.getValue()))
                    .orElse(Channel.Result.FAILED);
        }

        private static Channel.Result take(Dispatch effect, Parcel parcel) {
            if (effect.action() == Action.CHOOSE_CARRIER && parcel.carrier.equals(Carrier.UNKNOWN)) {
                parcel.carrier = new Carrier(effect.target());
                parcel.chosen = true;
                return Channel.Result.DONE;
            }
            if (!parcel.troubled || effect.action() == Action.CHOOSE_CARRIER) {
                return Channel.Result.FAILED;
            }
            parcel.again |= effect.action() == Action.REDELIVER;
            return Channel.Result.DONE;
        }

        @Override
        public Truth truth() {
            return this;
        }

        @Override
        public Truth rates() {
            return this;
        }

        @Override
        public List<Envelope> opening() {
            return List.of(
                    told("t1", new ConfigurationChanged("tariff.TCC.76001", "14000;14000;4;true;true", "test")),
                    told("t2", new ConfigurationChanged("tariff.ENVIA.76001", "10000;10000;4;true;true", "test")));
        }

        private Envelope told(String id, Event event) {
            return Told.at(now, id, event);
        }

        @Override
        public void run(Player player, Instant until) {
            while (now.isBefore(until)) {
                player.meet(told("tick" + hour, new Tick(now)));
                int day = hour / 24;
                for (int i = 0; i < ORDERS_A_DAY && hour % 24 == 10; i++) {
                    String id = seed + "-" + day + "-" + i;
                    parcels.put(id, new Parcel(now));
                    player.meet(told("o" + id, Told.order(id, now)));
                }
                new TreeMap<>(parcels).forEach((id, parcel) -> age(player, id, parcel));
                hour++;
                now = now.plus(Duration.ofHours(1));
            }
        }

        private void age(Player player, String id, Parcel parcel) {
            long age = Duration.between(parcel.orderedAt, now).toHours();
            boolean struck = parcel.carrier.equals(Carrier.TCC) && (hour - age) / 24 >= faultDay;
            boolean smooth = parcel.carrier.equals(Carrier.TCC) && !struck;
            if (age == 3) {
                parcel.carrier = parcel.carrier.equals(Carrier.UNKNOWN) ? Carrier.ENVIA : parcel.carrier;
                player.meet(told("g" + id, Told.guide(id, parcel.carrier, parcel.orderedAt)));
            } else if (age == 24) {
                player.meet(scan(id, parcel, ShipmentState.SHIPPED));
            } else if (age == 48 && smooth || age == 72 && parcel.again) {
                end(player, id, parcel, Ending.DELIVERED);
            } else if (age == 48) {
                parcel.troubled = true;
                player.meet(told("i" + id, Told.issue(id, parcel.carrier, IssueReason.OTHER)));
            } else if (age == 96) {
                end(player, id, parcel, Ending.RETURNED);
            }
        }

        private Envelope scan(String id, Parcel parcel, ShipmentState state) {
            return told("s" + events++, Told.scan(id, parcel.carrier, state));
        }

        private void end(Player player, String id, Parcel parcel, Ending ending) {
            parcels.remove(id);
            ShipmentState state = ending == Ending.DELIVERED ? ShipmentState.DELIVERED : ShipmentState.RETURNED;
            player.meet(scan(id, parcel, state));
            ended.accept(story(id, parcel, now, ending));
        }

        private ParcelStory story(String id, Parcel parcel, Instant at, Ending ending) {
            ParcelStory plain = Told.story(id, parcel.orderedAt, at, ending);
            Handler handler = parcel.again ? Handler.PLAYER : Handler.CARRIER;
            List<IssueStory> issues = parcel.troubled
                    ? List.of(new IssueStory(IssueReason.OTHER, at, at, List.of(), handler, ending == Ending.DELIVERED))
                    : List.of();
            long freight = parcel.carrier.equals(Carrier.TCC) ? 12_000 : 10_000;
            return new ParcelStory(
                    id,
                    plain.guideNumber(),
                    plain.customer(),
                    plain.city(),
                    parcel.carrier,
                    parcel.chosen,
                    true,
                    plain.orderedAt(),
                    plain.promisedAt(),
                    at,
                    ending,
                    issues,
                    List.of(),
                    new ParcelStory.Account(
                            100_000, 60_000, freight, ending == Ending.RETURNED ? freight : 0, 0, 0, 0, 0));
        }

        @Override
        public List<ParcelStory> open() {
            List<ParcelStory> open = new ArrayList<>();
            parcels.forEach((id, parcel) -> open.add(story(id, parcel, now, Ending.OPEN)));
            return open;
        }

        @Override
        public SortedMap<Carrier, Double> carriers(String orderId) {
            double noise = Hash64.toUnit(Hash64.of(seed, orderId));
            return new TreeMap<>(Map.of(Carrier.TCC, GOOD + noise, Carrier.ENVIA, 25_000 + noise));
        }

        @Override
        public SortedMap<Action, Double> answers(String guideNumber) {
            return new TreeMap<>(Map.of(
                    Action.REDELIVER,
                    30_000.0,
                    Action.NONE,
                    -20_000.0,
                    Action.HOLD_IN_OFFICE,
                    -20_000.0,
                    Action.ASK_TIME,
                    -20_000.0,
                    Action.CALL_CUSTOMER,
                    -20_000.0,
                    Action.RETURN_TO_SENDER,
                    -20_000.0));
        }

        @Override
        public double telling(String guideNumber) {
            return -1;
        }
    }
}
