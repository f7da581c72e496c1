package co.litper.cerebro.simulator.world;

/**
 * What was fixed when a customer ordered.
 *
 * @param number from 0, in order of time
 * @param id the merchant's number
 * @param homeKey under which effects name it
 * @param customer who
 * @param origin number of the shop's city
 * @param shop the shop
 * @param cod true if paid at the door
 * @param value pesos that the customer pays
 * @param goods pesos that the goods cost
 * @param weightKg kilograms
 * @param pieces how many
 * @param category what
 * @param atMs when
 * @param promisedMs the shop's promise
 * @param cutoffMs until when a carrier may be chosen; then habit decides
 * @param badAddress true if the address will not be found
 * @param wrongPhone true if the number is wrong
 */
record Order(
        long number,
        String id,
        long homeKey,
        Customer customer,
        int origin,
        String shop,
        boolean cod,
        long value,
        long goods,
        double weightKg,
        int pieces,
        String category,
        long atMs,
        long promisedMs,
        long cutoffMs,
        boolean badAddress,
        boolean wrongPhone) {
    /** Where it goes. */
    Place place() {
        return customer.place();
    }
}
