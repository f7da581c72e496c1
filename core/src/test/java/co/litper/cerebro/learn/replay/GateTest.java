package co.litper.cerebro.learn.replay;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.Question;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final ReplayPolicy GREEDY = Policies.find("greedy").orElseThrow();
    private static final ReplayPolicy RANDOM = Policies.find("random").orElseThrow();

    private static ChoiceLog explored(int parcels) {
        return ChoiceLog.of(Question.ISSUE, new IssueWorld(11, 0.5, true).log(parcels));
    }

    @Test
    void whatIsSurelyBetterMayTakeOver() {
        Gate.Ruling ruling = Gate.DEFAULT.judge(GREEDY, RANDOM, Question.ISSUE, explored(3_000));
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Gate.Promote.class, p -> assertThat(p.gain().low()).isPositive());
    }

    @Test
    void whatIsWorseMayNot() {
        Gate.Refuse ruling = (Gate.Refuse) Gate.DEFAULT.judge(RANDOM, GREEDY, Question.ISSUE, explored(3_000));
        assertThat(ruling.reasons()).containsExactly(Gate.Reason.NOT_SURELY_BETTER);
    }

    @Test
    void aGainBelowTheMarginDoesNotDo() {
        Gate gate = Gate.DEFAULT.withMargin(50_000);
        Gate.Refuse ruling = (Gate.Refuse) gate.judge(GREEDY, RANDOM, Question.ISSUE, explored(3_000));
        assertThat(ruling.reasons()).containsExactly(Gate.Reason.NOT_SURELY_BETTER);
    }

    @Test
    void tooFewParcelsAreNoReasonToChange() {
        Gate.Refuse ruling = (Gate.Refuse) Gate.DEFAULT.judge(GREEDY, RANDOM, Question.ISSUE, explored(90));
        assertThat(ruling.reasons()).containsExactly(Gate.Reason.LOG_CANNOT_TELL);
        assertThat(ruling.missing()).contains(Missing.PARCELS);
    }

    @Test
    void aPeriodWhoseOutcomesAreNotInWaits() {
        List<Episode> episodes = new IssueWorld(11, 0.5, true).log(3_000);
        long choices = episodes.stream().mapToLong(e -> e.choices().size()).sum();
        ChoiceLog young = new ChoiceLog(
                Period.ALWAYS,
                Map.of(Question.ISSUE, new ChoiceLog.Slice(episodes, episodes.size(), choices, choices, 0)));
        Gate.Refuse ruling = (Gate.Refuse) Gate.DEFAULT.judge(GREEDY, RANDOM, Question.ISSUE, young);
        assertThat(ruling.reasons()).containsExactly(Gate.Reason.IMMATURE);
    }
}
