package co.litper.cerebro.simulator.report;

import co.litper.cerebro.simulator.ParcelStory;
import java.util.List;
import java.util.function.Consumer;

/** Makes worlds. Thread-safe; equal arguments make equal worlds. */
public interface Stages {
    /**
     * A world that begins.
     *
     * @param world which hidden parameters it has
     * @param demandSeed of all chance in it
     * @param ended is told of each parcel that ends
     */
    Stage open(long world, long demandSeed, Consumer<ParcelStory> ended);

    /** Names of what can go wrong. */
    List<String> faults();

    /**
     * The same worlds, with a fault that begins on a day.
     *
     * @param fault one of {@link #faults()}
     * @param day days after the world's beginning
     */
    Stages with(String fault, int day);
}
