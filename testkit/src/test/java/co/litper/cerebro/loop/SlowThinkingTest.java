package co.litper.cerebro.loop;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.Subjects;
import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Considered;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Dilemma;
import co.litper.cerebro.decision.Fact;
import co.litper.cerebro.decision.FactsCodec;
import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.decision.Thought;
import co.litper.cerebro.event.Event;
import co.litper.cerebro.event.SystemEvent.ThoughtReturned;
import co.litper.cerebro.event.ThoughtEnd;
import co.litper.cerebro.learn.ThinkingReport;
import co.litper.cerebro.learn.ThinkingTally;
import co.litper.cerebro.log.EnvelopeCodec;
import co.litper.cerebro.log.EventLog;
import co.litper.cerebro.log.Standing;
import co.litper.cerebro.policy.CounselTable;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What slow thinking does to the loop: the fast decision stands, the answer is an event, and its receipt is whole. */
class SlowThinkingTest {
    private static final int PARCELS = 120;

    /** Advises by rule, and notes what it was asked. */
    private static final class Adviser implements Reasoner {
        private final List<Dilemma> asked = new ArrayList<>();
        private final Function<Dilemma, Thought> rule;

        Adviser(Function<Dilemma, Thought> rule) {
            this.rule = rule;
        }

        @Override
        public Thought think(Dilemma dilemma) {
            asked.add(dilemma);
            return rule.apply(dilemma);
        }
    }

    private static Thought advise(Action action) {
        return new Thought(ThoughtEnd.ADVISED, action, 0.8, "some-model", 900, 60, 120);
    }

    /** Another action than the one that stands, of those offered. */
    private static Thought contradict(Dilemma d) {
        return advise(d.options().stream()
                .map(Dilemma.Option::action)
                .filter(a -> a != d.standing())
                .findFirst()
                .orElseThrow());
    }

    private static World thinking(Reasoner reasoner) {
        return World.thinking(reasoner).letAct().set("exploration.rate", "0.02").set("thinking.mode", "on");
    }

    private static void trouble(World world) {
        for (int i = 0; i < PARCELS; i++) {
            String guide = "g" + i;
            meet(world, guide + "-1", World.guide(guide, "o" + i, World.person(i + 1)));
            meet(world, guide + "-2", World.scan(guide, ShipmentState.OUT_FOR_DELIVERY));
            meet(world, guide + "-3", World.issue(guide, IssueReason.RECIPIENT_UNAVAILABLE));
        }
    }

    /** Ids of its own: chance depends on them, and must not on how many effects were reported meanwhile. */
    private static void meet(World world, String id, Event event) {
        world.at(id, world.now, Standing.LIVE, event);
    }

    private static List<Fact> facts(World world) {
        List<Fact> facts = new ArrayList<>();
        world.log.read(EventLog.FIRST, entry -> {
            facts.addAll(FactsCodec.decode(entry.facts()));
            return true;
        });
        return facts;
    }

