package co.litper.cerebro.learn.replay;

import co.litper.cerebro.decision.Autonomy;
import co.litper.cerebro.decision.Bid;
import co.litper.cerebro.decision.Choice;
import co.litper.cerebro.decision.Decision;
import co.litper.cerebro.decision.Question;
import co.litper.cerebro.event.SystemEvent.ConfigurationChanged;
import co.litper.cerebro.feature.ShipmentContext;
import co.litper.cerebro.logistics.TariffState;
import co.litper.cerebro.think.Exploration;
import co.litper.cerebro.think.Settings;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.CityCode;
import co.litper.cerebro.world.WireReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes logged choices of receipts, under the settings and tariffs that stood at that place of the log. One thread. */
final class ReceiptReader {
    private static final String TARIFF = "tariff.";
    private static final double[] UNKNOWN = {};
    /** Odds that miss the receipt's propensity by more are another release's. */
    private static final double CLOSE = 1e-6;

    private final Map<String, String> values = new HashMap<>();
    private final Map<Carrier, TariffState> tariffs = new HashMap<>();
    private Settings settings = Settings.defaults();
    private Exploration exploration = new Exploration(settings.explorationRate());

    void configure(ConfigurationChanged c) {
        if (c.key().startsWith(TARIFF)) {
            String[] parts = c.key().substring(TARIFF.length()).split("\\.", 2);
            tariffs.computeIfAbsent(new Carrier(parts[0]), carrier -> new TariffState())
                    .set(new CityCode(parts[1]), TariffState.Tariff.ofSetting(c.value()));
        } else {
            values.put(c.key(), c.value());
            settings = Settings.of(values);
            exploration = new Exploration(settings.explorationRate());
        }
    }

    LoggedChoice read(Decision d, Choice choice) {
        ShipmentContext context = ShipmentContext.read(new WireReader(d.context()));
        return new LoggedChoice(
                d.id(),
                choice.question(),
                d.atMs(),
                context,
                d.features(),
                d.forecast(),
                d.stage(),
                choice.bids(),
                choice.question() == Question.CARRIER ? prices(choice.bids(), context.destination()) : List.of(),
                choice.chosen(),
                choice.propensity(),
                choice.greedy(),
                odds(choice),
                choice.autonomy() == Autonomy.ACT,
                choice.winner().action() == Action.FLAG_FOR_MONITORING ? cost(Action.FLAG_FOR_MONITORING) : 0);
    }

    private List<Price> prices(List<Bid> bids, CityCode city) {
        return bids.stream()
                .map(bid -> tariffs.getOrDefault(new Carrier(bid.target()), new TariffState())
                        .find(city)
                        .map(t -> new Price(t.freightCop(), t.returnFreightCop()))
                        .orElse(Price.UNTOLD))
                .toList();
    }

    private double[] odds(Choice choice) {
        if (choice.bids().stream().noneMatch(Bid::feasible)) {
            return UNKNOWN;
        }
        double[] odds = exploration.odds(choice.bids());
        return Math.abs(odds[choice.chosen()] - choice.propensity()) < CLOSE ? odds : UNKNOWN;
    }

    /** What an action costs by itself; freight is in what the parcel earned. */
    long cost(Action action) {
        return switch (action) {
            case NOTIFY_CUSTOMER, ASK_ADDRESS, ASK_TIME, ASK_CASH ->
                settings.economics().messageCop();
            case CALL_CUSTOMER -> settings.economics().callCop();
            case FLAG_FOR_MONITORING, ESCALATE, OPEN_CLAIM ->
                settings.economics().watchCop();
            case NONE, CHOOSE_CARRIER, REDELIVER, HOLD_IN_OFFICE, RETURN_TO_SENDER -> 0;
        };
    }
}
