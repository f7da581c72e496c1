package co.litper.cerebro.learn.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.litper.cerebro.decision.Question;
import co.litper.cerebro.learn.replay.PolicyWorth.Assumed;
import co.litper.cerebro.learn.replay.PolicyWorth.FromLog;
import co.litper.cerebro.vocabulary.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final ReplayPolicy GREEDY = Policies.find("greedy").orElseThrow();
    private static final ReplayPolicy RANDOM = Policies.find("random").orElseThrow();
    private static final ReplayPolicy CHEAPEST = Policies.find("cheapest").orElseThrow();
    private static final ReplayPolicy CONSTANTS = Policies.find("constants").orElseThrow();

    /** Counts how often intervals hold the truth. */
    private static final class Coverage {
        private int told;
        private int held;
        private int gains;
        private int refused;
        private double width;

        void add(PolicyWorth worth, double truth, double incumbent) {
            switch (worth.told()) {
                case FromLog(Span value, Span gain, Span _) -> {
                    told++;
                    held += value.contains(truth) ? 1 : 0;
                    gains += gain.contains(truth - incumbent) ? 1 : 0;
                    width += value.high() - value.low();
                }
                case Assumed _ -> refused++;
            }
        }

        void check(String name, double least, int mostRefused) {
            String line = name + ": told " + told + ", held " + held + ", gains held " + gains + ", refused " + refused
                    + ", mean width " + Math.round(width / told);
            assertThat((double) held / told).as(line).isGreaterThanOrEqualTo(least);
            assertThat((double) gains / told).as(line).isGreaterThanOrEqualTo(least);
            assertThat(refused).as(line).isLessThanOrEqualTo(mostRefused);
        }
    }

    /**
     * 25 worlds, seeds 1 to 25, 8 policies each, intervals of 95 %. Policies share their world's luck, so that these count for
     * little more than 50 draws: 87 % is 2.5 standard errors away.
     */
    @Test
    void intervalsHoldWhatCarriersTrulyEarnUnderOtherPolicies() {
        Coverage coverage = new Coverage();
        for (int seed = 1; seed <= 25; seed++) {
            CarrierWorld world = new CarrierWorld(seed, 0.1);
            Replay replay = new Replay(ChoiceLog.of(Question.CARRIER, world.log(1_000)));
            List<ReplayPolicy> policies = mixtures(seed);
            policies.add(Policies.LOGGED);
            double[] truths = world.truths(policies, 10_000);
            for (int p = 0; p < policies.size() - 1; p++) {
                coverage.add(replay.worth(policies.get(p), Question.CARRIER), truths[p], truths[policies.size() - 1]);
            }
        }
        coverage.check("carriers", 0.87, 40);
    }

    private static List<ReplayPolicy> mixtures(long seed) {
        SplittableRandom luck = new SplittableRandom(seed);
        List<ReplayPolicy> policies = new ArrayList<>(List.of(GREEDY, RANDOM, CHEAPEST));
        for (int i = 0; i < 5; i++) {
            double greedy = luck.nextDouble();
            double random = luck.nextDouble() * (1 - greedy);
            policies.add(Policies.mixture(
                    "mixture " + i, List.of(GREEDY, RANDOM, CHEAPEST), List.of(greedy, random, 1 - greedy - random)));
        }
        return policies;
    }

    /** 25 worlds, seeds 1 to 25, 5 policies each, to the same tolerance. */
    @Test
    void intervalsHoldWhatNovedadesTrulyEarnStepByStep() {
        Coverage coverage = new Coverage();
        List<ReplayPolicy> policies = List.of(
                GREEDY,
                RANDOM,
                CONSTANTS,
                Policies.without(Action.CALL_CUSTOMER),
                Policies.mixture("half", List.of(GREEDY, RANDOM), List.of(0.5, 0.5)));
        for (int seed = 1; seed <= 25; seed++) {
            IssueWorld world = new IssueWorld(seed, 0.3, true);
            Replay replay = new Replay(ChoiceLog.of(Question.ISSUE, world.log(600)));
            double logged = world.truth(new PlainPolicy("logged", new PlainPolicy.Logged()));
            for (ReplayPolicy policy : policies) {
                coverage.add(replay.worth(policy, Question.ISSUE), world.truth(policy), logged);
            }
        }
        coverage.check("novedades", 0.87, 10);
    }

    @Test
    void whatWasReallyDoneIsWorthWhatItEarned() {
        List<Episode> episodes = new CarrierWorld(7, 0.1).log(400);
        double mean =
                episodes.stream().mapToDouble(Episode::returnCop).average().orElseThrow();
        PolicyWorth worth =
                new Replay(ChoiceLog.of(Question.CARRIER, episodes)).worth(Policies.LOGGED, Question.CARRIER);
        FromLog told = (FromLog) worth.told();
        assertThat(told.value().mean()).isCloseTo(mean, within(1e-6));
        assertThat(told.gain().mean()).isCloseTo(0, within(1e-6));
        assertThat(worth.matched()).isEqualTo(1);
    }

    @Test
    void aLogThatNeverExploredTellsNothingOfOthers() {
        Replay replay = new Replay(ChoiceLog.of(Question.CARRIER, new CarrierWorld(3, 0).log(1_000)));
        PolicyWorth worth = replay.worth(RANDOM, Question.CARRIER);
        Assumed assumed = (Assumed) worth.told();
        assertThat(assumed.missing()).contains(Missing.SUPPORT);
        assertThat(assumed.valueCop()).isNotNaN();
    }

    @Test
    void whatWasOnlyProposedSpeaksOfPeople() {
        Replay replay = new Replay(ChoiceLog.of(Question.ISSUE, new IssueWorld(3, 0.3, false).log(1_000)));
        Assumed assumed = (Assumed) replay.worth(CONSTANTS, Question.ISSUE).told();
        assertThat(assumed.missing()).contains(Missing.SUPPORT, Missing.AUTONOMY);
    }

    @Test
    void aHandfulOfParcelsIsRefused() {
        Replay replay = new Replay(ChoiceLog.of(Question.CARRIER, new CarrierWorld(3, 0.3).log(40)));
        Assumed assumed = (Assumed) replay.worth(GREEDY, Question.CARRIER).told();
        assertThat(assumed.missing()).contains(Missing.PARCELS);
    }

    @Test
    void aPolicyWithoutAnswerToTheQuestionIsSaidToHaveNone() {
        Replay replay = new Replay(ChoiceLog.of(Question.ISSUE, new IssueWorld(3, 0.3, true).log(200)));
        Assumed assumed = (Assumed) replay.worth(CHEAPEST, Question.ISSUE).told();
        assertThat(assumed.missing()).containsExactly(Missing.ANSWER);
    }

    @Test
    void anEmptyLogHasNoOutcomes() {
        Replay replay = new Replay(ChoiceLog.of(Question.CARRIER, List.of()));
        Assumed assumed = (Assumed) replay.worth(GREEDY, Question.CARRIER).told();
        assertThat(assumed.missing()).containsExactly(Missing.OUTCOMES);
    }
}
