package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.learners.inference.DifferenceSequence;
import co.litper.cerebro.learners.snapshot.SnapshotReader;
import co.litper.cerebro.learners.snapshot.SnapshotWriter;

/**
 * What speaks for and against an action going further by itself: how parcels fared where it was done as proposed, against
 * those where something else was done, each beyond what was expected of it; and whether its predictions hold. Owned by one
 * thread; O(1) a case.
 *
 * <p>A level is won step by step. To be put before people for a yes it needs {@value #PROPOSALS} proposals whose parcels have
 * ended, and predictions that held. To act it needs the lower end of an always-valid interval of its gain above
 * {@link #MARGIN}: being looked at after every case costs nothing. Once its predictions drift, or it is surely worse, it is
 * back to proposals, and what it had shown before no longer counts.
 */
final class AutonomyEvidence {
    /** Proposals before people are asked to approve. */
    static final int PROPOSALS = 60;

    /**
     * What acting may cost at the most, in shares of what is at stake: a person's three minutes, 1,500 pesos of 45,000, are
     * saved each time.
     */
    static final double MARGIN = -0.03;

    /**
     * Page's one-sided test of the error against what was predicted (E. S. Page, Biometrika 1954): a mean that falls short by
     * .15 is borne, a sum of 25 parcels beyond that is not. Against the prediction and not against the mean so far, as the
     * detectors of the library do: the quick parcels end first and well, so that any later mean would seem a fall.
     */
    private static final double BORNE = 0.15;

    private static final double MOST_EXCESS = 25;

    private static final int HELD_CASES = 20;
    private static final double HELD_WITHIN = 0.15;
    private static final double COVERAGE = 0.95;
    private static final double TIGHTEST = 400;
    private static final Autonomy[] LEVELS = Autonomy.values();

    private Autonomy level = Autonomy.RECOMMEND;
    private DifferenceSequence gain = new DifferenceSequence(COVERAGE, TIGHTEST);
    private double excess;
    private long proposals;
    private double errors;
    private int lost;

    /**
     * A parcel has ended at one of whose decisions the action was proposed.
     *
     * @param expected of the parcel whatever is done
     * @param predicted of the parcel if it is done as proposed
     * @param done true if it was done as proposed
     * @param outcome of the parcel, in the same unit
     */
    void observe(double expected, double predicted, boolean done, double outcome) {
        proposals++;
        gain.observe(done, outcome - expected);
        boolean drifted = false;
        if (done) {
            double error = predicted - outcome;
            errors += error;
            excess = Math.max(0, excess + error - BORNE);
            drifted = excess > MOST_EXCESS;
        }
        if (drifted || gain.difference() + gain.reach() < MARGIN) {
            lose();
        } else {
            rise();
        }
    }

    private void rise() {
        long done = gain.count(true);
        boolean held = done < HELD_CASES || Math.abs(errors / done) <= HELD_WITHIN;
        switch (level) {
            case OBSERVE, RECOMMEND -> level = proposals >= PROPOSALS && held ? Autonomy.APPROVE : Autonomy.RECOMMEND;
            case APPROVE -> level = held && gain.difference() - gain.reach() > MARGIN ? Autonomy.ACT : level;
            case ACT -> {}
        }
    }

    /** Back to proposals, and what was shown before no longer counts. */
    void lose() {
        lost += level == Autonomy.RECOMMEND ? 0 : 1;
        level = Autonomy.RECOMMEND;
        gain = new DifferenceSequence(COVERAGE, TIGHTEST);
        excess = 0;
        proposals = 0;
        errors = 0;
    }

    Autonomy level() {
        return level;
    }

    /** What is known, for people. */
    AutonomyReport.Line line(int cell) {
        return new AutonomyReport.Line(
                cell, level, proposals, gain.count(true), gain.difference(), gain.difference() - gain.reach(), lost);
    }

    void write(SnapshotWriter out) {
        out.int32(level.ordinal()).bytes(gain.toBytes()).float64(excess);
        out.int64(proposals).float64(errors).int32(lost);
    }

    static AutonomyEvidence read(SnapshotReader in) {
        AutonomyEvidence evidence = new AutonomyEvidence();
        evidence.level = LEVELS[in.int32()];
        evidence.gain = DifferenceSequence.fromBytes(in.bytes());
        evidence.excess = in.float64();
        evidence.proposals = in.int64();
        evidence.errors = in.float64();
        evidence.lost = in.int32();
        return evidence;
    }
}
