package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.act.EffectState;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.PlannedEffect;
import co.litper.cerebro.event.EffectStatus;
import co.litper.cerebro.event.LifecycleEvent.OrderCreated;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When effects may leave, and when not. */
class EffectRulesTest {
    private static final Duration NIGHT = Duration.ofHours(10);

    private static World acting() {
        return new World().letAct();
    }

    /** Contact only from ten hours later on. */
    private static World waiting() {
        World[] world = new World[1];
        Instant opens = Instant.parse("2026-03-02T15:00:00Z").plus(NIGHT);
        world[0] = new World(ms -> Math.max(ms, opens.toEpochMilli()));
        return world[0].letAct();
    }

    private static void novedad(World world, String guide, PersonRef customer) {
        world.live(World.guide(guide, "", customer));
        world.live(World.issue(guide, IssueReason.RECIPIENT_UNAVAILABLE));
    }

    private static EffectState effect(World world, String guide) {
        assertThat(world.home(guide).outbox().all()).hasSize(1);
        return world.home(guide).outbox().all().getFirst();
    }

    private static Answer approve(World world, String guide, boolean yes) {
        long id = effect(world, guide).plan().id();
        int choice = Math.toIntExact(id % PlannedEffect.PER_DECISION);
        return world.own(World.guideKey(guide), new ApprovalGiven(PlannedEffect.decisionOf(id), choice, yes, "lead"));
    }

    private static long contacts(World world) {
        return world.actionsSent().stream().filter(Action::contactsCustomer).count();
    }

    private static PersonRef person(int number) {
        return World.person(number);
    }

    @Test
    void anEffectThatMayActLeavesAtOnce() {
        World world = acting();
        novedad(world, "g1", World.ANA);

        assertThat(world.actionsSent()).containsExactly(Action.ASK_TIME);
        assertThat(effect(world, "g1").status()).isEqualTo(EffectStatus.DONE);
    }

    @Test
    void theFirstAnswerOfAPersonCountsAndTheSecondIsADuplicate() {
        World world = acting().set("autonomy.ask_time", "approve");
        novedad(world, "g1", World.ANA);
        assertThat(world.sent).isEmpty();

        assertThat(approve(world, "g1", true)).isInstanceOf(Answer.Recorded.class);
        assertThat(approve(world, "g1", false)).isInstanceOf(Answer.Duplicate.class);
        assertThat(approve(world, "g1", true)).isInstanceOf(Answer.Duplicate.class);

        assertThat(world.actionsSent()).containsExactly(Action.ASK_TIME);
    }

    @Test
    void aRefusedProposalNeverLeaves() {
        World world = acting().set("autonomy.ask_time", "approve");
        novedad(world, "g1", World.ANA);

        assertThat(approve(world, "g1", false)).isInstanceOf(Answer.Recorded.class);
        assertThat(approve(world, "g1", true)).isInstanceOf(Answer.Duplicate.class);

        assertThat(world.sent).isEmpty();
        assertThat(effect(world, "g1").status()).isEqualTo(EffectStatus.REFUSED);
    }

    @Test
    void anApprovedEffectExpiresWhenItsNovedadIsAnsweredMeanwhile() {
        World world = waiting().set("autonomy.ask_time", "approve");
        novedad(world, "g1", World.ANA);
        approve(world, "g1", true);

        world.live(new IssueResolved("g1", "redeliver"));
        world.pass(NIGHT).tick();

        assertThat(effect(world, "g1").status()).isEqualTo(EffectStatus.EXPIRED);
        assertThat(world.sent).isEmpty();
    }

    @Test
    void aProposalThatNobodyAnswersExpiresAtItsDeadline() {
        World world = acting().set("autonomy.ask_time", "approve");
        novedad(world, "g1", World.ANA);

        world.pass(Duration.ofDays(2).plusSeconds(1)).tick();

        assertThat(effect(world, "g1").status()).isEqualTo(EffectStatus.EXPIRED);
        assertThat(approve(world, "g1", true)).isInstanceOf(Answer.Duplicate.class);
        assertThat(world.sent).isEmpty();
    }

