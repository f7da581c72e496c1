package co.litper.cerebro.learn.improve;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.IssueStage;
import co.litper.cerebro.decision.Patience;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.learn.replay.ChoiceLog;
import co.litper.cerebro.learn.replay.Episode;
import co.litper.cerebro.learn.replay.LoggedChoice;
import co.litper.cerebro.think.Exploration;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.IssueReason;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.Reply;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Novedades at which one may call the customer or let be. The brain believes that a call is worth 1,000 pesos; what it is
 * really worth is set.
 */
final class CallWorld {
    static final Instant START = Instant.parse("2026-01-05T05:00:00Z");

    private static final double RATE = 0.3;
    private static final double RETURNS = 0.4;
    private static final long DELIVERED_COP = 12_000;
    private static final long RETURNED_COP = -24_000;
    private static final long CALL_COP = 1_500;
    private static final int NOTHING = 0;
    private static final int CALL = 1;

    private final SplittableRandom luck;
    private final List<Episode> episodes = new ArrayList<>();

    CallWorld(long seed) {
        luck = new SplittableRandom(seed);
    }

    /**
     * Adds novedades evenly over a time.
     *
     * @param spared what a call takes from the probability of a return, −1 to 1
     * @param paused true if calls do not leave
     */
    CallWorld live(Instant from, Duration time, int parcels, double spared, boolean paused) {
        for (int i = 0; i < parcels; i++) {
            Instant at = from.plusMillis(time.toMillis() * i / parcels);
            List<Bid> bids = List.of(
                    new Bid(AgentName.LOGISTICS, Action.NONE, "", 0, 0, 0.5f, true),
                    new Bid(AgentName.LOGISTICS, Action.CALL_CUSTOMER, "", 1_000, 1_500, 0.5f, true));
            double[] odds = new Exploration(RATE).odds(bids);
            int chosen = luck.nextDouble() < odds[NOTHING] ? NOTHING : CALL;
            boolean called = chosen == CALL && !paused;
            boolean returned = luck.nextDouble() < RETURNS - (called ? spared : 0);
            long id = episodes.size() + 1;
            LoggedChoice choice = choice(id, at, bids, chosen, odds, called);
            episodes.add(
                    new Episode(id, new MerchantId("m"), List.of(choice), returned ? RETURNED_COP : DELIVERED_COP, 0));
        }
        return this;
    }

    /** What pausing calls truly gains a parcel under the logged odds, pesos. */
    static double gainOfPausing(double spared) {
        List<Bid> bids = List.of(
                new Bid(AgentName.LOGISTICS, Action.NONE, "", 0, 0, 0.5f, true),
                new Bid(AgentName.LOGISTICS, Action.CALL_CUSTOMER, "", 1_000, 1_500, 0.5f, true));
        double calls = new Exploration(RATE).odds(bids)[CALL];
        return calls * (CALL_COP - spared * (DELIVERED_COP - RETURNED_COP));
    }

    ChoiceLog log() {
        return ChoiceLog.of(Question.ISSUE, episodes);
    }

    private static LoggedChoice choice(long id, Instant at, List<Bid> bids, int chosen, double[] odds, boolean called) {
        return new LoggedChoice(
                id,
                Question.ISSUE,
                at.toEpochMilli(),
                context(),
                new byte[0],
                new Forecast(0.1f, 0.4f, (float) RETURNS, 3, 2, 5, 100),
                new IssueStage(IssueReason.RECIPIENT_UNAVAILABLE, 1, Reply.NONE, 0, false, Patience.MUCH, Action.NONE),
                bids,
                List.of(),
                chosen,
                odds[chosen],
                CALL,
                odds,
                called || chosen == NOTHING,
                called ? CALL_COP : 0);
    }

    static ShipmentContext context() {
        return new ShipmentContext(
                1,
                0,
                new CityCode("05001"),
                new Carrier("C1"),
                0,
                true,
                80_000,
                Double.NaN,
                Double.NaN,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                ShipmentState.ISSUE,
                0,
                1,
                0,
                0,
                0,
                Double.NaN);
    }
}
