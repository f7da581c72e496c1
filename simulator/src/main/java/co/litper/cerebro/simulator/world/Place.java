package co.litper.cerebro.simulator.world;

import co.litper.cerebro.vocabulary.CityCode;

/**
 * A municipality that the shops deliver to.
 *
 * @param index its number in the geography
 * @param code its DANE code
 * @param department the number of its department, 0 to 99
 * @param road road difficulty, 1 flat and straight
 * @param rural true if small
 * @param remote chance that an address is hard to reach
 * @param tier of the shop's promise, 0 to 3
 * @param zone of tariffs, 0 to 4
 * @param lineHaul working days from each origin to the first attempt by a mean carrier, hand-over included
 */
record Place(
        int index,
        CityCode code,
        int department,
        double road,
        boolean rural,
        double remote,
        int tier,
        int zone,
        double[] lineHaul) {}
