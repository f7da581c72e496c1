package co.litper.cerebro.policy;

import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.vocabulary.Action;
import java.util.Arrays;

/** The sums of one sweep and the values that the last one left. Owned by one thread. */
final class RescueValues {
    /** Cases that the coarser level weighs in the finer one. */
    private static final double SHRINK_FINE = 8;

    private static final double SHRINK_MIDDLE = 10;
    private static final double SHRINK_COARSE = 12;

    /**
     * What is left of the chance after waiting for nothing: readiness to answer falls to a third in some sixty hours. Known
     * beforehand, since pooled counts hide how much time a stage hides.
     */
    private static final double LEFT_BY_WAITING = 0.85;

    /**
     * Cases at stages that resemble one, from which on an action counts as tried there too. Without this a step that is
     * rarely taken where it leads looks as poor as the worst that was ever done after it, and is never tried. Not so contacts:
     * asking again is not what asking once is.
     */
    private static final double KNOWN_ELSEWHERE = 30;

    private static final Action[] ACTIONS = Action.values();
    private static final IssueStage[] STAGES = stages();

    private final Level fine = new Level(RescueLevels.FINE);
    private final Level middle = new Level(RescueLevels.MIDDLE);
    private final Level coarse = new Level(RescueLevels.COARSE);
    private final float[][] success = new float[RescuePolicy.BANDS][RescueLevels.FINE];
    private final float[][] cost = new float[RescuePolicy.BANDS][RescueLevels.FINE];
    private final float[] cases = new float[RescueLevels.FINE];
    /** [bands × stages] the cell of the best action but waiting that was tried at a stage, alike. */
    private final int[][] acting = new int[RescuePolicy.BANDS][IssueStage.COUNT];
    /** [bands × stages] the cell of the best action that was tried at a stage or often at those like it, or the best of all if none was. */
    private final int[][] best = new int[RescuePolicy.BANDS][IssueStage.COUNT];

    /** Counts and sums of targets at one level. */
    private static final class Level {
        final double[] count;
        final double[][] success;
        final double[][] cost;

        Level(int cells) {
            count = new double[cells];
            success = new double[RescuePolicy.BANDS][cells];
            cost = new double[RescuePolicy.BANDS][cells];
        }

        void clear() {
            Arrays.fill(count, 0);
            for (int b = 0; b < RescuePolicy.BANDS; b++) {
                Arrays.fill(success[b], 0);
                Arrays.fill(cost[b], 0);
            }
        }

        void add(int cell, int band, double delivered, double spent) {
            success[band][cell] += delivered;
            cost[band][cell] += spent;
        }

        double success(int cell, int band, double prior, double shrink) {
            return (success[band][cell] + shrink * prior) / (count[cell] + shrink);
        }

        double cost(int cell, int band, double prior, double shrink) {
            return (cost[band][cell] + shrink * prior) / (count[cell] + shrink);
        }
    }

    /** Values before any step was seen: made once, since a cell that nothing speaks for stays at them. */
    private static final RescueValues UNSEEN = new RescueValues(true);

    RescueValues() {
        for (int b = 0; b < RescuePolicy.BANDS; b++) {
            System.arraycopy(UNSEEN.success[b], 0, success[b], 0, RescueLevels.FINE);
            System.arraycopy(UNSEEN.cost[b], 0, cost[b], 0, RescueLevels.FINE);
            System.arraycopy(UNSEEN.best[b], 0, best[b], 0, IssueStage.COUNT);
            System.arraycopy(UNSEEN.acting[b], 0, acting[b], 0, IssueStage.COUNT);
        }
        System.arraycopy(UNSEEN.cases, 0, cases, 0, RescueLevels.FINE);
    }

    private RescueValues(boolean all) {
        finish(all);
    }

    private static IssueStage[] stages() {
        IssueStage[] all = new IssueStage[IssueStage.COUNT];
        for (int code = 0; code < all.length; code++) {
            all[code] = IssueStage.of(code, Action.NONE);
        }
        return all;
    }

    void begin() {
        fine.clear();
        middle.clear();
        coarse.clear();
    }

    /** Takes in {@code times} equal steps. */
    void take(int stage, int action, int next, int times) {
        int fineCell = RescueLevels.fine(stage, action);
        int middleCell = RescueLevels.middle(STAGES[stage], action);
        int coarseCell = RescueLevels.coarse(STAGES[stage], action);
        fine.count[fineCell] += times;
        middle.count[middleCell] += times;
        coarse.count[coarseCell] += times;
        double own = ownCost(ACTIONS[action]);
        boolean idle = isIdle(stage, action, next);
        double kept = idle ? LEFT_BY_WAITING : 1;
        for (int b = 0; b < RescuePolicy.BANDS; b++) {
            int then = next < 0 ? 0 : best[b][next];
            if (idle && !STAGES[stage].pending() && worth(acting[b][stage], b) < worth(then, b)) {
                then = acting[b][stage];
            }
            double delivered = next >= 0 ? kept * success[b][then] : next == RescueStep.RETURNED ? 0 : 1;
            double later = next >= 0 ? cost[b][then] : next == RescueStep.LATE ? Economics.DEFAULT.delayCop() : 0;
            fine.add(fineCell, b, times * delivered, times * (own + later));
            middle.add(middleCell, b, times * delivered, times * (own + later));
            coarse.add(coarseCell, b, times * delivered, times * (own + later));
        }
    }

