package co.litper.cerebro.simulator.report;

import co.litper.cerebro.log.Envelope;
import co.litper.cerebro.logistics.HolidayCalendar;
import co.litper.cerebro.simulator.Desk;
import co.litper.cerebro.simulator.ParcelStory;
import co.litper.cerebro.simulator.Player;
import co.litper.cerebro.simulator.Truth;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.simulator.world.WorldParameters;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** Seeded Colombias of the same demand. Immutable. */
public final class WorldStages implements Stages {
    private static final String FAULT = "fault.";
    private static final String START = ".start";

    private final LongFunction<WorldParameters> parameters;
    private final HolidayCalendar holidays;
    private final Instant start;
    private final int ordersPerDay;
    private final UnaryOperator<WorldParameters> change;

    /**
     * @param parameters the hidden parameters of a world by its seed
     * @param start when worlds begin
     * @param ordersPerDay of the mean day, at least 1
     */
    public WorldStages(
            LongFunction<WorldParameters> parameters, HolidayCalendar holidays, Instant start, int ordersPerDay) {
        this(parameters, holidays, start, ordersPerDay, UnaryOperator.identity());
    }

    private WorldStages(
            LongFunction<WorldParameters> parameters,
            HolidayCalendar holidays,
            Instant start,
            int ordersPerDay,
            UnaryOperator<WorldParameters> change) {
        this.parameters = parameters;
        this.holidays = holidays;
        this.start = start;
        this.ordersPerDay = ordersPerDay;
        this.change = change;
    }

    @Override
    public Stage open(long world, long demandSeed, Consumer<ParcelStory> ended) {
        WorldParameters hidden = change.apply(parameters.apply(world));
        return new Live(new World(hidden, demandSeed, holidays, start, ordersPerDay, ended));
    }

    /** A world as a stage. */
    private record Live(World world) implements Stage {
        @Override
        public Desk desk() {
            return world.desk();
        }

        @Override
        public Truth truth() {
            return world.truth();
        }

        @Override
        public Truth rates() {
            return world.rates();
        }

        @Override
        public List<Envelope> opening() {
            return world.opening();
        }

        @Override
        public void run(Player player, Instant until) {
            world.run(player, until);
        }

        @Override
        public List<ParcelStory> open() {
            return world.open();
        }
    }

    @Override
    public List<String> faults() {
        return WorldParameters.middle()
                .toProperties()
                .lines()
                .filter(line -> line.startsWith(FAULT))
                .map(line -> line.substring(FAULT.length(), line.indexOf(' ')))
                .filter(key -> key.endsWith(START))
                .map(key -> key.substring(0, key.length() - START.length()))
                .toList();
    }

    @Override
    public Stages with(String fault, int day) {
        return new WorldStages(
                parameters, holidays, start, ordersPerDay, hidden -> hidden.with(FAULT + fault + START, day));
    }
}