    @Test
    void aCustomerOfTwoParcelsIsContactedOnceADay() {
        World world = acting();
        novedad(world, "g1", World.ANA);
        novedad(world, "g2", World.ANA);

        assertThat(contacts(world)).isEqualTo(1);

        world.pass(Duration.ofDays(1));
        novedad(world, "g3", World.ANA);
        assertThat(contacts(world)).isEqualTo(2);
    }

    @Test
    void whereNoContactIsAllowedNobodyIsContacted() {
        World world = acting().set("contact.per_day", "0");
        novedad(world, "g1", World.ANA);

        assertThat(contacts(world)).isZero();
        assertThat(world.actionsSent())
                .as("what needs no contact is done instead")
                .hasSize(1);
    }

    @Test
    void aContactOutsideTheHoursWaitsForTheTickInTheWindow() {
        World world = waiting();
        novedad(world, "g1", World.ANA);
        world.pass(NIGHT.minusSeconds(1)).tick();
        assertThat(world.sent).isEmpty();

        world.pass(Duration.ofSeconds(1)).tick();
        assertThat(world.actionsSent()).containsExactly(Action.ASK_TIME);
        world.pass(Duration.ofHours(1)).tick();
        assertThat(world.sent).hasSize(1);
    }

    @Test
    void whileAllIsPausedNothingLeavesAndItResumes() {
        World world = waiting();
        novedad(world, "g1", World.ANA);
        world.set("pause.all", "true");
        world.pass(NIGHT).tick();
        novedad(world, "g2", person(2));
        world.tick();
        assertThat(world.sent).isEmpty();

        world.set("pause.all", "false").pass(Duration.ofSeconds(1)).tick();
        assertThat(world.actionsSent()).containsExactly(Action.ASK_TIME);
        assertThat(effect(world, "g1").status()).isEqualTo(EffectStatus.DONE);
    }

    @Test
    void aNovedadThatCameDuringAPauseIsDecidedAboutAtTheNextReview() {
        World world = acting().set("pause.all", "true");
        novedad(world, "g1", World.ANA);
        assertThat(world.home("g1").outbox().isEmpty()).isTrue();

        world.set("pause.all", "false").pass(Duration.ofHours(25)).tick();

        assertThat(world.actionsSent()).containsExactly(Action.ASK_TIME);
    }

    @Test
    void aPausedActionIsHeldBackAlsoWhereItWasPlannedBefore() {
        World world = waiting();
        novedad(world, "g1", World.ANA);
        world.set("pause.ask_time", "true");
        world.pass(NIGHT).tick();
        assertThat(world.sent).isEmpty();

        world.set("pause.ask_time", "false").pass(Duration.ofSeconds(1)).tick();
        assertThat(world.sent).hasSize(1);
    }

    @Test
    void aTickWithManyPausedEffectsComesToAnEnd() {
        World world = waiting();
        for (int i = 0; i < 600; i++) {
            novedad(world, "g" + i, person(i + 1));
        }
        world.set("pause.all", "true").pass(NIGHT);
        world.tick();
        assertThat(world.sent).isEmpty();

        world.set("pause.all", "false").pass(Duration.ofSeconds(1)).tick();
        assertThat(world.sent).hasSize(600);
    }

    @Test
    void lateOrdersWithoutGuideAreNotedOnceAndTheTickComesToAnEnd() {
        World world = acting();
        for (int i = 0; i < 600; i++) {
            world.live(new OrderCreated("o" + i, World.facts(PersonRef.NONE)));
        }
        world.pass(Duration.ofDays(8)).tick();
        long end = world.log.end();
        world.pass(Duration.ofMinutes(1)).tick();

        assertThat(world.log.end()).isEqualTo(end + 1);
    }

    @Test
    void aLateParcelIsNotedAtItsOwnHomeAndMakesNoSecondOne() {
        World world = acting();
        world.live(new OrderCreated("o1", World.facts(PersonRef.NONE)));
        world.live(World.guide("g1", "o1", PersonRef.NONE));
        world.pass(Duration.ofDays(8)).tick();

        Set<Long> homes = new HashSet<>();
        world.log.read(EventLog.FIRST, entry -> {
            for (Fact fact : FactsCodec.decode(entry.facts())) {
                if (fact instanceof Decision decision) {
                    homes.add(decision.key());
                }
            }
            return true;
        });
        assertThat(homes).hasSize(1);
    }
}
