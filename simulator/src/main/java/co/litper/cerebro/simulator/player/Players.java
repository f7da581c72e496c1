package co.litper.cerebro.simulator.player;

import co.litper.cerebro.decision.Reasoner;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.think.Chooser;
import co.litper.cerebro.vocabulary.Action;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everyone who can play, by name, in the order in which tables list them. */
public enum Players {
    /** Does nothing: the merchant's habit, the team and the carriers go on as they do. */
    PASSIVE,
    /** Any carrier that serves the city, any answer that makes sense. */
    RANDOM,
    /** The lowest freight, and the answers of a good team. */
    CHEAPEST,
    /** The merchant's carriers, and the answers of a good team by reason. */
    CONSTANTS,
    /** The carrier that is truly best in the department on average, and the answers of a good team. */
    STATIC,
    /** The product, joining without experience. */
    CEREBRO_COLD,
    /** The product, having lived in the same world before. */
    CEREBRO_WARM,
    /** Knows every rate of the world and nobody in it: what perfect learning could come to. */
    INFORMED,
    /** Sees the hidden state. */
    ORACLE;

    /**
     * What a player is made of.
     *
     * @param desk takes effects
     * @param truth the hidden state, or what is seen of it, which only the ceilings are given
     * @param holidays when customers are not contacted
     * @param seed of the player's own chance
     * @param firstDay when the days begin that are judged
     * @param ranking what a static choice knows
     * @param settings of the product, beyond {@link #acting()}
     * @param receipts looks at the product's receipts
     * @param learnsBeside true if the product learns in a thread of its own
     */
    public record Seat(
            Desk desk,
            Truth truth,
            HolidayCalendar holidays,
            long seed,
            Instant firstDay,
            DepartmentRanking ranking,
            Map<String, String> settings,
            ReceiptWatcher receipts,
            boolean learnsBeside) {
        public Seat {
            settings = Map.copyOf(settings);
        }

        /** A seat where the product learns from each event before the next. */
        public Seat(
                Desk desk,
                Truth truth,
                HolidayCalendar holidays,
                long seed,
                Instant firstDay,
                DepartmentRanking ranking,
                Map<String, String> settings,
                ReceiptWatcher receipts) {
            this(desk, truth, holidays, seed, firstDay, ranking, settings, receipts, false);
        }
    }

    /** The name in commands and tables. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The player of this name. */
    public static Optional<Players> find(String wire) {
        return Arrays.stream(values())
                .filter(p -> p.wire().equals(wire.strip()))
                .findFirst();
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Players::wire).toList();
    }

    /** True if it decides through the product. */
    public boolean isCerebro() {
        return this == CEREBRO_COLD || this == CEREBRO_WARM;
    }

    /** The settings under which the product acts by itself in all things. */
    public static Map<String, String> acting() {
        Map<String, String> settings = new TreeMap<>();
        for (Action action : Action.values()) {
            settings.put("autonomy." + action.wire(), "act");
        }
        return settings;
    }

    /** Takes a seat. */
    public Player sit(Seat seat) {
        return switch (this) {
            case PASSIVE -> e -> {};
            case RANDOM -> late(seat, rules(seat, CarrierRule.random(seat.seed()), RescueRule.random(seat.seed())));
            case CHEAPEST -> late(seat, rules(seat, CarrierRule.cheapest(), RescueRule.constants()));
            case CONSTANTS -> late(seat, rules(seat, CarrierRule.habit(), RescueRule.constants()));
            case STATIC -> late(seat, rules(seat, CarrierRule.ranked(seat.ranking()), RescueRule.constants()));
            case CEREBRO_COLD -> late(seat, product(seat, Chooser.EXPLORING));
            case CEREBRO_WARM -> product(seat, Chooser.EXPLORING);
            case INFORMED, ORACLE -> late(seat, new OraclePlayer(seat.desk(), seat.truth(), seat.holidays()));
        };
    }

    private static Player rules(Seat seat, CarrierRule carriers, RescueRule rescue) {
        return new RulePlayer(seat.desk(), seat.holidays(), carriers, rescue);
    }

    private static Player late(Seat seat, Player player) {
        return new LatePlayer(player, seat.firstDay());
    }

    /** The product from the first day on, its winners drawn by {@code chooser}. */
    public static Player product(Seat seat, Chooser chooser) {
        Map<String, String> settings = new TreeMap<>(acting());
        settings.putAll(seat.settings());
        return product(seat, settings, chooser, Optional.empty());
    }

    /** The product from the first day on, with somebody who thinks slowly. */
    public static Player thinking(Seat seat, Reasoner reasoner) {
        Map<String, String> settings = new TreeMap<>(acting());
        settings.putAll(seat.settings());
        return product(seat, settings, Chooser.EXPLORING, Optional.of(reasoner));
    }

    private static Player product(
            Seat seat, Map<String, String> settings, Chooser chooser, Optional<Reasoner> reasoner) {
        return new CerebroPlayer(
                seat.desk(),
                seat.holidays(),
                seat.seed(),
                settings,
                seat.receipts(),
                chooser,
                seat.learnsBeside(),
                reasoner);
    }
}
