package co.litper.cerebro.simulator.world;

import co.litper.cerebro.Keys;
import co.litper.cerebro.vocabulary.MerchantId;
import java.util.Arrays;
import java.util.List;

/** Demand: how many orders an hour brings, and what each of them is. Functions of the seed and the order's number. */
final class Orders {
    /** Share of a day's orders in each hour: people buy over lunch and in the evening. */
    private static final double[] HOURS = {
        0.012, 0.007, 0.004, 0.003, 0.004, 0.010, 0.020, 0.032, 0.045, 0.055, 0.062, 0.064, 0.066, 0.062, 0.056, 0.054,
        0.054, 0.056, 0.060, 0.066, 0.070, 0.064, 0.048, 0.026
    };

    private static final List<String> WEEK =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final List<String> CATEGORIES =
            List.of("hogar", "belleza", "tecnologia", "moda", "juguetes", "salud");
    /** The shops, each with its city among {@link Geography#ORIGINS}. */
    private static final int[] SHOP_ORIGIN = {0, 0, 0, 1, 2};

    private static final List<String> SHOPS =
            List.of("Tienda Andina", "Casa Bonita", "Todo Facil", "Paisa Shop", "Valle Market");
    /** Orders from 07:00 to 16:00 may still get a carrier within three hours. */
    private static final double OPENS = 7;

    private static final double CLOSES = 16;
    private static final double CHOICE_HOURS = 3;
    private static final double MORNING = 9;
    private static final double EVENING = 23.9;

    /** Keeps the strangers of one order apart from those of the next. */
    private static final long STRIDE = 1_000_003;

    private final WorldParameters p;
    private final MerchantId merchant;
    private final int perDay;
    private final Days days;
    private final Customers customers;
    private final Luck traits;
    private final double[] tierDays = new double[4];
    private final double hoursTotal = Arrays.stream(HOURS).sum();
    private final double weekMean;
    private final double valueLow;
    private final double valueHigh;
    private final double goodsLow;
    private final double goodsHigh;
    private final double cod;
    private final double wrongPhone;

    Orders(WorldParameters p, MerchantId merchant, int perDay, Days days, Customers customers, Luck traits) {
        this.p = p;
        this.merchant = merchant;
        this.perDay = perDay;
        this.days = days;
        this.customers = customers;
        this.traits = traits;
        for (int tier = 0; tier < tierDays.length; tier++) {
            tierDays[tier] = p.get("promise.tier." + tier);
        }
        valueLow = Math.log(p.get("demand.value.low"));
        valueHigh = Math.log(p.get("demand.value.high"));
        goodsLow = p.get("demand.goods.low");
        goodsHigh = p.get("demand.goods.high");
        cod = p.get("demand.cod");
        wrongPhone = p.get("customer.wrongphone");
        weekMean =
                WEEK.stream().mapToDouble(d -> p.get("demand." + d)).average().orElseThrow();
    }

    /** When the orders of the hour that begins at a moment come in, in order of time. */
    long[] arrivals(long hourMs) {
        int day = Days.dayOf(hourMs);
        int hour = (int) Days.hourOf(hourMs);
        long about = hourMs / Days.HOUR;
        int count = Luck.poisson(rate(day) * HOURS[hour] / hoursTotal, traits.unit(about, Purpose.DEMAND));
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = hourMs + 1 + (long) (traits.unit(about, Purpose.ORDER_TIME, i) * (Days.HOUR - 2));
        }
        Arrays.sort(times);
        return times;
    }

    /** Orders expected on a day. */
    double rate(int day) {
        return perDay
                * p.get("demand." + WEEK.get(Days.weekday(day)))
                / weekMean
                * (days.isHoliday(day) ? p.get("demand.holiday") : 1)
                * Season.payday(days.sincePayday(day), p.get("demand.payday"))
                * (days.isHigh(day) ? p.get("demand.season") : 1);
    }

    /** The order of a number that comes in at a moment. */
    Order make(long number, long atMs) {
        Customer customer = customers.of(number);
        String id = Long.toString(100_000 + number);
        int shop = (int) (traits.unit(number, Purpose.SHOP) * SHOPS.size());
        long value = value(number);
        double goods = goodsLow + (goodsHigh - goodsLow) * traits.unit(number, Purpose.GOODS);
        return new Order(
                number,
                id,
                Keys.order(merchant, id),
                customer,
                SHOP_ORIGIN[shop],
                SHOPS.get(shop),
                traits.unit(number, Purpose.COD) < cod,
                value,
                Math.round(value * goods / 100) * 100,
                Math.round((0.3 + 3.2 * Math.pow(traits.unit(number, Purpose.WEIGHT), 2)) * 10) / 10.0,
                1 + (int) (2.2 * Math.pow(traits.unit(number, Purpose.PIECES), 2)),
                CATEGORIES.get((int) (traits.unit(number, Purpose.CATEGORY) * CATEGORIES.size())),
                atMs,
                promised(customer.place(), cutoff(atMs)),
                cutoff(atMs),
                traits.unit(number, Purpose.ADDRESS_ORDER) < customer.address(),
                traits.unit(number, Purpose.WRONG_PHONE) < wrongPhone);
    }

    /**
     * The same order, made by somebody else at the same place.
     *
     * @param number tells the strangers apart
     * @param badAddress true if its address is known not to be found
     * @param wrongPhone true if its number is known to be wrong
     */
    Order stranger(Order o, long number, boolean badAddress, boolean wrongPhone) {
        long who = ~Math.floorMod(o.number() * STRIDE + number, Long.MAX_VALUE);
        Customer customer = customers.stranger(who, o.place());
        return new Order(
                o.number(),
                o.id(),
                o.homeKey(),
                customer,
                o.origin(),
                o.shop(),
                o.cod(),
                o.value(),
                o.goods(),
                o.weightKg(),
                o.pieces(),
                o.category(),
                o.atMs(),
                o.promisedMs(),
                o.cutoffMs(),
                badAddress || traits.unit(who, Purpose.ADDRESS_ORDER) < customer.address(),
                wrongPhone || traits.unit(who, Purpose.WRONG_PHONE) < this.wrongPhone);
    }

    private long value(long number) {
        return Math.round(Math.exp(valueLow + (valueHigh - valueLow) * traits.unit(number, Purpose.VALUE)) / 100) * 100;
    }

    /** The shop's standard promise: the evening of the tier's working day after the parcel is picked up. */
    private long promised(Place place, long cutoffMs) {
        int pickup = Journeys.pickupDay(days, cutoffMs);
        return Days.at(days.plusWorking(pickup, (int) tierDays[place.tier()]), EVENING);
    }

    /** Until when a carrier may be chosen: three hours later, or 09:00 of the next business day. */
    private long cutoff(long atMs) {
        int day = Days.dayOf(atMs);
        double hour = Days.hourOf(atMs);
        if (days.isBusiness(day) && hour >= OPENS && hour < CLOSES) {
            return atMs + Math.round(CHOICE_HOURS * Days.HOUR);
        }
        int next = hour < OPENS ? day : day + 1;
        while (!days.isBusiness(next)) {
            next++;
        }
        return Days.at(next, MORNING);
    }
}
