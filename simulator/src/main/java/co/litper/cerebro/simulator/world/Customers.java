package co.litper.cerebro.simulator.world;

import co.litper.cerebro.vocabulary.PersonRef;

/** Who orders: a function of the seed and the order's number, so that nobody need be kept in memory. */
final class Customers {
    /** A returning customer's last order lies at most this many orders back. */
    private static final int MEMORY = 60_000;

    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final int DIGITS = 32;

    private final WorldParameters p;
    private final Geography geography;
    private final Luck traits;
    private final double repeat;
    private final double ruralOffice;
    private final Trait reach;
    private final Trait phone;
    private final Trait home;
    private final Trait refuse;
    private final Trait cash;
    private final Trait address;
    private final Trait office;

    /** Mean and spread of a trait over customers. */
    private record Trait(double mean, double sigma) {}

    Customers(WorldParameters p, Geography geography, Luck traits) {
        this.p = p;
        this.geography = geography;
        this.traits = traits;
        this.repeat = p.get("demand.repeat");
        ruralOffice = p.get("place.rural.office");
        reach = trait("customer.reach");
        phone = trait("customer.phone");
        home = trait("customer.home");
        refuse = trait("customer.refuse");
        cash = trait("customer.cash");
        address = trait("customer.address");
        office = trait("customer.office");
    }

    private Trait trait(String key) {
        return new Trait(p.get(key), p.get(key + ".sigma"));
    }

    /** The customer of an order. */
    Customer of(long order) {
        long customer = idOf(order);
        return person(customer, geography.pick(traits.unit(customer, Purpose.PLACE)));
    }

    /** Somebody else, with traits of their own, who lives at a place. */
    Customer stranger(long number, Place place) {
        return person(number, place);
    }

    private Customer person(long customer, Place place) {
        double fetches = share(customer, Purpose.OFFICE, office);
        return new Customer(
                new PersonRef(ref(customer)),
                place,
                share(customer, Purpose.REACH, reach),
                share(customer, Purpose.PHONE, phone),
                share(customer, Purpose.HOME, home),
                share(customer, Purpose.REFUSE, refuse),
                share(customer, Purpose.CASH, cash),
                share(customer, Purpose.ADDRESS, address),
                place.rural() ? fetches * ruralOffice : fetches);
    }

    /** The first order of the customer of an order: follows returning customers back. Few steps. */
    private long idOf(long order) {
        long at = order;
        while (at > 0 && traits.unit(at, Purpose.REPEAT) < repeat) {
            long from = Math.max(0, at - MEMORY);
            at = from + (long) (traits.unit(at, Purpose.REPEAT_WHOM) * (at - from));
        }
        return at;
    }

    private double share(long customer, Purpose purpose, Trait trait) {
        return traits.share(customer, purpose, trait.mean(), trait.sigma());
    }

    private String ref(long customer) {
        char[] digits = new char[DIGITS];
        for (int half = 0; half < 2; half++) {
            long bits = traits.bits(customer, Purpose.PERSON, half);
            for (int i = 0; i < DIGITS / 2; i++) {
                digits[half * DIGITS / 2 + i] = HEX[(int) (bits >>> (4 * i)) & 15];
            }
        }
        return new String(digits);
    }
}
