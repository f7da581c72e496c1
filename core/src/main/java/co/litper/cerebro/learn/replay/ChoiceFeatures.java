package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.Reply;
import co.litper.cerebro.vocabulary.ShipmentState;
import co.litper.cerebro.world.Hash64;

/**
 * A choice and one of its bids as a row for a linear model of what the parcel earns. The bid's own value is one column of
 * many, so that agents who overrate themselves are set right by what came of it.
 */
final class ChoiceFeatures {
    private static final int NUMBERS = 13;
    private static final int ACTIONS = Action.values().length;
    private static final int TARGETS = 16;
    private static final int STATES = ShipmentState.values().length;
    private static final int REASONS = IssueReason.values().length;
    private static final int REPLIES = Reply.values().length;
    private static final int STAGES = REASONS + REPLIES + Patience.values().length + 3;

    static final int WIDTH = NUMBERS + ACTIONS + TARGETS + 2 * STATES + STAGES;

    private static final double VALUE_UNIT = 50_000;
    private static final double BID_UNIT = 10_000;
    private static final long SALT = 0x7461726765747331L;

    private ChoiceFeatures() {}

    static float[] row(LoggedChoice choice, int bid) {
        float[] row = new float[WIDTH];
        Bid offered = choice.bids().get(bid);
        boolean acts = offered.action() != Action.NONE;
        numbers(choice, bid, acts, row);
        int at = NUMBERS;
        row[at + offered.action().ordinal()] = 1;
        at += ACTIONS;
        if (!offered.target().isEmpty()) {
            row[at + (int) Long.remainderUnsigned(Hash64.of(SALT, offered.target()), TARGETS)] = 1;
        }
        at += TARGETS;
        int state = choice.context().state().ordinal();
        row[at + state] = 1;
        row[at + STATES + state] = acts ? 1 : 0;
        IssueStage stage = choice.stage();
        if (stage != null) {
            stage(stage, row, at + 2 * STATES);
        }
        return row;
    }

    private static void numbers(LoggedChoice choice, int bid, boolean acts, float[] row) {
        ShipmentContext context = choice.context();
        Forecast f = choice.forecast();
        Bid offered = choice.bids().get(bid);
        double value = Double.isNaN(context.valueCop()) ? 0 : context.valueCop() / VALUE_UNIT;
        boolean priced = !choice.prices().isEmpty() && choice.prices().get(bid).isTold();
        double freight = priced ? choice.prices().get(bid).freightCop() / BID_UNIT : 0;
        double[] numbers = {
            value,
            offered.confidence(),
            offered.confidence() * value,
            offered.valueCop() / BID_UNIT,
            freight,
            f.giveBack(),
            f.giveBack() * value,
            f.delay(),
            f.issue(),
            context.cod() ? 1 : 0,
            context.cod() && acts ? 1 : 0,
            acts ? value : 0,
            acts ? f.delay() : 0
        };
        for (int i = 0; i < NUMBERS; i++) {
            row[i] = (float) numbers[i];
        }
    }

    private static void stage(IssueStage stage, float[] row, int from) {
        int at = from;
        row[at + stage.reason().ordinal()] = 1;
        at += REASONS;
        row[at + stage.reply().ordinal()] = 1;
        at += REPLIES;
        row[at + stage.patience().ordinal()] = 1;
        at += Patience.values().length;
        row[at] = stage.contacts();
        row[at + 1] = stage.issue();
        row[at + 2] = stage.pending() ? 1 : 0;
    }
}
