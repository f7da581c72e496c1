/**
 * The simulated last mile itself: hidden parameters, demand, carriers, customers, novedades, faults.
 *
 * <p>In: a seed, {@link co.litper.cerebro.simulator.world.WorldParameters}, effects at the desk. Out: envelopes in order
 * of their recording, and the story of every parcel. The entry is {@link co.litper.cerebro.simulator.world.World}; what is
 * hidden is reachable through its {@link co.litper.cerebro.simulator.Truth} alone.
 */
@NullMarked
package co.litper.cerebro.simulator.world;

import org.jspecify.annotations.NullMarked;
