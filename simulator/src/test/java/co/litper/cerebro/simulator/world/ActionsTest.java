package co.litper.cerebro.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.act.Channel.Result;
import co.litper.cerebro.act.Dispatch;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LogisticsEvent.GuideCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueReported;
import co.litper.cerebro.event.SystemEvent.Tick;
import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Every action does what it should, seen from outside: two players of one seed differ by what they do alone. */
class ActionsTest {
    private static final int DAYS = 35;

    /** A world played by a rule. */
    private static List<ParcelStory> play(BiConsumer<World, Envelope> rule) {
        List<ParcelStory> ended = new ArrayList<>();
        World world = new World(WorldParameters.middle(), 21, Passive.HOLIDAYS, Passive.START, 120, ended::add);
        world.run(e -> rule.accept(world, e), Passive.START.plus(Duration.ofDays(DAYS)));
        return ended;
    }

    private static Parcel parcel(World world, String guide) {
        return Objects.requireNonNull(
                world.scene().find(co.litper.cerebro.Keys.order(world.merchant(), TruthTest.orderOf(guide))));
    }

    private static double margin(List<ParcelStory> stories) {
        return stories.stream().mapToLong(ParcelStory::marginCop).average().orElseThrow();
    }

    private static double delivered(List<ParcelStory> stories) {
        return stories.stream()
                .mapToInt(s -> s.ending() == co.litper.cerebro.simulator.Ending.DELIVERED ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static void onIssue(World world, Envelope e, Action action) {
        if (e.event() instanceof IssueReported issue) {
            Replay.take(world, parcel(world, issue.guideNumber()), action, "");
        }
    }

    private static void redeliverAfterTheCall(World world) {
        for (Parcel x : world.scene().underWay()) {
            if (x.issue != null && x.callMs == 0 && x.issue.contacts > 0) {
                Replay.take(world, x, x.firm ? Action.RETURN_TO_SENDER : Action.REDELIVER, "");
            }
        }
    }

    @Test
    void actionsOnNovedadesAreWorthWhatTheyShould() {
        double nothing = margin(play((world, e) -> {}));
        double redeliver = margin(play((world, e) -> onIssue(world, e, Action.REDELIVER)));
        double returned = margin(play((world, e) -> onIssue(world, e, Action.RETURN_TO_SENDER)));
        double called = margin(play((world, e) -> {
            if (e.event() instanceof IssueReported issue && issue.reason() == IssueReason.BAD_ADDRESS) {
                onIssue(world, e, Action.CALL_CUSTOMER);
            }
            if (e.event() instanceof Tick) {
                redeliverAfterTheCall(world);
            }
        }));

        assertTrue(redeliver > nothing, "an early answer is better than the team's late one");
        assertTrue(returned < nothing, "giving up at once is worse than the team");
        assertTrue(called > nothing, "calling about addresses at once is better than the team's late call");
    }

    @Test
    void tellingTheCustomerOnTheMorningMakesDeliveryLikelier() {
        List<ParcelStory> untold = play((world, e) -> {});
        List<ParcelStory> told = play((world, e) -> {
            if (e.event() instanceof co.litper.cerebro.event.LogisticsEvent.TrackingUpdated scan
                    && scan.state() == co.litper.cerebro.vocabulary.ShipmentState.OUT_FOR_DELIVERY) {
                Replay.take(world, parcel(world, scan.guideNumber()), Action.NOTIFY_CUSTOMER, "");
            }
        });

        assertTrue(delivered(told) > delivered(untold) + 0.01, delivered(told) + " against " + delivered(untold));
    }

    @Test
    void theFirstChoiceOfACarrierCountsAndTheGuideFollows() {
        List<String> guides = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        play((world, e) -> {
            if (e.event() instanceof OrderCreated order && guides.isEmpty()) {
                Parcel x = Objects.requireNonNull(
                        world.scene().find(co.litper.cerebro.Keys.order(world.merchant(), order.orderId())));
                var worth = world.truth().carriers(order.orderId());
                Replay.take(world, x, Action.CHOOSE_CARRIER, worth.lastKey().code());
                if (Replay.take(
                                world,
                                x,
                                Action.CHOOSE_CARRIER,
                                worth.firstKey().code())
                        == Result.FAILED) {
                    refused.incrementAndGet();
                }
                guides.add(order.orderId() + " " + worth.lastKey().code());
            }
            if (e.event() instanceof GuideCreated guide && !guides.isEmpty()) {
                guides.remove(guide.orderId() + " " + guide.parcel().carrier().code());
                if (guides.isEmpty()) {
                    guides.add("done");
                }
            }
        });

        assertTrue(refused.get() > 0);
        assertEquals(List.of("done"), guides);
    }

    @Test
    void whatMakesNoSenseIsRefusedAndARepeatIsAnsweredAsBefore() {
        AtomicInteger seen = new AtomicInteger();
        play((world, e) -> {
            if (e.event() instanceof IssueReported issue && seen.getAndIncrement() == 0) {
                Parcel x = parcel(world, issue.guideNumber());
                Dispatch ask = dispatch(7_000_001, world, x, Action.ASK_TIME, "");
                assertEquals(Result.DONE, world.desk().take(ask));
                assertEquals(Result.DONE, world.desk().take(ask));
                assertEquals(1, x.contacts, "done once");
                assertEquals(Result.FAILED, world.desk().take(dispatch(7_000_002, world, x, Action.OPEN_CLAIM, "")));
                assertEquals(
                        Result.FAILED,
                        world.desk().take(dispatch(7_000_003, world, x, Action.CHOOSE_CARRIER, Carrier.TCC.code())));
            }
        });

        assertTrue(seen.get() > 0);
    }

    @Test
    void anUnknownParcelIsRefused() {
        World world = new World(WorldParameters.middle(), 1, Passive.HOLIDAYS, Passive.START, 10, s -> {});

        assertEquals(
                Result.FAILED,
                world.desk()
                        .take(new Dispatch(
                                1, world.merchant(), Subjects.home(99), PersonRef.NONE, Action.REDELIVER, "", 0)));
    }

    private static Dispatch dispatch(long id, World world, Parcel x, Action action, String target) {
        return new Dispatch(
                id, world.merchant(), Subjects.home(x.order.homeKey()), PersonRef.NONE, action, target, Long.MAX_VALUE);
    }
}
