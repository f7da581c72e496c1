package co.litper.cerebro.policy;

import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.vocabulary.Action;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What followed the steps that were taken, counted at four levels, and what steps are worth by it. Owned by one thread.
 *
 * <p>A coarser level lends a finer one what followed, not what it was worth: a call is answered alike at the first novedad and
 * at the second, but leads further at the first.
 */
final class RescueValues {
    /** Cases that the coarser level weighs in the finer one. */
    private static final double SHRINK_FINE = 8;

    private static final double SHRINK_MIDDLE = 10;
    private static final double SHRINK_COARSE = 12;
    private static final double SHRINK_WIDE = 12;

    /** Cases at a level from which on coarser ones, which would weigh a fiftieth, are not looked at. */
    private static final double ENOUGH = 500;

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
    private static final int WAITING = Action.NONE.ordinal();
    /** [actions] true of what answers a novedad. */
    private static final boolean[] ANSWERS = new boolean[ACTIONS.length];
    /** [actions] true of what speaks with the customer. */
    private static final boolean[] CONTACTS = new boolean[ACTIONS.length];
    /** [actions] what an action costs by itself, whatever the parcel, pesos. */
    private static final double[] OWN_COST = new double[ACTIONS.length];

    static {
        for (Action action : ACTIONS) {
            ANSWERS[action.ordinal()] = Question.of(action) == Question.ISSUE;
            CONTACTS[action.ordinal()] = action.contactsCustomer();
            OWN_COST[action.ordinal()] = ownCost(action);
        }
    }

    private final @Nullable RescueCell[] fine = new RescueCell[RescueLevels.FINE];
    private final @Nullable RescueCell[] middle = new RescueCell[RescueLevels.MIDDLE];
    private final @Nullable RescueCell[] coarse = new RescueCell[RescueLevels.COARSE];
    private final @Nullable RescueCell[] wide = new RescueCell[RescueLevels.WIDE];
    private final float[][] success = new float[RescuePolicy.BANDS][RescueLevels.FINE];
    private final float[][] cost = new float[RescuePolicy.BANDS][RescueLevels.FINE];
    /** [fine cells] tried at a stage, or often at those like it. */
    private final boolean[] tried = new boolean[RescueLevels.FINE];

    /** Fine cells that something speaks for; null before the first sweep. */
    private int @Nullable [] spoken;

    private final float[] cases = new float[RescueLevels.FINE];
    /** What the best action that was tried at a stage, or often at those like it, is worth, or the best of all if none was. */
    private final Worth best = new Worth();
    /** The same of actions other than waiting. */
    private final Worth acting = new Worth();

    /** [bands × stages] */
    private static final class Worth {
        final float[][] success = new float[RescuePolicy.BANDS][IssueStage.COUNT];
        final float[][] cost = new float[RescuePolicy.BANDS][IssueStage.COUNT];

        double cop(int band, int stage) {
            return success[band][stage] * RescuePolicy.STAKES[band] - cost[band][stage];
        }

        void note(RescueValues values, int stage, int band, int cell) {
            success[band][stage] = values.success[band][cell];
            cost[band][stage] = values.cost[band][cell];
        }

        void copy(Worth other) {
            for (int b = 0; b < RescuePolicy.BANDS; b++) {
                System.arraycopy(other.success[b], 0, success[b], 0, IssueStage.COUNT);
                System.arraycopy(other.cost[b], 0, cost[b], 0, IssueStage.COUNT);
            }
        }
    }

    /** Values before any step was seen: made once, since a cell that nothing speaks for stays at them. */
    private static final RescueValues UNSEEN = new RescueValues(true);

    RescueValues() {
        for (int b = 0; b < RescuePolicy.BANDS; b++) {
            System.arraycopy(UNSEEN.success[b], 0, success[b], 0, RescueLevels.FINE);
            System.arraycopy(UNSEEN.cost[b], 0, cost[b], 0, RescueLevels.FINE);
        }
        best.copy(UNSEEN.best);
        acting.copy(UNSEEN.acting);
        System.arraycopy(UNSEEN.cases, 0, cases, 0, RescueLevels.FINE);
    }

