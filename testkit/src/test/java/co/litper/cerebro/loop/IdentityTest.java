package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Home;
import co.litper.cerebro.Keys;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LifecycleEvent.OrderShipped;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which events are about one parcel, and what repeats and late ones do to it. */
class IdentityTest {
    private static final long ORDER = Keys.order(World.MERCHANT, "o1");

    private final World world = new World();

    private static ShipmentState stateOf(World world) {
        return world.home("g1").parcel().state();
    }

    private Answer scan(int hour, ShipmentState state) {
        return world.at(
                "s" + hour + state, world.now.plus(Duration.ofHours(hour)), Standing.LIVE, World.scan("g1", state));
    }

    private void meetSeparatelyThenLink() {
        world.at("order", world.now, Standing.LIVE, new OrderCreated("o1", World.facts(World.ANA)));
        world.at("scan", world.now, Standing.LIVE, World.scan("g1", ShipmentState.SHIPPED));
        world.at("issue", world.now.plusSeconds(60), Standing.LIVE, World.issue("g1", IssueReason.WEATHER));
        world.at("link", world.now, Standing.LIVE, new OrderShipped("o1", "g1", Carrier.TCC));
    }

    @Test
    void orderAndGuideThatAreLinkedLaterHaveOneHomeAndLoseNothing() {
        meetSeparatelyThenLink();

        assertThat(world.host.brain().state().homeKey(ORDER)).isEqualTo(World.guideKey("g1"));
        Home home = world.home("g1");
        assertThat(home.parcel().orderId()).isEqualTo("o1");
        assertThat(home.parcel().guideNumber()).isEqualTo("g1");
        assertThat(home.parcel().customer()).isEqualTo(World.ANA);
        assertThat(home.parcel().facts().valueCop()).isEqualTo(150_000);
        assertThat(home.parcel().state()).isEqualTo(ShipmentState.ISSUE);
        assertThat(home.parcel().issues()).isEqualTo(1);
        assertThat(home.ledger().all()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aRepeatByEitherNumberChangesNothing() {
        meetSeparatelyThenLink();
        long end = world.log.end();
        List<Event> again = List.of(
                new OrderCreated("o1", World.facts(World.ANA)),
                World.scan("g1", ShipmentState.SHIPPED),
                World.issue("g1", IssueReason.WEATHER),
                new OrderShipped("o1", "g1", Carrier.TCC));
        List<String> ids = List.of("order", "scan", "issue", "link");
        for (int i = 0; i < ids.size(); i++) {
            assertThat(world.at(ids.get(i), world.now, Standing.LIVE, again.get(i)))
                    .as(ids.get(i))
                    .isInstanceOf(Answer.Duplicate.class);
        }

        assertThat(world.log.end()).isEqualTo(end);
        List<List<String>> rows = world.rowsAndRebuilt();
        assertThat(rows.getFirst()).isEqualTo(rows.getLast());
    }

    @Test
    void anEffectOfTheOrderIsFollowedThroughTheLink() {
        world.letAct().set("threshold.notify", "0").set("autonomy.notify_customer", "approve");
        world.live(new OrderCreated("o1", World.facts(World.ANA)));
        EffectState effect = world.host
                .brain()
                .state()
                .home(ORDER)
                .orElseThrow()
                .outbox()
                .all()
                .getFirst();
        world.set("threshold.notify", "1");
        world.live(World.scan("g1", ShipmentState.SHIPPED));
        world.live(new OrderShipped("o1", "g1", Carrier.TCC));

        long id = effect.plan().id();
        int choice = Math.toIntExact(id % PlannedEffect.PER_DECISION);
        world.own(ORDER, new ApprovalGiven(PlannedEffect.decisionOf(id), choice, true, "lead"));

        assertThat(world.sent).hasSize(1);
        assertThat(world.home("g1").outbox().find(id).orElseThrow().status()).isEqualTo(EffectStatus.DONE);
        assertThat(world.home("g1").isNotified()).isTrue();
        List<List<String>> rows = world.rowsAndRebuilt();
        assertThat(rows.getFirst()).isEqualTo(rows.getLast());
    }

    @Test
    void scansThatComeOutOfOrderNeverTurnAParcelBack() {
        scan(0, ShipmentState.PROCESSING);
        scan(9, ShipmentState.OUT_FOR_DELIVERY);
        scan(4, ShipmentState.IN_TRANSIT);
        assertThat(stateOf(world)).isEqualTo(ShipmentState.OUT_FOR_DELIVERY);
        scan(12, ShipmentState.DELIVERED);
        scan(10, ShipmentState.OUT_FOR_DELIVERY);
        scan(13, ShipmentState.IN_TRANSIT);

        assertThat(stateOf(world)).isEqualTo(ShipmentState.DELIVERED);
        assertThat(world.home("g1").parcel().stepsBack()).isPositive();
    }

    @Test
    void aDeliveryThatIsCorrectedToAReturnEndsAsReturned() {
        scan(0, ShipmentState.OUT_FOR_DELIVERY);
        scan(5, ShipmentState.DELIVERED);
        scan(4, ShipmentState.RETURNED);
        assertThat(stateOf(world)).isEqualTo(ShipmentState.DELIVERED);
        scan(30, ShipmentState.RETURNED);

        assertThat(stateOf(world)).isEqualTo(ShipmentState.RETURNED);
        assertThat(world.home("g1").parcel().endedAtMs())
                .isEqualTo(world.now.plus(Duration.ofHours(30)).toEpochMilli());
    }
}
