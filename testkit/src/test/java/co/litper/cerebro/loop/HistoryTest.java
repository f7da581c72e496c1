package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.event.CustomerEvent.CustomerReplied;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.LifecycleEvent.OrderConfirmed;
import co.litper.cerebro.event.LogisticsEvent.IssueResolved;
import co.litper.cerebro.event.SystemEvent.ApprovalGiven;
import co.litper.cerebro.host.Answer;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.PersonRef;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The past does no harm. */
class HistoryTest {
    private static final int DAYS = 365;

    /** A year of parcels, one a day: confirmed, moved, most with a novedad, some answered, some ended. */
    private static void liveThroughAYear(World world, Standing standing) {
        Instant begin = world.now.minus(Duration.ofDays(DAYS + 3));
        for (int day = 0; day < DAYS; day++) {
            String guide = "g" + day;
            PersonRef customer = World.person(day + 1);
            List<Event> events = List.of(
                    World.guide(guide, "o" + day, customer),
                    new OrderConfirmed("o" + day),
                    World.scan(guide, ShipmentState.SHIPPED),
                    World.issue(guide, IssueReason.values()[day % IssueReason.values().length]),
                    new CustomerReplied(customer, guide, "confirms"),
                    day % 5 == 0 ? new IssueResolved(guide, "redeliver") : new OrderConfirmed("o" + day),
                    World.scan(guide, day % 3 == 0 ? ShipmentState.DELIVERED : ShipmentState.OUT_FOR_DELIVERY));
            for (int i = 0; i < events.size(); i++) {
                Instant at = begin.plus(Duration.ofDays(day)).plus(Duration.ofHours(i));
                approveAll(world, world.at(guide + "-" + i, at, standing, events.get(i)));
            }
            if (day % 10 == 0) {
                approveAll(world, world.pass(Duration.ofMinutes(1)).tick());
            }
        }
        for (int day = 0; day < 40; day++) {
            approveAll(world, world.pass(Duration.ofDays(1)).tick());
        }
    }

    private static void approveAll(World world, Answer answer) {
        if (answer instanceof Answer.Recorded recorded) {
            for (Decision decision : recorded.decisions()) {
                for (int choice = 0; choice < decision.choices().size(); choice++) {
                    world.own(decision.key(), new ApprovalGiven(decision.id(), choice, true, "lead"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"act", "approve"})
    void aHistoricalImportOfAYearSendsNothing(String level) {
        World world = new World().letAct();
        world.set("autonomy.ask_time", level).set("autonomy.redeliver", level);
        liveThroughAYear(world, Standing.HISTORICAL);

        assertThat(world.sent).isEmpty();
        assertThat(world.host.brain().state().control().decisions()).isGreaterThan(DAYS / 2);
    }

    @Test
    void theSameEventsSendWhenTheyAreLive() {
        World world = new World().letAct();
        liveThroughAYear(world, Standing.LIVE);

        assertThat(world.sent).hasSizeGreaterThan(DAYS / 2);
    }

    @Test
    void aHistoricalWordOnALiveParcelBringsNoEffectAbout() {
        World world = new World().letAct().set("threshold.notify", "0");
        world.set("pause.all", "true");
        world.live(World.guide("g1", "o1", World.ANA));
        world.set("pause.all", "false");

        world.at("old", world.now.minus(Duration.ofDays(3)), Standing.HISTORICAL, new OrderConfirmed("o1"));
        assertThat(world.sent).isEmpty();

        world.live(World.scan("g1", ShipmentState.SHIPPED));
        assertThat(world.sent).hasSize(1);
    }
}