    private static boolean isIdle(int stage, int action, int next) {
        return next >= 0 && ACTIONS[action] == Action.NONE && STAGES[next].reply() == STAGES[stage].reply();
    }

    /** What an action costs by itself, whatever the parcel. */
    private static double ownCost(Action action) {
        return switch (action) {
            case NOTIFY_CUSTOMER, ASK_ADDRESS, ASK_TIME, ASK_CASH -> Economics.DEFAULT.messageCop();
            case CALL_CUSTOMER -> Economics.DEFAULT.callCop();
            case FLAG_FOR_MONITORING, ESCALATE, OPEN_CLAIM -> Economics.DEFAULT.watchCop();
            case NONE, CHOOSE_CARRIER, REDELIVER, HOLD_IN_OFFICE, RETURN_TO_SENDER -> 0;
        };
    }

    /** Makes values of the sums: each level shrunk to the coarser one, the coarsest to the prior. */
    void finish() {
        finish(false);
    }

    private void finish(boolean all) {
        for (int stage = 0; stage < IssueStage.COUNT; stage++) {
            boolean touched = false;
            for (int action = 0; action < RescueLevels.ACTIONS; action++) {
                if (all || coarse.count[RescueLevels.coarse(STAGES[stage], action)] > 0) {
                    finish(stage, action);
                    touched = true;
                }
            }
            for (int b = 0; touched && b < RescuePolicy.BANDS; b++) {
                best[b][stage] = bestCell(stage, b, true);
                acting[b][stage] = bestCell(stage, b, false);
            }
        }
    }

    private void finish(int stage, int action) {
        IssueStage s = STAGES[stage];
        int f = RescueLevels.fine(stage, action);
        int m = RescueLevels.middle(s, action);
        int c = RescueLevels.coarse(s, action);
        double prior = RescuePrior.rate(s, ACTIONS[action]);
        double own = ownCost(ACTIONS[action]);
        cases[f] = RescuePolicy.casesFor(fine.count[f], middle.count[m], coarse.count[c]);
        for (int b = 0; b < RescuePolicy.BANDS; b++) {
            double p = coarse.success(c, b, prior, SHRINK_COARSE);
            double spent = coarse.cost(c, b, own, SHRINK_COARSE);
            p = middle.success(m, b, p, SHRINK_MIDDLE);
            spent = middle.cost(m, b, spent, SHRINK_MIDDLE);
            success[b][f] = (float) fine.success(f, b, p, SHRINK_FINE);
            cost[b][f] = (float) fine.cost(f, b, spent, SHRINK_FINE);
        }
    }

    private int bestCell(int stage, int band, boolean orWaiting) {
        int bestTried = -1;
        int bestOfAll = -1;
        for (int action = 0; action < RescueLevels.ACTIONS; action++) {
            if (Question.of(ACTIONS[action]) != Question.ISSUE || (!orWaiting && ACTIONS[action] == Action.NONE)) {
                continue;
            }
            int cell = RescueLevels.fine(stage, action);
            if (bestOfAll < 0 || worth(cell, band) > worth(bestOfAll, band)) {
                bestOfAll = cell;
            }
            boolean tried = middle.count[RescueLevels.middle(STAGES[stage], action)] > 0
                    || (!ACTIONS[action].contactsCustomer()
                            && coarse.count[RescueLevels.coarse(STAGES[stage], action)] >= KNOWN_ELSEWHERE);
            if (tried && (bestTried < 0 || worth(cell, band) > worth(bestTried, band))) {
                bestTried = cell;
            }
        }
        return bestTried < 0 ? bestOfAll : bestTried;
    }

    private double worth(int cell, int band) {
        return success[band][cell] * RescuePolicy.STAKES[band] - cost[band][cell];
    }

    RescuePolicy policy() {
        float[][] p = new float[RescuePolicy.BANDS][];
        float[][] spent = new float[RescuePolicy.BANDS][];
        for (int b = 0; b < RescuePolicy.BANDS; b++) {
            p[b] = success[b].clone();
            spent[b] = cost[b].clone();
        }
        float[] counted = new float[RescueLevels.COARSE];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = (float) coarse.count[i];
        }
        return new RescuePolicy(p, spent, cases.clone(), counted);
    }
}
