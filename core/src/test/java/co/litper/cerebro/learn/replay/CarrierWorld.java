package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.AgentName;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Forecast;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.think.Exploration;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.vocabulary.MerchantId;
import co.litper.cerebro.vocabulary.ShipmentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Carriers whose true worth is known, and a log of a policy that believes in figures that are wrong. */
final class CarrierWorld {
    private static final int CARRIERS = 5;
    private static final double BACK_COP = 12_000;

    private final SplittableRandom luck;
    private final Exploration exploration;
    private final double[] back = new double[CARRIERS];
    private final double[] freight = new double[CARRIERS];
    private final double[] bias = new double[CARRIERS];

    CarrierWorld(long seed, double rate) {
        this.luck = new SplittableRandom(seed);
        this.exploration = new Exploration(rate);
        for (int c = 0; c < CARRIERS; c++) {
            back[c] = luck.nextDouble(0.05, 0.35);
            freight[c] = luck.nextDouble(8_000, 16_000);
            bias[c] = luck.nextDouble(-4_000, 4_000);
        }
    }

    private record Order(double valueCop, boolean cod) {}

    private Order order() {
        return new Order(luck.nextDouble(40_000, 160_000), luck.nextBoolean());
    }

    private double backOf(Order order, int carrier) {
        return Math.min(0.9, back[carrier] * (order.cod() ? 1.6 : 0.6));
    }

    private double worth(Order order, int carrier) {
        double p = backOf(order, carrier);
        return (1 - p) * order.valueCop() * 0.3 - freight[carrier] - p * BACK_COP;
    }

    /** Parcels as the log would show them. */
    List<Episode> log(int parcels) {
        List<Episode> episodes = new ArrayList<>(parcels);
        for (int i = 1; i <= parcels; i++) {
            Order order = order();
            LoggedChoice choice = choice(order, i);
            boolean returned = luck.nextDouble() < backOf(order, choice.chosen());
            double earned = (returned ? -BACK_COP : order.valueCop() * 0.3) - freight[choice.chosen()];
            episodes.add(new Episode(i, new MerchantId("m"), List.of(choice), Math.round(earned), 1));
        }
        return episodes;
    }

    /** What policies truly earn a parcel, on the same parcels. */
    double[] truths(List<ReplayPolicy> policies, int parcels) {
        double[] sums = new double[policies.size()];
        for (int i = 1; i <= parcels; i++) {
            Order order = order();
            LoggedChoice choice = choice(order, i);
            for (int p = 0; p < sums.length; p++) {
                double[] odds = policies.get(p).odds(choice);
                for (int c = 0; c < CARRIERS; c++) {
                    sums[p] += odds[c] * worth(order, c) / parcels;
                }
            }
        }
        return sums;
    }

    private LoggedChoice choice(Order order, long id) {
        List<Bid> bids = new ArrayList<>(CARRIERS);
        List<Price> prices = new ArrayList<>(CARRIERS);
        for (int c = 0; c < CARRIERS; c++) {
            double value = worth(order, c) + bias[c];
            bids.add(new Bid(AgentName.LOGISTICS, Action.CHOOSE_CARRIER, "C" + c, (float) value, 3_000, 0.8f, true));
            prices.add(new Price(freight[c], BACK_COP));
        }
        double[] odds = exploration.odds(bids);
        int chosen = draw(odds, luck.nextDouble());
        return new LoggedChoice(
                id,
                Question.CARRIER,
                id,
                context(order.valueCop(), order.cod(), ShipmentState.CREATED),
                new byte[0],
                new Forecast(0.2f, 0.2f, 0.2f, 3, 2, 5, 100),
                null,
                bids,
                prices,
                chosen,
                odds[chosen],
                greedy(bids),
                odds,
                true,
                0);
    }

    static ShipmentContext context(double valueCop, boolean cod, ShipmentState state) {
        return new ShipmentContext(
                1,
                0,
                new CityCode("05001"),
                Carrier.UNKNOWN,
                0,
                cod,
                valueCop,
                Double.NaN,
                Double.NaN,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                state,
                0,
                0,
                0,
                0,
                0,
                Double.NaN);
    }

    static int greedy(List<Bid> bids) {
        int best = 0;
        for (int i = 1; i < bids.size(); i++) {
            best = bids.get(i).valueCop() > bids.get(best).valueCop() ? i : best;
        }
        return best;
    }

    static int draw(double[] odds, double unit) {
        double rest = unit;
        for (int i = 0; i < odds.length; i++) {
            rest -= odds[i];
            if (rest < 0 && odds[i] > 0) {
                return i;
            }
        }
        return odds.length - 1;
    }
}
