package co.litper.cerebro.learn;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;
import co.litper.cerebro.think.EarnedAutonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AutonomyEvidenceTest {
    private static final Proposal ASK = new Proposal(
            EarnedAutonomy.cell(Action.ASK_ADDRESS, IssueReason.BAD_ADDRESS), Action.ASK_ADDRESS, "", 0.3f, 0.8f);

    /** Parcels end well in {@code done} of cases where it was done, in {@code left} of the others; half are done. */
    private static int cases(
            AutonomyEvidence evidence, SplittableRandom random, int most, double done, double left, Autonomy until) {
        for (int i = 0; i < most; i++) {
            if (evidence.level() == until) {
                return i;
            }
            boolean did = random.nextBoolean();
            evidence.observe(ASK.expected(), ASK.predicted(), did, random.nextDouble() < (did ? done : left) ? 1 : 0);
        }
        return most;
    }

    @Test
    void whatHelpsEarnsStepByStepAndAPlantedFaultTakesItBack() {
        AutonomyEvidence evidence = new AutonomyEvidence();
        SplittableRandom random = new SplittableRandom(21);
        int first = cases(evidence, random, 1_000, 0.8, 0.5, Autonomy.APPROVE);
        assertThat(first).isBetween(AutonomyEvidence.PROPOSALS - 1, 3 * AutonomyEvidence.PROPOSALS);
        int second = cases(evidence, random, 1_000, 0.8, 0.5, Autonomy.ACT);
        assertThat(second).as("cases to act, seed 21").isLessThan(200);

        int fault = cases(evidence, random, 1_000, 0.3, 0.3, Autonomy.RECOMMEND);
        assertThat(fault)
                .as("cases until it is lost, half of them done, seed 21")
                .isLessThan(200);
        assertThat(evidence.line(ASK.cell()).lost()).isEqualTo(1);
        assertThat(evidence.line(ASK.cell()).proposals()).isZero();
    }

    @Test
    void whatHarmsNeverActsHoweverOftenItIsLookedAt() {
        int acted = 0;
        for (int seed = 0; seed < 200; seed++) {
            AutonomyEvidence evidence = new AutonomyEvidence();
            int at = cases(evidence, new SplittableRandom(seed), 2_000, 0.72, 0.8, Autonomy.ACT);
            acted += at < 2_000 ? 1 : 0;
        }
        assertThat(acted).as("of 200 seeds; 5 in 100 are allowed").isLessThanOrEqualTo(10);
    }

    @Test
    void predictionsThatDoNotHoldEarnNothing() {
        AutonomyEvidence evidence = new AutonomyEvidence();
        int at = cases(evidence, new SplittableRandom(3), 2_000, 0.5, 0.2, Autonomy.ACT);
        assertThat(at).as("it helps, but .8 was promised and .5 came").isEqualTo(2_000);
    }

    @Test
    void evidenceReadBackGoesOnAsItWould() {
        AutonomyEvidence evidence = new AutonomyEvidence();
        cases(evidence, new SplittableRandom(8), 150, 0.8, 0.5, Autonomy.ACT);
        SnapshotWriter out = new SnapshotWriter(1, 1);
        evidence.write(out);
        AutonomyEvidence again = AutonomyEvidence.read(new SnapshotReader(out.finish(), 1, 1));
        cases(evidence, new SplittableRandom(9), 300, 0.8, 0.5, Autonomy.OBSERVE);
        cases(again, new SplittableRandom(9), 300, 0.8, 0.5, Autonomy.OBSERVE);
        assertThat(again.line(3)).isEqualTo(evidence.line(3));
    }
}