    private static <T> List<T> of(Class<T> kind, List<Fact> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Decision> reconsidered(World world) {
        return of(Decision.class, facts(world)).stream()
                .filter(d -> d.choices().stream().anyMatch(Choice::isReconsidered))
                .toList();
    }

    @Test
    void nobodyIsAskedUnlessThinkingIsSwitchedOn() {
        Adviser adviser = new Adviser(SlowThinkingTest::contradict);
        try (World world = World.thinking(adviser).letAct()) {
            trouble(world);

            assertThat(adviser.asked).isEmpty();
            assertThat(of(Considered.class, facts(world))).isEmpty();
        }
    }

    @Test
    void everyConsiderationIsRecordedWithItsExactPropensityAskedOrNot() {
        Adviser adviser = new Adviser(d -> advise(d.standing()));
        try (World world = thinking(adviser)) {
            trouble(world);

            List<Considered> considered = of(Considered.class, facts(world));
            assertThat(considered).hasSize(PARCELS);
            assertThat(considered.stream().filter(Considered::asked)).hasSize(adviser.asked.size());
            double chance = considered.getFirst().asked()
                    ? considered.getFirst().propensity()
                    : 1 - considered.getFirst().propensity();
            assertThat(adviser.asked.size() / (double) PARCELS)
                    .as("as often as the propensity says")
                    .isBetween(chance - 0.2, chance + 0.2);
        }
    }

    @Test
    void nothingIsAskedWhereEvenAHopefulGainIsBelowTheCost() {
        Adviser adviser = new Adviser(SlowThinkingTest::contradict);
        try (World world = thinking(adviser).set("thinking.cost_cop", "100000")) {
            trouble(world);

            assertThat(adviser.asked).isEmpty();
        }
    }

    @Test
    void adviceThatAgreesLeavesTheDecisionAsItIs() {
        Adviser adviser = new Adviser(d -> advise(d.standing()));
        try (World world = thinking(adviser)) {
            trouble(world);
            world.pass(Duration.ofMinutes(5)).tick();

            assertThat(reconsidered(world)).isEmpty();
            assertThat(world.sent).hasSizeGreaterThanOrEqualTo(PARCELS);
        }
    }

    @Test
    void adviceThatDiffersIsWeighedInADecisionOfItsOwn() {
        Adviser adviser = new Adviser(SlowThinkingTest::contradict);
        try (World world = thinking(adviser)) {
            trouble(world);

            List<Decision> reconsidered = reconsidered(world);
            assertThat(reconsidered).hasSize(adviser.asked.size());
            for (Decision d : reconsidered) {
                Choice choice = d.choices().getFirst();
                assertThat(choice.bids()).hasSize(2);
                assertThat(choice.bids().getLast().agent()).isEqualTo(AgentName.REASONER);
                assertThat(choice.propensity()).isGreaterThan(0).isLessThan(1);
            }
            assertThat(reconsidered.stream().filter(Decision::keepsStanding))
                    .as("both happen, so that they can be compared")
                    .hasSizeBetween(1, reconsidered.size() - 1);
        }
    }

    @Test
    void onlyOneOfStandingAndAdvisedReachesTheWorld() {
        Adviser adviser = new Adviser(SlowThinkingTest::contradict);
        try (World world = thinking(adviser)) {
            trouble(world);
            world.pass(Duration.ofMinutes(5)).tick();

            long distinct = world.sent.stream().map(d -> d.subject()).distinct().count();
            assertThat(world.sent.stream().filter(d -> d.action() != Action.NOTIFY_CUSTOMER))
                    .as("no parcel is acted on twice for one novedad")
                    .hasSizeLessThanOrEqualTo((int) distinct);
            for (Decision d : reconsidered(world)) {
                Action meant = d.choices().getFirst().winner().action();
                assertThat(world.sent.stream()
                                .filter(s -> s.action() != Action.NOTIFY_CUSTOMER)
                                .filter(s -> s.subject().equals(Subjects.home(d.key())))
                                .map(s -> s.action()))
                        .as("what was decided in the end")
                        .containsExactlyElementsOf(meant == Action.NONE ? List.of() : List.of(meant));
            }
        }
    }

    @Test
    void whatWasDecidedLeavesWhenNoAnswerComes() {
        Adviser adviser = new Adviser(d -> Thought.unsent(ThoughtEnd.TIMED_OUT));
        try (World world = thinking(adviser);
                World without =
                        new World().letAct().set("exploration.rate", "0.02").set("thinking.mode", "off")) {
            trouble(world);
            trouble(without);
            world.pass(Duration.ofMinutes(5)).tick();
            without.pass(Duration.ofMinutes(5)).tick();

            assertThat(adviser.asked).isNotEmpty();
            assertThat(world.actionsSent()).containsExactlyInAnyOrderElementsOf(without.actionsSent());
        }
    }

    @Test
    void anAnswerThatCameTooLateDecidesNothing() {
        List<Dilemma> asked = new ArrayList<>();
        Reasoner silent = d -> {
            asked.add(d);
            return Thought.unsent(ThoughtEnd.TIMED_OUT);
        };
        try (World world = thinking(silent)) {
            trouble(world);
            Dilemma first = asked.getFirst();
            int before = reconsidered(world).size();
            world.own(first.homeKey(), contradict(first).toEvent(first.decisionId()));

            assertThat(reconsidered(world)).hasSize(before);
        }
    }

    @Test
    void aForbiddenActionIsNeverTakenHoweverItIsAdvised() {
        Adviser adviser = new Adviser(d -> advise(Action.RETURN_TO_SENDER));
        try (World world = thinking(adviser).set("pause.return_to_sender", "true")) {
            trouble(world);
            world.pass(Duration.ofMinutes(5)).tick();

            assertThat(reconsidered(world)).isNotEmpty().allMatch(Decision::keepsStanding);
            assertThat(world.actionsSent()).doesNotContain(Action.RETURN_TO_SENDER);
        }
    }

    @Test
    void aStoreRebuiltFromTheLogEqualsTheOneThatLivedAndAsksNobody() {
        Adviser adviser = new Adviser(SlowThinkingTest::contradict);
        World world = thinking(adviser);
        trouble(world);
        world.pass(Duration.ofMinutes(5)).tick();
        int asked = adviser.asked.size();

        List<List<String>> rows = world.rowsAndRebuilt();

        assertThat(rows.getFirst()).isEqualTo(rows.getLast());
        assertThat(adviser.asked).hasSize(asked);
    }

    @Test
    void everyAnswerStandsInTheLogAsAnEvent() {
        Adviser adviser = new Adviser(SlowThinkingTest::contradict);
        try (World world = thinking(adviser)) {
            trouble(world);
            EnvelopeCodec codec = new EnvelopeCodec();
            List<Long> returned = new ArrayList<>();
            world.log.read(EventLog.FIRST, entry -> {
                if (codec.decode(entry.event()).event() instanceof ThoughtReturned t) {
                    returned.add(t.decisionId());
                }
                return true;
            });

            assertThat(returned)
                    .containsExactlyElementsOf(
                            adviser.asked.stream().map(Dilemma::decisionId).toList());
        }
    }

    @Test
    void theReportCountsWhatTheLogHolds() {
        Adviser adviser = new Adviser(SlowThinkingTest::contradict);
        try (World world = thinking(adviser)) {
            trouble(world);

            ThinkingReport report = ThinkingTally.over(world.log, World.MERCHANT::equals);

            List<Decision> reconsidered = reconsidered(world);
            assertThat(report.considered()).isEqualTo(PARCELS);
            assertThat(report.asked()).isEqualTo(adviser.asked.size());
            assertThat(report.ended(ThoughtEnd.ADVISED)).isEqualTo(adviser.asked.size());
            assertThat(report.costCop()).isEqualTo(120L * adviser.asked.size());
            assertThat(report.differed()).isEqualTo(reconsidered.size());
            assertThat(report.followed())
                    .isEqualTo(reconsidered.stream()
                            .filter(d -> !d.keepsStanding())
                            .count());
            assertThat(report.earned()).as("no parcel has ended").isEmpty();
        }
    }

    @Test
    void whatCameOfAdviceTeachesWhatAdviceIsWorth() {
        Adviser adviser = new Adviser(SlowThinkingTest::contradict);
        try (World world = thinking(adviser)) {
            trouble(world);
            int differed = reconsidered(world).size();
            for (int i = 0; i < PARCELS; i++) {
                meet(world, "g" + i + "-end", World.scan("g" + i, ShipmentState.DELIVERED));
            }

            ThinkingReport report = ThinkingTally.over(world.log, World.MERCHANT::equals);
            assertThat(report.cases()).hasSize(differed);
            CounselTable learned = world.host.brain().snapshot().learned().counsel();
            double unknown =
                    new CounselTable().gain(IssueReason.RECIPIENT_UNAVAILABLE).deviation();
            assertThat(learned.gain(IssueReason.RECIPIENT_UNAVAILABLE).deviation())
                    .as("cases of both kinds were learned from")
                    .isLessThan(unknown);
        }
    }
}
