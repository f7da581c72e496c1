package co.litper.cerebro.learn;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.learners.drift.Detectors;
import co.litper.cerebro.learners.drift.DriftDetector;
import co.litper.cerebro.learners.drift.DriftState;
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

    private static final int HELD_CASES = 20;
    private static final double HELD_WITHIN = 0.15;
    private static final double COVERAGE = 0.95;
    private static final double TIGHTEST = 400;
    private static final Autonomy[] LEVELS = Autonomy.values();

    private Autonomy level = Autonomy.RECOMMEND;
    private DifferenceSequence gain = new DifferenceSequence(COVERAGE, TIGHTEST);
    private DriftDetector drift = fresh();
    private long proposals;
    private double errors;
    private int lost;

    /** A mean that falls by .05 below what was predicted is borne; a sum of 10 parcels beyond that is not. */
    private static DriftDetector fresh() {
        return Detectors.pageHinkley(30, 0.05, 10, 0.9999);
    }

    /**
     * A parcel has ended at one of whose decisions the action was proposed.
     *
     * @param done true if it was done as proposed
     * @param outcome of the parcel, in the unit of the proposal's figures
     */
    void observe(Proposal proposal, boolean done, double outcome) {
        proposals++;
        gain.observe(done, outcome - proposal.expected());
        boolean drifted = false;
        if (done) {
            double error = proposal.predicted() - outcome;
            errors += error;
            drifted = drift.observe(error) == DriftState.DRIFT;
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

    private void lose() {
        lost += level == Autonomy.RECOMMEND ? 0 : 1;
        level = Autonomy.RECOMMEND;
        gain = new DifferenceSequence(COVERAGE, TIGHTEST);
        drift = fresh();
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
        out.int32(level.ordinal()).bytes(gain.toBytes()).bytes(drift.toBytes());
        out.int64(proposals).float64(errors).int32(lost);
    }

    static AutonomyEvidence read(SnapshotReader in) {
        AutonomyEvidence evidence = new AutonomyEvidence();
        evidence.level = LEVELS[in.int32()];
        evidence.gain = DifferenceSequence.fromBytes(in.bytes());
        evidence.drift = Detectors.fromBytes(in.bytes());
        evidence.proposals = in.int64();
        evidence.errors = in.float64();
        evidence.lost = in.int32();
        return evidence;
    }
}