    private RescueValues(boolean all) {
        sweep(all);
    }

    private static double ownCost(Action action) {
        return switch (action) {
            case NOTIFY_CUSTOMER, ASK_ADDRESS, ASK_TIME, ASK_CASH -> Economics.DEFAULT.messageCop();
            case CALL_CUSTOMER -> Economics.DEFAULT.callCop();
            case FLAG_FOR_MONITORING, ESCALATE, OPEN_CLAIM -> Economics.DEFAULT.watchCop();
            case NONE, CHOOSE_CARRIER, REDELIVER, HOLD_IN_OFFICE, RETURN_TO_SENDER -> 0;
        };
    }

    private static IssueStage[] stages() {
        IssueStage[] all = new IssueStage[IssueStage.COUNT];
        for (int code = 0; code < all.length; code++) {
            all[code] = IssueStage.of(code, Action.NONE);
        }
        return all;
    }

    /** Takes in {@code times} equal steps. */
    void take(int stage, int action, int next, int times) {
        IssueStage s = STAGES[stage];
        int sequel = Sequel.of(s, next);
        cell(fine, RescueLevels.fine(stage, action)).add(sequel, times);
        cell(middle, RescueLevels.middle(s, action)).add(sequel, times);
        cell(coarse, RescueLevels.coarse(s, action)).add(sequel, times);
        if (CONTACTS[action]) {
            cell(wide, RescueLevels.wide(s, action)).add(sequel, times);
        }
    }

    private static RescueCell cell(@Nullable RescueCell[] cells, int at) {
        RescueCell known = cells[at];
        if (known == null) {
            known = new RescueCell();
            cells[at] = known;
        }
        return known;
    }

    /** Makes values of what followed and of what that was worth at the last sweep: values travel back by one step. */
    void sweep() {
        sweep(false);
    }

    private void sweep(boolean all) {
        if (spoken == null) {
            spoken = spoken(all);
        }
        for (int cell : spoken) {
            value(cell / RescueLevels.ACTIONS, cell % RescueLevels.ACTIONS, all);
        }
        for (int stage = 0; stage < IssueStage.COUNT; stage++) {
            for (int b = 0; b < RescuePolicy.BANDS; b++) {
                note(stage, b);
            }
        }
    }

    /** The fine cells that something speaks for, and which of them were tried. */
    private int[] spoken(boolean all) {
        int[] cells = new int[RescueLevels.FINE];
        int size = 0;
        for (int stage = 0; stage < IssueStage.COUNT; stage++) {
            IssueStage s = STAGES[stage];
            for (int action = 0; action < RescueLevels.ACTIONS; action++) {
                int at = RescueLevels.fine(stage, action);
                RescueCell c = coarse[RescueLevels.coarse(s, action)];
                if (all || c != null || wide[RescueLevels.wide(s, action)] != null) {
                    cells[size++] = at;
                }
                tried[at] = middle[RescueLevels.middle(s, action)] != null
                        || (!CONTACTS[action] && cases(c) >= KNOWN_ELSEWHERE);
            }
        }
        return Arrays.copyOf(cells, size);
    }

    /** Notes the best action at a stage, and the best but waiting: of those tried, or of all if none was. */
    private void note(int stage, int band) {
        boolean tired = STAGES[stage].contacts() == IssueStage.MOST_CONTACTS;
        int untried = -1;
        int known = -1;
        for (int action = 0; action < RescueLevels.ACTIONS; action++) {
            // Nobody is contacted more often about one novedad.
            if (!ANSWERS[action] || (tired && CONTACTS[action]) || action == WAITING) {
                continue;
            }
            int cell = RescueLevels.fine(stage, action);
            untried = better(untried, cell, band);
            known = tried[cell] ? better(known, cell, band) : known;
        }
        acting.note(this, stage, band, known < 0 ? untried : known);
        int waiting = RescueLevels.fine(stage, WAITING);
        untried = better(untried, waiting, band);
        known = tried[waiting] ? better(known, waiting, band) : known;
        best.note(this, stage, band, known < 0 ? untried : known);
    }

