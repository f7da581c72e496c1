package co.litper.cerebro.learn.improve;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.learn.improve.Improvement.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ImproverTest {
    private static final String PAUSE_CALLS = "pause.call_customer";
    private static final Duration TEN_WEEKS = Duration.ofDays(70);
    private static final Instant NOW = CallWorld.START.plus(TEN_WEEKS).plus(Duration.ofDays(14));
    private static final double HARM = -0.15;
    private static final double HELP = 0.3;
    /** A call that spares as much as it costs. */
    private static final double EVEN = 1_500.0 / 36_000;

    private final Map<String, String> values = new HashMap<>(Map.of("improve.mode", "act"));
    private final TreeSet<String> given = new TreeSet<>();

    private Standing standing(Instant now) {
        return new Standing(values, given::contains, now);
    }

    private static Evidence calls(long seed, int parcels, double spared) {
        return Evidence.of(new CallWorld(seed)
                .live(CallWorld.START, TEN_WEEKS, parcels, spared, false)
                .log());
    }

    private static Opportunity pausing(ImprovementReport report) {
        return report.opportunities().stream()
                .filter(o -> o.change().key().equals(PAUSE_CALLS))
                .findFirst()
                .orElseThrow();
    }

    private void append(List<ConfigurationChanged> steps) {
        steps.forEach(step -> values.put(step.key(), step.value()));
    }

    private ImprovementReport run(Evidence evidence, Instant now) {
        ImprovementReport report = Improver.report(evidence, standing(now));
        append(Improver.steps(report, standing(now)));
        return report;
    }

    private Improvement first() {
        return Improvements.of(values).find(1).orElseThrow();
    }

    @Test
    void callsThatHarmArePausedAndTheIntervalHoldsTheTruth() {
        int applied = 0;
        int covered = 0;
        for (int seed = 1; seed <= 40; seed++) {
            Opportunity o = pausing(Improver.report(calls(seed, 3_000, HARM), standing(NOW)));
            applied += o.course() instanceof Course.Apply ? 1 : 0;
            double truth = CallWorld.gainOfPausing(HARM) * 300;
            covered += o.gain().orElseThrow().contains(truth) ? 1 : 0;
        }
        System.out.println(
                "harmful calls paused by itself: " + applied + " of 40, interval holds the truth: " + covered);
        assertThat(applied).as("of 40 seeds from 1").isGreaterThanOrEqualTo(38);
        assertThat(covered).as("of 40 seeds from 1").isGreaterThanOrEqualTo(38);
    }

    @Test
    void callsThatHelpAreLeftAlone() {
        for (int seed = 1; seed <= 20; seed++) {
            Opportunity o = pausing(Improver.report(calls(seed, 3_000, HELP), standing(NOW)));
            assertThat(o.course())
                    .as("seed %d", seed)
                    .isEqualTo(new Course.Backlog(Course.Because.UNLIKELY, List.of()));
        }
    }

    @Test
    void whatMakesNoDifferenceIsSeldomAppliedAndEachConfidenceHasItsCourse() {
        int applied = 0;
        TreeSet<String> courses = new TreeSet<>();
        for (int seed = 1; seed <= 200; seed++) {
            Opportunity o = pausing(Improver.report(calls(seed, 600, EVEN), standing(NOW)));
            applied += o.course() instanceof Course.Apply ? 1 : 0;
            courses.add(o.course().getClass().getSimpleName());
            boolean likely = o.confidence() > Judge.LIKELY;
            boolean sure = likely && o.gain().orElseThrow().low() > 0;
            assertThat(o.course())
                    .as("seed %d, confidence %s", seed, o.confidence())
                    .isInstanceOf(sure ? Course.Apply.class : likely ? Course.Ask.class : Course.Backlog.class);
        }
        System.out.println("changes without effect applied: " + applied + " of 200");
        assertThat(courses).contains("Ask", "Backlog");
        assertThat(applied).as("of 200 seeds from 1").isLessThanOrEqualTo(10);
    }

    @Test
    void whatTheLogCannotTellGoesToTheBacklogWithTheReason() {
        Opportunity o = pausing(Improver.report(calls(1, 60, HARM), standing(NOW)));

        assertThat(o.course())
                .isInstanceOfSatisfying(
                        Course.Backlog.class, b -> assertThat(b.missing()).isNotEmpty());
        assertThat(o.gain()).isEmpty();
    }

    @Test
    void onlyInModeActAnythingIsAppliedWithoutPeople() {
        values.put("improve.mode", "propose");
        run(calls(1, 3_000, HARM), NOW);
        assertThat(first().status()).isEqualTo(Status.WAITING);
        assertThat(values).doesNotContainKey(PAUSE_CALLS);

        values.keySet().removeIf(k -> k.startsWith(Improvements.KEY));
        values.put("improve.mode", "off");
        run(calls(1, 3_000, HARM), NOW);
        assertThat(Improvements.of(values).all()).isEmpty();
    }

    @Test
    void peopleAreAskedAboutASettingOnceAtATime() {
        values.put("improve.mode", "propose");
        run(calls(1, 3_000, HARM), NOW);
        ImprovementReport again = run(calls(1, 3_000, HARM), NOW.plus(Duration.ofDays(7)));

        assertThat(pausing(again).course()).isEqualTo(new Course.Held(Brake.WAITING));
        assertThat(Improvements.of(values).all()).hasSize(1);
        run(calls(1, 3_000, HARM), NOW.plus(Duration.ofDays(29)));
        assertThat(first().status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void nothingIsChangedThatPeopleFixed() {
        Evidence evidence = calls(1, 3_000, HARM);

        given.add(PAUSE_CALLS);
        assertThat(pausing(run(evidence, NOW)).course()).isEqualTo(new Course.Held(Brake.FIXED));
        given.clear();
        values.put(PAUSE_CALLS, "false"); // someone resumed it
        assertThat(pausing(run(evidence, NOW)).course()).isEqualTo(new Course.Held(Brake.FIXED));

        assertThat(values).containsEntry(PAUSE_CALLS, "false");
    }

    /** The log on the day when the effect of a change made at {@link #NOW} is known. */
    private static Evidence after(double before, double after, boolean paused) {
        return Evidence.of(new CallWorld(5)
                .live(NOW.minus(Duration.ofDays(28)), Duration.ofDays(28), 2_000, before, false)
                .live(NOW, Duration.ofDays(14), 1_000, after, paused)
                .log());
    }

    @Test
    void aChangeThatDidHarmIsTakenBackByItselfAndNotMadeAgain() {
        run(calls(1, 3_000, HARM), NOW);
        assertThat(values).containsEntry(PAUSE_CALLS, "true");
        // Since then calls have come to help, and none leaves.
        Instant later = NOW.plus(Duration.ofDays(28));
        run(after(HELP, 0, true), later);

        assertThat(first().status()).isEqualTo(Status.REVERTED);
        assertThat(first().effect().orElseThrow().isHarm()).isTrue();
        assertThat(values).containsEntry(PAUSE_CALLS, "false");
        Opportunity again = pausing(run(calls(1, 3_000, HARM), later.plus(Duration.ofDays(7))));
        assertThat(again.course()).isEqualTo(new Course.Held(Brake.COOLDOWN));
    }

    @Test
    void aChangeThatDidGoodIsKeptWithItsEffect() {
        run(calls(1, 3_000, HARM), NOW);
        run(after(HARM, 0, true), NOW.plus(Duration.ofDays(28)));

        assertThat(first().status()).isEqualTo(Status.KEPT);
        assertThat(first().effect().orElseThrow().low()).isPositive();
        assertThat(values).containsEntry(PAUSE_CALLS, "true");
    }

    @Test
    void nothingElseIsChangedWhileAChangeIsMeasuredNorTwiceAWeek() {
        run(calls(1, 3_000, HARM), NOW);
        values.put(PAUSE_CALLS, "false");
        values.put("improved." + PAUSE_CALLS, "false"); // as though it were another setting
        Improvement one = first();
        values.put("improvement.1", ImprovementText.write(other(one, Status.APPLIED)));
        values.put("exploration.rate", "0.3");

        Instant nextWeek = NOW.plus(Duration.ofDays(8));
        assertThat(pausing(Improver.report(calls(1, 3_000, HARM), standing(nextWeek)))
                        .course())
                .isEqualTo(new Course.Held(Brake.MEASURING));
        values.put("improvement.1", ImprovementText.write(other(one, Status.KEPT)));
        assertThat(pausing(Improver.report(calls(1, 3_000, HARM), standing(NOW.plus(Duration.ofDays(5)))))
                        .course())
                .isEqualTo(new Course.Held(Brake.ONE_A_WEEK));
    }

    private static Improvement other(Improvement i, Status status) {
        return new Improvement(
                1,
                new Change("exploration.rate", "0.02", "0.3"),
                status,
                i.sinceMs(),
                i.appliedMs(),
                i.promise(),
                null);
    }

    @Test
    void whatSomeoneElseChangedMeanwhileIsLeftAsItIs() {
        run(calls(1, 3_000, HARM), NOW);
        values.put(PAUSE_CALLS, "false");

        run(after(HELP, 0, true), NOW.plus(Duration.ofDays(28)));

        assertThat(first().status()).isEqualTo(Status.SUPERSEDED);
        assertThat(values).containsEntry(PAUSE_CALLS, "false");
    }

    @Test
    void peopleSayYesOrNoAndTakeBackWithOneWord() {
        values.put("improve.mode", "propose");
        run(calls(1, 3_000, HARM), NOW);

        append(((Answers.Done) Answers.apply(1, standing(NOW), "ana")).steps());
        assertThat(values).containsEntry(PAUSE_CALLS, "true");
        assertThat(Answers.apply(1, standing(NOW), "ana")).isEqualTo(new Answers.Refused(Answers.Why.NOT_WAITING));
        append(((Answers.Done) Answers.revert(1, standing(NOW), "ana")).steps());
        assertThat(values).containsEntry(PAUSE_CALLS, "false");
        assertThat(first().status()).isEqualTo(Status.REVERTED);
        assertThat(Answers.revert(1, standing(NOW), "ana")).isEqualTo(new Answers.Refused(Answers.Why.NOT_IN_FORCE));
        assertThat(Answers.reject(9, standing(NOW), "ana")).isEqualTo(new Answers.Refused(Answers.Why.UNKNOWN));
    }
}
