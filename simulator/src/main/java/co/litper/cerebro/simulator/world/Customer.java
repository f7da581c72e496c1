package co.litper.cerebro.simulator.world;

import co.litper.cerebro.vocabulary.PersonRef;

/**
 * A customer with hidden traits, all shares from 0 to 1, made anew from the seed whenever asked for.
 *
 * @param ref as the product knows them
 * @param place where they live
 * @param reach reads and answers messages
 * @param phone answers a call
 * @param home is at home when the courier comes
 * @param refuse refuses at the door on the first days
 * @param cash has the money
 * @param address gives a wrong or incomplete address
 * @param office would fetch the parcel at an office
 */
record Customer(
        PersonRef ref,
        Place place,
        double reach,
        double phone,
        double home,
        double refuse,
        double cash,
        double address,
        double office) {}
