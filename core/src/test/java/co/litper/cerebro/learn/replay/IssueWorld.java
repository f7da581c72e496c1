package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.think.Exploration;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Reply;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A novedad of up to three steps: ask and the customer may help; once they have, another attempt mostly succeeds. Its stages
 * are few, so that what a policy truly earns follows by recursion.
 */
final class IssueWorld {
    private static final int MOST_STEPS = 3;
    private static final double DELIVERED_COP = 24_000;
    private static final double RETURNED_COP = -24_000;
    private static final double HELPS = 0.5;
    private static final Action[] ACTIONS = {Action.NONE, Action.ASK_TIME, Action.REDELIVER, Action.CALL_CUSTOMER};
    private static final float[] VALUES = {0, 3_500, 2_500, 1_000};

    private final SplittableRandom luck;
    private final Exploration exploration;
    private final boolean acted;

    IssueWorld(long seed, double rate, boolean acted) {
        this.luck = new SplittableRandom(seed);
        this.exploration = new Exploration(rate);
        this.acted = acted;
    }

    List<Episode> log(int parcels) {
        List<Episode> episodes = new ArrayList<>(parcels);
        long id = 1;
        for (int i = 1; i <= parcels; i++) {
            List<LoggedChoice> steps = new ArrayList<>(MOST_STEPS);
            boolean helped = false;
            boolean goesOn = true;
            while (goesOn) {
                LoggedChoice choice = choice(id++, helped, steps.size(), luck.nextDouble());
                steps.add(choice);
                goesOn = goesOn(choice.winner().action(), steps.size());
                helped |= goesOn && luck.nextDouble() < HELPS;
            }
            boolean delivered =
                    luck.nextDouble() < delivers(steps.getLast().winner().action(), helped);
            long cop = Math.round(delivered ? DELIVERED_COP : RETURNED_COP);
            episodes.add(new Episode(i, new MerchantId("m"), steps, cop, 0));
        }
        return episodes;
    }

    /** What a policy truly earns a parcel. */
    double truth(ReplayPolicy policy) {
        return truth(policy, false, 0);
    }

    private double truth(ReplayPolicy policy, boolean helped, int step) {
        double[] odds = policy.odds(choice(1, helped, step, 0));
        double sum = 0;
        for (int a = 0; a < ACTIONS.length; a++) {
            double then = goesOn(ACTIONS[a], step + 1)
                    ? helped
                            ? truth(policy, true, step + 1)
                            : HELPS * truth(policy, true, step + 1) + (1 - HELPS) * truth(policy, false, step + 1)
                    : RETURNED_COP + delivers(ACTIONS[a], helped) * (DELIVERED_COP - RETURNED_COP);
            sum += odds[a] * (then - cost(ACTIONS[a]));
        }
        return sum;
    }

    private static boolean goesOn(Action action, int steps) {
        return action == Action.ASK_TIME && steps < MOST_STEPS;
    }

    private static double delivers(Action action, boolean helped) {
        return switch (action) {
            case REDELIVER -> helped ? 0.8 : 0.35;
            case CALL_CUSTOMER -> 0.55;
            default -> 0.2;
        };
    }

    private static long cost(Action action) {
        return switch (action) {
            case ASK_TIME -> 150;
            case CALL_CUSTOMER -> 1_500;
            default -> 0;
        };
    }

    private LoggedChoice choice(long id, boolean helped, int contacts, double unit) {
        List<Bid> bids = new ArrayList<>(ACTIONS.length);
        for (int a = 0; a < ACTIONS.length; a++) {
            float value = VALUES[a] + (helped && ACTIONS[a] == Action.REDELIVER ? 2_000 : 0);
            bids.add(new Bid(AgentName.LOGISTICS, ACTIONS[a], "", value, 1_500, 0.5f, true));
        }
        double[] odds = exploration.odds(bids);
        int chosen = CarrierWorld.draw(odds, unit);
        boolean free = acted || bids.get(chosen).action() == Action.NONE;
        return new LoggedChoice(
                id,
                Question.ISSUE,
                id,
                CarrierWorld.context(80_000, true, ShipmentState.ISSUE),
                new byte[0],
                new Forecast(0.2f, 0.2f, 0.4f, 3, 2, 5, 100),
                new IssueStage(
                        IssueReason.RECIPIENT_UNAVAILABLE,
                        1,
                        helped ? Reply.HELPFUL : Reply.NONE,
                        contacts,
                        contacts > 0 && !helped,
                        Patience.MUCH,
                        Action.NONE),
                bids,
                List.of(),
                chosen,
                odds[chosen],
                CarrierWorld.greedy(bids),
                odds,
                free,
                cost(bids.get(chosen).action()));
    }
}