    private int better(int one, int other, int band) {
        return one < 0 || worth(other, band) > worth(one, band) ? other : one;
    }

    private void value(int stage, int action, boolean all) {
        IssueStage s = STAGES[stage];
        int at = RescueLevels.fine(stage, action);
        RescueCell f = fine[at];
        RescueCell m = middle[RescueLevels.middle(s, action)];
        RescueCell c = coarse[RescueLevels.coarse(s, action)];
        RescueCell w = wide[RescueLevels.wide(s, action)];
        cases[at] = RescuePolicy.casesFor(cases(f), cases(m), cases(c));
        double[] sums = new double[2 * RescuePolicy.BANDS];
        double prior = RescuePrior.rate(s, ACTIONS[action]);
        double own = OWN_COST[action];
        for (int b = 0; b < RescuePolicy.BANDS; b++) {
            sums[2 * b] = prior;
            sums[2 * b + 1] = own;
        }
        if (!all && CONTACTS[action]) {
            shrink(RescuePrior.replies(s.reason()), stage, action, sums, SHRINK_WIDE);
        }
        double finer = cases(f) + cases(m) + cases(c);
        if (w != null && finer < ENOUGH) {
            shrink(w, stage, action, sums, SHRINK_WIDE);
        }
        if (c != null && cases(f) < ENOUGH && cases(m) < ENOUGH) {
            shrink(c, stage, action, sums, SHRINK_COARSE);
        }
        if (m != null && cases(f) < ENOUGH) {
            shrink(m, stage, action, sums, SHRINK_MIDDLE);
        }
        if (f != null) {
            shrink(f, stage, action, sums, SHRINK_FINE);
        }
        for (int b = 0; b < RescuePolicy.BANDS; b++) {
            success[b][at] = (float) sums[2 * b];
            cost[b][at] = (float) sums[2 * b + 1];
        }
    }

    private static double cases(@Nullable RescueCell cell) {
        return cell == null ? 0 : cell.count();
    }

    /** Mixes what a level tells into what the coarser one told. */
    private void shrink(RescueCell cell, int stage, int action, double[] sums, double weight) {
        IssueStage s = STAGES[stage];
        double own = OWN_COST[action];
        double total = cell.count() + weight;
        for (int b = 0; b < RescuePolicy.BANDS; b++) {
            sums[2 * b] *= weight;
            sums[2 * b + 1] = sums[2 * b + 1] * weight + own * cell.count();
        }
        for (int i = 0; i < cell.size(); i++) {
            int sequel = cell.sequel(i);
            double times = cell.times(i);
            int next = Sequel.after(sequel, s);
            boolean idle = action == WAITING && Sequel.isTime(sequel, s);
            for (int b = 0; b < RescuePolicy.BANDS; b++) {
                if (next >= 0) {
                    boolean now = idle && !s.pending() && acting.cop(b, stage) < best.cop(b, next);
                    Worth then = now ? acting : best;
                    int where = now ? stage : next;
                    sums[2 * b] += times * (idle ? LEFT_BY_WAITING : 1) * then.success[b][where];
                    sums[2 * b + 1] += times * then.cost[b][where];
                } else if (next != RescueStep.RETURNED) {
                    sums[2 * b] += times;
                    sums[2 * b + 1] += next == RescueStep.LATE ? times * Economics.DEFAULT.delayCop() : 0;
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
        }
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
            counted[i] = (float) cases(coarse[i]);
        }
        return new RescuePolicy(p, spent, cases.clone(), counted);
    }
}
