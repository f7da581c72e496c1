package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Keys;
import co.litper.cerebro.act.Channel;
import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.SystemEvent.ActionExecuted;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that wait for a person, and what the brain makes of how they went. */
class CallListTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private EffectState called(String guide) {
        world.letOnly(Action.CALL_CUSTOMER);
        world.fate = Channel.Result.LEFT_TO_PEOPLE;
        world.live(World.guide(guide, "", World.ANA));
        world.live(World.scan(guide, ShipmentState.OUT_FOR_DELIVERY));
        world.live(World.issue(guide, IssueReason.RECIPIENT_UNAVAILABLE));
        return calls(guide).getLast();
    }

    private List<EffectState> calls(String guide) {
        return world.home(guide).outbox().all().stream()
                .filter(effect -> effect.plan().action() == Action.CALL_CUSTOMER)
                .toList();
    }

    private void tell(String guide, EffectState call, EffectStatus status, String result) {
        world.own(
                World.guideKey(guide),
                new ActionExecuted(call.plan().id(), Action.CALL_CUSTOMER, "calls", status, result));
    }

    @Test
    void aCallStaysPlannedUntilAPersonTellsHowItWent() {
        EffectState call = called("g1");
        world.pass(HOUR).tick();

        assertThat(world.actionsSent()).containsExactly(Action.CALL_CUSTOMER);
        assertThat(call.status()).isEqualTo(EffectStatus.PLANNED);
        assertThat(world.home("g1").progress().since()).isEqualTo(Action.NONE);

        tell("g1", call, EffectStatus.DONE, "answered");
        assertThat(calls("g1").getLast().status()).isEqualTo(EffectStatus.DONE);
        assertThat(world.home("g1").progress().since()).isEqualTo(Action.CALL_CUSTOMER);
    }

    @Test
    void aCallThatNobodyMakesLapsesWithItsDeadlineThoughNothingElseHappens() {
        called("g2");
        for (int days = 0; days < 3; days++) {
            world.pass(Duration.ofDays(1)).tick();
        }

        assertThat(calls("g2").getFirst().status()).isEqualTo(EffectStatus.EXPIRED);
    }

    @Test
    void aCallThatIsNotAnsweredIsTriedAgainAnotherDayAndNoMoreOftenThanANovedadAllows() {
        EffectState first = called("g3");
        tell("g3", first, EffectStatus.DONE, "no_answer");
        world.pass(HOUR.multipliedBy(5)).tick();
        assertThat(calls("g3")).as("the customer was contacted today").hasSize(1);

        for (int days = 0; days < 8; days++) {
            world.pass(HOUR.multipliedBy(12)).tick();
            EffectState last = calls("g3").getLast();
            if (last.status() == EffectStatus.PLANNED) {
                tell("g3", last, EffectStatus.DONE, "no_answer");
            }
        }

        assertThat(calls("g3")).hasSizeBetween(2, 3);
        assertThat(world.home("g3").progress().contacts()).isEqualTo(calls("g3").size());
    }

    @Test
    void aWrongNumberIsNotCalledAgainAboutThisNovedad() {
        EffectState call = called("g4");
        tell("g4", call, EffectStatus.FAILED, "wrong_number");
        for (int days = 0; days < 4; days++) {
            world.pass(Duration.ofDays(1)).tick();
        }

        assertThat(calls("g4")).hasSize(1);
        assertThat(world.home("g4").progress().hasFailed(Action.CALL_CUSTOMER)).isTrue();
    }

    @Test
    void twoWhoTellOfOneCallCountOnce() {
        EffectState call = called("g5");
        tell("g5", call, EffectStatus.DONE, "no_answer");
        tell("g5", call, EffectStatus.DONE, "hung_up");

        assertThat(world.home("g5").progress().contacts()).isEqualTo(1);
    }

    @Test
    void aCallThatNobodyAskedForCountsForTheDayAndTheNovedad() {
        world.letOnly(Action.ESCALATE);
        world.live(World.guide("g6", "", World.ANA));
        world.live(World.issue("g6", IssueReason.BAD_ADDRESS));
        world.own(
                World.guideKey("g6"),
                new ActionExecuted(
                        ActionExecuted.NO_EFFECT, Action.CALL_CUSTOMER, "person", EffectStatus.DONE, "no_answer"));

        assertThat(world.home("g6").progress().contacts()).isEqualTo(1);
        long day = world.now
                .atZone(java.time.ZoneId.of("America/Bogota"))
                .toLocalDate()
                .toEpochDay();
        assertThat(world.host
                        .brain()
                        .state()
                        .customer(Keys.customer(World.MERCHANT, World.ANA))
                        .mayBeContacted(day, 1, world.now.toEpochMilli()))
                .isFalse();
    }

    @Test
    void whatPeopleToldOfCallsIsFoldedAgain() {
        EffectState call = called("g7");
        tell("g7", call, EffectStatus.DONE, "no_answer");
        List<List<String>> rows = world.rowsAndRebuilt();

        assertThat(rows.getFirst()).isEqualTo(rows.getLast());
    }
}
