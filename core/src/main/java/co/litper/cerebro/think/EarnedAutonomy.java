package co.litper.cerebro.think;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How far each action type may go by itself, as its evidence has earned: an action at a novedad for each reason apart. Immutable. */
public final class EarnedAutonomy {
    private static final int REASONS = IssueReason.values().length + 1;
    private static final Action[] ACTIONS = Action.values();

    /** Nothing earned yet: everything is a proposal. */
    public static final EarnedAutonomy NONE = new EarnedAutonomy(allRecommend());

    /** [actions × (reasons, and none)]. */
    private final Autonomy[] levels;

    private EarnedAutonomy(Autonomy[] levels) {
        this.levels = levels;
    }

    private static Autonomy[] allRecommend() {
        Autonomy[] levels = new Autonomy[cells()];
        Arrays.fill(levels, Autonomy.RECOMMEND);
        return levels;
    }

    /** How many cells there are: actions × (reasons + 1). */
    public static int cells() {
        return ACTIONS.length * REASONS;
    }

    /** The cell of an action for a reason, or for none. */
    public static int cell(Action action, @Nullable IssueReason reason) {
        return action.ordinal() * REASONS + (reason == null ? 0 : reason.ordinal() + 1);
    }

    /** The action of a cell. */
    public static Action action(int cell) {
        return ACTIONS[cell / REASONS];
    }

    /** The reason of a cell, or null if it is the one without. */
    public static @Nullable IssueReason reason(int cell) {
        int reason = cell % REASONS;
        return reason == 0 ? null : IssueReason.values()[reason - 1];
    }

    /** These levels. {@code levels} has one for each cell and is copied. */
    public static EarnedAutonomy of(Autonomy[] levels) {
        if (levels.length != cells()) {
            throw new IllegalArgumentException(levels.length + " levels for " + cells() + " cells");
        }
        return new EarnedAutonomy(levels.clone());
    }

    /** How far {@code action} may go at a novedad with {@code reason}, or where {@code reason} is null at anything else. */
    public Autonomy level(Action action, @Nullable IssueReason reason) {
        return levels[cell(action, reason)];
    }
}
